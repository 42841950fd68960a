-- How concentrated are the origins of each category (1 is a single origin), and what is the largest
-- share?
--
-- Of seizures whose origin is known: the others are numbered, and no part of any share.
WITH origins AS (
  SELECT
    category,
    origin,
    COUNT(origin) AS seizures,
    COUNT(*) - COUNT(origin) AS unknown,
    SHARE(COUNT(origin)) OVER (PARTITION BY category) AS share
  FROM 'datasets/seizures/seizures.csv'
  GROUP BY category, origin
)
SELECT
  category,
  COUNT(origin) AS origins,
  ROUND(HHI(seizures), 4) AS concentration,
  MAX(share) AS largest_share,
  ARG_MAX(origin, share) AS largest_origin,
  SUM(unknown) AS seizures_without_origin
FROM origins
GROUP BY category
ORDER BY concentration DESC, category;
