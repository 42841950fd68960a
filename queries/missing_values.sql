-- How complete are the reports of each year: how many say nothing about a column?
SELECT
  YEAR(seized_on) AS year,
  COUNT(*) AS seizures,
  COUNT(*) - COUNT(hs_code) AS hs_code,
  COUNT(*) - COUNT(concealment) AS concealment,
  COUNT(*) - COUNT(origin) AS origin,
  COUNT(*) - COUNT(quantity) AS quantity,
  COUNT(*) - COUNT(value_usd) AS value_usd,
  COUNT(*) - COUNT(narrative) AS narrative
FROM 'datasets/seizures/seizures.csv'
GROUP BY ALL
ORDER BY year;
