-- Which seizures of 2024 are outliers for their product and unit?
--
-- Quantities spread over orders of magnitude, so their logarithms are compared: an outlier lies
-- more than 3.5 robust deviations (1.4826 x the median absolute deviation) from the median of at
-- least 30.
WITH logs AS (
  SELECT
    seizure_id, seized_on, reporting_country, product, unit, quantity,
    LN(amount_of(quantity)) AS log,
    MEDIAN(quantity) OVER (PARTITION BY product, unit) AS median,
    MEDIAN(LN(amount_of(quantity))) OVER (PARTITION BY product, unit) AS middle,
    COUNT(quantity) OVER (PARTITION BY product, unit) AS seizures
  FROM 'datasets/seizures/seizures.csv'
  WHERE amount_of(quantity) > 0
), deviations AS (
  SELECT *, MEDIAN(ABS(log - middle)) OVER (PARTITION BY product, unit) AS deviation
  FROM logs
)
SELECT
  seizure_id, seized_on, reporting_country, product, quantity, median,
  ROUND(quantity / median, 4) AS times_median,
  ROUND((log - middle) / (1.4826 * deviation), 2) AS deviations
FROM deviations
WHERE seizures >= 30 AND ABS(log - middle) > 3.5 * 1.4826 * deviation AND YEAR(seized_on) = 2024
ORDER BY ABS(log - middle) / deviation DESC, seizure_id;
