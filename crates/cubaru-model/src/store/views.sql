-- Version 2: what people read with plain SQL; docs/sql.md tells the columns.

CREATE VIEW sources AS
SELECT d.sha256 AS document, d.id, d.title, d.publisher, d.published, d.url, d.date, d.earliest, d.latest,
  (SELECT count(*) FROM event e WHERE e.doc = d.doc) AS events,
  (SELECT count(*) FROM claim c WHERE c.doc = d.doc) AS claims
FROM document d;

CREATE VIEW participants AS
SELECT substr(d.sha256, 1, 16) || '.e' || p.item AS event, d.sha256 AS document,
  CASE p.role WHEN 0 THEN 'actor' WHEN 1 THEN 'recipient' ELSE 'place' END AS role,
  s.entity AS entity, coalesce(s.entity_name, s.name, p.words) AS name, p.code, p.words, p.start, p."end"
FROM participant p JOIN document d USING (doc) LEFT JOIN signature s ON s.sig = p.sig;

CREATE VIEW events AS
SELECT substr(d.sha256, 1, 16) || '.e' || e.item AS id, d.sha256 AS document, d.publisher,
  e.date, e.earliest, e.latest, e.class, e.type, e.mode, e.quad, e.cameo,
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

CREATE VIEW claims AS
SELECT c.id, d.sha256 AS document, d.publisher, d.published, c.kind,
  CASE c.kind WHEN 'event' THEN substr(d.sha256, 1, 16) || '.e' || c.item WHEN 'office' THEN substr(d.sha256, 1, 16) || '.t' || c.item END AS item,
  (SELECT group_concat(name, ' > ') FROM (
    SELECT coalesce(s.entity_name, s.name, v.source ->> '$[0][2]', '?') AS name FROM speaker v LEFT JOIN signature s ON s.sig = v.sig
    WHERE v.doc = c.doc AND v.n = c.n ORDER BY v.seq)) AS speakers,
  c.certainty, c.status, c.modality, q.start, q."end", q.quote, c.evidence
FROM claim c JOIN document d USING (doc) LEFT JOIN evidence q ON q.evidence = c.evidence;

CREATE VIEW people AS
SELECT entity AS id, max(entity_name) AS name, group_concat(DISTINCT name) AS names, max(code) AS code, sum(seen) AS documents
FROM signature WHERE kind = 'PER' AND seen > 0 AND entity IS NOT NULL GROUP BY entity;

CREATE VIEW tenures AS
SELECT substr(d.sha256, 1, 16) || '.t' || t.item AS id, d.sha256 AS document, s.entity AS person,
  coalesce(s.entity_name, t.person ->> '$[2]') AS name, t.post_name AS post, t.body ->> '$[2]' AS body, t.country, t.former, t.acting,
  t.attested_at, t.earliest, t.latest, q.quote
FROM tenure t JOIN document d USING (doc) LEFT JOIN signature s ON s.sig = t.sig
  LEFT JOIN claim c ON c.doc = t.doc AND c.n = t.claim LEFT JOIN evidence q ON q.evidence = c.evidence;
