-- Which routes of 2024 had no seizure been made on in the ten years before, and were used at least
-- twice?
SELECT
  route(this_year.departure, NULL, this_year.destination) AS route,
  COUNT(*) AS seizures,
  STRING_AGG(DISTINCT this_year.category, ', ' ORDER BY this_year.category) AS categories,
  MIN(this_year.seized_on) AS first_seen
FROM 'datasets/seizures/seizures.csv' AS this_year
ANTI JOIN (
  SELECT departure, destination
  FROM 'datasets/seizures/seizures.csv'
  WHERE YEAR(seized_on) BETWEEN 2014 AND 2023
) AS known USING (departure, destination)
WHERE YEAR(this_year.seized_on) = 2024
GROUP BY this_year.departure, this_year.destination
HAVING COUNT(*) >= 2
ORDER BY seizures DESC, first_seen, route;
