//! Names of bodies that no list holds: "Assembly of the Cuban Resistance", "Odesa Regional Council", "Ministry of Trade".

use super::{evidence, noun::Noun};
use crate::{
    input::{Phrase, Sheet, Tokens},
    language::Class,
    parsed::MentionKind,
    why::Why,
};

/// A name of a body has no more tokens than this.
const LONGEST: usize = 10;

/// Bodies that are of the country in which they sit.
const SEATED: &[&str] = &["army", "court", "legislature", "ministry", "police"];

/// A run of capitalised words with a body's head in it, or a head with "of …".
pub(crate) fn body(input: Tokens<'_>) -> Phrase<'_, Noun> {
    let sheet = input.sheet;
    let miss = || Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Fail)));
    let first = input.first;
    let limit = input.last.min(first + LONGEST);
    // The run before any connector.
    let mut at = first;
    let mut head = None;
    while at < limit && part(sheet, at, at == first) {
        if let Some((last, entry)) = sheet.longest(at, Class::BodyHead).filter(|(l, _)| *l <= limit) {
            head = Some((last, entry));
            at = last;
        } else {
            at += 1;
        }
        while at + 1 < limit && sheet.token(at).hyphen() && !sheet.spaced(at) && sheet.token(at + 1).capital() {
            at += 2;
        }
        if at + 1 < limit && sheet.is(at, "&") && sheet.token(at + 1).capital() {
            at += 1;
        }
    }
    // The last head in the run ends the name, unless "of" goes on.
    let Some((mut last, entry)) = head else { return miss() };
    // Words after the head belong to the name only where the head stands first ("Bank Rossiya").
    if last == first + 1 && last < at && !sheet.is_any(last, &["of", "for", "on"]) {
        last = at;
    }
    let headed = last;
    if sheet.is_any(last, &["of", "for", "on"]) && !matches!(entry.cell(2), "company" | "platform") {
        let mut next = last + 1;
        next += usize::from(next < limit && sheet.is(next, "the"));
        let from = next;
        // What "for" and "on" bring in must hang on the name itself, not on the verb: "played in the League for Boston".
        let run = (from..limit).take_while(|i| part(sheet, *i, false)).last().map_or(from, |i| i + 1);
        let own = |a: usize, b: usize, floor: usize| {
            evidence::top(sheet, a, b).and_then(|t| sheet.token(t).head).is_some_and(|h| (floor..a).contains(&(h as usize)))
        };
        let hangs = sheet.is(last, "of") || own(from, run, first);
        while hangs && next < limit && part(sheet, next, false) {
            next += 1;
            let joint = next + 1 < limit
                && (sheet.is_any(next, &["and", "of", "&", ","]) || sheet.token(next).hyphen())
                && part(sheet, next + 1, false)
                && !(sheet.is_any(next, &["and", ","])
                    && (sheet.is(last, "of") && next - from > 2
                        || !own(next + 1, next + 2, from) && !own(next + 1, (next + 3).min(limit), from)
                        || sheet.listed(next + 1, Class::GivenName)
                        || sheet.longest(next + 1, Class::Country).is_some()));
            if joint && !sheet.is(next, ",") {
                next += 1;
            }
        }
        if next > from {
            last = next;
        }
    }
    // A single head alone is a name only in the middle of a sentence and only where it is not a common word there.
    if last == first + 1 {
        let own = matches!(entry.cell(2), "legislature" | "court" | "army" | "police") && !sheet.begins(first);
        if !own {
            return miss();
        }
    }
    let mut noun = Noun::new(MentionKind::Org, first, last, Why::entry("name-body-head", &entry));
    noun.sort = entry.cell(2).to_string();
    noun.sector = Some(entry.cell(1).to_string()).filter(|s| !s.is_empty());
    // "Bank of Russia", "Government of Sudan": the country inside is the body's own, unless there are two.
    let inside = || {
        (first..last).filter_map(|i| {
            let (end, e) = sheet.longest(i, Class::Country)?;
            (end <= last
                && (i >= headed
                    || i == first
                    || e.cell(2) == "adjective"
                    || sheet.token(end).hyphen()
                    || i > first && sheet.token(i - 1).hyphen()))
            .then(|| e.cell(1))
        })
    };
    noun.country = inside().next().filter(|c| inside().all(|other| other == *c)).map(String::from);
    // "Durban Police", "the Lahore High Court": they are of the town or the region that leads their name.
    if noun.country.is_none() && SEATED.contains(&entry.cell(2)) {
        let seat = sheet.longest(first, Class::Place).filter(|(end, e)| *end < last && !e.cell(1).is_empty());
        noun.country = seat.map(|(_, e)| e.cell(1).to_string());
    }
    // "Assembly of the Resistance" is no parliament.
    if last > headed && noun.country.is_none() && entry.cell(2) == "legislature" || last > headed + 3 && entry.cell(2) == "legislature" {
        noun.sector = None;
    }
    Ok((Tokens { first: last, ..input }, noun))
}

/// A word that can stand in a body's name.
fn part(sheet: &Sheet<'_>, at: usize, first: bool) -> bool {
    let token = sheet.token(at);
    if !token.capital() || token.clitic {
        return false;
    }
    let function = sheet.common(at, Some("function"));
    let begins = sheet.begins(at) && sheet.common(at, None) && sheet.longest(at, Class::BodyHead).is_none();
    let person = sheet.entries(at, Class::Post).any(|(_, e)| e.cell(2) != "job") && sheet.longest(at, Class::BodyHead).is_none() && !first;
    let titled = first
        && sheet.entries(at, Class::Post).any(|(l, e)| l == at + 1 && matches!(e.cell(2), "style" | "rank"))
        && !sheet.is_any(at, &["General", "National"]);
    !function && !begins && !sheet.temporal(at) && !person && !titled
}
