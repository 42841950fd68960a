-- Which rights were infringed in 2024, by means of transport, as a table that may be shared?
--
-- Counts under five are hidden, and as many more (marked *) as would let them be worked out from
-- the totals.
SELECT
  CASE WHEN GROUPING(mode) = 1 THEN 'All modes' ELSE mode END AS mode,
  CASE WHEN GROUPING(ip_right) = 1 THEN 'All rights' ELSE ip_right END AS ip_right,
  COUNT(*) AS seizures,
  SUM(try_convert(quantity, 'items')) AS items
FROM 'datasets/seizures/seizures.csv'
WHERE YEAR(seized_on) = 2024 AND ip_right IS NOT NULL
GROUP BY CUBE (mode, ip_right)
ORDER BY GROUPING(mode), mode, GROUPING(ip_right), ip_right
SUPPRESS BELOW 5;
