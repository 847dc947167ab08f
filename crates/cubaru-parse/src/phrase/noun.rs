//! What the grammars of phrases find: nouns that can act, and posts.

use crate::{language::Class, parsed::MentionKind, why::Why};
use cubaru_lexicon::Entry;

/// A noun phrase that can act or be acted on: a name, a description, a pronoun, a nationality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Noun {
    /// The mention's tokens: the name alone, or the description without its article.
    pub first: usize,
    pub last: usize,
    /// Where the phrase begins, with article, adjectives and title.
    pub from: usize,
    /// Where the phrase ends, with a post in apposition.
    pub to: usize,
    /// Of a post's own words: the index of the name that stands beside them.
    pub holder: Option<usize>,
    pub kind: MentionKind,
    /// The country (alpha-3) it belongs to or is.
    pub country: Option<String>,
    /// A PLOVER sector.
    pub sector: Option<String>,
    /// A whole actor code, for bodies that have one.
    pub code: Option<String>,
    /// What kind of place, body or agent it is, as its list says: `capital`, `igo`, `adjective` …
    pub sort: String,
    /// `f` or `m`, where a title or a first name tells.
    pub gender: Option<&'static str>,
    /// Whether only its shape speaks for it.
    pub weak: bool,
    pub why: Why,
}

impl Noun {
    pub(crate) fn new(kind: MentionKind, first: usize, last: usize, why: Why) -> Self {
        Self {
            first,
            last,
            from: first,
            to: last,
            holder: None,
            kind,
            country: None,
            sector: None,
            code: None,
            sort: String::new(),
            gender: None,
            weak: false,
            why,
        }
    }

    /// From a list entry: countries, places, seats, peoples, bodies, agents.
    pub(crate) fn listed(class: Class, entry: &Entry<'_>, first: usize, last: usize) -> Self {
        let (kind, rule) = match class {
            Class::Country if matches!(entry.cell(2), "adjective" | "demonym" | "demonym-plural") => {
                (MentionKind::Norp, "name-nationality")
            }
            Class::Country => (MentionKind::Loc, "name-country"),
            Class::Place => (MentionKind::Loc, "name-place"),
            Class::Seat => (if entry.cell(2) == "city-seat" { MentionKind::Loc } else { MentionKind::Org }, "name-seat"),
            Class::People => (MentionKind::Norp, "name-people"),
            Class::Body => (MentionKind::Org, "name-body"),
            _ => (MentionKind::Nom, "noun-agent"),
        };
        let mut noun = Self::new(kind, first, last, Why::entry(rule, entry));
        let some = |s: &str| Some(s.to_string()).filter(|s| !s.is_empty());
        noun.sort = entry.cell(2).to_string();
        match class {
            Class::Country | Class::Place | Class::People => noun.country = some(entry.cell(1)),
            Class::Seat | Class::Body => noun.set_code(entry.cell(1)),
            _ => noun.sector = some(entry.cell(1)),
        }
        noun
    }

    /// Sets a whole code; its first three letters are a country unless they say that it is a body of many.
    pub(crate) fn set_code(&mut self, code: &str) {
        if code.len() < 3 {
            return;
        }
        self.code = Some(code.to_string());
        if !of_many(code) && code.len() != 3 {
            self.country = Some(code[..3].to_string());
            self.sector = Some(code[3..].to_string());
        }
    }
}

/// What a code begins with that is of no one country: a body of states, an armed group of many countries, a movement, a firm of many.
const OF_MANY: &[&str] = &["IGO", "IMG", "MNC", "NGO"];

/// Whether a code is that of a body of many countries.
pub(crate) fn of_many(code: &str) -> bool {
    OF_MANY.iter().any(|m| code.starts_with(m))
}

/// A post as it stands in the text, with or without a holder's name beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PostPhrase {
    /// The post's own words: "Interior Minister".
    pub first: usize,
    pub last: usize,
    /// Where the phrase begins, with country and "former".
    pub from: usize,
    /// Where it ends, with "of the Duma".
    pub to: usize,
    /// The words that name the body, an adjective of nationality included.
    pub body: Option<(usize, usize)>,
    pub country: Option<String>,
    pub sector: Option<String>,
    /// `post`, `rank`, `style` or `job`.
    pub sort: String,
    pub former: bool,
    pub acting: bool,
    pub plural: bool,
    pub why: Why,
}
