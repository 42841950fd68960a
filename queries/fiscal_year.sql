-- How do fiscal years that begin in October differ from calendar years?
--
-- Fiscal year 2005 is October 2004 to September 2005. The first and the last have less than twelve
-- months of data: no growth may be read from them.
WITH seized AS (
  SELECT
    YEAR(seized_on) AS calendar_year,
    YEAR(seized_on + INTERVAL 3 MONTH) AS fiscal_year,
    MONTH(seized_on) AS month,
    try_convert(quantity, 'items') AS items
  FROM 'datasets/seizures/seizures.csv'
), calendar AS (
  SELECT calendar_year AS year, COUNT(*) AS seizures, SUM(items) AS items
  FROM seized
  GROUP BY 1
), fiscal AS (
  SELECT fiscal_year AS year, COUNT(*) AS seizures, SUM(items) AS items,
    COUNT(DISTINCT month) AS months
  FROM seized
  GROUP BY 1
)
SELECT
  year,
  calendar.seizures AS calendar_seizures,
  fiscal.seizures AS fiscal_seizures,
  fiscal.months AS fiscal_months,
  calendar.items AS calendar_items,
  fiscal.items AS fiscal_items,
  CASE
    WHEN fiscal.months = 12 THEN CAST((fiscal.items - calendar.items) / calendar.items AS PERCENT)
  END AS difference
FROM calendar
FULL JOIN fiscal USING (year)
ORDER BY year;
