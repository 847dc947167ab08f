//! Forms of English verbs and the lemmas behind them.

use cubaru_lexicon::Lexicon;
use std::collections::{HashMap, HashSet};

/// What a verb form can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tense {
    /// The bare form: infinitive, imperative, or present.
    Base,
    /// `visits`
    Present,
    /// `visited`, `met`
    Past,
    /// `taken`, and `visited` after an auxiliary
    Participle,
    /// `visiting`
    Gerund,
}

/// Knows the lemmas that its language's verbal lists use, and reads forms back to them.
#[derive(Clone)]
pub struct Inflection {
    irregular: HashMap<String, Vec<(String, Tense)>>,
    lemmas: HashSet<String>,
}

impl Inflection {
    pub(crate) fn new(lexicon: &Lexicon) -> Self {
        let mut irregular: HashMap<String, Vec<(String, Tense)>> = HashMap::new();
        for row in lexicon.list("irregular-verbs") {
            let tenses: &[Tense] = match row.cell(2) {
                "past" => &[Tense::Past],
                "participle" => &[Tense::Participle],
                "present3" => &[Tense::Present],
                "gerund" => &[Tense::Gerund],
                _ => &[Tense::Base],
            };
            irregular.entry(row.form().into()).or_default().extend(tenses.iter().map(|t| (row.cell(1).to_string(), *t)));
        }
        let first = |form: &str| form.split(' ').next().unwrap_or(form).to_string();
        let mut lemmas: HashSet<String> = HashSet::new();
        // Cues such as "according to" are no verbs.
        lemmas.extend(
            lexicon
                .list("cues")
                .filter(|row| !matches!(row.cell(2), "prefix" | "noun" | "noun-of" | "occasion" | "fact"))
                .map(|row| first(row.form())),
        );
        lemmas.extend(lexicon.list("predicates").filter(|row| matches!(row.cell(1), "verb" | "passive")).map(|row| first(row.form())));
        Self { irregular, lemmas }
    }

    /// Learns that these are verbs.
    pub(crate) fn know<'v>(&mut self, verbs: impl Iterator<Item = &'v String>) {
        self.lemmas.extend(verbs.cloned());
    }

    /// Whether the form is a past or participle of an irregular verb.
    pub fn irregular(&self, form: &str) -> bool {
        self.irregular.get(form).is_some_and(|f| f.iter().any(|(_, t)| matches!(t, Tense::Past | Tense::Participle)))
    }

    /// The lemma of an irregular lower-case form, in the first of these tenses that it has.
    pub fn irregular_lemma(&self, form: &str, tenses: &[Tense]) -> Option<&str> {
        let found = self.irregular.get(form)?;
        tenses.iter().find_map(|tense| found.iter().find(|(_, t)| t == tense)).map(|(lemma, _)| lemma.as_str())
    }

    /// The lemmas (of the verbal lists) that a lower-case form can belong to, with what the form can be.
    pub fn lemmas(&self, form: &str) -> Vec<(String, Tense)> {
        let mut found: Vec<(String, Tense)> = Vec::new();
        let mut add = |lemma: String, tense| {
            if self.lemmas.contains(&lemma) && !found.iter().any(|(l, t)| *l == lemma && *t == tense) {
                found.push((lemma, tense));
            }
        };
        if let Some(forms) = self.irregular.get(form) {
            forms.iter().for_each(|(lemma, tense)| add(lemma.clone(), *tense));
        }
        add(form.to_string(), Tense::Base);
        let with = |stem: &str, end: &str| format!("{stem}{end}");
        if let Some(stem) = form.strip_suffix('s').filter(|s| !s.ends_with('s')) {
            add(stem.into(), Tense::Present);
            if let Some(stem) = stem.strip_suffix('e') {
                add(stem.into(), Tense::Present);
                if let Some(stem) = stem.strip_suffix('i') {
                    add(with(stem, "y"), Tense::Present);
                }
            }
        }
        for (ending, tenses) in [("ed", &[Tense::Past, Tense::Participle][..]), ("ing", &[Tense::Gerund][..])] {
            let Some(stem) = form.strip_suffix(ending) else { continue };
            let mut stems = vec![stem.to_string(), with(stem, "e")];
            stems.extend(stem.strip_suffix('i').filter(|_| ending == "ed").map(|s| with(s, "y")));
            let mut last = stem.chars().rev();
            if let (Some(a), Some(b)) = (last.next(), last.next()) {
                if a == b && a.is_ascii_alphabetic() {
                    stems.push(stem[..stem.len() - 1].to_string());
                }
                if a == 'k' && b == 'c' {
                    stems.push(stem[..stem.len() - 1].to_string());
                }
            }
            for lemma in stems {
                tenses.iter().for_each(|t| add(lemma.clone(), *t));
            }
        }
        found
    }
}
