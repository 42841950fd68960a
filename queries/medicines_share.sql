-- What share of the items seized in 2024 were medicines?
--
-- An item is one of anything counted, and a pair is one item. What is weighed or poured is not an
-- item: the seizures of it are numbered beside.
SELECT
  category,
  SUM(try_convert(quantity, 'items')) AS items,
  SHARE(SUM(try_convert(quantity, 'items'))) AS share,
  COUNT(try_convert(quantity, 'items')) AS seizures_of_items,
  COUNT(*) - COUNT(try_convert(quantity, 'items')) AS other_seizures
FROM 'datasets/seizures/seizures.csv'
WHERE YEAR(seized_on) = 2024
GROUP BY category
TOP 3 BY SUM(try_convert(quantity, 'items')) WITH OTHERS WITH TOTAL;
