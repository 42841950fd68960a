-- How much does each WCO region report?
SELECT
  countries.wco_region,
  COUNT(DISTINCT seized.reporting_country) AS countries,
  COUNT(*) AS seizures,
  ROUND(100.0 * COUNT(*) FILTER (WHERE seized.category = 'Medicines') / COUNT(*), 1)
    AS medicines_percent,
  CAST(SUM(convert(seized.quantity, 'items')) FILTER (WHERE seized.unit NOT IN ('kg', 'g', 'litres')) AS BIGINT) AS items,
  CAST(ROUND(SUM(seized.value_usd)) AS BIGINT) AS value_usd
FROM 'datasets/seizures/seizures.csv' AS seized
INNER JOIN 'datasets/seizures/countries.csv' AS countries
  ON countries.alpha2 = seized.reporting_country
GROUP BY countries.wco_region
ORDER BY seizures DESC, countries.wco_region;
