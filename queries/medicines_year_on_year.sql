-- How many illicit medicines were seized each year, by how much more than in the year before, and
-- what share of all items are they?
WITH years AS (
  SELECT
    YEAR(seized_on) AS year,
    SUM(convert(quantity, 'items')) AS items,
    SUM(convert(quantity, 'items')) FILTER (WHERE category = 'Medicines') AS medicines
  FROM 'datasets/seizures/seizures.csv'
  WHERE unit IN ('pieces', 'pairs', 'tablets', 'ampoules', 'sticks')
  GROUP BY 1
)
SELECT
  years.year,
  CAST(years.medicines AS BIGINT) AS medicines,
  ROUND(100.0 * (years.medicines - previous.medicines) / previous.medicines, 1) AS change_percent,
  ROUND(100.0 * years.medicines / years.items, 1) AS percent_of_items
FROM years
LEFT JOIN years AS previous ON previous.year = years.year - 1
ORDER BY years.year;
