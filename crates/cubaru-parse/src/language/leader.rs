//! Who led what, and when, as the list says it.

use cubaru_lexicon::{Entry, Lexicon, fold_case};
use std::collections::HashMap;

/// Rows of the list of leaders by their names.
#[derive(Clone)]
pub(crate) struct Leaders {
    names: HashMap<String, Vec<u32>>,
    surnames: HashMap<String, Vec<u32>>,
}

/// One holding: a code, and the years in which it was held.
#[derive(Clone)]
pub(crate) struct Holding<'l> {
    pub code: &'l str,
    pub first: i32,
    /// None where it goes on.
    pub last: Option<i32>,
    pub entry: Entry<'l>,
}

/// States whose people bear the family name first.
const FAMILY_FIRST: &[&str] = &["CHN", "PRK", "KOR", "TWN", "KHM"];

impl Leaders {
    pub(super) fn new(lexicon: &Lexicon) -> Self {
        let mut leaders = Self { names: HashMap::new(), surnames: HashMap::new() };
        for entry in lexicon.list("leaders") {
            let name = key(entry.form());
            let mut surnames: Vec<&str> = name.match_indices(' ').map(|(at, _)| &name[at + 1..]).collect();
            if FAMILY_FIRST.iter().any(|c| entry.cell(1).starts_with(c)) {
                surnames = name.split(' ').take(1).collect();
            }
            for surname in surnames {
                leaders.surnames.entry(surname.to_string()).or_default().push(entry.row());
            }
            leaders.names.entry(name).or_default().push(entry.row());
        }
        leaders
    }

    /// The holdings of those who bear a name, the whole of it or, where `titled`, the surname alone.
    pub(crate) fn of<'l>(&self, lexicon: &'l Lexicon, name: &str, titled: bool) -> Vec<Holding<'l>> {
        let name = key(name);
        let found = self.names.get(&name).or_else(|| self.surnames.get(&name).filter(|_| titled));
        found.into_iter().flatten().filter_map(|row| holding(lexicon.entry(*row))).collect()
    }
}

fn holding(entry: Entry<'_>) -> Option<Holding<'_>> {
    let last = Some(entry.cell(3)).filter(|y| !y.is_empty());
    let code = Some(entry.cell(1)).filter(|c| c.len() >= 3 && c.is_ascii())?;
    Some(Holding { code, first: entry.cell(2).parse().ok()?, last: last.map(str::parse).transpose().ok()?, entry })
}

/// Names are compared without case, marks, hyphens and white space of other kinds.
fn key(name: &str) -> String {
    let folded = fold_case(name);
    folded
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '\u{2010}' | '\u{2011}'))
        .filter(|w| !w.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
