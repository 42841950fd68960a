-- Which methods of detection find most in each means of transport?
SELECT
  mode,
  detection,
  COUNT(*) AS seizures,
  SHARE(COUNT(*)) OVER (PARTITION BY mode) AS share,
  SUM(try_convert(quantity, 'items')) AS items
FROM 'datasets/seizures/seizures.csv'
GROUP BY mode, detection
TOP 3 BY COUNT(*) PER mode WITH OTHERS WITH TOTAL;
