/* Who held which post, and the first and last day for which a report says so. Where the words name no country, the person's stands. */
SELECT
  coalesce(t.country,
    (SELECT substr(max(code), 1, 3) FROM participants WHERE entity = t.person AND length(code) > 3),
    CASE WHEN p.code NOT IN ('GOV', 'LEG', 'JUD', 'MIL', 'CVL') THEN substr(p.code, 1, 3) END) AS country,
  t.post, t.body, t.name,
  min(coalesce(t.attested_at, s.date)) AS first, max(coalesce(t.attested_at, s.date)) AS last,
  count(DISTINCT t.document) AS reports
FROM tenures t JOIN sources s ON s.document = t.document LEFT JOIN people p ON p.id = t.person
WHERE NOT t.former
GROUP BY 1, 2, 3, 4 ORDER BY country IS NULL, 1, 2, 5;
