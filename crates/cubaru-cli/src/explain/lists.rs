//! What the lists hold of some words, and where in their files.

use cubaru::{Language, Span, Token};

/// Entries run over no more tokens than this.
const LONGEST: usize = 12;

/// An entry found over words of the text.
pub(super) struct Hit {
    /// Where.
    pub span: Span,
    /// The entry's file and line.
    pub file: String,
    /// Its cells.
    pub cells: String,
}

/// How far a look-up went that began at a token and found nothing over the words asked about.
pub(super) struct Miss {
    /// The token it began at.
    pub token: usize,
    /// The token that no entry goes on with; the first where none begins so.
    pub broke: Option<usize>,
}

/// The entries over the tokens `first..last` of one text, and the look-ups from these tokens that gave none.
pub(super) fn look_up(language: &Language, text: &str, tokens: &[Token], first: usize, last: usize) -> (Vec<Hit>, Vec<Miss>) {
    let (mut hits, mut misses) = (Vec::new(), Vec::new());
    for start in first.saturating_sub(LONGEST - 1)..last {
        let mut walk = language.lexicon().walk();
        let (mut found, mut broke) = (false, None);
        for end in start..tokens.len().min(start + LONGEST) {
            let spaced = end > start && tokens[end - 1].end < tokens[end].start;
            if (spaced && !walk.feed(" ")) || !walk.feed(tokens[end].read()) {
                broke = Some(end);
                break;
            }
            if end < first {
                continue;
            }
            for entry in walk.hits() {
                found = true;
                let span = Span { start: tokens[start].start, end: tokens[end].end };
                if span.of(text).contains("\n\n") {
                    continue;
                }
                hits.push(Hit { span, file: file(entry.list(), entry.line()), cells: cells(|c| entry.cell(c)) });
            }
        }
        if !found && start >= first {
            misses.push(Miss { token: start, broke });
        }
    }
    (hits, misses)
}

/// An entry named `list#form`: file with line, and cells, of each row that has this form; or the rule of events that has this name.
pub(super) fn resolve(language: &Language, name: &str) -> Vec<(String, String)> {
    if let Some(rule) = language.event_rules().iter().find(|rule| rule.name() == name) {
        return vec![(format!("en/{}.rules:{}", rule.file(), rule.line()), rule.to_string())];
    }
    let Some((list, form)) = name.split_once('#') else { return Vec::new() };
    let rows = language.lexicon().list(list).filter(|e| e.form() == form);
    rows.map(|e| (file(e.list(), e.line()), cells(|c| e.cell(c)))).collect()
}

/// A row's cells, on one line; no list has more than eight columns.
fn cells<'e>(cell: impl Fn(usize) -> &'e str) -> String {
    (0..8).map(cell).filter(|c| !c.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn file(list: &str, line: u32) -> String {
    format!("en/{list}.tsv:{line}")
}

/// What a rule does, in its own list's words: the last column of the list `rules-…` that holds it.
pub(super) fn rule<'l>(language: &'l Language, id: &str) -> Option<&'l str> {
    const WHAT: usize = 3;
    let lexicon = language.lexicon();
    let mut rules = lexicon.list_names().filter(|list| list.starts_with("rules")).flat_map(|list| lexicon.list(list));
    rules.find(|e| e.form() == id).map(|e| e.cell(WHAT)).filter(|c| !c.is_empty())
}
