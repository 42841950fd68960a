-- What is seized in each means of transport worth, on average and in all, and how often is it
-- unknown?
SELECT
  mode,
  COUNT(*) AS seizures,
  COUNT(*) - COUNT(value_usd) AS without_value,
  CAST(ROUND(SUM(value_usd)) AS BIGINT) AS value_usd,
  SHARE(SUM(value_usd)) AS share,
  CAST(ROUND(AVG(value_usd)) AS BIGINT) AS average_usd,
  CAST(ROUND(MAX(value_usd)) AS BIGINT) AS largest_usd
FROM 'datasets/seizures/seizures.csv'
GROUP BY mode
TOP 7 BY SUM(value_usd) WITH TOTAL;
