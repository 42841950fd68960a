-- What are the median and the 95th percentile of a seizure of each of the twenty products seized
-- most?
--
-- A product that is both weighed and counted has a row for each. Rows without a quantity are
-- numbered.
SELECT
  product,
  dimension_of(measure(1, unit)) AS dimension,
  COUNT(*) AS seizures,
  COUNT(*) - COUNT(quantity) AS without_quantity,
  MEDIAN(quantity) AS median,
  QUANTILE_CONT(quantity, 0.95) AS percentile_95,
  MAX(quantity) AS largest
FROM 'datasets/seizures/seizures.csv'
GROUP BY product, dimension
TOP 20 BY COUNT(*);
