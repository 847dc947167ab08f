//! Words as dictionaries compare them: capitals, without diacritics and marks at their ends.

use cubaru_lexicon::fold_marks;

/// A part of a written word: hyphens part words that dictionaries may write with blanks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    pub text: String,
    /// Whether the written word begins with it.
    pub first: bool,
    /// Whether the written word ends with it.
    pub last: bool,
    /// The written word's number among those given.
    pub word: usize,
}

/// A word in the form that is compared; none where nothing but marks is left.
pub(crate) fn normal(text: &str) -> Option<String> {
    let trimmed = text.trim_matches(|c: char| !c.is_alphanumeric());
    (!trimmed.is_empty()).then(|| fold_marks(trimmed).to_uppercase())
}

/// The parts of written words.
pub(crate) fn parts<'a>(words: impl IntoIterator<Item = &'a str>) -> Vec<Part> {
    let mut out: Vec<Part> = Vec::new();
    for (word, text) in words.into_iter().enumerate() {
        let first = out.len();
        out.extend(text.split('-').filter_map(normal).map(|text| Part { text, first: false, last: false, word }));
        if let [from, ..] = &mut out[first..] {
            from.first = true;
        }
        if let [.., to] = &mut out[first..] {
            to.last = true;
        }
    }
    out
}
