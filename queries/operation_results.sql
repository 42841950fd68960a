-- What did each joint operation seize in this data set, beside what was published about it?
--
-- The seizures are synthetic, the days, participants and published units are not: the two are not
-- meant to agree.
SELECT
  operations.operation,
  operations.start_date,
  operations.end_date,
  COUNT(*) AS seizures,
  COUNT(DISTINCT seized.reporting_country) AS reporting_countries,
  operations.participants,
  CAST(SUM(convert(seized.quantity, 'items')) FILTER (WHERE seized.unit NOT IN ('kg', 'g', 'litres')) AS BIGINT) AS items,
  operations.units_seized AS published_units
FROM 'datasets/seizures/seizures.csv' AS seized
INNER JOIN 'datasets/operations/operations.csv' AS operations
  ON operations.operation = seized.operation
GROUP BY operations.operation, operations.start_date, operations.end_date, operations.participants,
  operations.units_seized
ORDER BY operations.start_date, operations.operation;
