-- In which months do counterfeit goods, alcohol and wildlife peak, once each year's level is taken
-- out?
--
-- The index is the mean over the years of a month's share in its year; 1 is an even month. A month
-- without seizures counts as zero.
WITH months AS (
  SELECT
    category,
    YEAR(seized_on) AS year,
    MONTH(seized_on) AS month,
    COUNT(*) AS seizures,
    12 * SHARE(COUNT(*)) OVER (PARTITION BY category, YEAR(seized_on)) AS index
  FROM 'datasets/seizures/seizures.csv'
  WHERE category IN ('Counterfeit goods', 'Alcohol', 'Wildlife')
  GROUP BY ALL
), years AS (
  SELECT category, COUNT(DISTINCT year) AS years FROM months GROUP BY category
)
SELECT
  months.category,
  months.month,
  SUM(months.seizures) AS seizures,
  ROUND(SUM(months.index) / MAX(years.years), 2) AS index,
  COUNT(*) FILTER (WHERE months.index > 1) AS years_above_even,
  RANK() OVER (PARTITION BY months.category ORDER BY SUM(months.index) DESC) AS place
FROM months
INNER JOIN years USING (category)
GROUP BY months.category, months.month
QUALIFY place <= 4
ORDER BY months.category, place, months.month;
