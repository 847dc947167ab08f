//! Posts: "former Cuban Interior Minister", "the president of the Duma", "EU foreign policy chief".

use super::{
    noun::{PostPhrase, of_many},
    scan::Known,
};
use crate::{
    input::{Phrase, Tokens, entry, one_of, ranged, token},
    label::{Upos, Xpos},
    language::Class,
    parsed::TokenKind,
    why::Why,
};
use nom::{Parser, branch::alt, combinator::opt, multi::many0, sequence::preceded};

/// Words that may stand between a country or body and the head of a post: "EU *foreign policy* chief".
const LONGEST_MODIFIER: usize = 4;

/// A country or a body before a post, with its country.
struct Owner {
    range: (usize, usize),
    country: Option<String>,
    /// Whether it is the country itself, and no body of it.
    state: bool,
}

/// A post with what stands before and after it: `[then] [article] [former] [country] [modifiers] POST [of BODY]`.
pub(crate) fn post<'a>(known: &Known, input: Tokens<'a>) -> Phrase<'a, PostPhrase> {
    let from = input.first;
    let before = |input| {
        let mark = alt((word("former").map(|_| (true, false)), word("acting").map(|_| (false, true)), plain.map(|_| (false, false))));
        let dash = opt(token(|t| t.hyphen()));
        many0((mark, dash).map(|(m, _)| m)).parse(input)
    };
    let (rest, (first, _, early, owner, late)) = (before, opt(determiner), before, opt(owner), before).parse(input)?;
    let (rest, ((start, _), (own, sector, sort, listed))) = ranged(core).parse(rest)?;
    let rest = fields(own, suffix(rest));
    let core = (own, rest.first);
    let (former, acting) = first.iter().chain(&early).chain(&late).fold((false, false), |(f, a), (x, y)| (f | x, a | y));
    let mut body = owner.as_ref().map(|o| o.range);
    let mut state = owner.as_ref().is_some_and(|o| o.state);
    let mut country = owner.and_then(|o| o.country);
    if own > start {
        body = Some((body.map_or(start, |b| b.0), own));
    }
    let (rest, of) = opt(|i| of_body(known, i)).parse(rest)?;
    // Where an envoy is sent is no body.
    let sent = sent_for(rest.sheet, core);
    if let Some(of) = of.filter(|_| !sent) {
        country = of.country.or(country);
        state = of.state;
        body = Some(body.map_or(of.range, |b| if b.1 == core.0 && own == start { of.range } else { b }));
    }
    let sheet = rest.sheet;
    // The leader of a country governs, that of a party does not.
    let rules = state && sheet.entries(core.0, Class::PostWord).any(|(last, e)| last == core.1 && e.cell(1) == "ruling");
    let sector = if rules && sector.is_empty() { "GOV".into() } else { sector };
    // Of "ministers of state" the word that the others hang on tells.
    let outside = |t: &usize| sheet.token(*t).head.is_none_or(|h| !(core.0..core.1).contains(&(h as usize)));
    let head = (core.0..core.1).find(outside).unwrap_or(core.1 - 1);
    let plural = matches!(sheet.token(head).xpos, Xpos::Nns | Xpos::Nnps);
    let post = PostPhrase {
        first: core.0,
        last: core.1,
        from,
        to: rest.first,
        body,
        country,
        sector: Some(sector).filter(|s| !s.is_empty()),
        sort,
        // "ex-president" is one word.
        former: former || sheet.token(core.0).read().to_lowercase().starts_with("ex-"),
        acting,
        plural,
        why: Why { rule: "post".into(), entries: vec![listed] },
    };
    Ok((rest, post))
}

fn determiner(input: Tokens<'_>) -> Phrase<'_, ()> {
    token(|t| t.determiner()).map(|_| ()).parse(input)
}

/// A word of the list `post-words` of one kind.
fn word<'a>(kind: &'static str) -> impl Fn(Tokens<'a>) -> Phrase<'a, ()> {
    move |input| entry(Class::PostWord, |e| e.cell(1) == kind).map(|_| ()).parse(input)
}

/// A word such as "new" or "senior", unless a name begins with it: "New Jersey".
fn plain(input: Tokens<'_>) -> Phrase<'_, ()> {
    let sheet = input.sheet;
    let named = [Class::Place, Class::Country, Class::Body].iter().any(|c| sheet.longest(input.first, *c).is_some());
    // "senior fellow" is a post of its own.
    let own = sheet.entries(input.first, Class::Post).any(|(last, e)| last > input.first + 1 && e.cell(2) == "post");
    word("plain").parse(input).and_then(|out| if named || own { nom::combinator::fail().parse(input) } else { Ok(out) })
}

/// A country, nationality or body that owns the post: "Cuban", "Britain's", "U.S.", "State Duma", "EU".
fn owner<'a>(input: Tokens<'a>) -> Phrase<'a, Owner> {
    // The longest name of any list: "European Commission" before "European".
    let listed = |input: Tokens<'a>| {
        let classes = [Class::Body, Class::Country, Class::Place, Class::People, Class::Seat];
        let found = classes.iter().filter_map(|c| entry(*c, |_| true).parse(input).ok());
        found.max_by_key(|(rest, _)| rest.first).ok_or(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Alt)))
    };
    let (rest, ((first, last), found)) = ranged(listed).parse(input)?;
    // A name that itself is a post's first word ("General" in "General Electric") is decided by what follows.
    let country = match found.list() {
        "bodies" | "seats" => Some(found.cell(1)).filter(|c| c.len() > 3 && !of_many(c)).map(|c| c[..3].to_string()),
        _ => Some(found.cell(1).to_string()).filter(|c| !c.is_empty()),
    };
    let (rest, _) = opt(alt((one_of(&["'s", "'", "’"]), token(|t| t.hyphen())))).parse(rest)?;
    Ok((rest, Owner { range: (first, last), country, state: found.list() == "countries" }))
}

fn sent_for(sheet: &crate::input::Sheet<'_>, core: (usize, usize)) -> bool {
    sheet.is(core.1, "for") && sheet.entries(core.1 - 1, Class::PostWord).any(|(last, e)| last == core.1 && e.cell(1) == "sent")
}

/// What says of a post that its holder has yet to take it: "-designate".
fn suffix(input: Tokens<'_>) -> Tokens<'_> {
    (token(|t| t.hyphen()), word("suffix")).parse(input).map_or(input, |(rest, _)| rest)
}

/// The fields behind a minister: "of the interior", "for trade, industry and tourism".
fn fields(own: usize, input: Tokens<'_>) -> Tokens<'_> {
    let sheet = input.sheet;
    let takes = input.first > own && sheet.entries(input.first - 1, Class::PostWord).any(|(_, e)| e.cell(1) == "field-head");
    let one = (opt(determiner), word("field")).map(|_| ());
    let joint = alt((one_of(&["and", "&"]), (one_of(&[","]), one_of(&["and"])).map(|(_, and)| and))).map(|_| ());
    let commas = many0((one_of(&[","]), word("field")).map(|_| ()));
    let last = (joint, opt(determiner), word("field")).map(|_| ());
    let more = opt((commas, last));
    // "secretary of the Security Council": a body and no field.
    let body = |end: usize| {
        sheet.longest(end, Class::BodyHead).is_some() && sheet.token(end).capital()
            || (input.first..end).any(|i| sheet.longest(i, Class::Body).is_some_and(|(last, _)| last > end))
    };
    let found = (one_of(&["of", "for"]), one, more).parse(input);
    found.ok().filter(|(rest, _)| takes && !body(rest.first)).map_or(input, |(rest, _)| rest)
}

/// The post's own words begin at a token; with its sector, its sort and its list entry. Before them a body may stand: "foreign ministry
/// *spokesman*".
fn core(input: Tokens<'_>) -> Phrase<'_, (usize, String, String, String)> {
    let sheet = input.sheet;
    let found = |own: usize, e: &cubaru_lexicon::Entry<'_>| {
        (own, e.cell(1).to_string(), e.cell(2).to_string(), format!("{}#{}", e.list(), e.form()))
    };
    // Words of the field first, if the post's head takes any: the longest run wins.
    let mut best = entry(Class::Post, |_| true).parse(input).map(|(rest, e)| (rest, found(input.first, &e)));
    for skip in 1..=LONGEST_MODIFIER.min(input.last.saturating_sub(input.first)) {
        let at = input.first + skip;
        let before = sheet.token(at - 1);
        // Behind a name another post begins: "the diplomat Wang Yi and deputy minister …".
        if sheet.is_any(at - 1, &["and", "&"]) && best.as_ref().is_ok_and(|(end, _)| end.first == at - 1) {
            break;
        }
        let same = |i: usize| sheet.token(i).capital() == sheet.token(input.first).capital();
        // "Hillary Clinton and Senator …"
        let person = before.capital() && sheet.listed(at - 1, Class::GivenName);
        let modifies = matches!(before.kind, TokenKind::Word)
            && !person
            && !sheet.common(at - 1, Some("function"))
            && !before.read().starts_with('\'')
            && (before.capital() || !sheet.token(input.first).capital() || sheet.begins(input.first))
            && !sheet.listed(at - 1, Class::Abbreviation)
            && !sheet.temporal(at - 1)
            && !sheet
                .entries(at - 1, Class::PostWord)
                .any(|(last, e)| last == at && matches!(e.cell(1), "former" | "acting" | "plain" | "taking"))
            && !sheet.language.inflection().irregular(&before.read().to_lowercase())
            || (skip > 1 && (before.hyphen() || sheet.is_any(at - 1, &["and", "&"]) && same(at - 2)));
        if !modifies || at >= input.last {
            break;
        }
        let rest = Tokens { first: at, ..input };
        if let Ok((end, e)) = entry(Class::Post, |_| true).parse(rest) {
            let head = sheet.entries(end.first - 1, Class::PostWord).any(|(last, e)| last == end.first && e.cell(1) == "head");
            // What joins a body's noun to the post is the body's: "foreign ministry *spokesman*".
            let organ = |e: &cubaru_lexicon::Entry<'_>| matches!(e.cell(1), "GOV" | "LEG" | "JUD" | "MIL" | "COP" | "PTY" | "BUS" | "SPY");
            let chamber = |e: &cubaru_lexicon::Entry<'_>| {
                matches!(e.cell(2), "legislature" | "court" | "army" | "police" | "ministry" | "party" | "bank")
            };
            let bodied = sheet.entries(at - 1, Class::BodyHead).any(|(last, e)| last == at && chamber(&e))
                || sheet.entries(at - 1, Class::Agent).any(|(last, e)| last == at && organ(&e));
            let same_case = sheet.token(input.first).capital() == sheet.token(end.first - 1).capital();
            let same_case = same_case || bodied && sheet.begins(input.first);
            let longer = best.as_ref().is_ok_and(|(b, _)| end.first > b.first);
            let verb = super::verb::past(sheet, input.first) || (input.first..at).any(|i| super::verb::past(sheet, i));
            if head && same_case && (best.is_err() || longer) && matches!(e.cell(2), "post" | "job") && !verb {
                best = Ok((end, found(if bodied { at } else { input.first }, &e)));
            }
        }
    }
    best
}

/// "of the Duma", "for the Odesa regional administration", "of state oil firm Rosneft".
fn of_body<'a>(known: &Known, input: Tokens<'a>) -> Phrase<'a, Owner> {
    let (rest, _) = one_of(&["of", "for", "at"]).parse(input)?;
    let (rest, _) = opt(determiner).parse(rest)?;
    let sheet = rest.sheet;
    let first = rest.first;
    let mut at = first;
    // Lower-case words up to a name ("state oil firm Rosneft"), or a run of small words that ends the phrase ("regional administration").
    let mut named = None;
    while at < rest.last && at < first + 7 {
        let token = sheet.token(at);
        // "the spokesman for President X": a person is no body.
        let found = super::name::at(known, sheet, at, rest.last);
        let person = found.as_ref().is_some_and(|(last, n)| {
            let goes_on = matches!(sheet.token(*last).upos, Upos::Noun | Upos::Propn | Upos::Part);
            n.kind == crate::parsed::MentionKind::Per && !n.weak && !goes_on
        });
        if at == first && (person || found.is_none() && token.capital() && sheet.longest(at, Class::Post).is_some()) {
            break;
        }
        if let Some((last, found)) = found {
            named = Some(found);
            at = last;
            let joins = sheet.is_any(at, &["of", "for", "and", "'s", "’s"])
                && sheet.tokens.get(at + 1).is_some_and(|t| t.capital() || sheet.is(at + 1, "the"));
            if sheet.is(at, "'s") || (joins && sheet.is(at, "of")) || sheet.tokens.get(at).is_some_and(|t| t.hyphen() && !sheet.spaced(at))
            {
                at += 1;
                continue;
            }
            // A nationality, and a place before small words, go on to their noun: "the Odesa regional *administration*".
            let noun_follows = || {
                let small = |i: &usize| {
                    sheet.token(*i).kind == TokenKind::Word && !sheet.token(*i).capital() && !sheet.common(*i, Some("function"))
                };
                let area = |i: usize| sheet.entries(i, Class::PostWord).any(|(_, e)| e.cell(1) == "area");
                (at..rest.last.min(at + 3)).take_while(small).any(|i| sheet.longest(i, Class::Agent).is_some() || area(i))
            };
            // "Greenpeace Russia": a body's own branch.
            let branch = named.as_ref().filter(|n| n.kind == crate::parsed::MentionKind::Org);
            if branch.is_some()
                && let Some((last, e)) = sheet.longest(at, Class::Country).filter(|(l, e)| *l <= rest.last && e.cell(2) != "adjective")
                && sheet.spaced(at)
            {
                at = last;
                if let Some(n) = &mut named {
                    n.country = Some(e.cell(1).to_string());
                }
                break;
            }
            if named.as_ref().is_some_and(|n| n.kind == crate::parsed::MentionKind::Norp) || noun_follows() {
                continue;
            }
            break;
        }
        let small = matches!(token.kind, TokenKind::Word) && !sheet.common(at, Some("function")) && !super::verb::past(sheet, at);
        let joint = at > first
            && (token.hyphen() && !sheet.spaced(at)
                || sheet.is_any(at, &["of", "and"]) && sheet.tokens.get(at + 1).is_some_and(|t| t.capital()));
        if !(small || joint) {
            break;
        }
        at += 1;
    }
    while at > first
        && (sheet.token(at - 1).kind != TokenKind::Word && sheet.token(at - 1).kind != TokenKind::Number
            || sheet.is_any(at - 1, &["'s", "of", "and", "for"]))
    {
        at -= 1;
    }
    if at == first {
        return preceded(nom::combinator::fail::<_, (), _>(), nom::combinator::fail()).parse(rest);
    }
    let state = named.as_ref().is_some_and(|n| n.why.rule == "name-country" && n.last == at);
    let country = named.and_then(|n| n.country);
    Ok((Tokens { first: at, ..rest }, Owner { range: (first, at), country, state }))
}
