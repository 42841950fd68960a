-- What changed between two extracts of one series: Operation STOP II, interim and final results?
--
-- The interim rows are contained in the final ones: adding both would count them twice. A figure
-- that only one extract has is marked as such, not taken for zero.
WITH interim AS (
  SELECT metric, COALESCE(subject, '(all)') AS subject, value, qualifier
  FROM 'datasets/published/figures.csv'
  WHERE series = 'STOP II' AND status = 'superseded'
), final AS (
  SELECT metric, COALESCE(subject, '(all)') AS subject, value, qualifier
  FROM 'datasets/published/figures.csv'
  WHERE series = 'STOP II' AND status <> 'superseded'
)
SELECT
  metric,
  subject,
  interim.value AS interim_value,
  final.value AS final_value,
  final.value - interim.value AS difference,
  CAST((final.value - interim.value) / interim.value AS PERCENT) AS change,
  CASE
    WHEN interim.value IS NULL THEN 'new'
    WHEN final.value IS NULL THEN 'dropped'
    WHEN interim.value = final.value THEN 'unchanged'
    ELSE 'revised'
  END AS what
FROM interim
FULL JOIN final USING (metric, subject)
ORDER BY what DESC, metric, subject;
