-- How many items of each category were seized in 2024, with and without the suspected duplicates?
--
-- Suspected is a seizure that repeats the day, office, product and route of one registered before
-- it, with a quantity within 5 %. None is proved to be one: both totals are lower and upper
-- bounds.
WITH seized AS (
  SELECT seizure_id, seized_on, office, category, product, departure, destination,
    COALESCE(transit, '-') AS transit, quantity
  FROM 'datasets/seizures/seizures.csv'
  WHERE YEAR(seized_on) = 2024
), suspected AS (
  SELECT DISTINCT later.seizure_id
  FROM seized AS later
  INNER JOIN seized AS earlier USING (seized_on, office, product, departure, transit, destination)
  WHERE later.seizure_id > earlier.seizure_id
    AND dimension_of(later.quantity) = dimension_of(earlier.quantity)
    AND ABS(later.quantity / earlier.quantity - 1) <= 0.05
)
SELECT
  category,
  COUNT(*) AS seizures,
  COUNT(suspected.seizure_id) AS suspected,
  SUM(try_convert(quantity, 'items')) AS items,
  SUM(try_convert(quantity, 'items')) FILTER (WHERE suspected.seizure_id IS NULL) AS items_without,
  CAST(items_without / items - 1 AS PERCENT) AS change
FROM seized
LEFT JOIN suspected USING (seizure_id)
GROUP BY category
TOP 13 BY SUM(try_convert(quantity, 'items')) WITH TOTAL;
