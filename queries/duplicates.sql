-- Which cases may have been reported twice: the same day, office, product and route?
SELECT
  seized_on, office, product, departure, destination, brand,
  COUNT(*) AS reports,
  MIN(seizure_id) AS first_id,
  MAX(seizure_id) AS last_id,
  MIN(quantity) AS least,
  MAX(quantity) AS most,
  unit
FROM 'datasets/seizures/seizures.csv'
WHERE YEAR(seized_on) = 2024
GROUP BY seized_on, office, product, departure, destination, brand, unit
HAVING COUNT(*) > 1
ORDER BY seized_on, first_id;
