-- Which columns are mostly empty, counting "Unknown" and the like as empty?
--
-- operation, transit, brand and ip_right are empty where there is none: not every gap is a fault.
WITH texts AS (
  SELECT * REPLACE (
    CAST(seizure_id AS VARCHAR) AS seizure_id,
    CAST(seized_on AS VARCHAR) AS seized_on,
    CAST(quantity AS VARCHAR) AS quantity,
    CAST(value_usd AS VARCHAR) AS value_usd
  )
  FROM 'datasets/seizures/seizures.csv'
), cells AS (
  SELECT
    column_name,
    cell,
    CASE
      WHEN LOWER(TRIM(cell)) NOT IN ('', '-', '?', 'n/a', 'none', 'unknown', 'not known') THEN cell
    END AS said
  FROM texts UNPIVOT INCLUDE NULLS (cell FOR column_name IN (*))
)
SELECT
  column_name,
  COUNT(*) - COUNT(said) AS empty,
  COUNT(cell) - COUNT(said) AS of_them_written_out,
  CAST((COUNT(*) - COUNT(said)) / COUNT(*) AS PERCENT) AS share,
  2 * COUNT(said) < COUNT(*) AS mostly_empty
FROM cells
GROUP BY column_name
ORDER BY empty DESC, column_name;
