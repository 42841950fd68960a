-- How many kilograms of each drug were seized in 2023?
--
-- What is counted or poured has no mass and is left out; so is what was not weighed. Both are
-- numbered.
SELECT
  product,
  SUM(try_convert(quantity, 'kg')) AS mass,
  COUNT(*) AS seizures,
  COUNT(try_convert(quantity, 'kg')) AS weighed,
  COUNT(*) - COUNT(quantity) AS without_quantity,
  COUNT(quantity) - COUNT(try_convert(quantity, 'kg')) AS in_other_units
FROM 'datasets/seizures/seizures.csv'
WHERE category = 'Drugs' AND YEAR(seized_on) = 2023
GROUP BY product
ORDER BY mass DESC NULLS LAST, product;
