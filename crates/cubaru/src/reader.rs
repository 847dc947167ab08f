//! The door: a text in, a document out.

use crate::{Document, Error, Result, Source};
use cubaru_parse::{
    Language, PartialDate,
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

    /// The language with its lists.
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// Reads a text. An error says that the input is bad ([`Error`]); odd prose never is.
    pub fn read(&self, source: &Source) -> Result<Document> {
        if source.text.len() > self.limit {
            return Err(Error::TooLong { length: source.text.len(), limit: self.limit });
        }
        let bad = |given: &String| Error::BadDate { given: given.clone() };
        let published = source.metadata.published.as_ref().map(|p| PartialDate::parse(p).ok_or_else(|| bad(p))).transpose()?;
        let parsed = cubaru_parse::parse(&self.language, &source.text, published);
        Ok(Document::new(source, parsed))
    }

    /// Reads bytes that should be UTF-8; the text of `source` is not looked at.
    pub fn read_bytes(&self, bytes: &[u8], source: &Source) -> Result<Document> {
        if bytes.len() > self.limit {
            return Err(Error::TooLong { length: bytes.len(), limit: self.limit });
        }
        let text = std::str::from_utf8(bytes).map_err(|e| Error::NotUtf8 { offset: e.valid_up_to() })?;
        self.read(&Source { text: text.into(), metadata: source.metadata.clone() })
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
