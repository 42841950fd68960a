-- Between which WCO regions do medicines travel, from where they are made to where they are bound?
SELECT
  CASE
    WHEN seized.origin IS NULL THEN '(unknown)'
    ELSE COALESCE(made.wco_region, '(not a member)')
  END AS origin_region,
  COALESCE(bound.wco_region, '(not a member)') AS destination_region,
  COUNT(*) AS seizures,
  SUM(try_convert(seized.quantity, 'items')) AS items
FROM 'datasets/seizures/seizures.csv' AS seized
LEFT JOIN 'datasets/seizures/countries.csv' AS made ON made.alpha2 = seized.origin
LEFT JOIN 'datasets/seizures/countries.csv' AS bound ON bound.alpha2 = seized.destination
WHERE seized.category = 'Medicines'
GROUP BY 1, 2
ORDER BY seizures DESC, origin_region, destination_region
LIMIT 20;
