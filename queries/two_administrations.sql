-- Which pairs of reports look like one seizure reported by two administrations?
--
-- One product and route, at most a day apart, quantities within 1 % once in one unit, and two
-- reporting countries. The reports are a training set of 60 cases, eight of which are in it twice.
SELECT
  pairs.score,
  pairs.row_1 AS one_report,
  pairs.row_2 AS other_report,
  one.reporting_country AS one_country,
  other.reporting_country AS other_country,
  pairs.product,
  pairs.place_1 AS route,
  pairs.date_1 AS one_day,
  pairs.date_2 AS other_day,
  pairs.quantity_1 AS one_quantity,
  pairs.quantity_2 AS other_quantity
FROM near_duplicates(
  'datasets/training/two_administrations.csv', seized_on, route(departure, NULL, destination),
  product, quantity, days := 1, tolerance := 0.01, key := report_id
) AS pairs
INNER JOIN 'datasets/training/two_administrations.csv' AS one ON one.report_id = pairs.row_1
INNER JOIN 'datasets/training/two_administrations.csv' AS other ON other.report_id = pairs.row_2
WHERE one.reporting_country <> other.reporting_country
ORDER BY pairs.score DESC, one_report, other_report;
