//! Whether every quotation stands where it is said to stand: exactly, never nearly.

use crate::{Error, KnowledgeBase, Offsets, Result, Unit};
use cubaru_model::{Evidence, Quote, sha256};
use cubaru_parse::Span;
use serde::Serialize;
use serde_json::Value;
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
    /// The id of the claim, where there is one.
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
/// assert_eq!(texts.verify(&base)?.failures[0].problem, "no text has this hash");
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

    /// Verifies every quotation of every claim of a base, and the file itself. Places of what failed count bytes.
    pub fn verify(&self, base: &KnowledgeBase) -> Result<Verified> {
        let mut verified = Verified::default();
        let damage = |problem| Unverified { document: String::new(), claim: None, position: None, problem };
        verified.failures.extend(base.problems()?.into_iter().map(damage));
        for document in base.documents()? {
            let id = document.sha256.to_string();
            if !self.known(&id, &mut verified) {
                continue;
            }
            for claim in base.rows(&id)?.claims {
                claim.evidence.iter().for_each(|e| self.quote(&id, Some(&claim.id), e, Unit::Byte, &mut verified));
            }
        }
        Ok(verified)
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

    /// Verifies JSON that cubaru wrote, or JSON lines: every `evidence` below a `document` or `sha256`. Places count code points unless
    /// a `unit` says otherwise; those of what failed count as the JSON does.
    ///
    /// # Errors
    /// `bad-json` for text that is no JSON.
    pub fn verify_json(&self, json: &str) -> Result<Verified> {
        let mut verified = Verified::default();
        for value in serde_json::Deserializer::from_str(json).into_iter::<Value>() {
            let value = value.map_err(|e| Error::BadJson { problem: e.to_string() })?;
            self.value(&value, &Place { document: None, claim: None, unit: Unit::CodePoint }, &mut verified);
        }
        Ok(verified)
    }

    fn value(&self, value: &Value, place: &Place, verified: &mut Verified) {
        match value {
            Value::Array(all) => all.iter().for_each(|v| self.value(v, place, verified)),
            Value::Object(fields) => {
                let text = |key: &str| fields.get(key).and_then(Value::as_str).map(String::from);
                let unit = fields.get("unit").and_then(|u| serde_json::from_value(u.clone()).ok());
                let hash = text("sha256").or_else(|| text("document"));
                let unit = unit.unwrap_or(place.unit);
                let place = Place { document: hash.or_else(|| place.document.clone()), claim: text("id"), unit };
                for (key, inner) in fields {
                    if key == "evidence" { self.evidence(inner, &place, verified) } else { self.value(inner, &place, verified) }
                }
            }
            _ => {}
        }
    }

    fn evidence(&self, all: &Value, place: &Place, verified: &mut Verified) {
        let Some(document) = &place.document else { return };
        for one in all.as_array().into_iter().flatten() {
            let number = |key: &str| one["position"][key].as_u64().and_then(|n| u32::try_from(n).ok());
            let text = |key: &str| one["quote"][key].as_str().map(String::from);
            let (Some(start), Some(end), Some(exact)) = (number("start"), number("end"), text("exact")) else { continue };
            let quote = Quote { exact, prefix: text("prefix").unwrap_or_default(), suffix: text("suffix").unwrap_or_default() };
            if self.known(document, verified) {
                let evidence = Evidence { position: Span { start, end }, quote };
                self.quote(document, place.claim.as_deref(), &evidence, place.unit, verified);
            }
        }
    }

    /// Whether the text is there; a failure, once for each document, where it is not.
    fn known(&self, document: &str, verified: &mut Verified) -> bool {
        verified.documents += 1;
        if self.0.contains_key(document) {
            return true;
        }
        let problem = "no text has this hash".to_string();
        let failure = Unverified { document: document.into(), claim: None, position: None, problem };
        if !verified.failures.contains(&failure) {
            verified.failures.push(failure);
        }
        false
    }

    fn quote(&self, document: &str, claim: Option<&str>, evidence: &Evidence, unit: Unit, verified: &mut Verified) {
        let Some((text, offsets)) = self.0.get(document) else { return };
        verified.quotes += 1;
        let byte = |offset| offsets.byte(text, offset, unit) as usize;
        let (start, end) = (byte(evidence.position.start), byte(evidence.position.end));
        let Quote { exact, prefix, suffix } = &evidence.quote;
        let found = text.get(start..end);
        let problem = if found != Some(exact) {
            format!("“{exact}” is claimed, “{}” stands there", found.unwrap_or("nothing"))
        } else if !text[..start].ends_with(prefix.as_str()) || !text[end..].starts_with(suffix.as_str()) {
            format!("“{exact}” stands there, but not between “{prefix}” and “{suffix}”")
        } else {
            return;
        };
        let (document, claim) = (document.to_string(), claim.map(String::from));
        verified.failures.push(Unverified { document, claim, position: Some(evidence.position), problem });
    }
}

/// Where in the JSON one is.
struct Place {
    document: Option<String>,
    claim: Option<String>,
    unit: Unit,
}
