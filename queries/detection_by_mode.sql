-- What finds the goods in each means of transport, in percent of its seizures?
WITH modes AS (
  SELECT
    mode,
    COUNT(*) AS seizures,
    COUNT(*) FILTER (WHERE detection = 'Risk profiling') AS risk,
    COUNT(*) FILTER (WHERE detection = 'X-ray scan') AS scan,
    COUNT(*) FILTER (WHERE detection = 'Detector dog') AS dog,
    COUNT(*) FILTER (WHERE detection = 'Intelligence') AS intelligence,
    COUNT(*) FILTER (WHERE detection = 'Document check') AS documents,
    COUNT(*) FILTER (WHERE detection = 'Physical search') AS search,
    COUNT(*) FILTER (WHERE detection = 'Right holder alert') AS right_holder,
    COUNT(*) FILTER (WHERE detection = 'Random selection') AS random
  FROM 'datasets/seizures/seizures.csv'
  GROUP BY mode
)
SELECT
  mode,
  seizures,
  ROUND(100.0 * risk / seizures, 1) AS risk_profiling,
  ROUND(100.0 * scan / seizures, 1) AS x_ray_scan,
  ROUND(100.0 * dog / seizures, 1) AS detector_dog,
  ROUND(100.0 * intelligence / seizures, 1) AS intelligence,
  ROUND(100.0 * documents / seizures, 1) AS document_check,
  ROUND(100.0 * search / seizures, 1) AS physical_search,
  ROUND(100.0 * right_holder / seizures, 1) AS right_holder_alert,
  ROUND(100.0 * random / seizures, 1) AS random_selection
FROM modes
ORDER BY seizures DESC, mode;
