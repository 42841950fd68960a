-- What was seized of chapter 30 of the Harmonized System, pharmaceutical products, by heading?
--
-- The chapter is not the category: medicines without a code are not in it, nor those whose code
-- lies in another chapter, such as anabolic steroids in 29.
SELECT
  hs_heading(hs_code) AS heading,
  hs_label(hs_heading(hs_code)) AS label,
  COUNT(*) AS seizures,
  SHARE(COUNT(*)) AS share,
  COUNT(DISTINCT hs_code) AS codes,
  SUM(try_convert(quantity, 'items')) AS items,
  SUM(try_convert(quantity, 'kg')) AS mass
FROM 'datasets/seizures/seizures.csv'
WHERE hs_code UNDER '30'
GROUP BY heading, label
ORDER BY heading;
