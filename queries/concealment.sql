-- Where do passengers, drivers and senders hide drugs?
SELECT
  mode,
  COALESCE(concealment, '(not reported)') AS concealment,
  COUNT(*) AS seizures,
  COUNT(*) FILTER (WHERE detection = 'Detector dog') AS found_by_dog
FROM 'datasets/seizures/seizures.csv'
WHERE category = 'Drugs' AND mode IN ('Passenger', 'Road', 'Mail')
GROUP BY ALL
HAVING COUNT(*) >= 40
ORDER BY mode, seizures DESC, 2;
