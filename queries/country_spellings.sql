-- Which countries are spelled in more than one way, and which names are those of no country?
--
-- The reports are a training set whose senders wrote the country as they liked.
SELECT
  country_code(country) AS code,
  country_name(country) AS name,
  COUNT(DISTINCT country) AS spellings,
  STRING_AGG(DISTINCT '[' || country || ']', ' ' ORDER BY '[' || country || ']') AS spelled,
  COUNT(*) AS reports,
  SUM(seizures) AS seizures
FROM 'datasets/training/country_reports.csv'
GROUP BY code, name
HAVING COUNT(DISTINCT country) > 1 OR country_code(MIN(country)) IS NULL
ORDER BY code NULLS FIRST;
