//! A base, or what a question finds in it, as files that others open.

use crate::{Ask, EventFact, KnowledgeBase, Reader, Result, Source};
use cubaru_model::export::{Excerpt, Format};

impl KnowledgeBase {
    /// The whole base in a format of [`Format::ALL`] by its name (`json`, `csv-claims`, `turtle` …): the same bytes for the same base.
    /// `docs/export.md` tells each. Places count code points.
    ///
    /// ```
    /// use cubaru::{KnowledgeBase, Reader, Source};
    /// let base = KnowledgeBase::new();
    /// base.add(&Reader::english().read(&Source::new("Peru and Chile signed a treaty.").published("2021-03-02"))?)?;
    /// let table = String::from_utf8(base.export("csv-events")?).expect("UTF-8");
    /// assert!(table.starts_with("id,document,") && table.contains("signed a treaty"));
    /// assert_eq!(base.export("pdf").unwrap_err().code(), "bad-value");
    /// # Ok::<(), cubaru::Error>(())
    /// ```
    ///
    /// # Errors
    /// `bad-value` where there is no such format, or this build comes without it (features `rdf` and `parquet`).
    pub fn export(&self, format: &str) -> Result<Vec<u8>> {
        Ok(Excerpt::whole(&self.0)?.export(Format::from_name(format)?)?)
    }

    /// The syntax of every document as [CoNLL-U](crate::Document::conllu), by date and hash: the texts are read anew.
    pub fn conllu(&self, reader: &Reader) -> Result<String> {
        let mut out = String::new();
        for document in self.documents()? {
            let hash = document.sha256.to_string();
            let mut metadata = document.source;
            // A document needs a name among others.
            metadata.id.get_or_insert(hash.clone());
            let text = self.text(&hash)?;
            out += &reader.read(&Source { text, metadata })?.conllu();
        }
        Ok(out)
    }
}

impl Ask<'_, EventFact> {
    /// What is found, in a format: the events, the claims that state them, those who take part, their posts, the documents.
    ///
    /// # Errors
    /// As [`KnowledgeBase::export`].
    pub fn export(self, format: &str) -> Result<Vec<u8>> {
        Ok(Excerpt::of(&self.base.0, &self.query?)?.export(Format::from_name(format)?)?)
    }
}
