-- Which routes do counterfeit goods and medicines take most often, and what do they carry?
SELECT
  route(departure, transit, destination) AS route,
  COUNT(*) AS seizures,
  COUNT(*) FILTER (WHERE category = 'Medicines') AS of_medicines,
  COUNT(DISTINCT product) AS products,
  CAST(SUM(convert(quantity, 'items')) FILTER (WHERE unit NOT IN ('kg', 'g', 'litres')) AS BIGINT) AS items
FROM 'datasets/seizures/seizures.csv'
WHERE category IN ('Counterfeit goods', 'Medicines')
GROUP BY departure, transit, destination
ORDER BY seizures DESC, items DESC, route
LIMIT 25;
