//! What texts themselves show to be at odds, or to depend on one another.

use crate::{Document, DocumentId, Finding, KnowledgeBase, Offsets, Reader, Result, Source, Unit, document::to_json};
use cubaru_model::check::{Checker, Lists};
use cubaru_parse::span::Spans;
use std::{collections::BTreeMap, sync::LazyLock};

static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists::read(cubaru_english::CHECKS).expect("`lists_of_checks_are_sound` reads them"));

/// Checks documents one after another, so that none need be kept.
pub struct Checks(Checker<'static>);

impl Default for Checks {
    fn default() -> Self {
        Self(Checker::new(&LISTS))
    }
}

impl Checks {
    /// Takes a document; one whose text was taken already changes nothing.
    pub fn add(&mut self, document: &Document) {
        self.0.add(&document.rows(), &document.parsed());
    }

    /// The findings, in a fixed order; places count bytes of the documents' texts.
    pub fn finish(self) -> Vec<Finding> {
        self.0.finish()
    }
}

/// Checks documents, each against itself and against the others: counts against lists, lengths against dates, claims against later ones.
///
/// A finding sets two places side by side and says nothing of who is right. Those that [agree](Finding::agrees) are given too. Places count
/// bytes; [`findings_in`] counts them otherwise. The guide to checks (`docs/checks.md`) tells what each kind reports and where it is silent.
///
/// ```
/// use cubaru::{Reader, Source, check};
/// let text = "Three ministers resigned on Monday: Ana Prado, the minister of trade, and Luis Lemos, the minister of health.";
/// let document = Reader::english().read(&Source::new(text))?;
/// let findings = check([&document]);
/// assert_eq!(findings[0].note, "the text says 3 and names 2");
/// assert_eq!(findings[0].b.as_ref().unwrap().items[1].text, "Luis Lemos");
/// # Ok::<(), cubaru::Error>(())
/// ```
pub fn check<'d>(documents: impl IntoIterator<Item = &'d Document>) -> Vec<Finding> {
    let mut checks = Checks::default();
    documents.into_iter().for_each(|document| checks.add(document));
    checks.finish()
}

/// The same findings as [`check`] gives, with their places counted in `unit`.
pub fn check_in<'d>(documents: impl IntoIterator<Item = &'d Document>, unit: Unit) -> Vec<Finding> {
    let documents: Vec<&Document> = documents.into_iter().collect();
    let texts: BTreeMap<&str, &str> = documents.iter().map(|d| (d.sha256(), d.text())).collect();
    let text = |id: DocumentId| texts.get(id.to_string().as_str()).map(|text| text.to_string()).unwrap_or_default();
    findings_in(check(documents), unit, text)
}

/// The same findings with their places, which count bytes, counted in `unit`; `text` gives the text of a document.
pub fn findings_in(mut findings: Vec<Finding>, unit: Unit, text: impl Fn(DocumentId) -> String) -> Vec<Finding> {
    if unit == Unit::Byte {
        return findings;
    }
    let mut texts: BTreeMap<DocumentId, (String, Offsets)> = BTreeMap::new();
    for side in findings.iter_mut().flat_map(|f| [Some(&mut f.a), f.b.as_mut()]).flatten() {
        let (text, offsets) = texts.entry(side.document).or_insert_with(|| {
            let text = text(side.document);
            let offsets = Offsets::new(&text);
            (text, offsets)
        });
        side.spans(&mut |start, end| {
            for offset in [start, end] {
                *offset = offsets.convert(text, *offset, unit);
            }
        });
    }
    findings
}

impl Document {
    /// Checks the document against itself, with places in its own unit; see [`check`].
    pub fn check(&self) -> Vec<Finding> {
        check_in([self], self.unit())
    }
}

impl KnowledgeBase {
    /// Checks the documents of the base, each against itself and against the others; see [`check`](crate::check). The reader reads their texts
    /// again, as a base keeps what was read, not the sentences' trees; its limit does not count, since the base took these texts.
    ///
    /// ```
    /// use cubaru::{FindingKind, KnowledgeBase, Reader, Source};
    /// let (base, reader) = (KnowledgeBase::new(), Reader::english());
    /// for (text, day) in [("Kenya may lend Ghana two ferries, an envoy said.", "2011-03-01"), ("Kenya has lent Ghana two ferries.", "2011-03-09")] {
    ///     base.add(&reader.read(&Source::new(text).published(day))?)?;
    /// }
    /// let findings = base.check(&reader)?;
    /// let drift = findings.iter().find(|f| f.kind == FindingKind::Drift).unwrap();
    /// assert_eq!((drift.a.read.as_str(), drift.b.as_ref().unwrap().read.as_str()), ("asked for or possible", "done"));
    /// # Ok::<(), cubaru::Error>(())
    /// ```
    pub fn check(&self, reader: &Reader) -> Result<Vec<Finding>> {
        let (mut checks, reader) = (Checks::default(), reader.clone().with_limit(usize::MAX));
        for row in self.documents()? {
            let text = self.text(&row.sha256.to_string())?;
            checks.add(&reader.read(&Source { text, metadata: row.source })?);
        }
        Ok(checks.finish())
    }

    /// The same findings with their places counted in `unit`.
    pub fn check_in(&self, reader: &Reader, unit: Unit) -> Result<Vec<Finding>> {
        let text = |id: DocumentId| self.text(&id.to_string()).unwrap_or_default();
        Ok(findings_in(self.check(reader)?, unit, text))
    }

    /// The same findings as a JSON list, with places in code points: the same bytes in every language.
    pub fn check_json(&self, reader: &Reader) -> Result<String> {
        Ok(to_json(&self.check_in(reader, Unit::CodePoint)?))
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn lists_of_checks_are_sound() {
        super::LazyLock::force(&super::LISTS);
    }
}
