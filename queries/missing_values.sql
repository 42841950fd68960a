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
    cell IS NULL OR LOWER(TRIM(cell)) IN ('', '-', '?', 'n/a', 'none', 'unknown', 'not known')
      AS is_empty
  FROM texts UNPIVOT INCLUDE NULLS (cell FOR column_name IN (*))
)
SELECT
  column_name,
  COUNT(*) FILTER (WHERE is_empty) AS empty,
  COUNT(cell) FILTER (WHERE is_empty) AS of_them_written_out,
  CAST(AVG(CASE WHEN is_empty THEN 1.0 ELSE 0.0 END) AS PERCENT) AS share,
  COUNT(*) FILTER (WHERE is_empty) > COUNT(*) / 2 AS mostly_empty
FROM cells
GROUP BY column_name
ORDER BY empty DESC, column_name;
