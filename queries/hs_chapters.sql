-- Which chapters of the Harmonized System are seized most often, and in how many headings?
--
-- Codes are text: chapter 03 keeps its zero.
SELECT
  COALESCE(hs_chapter(hs_code), '(none)') AS chapter,
  hs_label(hs_chapter(hs_code)) AS label,
  COUNT(*) AS seizures,
  SHARE(COUNT(*)) AS share,
  COUNT(DISTINCT hs_heading(hs_code)) AS headings,
  COUNT(DISTINCT category) AS categories
FROM 'datasets/seizures/seizures.csv'
GROUP BY 1, 2
TOP 25 BY COUNT(*) WITH OTHERS WITH TOTAL;
