-- How concentrated is the origin of each category: the sum of squared shares (1 is a single origin),
-- and the largest share?
WITH origins AS (
  SELECT category, origin, COUNT(*) AS seizures
  FROM 'datasets/seizures/seizures.csv'
  WHERE origin IS NOT NULL
  GROUP BY category, origin
), categories AS (
  SELECT category, SUM(seizures) AS seizures
  FROM origins
  GROUP BY category
)
SELECT
  category,
  COUNT(*) AS origins,
  ROUND(SUM(share * share), 4) AS concentration,
  ROUND(100 * MAX(share), 1) AS largest_percent
FROM (
  SELECT origins.category, 1.0 * origins.seizures / categories.seizures AS share
  FROM origins
  INNER JOIN categories ON categories.category = origins.category
) AS shares
GROUP BY category
ORDER BY concentration DESC, category;
