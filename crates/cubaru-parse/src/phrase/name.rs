//! Names at a token: from the lists, from their heads, or from their shape and what stands around.

use super::{
    body,
    noun::Noun,
    person,
    scan::{Known, Surname},
};
use crate::{
    input::Sheet,
    label::{Relation, Upos, Xpos},
    language::Class,
    parsed::{MentionKind, PartKind, TokenKind},
    why::Why,
};

/// The lists of names, in the order in which they win over one another at the same length.
const LISTS: [Class; 5] = [Class::Body, Class::Country, Class::Place, Class::Seat, Class::People];

/// A run of capitalised words is looked through no further than this.
const LONGEST: usize = 24;
/// Words before a place's name that tell a part of it.
const PARTS: &[&str] = &[
    "north",
    "south",
    "east",
    "west",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
    "northern",
    "southern",
    "eastern",
    "western",
    "central",
    "upper",
    "lower",
    "inner",
    "outer",
    "greater",
    "old",
    "downtown",
];

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
            let group = class == Class::Body && matches!(entry.cell(2), "armed-group" | "party");
            let last = if group { of_places(sheet, last, limit) } else { last };
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
    if let Some((last, noun)) = team(sheet, first) {
        offer(last, noun);
    }
    if sheet.token(first).capital()
        && let Some((last, noun)) = unlisted(known, sheet, first, limit)
    {
        offer(last, noun);
    }
    best
}

/// Where a group's name ends that goes on with its countries: "Islamic State of Iraq and the Levant", whichever they are.
fn of_places(sheet: &Sheet<'_>, last: usize, limit: usize) -> usize {
    let place = |at: usize| {
        let at = at + usize::from(sheet.is(at, "the"));
        let found = [Class::Country, Class::Place].iter().filter_map(|c| sheet.longest(at, *c));
        let named = found.filter(|(_, e)| !matches!(e.cell(2), "adjective" | "demonym" | "demonym-plural"));
        named.map(|(end, _)| end).max().filter(|end| *end <= limit)
    };
    let Some(end) = sheet.is(last, "of").then(|| place(last + 1)).flatten() else { return last };
    let more = if sheet.is(end, "and") && sheet.is(end + 1, "the") { place(end + 1) } else { None };
    more.unwrap_or(end)
}

/// A listed word that here is likelier part of something else: a first name before a surname, a common word at a sentence's start.
fn doubtful(sheet: &Sheet<'_>, class: Class, first: usize, last: usize) -> bool {
    if matches!(class, Class::Place | Class::People) && sheet.common(first, None) && last == first + 1 && sheet.begins(first) {
        return true;
    }
    let next = sheet.tokens.get(last).filter(|t| t.capital() && sheet.spaced(last));
    let goes_on = next.is_some() && person::name_word(sheet, last) && sheet.longest(last, Class::BodyHead).is_none();
    // A country's name is a first name only where the tree says so as well: "Chad Bianco", but "Israel Railways".
    let given = last == first + 1 && goes_on && sheet.listed(first, Class::GivenName);
    given && (class == Class::Place || class == Class::Country && person::flat_on(sheet, first))
}

/// A name that no list holds, told by its head, its shape, the words around or the rest of the document.
fn unlisted(known: &Known, sheet: &Sheet<'_>, first: usize, limit: usize) -> Option<(usize, Noun)> {
    let token = sheet.token(first);
    // A head that makes a place ("Lake Victoria", "Zambezi River") or something that is neither place, person nor body ("Act").
    if sheet.common(first, Some("function")) {
        return None;
    }
    let last = capitals(sheet, first, limit);
    if let Some((end, noun)) = part_of_place(sheet, first, last) {
        return Some((end, noun));
    }
    if let Some((kind, entry, end)) = headed(sheet, first, last, limit) {
        if kind != MentionKind::Loc {
            return None;
        }
        let mut noun = Noun::new(MentionKind::Loc, first, end, Why::entry("name-place-head", &entry));
        noun.sort = "site".into();
        return Some((end, noun));
    }
    if token.all_capitals() && !token.read().ends_with('.') {
        if let Some(short) = known.body(token.read()) {
            return Some((first + 1, short.noun(first, first + 1)));
        }
        if known.thing(token.read()) {
            return None;
        }
        return acronym(sheet, first, limit).map(|last| weak(MentionKind::Org, first, last, Why::rule("name-acronym")));
    }
    let end = person::name_words(sheet, first, limit);
    if end > first { run(known, sheet, first, end) } else { None }
}

/// What a run of unknown words names, told by the rest of the document, by the words around or by its shape.
fn run(known: &Known, sheet: &Sheet<'_>, first: usize, end: usize) -> Option<(usize, Noun)> {
    let words = word_count(sheet, first, end);
    let proper = (first..end).all(|i| sheet.token(i).upos == Upos::Propn || !sheet.token(i).capital());
    let many = words == 1 && plural(sheet, first);
    let begins = sheet.begins(first);
    // Words that make names of others are none themselves: "the County".
    let alone = words == 1 && (sheet.common(first, None) || [Class::BodyHead, Class::NameHead].iter().any(|c| sheet.listed(first, *c)));
    let signed = known.kind(sheet.words(first, end)).filter(|(kind, _)| proper && !alone && !(many && *kind == MentionKind::Per));
    let signed = signed.filter(|_| !(begins && sheet.common(first, None)));
    let surname = |from: usize| known.surname(sheet.words(from, end)).filter(|_| !many);
    let bearer = surname(first).or_else(|| surname(end - 1).filter(|_| words > 1));
    // A guess from two capitals gives way to what the words around the name say.
    let doubted = |bearer: &Surname| bearer.guessed && signed.as_ref().is_some_and(|(kind, _)| *kind != MentionKind::Per);
    if let Some(bearer) = bearer.filter(|b| !(doubted(b) || b.guessed && words > 1)) {
        let mut noun = Noun::new(MentionKind::Per, first, end, Why::rule("name-known-person"));
        noun.gender = bearer.gender;
        return Some((end, noun));
    }
    if let Some(short) = known.body(sheet.words(first, end)) {
        return Some((end, short.noun(first, end)));
    }
    // "the oil company Progress Agro", "the newspaper Izvestia"
    let kind_before =
        first.checked_sub(1).and_then(|at| sheet.entries(at, Class::NameHead).find(|(l, e)| *l == first && e.cell(2) == "noun"));
    if let Some((_, entry)) = kind_before {
        let mut noun = Noun::new(MentionKind::Org, first, end, Why::entry("name-after-noun", &entry));
        noun.sector = Some(entry.cell(1).to_string()).filter(|s| !s.is_empty());
        return Some((end, noun));
    }
    if let Some((kind, why)) = signed {
        return Some(weak(kind, first, end, why));
    }
    let title_case = sheet.sentence_of(first).is_some_and(|s| s.part == PartKind::Headline);
    if title_case || begins && sheet.common(first, None) || !two_capitals(sheet, first, end) {
        return None;
    }
    Some(weak(MentionKind::Per, first, end, Why::rule("name-two-capitals")))
}

/// A name that only its shape or the words around it speak for.
fn weak(kind: MentionKind, first: usize, last: usize, why: Why) -> (usize, Noun) {
    let mut noun = Noun::new(kind, first, last, why);
    noun.weak = true;
    (last, noun)
}

/// Whether a run of unknown words looks like a first and a last name.
fn two_capitals(sheet: &Sheet<'_>, first: usize, end: usize) -> bool {
    let article = first > 0 && sheet.is_any(first - 1, &["the", "a", "an", "this", "that", "these"]);
    if article || word_count(sheet, first, end) < 2 || sheet.common(end - 1, None) {
        return false;
    }
    // Of two nouns the first says what the second is ("Fairfax Connector"); the parts of a person's name lie flat beside one another.
    let flat = |i: usize| sheet.token(i).relation == Relation::Flat;
    let plain = || (first..end).filter(|i| !sheet.token(*i).hyphen()).all(|i| !sheet.common(i, None));
    let lies = |i: usize| sheet.token(i).upos == Upos::Propn && (i == first || flat(i));
    (first + 1..end).any(flat) && (plain() || (first..end).all(lies))
}

/// Words that a hyphen joins count as one: "Marxist-Leninist" is no first and last name.
fn word_count(sheet: &Sheet<'_>, first: usize, end: usize) -> usize {
    (first..end).filter(|i| *i == first || sheet.spaced(*i)).count()
}

/// A team of a place: "the Vancouver Canucks".
fn team(sheet: &Sheet<'_>, first: usize) -> Option<(usize, Noun)> {
    let at = [Class::Place, Class::Country].iter().filter_map(|c| sheet.longest(first, *c).map(|(l, e)| (l, e, *c)));
    let (at, entry, _) =
        at.max_by_key(|(l, ..)| *l).filter(|(_, e, _)| !matches!(e.cell(2), "adjective" | "demonym" | "demonym-plural"))?;
    let name = sheet.token(at);
    let listed = |c: &Class| sheet.entries(at, *c).next().is_some();
    let lists = [Class::People, Class::Country, Class::Body, Class::Post, Class::Agent, Class::BodyHead, Class::NameHead, Class::Place];
    let many = name.xpos == Xpos::Nnps && name.capital() && name.read().ends_with('s') && sheet.spaced(at) && !name.all_capitals();
    let own = name.head.is_none_or(|h| !sheet.token(h as usize).capital() || h as usize <= at);
    let compound = sheet.token(at - 1).relation == Relation::Compound && sheet.token(at - 1).head == Some(at as u32);
    if !many || !own || !compound || sheet.token(at + 1).capital() || sheet.common(at, None) || lists.iter().any(listed) {
        return None;
    }
    let mut noun = Noun::new(MentionKind::Org, first, at + 1, Why::entry("name-team", &entry));
    noun.sort = "team".into();
    Some((at + 1, noun))
}

/// "the Sooners": many under one name are no person.
fn plural(sheet: &Sheet<'_>, at: usize) -> bool {
    sheet.token(at).read().ends_with('s') && at > 0 && sheet.is(at - 1, "the")
}

/// Where the name begins whose first letters a word in brackets is made of: "the Tidewater Research Board (TRB)".
pub(crate) fn spells(sheet: &Sheet<'_>, at: usize) -> Option<usize> {
    if at < 2 || sheet.token(at - 1).text != "(" || sheet.token(at + 1).text != ")" {
        return None;
    }
    let mut word = at - 1;
    let initial = |i: usize| sheet.token(i).read().chars().next();
    for letter in sheet.token(at).read().chars().rev() {
        word = word.checked_sub(1)?;
        // Small words have no letter of their own, unless theirs is wanted.
        while !sheet.token(word).capital() && initial(word).is_none_or(|c| !c.to_uppercase().eq([letter])) {
            if !sheet.common(word, Some("function")) && !sheet.token(word).hyphen() {
                return None;
            }
            word = word.checked_sub(1)?;
        }
        if initial(word).is_none_or(|c| !c.to_uppercase().eq([letter])) {
            return None;
        }
    }
    Some(word)
}

/// Where a name that begins with a word of capitals alone ends: "FURIA", "FURIA Esports".
fn acronym(sheet: &Sheet<'_>, first: usize, limit: usize) -> Option<usize> {
    let token = sheet.token(first);
    let length = token.read().chars().count();
    let loud = |at: usize| {
        let token = sheet.token(at);
        token.all_capitals() && !token.read().ends_with('.') && ![Class::Country, Class::Body].iter().any(|c| sheet.listed(at, *c))
    };
    let begins = sheet.sentence_of(first).is_some_and(|s| s.first_token as usize == first);
    let shouting = first + 1 < limit && loud(first + 1) || !begins && first > 0 && loud(first - 1);
    let numbered = |at: usize| sheet.token(at).kind == TokenKind::Number;
    let dated = !begins && first > 0 && numbered(first - 1) && sheet.spaced(first);
    let marked = sheet.token(first + 1).hyphen() && numbered(first + 2);
    if !(2..=7).contains(&length) || shouting || dated || marked || roman(token.read()) || sheet.common(first, None) {
        return None;
    }
    if spells(sheet, first).is_some_and(|long| sheet.token(long).capital()) {
        return Some(first + 1);
    }
    // "an EP", "his second KO" are things of a kind, and no names.
    let kind = sheet.edges.children(first).filter(|c| *c < first).any(|c| {
        let child = sheet.token(c);
        match child.relation {
            Relation::Det => sheet.is_any(c, &["a", "an", "any", "no", "each", "every", "another", "this", "that"]),
            Relation::Nummod | Relation::NmodPoss | Relation::Amod => !child.capital(),
            _ => false,
        }
    });
    let letters = token.read().chars().all(char::is_alphabetic);
    let the = letters && first > 0 && sheet.is(first - 1, "the") && token.relation != Relation::Compound;
    if kind || !(token.upos == Upos::Propn || the || letters && token.relation == Relation::Nsubj) {
        return None;
    }
    let mut last = first + 1;
    let goes_on = |at: usize| {
        let next = sheet.token(at);
        next.capital()
            && next.upos == Upos::Propn
            && sheet.spaced(at)
            && next.relation != Relation::Flat
            && person::name_word(sheet, at)
            && !sheet.listed(at, Class::GivenName)
            && sheet.entries(at, Class::NameHead).next().is_none()
    };
    while length > 2 && last < limit && goes_on(last) {
        last += 1;
    }
    // What the letters stand before must be one noun with them.
    let top = super::evidence::top(sheet, first, last);
    Some(if top == Some(last - 1) { last } else { first + 1 })
}

/// Where the run of capitalised words that begins here ends.
fn capitals(sheet: &Sheet<'_>, first: usize, limit: usize) -> usize {
    let (mut at, limit) = (first, limit.min(first + LONGEST));
    while at < limit && sheet.token(at).capital() && !sheet.token(at).clitic && (at == first || !sheet.common(at, Some("function"))) {
        at += 1;
        if at + 1 < limit && sheet.token(at).hyphen() && !sheet.spaced(at) && !sheet.spaced(at + 1) && sheet.token(at + 1).capital() {
            at += 2;
        }
    }
    at
}

/// "North Melbourne", "Old Goa": a place of the lists with a word before it that tells a part of it, where no further name goes on.
fn part_of_place(sheet: &Sheet<'_>, first: usize, last: usize) -> Option<(usize, Noun)> {
    if !sheet.is_any(first, PARTS) || sheet.token(first).all_capitals() {
        return None;
    }
    let place = [Class::Place, Class::Country].iter().find_map(|c| sheet.longest(first + 1, *c).map(|(l, e)| (*c, l, e)));
    let (class, _, entry) = place.filter(|(_, l, e)| *l == last && !matches!(e.cell(2), "adjective" | "demonym" | "demonym-plural"))?;
    let mut noun = Noun::listed(class, &entry, first, last);
    noun.why.rule = "name-part-of-place".into();
    noun.sort = "region".into();
    Some((last, noun))
}

/// The head of a run of capitals that says what it names, and where the name ends.
fn headed<'a>(sheet: &'a Sheet<'_>, first: usize, last: usize, limit: usize) -> Option<(MentionKind, cubaru_lexicon::Entry<'a>, usize)> {
    let kind = |entry: &cubaru_lexicon::Entry<'_>| if entry.cell(1) == "LOC" { MentionKind::Loc } else { MentionKind::Nom };
    // First word: "Lake X", "Mount X", "Gulf of X", "Highway 61".
    if let Some((end, entry)) = sheet.entries(first, Class::NameHead).find(|(_, e)| e.cell(2) == "before") {
        let of = usize::from(sheet.is(end, "of"));
        let run = capitals(sheet, end + of, limit);
        if run > end + of && !sheet.begins(first) || run > end && sheet.spaced(end) {
            return Some((kind(&entry), entry, run.max(end)));
        }
        if entry.cell(1) == "LOC" && end < limit && sheet.token(end).kind == TokenKind::Number && sheet.spaced(end) {
            return Some((MentionKind::Loc, entry, end + 1));
        }
    }
    let (at, entry) = (first + 1..last)
        .filter_map(|i| sheet.longest(i, Class::NameHead).filter(|(l, e)| *l <= last && e.cell(2) == "after"))
        .next_back()?;
    // A post goes on behind the name: "Riverside County Sheriff".
    (at == last || sheet.entries(at, Class::Post).next().is_some()).then(|| (kind(&entry), entry, at))
}

fn roman(word: &str) -> bool {
    word.chars().all(|c| "IVXLC".contains(c))
}
