-- Which ten countries report the most seizures, and how much do all the others report?
SELECT
  country_name(reporting_country) AS country,
  COUNT(*) AS seizures,
  SHARE(COUNT(*)) AS share,
  COUNT(DISTINCT office) AS offices,
  MIN(seized_on) AS first_day,
  MAX(seized_on) AS last_day
FROM 'datasets/seizures/seizures.csv'
GROUP BY reporting_country
TOP 10 BY COUNT(*) WITH OTHERS WITH TOTAL;
