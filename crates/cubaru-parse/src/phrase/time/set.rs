//! What recurs: `every Tuesday`, `annual`, `$3 billion a year`, `twice a week`.

use super::{
    Meaning, Reading,
    word::{article, before, cardinal, is_name, list, miss, ordinal, unit, units},
};
use crate::{
    input::{Phrase, Tokens, one_of, word},
    label::{Upos, Xpos},
    parsed::TokenKind,
    when::Grain,
};
use cubaru_lexicon::Entry;
use nom::{
    Parser,
    branch::alt,
    combinator::{map_opt, opt},
    sequence::preceded,
};

pub(super) fn set(input: Tokens<'_>) -> Phrase<'_, Reading> {
    let every = every.map(|v| Reading::new(Meaning::Set(v), "time-every"));
    let per = per.map(|v| Reading::new(Meaning::Set(v), "time-per"));
    let habit = habit.map(|v| Reading::new(Meaning::Set(v), "time-habit"));
    alt((every, per, habit)).parse(input)
}

/// TIMEX3's value for a period.
fn period(count: u64, grain: Grain) -> String {
    let date = |letter| format!("P{count}{letter}");
    match grain {
        Grain::Second => format!("PT{count}S"),
        Grain::Minute => format!("PT{count}M"),
        Grain::Hour => format!("PT{count}H"),
        Grain::Day => date('D'),
        Grain::Week => date('W'),
        Grain::Fortnight => format!("P{}W", count.saturating_mul(2)),
        Grain::Month => date('M'),
        Grain::Quarter => format!("P{}M", count.saturating_mul(3)),
        Grain::Year => date('Y'),
        Grain::Decade => format!("P{}Y", count.saturating_mul(10)),
        Grain::Century => format!("P{}Y", count.saturating_mul(100)),
        Grain::Millennium => format!("P{}Y", count.saturating_mul(1000)),
    }
}

/// A name that comes back, as TIMEX3 writes it without its year.
fn name(input: Tokens<'_>) -> Phrase<'_, String> {
    let weekday = map_opt(list(&["weekday"]), |e| Some(format!("XXXX-WXX-{}", e.cell(2))));
    let month = map_opt(list(&["month", "month-weak"]), |e| Some(format!("XXXX-{:0>2}", e.cell(2))));
    let season = map_opt(list(&["season", "season-weak"]), |e| Some(format!("XXXX-{}", e.cell(2))));
    let part = map_opt(list(&["day-part"]), |e| Some(format!("XXXX-XX-XXT{}", e.cell(2))));
    let weekend = map_opt(list(&["weekend"]), |_| Some("XXXX-WXX-WE".to_string()));
    alt((weekday, month, season, part, weekend)).parse(input)
}

/// `every Tuesday`, `each year`, `every two weeks`, `every other day`, `every third month`
fn every(input: Tokens<'_>) -> Phrase<'_, String> {
    let (rest, _) = alt((one_of(&["every"]), one_of(&["each"]))).parse(input)?;
    let (rest, _) = opt(one_of(&["single"])).parse(rest)?;
    let other = (word("other"), unit).map(|(_, g)| period(2, g));
    let counted = map_opt((cardinal, units), |(n, g)| Some(period(n.integer()?, g)));
    let nth = (ordinal, unit).map(|(n, g)| period(n, g));
    let few = (one_of(&["few", "several"]), units).map(|(_, g)| period(1, g).replace('1', "X"));
    alt((other, counted, nth, few, name, unit.map(|g| period(1, g)))).parse(rest)
}

/// `a year` behind an amount, `per day`, `twice a week`
fn per(input: Tokens<'_>) -> Phrase<'_, String> {
    let times = alt((one_of(&["twice", "once"]).map(|_| ()), (cardinal, one_of(&["times"])).map(|_| ())));
    let (rest, often) = opt(times).parse(input)?;
    let (rest, strong) = alt((word("per").map(|_| true), one_of(&["each", "every"]).map(|_| true), article.map(|_| false))).parse(rest)?;
    let (rest, grain) = unit(rest)?;
    let amount = strong && often.is_none() && before(input) != "as" || often.is_some() || rated(input);
    if amount { Ok((rest, period(1, grain))) } else { miss(input) }
}

/// Whether an amount stands before `a year`: money, a share, a counted plural.
fn rated(input: Tokens<'_>) -> bool {
    let sheet = input.sheet;
    let first = sheet.sentence_of(input.first).map_or(input.first, |s| s.first_token as usize);
    let from = first.max(input.first.saturating_sub(4));
    let near = &sheet.tokens[from..input.first];
    let Some(last) = near.last() else { return false };
    if matches!(last.read(), "%" | "percent" | "times" | "twice" | "once") || last.kind == TokenKind::Number {
        return true;
    }
    let dollars = near.iter().any(|t| t.kind == TokenKind::Symbol);
    let plural = last.read().len() > 3 && last.read().ends_with('s') && last.kind == TokenKind::Word;
    let number = (from..input.first).any(|i| sheet.figures.cardinal(i).is_some());
    let words = near.iter().all(|t| t.kind != TokenKind::Punctuation || t.read() == "-");
    let scale = matches!(last.read(), "million" | "billion" | "trillion" | "thousand" | "hundred");
    words && (number && (dollars || plural) || scale)
}

/// Whether the word names a newspaper: `the daily Granma`, `a conservative weekly in Lima`.
fn is_paper(input: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let sheet = input.sheet;
    if one_of(&["daily", "weekly", "monthly", "fortnightly"])(input).is_err() {
        return false;
    }
    let end = sheet.sentence_of(input.first).map_or(rest.last, |s| s.last_token as usize);
    let behind = (rest.first..end).find(|i| !is_name(sheet.token(*i).read())).unwrap_or(end);
    if behind > rest.first {
        // "the daily State Department briefing"
        return behind == end || sheet.word(behind).upos != Upos::Noun;
    }
    matches!(sheet.word(input.first).xpos, Xpos::Nn | Xpos::Nnp)
}

/// `daily`, `annual`, `Tuesdays`, `weekends`, `weekend mornings`
fn habit(input: Tokens<'_>) -> Phrase<'_, String> {
    let listed = |input| {
        let (rest, e) = list(&["set"])(input)?;
        if is_paper(input, rest) { miss(input) } else { Ok((rest, e.cell(2).to_string())) }
    };
    let weekdays = list(&["weekdays"]).map(|e: Entry<'_>| format!("XXXX-WXX-{}", e.cell(2)));
    let weekends = list(&["weekends"]).map(|_| "XXXX-WXX-WE".to_string());
    let nights = preceded(opt(list(&["weekday", "weekend"])), list(&["day-parts"]));
    let nights = nights.map(|e: Entry<'_>| format!("XXXX-XX-XXT{}", e.cell(2)));
    alt((listed, weekdays, weekends, nights)).parse(input)
}
