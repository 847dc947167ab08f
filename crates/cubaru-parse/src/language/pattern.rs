//! Verbal patterns of events, compiled from the list `events`.

use cubaru_lexicon::Lexicon;
use std::collections::HashMap;

/// One piece of a pattern after its verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// One of these words.
    Words(Vec<String>),
    /// Up to [`GAP`] tokens of any kind.
    Gap,
}

/// A `*` stands for this many tokens at most.
pub(crate) const GAP: usize = 4;

/// Where the recipient stands in the active voice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Recipient {
    Object,
    After(String),
    None,
}

/// One pattern: a verb and what must follow it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pattern {
    pub pieces: Vec<Piece>,
    pub class: String,
    pub mode: Option<String>,
    pub cameo: Option<String>,
    pub recipient: Recipient,
    /// How many of actor and recipient must be political.
    pub political: usize,
    /// The list entry, as `list#form`.
    pub entry: String,
}

/// The patterns by their verb's lemma, the longest first.
#[derive(Debug, Default)]
pub(crate) struct Patterns(HashMap<String, Vec<Pattern>>);

impl Patterns {
    pub(crate) fn new(lexicon: &Lexicon) -> Self {
        let mut all: HashMap<String, Vec<Pattern>> = HashMap::new();
        for row in lexicon.list("events") {
            let some = |column: usize| Some(row.cell(column).to_string()).filter(|c| !c.is_empty());
            let mut words = row.form().split(' ');
            let lemma = words.next().unwrap_or_default().to_string();
            let pieces =
                words.map(|w| if w == "*" { Piece::Gap } else { Piece::Words(w.split('/').map(String::from).collect()) }).collect();
            let recipient = match row.cell(5) {
                "object" => Recipient::Object,
                "none" | "" => Recipient::None,
                preposition => Recipient::After(preposition.into()),
            };
            let political = match row.cell(6) {
                "political" => 1,
                "both" => 2,
                _ => 0,
            };
            let entry = format!("{}#{}", row.list(), row.form());
            let pattern = Pattern { pieces, class: row.cell(1).into(), mode: some(2), cameo: some(3), recipient, political, entry };
            all.entry(lemma).or_default().push(pattern);
        }
        for patterns in all.values_mut() {
            patterns.sort_by_key(|p| (std::cmp::Reverse(p.pieces.len()), p.entry.clone(), format!("{:?}", p.recipient)));
        }
        Self(all)
    }

    /// The patterns of a verb.
    pub(crate) fn of(&self, lemma: &str) -> &[Pattern] {
        self.0.get(lemma).map_or(&[], Vec::as_slice)
    }
}
