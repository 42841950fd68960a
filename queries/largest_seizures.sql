-- What are the ten largest seizures of ketamine by mass?
--
-- Ketamine is reported in grams and in litres: a litre has no mass, and is not listed.
SELECT
  seizure_id,
  seized_on,
  reporting_country,
  mode,
  try_convert(quantity, 'kg') AS mass,
  quantity AS as_reported
FROM 'datasets/seizures/seizures.csv'
WHERE product = 'ketamine' AND try_convert(quantity, 'kg') IS NOT NULL
ORDER BY mass DESC, seizure_id
LIMIT 10;
