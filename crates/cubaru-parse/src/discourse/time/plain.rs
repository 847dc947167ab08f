//! Clauses whose verb is past on the face of it: no tree is needed to say where their time lies.

use crate::{input::Sheet, language::Tense, parsed::Token};

/// Words that open another clause, or join one.
const BOUNDARIES: &[&str] = &[
    "and", "or", "but", "that", "who", "which", "whom", "whose", "when", "while", "where", "after", "before", "as", "because", "if",
    "although", "though", "since", "unless", "what", "how", "why", "whether", "than", "so",
];
/// Words behind which a verb may look ahead, or is no finite one.
const OPEN: &[&str] = &[
    "to", "will", "'ll", "wo", "shall", "would", "'d", "can", "ca", "could", "may", "might", "must", "should", "ought", "is", "are", "am",
    "'re", "'m", "be", "has", "have", "'ve", "do", "does",
];
/// Small words before which `'s` is a verb.
const SUBJECTS: &[&str] = &["he", "she", "it", "there", "here", "let"];
/// What stands before a noun: an `-ed` form behind it is no verb.
const BEFORE_NOUNS: &[&str] = &[
    "a", "an", "the", "this", "these", "those", "his", "her", "its", "their", "our", "my", "your", "some", "any", "no", "all", "every",
    "each", "of", "in", "on", "at", "by", "for", "from", "with", "against", "over", "under", "between", "into", "newly", "most", "more",
    "'s",
];
/// No clause is looked through further than this on either side.
const REACH: usize = 16;

/// Whether the clause around a run of tokens is told as past: it has a verb in the past, and nothing in it can be another tense.
pub(super) fn is_past(sheet: &Sheet, first: usize, last: usize) -> bool {
    let Some(sentence) = sheet.sentence_of(first) else { return false };
    let (begin, end) = (sentence.first_token as usize, sentence.last_token as usize);
    let bounds = |i: &usize| bounds(sheet.token(*i));
    let from = (begin.max(first.saturating_sub(REACH))..first).rev().find(bounds).map_or(begin, |i| i + 1);
    let to = (last..end.min(last + REACH)).find(bounds).unwrap_or(end);
    let near = first - from <= REACH && to - last <= REACH;
    // "the defence ministry said on Monday", whatever else stands around.
    let verb = first.checked_sub(1).map(|i| if is_any(sheet.token(i).read(), &["on", "in"]) { i.saturating_sub(1) } else { i });
    if verb.is_some_and(|i| i >= begin && said(sheet, i)) {
        return true;
    }
    let mut past = false;
    for i in (from..first).chain(last..to) {
        match kind(sheet, i, from, to) {
            Kind::Open => return false,
            // Behind a verb stands its object: "held talks".
            Kind::Present if !past => return false,
            Kind::Past => past = true,
            Kind::Present | Kind::Other => {}
        }
    }
    past && near
}

enum Kind {
    /// A verb in the past.
    Past,
    /// What can be a verb in the present, or a noun.
    Present,
    /// What leaves the tense open.
    Open,
    Other,
}

fn bounds(token: &Token) -> bool {
    let form = token.read();
    let mark = !form.starts_with(char::is_alphanumeric) && !form.starts_with(['\'', '’', '$', '€', '£', '%', '-']);
    mark || is_any(form, BOUNDARIES)
}

fn is_any(form: &str, words: &[&str]) -> bool {
    words.iter().any(|w| form.eq_ignore_ascii_case(w))
}

/// Whether a token tells of speech, and as past.
fn said(sheet: &Sheet, at: usize) -> bool {
    let found = sheet.language.inflection().lemmas(sheet.token(at).read());
    found.iter().any(|(lemma, tense)| *tense == Tense::Past && is_any(lemma, SAYING))
}

fn kind(sheet: &Sheet, at: usize, from: usize, to: usize) -> Kind {
    let form = sheet.token(at).read();
    let before = if at > from { sheet.token(at - 1).read() } else { "" };
    // "to Cuba", "to the summit": no infinitive.
    let place = |form: &str| !form.starts_with(|c: char| c.is_ascii_lowercase()) || is_any(form, BEFORE_NOUNS);
    if form == "to" && at + 1 < to && place(sheet.token(at + 1).read()) {
        return Kind::Other;
    }
    if is_any(form, OPEN) || form == "'s" && is_any(before, SUBJECTS) {
        return Kind::Open;
    }
    if matches!(form, "was" | "were" | "had" | "did") {
        return Kind::Past;
    }
    if !form.starts_with(|c: char| c.is_ascii_lowercase()) {
        return Kind::Other;
    }
    let inflection = sheet.language.inflection();
    let found = inflection.lemmas(form);
    if found.iter().any(|(lemma, _)| looks_ahead(sheet, lemma)) || looks_ahead(sheet, form) {
        return Kind::Open;
    }
    let has = |tense| found.iter().any(|(_, t)| *t == tense) || inflection.irregular_lemma(form, &[tense]).is_some();
    let regular = form.len() > 4 && form.ends_with("ed") && !form.ends_with("eed");
    match () {
        // What somebody says is told in another clause.
        () if found.iter().any(|(lemma, _)| is_any(lemma, SAYING)) => Kind::Open,
        () if has(Tense::Base) || has(Tense::Present) => Kind::Present,
        () if (has(Tense::Past) || regular) && !before.is_empty() && !is_any(before, BEFORE_NOUNS) => Kind::Past,
        () => Kind::Other,
    }
}

/// Verbs whose clause without `that` follows at once: "said Putin visits Havana on Friday".
const SAYING: &[&str] = &["say", "tell", "announce", "report", "confirm", "claim", "add", "state", "warn", "think", "believe", "know"];

/// Whether a word speaks of what is to come: `plan`, `scheduled`, `due`.
pub(super) fn looks_ahead(sheet: &Sheet, form: &str) -> bool {
    sheet.language.lexicon().get(form).iter().any(|e| e.list() == "time-words" && e.cell(1) == "ahead")
}
