-- Which seizures belong to Operations PANGEA and STOP, beside what was published about each?
--
-- The seizures are synthetic, the days, participants and published units are not: the two are not
-- meant to agree. Within an operation's days not every seizure is part of it.
WITH days AS (
  SELECT operations.operation, COUNT(*) AS seizures
  FROM 'datasets/operations/operations.csv' AS operations
  INNER JOIN 'datasets/seizures/seizures.csv' AS seized
    ON seized.seized_on BETWEEN operations.start_date AND operations.end_date
  GROUP BY operations.operation
)
SELECT
  operations.operation,
  operations.start_date,
  operations.end_date,
  COUNT(seized.seizure_id) AS seizures,
  MAX(days.seizures) AS seizures_in_its_days,
  COUNT(DISTINCT seized.reporting_country) AS countries,
  operations.participants,
  SUM(try_convert(seized.quantity, 'items')) AS items,
  operations.units_seized AS published_units
FROM 'datasets/operations/operations.csv' AS operations
LEFT JOIN days USING (operation)
LEFT JOIN 'datasets/seizures/seizures.csv' AS seized ON seized.operation = operations.operation
WHERE operations.series IN ('PANGEA', 'STOP')
GROUP BY operations.operation, operations.start_date, operations.end_date,
  operations.participants, operations.units_seized
ORDER BY operations.start_date NULLS LAST, operations.operation;
