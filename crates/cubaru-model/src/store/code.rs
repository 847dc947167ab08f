//! How small values stand in columns.

use crate::base::{DocumentId, MentionRow, QuantityRow, TimeRow};
use cubaru_parse::{Approximation, MentionKind, QuantityKind, TimexType, Words};
use rusqlite::types::Type;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A column that holds what it should not.
#[derive(Debug)]
pub(super) struct Damaged(pub &'static str);

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the column `{}` is damaged", self.0)
    }
}

impl std::error::Error for Damaged {}

/// The value, or an error that names the column.
pub(super) fn sound<T>(value: Option<T>, column: &'static str) -> rusqlite::Result<T> {
    value.ok_or_else(|| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(Damaged(column))))
}

fn json<T: Serialize>(value: &T) -> String {
    // Strings and numbers have no value that JSON lacks.
    serde_json::to_string(value).unwrap_or_default()
}

/// One run of words: `[start, end, "text"]`.
pub(super) fn word(words: &Words) -> String {
    json(&(words.start, words.end, &words.text))
}

/// Runs of words; none for an empty list.
pub(super) fn words(all: &[Words]) -> Option<String> {
    (!all.is_empty()).then(|| json(&all.iter().map(|w| (w.start, w.end, &w.text)).collect::<Vec<_>>()))
}

pub(super) fn read_word(given: &str, column: &'static str) -> rusqlite::Result<Words> {
    let read: Option<(u32, u32, String)> = serde_json::from_str(given).ok();
    sound(read, column).map(|(start, end, text)| Words { start, end, text })
}

pub(super) fn read_words(given: Option<&str>, column: &'static str) -> rusqlite::Result<Vec<Words>> {
    let Some(given) = given else { return Ok(Vec::new()) };
    let read: Option<Vec<(u32, u32, String)>> = serde_json::from_str(given).ok();
    Ok(sound(read, column)?.into_iter().map(|(start, end, text)| Words { start, end, text }).collect())
}

/// A list; none for an empty one.
pub(super) fn list<T: Serialize>(all: &[T]) -> Option<String> {
    (!all.is_empty()).then(|| json(&all))
}

pub(super) fn read_list<T: for<'d> Deserialize<'d>>(given: Option<&str>, column: &'static str) -> rusqlite::Result<Vec<T>> {
    given.map_or_else(|| Ok(Vec::new()), |given| sound(serde_json::from_str(given).ok(), column))
}

/// The rows of a document that nobody looks for one by one, in few characters.
#[derive(Serialize, Deserialize)]
#[allow(clippy::type_complexity)]
pub(super) struct Layers<T> {
    mentions: Vec<(u32, u32, T, T, Option<u32>, Option<T>)>,
    times: Vec<(u32, u32, T, T, T, Option<T>, Option<T>, Option<T>, Option<T>)>,
    quantities: Vec<(u32, u32, T, T, T, Option<T>, T)>,
}

const MENTIONS: [(MentionKind, &str); 6] = [
    (MentionKind::Per, "PER"),
    (MentionKind::Org, "ORG"),
    (MentionKind::Loc, "LOC"),
    (MentionKind::Norp, "NORP"),
    (MentionKind::Pron, "PRON"),
    (MentionKind::Nom, "NOM"),
];
const TIMES: [(TimexType, &str); 4] =
    [(TimexType::Date, "DATE"), (TimexType::Time, "TIME"), (TimexType::Duration, "DURATION"), (TimexType::Set, "SET")];
const QUANTITIES: [(QuantityKind, &str); 6] = [
    (QuantityKind::Number, "NUMBER"),
    (QuantityKind::Ordinal, "ORDINAL"),
    (QuantityKind::Money, "MONEY"),
    (QuantityKind::Percent, "PERCENT"),
    (QuantityKind::Multiple, "MULTIPLE"),
    (QuantityKind::Fraction, "FRACTION"),
];
const APPROXIMATIONS: [(Approximation, &str); 4] =
    [(Approximation::Exact, "EXACT"), (Approximation::About, "ABOUT"), (Approximation::Below, "BELOW"), (Approximation::Above, "ABOVE")];

/// Every value has its name: `tests/stores.rs` puts all of them through a file.
fn name<T: PartialEq>(all: &[(T, &'static str)], value: &T) -> &'static str {
    all.iter().find(|(v, _)| v == value).map_or("", |(_, name)| name)
}

fn named<T: Copy>(all: &[(T, &str)], given: &str) -> Option<T> {
    all.iter().find(|(_, name)| *name == given).map(|(value, _)| *value)
}

/// `PER`, `ORG` …
pub(super) fn mention_kind(kind: MentionKind) -> &'static str {
    name(&MENTIONS, &kind)
}

pub(super) fn read_mention_kind(given: &str) -> rusqlite::Result<MentionKind> {
    sound(named(&MENTIONS, given), "kind")
}

/// The three lists of a document that stand in `layers`.
type Read = (Vec<MentionRow>, Vec<TimeRow>, Vec<QuantityRow>);

impl Layers<&str> {
    pub(super) fn write(mentions: &[MentionRow], times: &[TimeRow], quantities: &[QuantityRow]) -> String {
        let layers = Layers {
            mentions: mentions.iter().map(|m| (m.start, m.end, &*m.text, name(&MENTIONS, &m.kind), m.entity, m.code.as_deref())).collect(),
            times: times.iter().map(time).collect(),
            quantities: quantities.iter().map(quantity).collect(),
        };
        json(&layers)
    }
}

#[allow(clippy::type_complexity)]
fn time(t: &TimeRow) -> (u32, u32, &str, &str, &str, Option<&str>, Option<&str>, Option<&str>, Option<&str>) {
    let (edtf, earliest, latest) = (t.edtf.as_deref(), t.earliest.as_deref(), t.latest.as_deref());
    (t.start, t.end, &t.text, name(&TIMES, &t.kind), &t.value, t.modifier.as_deref(), edtf, earliest, latest)
}

fn quantity(q: &QuantityRow) -> (u32, u32, &str, &str, &str, Option<&str>, &str) {
    let (kind, approximation) = (name(&QUANTITIES, &q.kind), name(&APPROXIMATIONS, &q.approximation));
    (q.start, q.end, &q.text, kind, &q.value, q.unit.as_deref(), approximation)
}

impl Layers<String> {
    pub(super) fn read(given: &str, document: DocumentId) -> rusqlite::Result<Read> {
        let layers: Self = sound(serde_json::from_str(given).ok(), "layers")?;
        let mention = |(item, (start, end, text, kind, entity, code)): (u32, (u32, u32, String, String, _, _))| {
            Ok(MentionRow { document, item, start, end, text, kind: read_mention_kind(&kind)?, entity, code })
        };
        let mentions = (0..).zip(layers.mentions).map(mention).collect::<rusqlite::Result<_>>()?;
        let mut times = Vec::new();
        for (item, (start, end, text, kind, value, modifier, edtf, earliest, latest)) in (0..).zip(layers.times) {
            let kind = sound(named(&TIMES, &kind), "layers")?;
            times.push(TimeRow { document, item, start, end, text, kind, value, modifier, edtf, earliest, latest });
        }
        let mut quantities = Vec::new();
        for (item, (start, end, text, kind, value, unit, approximation)) in (0..).zip(layers.quantities) {
            let kind = sound(named(&QUANTITIES, &kind), "layers")?;
            let approximation = sound(named(&APPROXIMATIONS, &approximation), "layers")?;
            quantities.push(QuantityRow { document, item, start, end, text, kind, value, unit, approximation });
        }
        Ok((mentions, times, quantities))
    }
}
