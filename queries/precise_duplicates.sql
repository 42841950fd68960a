-- Which seizures agree exactly in product and amount, where the amount is too precise for chance?
--
-- Too precise is a weight or volume written with five digits or more between its noughts:
-- 66562.312 kg is, 182400 kg is not. Amounts are compared in kilograms or litres, so 7040 g is
-- 7.04 kg.
WITH weighed AS (
  SELECT
    seizure_id, seized_on, reporting_country, product,
    COALESCE(try_convert(quantity, 'kg'), try_convert(quantity, 'litres')) AS amount,
    LENGTH(TRIM(REPLACE(CAST(amount_of(quantity) AS VARCHAR), '.', ''), '0')) AS digits
  FROM 'datasets/seizures/seizures.csv'
  WHERE dimension_of(quantity) IN ('mass', 'volume')
)
SELECT
  product,
  amount,
  COUNT(*) AS seizures,
  STRING_AGG(CAST(seizure_id AS VARCHAR), ', ' ORDER BY seizure_id) AS seizure_ids,
  STRING_AGG(DISTINCT reporting_country, ', ' ORDER BY reporting_country) AS reported_by,
  MIN(seized_on) AS first_day,
  MAX(seized_on) AS last_day
FROM weighed
WHERE digits >= 5
GROUP BY product, amount
HAVING COUNT(*) > 1
ORDER BY MAX(digits) DESC, product, first_day;
