-- Between which WCO regions do medicines travel, from where they are made to where they are bound?
SELECT
  CASE
    WHEN origin IS NULL THEN '(unknown)'
    ELSE COALESCE(wco_region(origin), '(not a member)')
  END AS origin_region,
  COALESCE(wco_region(destination), '(not a member)') AS destination_region,
  COUNT(*) AS seizures,
  SUM(try_convert(quantity, 'items')) AS items
FROM 'datasets/seizures/seizures.csv'
WHERE category = 'Medicines'
GROUP BY 1, 2
ORDER BY seizures DESC, origin_region, destination_region
LIMIT 20;
