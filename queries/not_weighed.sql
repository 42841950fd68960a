-- Which seizures of drugs in 2023 could not be converted to kilograms, and why?
SELECT
  CASE WHEN quantity IS NULL THEN 'no quantity' ELSE dimension_of(quantity) END AS reason,
  product,
  unit,
  COUNT(*) AS seizures,
  SUM(quantity) AS quantity,
  MIN(seizure_id) AS first_id,
  MAX(seizure_id) AS last_id
FROM 'datasets/seizures/seizures.csv'
WHERE category = 'Drugs' AND YEAR(seized_on) = 2023 AND try_convert(quantity, 'kg') IS NULL
GROUP BY ALL
ORDER BY seizures DESC, product, unit, reason;
