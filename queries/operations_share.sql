-- How much of each year's seizures, and of its items, came from joint operations?
SELECT
  YEAR(seized_on) AS year,
  COUNT(*) AS seizures,
  COUNT(operation) AS in_operations,
  CAST(COUNT(operation) / COUNT(*) AS PERCENT) AS share_of_seizures,
  COUNT(DISTINCT operation) AS operations,
  SUM(try_convert(quantity, 'items')) AS items,
  SUM(try_convert(quantity, 'items')) FILTER (WHERE operation IS NOT NULL) AS items_in_operations,
  CAST(COALESCE(items_in_operations / items, 0) AS PERCENT) AS share_of_items
FROM 'datasets/seizures/seizures.csv'
GROUP BY year
ORDER BY year;
