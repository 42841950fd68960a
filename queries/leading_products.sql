-- Which products lead by the number of seizures, and which by quantity in each dimension?
--
-- Kilograms, litres and items have no common order: each dimension has places of its own.
WITH products AS (
  SELECT
    CASE
      WHEN try_convert(measure(1, unit), 'items') IS NOT NULL THEN 'items'
      ELSE dimension_of(measure(1, unit))
    END AS dimension,
    product,
    COUNT(*) AS seizures,
    SUM(COALESCE(try_convert(quantity, 'items'), quantity)) AS quantity
  FROM 'datasets/seizures/seizures.csv'
  GROUP BY ALL
)
SELECT
  dimension,
  product,
  seizures,
  RANK() OVER (PARTITION BY dimension ORDER BY seizures DESC) AS place_by_seizures,
  quantity,
  RANK() OVER (PARTITION BY dimension ORDER BY quantity DESC NULLS LAST) AS place_by_quantity
FROM products
QUALIFY place_by_seizures <= 5 OR place_by_quantity <= 5
ORDER BY dimension, place_by_quantity, product;
