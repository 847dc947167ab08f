//! Rules of events: what words on the tree state which act.

use super::rule_file;
use std::{collections::HashMap, fmt, ops::Range};

/// What a rule's line is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    /// A verb that states an act.
    Verb,
    /// A noun that names an act.
    Noun,
    /// An adjective or participle behind "be" that says how somebody stands to an act: "is ready to mediate". Its form, not its lemma.
    Adjective,
    /// A verb that says of a noun's act only that it takes place.
    Light,
}

/// Where a word stands, seen from the trigger.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Place {
    /// Who does what the verb says; of a passive behind "by".
    Subject,
    /// To whom or what; of a passive its subject.
    Object,
    /// The owner of the trigger, or of the words that a verb needs.
    Owner,
    /// The adjective or noun before the trigger, or before the words that a verb needs.
    Before,
    /// A small word that belongs to the verb: `up`, `dead`.
    Small,
    /// The verb of a clause below.
    Clause,
    /// The modal before the verb, and its "not".
    Auxiliary,
    /// Whose words it stands in.
    Source,
    /// Where it takes place: a country or town, where nobody stands at another place.
    Where,
    /// Behind a preposition.
    Behind(String),
}

/// Words that must stand at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Need {
    pub place: Place,
    /// One of these runs of words; any word where there is none.
    pub words: Vec<Vec<String>>,
}

/// One rule: a line of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    pub(crate) kind: Kind,
    /// The lemmas of its triggers.
    pub(crate) lemmas: Vec<String>,
    pub(crate) needs: Vec<Need>,
    pub(crate) class: String,
    pub(crate) mode: Option<String>,
    pub(crate) cameo: Option<String>,
    /// Where who acts stands, the first place that is filled.
    pub(crate) actor: Vec<Place>,
    /// Where who is acted on stands.
    pub(crate) recipient: Vec<Place>,
    /// How many of actor and recipient must be political.
    pub(crate) political: usize,
    /// The name of its file, without an ending.
    pub(crate) file: String,
    pub(crate) line: u32,
    /// The first cell as it stands.
    pub(crate) pattern: String,
    pub(crate) example: String,
    pub(crate) counterexample: String,
}

impl Rule {
    /// How much it asks for: of two rules that fit, the one that asks for more is right.
    pub(crate) fn weight(&self) -> usize {
        let weight = |need: &Need| match need.place {
            // A demand or a refusal is the act, whatever else the verb could state.
            Place::Auxiliary => 4,
            _ if need.words.is_empty() => 1,
            // "violated the ceasefire agreement" is more than an agreement.
            _ if need.words.iter().all(|run| run.len() > 1) => 3,
            _ => 2,
        };
        self.needs.iter().map(weight).sum()
    }

    /// Whether the act is done by saying so.
    pub(crate) fn spoken(&self) -> bool {
        self.actor.contains(&Place::Source)
    }

    /// Whether the modal of its verb makes the act what it is: "must withdraw" is a demand.
    pub(crate) fn modal(&self) -> bool {
        self.needs.iter().any(|n| n.place == Place::Auxiliary)
    }

    /// Its name, as `Why` gives it among the entries: the file and the pattern, joined by `#`.
    pub fn name(&self) -> String {
        format!("{}#{}", self.file, self.pattern)
    }

    /// The name of the file it stands in, without an ending.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line it stands on, counted from 1.
    pub fn line(&self) -> u32 {
        self.line
    }

    /// The class that its trigger gets; empty for a verb that only carries a noun.
    pub fn class(&self) -> &str {
        &self.class
    }

    /// PLOVER's mode, where it says one.
    pub fn mode(&self) -> Option<&str> {
        self.mode.as_deref()
    }

    /// A sentence that it must read.
    pub fn example(&self) -> &str {
        &self.example
    }

    /// A sentence with like words that it must not read.
    pub fn counterexample(&self) -> &str {
        &self.counterexample
    }
}

/// Its pattern, class and example, as a person wants to see them.
impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = [Some(self.class.as_str()), self.mode(), self.cameo.as_deref()];
        let cells = [Some(self.pattern.as_str())].into_iter().chain(code).chain([Some(self.example.as_str())]).flatten();
        let cells: Vec<&str> = cells.filter(|c| !c.is_empty()).collect();
        f.write_str(&cells.join(" · "))
    }
}

/// What is wrong with a line of rules.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("rules `{file}`, line {line}, column {column}: {problem}")]
pub struct RuleError {
    /// The name of the file.
    pub file: String,
    /// The line, counted from 1.
    pub line: u32,
    /// The column, in characters, counted from 1.
    pub column: u32,
    /// Where, in bytes of the text.
    pub span: Range<usize>,
    /// What is wrong, and what is expected.
    pub problem: String,
    /// What to do about it.
    pub hint: &'static str,
}

/// The trigger of a rule about any verb.
pub(crate) const ANY: &str = "*";

/// All rules, by the lemmas of their triggers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rules {
    all: Vec<Rule>,
    by_lemma: HashMap<String, Vec<u32>>,
}

impl Rules {
    /// Adds the rules of a file behind those that are there.
    pub(crate) fn add(&mut self, file: &str, text: &str) -> Result<(), RuleError> {
        for rule in rule_file::rules(file, text)? {
            for lemma in &rule.lemmas {
                self.by_lemma.entry(lemma.clone()).or_default().push(self.all.len() as u32);
            }
            self.all.push(rule);
        }
        Ok(())
    }

    /// Every rule, in the order in which they came.
    pub(crate) fn all(&self) -> &[Rule] {
        &self.all
    }

    /// The rules of a kind whose trigger a lemma is.
    pub(crate) fn of<'r>(&'r self, kind: Kind, lemma: &str) -> impl Iterator<Item = &'r Rule> + use<'r> {
        let found = self.by_lemma.get(lemma).map_or(&[][..], Vec::as_slice);
        found.iter().map(|i| &self.all[*i as usize]).filter(move |r| r.kind == kind)
    }

    /// The verbs among its triggers, which the reader must inflect.
    pub(crate) fn verbs(&self) -> impl Iterator<Item = &String> {
        let verbs = self.all.iter().filter(|r| matches!(r.kind, Kind::Verb | Kind::Light));
        verbs.flat_map(|r| &r.lemmas).filter(|lemma| *lemma != ANY)
    }
}
