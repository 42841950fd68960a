-- Which transit countries lie between China and Germany, and how many seizures went direct?
SELECT
  COALESCE(country_name(transit), '(direct)') AS transit,
  COUNT(*) AS seizures,
  SHARE(COUNT(*)) AS share,
  COUNT(DISTINCT product) AS products,
  MIN(seized_on) AS first_day,
  MAX(seized_on) AS last_day
FROM 'datasets/seizures/seizures.csv'
WHERE departure = 'CN' AND destination = 'DE'
GROUP BY 1
TOP 10 BY COUNT(*) WITH OTHERS WITH TOTAL;
