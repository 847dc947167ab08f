//! Whether every quotation stands where it is said to stand: exactly, never nearly.

use crate::{Error, KnowledgeBase, Metadata, Offsets, Result, Unit};
use cubaru_model::{Quote, sha256};
use cubaru_parse::Span;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// What was verified, and what failed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Verified {
    /// How many documents were looked for.
    pub documents: u32,
    /// How many quotations were compared.
    pub quotes: u32,
    /// What failed, in the order in which it was found.
    pub failures: Vec<Unverified>,
}

/// A quotation that does not stand at its place, or a text that is not there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Unverified {
    /// The hash of the text.
    pub document: String,
    /// The id of the claim, or of the event, holding or other record, in which the words stand.
    pub claim: Option<String>,
    /// Where the quotation should stand.
    pub position: Option<Span>,
    /// What is wrong.
    pub problem: String,
}

/// Texts by their hashes.
///
/// ```
/// use cubaru::{KnowledgeBase, Reader, Source, Texts};
/// let text = "Chad said that Niger had closed the border.";
/// let base = KnowledgeBase::new();
/// base.add(&Reader::english().read(&Source::new(text))?)?;
/// let mut texts = Texts::default();
/// assert!(texts.verify(&base)?.failures[0].problem.starts_with("no text has this hash"));
/// texts.add(text);
/// assert_eq!(texts.verify(&base)?.failures, []);
/// # Ok::<(), cubaru::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Texts(BTreeMap<String, (String, Offsets)>);

impl Texts {
    /// Adds a text.
    pub fn add(&mut self, text: impl Into<String>) {
        let text = text.into();
        self.0.insert(sha256(text.as_bytes()), (text.clone(), Offsets::new(&text)));
    }

    /// Verifies every quotation and all words of a base, and the file itself. Places of what failed count bytes.
    ///
    /// # Errors
    /// Those of the base.
    pub fn verify(&self, base: &KnowledgeBase) -> Result<Verified> {
        let mut check = Check::new(self);
        check.verified.failures.extend(base.problems()?.into_iter().map(|problem| Unverified::of("", None, None, problem)));
        for document in base.documents()? {
            let id = document.sha256.to_string();
            check.name(&id, &document.source);
            let rows = base.rows(&id)?;
            if sha256(rows.document.text.as_bytes()) != id {
                let problem = "the text that the base keeps has another hash".into();
                check.verified.failures.push(Unverified::of(&id, None, None, problem));
            }
            let place = Place { document: Some(&id), record: None, unit: Unit::Byte };
            check.value(&serde_json::to_value(&rows).unwrap_or_default(), &place);
        }
        Ok(check.done())
    }

    /// The same with the places of what failed counted in `unit`.
    pub fn verify_in(&self, base: &KnowledgeBase, unit: Unit) -> Result<Verified> {
        let mut verified = self.verify(base)?;
        for failure in &mut verified.failures {
            if let (Some(Span { start, end }), Some((text, offsets))) = (&mut failure.position, self.0.get(&failure.document)) {
                (*start, *end) = (offsets.convert(text, *start, unit), offsets.convert(text, *end, unit));
            }
        }
        Ok(verified)
    }

    /// Verifies JSON that cubaru wrote, or JSON lines: every quotation, and all words with their place, that stand below a `document` or
    /// `sha256`. Places count code points unless a `unit` says otherwise; those of what failed count as the JSON does.
    ///
    /// # Errors
    /// `bad-json` for text that is no JSON.
    pub fn verify_json(&self, json: &str) -> Result<Verified> {
        let mut check = Check::new(self);
        for value in serde_json::Deserializer::from_str(json).into_iter::<Value>() {
            let value = value.map_err(|e| Error::BadJson { problem: e.to_string() })?;
            check.value(&value, &Place { document: None, record: None, unit: Unit::CodePoint });
        }
        Ok(check.done())
    }
}

impl Unverified {
    fn of(document: &str, claim: Option<&str>, position: Option<Span>, problem: String) -> Self {
        Self { document: document.into(), claim: claim.map(String::from), position, problem }
    }
}

/// A place in bytes; none where it lies beyond the text's end or within a character.
fn bytes(text: &str, offsets: &Offsets, position: Span, unit: Unit) -> Option<(usize, usize)> {
    let byte = |offset| {
        let byte = offsets.byte(text, offset, unit);
        (offsets.convert(text, byte, unit) == offset && text.is_char_boundary(byte as usize)).then_some(byte as usize)
    };
    Some((byte(position.start)?, byte(position.end)?)).filter(|(start, end)| start <= end)
}

/// Where in the JSON one is.
#[derive(Clone, Copy)]
struct Place<'a> {
    document: Option<&'a str>,
    record: Option<&'a str>,
    unit: Unit,
}

/// One run over a base or a file.
struct Check<'a> {
    texts: &'a Texts,
    verified: Verified,
    /// The documents that were looked for: what they are called, and how many quotations wait for a text that is not there.
    documents: BTreeMap<String, (Option<String>, u32)>,
}

impl<'a> Check<'a> {
    fn new(texts: &'a Texts) -> Self {
        Self { texts, verified: Verified::default(), documents: BTreeMap::new() }
    }

    /// What is missing comes last, each text once.
    fn done(self) -> Verified {
        let Self { texts, mut verified, documents } = self;
        verified.documents = documents.len() as u32;
        for (id, (name, waiting)) in documents.iter().filter(|(id, _)| !texts.0.contains_key(*id)) {
            let name = name.as_ref().map(|n| format!(" (it was {n})")).unwrap_or_default();
            let problem = format!("no text has this hash{name}: {waiting} quotations rest on it");
            verified.failures.push(Unverified::of(id, None, None, problem));
        }
        verified
    }

    /// Learns what a document is called.
    fn name(&mut self, document: &str, source: &Metadata) {
        let name = source.id.as_ref().or(source.title.as_ref()).or(source.url.as_ref());
        self.documents.entry(document.into()).or_default().0 = name.cloned();
    }

    fn value(&mut self, value: &Value, place: &Place<'_>) {
        match value {
            Value::Array(all) => all.iter().for_each(|v| self.value(v, place)),
            Value::Object(fields) => self.object(fields, place),
            _ => {}
        }
    }

    fn object(&mut self, fields: &Map<String, Value>, around: &Place<'_>) {
        let text = |key: &str| fields.get(key).and_then(Value::as_str);
        let unit = fields.get("unit").and_then(|u| Unit::deserialize(u).ok());
        let hash = text("sha256").or_else(|| text("document"));
        let place = Place {
            document: hash.or(around.document),
            // The record is the outermost thing with an id: parties have ids of their own.
            record: around.record.or_else(|| text("id")),
            unit: unit.unwrap_or(around.unit),
        };
        if let (Some(hash), Some(source)) = (text("sha256"), fields.get("source").and_then(|s| Metadata::deserialize(s).ok())) {
            self.name(hash, &source);
        }
        let quote = fields.get("quote").and_then(|q| Quote::deserialize(q).ok());
        if let (Some(position), Some(quote)) = (fields.get("position").and_then(|p| Span::deserialize(p).ok()), quote) {
            return self.quote(&place, position, &quote);
        }
        // Words with their place. What is read in them, or instead of them, stands beside `text`.
        let number = |key: &str| fields.get(key).and_then(Value::as_u64).and_then(|n| u32::try_from(n).ok());
        if let (Some(start), Some(end), Some(exact)) = (number("start"), number("end"), text("text")) {
            let (prefix, suffix) = (String::new(), String::new());
            self.quote(&place, Span { start, end }, &Quote { exact: exact.into(), prefix, suffix });
        }
        fields.values().for_each(|inner| self.value(inner, &place));
    }

    fn quote(&mut self, place: &Place<'_>, position: Span, quote: &Quote) {
        let Some(document) = place.document else { return };
        let texts = self.texts;
        let Some((text, offsets)) = texts.0.get(document) else {
            self.documents.entry(document.into()).or_default().1 += 1;
            return;
        };
        if !self.documents.contains_key(document) {
            self.documents.insert(document.into(), (None, 0));
        }
        self.verified.quotes += 1;
        let Quote { exact, prefix, suffix } = quote;
        let problem = match bytes(text, offsets, position, place.unit) {
            None => format!("“{exact}” is claimed beyond the text's end or within a character"),
            Some((start, end)) if text[start..end] != *exact => format!("“{exact}” is claimed, “{}” stands there", &text[start..end]),
            Some((start, end)) if !text[..start].ends_with(prefix.as_str()) || !text[end..].starts_with(suffix.as_str()) => {
                format!("“{exact}” stands there, but not between “{prefix}” and “{suffix}”")
            }
            Some(_) => return,
        };
        self.verified.failures.push(Unverified::of(document, place.record, Some(position), problem));
    }
}
