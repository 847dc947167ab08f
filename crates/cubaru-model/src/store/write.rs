//! Rows go in: a document wholly or not at all.

use super::{
    Sqlite, code,
    encode::{self, Encoded},
};
use crate::{
    Evidence, Speaker,
    base::{BaseError, ClaimRow, DocumentId, EventRow, Rows, Sig, Signature, TenureRow, fold},
    resolve::{Decision, Label},
};
use rusqlite::{CachedStatement, Connection, OptionalExtension, TransactionBehavior, params};
use std::{collections::HashMap, sync::mpsc, thread};

/// So many documents share a transaction where several are added in one call. Each is in it wholly.
const TOGETHER: usize = 1_024;
/// Fewer documents than this are not worth another thread.
const FEW: usize = 4;
/// So many documents are made ready ahead of the writing.
const AHEAD: usize = 16;

/// The id and the name of a signature's entity.
type Told = (Option<String>, Option<String>);

impl Sqlite {
    pub(super) fn add_all(&mut self, documents: &[Rows]) -> Result<Vec<bool>, BaseError> {
        let mut new = Vec::with_capacity(documents.len());
        for some in documents.chunks(TOGETHER) {
            let result = self.add_together(some);
            // A transaction that failed took its numbers back.
            if result.is_err() {
                self.numbers.clear();
            }
            new.extend(result?);
        }
        Ok(new)
    }

    /// Adds documents in one transaction; where there are several, those that come next are made ready in another thread meanwhile.
    fn add_together(&mut self, documents: &[Rows]) -> Result<Vec<bool>, BaseError> {
        if documents.len() < FEW {
            return self.write(documents.iter().map(Encoded::of));
        }
        let (sender, receiver) = mpsc::sync_channel(AHEAD);
        thread::scope(|scope| {
            // Where the writing fails, nobody waits for more.
            scope.spawn(move || documents.iter().all(|rows| sender.send(Encoded::of(rows)).is_ok()));
            self.write(receiver.into_iter())
        })
    }

    fn write<'r>(&mut self, documents: impl Iterator<Item = Encoded<'r>>) -> Result<Vec<bool>, BaseError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let decisions = decisions(&transaction)?;
        let mut writer = Writer::new(&transaction, &mut self.numbers)?;
        let mut new = Vec::new();
        for mut document in documents {
            let doc = writer.document(&document)?;
            new.push(doc.is_some());
            if let Some(doc) = doc {
                writer.rows(doc, &mut document)?;
                let own = document.rows.document.sha256;
                for (id, label) in decisions.iter().filter_map(Decision::taken_out) {
                    if id == own {
                        writer.take_out(id, label)?;
                    }
                }
            }
        }
        writer.count()?;
        drop(writer);
        transaction.commit()?;
        if new.contains(&true) {
            self.changes.set(self.changes.get() + 1);
        }
        Ok(new)
    }

    pub(super) fn keep(&mut self, decision: &Decision) -> Result<(), BaseError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for (seq, old) in numbered_decisions(&transaction)? {
            if old.concerns(decision) {
                transaction.execute("DELETE FROM decision WHERE seq = ?", [seq])?;
            }
        }
        let json = serde_json::to_string(decision).map_err(|e| BaseError::Store { problem: e.to_string() })?;
        transaction.execute("INSERT INTO decision (decision) VALUES (?)", [json])?;
        // Which takes the number of one that it replaces: what was written down by that one does not tell itself that it is old.
        transaction.execute("DELETE FROM published", [])?;
        if let Some((document, label)) = decision.taken_out() {
            let mut writer = Writer::new(&transaction, &mut self.numbers)?;
            let done = writer.take_out(document, label).and_then(|()| writer.count());
            drop(writer);
            if done.is_err() {
                self.numbers.clear();
            }
            done?;
        }
        transaction.commit()?;
        self.changes.set(self.changes.get() + 1);
        Ok(())
    }

    pub(super) fn tell(&mut self, merged: &[(Sig, &str, &str)]) -> Result<(), BaseError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        {
            let told: HashMap<Sig, (&str, &str)> = merged.iter().map(|(sig, id, name)| (*sig, (*id, *name))).collect();
            let mut known = transaction.prepare_cached("SELECT sig, entity, entity_name FROM signature")?;
            let mut update = transaction.prepare_cached("UPDATE signature SET entity = ?2, entity_name = ?3 WHERE sig = ?1")?;
            let known = known.query_map([], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?;
            let known: Vec<(Sig, Told)> = known.collect::<rusqlite::Result<_>>()?;
            for (sig, (id, name)) in known {
                // Who was somebody may be nobody in particular, now that more is known.
                let now = told.get(&sig).copied().unzip();
                if (id.as_deref(), name.as_deref()) != now {
                    update.execute(params![sig, now.0, now.1])?;
                }
            }
        }
        transaction.execute_batch(
            "DELETE FROM published; INSERT INTO published SELECT (SELECT count(*) FROM document), (SELECT coalesce(max(seq), 0) FROM decision);
             PRAGMA optimize;",
        )?;
        Ok(transaction.commit()?)
    }
}

pub(super) fn decisions(connection: &Connection) -> Result<Vec<Decision>, BaseError> {
    Ok(numbered_decisions(connection)?.into_iter().map(|(_, d)| d).collect())
}

fn numbered_decisions(connection: &Connection) -> Result<Vec<(i64, Decision)>, BaseError> {
    let mut statement = connection.prepare_cached("SELECT seq, decision FROM decision ORDER BY seq")?;
    let read = statement.query_map([], |row| {
        let json: String = row.get(1)?;
        Ok((row.get(0)?, code::sound(serde_json::from_str(&json).ok(), "decision")?))
    })?;
    Ok(read.collect::<rusqlite::Result<_>>()?)
}

/// A signature on one line; two are the same where these are.
fn key(s: &Signature) -> String {
    let text = |t: &Option<String>| t.clone().unwrap_or_else(|| "\u{0}".into());
    let parts = [
        code::mention_kind(s.kind).into(),
        s.name.clone(),
        text(&s.code),
        s.lists.clone(),
        text(&s.post),
        text(&s.country),
        s.decade.map_or_else(String::new, |d| d.to_string()),
        s.own.map_or_else(String::new, |d| d.to_string()),
    ];
    parts.join("\u{1f}")
}

/// The statements that every document needs, prepared once for each transaction.
#[derive(Clone, Copy)]
enum Put {
    Document,
    Entity,
    Claim,
    Speaker,
    Evidence,
    EvidenceWord,
    Event,
    Participant,
    Tenure,
}

/// In the order of [`Put`].
const PUTS: [&str; 9] = [
    "INSERT OR IGNORE INTO document (sha256, id, title, url, publisher, authors, published, date, earliest, latest, \
     folded, text, layers) \
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO entity (doc, item, sig, gender, members) VALUES (?, ?, ?, ?, ?)",
    "INSERT INTO claim (doc, n, id, kind, item, certainty, status, modality, evidence, further, content) \
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO speaker (doc, n, seq, made, attribution, entity, sig, source, cue, certainty, folded) \
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO evidence (doc, start, \"end\", prefix, quote, suffix) VALUES (?, ?, ?, ?, ?, ?)",
    "INSERT INTO evidence_word (rowid, words) VALUES (?, ?)",
    "INSERT INTO event (doc, item, class, type, mode, contexts, quad, cameo, trigger, cues, time, date, earliest, latest, \
     certainty, status, modality, claim) \
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO participant (doc, item, role, seq, start, \"end\", words, entity, sig, code, folded) \
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO tenure (doc, item, person, entity, sig, post, post_name, folded, body, country, former, acting, \
     attested_at, earliest, latest, claim) \
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
];

struct Writer<'a> {
    connection: &'a Connection,
    puts: Vec<CachedStatement<'a>>,
    numbers: &'a mut HashMap<Signature, Sig>,
    /// How many entities more, or fewer, each signature has.
    seen: HashMap<Sig, i64>,
}

impl<'a> Writer<'a> {
    fn new(connection: &'a Connection, numbers: &'a mut HashMap<Signature, Sig>) -> rusqlite::Result<Self> {
        let puts = PUTS.iter().map(|sql| connection.prepare_cached(sql)).collect::<Result<_, _>>()?;
        Ok(Self { connection, puts, numbers, seen: HashMap::new() })
    }

    fn put(&mut self, what: Put, values: impl rusqlite::Params) -> rusqlite::Result<usize> {
        self.puts[what as usize].execute(values)
    }

    fn run(&self, sql: &str, values: impl rusqlite::Params) -> rusqlite::Result<usize> {
        self.connection.prepare_cached(sql)?.execute(values)
    }

    /// The new document's number; none where its text is there already.
    fn document(&mut self, document: &Encoded<'_>) -> Result<Option<i64>, BaseError> {
        let (d, source) = (&document.rows.document, &document.rows.document.source);
        let added = self.put(
            Put::Document,
            params![
                document.sha256,
                source.id,
                source.title,
                source.url,
                source.publisher,
                document.authors,
                source.published,
                d.date,
                d.earliest,
                d.latest,
                document.publisher,
                d.text,
                document.layers
            ],
        )?;
        Ok((added > 0).then(|| self.connection.last_insert_rowid()))
    }

    fn rows(&mut self, doc: i64, document: &mut Encoded<'_>) -> Result<(), BaseError> {
        let rows = document.rows;
        let mut sigs = Vec::with_capacity(rows.entities.len());
        for (entity, signature) in rows.entities.iter().zip(document.signatures.drain(..)) {
            let sig = self.number(signature)?;
            self.put(Put::Entity, params![doc, entity.item, sig, entity.gender, code::list(&entity.members)])?;
            sigs.push(sig);
        }
        let mut numbers = Vec::with_capacity(document.evidence.len());
        for (evidence, folded) in &document.evidence {
            numbers.push(self.evidence(doc, evidence, folded)?);
        }
        for ((n, claim), beside) in (0..).zip(&rows.claims).zip(&document.claims) {
            self.claim(doc, n, claim, beside, &numbers, &sigs)?;
        }
        for (event, beside) in rows.events.iter().zip(&document.events) {
            self.event(doc, event, beside, document.stated.event(event), &sigs)?;
        }
        for tenure in &rows.tenures {
            self.tenure(doc, tenure, document.stated.tenure(tenure.item), &sigs)?;
        }
        Ok(())
    }

    /// The number of a signature, which gets one where it has none.
    fn number(&mut self, signature: Signature) -> Result<Sig, BaseError> {
        let sig = match self.numbers.get(&signature) {
            Some(sig) => *sig,
            None => {
                let sig = self.insert(&signature)?;
                self.numbers.insert(signature, sig);
                sig
            }
        };
        *self.seen.entry(sig).or_default() += 1;
        Ok(sig)
    }

    fn insert(&self, s: &Signature) -> Result<Sig, BaseError> {
        let key = key(s);
        let mut find = self.connection.prepare_cached("SELECT sig FROM signature WHERE key = ?")?;
        if let Some(sig) = find.query_row([&key], |row| row.get(0)).optional()? {
            return Ok(sig);
        }
        self.run(
            "INSERT INTO signature (key, kind, name, code, lists, post, country, decade, own, folded, seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
            params![key, code::mention_kind(s.kind), s.name, s.code, s.lists, s.post, s.country, s.decade, s.own.map(|d| d.to_string()), fold::run(&s.name)],
        )?;
        Ok(self.connection.last_insert_rowid() as Sig)
    }

    fn count(&mut self) -> Result<(), BaseError> {
        for (sig, more) in self.seen.drain() {
            self.connection.prepare_cached("UPDATE signature SET seen = seen + ? WHERE sig = ?")?.execute(params![more, sig])?;
        }
        Ok(())
    }

    fn event(&mut self, doc: i64, event: &EventRow, beside: &encode::Event<'_>, claim: Option<u32>, sigs: &[Sig]) -> Result<(), BaseError> {
        self.put(
            Put::Event,
            params![
                doc,
                event.item,
                event.class,
                event.plover,
                event.mode,
                beside.contexts,
                event.quad,
                event.cameo,
                beside.trigger,
                beside.cues,
                event.time,
                event.date,
                event.earliest,
                event.latest,
                event.certainty.code(),
                event.status.name(),
                event.modality.name(),
                claim
            ],
        )?;
        for part in &beside.parts {
            let p = part.participant;
            let sig = p.entity.and_then(|e| sigs.get(e as usize));
            self.put(
                Put::Participant,
                params![doc, event.item, part.role, part.seq as i64, p.start, p.end, p.text, p.entity, sig, p.code, part.folded],
            )?;
        }
        Ok(())
    }

    fn tenure(&mut self, doc: i64, t: &TenureRow, claim: Option<u32>, sigs: &[Sig]) -> Result<(), BaseError> {
        let sig = t.entity.and_then(|e| sigs.get(e as usize));
        self.put(
            Put::Tenure,
            params![
                doc,
                t.item,
                code::word(&t.person),
                t.entity,
                sig,
                code::word(&t.post),
                t.post_name,
                fold::run(&t.post_name),
                t.body.as_ref().map(code::word),
                t.country,
                t.former,
                t.acting,
                t.attested_at,
                t.earliest,
                t.latest,
                claim
            ],
        )?;
        Ok(())
    }

    fn claim(&mut self, doc: i64, n: u32, c: &ClaimRow, beside: &encode::Claim, numbers: &[i64], sigs: &[Sig]) -> Result<(), BaseError> {
        let own: Vec<i64> = beside.evidence.iter().map(|place| numbers[*place]).collect();
        let (first, further) = (own.first(), own.get(1..).unwrap_or_default());
        self.put(
            Put::Claim,
            params![
                doc,
                n,
                c.id,
                c.kind.name(),
                c.item,
                c.certainty.code(),
                c.status.name(),
                c.modality.name(),
                first,
                code::list(further),
                beside.content
            ],
        )?;
        for ((seq, voice), beside) in (0..).zip(c.voices()).zip(&beside.voices) {
            let made = seq as usize == c.speakers.len();
            self.speaker(doc, n, seq, voice, made, beside, sigs)?;
        }
        Ok(())
    }

    #[allow(clippy::too_many_arguments, reason = "they are the row")]
    fn speaker(
        &mut self,
        doc: i64,
        n: u32,
        seq: i64,
        voice: &Speaker,
        made: bool,
        beside: &encode::Voice,
        sigs: &[Sig],
    ) -> Result<(), BaseError> {
        let sig = voice.entity.and_then(|e| sigs.get(e as usize));
        self.put(
            Put::Speaker,
            params![
                doc,
                n,
                seq,
                made,
                voice.attribution,
                voice.entity,
                sig,
                beside.source,
                beside.cue,
                voice.certainty.code(),
                beside.folded
            ],
        )?;
        Ok(())
    }

    fn evidence(&mut self, doc: i64, evidence: &Evidence, folded: &str) -> Result<i64, BaseError> {
        let (at, quote) = (evidence.position, &evidence.quote);
        self.put(Put::Evidence, params![doc, at.start, at.end, quote.prefix, quote.exact, quote.suffix])?;
        let number = self.connection.last_insert_rowid();
        self.put(Put::EvidenceWord, params![number, folded])?;
        Ok(number)
    }

    /// Gives an entity that the user took out of the others a signature of its own.
    fn take_out(&mut self, document: DocumentId, label: &Label) -> Result<(), BaseError> {
        let mut find = self.connection.prepare_cached("SELECT doc FROM document WHERE sha256 = ?")?;
        let doc: Option<i64> = find.query_row([document.to_string()], |row| row.get(0)).optional()?;
        let Some(doc) = doc else { return Ok(()) };
        let mut all = self.connection.prepare_cached(
            "SELECT e.item, s.sig, s.kind, s.name, s.code, s.lists, s.post, s.country, s.decade, s.own, s.seen \
             FROM entity e JOIN signature s USING (sig) WHERE e.doc = ? ORDER BY e.item",
        )?;
        let read = all.query_map([doc], |row| Ok((row.get::<_, u32>(0)?, super::read::signature(row, 1)?)))?;
        for (item, (old, signature, _)) in read.collect::<rusqlite::Result<Vec<_>>>()? {
            let own = Signature { own: Some(document), ..signature.clone() };
            if own == signature || Label::of(&own) != *label {
                continue;
            }
            let sig = self.number(own)?;
            *self.seen.entry(old).or_default() -= 1;
            self.run("UPDATE entity SET sig = ? WHERE doc = ? AND item = ?", params![sig, doc, item])?;
            for table in ["participant", "speaker", "tenure"] {
                self.run(&format!("UPDATE {table} SET sig = ? WHERE doc = ? AND entity = ?"), params![sig, doc, item])?;
            }
        }
        Ok(())
    }
}
