-- What are the seizures valued in the last quarter of 2024 worth by means of transport, in US
-- dollars?
--
-- Amounts of two currencies are never added: each is converted by the rate of its own, invented
-- here. What has no figure or no rate is numbered, not taken for zero.
WITH valued AS (
  SELECT
    seizure_id, currency, worth,
    measure(ROUND(amount_of(worth) * usd_per_unit, 2), 'USD') AS usd
  FROM 'datasets/training/valuations.csv'
  LEFT JOIN 'datasets/training/rates.csv' AS rates ON rates.code = currency
)
SELECT
  seized.mode,
  COUNT(*) AS valuations,
  COUNT(DISTINCT valued.currency) AS currencies,
  COUNT(*) - COUNT(valued.worth) AS without_figure,
  COUNT(valued.worth) - COUNT(usd) AS without_rate,
  SUM(usd) AS worth_usd,
  SHARE(SUM(usd)) AS share
FROM valued
LEFT JOIN 'datasets/seizures/seizures.csv' AS seized USING (seizure_id)
GROUP BY seized.mode
TOP 10 BY SUM(usd) WITH TOTAL;
