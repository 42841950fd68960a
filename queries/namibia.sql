-- What does Namibia report? Its code NA is a country, not a missing value.
SELECT
  countries.name,
  seized.category,
  COUNT(*) AS seizures,
  MIN(seized.seized_on) AS first_day,
  MAX(seized.seized_on) AS last_day
FROM 'datasets/seizures/seizures.csv' AS seized
INNER JOIN 'datasets/seizures/countries.csv' AS countries
  ON countries.alpha2 = seized.reporting_country
WHERE seized.reporting_country = 'NA'
GROUP BY countries.name, seized.category
ORDER BY seizures DESC, seized.category;
