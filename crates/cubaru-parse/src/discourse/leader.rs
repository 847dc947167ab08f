//! Whom a title without a country belongs to: "President Bouteflika" is Algeria's, by the list of leaders and the day of the text.

use super::latent;
use crate::{
    input::Sheet,
    label::Upos,
    language::{Class, Holding},
    parsed::{DocumentDate, MentionKind},
    phrase::{Noun, Phrases, of_many},
    why::Why,
};

/// The rule of a surname that stands alone.
const RULE: &str = "name-leader";
/// A shorter surname is also another word too often.
const SHORTEST: usize = 4;

/// Gives persons of the list their country, and their office's sector where they held it when the text was written.
pub(crate) fn know(sheet: &Sheet<'_>, phrases: &mut Phrases, date: Option<&DocumentDate>) {
    let year = |day: &str| day.get(..4).and_then(|y| y.parse::<i32>().ok());
    let years = date.and_then(|d| Some((year(&d.earliest)?, year(&d.latest)?)));
    let (language, lexicon) = (sheet.language, sheet.language.lexicon());
    let alone = surnames(sheet, phrases);
    latent::insert(phrases, alone);
    for noun in phrases.nouns.iter_mut().filter(|n| n.kind == MentionKind::Per && n.country.is_none() && n.code.is_none()) {
        let titled = noun.sector.as_deref() == Some("GOV") || noun.why.rule == RULE;
        if noun.last == noun.first + 1 && !titled {
            continue;
        }
        let found = language.leaders().of(lexicon, sheet.words(noun.first, noun.last), titled);
        let (held, past): (Vec<Holding>, Vec<Holding>) = found.into_iter().filter(|h| begun(h, years)).partition(|h| holds(h, years));
        // A title says that the office is held, but beside a full name it may be that of old days: "President Ronald Reagan's prediction".
        let full = noun.last > noun.first + 1;
        let (known, now) = if held.is_empty() && (full || !titled) { (past, false) } else { (held, true) };
        let Some(first) = known.first() else { continue };
        // Two namesakes, or two states, decide nothing.
        if known.iter().any(|h| h.code[..3] != first.code[..3]) {
            continue;
        }
        let sector = known.iter().all(|h| h.code == first.code).then(|| first.code[3..].to_string());
        noun.why.entries.push(format!("{}#{}", first.entry.list(), first.entry.form()));
        if of_many(first.code) {
            noun.code = Some(first.code.to_string()).filter(|_| now);
            continue;
        }
        noun.country = Some(first.code[..3].to_string());
        if now && noun.sector.is_none() {
            noun.sector = sector.filter(|s| !s.is_empty());
        }
    }
}

/// Surnames that stand alone, and that leaders of one state only bear: "Obama refused".
fn surnames(sheet: &Sheet<'_>, phrases: &Phrases) -> Vec<Noun> {
    let (language, lexicon) = (sheet.language, sheet.language.lexicon());
    let one = |(first, last): &(usize, usize)| {
        let word = sheet.words(*first, *last);
        let plain = sheet.token(*first).upos == Upos::Propn && !sheet.listed(*first, Class::GivenName);
        let found = language.leaders().of(lexicon, word, true);
        let of = |h: &Holding<'_>| h.code.get(..3).map(str::to_string);
        *last == first + 1 && plain && word.chars().count() >= SHORTEST && !found.is_empty() && found.iter().all(|h| of(h) == of(&found[0]))
    };
    let alone = latent::names(sheet, phrases).into_iter().filter(one);
    alone.map(|(first, last)| Noun::new(MentionKind::Per, first, last, Why::rule(RULE))).collect()
}

/// Whether a holding had begun when the text was written.
fn begun(h: &Holding, years: Option<(i32, i32)>) -> bool {
    years.is_none_or(|(_, latest)| h.first <= latest)
}

/// Whether a holding can have lasted when the text was written.
fn holds(h: &Holding, years: Option<(i32, i32)>) -> bool {
    years.is_none_or(|(earliest, _)| h.last.is_none_or(|last| last >= earliest))
}
