//! The files: what each holds is told from its contents.

pub(crate) mod actor;
pub(crate) mod agent;
pub(crate) mod discard;
pub(crate) mod issue;
pub(crate) mod lines;
pub(crate) mod phrase;
pub(crate) mod verb;

use lines::Line;

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Actors,
    Agents,
    Discards,
    Issues,
    /// Verbs with patterns over words, as TABARI and PETRARCH-1 have them.
    FlatVerbs,
    /// Verbs with patterns over phrases, as PETRARCH-2 has them.
    TreeVerbs,
}

/// What the lines look like; none where there is nothing to go by.
pub(crate) fn kind(lines: &[Line<'_>]) -> Option<Kind> {
    let starts = |mark: &str| lines.iter().any(|l| l.text.starts_with(mark));
    let pattern = |l: &&Line<'_>| l.text.starts_with('-') && !l.text.starts_with("---") && l.text.contains('*');
    if starts("---") || lines.iter().any(|l| pattern(&l)) {
        // TABARI writes `{ A | B }` where one of them must stand.
        let phrases = |l: Line<'_>| l.text.split('[').next().is_some_and(|p| p.contains(['(', '{']) && !p.contains('|'));
        let tree = starts("~ ") || lines.iter().filter(pattern).any(|l| phrases(*l));
        return Some(if tree { Kind::TreeVerbs } else { Kind::FlatVerbs });
    }
    let issue = |l: &Line<'_>| ["<issue", "n:", "v:"].iter().any(|p| l.text.to_lowercase().starts_with(p));
    if lines.iter().any(issue) {
        return Some(Kind::Issues);
    }
    let codes = || lines.iter().filter_map(|l| Some(l.text.split_once('[')?.1.split(']').next()?.trim()));
    let (all, tildes) = (codes().count(), codes().filter(|c| c.starts_with('~') || c.ends_with('~')).count());
    match (all, tildes) {
        (0, _) if lines.is_empty() => None,
        (0, _) => Some(Kind::Discards),
        _ if tildes * 2 > all => Some(Kind::Agents),
        _ => Some(Kind::Actors),
    }
}
