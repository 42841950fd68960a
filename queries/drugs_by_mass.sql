-- How many kilograms of each drug were seized? Grams count a thousandth; what is counted or poured,
-- or was not weighed, is left out and numbered.
SELECT
  product,
  ROUND(SUM(CASE unit WHEN 'kg' THEN quantity WHEN 'g' THEN quantity / 1000 END), 3) AS kg,
  COUNT(*) FILTER (WHERE unit IN ('kg', 'g') AND quantity IS NOT NULL) AS weighed,
  COUNT(*) FILTER (WHERE unit IN ('kg', 'g') AND quantity IS NULL) AS not_weighed,
  COUNT(*) FILTER (WHERE unit NOT IN ('kg', 'g')) AS in_other_units
FROM 'datasets/seizures/seizures.csv'
WHERE category = 'Drugs'
GROUP BY product
ORDER BY kg DESC NULLS LAST, product;
