//! Codes political events with dictionaries in the formats of TABARI, PETRARCH-1 and PETRARCH-2, over cubaru's dependency trees.
//!
//! [`Dictionaries::read`] takes the texts of files, tells from its contents what each holds (actors, agents, verbs in either syntax,
//! discards, issues), and uses all lines but those it names as [`DictionaryProblem`]s. [`Dictionaries::code`] gives what they say of a parsed text.
mod code;
mod combine;
mod day;
mod noun;
mod problem;
mod read;
mod tree;
mod words;

pub use code::{CodedActor, CodedEvent, Coding, DictionaryLine, IssueCount};
pub use day::Day;
pub use problem::DictionaryProblem;

use problem::Trouble;
use read::{
    Kind,
    actor::Actor,
    agent::Agent,
    discard::Discard,
    issue::Issue,
    lines::{File, lines},
    phrase::Phrases,
    verb::{FlatVerbs, TreeVerbs, verbs},
};

/// A line of a file: indexes are cheap to copy, names are looked up when they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord)]
pub(crate) struct Place {
    file: u32,
    line: u32,
}

/// Dictionaries that were read. Reading takes a second for the largest ones in use; coding may share them between threads.
#[derive(Debug, Clone, Default)]
pub struct Dictionaries {
    files: Vec<String>,
    problems: Vec<DictionaryProblem>,
    actors: Phrases<Actor>,
    agents: Phrases<Agent>,
    discards: Phrases<Discard>,
    issues: Phrases<Issue>,
    flat: FlatVerbs,
    tree: TreeVerbs,
}

impl Dictionaries {
    /// Reads files, each a name and a text. Of two entries for the same words in two files the first has the first say; pass the files in an
    /// order that does not change, such as that of their names.
    pub fn read<N: Into<String>, T: AsRef<str>>(files: impl IntoIterator<Item = (N, T)>) -> Self {
        let mut all = Self::default();
        for (name, text) in files {
            all.add(name.into(), text.as_ref());
        }
        all
    }

    /// Whether a file of this name in a folder is taken for a dictionary: one that ends in `.txt`, or in what it holds (`.actors`,
    /// `.agents`, `.verbs`, `.discards`, `.issues`).
    pub fn takes(name: &str) -> bool {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        !name.starts_with('.') && ["txt", "actors", "agents", "verbs", "discards", "issues"].contains(&ending)
    }

    fn add(&mut self, name: String, text: &str) {
        let number = self.files.len() as u32;
        let lines = lines(text);
        let mut file = File { name: &name, problems: &mut self.problems };
        match read::kind(&lines) {
            Some(Kind::Actors) => read::actor::actors(&mut file, number, &lines, &mut self.actors),
            Some(Kind::Agents) => read::agent::agents(&mut file, number, &lines, &mut self.agents),
            Some(Kind::Discards) => read::discard::discards(&mut file, &lines, &mut self.discards),
            Some(Kind::Issues) => read::issue::issues(&mut file, &lines, &mut self.issues),
            Some(Kind::FlatVerbs) => verbs(&mut file, number, &lines, &mut self.flat),
            Some(Kind::TreeVerbs) => verbs(&mut file, number, &lines, &mut self.tree),
            None => file.trouble(read::lines::Line { number: 1, text: "" }, "", Trouble::Kind, "a file without entries"),
        }
        self.files.push(name);
    }

    /// The lines that could not be used, in the order of the files.
    pub fn problems(&self) -> &[DictionaryProblem] {
        &self.problems
    }

    /// The files' names, in the order in which they were read.
    pub fn files(&self) -> &[String] {
        &self.files
    }
}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
