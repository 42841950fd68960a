-- How many items of each category were seized in every fifth year, and over all years?
SELECT
  category,
  SUM(try_convert(quantity, 'items')) FILTER (WHERE YEAR(seized_on) = 2004) AS items_2004,
  SUM(try_convert(quantity, 'items')) FILTER (WHERE YEAR(seized_on) = 2009) AS items_2009,
  SUM(try_convert(quantity, 'items')) FILTER (WHERE YEAR(seized_on) = 2014) AS items_2014,
  SUM(try_convert(quantity, 'items')) FILTER (WHERE YEAR(seized_on) = 2019) AS items_2019,
  SUM(try_convert(quantity, 'items')) FILTER (WHERE YEAR(seized_on) = 2024) AS items_2024,
  SUM(try_convert(quantity, 'items')) AS items,
  SHARE(SUM(try_convert(quantity, 'items'))) AS share
FROM 'datasets/seizures/seizures.csv'
GROUP BY category
TOP 13 BY SUM(try_convert(quantity, 'items')) WITH TOTAL;
