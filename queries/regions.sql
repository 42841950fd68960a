-- How much does each region of the World Customs Organization report?
SELECT
  wco_region(reporting_country) AS region,
  COUNT(DISTINCT reporting_country) AS countries,
  COUNT(*) AS seizures,
  SHARE(COUNT(*)) AS share,
  CAST(COUNT(*) FILTER (WHERE category = 'Medicines') / COUNT(*) AS PERCENT) AS medicines,
  SUM(try_convert(quantity, 'items')) AS items,
  SUM(try_convert(quantity, 'kg')) AS mass,
  CAST(ROUND(SUM(value_usd)) AS BIGINT) AS value_usd
FROM 'datasets/seizures/seizures.csv'
GROUP BY region
TOP 6 BY COUNT(*) WITH OTHERS WITH TOTAL;
