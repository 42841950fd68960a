-- Which concealments go with air passengers: how much more often than in all seizures?
--
-- An air passenger is one stopped at an airport. Of seizures whose concealment is known; those
-- where nobody said are numbered in the first row.
WITH seized AS (
  SELECT
    concealment,
    mode = 'Passenger' AND office LIKE '% Airport' AS by_air
  FROM 'datasets/seizures/seizures.csv'
), shares AS (
  SELECT
    concealment,
    COUNT(*) FILTER (WHERE by_air) AS air_passengers,
    COUNT(*) AS seizures,
    SHARE(COUNT(*) FILTER (WHERE by_air)) AS share_of_air_passengers,
    SHARE(COUNT(*)) AS share_of_all
  FROM seized
  WHERE concealment IS NOT NULL
  GROUP BY concealment
)
SELECT
  '(not reported)' AS concealment,
  COUNT(*) FILTER (WHERE by_air) AS air_passengers,
  COUNT(*) AS seizures,
  NULL AS share_of_air_passengers,
  NULL AS share_of_all,
  NULL AS times_as_often
FROM seized
WHERE concealment IS NULL
UNION ALL
SELECT *, ROUND(share_of_air_passengers / share_of_all, 2)
FROM shares
WHERE air_passengers > 0
ORDER BY times_as_often DESC NULLS FIRST, air_passengers DESC, concealment;
