-- Which cases of 2024 may have been reported twice: the same day, office, product and route, with a
-- quantity within 5 %?
SELECT
  pairs.score,
  pairs.date_1 AS seized_on,
  pairs.product,
  pairs.place_1 AS office_and_route,
  pairs.row_1 AS one_id,
  pairs.row_2 AS other_id,
  pairs.quantity_1 AS one_quantity,
  pairs.quantity_2 AS other_quantity
FROM near_duplicates(
  'datasets/seizures/seizures.csv', seized_on,
  office || ': ' || route(departure, transit, destination), product, quantity,
  days := 0, tolerance := 0.05, key := seizure_id
) AS pairs
WHERE YEAR(pairs.date_1) = 2024
ORDER BY seized_on, one_id, other_id;
