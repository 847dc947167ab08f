//! What texts themselves show to be at odds, or to depend on one another.

use crate::{Document, Finding};
use cubaru_model::check::{Checker, Lists};
use std::sync::LazyLock;

static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists::read(cubaru_english::CHECKS).expect("the lists of checks are tested"));

/// Checks documents one after another, so that none need be kept.
pub struct Checks(Checker<'static>);

impl Default for Checks {
    fn default() -> Self {
        Self(Checker::new(&LISTS))
    }
}

impl Checks {
    /// Takes a document.
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
/// A finding sets two places side by side and says nothing of who is right. Those that [agree](Finding::agrees) are given too.
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
