-- Which pairs of reports look like one seizure reported by two administrations?
--
-- Same product and route, two reporting countries, a day apart at most, quantities within 1 % once
-- in one unit. The reports are a training set of 60 cases, eight of which are in it twice.
WITH pairs AS (
  SELECT
    one.report_id AS one_id,
    other.report_id AS other_id,
    one.reporting_country AS one_country,
    other.reporting_country AS other_country,
    one.product,
    one.departure,
    one.destination,
    one.seized_on AS one_day,
    other.seized_on AS other_day,
    one.quantity AS one_quantity,
    other.quantity AS other_quantity
  FROM 'datasets/training/two_administrations.csv' AS one
  INNER JOIN 'datasets/training/two_administrations.csv' AS other
    USING (product, departure, destination)
  WHERE one.report_id < other.report_id
    AND one.reporting_country <> other.reporting_country
    AND ABS(DATE_DIFF('day', one.seized_on, other.seized_on)) <= 1
)
SELECT *
FROM pairs
WHERE dimension_of(one_quantity) = dimension_of(other_quantity)
  AND ABS(other_quantity / one_quantity - 1) <= 0.01
ORDER BY one_id, other_id;
