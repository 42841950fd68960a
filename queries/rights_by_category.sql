-- Which intellectual property rights are infringed in each category?
SELECT
  category,
  COUNT(*) AS seizures,
  COUNT(ip_right) AS infringing,
  COUNT(*) FILTER (WHERE ip_right = 'Trademark') AS trademark,
  COUNT(*) FILTER (WHERE ip_right = 'Design') AS design,
  COUNT(*) FILTER (WHERE ip_right = 'Copyright') AS copyright,
  COUNT(*) FILTER (WHERE ip_right = 'Patent') AS patent,
  COUNT(*) FILTER (WHERE ip_right = 'Geographical indication') AS geographical_indication
FROM 'datasets/seizures/seizures.csv'
GROUP BY category
HAVING COUNT(ip_right) > 0
ORDER BY infringing DESC, category;
