-- Which offices found the most tablets in the last quarter that the data have?
WITH last AS (
  SELECT DATE_TRUNC('quarter', MAX(seized_on)) AS quarter FROM 'datasets/seizures/seizures.csv'
)
SELECT
  office,
  reporting_country,
  SUM(quantity) AS tablets,
  SHARE(SUM(quantity)) AS share,
  COUNT(*) AS seizures,
  STRING_AGG(DISTINCT product, ', ' ORDER BY product) AS products
FROM 'datasets/seizures/seizures.csv'
WHERE unit = 'tablets' AND seized_on >= (SELECT quarter FROM last)
GROUP BY office, reporting_country
TOP 10 BY SUM(quantity) WITH OTHERS WITH TOTAL;
