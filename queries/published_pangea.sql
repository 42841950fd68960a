-- What has been published about each Operation PANGEA: countries, arrests, units and value?
--
-- PANGEA XI was published in tonnes and PANGEA XVII ran for six months: neither compares with the
-- rest.
SELECT
  edition,
  operation,
  start_date,
  end_date,
  participants,
  arrests,
  units_seized,
  value_usd,
  ROUND(1.0 * value_usd / units_seized, 2) AS usd_per_unit
FROM 'datasets/operations/operations.csv'
WHERE series = 'PANGEA'
ORDER BY edition;
