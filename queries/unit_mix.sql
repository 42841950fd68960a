-- Which units occur, and how often? Figures of two dimensions cannot be added.
SELECT
  unit,
  MAX(dimension_of(quantity)) AS dimension,
  COUNT(*) AS seizures,
  SHARE(COUNT(*)) AS share,
  COUNT(*) - COUNT(quantity) AS without_quantity,
  COUNT(DISTINCT category) AS categories,
  SUM(quantity) AS quantity
FROM 'datasets/seizures/seizures.csv'
GROUP BY unit
ORDER BY seizures DESC, unit;
