-- What share of each year's seizures came by post, and by the other means of transport?
--
-- The post is not the express courier: the two have columns of their own.
PIVOT (
  SELECT
    YEAR(seized_on) AS year,
    mode,
    SHARE(COUNT(*)) OVER (PARTITION BY YEAR(seized_on)) AS share
  FROM 'datasets/seizures/seizures.csv'
  GROUP BY ALL
)
ON mode IN ('Mail', 'Express courier', 'Air freight', 'Sea container', 'Road', 'Rail', 'Passenger')
USING MAX(share)
GROUP BY year
ORDER BY year;
