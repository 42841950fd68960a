-- Which routes from departure to destination are used most, and how much is left for all others?
SELECT
  route(departure, NULL, destination) AS route,
  COUNT(*) AS seizures,
  SHARE(COUNT(*)) AS share,
  COUNT(transit) AS through_transit,
  COUNT(DISTINCT product) AS products,
  SUM(try_convert(quantity, 'items')) AS items
FROM 'datasets/seizures/seizures.csv'
GROUP BY 1
TOP 20 BY COUNT(*) WITH OTHERS WITH TOTAL;
