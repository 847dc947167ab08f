//! Cues of attribution, by their lemmas.

use cubaru_lexicon::Lexicon;
use std::collections::HashMap;

/// A cue of attribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cue {
    /// Words that must follow the first: "out" in "point out"; `*` stands for some words.
    pub rest: Vec<String>,
    pub kind: String,
    pub frame: Frame,
    pub entry: String,
}

/// What stands with a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Frame {
    /// A verb with a clause: "said that …".
    Clause,
    /// A verb with "to …".
    ToClause,
    /// A verb with a noun: "criticised the plan", "called for talks".
    Object,
    /// A verb with a noun and what it is called: "called the plan a mistake".
    Naming,
    /// A verb with somebody told, then a clause: "told reporters that …".
    Addressee,
    /// A noun with a clause: "the claim that …", "a promise to …".
    Noun,
    /// Words before the source: "according to …".
    Prefix,
    /// A verb whose clause nobody says: "ensured that …".
    Fact,
    /// A verb that brings up what nobody is named for: "it emerged that …".
    Hearsay,
    /// A noun of what people speak in: "in a statement".
    Occasion,
    /// A noun of how somebody stands to a thing, with its preposition: "concern about", "support for".
    Stance,
    /// A verb that gives such a noun to its subject: "voiced", "had".
    Light,
}

impl Frame {
    fn of_name(name: &str) -> Option<Self> {
        Some(match name {
            "clause" => Self::Clause,
            "to-clause" => Self::ToClause,
            "object" => Self::Object,
            "naming" => Self::Naming,
            "addressee" => Self::Addressee,
            "noun" => Self::Noun,
            "prefix" => Self::Prefix,
            "fact" => Self::Fact,
            "hearsay" => Self::Hearsay,
            "occasion" => Self::Occasion,
            "stance" => Self::Stance,
            "light" => Self::Light,
            _ => return None,
        })
    }
}

/// Cues by their first word.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cues {
    /// Verbs and adjectives; an adjective under "be".
    pub verbs: HashMap<String, Vec<Cue>>,
    pub nouns: HashMap<String, Vec<Cue>>,
    pub prefixes: HashMap<String, Vec<Cue>>,
    pub light: HashMap<String, Vec<Cue>>,
}

impl Cues {
    pub(crate) fn new(lexicon: &Lexicon) -> Self {
        let mut out = Self::default();
        for row in lexicon.list("cues") {
            let (first, rest) = super::words(row.form());
            let Some(frame) = Frame::of_name(row.cell(2)) else { continue };
            let cue = Cue { rest, kind: row.cell(1).into(), frame, entry: format!("cues#{}", row.form()) };
            let list = match frame {
                Frame::Prefix => &mut out.prefixes,
                Frame::Noun | Frame::Occasion | Frame::Stance => &mut out.nouns,
                Frame::Light => &mut out.light,
                _ => &mut out.verbs,
            };
            list.entry(first).or_default().push(cue);
        }
        for list in [&mut out.verbs, &mut out.nouns, &mut out.prefixes] {
            list.values_mut().for_each(|c| c.sort_by_key(|c| std::cmp::Reverse(c.rest.len())));
        }
        out
    }
}
