-- In which units is each category measured? Figures of two units cannot be added.
WITH categories AS (
  SELECT category, COUNT(*) AS seizures FROM 'datasets/seizures/seizures.csv' GROUP BY category
)
SELECT
  seized.category,
  seized.unit,
  COUNT(*) AS seizures,
  ROUND(100.0 * COUNT(*) / MAX(categories.seizures), 1) AS percent,
  COUNT(*) - COUNT(seized.quantity) AS without_quantity,
  SUM(seized.quantity) AS quantity
FROM 'datasets/seizures/seizures.csv' AS seized
INNER JOIN categories ON categories.category = seized.category
GROUP BY seized.category, seized.unit
ORDER BY seized.category, seizures DESC, seized.unit;
