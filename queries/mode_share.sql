-- How has the share of each means of transport in all seizures changed, in percent?
SELECT
  YEAR(seized_on) AS year,
  COUNT(*) AS seizures,
  ROUND(100.0 * COUNT(*) FILTER (WHERE mode = 'Mail') / COUNT(*), 1) AS mail,
  ROUND(100.0 * COUNT(*) FILTER (WHERE mode = 'Express courier') / COUNT(*), 1) AS express_courier,
  ROUND(100.0 * COUNT(*) FILTER (WHERE mode = 'Air freight') / COUNT(*), 1) AS air_freight,
  ROUND(100.0 * COUNT(*) FILTER (WHERE mode = 'Sea container') / COUNT(*), 1) AS sea_container,
  ROUND(100.0 * COUNT(*) FILTER (WHERE mode = 'Road') / COUNT(*), 1) AS road,
  ROUND(100.0 * COUNT(*) FILTER (WHERE mode = 'Rail') / COUNT(*), 1) AS rail,
  ROUND(100.0 * COUNT(*) FILTER (WHERE mode = 'Passenger') / COUNT(*), 1) AS passenger
FROM 'datasets/seizures/seizures.csv'
GROUP BY 1
ORDER BY 1;
