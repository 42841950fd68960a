-- How many seizures are in this file?
--
-- A seizure is a row: no identifier occurs twice. Pairs of rows that may be one case reported twice
-- are a question of their own (duplicates.sql).
SELECT
  COUNT(*) AS seizures,
  COUNT(DISTINCT seizure_id) AS identifiers,
  COUNT(*) - COUNT(quantity) AS without_quantity,
  MIN(seizure_id) AS first_id,
  MAX(seizure_id) AS last_id
FROM 'datasets/seizures/seizures.csv';
