-- Which ten offices seized the most tablets in 2024, and in which quarters?
SELECT
  office,
  reporting_country,
  CAST(SUM(quantity) FILTER (WHERE QUARTER(seized_on) = 1) AS BIGINT) AS quarter_1,
  CAST(SUM(quantity) FILTER (WHERE QUARTER(seized_on) = 2) AS BIGINT) AS quarter_2,
  CAST(SUM(quantity) FILTER (WHERE QUARTER(seized_on) = 3) AS BIGINT) AS quarter_3,
  CAST(SUM(quantity) FILTER (WHERE QUARTER(seized_on) = 4) AS BIGINT) AS quarter_4,
  CAST(SUM(quantity) AS BIGINT) AS tablets,
  COUNT(*) AS seizures
FROM 'datasets/seizures/seizures.csv'
WHERE unit = 'tablets' AND YEAR(seized_on) = 2024
GROUP BY office, reporting_country
ORDER BY tablets DESC, office
LIMIT 10;
