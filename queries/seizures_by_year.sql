-- How many seizures does each year have, by how much more than the year before, and how many
-- countries reported them?
SELECT
  YEAR(seized_on) AS year,
  COUNT(*) AS seizures,
  GROWTH(seizures) OVER (ORDER BY year) AS growth,
  COUNT(DISTINCT reporting_country) AS reporting_countries
FROM 'datasets/seizures/seizures.csv'
GROUP BY year
ORDER BY year;
