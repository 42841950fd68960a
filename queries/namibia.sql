-- What does Namibia report? Its code NA is a country, not a missing value.
SELECT
  country_name(reporting_country) AS country,
  category,
  COUNT(*) AS seizures,
  MIN(seized_on) AS first_day,
  MAX(seized_on) AS last_day
FROM 'datasets/seizures/seizures.csv'
WHERE reporting_country = country_code('Namibia')
GROUP BY country, category
ORDER BY seizures DESC, category;
