-- How many illicit medicines were seized each year, by how much more than in the year before, and
-- what share of all items are they?
SELECT
  year,
  items AS medicines,
  GROWTH(items) OVER (ORDER BY year) AS growth,
  share AS share_of_items
FROM (
  SELECT
    YEAR(seized_on) AS year,
    category,
    SUM(try_convert(quantity, 'items')) AS items,
    SHARE(SUM(try_convert(quantity, 'items'))) OVER (PARTITION BY YEAR(seized_on)) AS share
  FROM 'datasets/seizures/seizures.csv'
  GROUP BY ALL
)
WHERE category = 'Medicines'
ORDER BY year;
