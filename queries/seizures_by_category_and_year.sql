-- How many seizures of each category does each of the last five years have?
SELECT
  category,
  COUNT(*) FILTER (WHERE YEAR(seized_on) = 2020) AS year_2020,
  COUNT(*) FILTER (WHERE YEAR(seized_on) = 2021) AS year_2021,
  COUNT(*) FILTER (WHERE YEAR(seized_on) = 2022) AS year_2022,
  COUNT(*) FILTER (WHERE YEAR(seized_on) = 2023) AS year_2023,
  COUNT(*) FILTER (WHERE YEAR(seized_on) = 2024) AS year_2024,
  COUNT(*) AS all_five
FROM 'datasets/seizures/seizures.csv'
WHERE YEAR(seized_on) BETWEEN 2020 AND 2024
GROUP BY category
ORDER BY all_five DESC, category;
