-- Which medicines were seized on the days of operations STOP and PANGEA, and how many of those
-- seizures were reported as the operation's?
--
-- The days are those of ref.operations, where their sources stand too.
SELECT
  CASE
    WHEN seized_on DURING 'STOP' THEN 'STOP'
    WHEN seized_on DURING 'STOP II' THEN 'STOP II'
    WHEN seized_on DURING 'PANGEA XV' THEN 'PANGEA XV'
    WHEN seized_on DURING 'PANGEA XVI' THEN 'PANGEA XVI'
  END AS days_of,
  COUNT(*) AS seizures,
  COUNT(operation) AS reported_as_such,
  COUNT(DISTINCT reporting_country) AS countries,
  COUNT(*) FILTER (WHERE destination UNDER 'EU') AS bound_for_eu,
  MIN(seized_on) AS first_day,
  MAX(seized_on) AS last_day
FROM 'datasets/seizures/seizures.csv'
WHERE category = 'Medicines'
  AND (seized_on DURING 'STOP' OR seized_on DURING 'STOP II'
    OR seized_on DURING 'PANGEA XV' OR seized_on DURING 'PANGEA XVI')
GROUP BY days_of
ORDER BY first_day;
