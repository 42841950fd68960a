-- What has been published for each calendar year, series beside series?
--
-- The columns have different scopes: no two of them may be added or drawn as one line. The WCO's
-- figure of 2013 is left out: it is not one series with 2004 and 2024.
SELECT
  year,
  SUM(value) FILTER (WHERE series = 'WCO CEN IPR' AND metric = 'items_seized') AS wco_items,
  SUM(value) FILTER (WHERE series = 'WCO CEN IPR' AND metric = 'cases') AS wco_cases,
  SUM(value) FILTER (WHERE series = 'EU border' AND metric = 'items_detained') AS eu_border_items,
  SUM(value) FILTER (WHERE series = 'EU border' AND metric = 'cases') AS eu_border_cases,
  SUM(value) FILTER (WHERE series = 'EU border and internal market' AND metric = 'items_detained')
    AS eu_all_items
FROM 'datasets/published/figures.csv'
WHERE status = 'current' AND subject IS NULL AND year IS NOT NULL
  AND (series = 'WCO CEN IPR' OR series LIKE 'EU border%')
  AND metric IN ('items_seized', 'items_detained', 'cases')
GROUP BY year
ORDER BY year;
