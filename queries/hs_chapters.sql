-- Which chapters of the Harmonized System are seized most often, and in how many headings?
--
-- Codes are text: chapter 03 keeps its zero.
SELECT
  COALESCE(SUBSTR(hs_code, 1, 2), '(none)') AS chapter,
  COUNT(*) AS seizures,
  COUNT(DISTINCT SUBSTR(hs_code, 1, 4)) AS headings,
  COUNT(DISTINCT category) AS categories,
  MIN(product) AS first_product,
  MAX(product) AS last_product
FROM 'datasets/seizures/seizures.csv'
GROUP BY 1
ORDER BY seizures DESC, chapter
LIMIT 25;
