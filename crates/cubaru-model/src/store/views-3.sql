-- Version 3: what is said aloud has its words; contexts; people with their fullest code and the number of documents.

UPDATE event SET claim = (SELECT s.n FROM speaker s WHERE s.doc = event.doc AND s.made AND s.cue = event.trigger ORDER BY s.n LIMIT 1)
WHERE class = 'SAY' AND claim IS NULL;

DROP VIEW events;
CREATE VIEW events AS
SELECT substr(d.sha256, 1, 16) || '.e' || e.item AS id, d.sha256 AS document, d.publisher,
  e.date, e.earliest, e.latest, e.class, e.type, e.mode,
  (SELECT group_concat(value, ' ') FROM json_each(e.contexts)) AS contexts, e.quad, e.cameo,
  (SELECT group_concat(coalesce(s.entity_name, s.name, p.words), '; ') FROM participant p LEFT JOIN signature s ON s.sig = p.sig
    WHERE p.doc = e.doc AND p.item = e.item AND p.role = 0) AS actor,
  (SELECT group_concat(p.code, ' ') FROM participant p WHERE p.doc = e.doc AND p.item = e.item AND p.role = 0) AS actor_code,
  (SELECT group_concat(coalesce(s.entity_name, s.name, p.words), '; ') FROM participant p LEFT JOIN signature s ON s.sig = p.sig
    WHERE p.doc = e.doc AND p.item = e.item AND p.role = 1) AS recipient,
  (SELECT group_concat(p.code, ' ') FROM participant p WHERE p.doc = e.doc AND p.item = e.item AND p.role = 1) AS recipient_code,
  (SELECT coalesce(s.entity_name, s.name, p.words) FROM participant p LEFT JOIN signature s ON s.sig = p.sig
    WHERE p.doc = e.doc AND p.item = e.item AND p.role = 2) AS place,
  e.certainty, e.status, e.modality, c.id AS claim, q.quote
FROM event e JOIN document d USING (doc)
  LEFT JOIN claim c ON c.doc = e.doc AND c.n = e.claim LEFT JOIN evidence q ON q.evidence = c.evidence;

-- The code is chosen as `resolve/view.rs` chooses it: one with a sector before a country's, then the commonest.
DROP VIEW people;
CREATE VIEW people AS
SELECT s.entity AS id, max(s.entity_name) AS name,
  (SELECT group_concat(name, '; ') FROM (SELECT DISTINCT o.name FROM signature o WHERE o.entity = s.entity AND o.seen > 0 ORDER BY o.name)) AS names,
  (SELECT o.code FROM signature o WHERE o.entity = s.entity AND o.seen > 0 AND o.code IS NOT NULL
    GROUP BY o.code ORDER BY length(o.code) > 3 DESC, sum(o.seen) DESC, o.code LIMIT 1) AS code,
  count(DISTINCT e.doc) AS documents
FROM signature s JOIN entity e ON e.sig = s.sig
WHERE s.kind = 'PER' AND s.seen > 0 AND s.entity IS NOT NULL GROUP BY s.entity;
