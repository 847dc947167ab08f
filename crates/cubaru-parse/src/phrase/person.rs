//! Names of persons.

use super::noun::Noun;
use crate::{
    input::{Phrase, Sheet, Tokens},
    label::{Relation, Upos},
    language::Class,
    parsed::{MentionKind, TokenKind},
    why::Why,
};

/// A name has no more words than this.
const LONGEST: usize = 6;

/// Whether a token can be a word of a person's name.
pub(crate) fn name_word(sheet: &Sheet<'_>, at: usize) -> bool {
    let token = sheet.token(at);
    if !token.capital() || token.clitic || sheet.common(at, Some("function")) || sheet.temporal(at) {
        return false;
    }
    let initial = token.text.len() <= 3 && token.text.ends_with('.');
    if token.all_capitals() && token.read().chars().count() > 1 && !initial {
        return token.read().chars().count() > 3 && sheet.listed(at, Class::GivenName);
    }
    // "(Reporting by Ann Roe in Oslo Editing by …"
    if token.read().ends_with("ing") && sheet.is(at + 1, "by") {
        return false;
    }
    let given = sheet.listed(at, Class::GivenName);
    let owned = sheet.listed(at, Class::Body) && !given || sheet.listed(at, Class::Country) && !(given && flat_on(sheet, at));
    let titled = sheet.entries(at, Class::Post).any(|(last, _)| last == at + 1) && !given;
    let abbreviation = token.text.ends_with('.') && !initial;
    !owned && !titled && !abbreviation
}

/// Whether the tree makes a word, listed as a country, the first word of a person's name: "Jordan Whittington".
pub(crate) fn flat_on(sheet: &Sheet<'_>, at: usize) -> bool {
    let next = sheet.token(at + 1);
    next.relation == Relation::Flat
        && next.head == Some(at as u32)
        && next.capital()
        && sheet.spaced(at + 1)
        && !next.all_capitals()
        && [Class::BodyHead, Class::NameHead, Class::Place, Class::Country, Class::Post].iter().all(|c| !sheet.listed(at + 1, *c))
        && !sheet.common(at + 1, None)
}

/// Whether the tree makes a word a further part of the name that begins at `first`, so that it need not look like one: "Andy Dean".
fn flat(sheet: &Sheet<'_>, first: usize, at: usize) -> bool {
    let token = sheet.token(at);
    // "Congressman Pete King", where the tree takes the last name for the head.
    let headed = || {
        let (given, title) = (sheet.token(first), first.checked_sub(1).map(|t| sheet.token(t)));
        let titled = title.is_some_and(|t| {
            matches!(t.relation, Relation::NmodDesc | Relation::Compound)
                && t.capital()
                && t.head.is_some_and(|h| (first..=at).contains(&(h as usize)))
        });
        at == first + 1
            && given.relation == Relation::Compound
            && given.head == Some(at as u32)
            && titled
            && sheet.listed(first - 1, Class::Post)
    };
    (token.relation == Relation::Flat && token.head.is_some_and(|h| (first..at).contains(&(h as usize))) || headed())
        && matches!(token.upos, Upos::Propn | Upos::Adv)
        && token.capital()
        && !token.clitic
        && !token.all_capitals()
        && !sheet.dated(at)
}

/// A nickname between quotation marks inside a name, and where it ends: `Richard "Crazy Legs" Colon`.
fn nickname(sheet: &Sheet<'_>, at: usize, limit: usize) -> Option<usize> {
    let mark = |i: usize| matches!(sheet.token(i).text.as_str(), "\"" | "“" | "”");
    if !mark(at) {
        return None;
    }
    let close = (at + 1..limit.min(at + 5)).find(|i| mark(*i))?;
    let inside = close > at + 1 && (at + 1..close).all(|i| sheet.token(i).kind == TokenKind::Word);
    let around = sheet.spaced(at) && !sheet.spaced(at + 1) && !sheet.spaced(close) && sheet.spaced(close + 1);
    (inside && around && close + 1 < limit && name_word(sheet, close + 1)).then_some(close + 1)
}

/// A run of name words with their particles, from `first`; gives back where it ends.
pub(crate) fn name_words(sheet: &Sheet<'_>, first: usize, limit: usize) -> usize {
    let mut last = first;
    let mut words = 0;
    while last < limit && words < LONGEST {
        let token = sheet.token(last);
        let surname = || words > 0 && sheet.listed(first, Class::GivenName) && flat(sheet, first, last);
        if name_word(sheet, last) || surname() {
            last += 1;
            words += 1;
            // Hyphenated parts: Jong-un, Abdel-Rahman.
            while last + 1 < limit && sheet.token(last).hyphen() && !sheet.spaced(last) && !sheet.spaced(last + 1) && joins(sheet, last + 1)
            {
                last += 2;
            }
            if let Some(next) = nickname(sheet, last, limit) {
                last = next;
            }
            continue;
        }
        // Particles lead on to a further word: Abdel Fattah al-Sisi, Ursula von der Leyen.
        let mut next = last;
        while next < limit
            && next < last + 3
            && sheet.listed(next, Class::Particle)
            && sheet.entries(next, Class::Particle).any(|(_, e)| e.cell(1) == "particle")
        {
            next += 1;
            if next < limit && sheet.token(next).hyphen() && !sheet.spaced(next) {
                next += 1;
            }
        }
        let particle = next > last && next < limit && name_word(sheet, next) && (words > 0 || sheet.token(last).capital());
        if particle {
            last = next;
            continue;
        }
        let suffix = words > 1 && sheet.entries(last, Class::Particle).any(|(_, e)| e.cell(1) == "suffix");
        if suffix && token.capital() {
            last += 1;
        }
        break;
    }
    last
}

fn joins(sheet: &Sheet<'_>, at: usize) -> bool {
    let token = sheet.token(at);
    token.text.chars().all(char::is_alphabetic)
        && (token.capital() || token.text.len() <= 5)
        && !sheet.common(at, None)
        && !matches!(token.text.as_str(), "led" | "based" | "born" | "era" | "backed" | "style" | "elect")
}

/// A name that begins with a known first name.
pub(crate) fn given(input: Tokens<'_>) -> Phrase<'_, Noun> {
    let sheet = input.sheet;
    let miss = || Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Fail)));
    let Some((after, entry)) = sheet.longest(input.first, Class::GivenName).filter(|(l, _)| *l <= input.last) else { return miss() };
    // Where the same word is also a place or a country, the name must go on like a person's.
    let last = name_words(sheet, input.first, input.last);
    if last < after + 1 || last == input.first {
        return miss();
    }
    let rival = [Class::Body, Class::Place, Class::Country].iter().filter_map(|c| sheet.longest(input.first, *c)).any(|(l, _)| l >= last);
    let head = sheet.longest(last - 1, Class::BodyHead).is_some_and(|(l, _)| l == last);
    // "Hakim Mosque": a place named for somebody.
    let place = sheet.token(last - 1).relation != Relation::Flat
        && sheet.entries(last - 1, Class::NameHead).any(|(l, e)| l == last && (e.cell(1), e.cell(2)) == ("LOC", "after"));
    let second_common = sheet.common(after, None) && !sheet.listed(after, Class::GivenName) && sheet.begins(input.first);
    if rival || head || place || second_common {
        return miss();
    }
    let mut noun = Noun::new(MentionKind::Per, input.first, last, Why::entry("name-given", &entry));
    noun.gender = gender(entry.cell(1));
    Ok((Tokens { first: last, ..input }, noun))
}

/// `f` or `m` of a list.
pub(crate) fn gender(cell: &str) -> Option<&'static str> {
    match cell {
        "f" => Some("f"),
        "m" => Some("m"),
        _ => None,
    }
}

/// The gender that a title tells.
pub(crate) fn title_gender(title: &str) -> Option<&'static str> {
    let title = title.to_lowercase();
    let last = title.rsplit(' ').next().unwrap_or("");
    if matches!(
        last,
        "mr." | "mr" | "sir" | "lord" | "king" | "prince" | "chairman" | "spokesman" | "congressman" | "businessman" | "emir" | "sheikh"
    ) {
        Some("m")
    } else if matches!(
        last,
        "mrs."
            | "mrs"
            | "ms."
            | "ms"
            | "dame"
            | "lady"
            | "queen"
            | "princess"
            | "chairwoman"
            | "spokeswoman"
            | "congresswoman"
            | "businesswoman"
    ) {
        Some("f")
    } else {
        None
    }
}
