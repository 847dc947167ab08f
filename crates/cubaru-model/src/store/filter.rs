//! A question as SQL: the same that `query/holds.rs` asks of a row in memory.

use crate::{
    base::Sig,
    query::{Bound, CHUNKS, Held, Side, Test, Who},
};
use rusqlite::types::Value;
use std::collections::BTreeSet;

/// A condition and its values.
struct Sql {
    values: Vec<Value>,
}

/// What a test asks of a row.
enum Asks {
    /// This, of the row itself.
    Holds(String),
    /// That the event is among those that this finds.
    Among(String),
}

impl From<String> for Asks {
    fn from(condition: String) -> Self {
        Self::Holds(condition)
    }
}

pub(super) fn events(query: &Bound) -> (String, Vec<Value>) {
    // Where few events are left anyhow, each is looked at; else those who take part lead to the events. No index has the days alone.
    let few = |t: &Test| matches!(t, Test::Is("class", _) | Test::Id(_));
    let narrow = query.tests.iter().any(|any| any.iter().all(few));
    compile(query, |sql, test| match test {
        Test::Is(column, value) => sql.is("e", column, value).into(),
        Test::Cameo(start) => sql.starts("e.cameo", start).into(),
        Test::Part(Side::Actor, who) => sql.part("= 0", who, narrow),
        Test::Part(Side::Recipient, who) => sql.part("= 1", who, narrow),
        Test::Part(Side::Either, who) => sql.part("< 2", who, narrow),
        Test::Place(who) => sql.part("= 2", who, narrow),
        Test::Person(persons) => {
            let who = Who { code: None, sigs: persons.clone(), words: String::new() };
            sql.part("< 2", &who, narrow)
        }
        Test::Office(held) => sql.office(held).into(),
        Test::Sector(sector) => {
            let chunks: Vec<String> = (0..CHUNKS).map(|i| format!("substr(p.code, {}, 3) = {}", 3 * i + 1, sql.text(sector))).collect();
            format!(
                "EXISTS (SELECT 1 FROM participant p WHERE p.doc = e.doc AND p.item = e.item AND p.role < 2 AND ({}))",
                chunks.join(" OR ")
            )
            .into()
        }
        Test::Between(from, to) => sql.touches("e", from, to).into(),
        Test::Id(id) => sql.id("e", 'e', id).into(),
        Test::Speaker(who) => sql.within("e", who).into(),
        Test::Words(runs) => {
            let words = sql.words(runs);
            format!("EXISTS (SELECT 1 FROM claim c WHERE c.doc = e.doc AND c.n = e.claim AND c.evidence IN ({words}))").into()
        }
        other => sql.document(other).into(),
    })
}

pub(super) fn claims(query: &Bound) -> (String, Vec<Value>) {
    compile(query, |sql, test| match test {
        Test::Is(column, value) => sql.is("c", column, value).into(),
        Test::Id(id) => sql.is("c", "id", id).into(),
        Test::Speaker(who) => sql.speaker("s.doc = c.doc AND s.n = c.n", who).into(),
        Test::Words(runs) => format!("c.evidence IN ({})", sql.words(runs)).into(),
        other => sql.document(other).into(),
    })
}

pub(super) fn tenures(query: &Bound) -> (String, Vec<Value>) {
    compile(query, |sql, test| match test {
        Test::Is(_, value) => sql.is("t", "country", value).into(),
        Test::Person(persons) => format!("t.sig IN {}", sql.sigs(persons)).into(),
        Test::Post(run) => format!("instr(t.folded, {}) > 0", sql.text(run)).into(),
        Test::Between(from, to) => sql.touches("t", from, to).into(),
        Test::Id(id) => sql.id("t", 't', id).into(),
        Test::Speaker(who) => sql.within("t", who).into(),
        Test::Words(runs) => {
            let words = sql.words(runs);
            format!("EXISTS (SELECT 1 FROM claim c WHERE c.doc = t.doc AND c.n = t.claim AND c.evidence IN ({words}))").into()
        }
        other => sql.document(other).into(),
    })
}

fn compile(query: &Bound, test: impl Fn(&mut Sql, &Test) -> Asks) -> (String, Vec<Value>) {
    let mut sql = Sql { values: Vec::new() };
    let mut all = vec!["1".to_string()];
    for alternatives in &query.tests {
        let (mut any, mut among) = (Vec::new(), Vec::new());
        for alternative in alternatives {
            match test(&mut sql, alternative) {
                Asks::Holds(condition) => any.push(condition),
                Asks::Among(select) => among.push(select),
            }
        }
        // One list, and not a list for each alternative: of two such joined by OR, SQLite loses rows.
        if !among.is_empty() {
            any.push(format!("(e.doc, e.item) IN ({})", among.join(" UNION ALL ")));
        }
        all.push(format!("({})", any.join(" OR ")));
    }
    (all.join(" AND "), sql.values)
}

impl Sql {
    /// A value, as the place that it takes in the condition.
    fn value(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("?{}", self.values.len())
    }

    fn text(&mut self, text: &str) -> String {
        self.value(text.to_string())
    }

    fn is(&mut self, table: &str, column: &str, value: &str) -> String {
        format!("{table}.{column} = {}", self.text(value))
    }

    /// Codes are of capitals and digits, which all sort before `~`.
    fn starts(&mut self, column: &str, start: &str) -> String {
        let start = self.text(start);
        format!("({column} >= {start} AND {column} < {start} || '~')")
    }

    fn sigs(&mut self, sigs: &BTreeSet<Sig>) -> String {
        let json = serde_json::to_string(sigs).unwrap_or_default();
        format!("(SELECT value FROM json_each({}))", self.text(&json))
    }

    /// Whether a participant or a speaker is meant.
    fn who(&mut self, table: &str, who: &Who) -> String {
        let mut any = vec![format!("{table}.sig IN {}", self.sigs(&who.sigs))];
        if let (Some(code), "p") = (&who.code, table) {
            any.push(self.starts("p.code", code));
        }
        if !who.words.is_empty() {
            // Of a speaker each name stands between bars.
            let words = if table == "p" { who.words.clone() } else { format!("|{}|", who.words) };
            let words = self.text(&words);
            let said = if table == "p" { format!("p.folded = {words}") } else { format!("instr({table}.folded, {words}) > 0") };
            any.push(format!("{table}.sig IS NULL AND {said}"));
        }
        format!("({})", any.join(" OR "))
    }

    fn part(&mut self, role: &str, who: &Who, narrow: bool) -> Asks {
        let who = self.who("p", who);
        if narrow {
            Asks::Holds(format!("EXISTS (SELECT 1 FROM participant p WHERE p.doc = e.doc AND p.item = e.item AND p.role {role} AND {who})"))
        } else {
            Asks::Among(format!("SELECT p.doc, p.item FROM participant p WHERE p.role {role} AND {who}"))
        }
    }

    /// In whose words a row stands; who makes a statement does not stand in his own.
    fn within(&mut self, table: &str, who: &Who) -> String {
        self.speaker(&format!("s.doc = {table}.doc AND s.n = {table}.claim AND NOT s.made"), who)
    }

    fn speaker(&mut self, of: &str, who: &Who) -> String {
        let who = self.who("s", who);
        format!("EXISTS (SELECT 1 FROM speaker s WHERE {of} AND {who})")
    }

    fn office(&mut self, held: &[Held]) -> String {
        let all: Vec<_> = held.iter().map(|h| (h.sig, &h.from, &h.to)).collect();
        let json = self.text(&serde_json::to_string(&all).unwrap_or_default());
        format!(
            "EXISTS (SELECT 1 FROM participant p JOIN json_each({json}) h ON p.sig = h.value ->> 0 WHERE p.doc = e.doc AND p.item = e.item \
             AND p.role < 2 AND e.latest >= h.value ->> 1 AND e.earliest <= h.value ->> 2)"
        )
    }

    fn touches(&mut self, table: &str, from: &str, to: &str) -> String {
        let (from, to) = (self.text(from), self.text(to));
        format!("({table}.latest >= {from} AND {table}.earliest <= {to})")
    }

    /// Runs of words that the full-text index must all have.
    fn words(&mut self, runs: &[String]) -> String {
        let phrases: Vec<String> = runs.iter().map(|r| format!("\"{}\"", r.trim())).collect();
        format!("SELECT rowid FROM evidence_word WHERE evidence_word MATCH {}", self.text(&phrases.join(" AND ")))
    }

    /// An id of an event or a tenure: the start of the document's, and the number.
    fn id(&mut self, table: &str, kind: char, id: &str) -> String {
        let parts = id.split_once('.').and_then(|(start, item)| Some((start, item.strip_prefix(kind)?)));
        let parsed = parts.and_then(|(start, item)| Some((start, item.parse::<u32>().ok()?, item)));
        match parsed {
            // One number is written in one way, and the start has its full length.
            Some((start, number, written)) if start.len() == 16 && number.to_string() == written => {
                let start = self.starts("d.sha256", start);
                format!("({start} AND {table}.item = {number})")
            }
            _ => "0".into(),
        }
    }

    fn document(&mut self, test: &Test) -> String {
        match test {
            Test::Published(from, to) => self.touches("d", from, to),
            Test::Source(publisher, id) => {
                let id = self.is("d", "id", id);
                if publisher.is_empty() { id } else { format!("({id} OR d.folded = {})", self.text(publisher)) }
            }
            Test::Document(id) => {
                let id = self.text(id);
                format!("(d.id = {id} OR substr(d.sha256, 1, length({id})) = {id})")
            }
            _ => "0".into(),
        }
    }
}
