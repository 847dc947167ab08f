//! What the lists say about a token.

use crate::{input::Sheet, language::Class, marks::Found};
use cubaru_lexicon::Entry;

impl<'a> Sheet<'a> {
    /// The longest entry of a class that begins at a token, with the token after it.
    pub(crate) fn longest(&self, token: usize, class: Class) -> Option<(usize, Entry<'a>)> {
        self.entries(token, class).next()
    }

    /// Whether the token is, by itself, in a list.
    pub(crate) fn listed(&self, token: usize, class: Class) -> bool {
        self.entries(token, class).any(|(last, _)| last == token + 1)
    }

    /// Whether the word is one of the common words, of the given class where one is named.
    pub(crate) fn common(&self, token: usize, class: Option<&str>) -> bool {
        self.entries(token, Class::Common).any(|(last, e)| last == token + 1 && class.is_none_or(|c| e.cell(1) == c))
    }

    /// Whether a sentence, a quotation or a list item begins at the token, so that a capital there tells nothing.
    pub(crate) fn begins(&self, token: usize) -> bool {
        if self.sentences.binary_search_by_key(&(token as u32), |s| s.first_token).is_ok() {
            return true;
        }
        let Some(before) = token.checked_sub(1).map(|b| self.token(b)) else { return true };
        matches!(before.text.as_str(), "\"" | "“" | "‘" | "'" | ":" | "•" | "—" | "(" | "«" | "*") && !before.clitic
    }

    /// Whether a calendar word or a time expression begins at the token.
    pub(crate) fn temporal(&self, token: usize) -> bool {
        // "University" and "Flight" stand among the words of times only as what a day or a number may belong to.
        let calendar = || self.entries(token, Class::TimeWord).any(|(_, e)| !matches!(e.cell(1), "namesake" | "numbered"));
        (calendar() || self.timed(token)) && !self.listed(token, Class::GivenName)
    }

    /// Whether a time expression, a month or a day of the week begins at the token.
    pub(crate) fn dated(&self, token: usize) -> bool {
        let named = |kind: &str| matches!(kind, "weekday" | "weekday-short" | "month" | "month-weak" | "month-short");
        self.timed(token) || self.entries(token, Class::TimeWord).any(|(_, e)| named(e.cell(1)))
    }

    fn timed(&self, token: usize) -> bool {
        self.marks.at(token).iter().any(|m| matches!(m.found, Found::Time(_)))
    }

    /// Whether the token reads as this word, whatever its case.
    pub(crate) fn is(&self, token: usize, form: &str) -> bool {
        self.tokens.get(token).is_some_and(|t| t.read().eq_ignore_ascii_case(form))
    }

    /// Whether the token reads as one of these words, whatever its case.
    pub(crate) fn is_any(&self, token: usize, forms: &[&str]) -> bool {
        self.tokens.get(token).is_some_and(|t| forms.iter().any(|f| t.read().eq_ignore_ascii_case(f)))
    }
}
