-- How much does each WCO region report?
SELECT
  wco_region(reporting_country) AS wco_region,
  COUNT(DISTINCT reporting_country) AS countries,
  COUNT(*) AS seizures,
  ROUND(100.0 * COUNT(*) FILTER (WHERE category = 'Medicines') / COUNT(*), 1)
    AS medicines_percent,
  CAST(SUM(convert(quantity, 'items')) FILTER (WHERE unit NOT IN ('kg', 'g', 'litres')) AS BIGINT) AS items,
  CAST(ROUND(SUM(value_usd)) AS BIGINT) AS value_usd
FROM 'datasets/seizures/seizures.csv'
GROUP BY 1
ORDER BY seizures DESC, 1;
