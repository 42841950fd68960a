-- How many items of each category were seized in 2024, with and without the suspected duplicates?
--
-- Suspected is a seizure that repeats the day, office, product and route of one registered before
-- it, with a quantity within 5 %. None is proved to be one: the truth lies between the two totals.
WITH suspected AS (
  SELECT DISTINCT row_2 AS seizure_id
  FROM near_duplicates(
    'datasets/seizures/seizures.csv', seized_on,
    office || ': ' || route(departure, transit, destination), product, quantity,
    days := 0, tolerance := 0.05, key := seizure_id
  )
)
SELECT
  category,
  COUNT(*) AS seizures,
  COUNT(suspected.seizure_id) AS suspected,
  SUM(try_convert(quantity, 'items')) AS items,
  SUM(try_convert(quantity, 'items')) FILTER (WHERE suspected.seizure_id IS NULL) AS items_without,
  CAST((items_without - items) / items AS PERCENT) AS change
FROM 'datasets/seizures/seizures.csv'
LEFT JOIN suspected USING (seizure_id)
WHERE YEAR(seized_on) = 2024
GROUP BY category
TOP 13 BY SUM(try_convert(quantity, 'items')) WITH TOTAL;
