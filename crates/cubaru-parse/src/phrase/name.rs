//! Names at a token: from the lists, from their heads, or from their shape and what stands around.

use super::{body, noun::Noun, person, scan::Known};
use crate::{
    input::Sheet,
    language::Class,
    parsed::{MentionKind, PartKind},
    why::Why,
};

/// The lists of names, in the order in which they win over one another at the same length.
const LISTS: [Class; 5] = [Class::Body, Class::Country, Class::Place, Class::Seat, Class::People];

/// The longest name that begins at a token, with the token after it.
pub(crate) fn at(known: &Known, sheet: &Sheet<'_>, first: usize, limit: usize) -> Option<(usize, Noun)> {
    let mut best: Option<(usize, Noun)> = None;
    let mut offer = |last: usize, noun: Noun| {
        if last <= limit && best.as_ref().is_none_or(|(l, _)| last > *l) {
            best = Some((last, noun));
        }
    };
    for class in LISTS {
        if let Some((last, entry)) = sheet.longest(first, class)
            && !doubtful(sheet, class, first, last)
        {
            offer(last, Noun::listed(class, &entry, first, last));
        }
    }
    let input = sheet.tokens(first, limit);
    if let Ok((rest, noun)) = body::body(input) {
        offer(rest.first, noun);
    }
    if let Ok((rest, noun)) = person::given(input) {
        offer(rest.first, noun);
    }
    if sheet.token(first).capital()
        && let Some((last, noun)) = unlisted(known, sheet, first, limit)
    {
        offer(last, noun);
    }
    best
}

/// A listed word that here is likelier part of something else: a first name before a surname, a common word at a sentence's start.
fn doubtful(sheet: &Sheet<'_>, class: Class, first: usize, last: usize) -> bool {
    if matches!(class, Class::Place | Class::People) && sheet.common(first, None) && last == first + 1 && sheet.begins(first) {
        return true;
    }
    let next = sheet.tokens.get(last).filter(|t| t.capital() && sheet.spaced(last));
    let goes_on = next.is_some() && person::name_word(sheet, last) && sheet.longest(last, Class::BodyHead).is_none();
    matches!(class, Class::Place | Class::Country) && last == first + 1 && goes_on && sheet.listed(first, Class::GivenName)
}

/// A name that no list holds, told by its head, its shape, the words around or the rest of the document.
fn unlisted(known: &Known, sheet: &Sheet<'_>, first: usize, limit: usize) -> Option<(usize, Noun)> {
    let token = sheet.token(first);
    let weak = |kind, last, rule: &str| {
        let mut noun = Noun::new(kind, first, last, Why::rule(rule));
        noun.weak = true;
        Some((last, noun))
    };
    // A head that makes a place ("Lake Victoria", "Zambezi River") or something that is neither place, person nor body ("Act").
    if sheet.common(first, Some("function")) {
        return None;
    }
    let last = capitals(sheet, first, limit);
    if let Some((kind, entry, end)) = headed(sheet, first, last, limit) {
        if kind != MentionKind::Loc {
            return None;
        }
        let mut noun = Noun::new(MentionKind::Loc, first, end, Why::entry("name-place-head", &entry));
        noun.sort = "site".into();
        return Some((end, noun));
    }
    let short = token.read().chars().count();
    if token.all_capitals() && !token.read().ends_with('.') {
        let shouting = sheet.tokens.get(first + 1).is_some_and(|t| t.all_capitals() && !sheet.listed(first + 1, Class::Country));
        let acronym = (2..=7).contains(&short) && !shouting && !roman(token.read()) && !sheet.common(first, None);
        return if acronym { weak(MentionKind::Org, first + 1, "name-acronym") } else { None };
    }
    let end = person::name_words(sheet, first, limit);
    if end == first {
        return None;
    }
    // Words that a hyphen joins count as one: "Marxist-Leninist" is no first and last name.
    let words = (first..end).filter(|i| *i == first || sheet.spaced(*i)).count();
    if let Some(gender) = known.surname(sheet.words(first, end)).or_else(|| known.surname(sheet.words(end - 1, end)).filter(|_| words > 1))
    {
        let mut noun = Noun::new(MentionKind::Per, first, end, Why::rule("name-known-person"));
        noun.gender = gender;
        return Some((end, noun));
    }
    // "the oil company Progress Agro", "the newspaper Izvestia"
    let kind_before =
        first.checked_sub(1).and_then(|at| sheet.entries(at, Class::NameHead).find(|(l, e)| *l == first && e.cell(2) == "noun"));
    if let Some((_, entry)) = kind_before {
        let mut noun = Noun::new(MentionKind::Org, first, end, Why::entry("name-after-noun", &entry));
        noun.sector = Some(entry.cell(1).to_string()).filter(|s| !s.is_empty());
        return Some((end, noun));
    }
    let begins = sheet.begins(first);
    let title_case = sheet.sentence_of(first).is_some_and(|s| s.part == PartKind::Headline);
    if title_case || (begins && sheet.common(first, None)) {
        return None;
    }
    let before = |i: usize| first.checked_sub(i).map(|at| sheet.token(at).read().to_lowercase());
    let article = before(1).is_some_and(|w| matches!(w.as_str(), "the" | "a" | "an" | "this" | "that" | "these"));
    if words >= 2 && !article && !sheet.common(end - 1, None) {
        let plain = (first..end).filter(|i| !sheet.token(*i).hyphen()).all(|i| !sheet.common(i, None));
        return if plain { weak(MentionKind::Per, end, "name-two-capitals") } else { None };
    }
    let placed = before(1).is_some_and(|w| matches!(w.as_str(), "in" | "near" | "around" | "outside"));
    if words == 1 && placed && !article && !sheet.common(first, None) && short > 2 {
        let mut found = weak(MentionKind::Loc, end, "name-after-in");
        if let Some((_, noun)) = &mut found {
            noun.sort = "city".into();
        }
        return found;
    }
    // "the port of X", "the town of X"
    let of = before(1).as_deref() == Some("of")
        && before(2)
            .is_some_and(|w| matches!(w.as_str(), "city" | "town" | "village" | "port" | "province" | "district" | "region" | "island"));
    if words <= 2 && of {
        return weak(MentionKind::Loc, end, "name-city-of");
    }
    // A single name that speaks.
    if words == 1 && !begins && !article && short > 2 && !sheet.common(first, None) {
        let says = sheet.is_any(end, &["said", "says", "told", "added"]);
        if says {
            return weak(MentionKind::Per, end, "name-speaks");
        }
    }
    None
}

/// Where the run of capitalised words that begins here ends.
fn capitals(sheet: &Sheet<'_>, first: usize, limit: usize) -> usize {
    let mut at = first;
    while at < limit && sheet.token(at).capital() && !sheet.token(at).clitic && (at == first || !sheet.common(at, Some("function"))) {
        at += 1;
    }
    at
}

/// The head of a run of capitals that says what it names, and where the name ends.
fn headed<'a>(sheet: &'a Sheet<'_>, first: usize, last: usize, limit: usize) -> Option<(MentionKind, cubaru_lexicon::Entry<'a>, usize)> {
    let kind = |entry: &cubaru_lexicon::Entry<'_>| if entry.cell(1) == "LOC" { MentionKind::Loc } else { MentionKind::Nom };
    // First word: "Lake X", "Mount X", "Gulf of X".
    if let Some((end, entry)) = sheet.longest(first, Class::NameHead).filter(|(_, e)| e.cell(2) == "before") {
        let of = usize::from(sheet.is(end, "of"));
        let run = capitals(sheet, end + of, limit);
        if run > end + of && !sheet.begins(first) || run > end && sheet.spaced(end) {
            return Some((kind(&entry), entry, run.max(end)));
        }
    }
    let (at, entry) = (first + 1..last)
        .filter_map(|i| sheet.longest(i, Class::NameHead).filter(|(l, e)| *l <= last && e.cell(2) == "after"))
        .next_back()?;
    (at == last).then(|| (kind(&entry), entry, at))
}

fn roman(word: &str) -> bool {
    word.chars().all(|c| "IVXLC".contains(c))
}
