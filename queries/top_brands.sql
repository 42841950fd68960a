-- Which five brands are on the most seizures of counterfeit goods since 2020, and how much is left
-- for the others?
--
-- Goods that bear no brand (about one seizure in thirty) are in none of the rows.
SELECT
  brand,
  COUNT(*) AS seizures,
  SHARE(COUNT(*)) AS share,
  COUNT(DISTINCT product) AS products,
  COUNT(DISTINCT reporting_country) AS countries,
  SUM(try_convert(quantity, 'items')) AS items
FROM 'datasets/seizures/seizures.csv'
WHERE category = 'Counterfeit goods' AND brand IS NOT NULL AND YEAR(seized_on) >= 2020
GROUP BY brand
TOP 5 BY COUNT(*) WITH OTHERS WITH TOTAL;
