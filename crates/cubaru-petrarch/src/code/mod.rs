//! From a parsed text to coded events.

mod flat;
mod phrase_structure;

use crate::{
    Dictionaries, Place,
    day::Day,
    noun::Who,
    read::{discard::Discard, issue::Issue, phrase::Phrases},
    tree::Tree,
    words::{Part, parts},
};
use cubaru_parse::{Parsed, Span, Words, spans};
use serde::Serialize;

/// A line of a dictionary.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DictionaryLine {
    /// The file's name.
    pub file: String,
    /// The line, counted from 1.
    pub line: u32,
}

/// Who takes part in an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CodedActor {
    /// The code of the actor with those of the agents; `---` stands for an actor that no entry names.
    pub code: String,
    /// The words of the phrase.
    pub words: Words,
    /// The entries behind the code.
    pub entries: Vec<DictionaryLine>,
}

/// An event as the dictionaries code it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CodedEvent {
    /// The code exactly as the dictionary has it.
    pub code: String,
    /// Who acts.
    pub source: CodedActor,
    /// Who is acted on.
    pub target: CodedActor,
    /// The verb.
    pub trigger: Words,
    /// The verb's entry, or the pattern's.
    pub entry: DictionaryLine,
}

/// How often a text speaks of an issue.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IssueCount {
    /// The issue's code.
    pub code: String,
    /// How many phrases speak of it.
    pub count: u32,
}

/// What dictionaries say of a text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Coding {
    /// The events, in the order of the text.
    pub events: Vec<CodedEvent>,
    /// The issues, in the order of their first phrases.
    pub issues: Vec<IssueCount>,
    /// The discard phrase that threw the whole text away, if one did.
    pub discarded: Option<Words>,
}

spans!(CodedActor: words);
spans!(CodedEvent: source, target, trigger);
spans!(Coding: events, discarded);

/// An event in a sentence, before its words are looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Coded {
    pub code: String,
    pub source: Who,
    pub target: Who,
    pub verb: usize,
    pub place: Place,
}

impl Dictionaries {
    /// Codes a parsed text. Actors have the codes that they bore on the text's own date, where one is known.
    pub fn code(&self, text: &str, parsed: &Parsed) -> Coding {
        let day = parsed.date.as_ref().and_then(|d| Day::of_iso(&d.earliest));
        let mut coding = Coding::default();
        let mut issues: Option<Vec<IssueCount>> = Some(Vec::new());
        for sentence in &parsed.sentences {
            let first = sentence.first_token as usize;
            let Some(tokens) = parsed.tokens.get(first..sentence.last_token as usize) else { continue };
            let mut tree = Tree::new(tokens, first);
            let parts = parts(tree.words.iter().map(|w| w.text.as_str()));
            tree.mend(&self.names(&parts));
            let words = |from: usize, to: usize| {
                Words::at(text, Span { start: tree.words[parts[from].word].start, end: tree.words[parts[to - 1].word].end })
            };
            let discards: Vec<(usize, usize, Discard)> = matches(&self.discards, &parts).map(|(from, to, d)| (from, to, *d)).collect();
            if let Some((from, to, _)) = discards.iter().find(|(_, _, d)| *d == Discard::Text) {
                return Coding { discarded: Some(words(*from, *to)), ..Coding::default() };
            }
            self.count(&parts, &mut issues);
            if discards.is_empty() {
                let mut coded = flat::code(self, &tree, day);
                coded.extend(phrase_structure::code(self, &tree, day));
                coded.sort_by_key(|c| c.verb);
                let mut seen: Vec<&Coded> = Vec::new();
                for event in &coded {
                    let same =
                        |o: &&Coded| (&o.code, &o.source.code, &o.target.code) == (&event.code, &event.source.code, &event.target.code);
                    if event.source.code != event.target.code && !seen.iter().any(same) {
                        seen.push(event);
                        coding.events.push(self.event(text, &tree, event));
                    }
                }
            }
        }
        coding.issues = issues.unwrap_or_default();
        coding
    }

    /// The runs of words that actors and agents name.
    fn names(&self, parts: &[Part]) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < parts.len() {
            let actor = self.actors.longest(parts, at, false).map_or(at, |(to, _)| to);
            let agent = self.agents.longest(parts, at, false).map_or(at, |(to, _)| to);
            let to = if actor > at { actor } else { agent };
            let words = (parts[at].word, parts[to.saturating_sub(1).max(at)].word + 1);
            if to == actor && to > at || words.1 - words.0 > 1 {
                found.push(words);
            }
            at = to.max(at + 1);
        }
        found
    }

    /// Counts the issues of a sentence; none are left where a phrase forbids them for the text.
    fn count(&self, parts: &[Part], into: &mut Option<Vec<IssueCount>>) {
        let found: Vec<&Issue> = matches(&self.issues, parts).map(|(_, _, issue)| issue).collect();
        if found.contains(&&Issue::Nowhere) {
            *into = None;
        }
        let Some(into) = into.as_mut().filter(|_| !found.contains(&&Issue::NotHere)) else { return };
        for issue in found {
            let Issue::Code(code) = issue else { continue };
            match into.iter_mut().find(|i| i.code == *code) {
                Some(known) => known.count += 1,
                None => into.push(IssueCount { code: code.clone(), count: 1 }),
            }
        }
    }

    fn entry(&self, place: Place) -> DictionaryLine {
        DictionaryLine { file: self.files.get(place.file as usize).cloned().unwrap_or_default(), line: place.line }
    }

    fn event(&self, text: &str, tree: &Tree, coded: &Coded) -> CodedEvent {
        let span = |word: usize| Span { start: tree.words[word].start, end: tree.words[word].end };
        let participant = |who: &Who| CodedActor {
            code: who.code.clone(),
            words: Words::at(text, who.words.iter().map(|w| span(*w)).reduce(Span::cover).unwrap_or_else(|| span(who.head))),
            entries: who.places.iter().map(|p| self.entry(*p)).collect(),
        };
        CodedEvent {
            code: coded.code.clone(),
            source: participant(&coded.source),
            target: participant(&coded.target),
            trigger: Words::at(text, span(coded.verb)),
            entry: self.entry(coded.place),
        }
    }
}

/// The phrases that stand in the words, the longest at each place, none within another.
fn matches<'a, T>(phrases: &'a Phrases<T>, parts: &'a [Part]) -> impl Iterator<Item = (usize, usize, &'a T)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < parts.len() && !phrases.is_empty() {
            let from = at;
            match phrases.longest(parts, from, false) {
                Some((to, value)) => {
                    at = to;
                    return Some((from, to, value));
                }
                None => at += 1,
            }
        }
        None
    })
}
