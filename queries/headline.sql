-- Does "+22 %" follow from 166 million items in 2004 and nearly 200 million in 2024, and what share
-- are illicit medicines?
--
-- It does not: the change is +20.5 %, and +20.8 % at most, if 166 was rounded up to. With +22 % the
-- medicines would be 73.1 %, not "more than 74 %". What is weighed or poured is not an item.
WITH items AS (
  SELECT 'published' AS source, year, COALESCE(subject, 'all') AS part,
    try_convert(value, 'items') AS items
  FROM 'datasets/published/figures.csv'
  WHERE series = 'WCO CEN IPR' AND metric = 'items_seized' AND status = 'current'
  UNION ALL
  SELECT 'synthetic seizures', YEAR(seized_on), 'all', try_convert(quantity, 'items')
  FROM 'datasets/seizures/seizures.csv'
  UNION ALL
  SELECT 'synthetic seizures', YEAR(seized_on), 'medicines', try_convert(quantity, 'items')
  FROM 'datasets/seizures/seizures.csv'
  WHERE category = 'Medicines'
), totals AS (
  SELECT
    source,
    SUM(items) FILTER (WHERE year = 2004 AND part = 'all') AS items_2004,
    SUM(items) FILTER (WHERE year = 2024 AND part = 'all') AS items_2024,
    SUM(items) FILTER (WHERE year = 2024 AND part = 'medicines') AS medicines_2024
  FROM items
  GROUP BY source
)
SELECT
  source,
  items_2004,
  items_2024,
  CAST((items_2024 - items_2004) / items_2004 AS PERCENT) AS change,
  medicines_2024,
  CAST(medicines_2024 / items_2024 AS PERCENT) AS medicines_share,
  items_2004 * 1.22 AS items_if_22_percent,
  CAST(medicines_2024 / (items_2004 * 1.22) AS PERCENT) AS medicines_share_then
FROM totals
ORDER BY source;
