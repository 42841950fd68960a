-- How did medicines change from each year to the next, counting only the countries that reported in
-- both years?
--
-- A country reported in a year if it sent any seizure at all; one that reported no medicines counts
-- as zero. What the whole data set grew by stands beside it.
WITH reports AS (
  SELECT
    reporting_country AS country,
    YEAR(seized_on) AS year,
    SUM(try_convert(quantity, 'items')) FILTER (WHERE category = 'Medicines') AS medicines
  FROM 'datasets/seizures/seizures.csv'
  GROUP BY ALL
), matched AS (
  SELECT
    later.year,
    COUNT(*) AS countries,
    SUM(earlier.medicines) AS before,
    SUM(later.medicines) AS after
  FROM reports AS later
  INNER JOIN reports AS earlier
    ON earlier.country = later.country AND earlier.year = later.year - 1
  GROUP BY later.year
), whole AS (
  SELECT year, COUNT(*) AS countries, GROWTH(SUM(medicines)) OVER (ORDER BY year) AS growth
  FROM reports
  GROUP BY year
)
SELECT
  matched.year,
  whole.countries AS reporting_countries,
  matched.countries AS reporting_in_both_years,
  matched.before,
  matched.after,
  CAST((matched.after - matched.before) / matched.before AS PERCENT) AS growth,
  whole.growth AS growth_of_all
FROM matched
INNER JOIN whole USING (year)
ORDER BY year;
