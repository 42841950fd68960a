-- What dates and countries does the file cover?
--
-- A day without a seizure is not a gap in reporting; a month without one would be.
SELECT
  MIN(seized_on) AS first_day,
  MAX(seized_on) AS last_day,
  COUNT(DISTINCT seized_on) AS days,
  COUNT(DISTINCT DATE_TRUNC('month', seized_on)) AS months,
  DATE_DIFF('month', MIN(seized_on), MAX(seized_on)) + 1 AS months_spanned,
  COUNT(DISTINCT reporting_country) AS reporting_countries,
  COUNT(DISTINCT origin) AS origins,
  COUNT(DISTINCT departure) AS departures,
  COUNT(DISTINCT transit) AS transits,
  COUNT(DISTINCT destination) AS destinations
FROM 'datasets/seizures/seizures.csv';
