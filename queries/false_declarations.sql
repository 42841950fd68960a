-- Under which descriptions do drugs and medicines travel, and how far below their worth?
--
-- Only seizures with a single consignment: with several, the worth would count several times.
WITH single AS (
  SELECT
    seizure_id,
    MIN(carrier) AS carrier,
    MIN(declared_goods) AS declared_goods,
    MIN(declared_value_usd) AS declared_usd
  FROM 'datasets/seizures/consignments.csv'
  GROUP BY seizure_id
  HAVING COUNT(*) = 1
)
SELECT
  single.declared_goods,
  COUNT(*) AS consignments,
  COUNT(DISTINCT single.carrier) AS carriers,
  CAST(ROUND(SUM(single.declared_usd)) AS BIGINT) AS declared_usd,
  CAST(ROUND(SUM(seized.value_usd)) AS BIGINT) AS worth_usd,
  CAST(SUM(single.declared_usd) / SUM(seized.value_usd) AS PERCENT) AS declared_share
FROM single
INNER JOIN 'datasets/seizures/seizures.csv' AS seized ON seized.seizure_id = single.seizure_id
WHERE seized.category IN ('Drugs', 'Medicines')
  AND seized.value_usd IS NOT NULL AND single.declared_usd IS NOT NULL
GROUP BY single.declared_goods
ORDER BY consignments DESC, single.declared_goods
LIMIT 15;
