-- Through which countries do goods go that leave China for the European Union, and what share of the
-- routes with a known transit has each?
WITH routes AS (
  SELECT country_name(transit) AS transit, category
  FROM 'datasets/seizures/seizures.csv'
  WHERE departure = 'CN' AND destination UNDER 'EU' AND transit IS NOT NULL
)
SELECT
  transit,
  COUNT(*) AS seizures,
  ROUND(100.0 * COUNT(*) / SUM(COUNT(*)) OVER (), 1) AS percent,
  COUNT(DISTINCT category) AS categories,
  COUNT(*) FILTER (WHERE category = 'Medicines') AS of_medicines
FROM routes
GROUP BY transit
ORDER BY seizures DESC, transit
LIMIT 15;
