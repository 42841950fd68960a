-- What of chapter 30 of the Harmonized System, medicines, was seized under each heading?
SELECT
  hs_heading(hs_code) AS heading,
  hs_label(hs_heading(hs_code)) AS label,
  COUNT(*) AS seizures,
  COUNT(DISTINCT product) AS products,
  COUNT(DISTINCT reporting_country) AS countries,
  CAST(ROUND(SUM(value_usd)) AS BIGINT) AS value_usd
FROM 'datasets/seizures/seizures.csv'
WHERE hs_code UNDER '30'
GROUP BY 1, 2
ORDER BY seizures DESC, heading;
