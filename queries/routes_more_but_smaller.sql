-- Which routes grew in number of seizures while their mean quantity fell?
--
-- Items only: 2020 to 2024 against the five years before, and at least ten seizures of items in
-- each.
WITH routes AS (
  SELECT
    departure,
    destination,
    YEAR(seized_on) >= 2020 AS is_later,
    COUNT(*) AS seizures,
    AVG(try_convert(quantity, 'items')) AS mean
  FROM 'datasets/seizures/seizures.csv'
  WHERE YEAR(seized_on) >= 2015 AND try_convert(quantity, 'items') IS NOT NULL
  GROUP BY ALL
)
SELECT
  route(departure, NULL, destination) AS route,
  earlier.seizures AS seizures_2015_2019,
  later.seizures AS seizures_2020_2024,
  CAST((later.seizures - earlier.seizures) / earlier.seizures AS PERCENT) AS growth_of_seizures,
  ROUND(earlier.mean, 1) AS mean_2015_2019,
  ROUND(later.mean, 1) AS mean_2020_2024,
  CAST((later.mean - earlier.mean) / earlier.mean AS PERCENT) AS growth_of_mean
FROM routes AS earlier
INNER JOIN routes AS later USING (departure, destination)
WHERE NOT earlier.is_later AND later.is_later
  AND earlier.seizures >= 10 AND later.seizures >= 10
  AND later.seizures > earlier.seizures AND later.mean < earlier.mean
ORDER BY growth_of_seizures DESC, route;
