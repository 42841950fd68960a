-- Which seizures are graded B2 or better and may be shared?
--
-- The grade has two scales, and both must do: as a text, A3 would come before B2. H0 and H1 may be
-- passed on. A missing grade or handling code permits nothing. Both statements count the same rows.
WITH graded AS (
  SELECT
    seizure_id, grade, handling,
    COALESCE(grade IN ('A1', 'A2', 'B1', 'B2'), false) AS is_b2_or_better,
    COALESCE(handling IN ('H0', 'H1'), false) AS may_be_shared
  FROM 'datasets/training/graded.csv'
)
SELECT
  is_b2_or_better,
  may_be_shared,
  COUNT(*) AS seizures,
  COUNT(*) - COUNT(grade) AS without_grade,
  COUNT(*) - COUNT(handling) AS without_handling
FROM graded
GROUP BY ALL
ORDER BY is_b2_or_better DESC, may_be_shared DESC;

SELECT
  graded.seizure_id, graded.grade, graded.handling,
  seized.seized_on, seized.reporting_country, seized.product, seized.quantity
FROM 'datasets/training/graded.csv' AS graded
INNER JOIN 'datasets/seizures/seizures.csv' AS seized USING (seizure_id)
WHERE graded.grade IN ('A1', 'A2', 'B1', 'B2') AND graded.handling IN ('H0', 'H1')
ORDER BY graded.grade, graded.seizure_id;
