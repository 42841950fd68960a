-- How many items of each category were seized in every fifth year, and over all years?
SELECT
  category,
  CAST(SUM(convert(quantity, 'items')) FILTER (WHERE YEAR(seized_on) = 2004) AS BIGINT) AS items_2004,
  CAST(SUM(convert(quantity, 'items')) FILTER (WHERE YEAR(seized_on) = 2009) AS BIGINT) AS items_2009,
  CAST(SUM(convert(quantity, 'items')) FILTER (WHERE YEAR(seized_on) = 2014) AS BIGINT) AS items_2014,
  CAST(SUM(convert(quantity, 'items')) FILTER (WHERE YEAR(seized_on) = 2019) AS BIGINT) AS items_2019,
  CAST(SUM(convert(quantity, 'items')) FILTER (WHERE YEAR(seized_on) = 2024) AS BIGINT) AS items_2024,
  CAST(SUM(convert(quantity, 'items')) AS BIGINT) AS items
FROM 'datasets/seizures/seizures.csv'
WHERE unit IN ('pieces', 'pairs', 'tablets', 'ampoules', 'sticks')
GROUP BY category
ORDER BY items DESC, category;
