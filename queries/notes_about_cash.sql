-- Which notes of 2024 speak of cash?
SELECT seizure_id, seized_on, reporting_country, category, product, narrative
FROM 'datasets/seizures/seizures.csv'
WHERE narrative ILIKE '%cash%' AND EXTRACT(YEAR FROM seized_on) = 2024
ORDER BY seized_on, seizure_id
LIMIT 20;
