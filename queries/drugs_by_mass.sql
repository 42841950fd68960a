-- How many kilograms of each drug were seized? What is counted or poured is left out and numbered, as
-- is what was not weighed.
SELECT
  product,
  ROUND(SUM(try_convert(quantity, 'kg')), 3) AS mass,
  COUNT(*) FILTER (WHERE unit IN ('kg', 'g') AND quantity IS NOT NULL) AS weighed,
  COUNT(*) FILTER (WHERE unit IN ('kg', 'g') AND quantity IS NULL) AS not_weighed,
  COUNT(*) FILTER (WHERE unit NOT IN ('kg', 'g')) AS in_other_units
FROM 'datasets/seizures/seizures.csv'
WHERE category = 'Drugs'
GROUP BY product
ORDER BY mass DESC NULLS LAST, product;
