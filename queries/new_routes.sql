-- Which routes were used at least twice in 2024 that no seizure of the ten years before had used?
WITH routes AS (
  SELECT departure, destination, COUNT(*) AS seizures, MIN(seized_on) AS first_seen,
    COUNT(DISTINCT category) AS categories
  FROM 'datasets/seizures/seizures.csv'
  WHERE YEAR(seized_on) = 2024
  GROUP BY departure, destination
), known AS (
  SELECT departure, destination, COUNT(*) AS seizures
  FROM 'datasets/seizures/seizures.csv'
  WHERE YEAR(seized_on) BETWEEN 2014 AND 2023
  GROUP BY departure, destination
)
SELECT
  routes.departure, routes.destination, routes.seizures, routes.categories, routes.first_seen
FROM routes
LEFT JOIN known USING (departure, destination)
WHERE known.seizures IS NULL AND routes.seizures >= 2
ORDER BY routes.seizures DESC, routes.first_seen, routes.departure, routes.destination;
