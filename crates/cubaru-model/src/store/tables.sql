-- Version 1. Tables have names in the singular; the views that people read have them in the plural (views.sql).

CREATE TABLE document (
  doc INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  id TEXT, title TEXT, url TEXT, publisher TEXT, authors TEXT, published TEXT,
  date TEXT, earliest TEXT, latest TEXT,
  folded TEXT NOT NULL,  -- the publisher in folded words
  text TEXT NOT NULL,
  layers TEXT NOT NULL   -- JSON: mentions, times and quantities
);

-- What tells entities apart; all with one signature are one. `entity` and `entity_name` say who it is in the whole base.
CREATE TABLE signature (
  sig INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL, name TEXT NOT NULL, code TEXT, lists TEXT NOT NULL,
  post TEXT, country TEXT, decade INTEGER, own TEXT,
  folded TEXT NOT NULL,  -- the name in folded words
  seen INTEGER NOT NULL,
  entity TEXT, entity_name TEXT
);
CREATE INDEX signature_entity ON signature (entity);
CREATE INDEX signature_code ON signature (code);

-- How much there was when `entity` and `entity_name` were written; they hold as long as there is no more.
CREATE TABLE published (documents INTEGER NOT NULL, decisions INTEGER NOT NULL);

CREATE TABLE entity (
  doc INTEGER NOT NULL, item INTEGER NOT NULL,
  sig INTEGER NOT NULL, gender TEXT, members TEXT,
  PRIMARY KEY (doc, item)
) WITHOUT ROWID;

CREATE TABLE event (
  doc INTEGER NOT NULL, item INTEGER NOT NULL,
  class TEXT NOT NULL, type TEXT, mode TEXT, contexts TEXT, quad TEXT, cameo TEXT,
  trigger TEXT, cues TEXT, time INTEGER,
  date TEXT, earliest TEXT, latest TEXT,
  certainty TEXT NOT NULL, status TEXT NOT NULL, modality TEXT NOT NULL,
  claim INTEGER,
  PRIMARY KEY (doc, item)
) WITHOUT ROWID;
CREATE INDEX event_class ON event (class, earliest, latest);

-- role: 0 actor, 1 recipient, 2 place. `folded` holds the words of those that no entity stands behind.
CREATE TABLE participant (
  doc INTEGER NOT NULL, item INTEGER NOT NULL, role INTEGER NOT NULL, seq INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, words TEXT NOT NULL,
  entity INTEGER, sig INTEGER, code TEXT, folded TEXT,
  PRIMARY KEY (doc, item, role, seq)
) WITHOUT ROWID;
CREATE INDEX participant_sig ON participant (sig);
CREATE INDEX participant_code ON participant (code);

CREATE TABLE tenure (
  doc INTEGER NOT NULL, item INTEGER NOT NULL,
  person TEXT NOT NULL, entity INTEGER, sig INTEGER,
  post TEXT NOT NULL, post_name TEXT NOT NULL, folded TEXT NOT NULL, body TEXT, country TEXT,
  former INTEGER NOT NULL, acting INTEGER NOT NULL,
  attested_at TEXT, earliest TEXT, latest TEXT,
  claim INTEGER,
  PRIMARY KEY (doc, item)
) WITHOUT ROWID;

CREATE TABLE evidence (
  evidence INTEGER PRIMARY KEY,
  doc INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  prefix TEXT NOT NULL, quote TEXT NOT NULL, suffix TEXT NOT NULL
);
CREATE VIRTUAL TABLE evidence_word USING fts5 (words, content='', tokenize='unicode61 remove_diacritics 2');

CREATE TABLE claim (
  doc INTEGER NOT NULL, n INTEGER NOT NULL,
  id TEXT NOT NULL, kind TEXT NOT NULL, item INTEGER NOT NULL,
  certainty TEXT NOT NULL, status TEXT NOT NULL, modality TEXT NOT NULL,
  evidence INTEGER, further TEXT, content TEXT,
  PRIMARY KEY (doc, n)
) WITHOUT ROWID;
CREATE INDEX claim_evidence ON claim (evidence);

-- The chain of speakers, outermost first; `made` marks who makes a statement.
CREATE TABLE speaker (
  doc INTEGER NOT NULL, n INTEGER NOT NULL, seq INTEGER NOT NULL,
  made INTEGER NOT NULL, attribution INTEGER NOT NULL,
  entity INTEGER, sig INTEGER, source TEXT, cue TEXT, certainty TEXT NOT NULL, folded TEXT,
  PRIMARY KEY (doc, n, seq)
) WITHOUT ROWID;
CREATE INDEX speaker_sig ON speaker (sig);

CREATE TABLE decision (
  seq INTEGER PRIMARY KEY,
  decision TEXT NOT NULL
);
