//! Words that tell what a name beside them names.

use crate::parsed::MentionKind;
use cubaru_lexicon::Lexicon;
use std::collections::HashMap;

/// The signs of a language by their words, in lower case.
#[derive(Clone)]
pub struct Signs(HashMap<Box<str>, Vec<(Box<str>, MentionKind)>>);

impl Signs {
    pub(crate) fn new(lexicon: &Lexicon) -> Self {
        let mut signs: HashMap<Box<str>, Vec<(Box<str>, MentionKind)>> = HashMap::new();
        for entry in lexicon.list("name-signs") {
            let kind = match entry.cell(2) {
                "PER" => MentionKind::Per,
                "ORG" => MentionKind::Org,
                _ => MentionKind::Loc,
            };
            signs.entry(entry.form().into()).or_default().push((entry.cell(1).into(), kind));
        }
        Self(signs)
    }

    /// What a word in a role says: of the verb that a name is the subject of, the noun that it owns, and so on.
    pub(crate) fn say(&self, word: &str, role: &str) -> Option<MentionKind> {
        self.0.get(word)?.iter().find(|(r, _)| &**r == role).map(|(_, kind)| *kind)
    }
}
