//! The door: a text in, a document out.

use crate::{Document, Error, Result, Source};
use cubaru_parse::{
    Language, PartialDate, Time,
    syntax::{self, Word},
};
use std::sync::Arc;

/// The longest text that a reader takes unless told otherwise: 10 MiB.
pub const DEFAULT_LIMIT: usize = 10 * 1024 * 1024;

/// Reads texts. Built once; cheap to clone and to share between threads.
#[derive(Clone)]
pub struct Reader {
    language: Arc<Language>,
    limit: usize,
}

impl Reader {
    /// A reader of English.
    pub fn english() -> Self {
        Self { language: Arc::new(cubaru_english::language()), limit: DEFAULT_LIMIT }
    }

    /// The same with another limit on a text's length, in bytes; offsets have 32 bits, so that no limit lies above 4 GiB.
    pub fn with_limit(mut self, bytes: usize) -> Self {
        self.limit = bytes.min(u32::MAX as usize);
        self
    }

    /// The same with rules of events of your own, one a line, as the guide to rules (`docs/events.md`) has them. Where one of them and one
    /// of the reader's ask for as much, yours goes first; classes may be your own.
    ///
    /// ```
    /// use cubaru::{Reader, Source};
    /// let rules = "verb restructure obj=debt,loan | DEBT | subj -> to,with | political | Zambia restructured its debt to China. | She restructured her debts.";
    /// let reader = Reader::english().with_rules(rules)?;
    /// let document = reader.read(&Source::new("Ghana restructured its debt to Japan."))?;
    /// assert_eq!(document.events()[0].class.name(), "DEBT");
    ///
    /// let error = Reader::english().with_rules("verb restructure obbj=debt | DEBT").err().unwrap();
    /// assert_eq!(error.to_string(), "rules `rules`, line 1, column 18: `obbj=debt | DEBT` stands where a place is expected");
    /// # Ok::<(), cubaru::Error>(())
    /// ```
    pub fn with_rules(self, text: &str) -> Result<Self> {
        let language = Arc::unwrap_or_clone(self.language).with_rules("rules", text)?;
        Ok(Self { language: Arc::new(language), ..self })
    }

    /// The language with its lists.
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// Reads a text. An error says that the input is bad ([`Error`]); odd prose never is.
    pub fn read(&self, source: &Source) -> Result<Document> {
        self.fits(source.text.len())?;
        let parsed = cubaru_parse::parse(&self.language, &source.text, date(source.metadata.published.as_deref())?);
        Ok(Document::new(source, parsed))
    }

    /// The time expressions of a text alone: those that [`Reader::read`] gives a document published on `anchor` (`2023`, `2023-06`,
    /// `2023-06-04`), many times faster. Offsets count bytes; [`in_unit`](crate::in_unit) counts them otherwise.
    ///
    /// ```
    /// let times = cubaru::Reader::english().times("Lavrov visited Cuba last Thursday, for two days.", Some("2023-04-22"))?;
    /// assert_eq!(times.iter().map(|t| (&*t.text, &*t.value)).collect::<Vec<_>>(), [("last Thursday", "2023-04-20"), ("two days", "P2D")]);
    /// # Ok::<(), cubaru::Error>(())
    /// ```
    pub fn times(&self, text: &str, anchor: Option<&str>) -> Result<Vec<Time>> {
        self.fits(text.len())?;
        Ok(cubaru_parse::times(&self.language, text, date(anchor)?))
    }

    fn fits(&self, length: usize) -> Result<()> {
        if length > self.limit { Err(Error::TooLong { length, limit: self.limit }) } else { Ok(()) }
    }

    /// Reads bytes that should be UTF-8; the text of `source` is not looked at.
    pub fn read_bytes(&self, bytes: &[u8], source: &Source) -> Result<Document> {
        self.read(&Source { text: self.text(bytes)?.into(), metadata: source.metadata.clone() })
    }

    /// The text that bytes are which should be UTF-8: not looked at where there are too many of them.
    pub fn text<'b>(&self, bytes: &'b [u8]) -> Result<&'b str> {
        self.fits(bytes.len())?;
        std::str::from_utf8(bytes).map_err(|e| Error::NotUtf8 { offset: e.valid_up_to() })
    }

    /// The words of one sentence that is split into words already, as Universal Dependencies splits English: one [`Word`] for
    /// each form, with its lemma, its class and its place in the tree. For texts that another program has split;
    /// [`Reader::read`] does all this by itself.
    ///
    /// ```
    /// let reader = cubaru::Reader::english();
    /// let words = reader.words(&["Russia", "did", "n't", "sign", "."]);
    /// assert_eq!(words.len(), 5);
    /// assert_eq!(words.iter().filter(|word| word.head.is_none()).count(), 1);
    /// ```
    pub fn words(&self, forms: &[&str]) -> Vec<Word> {
        syntax::analyse(&self.language, forms)
    }
}

/// A year, a month or a day that a caller wrote.
fn date(given: Option<&str>) -> Result<Option<PartialDate>> {
    given.map(|given| PartialDate::parse(given).ok_or_else(|| Error::BadDate { given: given.into() })).transpose()
}
