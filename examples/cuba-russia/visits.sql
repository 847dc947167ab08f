/* Visits of one side to the other by year: told as having happened, each person once a day. */
SELECT substr(e.earliest, 1, 4) AS year,
  CASE WHEN p.code LIKE 'CUB%' THEN 'Cubans' ELSE 'Soviets and Russians' END AS who,
  count(DISTINCT p.name || e.date) AS visits,
  group_concat(DISTINCT p.name) AS persons
FROM events e JOIN participants p ON p.event = e.id
WHERE e.class = 'CONSULT' AND e.mode = 'visit' AND e.status IN ('actual', 'reported') AND e.earliest IS NOT NULL
  AND p.role = 'actor' AND (
    p.code LIKE 'CUB%' AND (e.recipient_code LIKE '%RUS%' OR e.recipient_code LIKE '%SUN%') OR
    (p.code LIKE 'RUS%' OR p.code LIKE 'SUN%') AND e.recipient_code LIKE '%CUB%')
GROUP BY year, who ORDER BY year, who;
