-- Which pharmaceuticals bound for the European Union were seized in the days of Operation STOP,
-- in the operation and beside it?
--
-- The EU is that of today: its 27 members. What is counted and what is weighed has a row each.
SELECT
  product,
  hs_label(hs_heading(hs_code)) AS heading,
  dimension_of(measure(1, unit)) AS dimension,
  COUNT(*) AS seizures,
  COUNT(*) FILTER (WHERE operation = 'STOP') AS in_the_operation,
  STRING_AGG(DISTINCT departure, ' ' ORDER BY departure) AS departures,
  SUM(quantity) AS quantity
FROM 'datasets/seizures/seizures.csv'
WHERE seized_on DURING 'STOP' AND hs_code UNDER '30' AND destination UNDER 'EU'
GROUP BY product, heading, dimension
ORDER BY seizures DESC, product, heading, dimension;
