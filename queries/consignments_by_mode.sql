-- How many consignments does a seizure have in each means of transport, and how heavy are they?
WITH loads AS (
  SELECT seizure_id, COUNT(*) AS consignments, SUM(packages) AS packages, SUM(gross_kg) AS gross_kg
  FROM 'datasets/seizures/consignments.csv'
  GROUP BY seizure_id
)
SELECT
  seized.mode,
  COUNT(*) AS seizures,
  COUNT(loads.seizure_id) AS with_consignment,
  SUM(loads.consignments) AS consignments,
  SUM(loads.packages) AS packages,
  ROUND(SUM(loads.gross_kg) / 1000, 1) AS gross_tonnes
FROM 'datasets/seizures/seizures.csv' AS seized
LEFT JOIN loads ON loads.seizure_id = seized.seizure_id
GROUP BY seized.mode
ORDER BY consignments DESC NULLS LAST, seized.mode;
