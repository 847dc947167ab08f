//! A base, or what a question finds in it, as files that others open.

use crate::{Ask, EventFact, KnowledgeBase, Reader, Result, Source, Unit};
use cubaru_model::export::{Excerpt, Format};

impl KnowledgeBase {
    /// The whole base in a format by its name (`json`, `csv-claims`, `turtle` …; [`Format::ALL`] and `conllu`): the same bytes for the same
    /// base. `docs/export.md` tells each. Places count code points.
    ///
    /// The reader reads the texts again where a format tells what reading alone tells: syntax (`conllu`), and checks (`json`, `jsonl`). Its limit
    /// does not count, since the base took these texts.
    ///
    /// ```
    /// use cubaru::{KnowledgeBase, Reader, Source};
    /// let (base, reader) = (KnowledgeBase::new(), Reader::english());
    /// base.add(&reader.read(&Source::new("Peru and Chile signed a treaty.").published("2021-03-02"))?)?;
    /// let table = String::from_utf8(base.export("csv-events", &reader)?).expect("UTF-8");
    /// assert!(table.starts_with("id,document,") && table.contains("signed a treaty"));
    /// assert_eq!(base.export("pdf", &reader).unwrap_err().code(), "bad-value");
    /// # Ok::<(), cubaru::Error>(())
    /// ```
    ///
    /// # Errors
    /// `bad-value` where there is no such format, or this build comes without it (features `rdf` and `parquet`).
    pub fn export(&self, format: &str, reader: &Reader) -> Result<Vec<u8>> {
        if format == "conllu" {
            return Ok(self.conllu(reader)?.into_bytes());
        }
        let format = Format::from_name(format)?;
        self.write(Excerpt::whole(&self.0)?, format, reader)
    }

    fn write(&self, excerpt: Excerpt, format: Format, reader: &Reader) -> Result<Vec<u8>> {
        let checks = matches!(format, Format::Json | Format::Jsonl);
        let excerpt = if checks { excerpt.checked(self.check_in(reader, Unit::CodePoint)?) } else { excerpt };
        Ok(excerpt.export(format)?)
    }

    /// The syntax of every document as [CoNLL-U](crate::Document::conllu), by date and hash.
    fn conllu(&self, reader: &Reader) -> Result<String> {
        let (mut out, reader) = (String::new(), reader.clone().with_limit(usize::MAX));
        for document in self.documents()? {
            let hash = document.sha256.to_string();
            let mut metadata = document.source;
            // A document needs a name among others.
            metadata.id.get_or_insert_with(|| hash.clone());
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
    /// As [`KnowledgeBase::export`]; `conllu` is of the whole base alone.
    pub fn export(self, format: &str, reader: &Reader) -> Result<Vec<u8>> {
        let format = Format::from_name(format)?;
        self.base.write(Excerpt::of(&self.base.0, &self.query?)?, format, reader)
    }
}
