-- Which brands are on the most seizures of counterfeit goods since 2020, and how far have they spread?
SELECT
  brand,
  COUNT(*) AS seizures,
  COUNT(DISTINCT product) AS products,
  COUNT(DISTINCT reporting_country) AS countries,
  CAST(SUM(quantity) FILTER (WHERE unit IN ('pieces', 'pairs')) AS BIGINT) AS items,
  CAST(ROUND(SUM(value_usd)) AS BIGINT) AS value_usd
FROM 'datasets/seizures/seizures.csv'
WHERE category = 'Counterfeit goods' AND brand IS NOT NULL AND YEAR(seized_on) >= 2020
GROUP BY brand
ORDER BY seizures DESC, items DESC, brand
LIMIT 20;
