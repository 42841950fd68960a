-- What share of each year's seizures, and of its items, do joint operations have?
WITH years AS (
  SELECT
    YEAR(seized_on) AS year,
    COUNT(*) AS seizures,
    COUNT(operation) AS in_operations,
    COUNT(DISTINCT operation) AS operations,
    SUM(convert(quantity, 'items')) FILTER (WHERE unit NOT IN ('kg', 'g', 'litres')) AS items,
    SUM(convert(quantity, 'items'))
      FILTER (WHERE unit NOT IN ('kg', 'g', 'litres') AND operation IS NOT NULL) AS items_in_operations
  FROM 'datasets/seizures/seizures.csv'
  GROUP BY 1
)
SELECT
  year,
  seizures,
  in_operations,
  ROUND(100.0 * in_operations / seizures, 1) AS percent_of_seizures,
  operations,
  ROUND(100.0 * COALESCE(items_in_operations / items, 0), 1) AS percent_of_items
FROM years
ORDER BY year;
