-- In which months are counterfeit goods, alcohol and wildlife seized, in percent of an even month?
WITH months AS (
  SELECT category, MONTH(seized_on) AS month, COUNT(*) AS seizures
  FROM 'datasets/seizures/seizures.csv'
  WHERE category IN ('Counterfeit goods', 'Alcohol', 'Wildlife')
  GROUP BY 1, 2
), years AS (
  SELECT category, SUM(seizures) AS seizures
  FROM months
  GROUP BY category
)
SELECT
  months.category,
  months.month,
  months.seizures,
  ROUND(1200.0 * months.seizures / years.seizures, 1) AS percent_of_even_month
FROM months
INNER JOIN years ON years.category = months.category
ORDER BY months.category, months.month;
