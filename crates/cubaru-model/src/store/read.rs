//! Rows come out.

use super::{
    Sqlite,
    code::{self, Layers, sound},
    filter, write,
};
use crate::{
    ClaimKind, Evidence, Metadata, Quote, Speaker,
    base::{BaseError, ClaimRow, DocumentId, DocumentRow, EntityRow, EventRow, Found, Rows, Sig, Signature, Store, Table, TenureRow},
    query::Bound,
    resolve::{Decision, Known},
};
use cubaru_parse::{Certainty, Modality, Participant, Span, Status};
use rusqlite::{Connection, OptionalExtension, Row, ToSql, params_from_iter};
use std::collections::BTreeMap;

type Sigs = BTreeMap<u32, Sig>;

const DOCUMENT: &str = "d.sha256, d.id, d.title, d.url, d.publisher, d.authors, d.published, d.date, d.earliest, d.latest";
const EVENT: &str = "e.doc, d.sha256, e.item, e.class, e.type, e.mode, e.quad, e.cameo, e.trigger, e.cues, e.time, e.date, e.earliest, e.latest, \
    e.certainty, e.status, e.modality, e.claim, e.contexts";
const CLAIM: &str = "c.doc, d.sha256, c.n, c.id, c.kind, c.item, c.certainty, c.status, c.modality, c.evidence, c.further, c.content";
const TENURE: &str = "t.doc, d.sha256, t.item, t.person, t.entity, t.sig, t.post, t.post_name, t.body, t.country, t.former, t.acting, \
    t.attested_at, t.earliest, t.latest, t.claim";

impl Store for Sqlite {
    fn add(&mut self, documents: &[Rows]) -> Result<Vec<bool>, BaseError> {
        self.add_all(documents)
    }

    fn has(&self, document: DocumentId) -> Result<bool, BaseError> {
        Ok(self.connection.prepare_cached("SELECT 1 FROM document WHERE sha256 = ?")?.exists([document.to_string()])?)
    }

    fn version(&mut self) -> Result<u64, BaseError> {
        // SQLite tells of what others have changed; what this process changes it counts itself.
        let others: u32 = self.connection.pragma_query_value(None, "data_version", |row| row.get(0))?;
        Ok(u64::from(others) << 32 | self.changes.get())
    }

    fn begin(&mut self) -> Result<(), BaseError> {
        Ok(self.connection.prepare_cached("BEGIN")?.execute([]).map(drop)?)
    }

    fn end(&mut self) -> Result<(), BaseError> {
        Ok(self.connection.prepare_cached("COMMIT")?.execute([]).map(drop)?)
    }

    fn documents(&self) -> Result<Vec<DocumentRow>, BaseError> {
        let sql = format!("SELECT {DOCUMENT}, '' FROM document d ORDER BY d.earliest IS NULL, d.earliest, d.sha256");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([], document)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn document(&self, id: DocumentId) -> Result<Option<DocumentRow>, BaseError> {
        let sql = format!("SELECT {DOCUMENT}, '' FROM document d WHERE d.sha256 = ?");
        Ok(self.connection.prepare_cached(&sql)?.query_row([id.to_string()], document).optional()?)
    }

    fn rows(&self, id: DocumentId) -> Result<Option<Rows>, BaseError> {
        let sql = format!("SELECT {DOCUMENT}, d.text, d.doc, d.layers FROM document d WHERE d.sha256 = ?");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let read = |row: &Row<'_>| Ok((document(row)?, row.get::<_, i64>(11)?, row.get::<_, String>(12)?));
        let Some((document, doc, layers)) = statement.query_row([id.to_string()], read).optional()? else { return Ok(None) };
        let (mentions, times, quantities) = Layers::read(&layers, id)?;
        let one = |sql: String| -> Result<_, BaseError> { Ok(self.connection.prepare_cached(&sql)?) };
        let mut events = Vec::new();
        let mut statement = one(format!("SELECT {EVENT} FROM event e JOIN document d USING (doc) WHERE e.doc = ? ORDER BY e.item"))?;
        let mut rows = statement.query([doc])?;
        while let Some(row) = rows.next()? {
            events.push(self.event(row, &mut Sigs::new())?.0);
        }
        let mut claims = Vec::new();
        let mut statement = one(format!("SELECT {CLAIM} FROM claim c JOIN document d USING (doc) WHERE c.doc = ? ORDER BY c.n"))?;
        let mut rows = statement.query([doc])?;
        while let Some(row) = rows.next()? {
            claims.push(self.claim(row, &mut Sigs::new())?);
        }
        let mut tenures = Vec::new();
        let mut statement = one(format!("SELECT {TENURE} FROM tenure t JOIN document d USING (doc) WHERE t.doc = ? ORDER BY t.item"))?;
        let mut rows = statement.query([doc])?;
        while let Some(row) = rows.next()? {
            tenures.push(tenure(row, &mut Sigs::new())?.0);
        }
        let entities = self.entities(doc, id)?;
        Ok(Some(Rows { document, entities, mentions, events, tenures, claims, times, quantities }))
    }

    fn text(&self, document: DocumentId) -> Result<Option<String>, BaseError> {
        let mut statement = self.connection.prepare_cached("SELECT text FROM document WHERE sha256 = ?")?;
        Ok(statement.query_row([document.to_string()], |row| row.get(0)).optional()?)
    }

    fn sigs(&self, document: DocumentId) -> Result<Vec<Sig>, BaseError> {
        let sql = "SELECT e.sig FROM entity e JOIN document d USING (doc) WHERE d.sha256 = ? ORDER BY e.item";
        let mut statement = self.connection.prepare_cached(sql)?;
        let sigs = statement.query_map([document.to_string()], |row| row.get(0))?;
        Ok(sigs.collect::<rusqlite::Result<_>>()?)
    }

    fn classes(&self) -> Result<Vec<String>, BaseError> {
        let mut statement = self.connection.prepare_cached("SELECT DISTINCT class FROM event ORDER BY class")?;
        let classes = statement.query_map([], |row| row.get(0))?;
        Ok(classes.collect::<rusqlite::Result<_>>()?)
    }

    fn events(&self, query: &Bound) -> Result<Vec<Found<EventRow>>, BaseError> {
        let (condition, values) = filter::events(query);
        let order = "e.earliest IS NULL, e.earliest, e.latest IS NOT NULL, e.latest, d.sha256, e.item";
        let sql = format!("SELECT {EVENT} FROM event e JOIN document d USING (doc) WHERE {condition} ORDER BY {order}");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let mut sigs = Sigs::new();
            let (event, n) = self.event(row, &mut sigs)?;
            let claim = self.stated(row.get(0)?, n.filter(|_| !query.bare), &mut sigs)?;
            found.push(Found { row: event, claim, sigs });
        }
        Ok(found)
    }

    fn claims(&self, query: &Bound) -> Result<Vec<Found<ClaimRow>>, BaseError> {
        let (condition, values) = filter::claims(query);
        let order = "d.earliest IS NULL, d.earliest, d.sha256, c.n";
        let sql = format!("SELECT {CLAIM} FROM claim c JOIN document d USING (doc) WHERE {condition} ORDER BY {order}");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let mut sigs = Sigs::new();
            found.push(Found { row: self.claim(row, &mut sigs)?, claim: None, sigs });
        }
        Ok(found)
    }

    fn tenures(&self, query: &Bound) -> Result<Vec<Found<TenureRow>>, BaseError> {
        let (condition, values) = filter::tenures(query);
        let order = "t.earliest IS NULL, t.earliest, t.latest IS NOT NULL, t.latest, d.sha256, t.item";
        let sql = format!("SELECT {TENURE} FROM tenure t JOIN document d USING (doc) WHERE {condition} ORDER BY {order}");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let mut sigs = Sigs::new();
            let (tenure, n) = tenure(row, &mut sigs)?;
            let claim = self.stated(row.get(0)?, n.filter(|_| !query.bare), &mut sigs)?;
            found.push(Found { row: tenure, claim, sigs });
        }
        Ok(found)
    }

    fn signatures(&self) -> Result<Vec<(Sig, Signature, u32)>, BaseError> {
        let sql = "SELECT sig, kind, name, code, lists, post, country, decade, own, seen FROM signature ORDER BY sig";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| signature(row, 0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn decisions(&self) -> Result<Vec<Decision>, BaseError> {
        write::decisions(&self.connection)
    }

    fn decide(&mut self, decision: &Decision) -> Result<(), BaseError> {
        self.keep(decision)
    }

    fn publish(&mut self, merged: &[(Sig, &str, &str)]) -> Result<(), BaseError> {
        self.tell(merged)
    }

    fn published(&self) -> Result<Option<&dyn Known>, BaseError> {
        Ok(if self.is_published()? { Some(self) } else { None })
    }

    fn sql(&self, sql: &str) -> Result<Table, BaseError> {
        self.ask(sql)
    }

    fn problems(&self) -> Result<Vec<String>, BaseError> {
        let lines = |sql: &str| -> Result<Vec<String>, BaseError> {
            let mut statement = self.connection.prepare(sql)?;
            let lines = statement.query_map([], |row| row.get(0))?;
            Ok(lines.collect::<rusqlite::Result<_>>()?)
        };
        let mut problems: Vec<String> = lines("PRAGMA integrity_check")?.into_iter().filter(|line| line != "ok").collect();
        // Rows that belong to nothing: no writer of ours leaves any.
        for (table, key, other) in [
            ("entity", "doc", "document"),
            ("event", "doc", "document"),
            ("claim", "doc", "document"),
            ("tenure", "doc", "document"),
            ("evidence", "doc", "document"),
            ("entity", "sig", "signature"),
            ("claim", "evidence", "evidence"),
        ] {
            problems.extend(lines(&format!(
                "SELECT '{table}: ' || count(*) || ' rows without their {other}' FROM {table} \
                 WHERE {key} IS NOT NULL AND {key} NOT IN (SELECT {key} FROM {other}) HAVING count(*) > 0"
            ))?);
        }
        Ok(problems)
    }
}

fn id(row: &Row<'_>, column: usize) -> rusqlite::Result<DocumentId> {
    sound(row.get_ref(column)?.as_str()?.parse().ok(), "sha256")
}

fn document(row: &Row<'_>) -> rusqlite::Result<DocumentRow> {
    let source = Metadata {
        id: row.get(1)?,
        title: row.get(2)?,
        url: row.get(3)?,
        publisher: row.get(4)?,
        authors: code::read_list(text(row, 5)?, "authors")?,
        published: row.get(6)?,
    };
    Ok(DocumentRow { sha256: id(row, 0)?, source, date: row.get(7)?, earliest: row.get(8)?, latest: row.get(9)?, text: row.get(10)? })
}

/// Reads a signature from ten columns that begin at `from`.
pub(super) fn signature(row: &Row<'_>, from: usize) -> rusqlite::Result<(Sig, Signature, u32)> {
    let own: Option<String> = row.get(from + 8)?;
    let signature = Signature {
        kind: code::read_mention_kind(row.get_ref(from + 1)?.as_str()?)?,
        name: row.get(from + 2)?,
        code: row.get(from + 3)?,
        lists: row.get(from + 4)?,
        post: row.get(from + 5)?,
        country: row.get(from + 6)?,
        decade: row.get(from + 7)?,
        own: own.map(|o| sound(o.parse().ok(), "own")).transpose()?,
    };
    Ok((row.get(from)?, signature, row.get(from + 9)?))
}

/// The text of a column that may be empty.
fn text<'r>(row: &'r Row<'_>, column: usize) -> rusqlite::Result<Option<&'r str>> {
    Ok(row.get_ref(column)?.as_str_or_null()?)
}

/// Certainty, status and modality from three columns.
fn value(row: &Row<'_>, from: usize) -> rusqlite::Result<(Certainty, Status, Modality)> {
    Ok((
        certainty(row, from)?,
        sound(Status::from_name(row.get_ref(from + 1)?.as_str()?), "status")?,
        sound(Modality::from_name(row.get_ref(from + 2)?.as_str()?), "modality")?,
    ))
}

fn certainty(row: &Row<'_>, column: usize) -> rusqlite::Result<Certainty> {
    sound(Certainty::from_code(row.get_ref(column)?.as_str()?), "certainty")
}

fn tenure(row: &Row<'_>, sigs: &mut Sigs) -> rusqlite::Result<(TenureRow, Option<u32>)> {
    let document = id(row, 1)?;
    let item = row.get(2)?;
    let entity: Option<u32> = row.get(4)?;
    sigs.extend(entity.zip(row.get::<_, Option<Sig>>(5)?));
    let body: Option<String> = row.get(8)?;
    let tenure = TenureRow {
        document,
        item,
        id: document.item('t', item),
        person: code::read_word(row.get_ref(3)?.as_str()?, "person")?,
        entity,
        post: code::read_word(row.get_ref(6)?.as_str()?, "post")?,
        post_name: row.get(7)?,
        body: body.map(|b| code::read_word(&b, "body")).transpose()?,
        country: row.get(9)?,
        former: row.get(10)?,
        acting: row.get(11)?,
        attested_at: row.get(12)?,
        earliest: row.get(13)?,
        latest: row.get(14)?,
    };
    Ok((tenure, row.get(15)?))
}

impl Sqlite {
    fn entities(&self, doc: i64, document: DocumentId) -> Result<Vec<EntityRow>, BaseError> {
        let sql = "SELECT e.item, s.kind, s.name, s.code, e.gender, e.members, s.lists FROM entity e JOIN signature s USING (sig) \
                   WHERE e.doc = ? ORDER BY e.item";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([doc], |row| {
            let lists: String = row.get(6)?;
            Ok(EntityRow {
                document,
                item: row.get(0)?,
                kind: code::read_mention_kind(row.get_ref(1)?.as_str()?)?,
                name: row.get(2)?,
                code: row.get(3)?,
                gender: row.get(4)?,
                members: code::read_list(row.get::<_, Option<String>>(5)?.as_deref(), "members")?,
                lists: lists.split_terminator(' ').map(String::from).collect(),
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// An event, and the number of its claim.
    fn event(&self, row: &Row<'_>, sigs: &mut Sigs) -> rusqlite::Result<(EventRow, Option<u32>)> {
        let (doc, document, item): (i64, _, u32) = (row.get(0)?, id(row, 1)?, row.get(2)?);
        let (certainty, status, modality) = value(row, 14)?;
        let mut event = EventRow {
            document,
            item,
            id: document.item('e', item),
            class: row.get(3)?,
            plover: row.get(4)?,
            mode: row.get(5)?,
            contexts: code::read_list(text(row, 18)?, "contexts")?,
            quad: row.get(6)?,
            cameo: row.get(7)?,
            trigger: code::read_words(text(row, 8)?, "trigger")?,
            cues: code::read_words(text(row, 9)?, "cues")?,
            time: row.get(10)?,
            date: row.get(11)?,
            earliest: row.get(12)?,
            latest: row.get(13)?,
            certainty,
            status,
            modality,
            actor: Vec::new(),
            recipient: Vec::new(),
            place: None,
        };
        let sql = "SELECT role, start, \"end\", words, entity, code, sig FROM participant WHERE doc = ? AND item = ? ORDER BY role, seq";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query((doc, item))?;
        while let Some(row) = rows.next()? {
            let entity: Option<u32> = row.get(4)?;
            let participant = Participant { start: row.get(1)?, end: row.get(2)?, text: row.get(3)?, entity, code: row.get(5)? };
            sigs.extend(entity.zip(row.get::<_, Option<Sig>>(6)?));
            match row.get(0)? {
                0 => event.actor.push(participant),
                1 => event.recipient.push(participant),
                _ => event.place = Some(participant),
            }
        }
        Ok((event, row.get(17)?))
    }

    /// The claim that states an item, by its number.
    fn stated(&self, doc: i64, n: Option<u32>, sigs: &mut Sigs) -> rusqlite::Result<Option<ClaimRow>> {
        let Some(n) = n else { return Ok(None) };
        let sql = format!("SELECT {CLAIM} FROM claim c JOIN document d USING (doc) WHERE c.doc = ? AND c.n = ?");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query((doc, n))?;
        rows.next()?.map(|row| self.claim(row, sigs)).transpose()
    }

    fn claim(&self, row: &Row<'_>, sigs: &mut Sigs) -> rusqlite::Result<ClaimRow> {
        let (doc, n): (i64, u32) = (row.get(0)?, row.get(2)?);
        let (certainty, status, modality) = value(row, 6)?;
        let first: Option<i64> = row.get(9)?;
        let further: Vec<i64> = code::read_list(text(row, 10)?, "further")?;
        let numbers = first.into_iter().chain(further);
        let mut claim = ClaimRow {
            document: id(row, 1)?,
            id: row.get(3)?,
            kind: sound(ClaimKind::from_name(row.get_ref(4)?.as_str()?), "kind")?,
            item: row.get(5)?,
            speakers: Vec::new(),
            statement: None,
            content: code::read_words(text(row, 11)?, "content")?,
            certainty,
            status,
            modality,
            evidence: numbers.map(|number| evidence(&self.connection, number)).collect::<rusqlite::Result<_>>()?,
        };
        let sql = "SELECT made, attribution, entity, source, cue, certainty, sig FROM speaker WHERE doc = ? AND n = ? ORDER BY seq";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query((doc, n))?;
        while let Some(row) = rows.next()? {
            let entity: Option<u32> = row.get(2)?;
            let speaker = Speaker {
                attribution: row.get(1)?,
                entity,
                source: code::read_words(text(row, 3)?, "source")?,
                cue: code::read_words(text(row, 4)?, "cue")?,
                certainty: self::certainty(row, 5)?,
            };
            sigs.extend(entity.zip(row.get::<_, Option<Sig>>(6)?));
            if row.get(0)? { claim.statement = Some(speaker) } else { claim.speakers.push(speaker) }
        }
        Ok(claim)
    }
}

fn evidence(connection: &Connection, number: i64) -> rusqlite::Result<Evidence> {
    let sql = "SELECT start, \"end\", prefix, quote, suffix FROM evidence WHERE evidence = ?";
    connection.prepare_cached(sql)?.query_row([&number as &dyn ToSql], |row| {
        let position = Span { start: row.get(0)?, end: row.get(1)? };
        Ok(Evidence { position, quote: Quote { prefix: row.get(2)?, exact: row.get(3)?, suffix: row.get(4)? } })
    })
}
