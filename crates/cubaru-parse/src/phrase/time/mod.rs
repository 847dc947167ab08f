//! Time expressions: what the words say, before it is known what day it was.
//!
//! Each grammar reads at one token; the longest reading wins, the first of equals. Discourse resolves them.

mod calendar;
mod clock;
mod date;
mod further;
mod length;
mod name;
mod relative;
mod set;
mod word;

use crate::{
    input::{Phrase, Sheet, Tokens},
    language::Class,
    lexical::{CalendarDate, Clock, Decimal},
    marks::Found,
    parsed::{PartKind, TokenKind},
    when::{DayPart, Grain, Season},
};

/// A time expression: its tokens and what they say.
#[derive(Debug, Clone)]
pub(crate) struct Expression {
    /// Index of its first token.
    pub first: u32,
    /// Index after its last token.
    pub last: u32,
    /// Index after the last token that is only time: the name of a period ("two years after the fall of the Soviet Union") holds other names.
    pub own: u32,
    pub meaning: Meaning,
    pub modifier: Option<Modifier>,
    /// The id of the rule that read it.
    pub rule: &'static str,
    /// The rows of the list entries in it.
    pub entries: Vec<u32>,
}

/// What an expression says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Meaning {
    /// A place on the calendar.
    At(Point),
    /// From one place to another, and which end these words say; none where they say both.
    Between(Point, Point, Option<End>),
    /// A length.
    Length(Length),
    /// A length that ends or begins now, or with what was told before: `the past two months`.
    Window(Length, Toward),
    /// Something that recurs: TIMEX3's value for it.
    Set(String),
    /// `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`
    Reference(String),
}

/// A place on the calendar, as far as the words fix it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Point {
    /// A date, whose year may be missing.
    Date(CalendarDate),
    /// A whole decade, by its first three digits.
    Decade(i32),
    /// A whole century, by its first two digits.
    Century(i32),
    /// Something that comes back each year or week: `March`, `last Tuesday`.
    Named(Name, Toward),
    /// A unit, so many units away: `last week`, `the following year`.
    Unit(Grain, Toward),
    /// A length away: `two weeks ago`, `a year earlier`, `two days after Christmas`.
    Away(Length, bool, Box<Origin>),
    /// A named part of a larger stretch: `the third quarter of 1999`.
    In(Name, Box<Point>),
    /// The nth (from the end, where negative) unit or weekday of a larger stretch: `the first week of May`.
    Nth(i64, Piece, Box<Point>),
    /// A unit that ends on a day: `the quarter ended Sept. 30`.
    Ending(Grain, Box<Point>),
    /// The row of a period or an event in the list of those that have a name: `the Cold War`.
    Period(u32),
    /// A part of a day.
    Part(Box<Point>, DayPart),
    /// A time of a day.
    At(Box<Point>, Clock),
}

/// An end of a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    First,
    Last,
}

/// Where a distance is measured from.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Origin {
    /// The day of writing.
    Now,
    /// What was told before.
    Told,
    /// A place on the calendar.
    Point(Point),
    /// An event: only its own date could tell.
    Event,
}

/// What comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Name {
    Month(u32),
    /// A day of a month.
    MonthDay(u32, u32),
    Weekday(u32),
    Season(Season),
    Quarter(u32),
    Half(u32),
    Weekend,
    /// The row of a feast in the list of time words.
    Feast(u32),
}

/// What is counted inside a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece {
    Unit(Grain),
    Weekday(u32),
}

/// On which side of now, or of what was told before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Toward {
    /// The words leave it open: the verb's tense decides.
    Open,
    /// Before now: `last`.
    Last,
    /// Around now: `this`.
    This,
    /// After now: `next`.
    Next,
    /// Before what was told: `the previous`.
    Previous,
    /// What was told: `that`, `the same`.
    Same,
    /// After what was told: `the following`.
    Following,
    /// The last that is over: `the latest`.
    Latest,
    /// What was told, or what is now: `the year`.
    Running,
    /// A year before what was told: `the year-earlier quarter`.
    YearBefore,
}

/// A length: a count of units, and perhaps a smaller one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Length {
    /// None where the words leave it open: `several`.
    pub count: Option<Decimal>,
    pub grain: Grain,
    /// `two years and three months`
    pub and: Option<(Decimal, Grain)>,
}

/// TIMEX3's mod, with two finer ones of our own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Modifier {
    Approx,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
    Start,
    Mid,
    End,
    /// The part of a stretch before now: `earlier this year`.
    Earlier,
    /// The part of a stretch after now: `later this year`.
    Later,
    Before,
    After,
    OnOrAfter,
}

impl Modifier {
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "APPROX" => Self::Approx,
            "LESS_THAN" => Self::LessThan,
            "MORE_THAN" => Self::MoreThan,
            "EQUAL_OR_LESS" => Self::EqualOrLess,
            "EQUAL_OR_MORE" => Self::EqualOrMore,
            "START" => Self::Start,
            "MID" => Self::Mid,
            "END" => Self::End,
            "EARLIER" => Self::Earlier,
            "LATER" => Self::Later,
            "BEFORE" => Self::Before,
            _ => return None,
        })
    }

    /// TIMEX3's code.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Approx => "APPROX",
            Self::LessThan => "LESS_THAN",
            Self::MoreThan => "MORE_THAN",
            Self::EqualOrLess => "EQUAL_OR_LESS",
            Self::EqualOrMore => "EQUAL_OR_MORE",
            Self::Start | Self::Earlier => "START",
            Self::Mid => "MID",
            Self::End | Self::Later => "END",
            Self::Before => "BEFORE",
            Self::After => "AFTER",
            Self::OnOrAfter => "ON_OR_AFTER",
        }
    }
}

/// What a grammar gives.
#[derive(Debug, Clone, PartialEq)]
struct Reading {
    meaning: Meaning,
    modifier: Option<Modifier>,
    rule: &'static str,
}

impl Reading {
    fn new(meaning: Meaning, rule: &'static str) -> Self {
        Self { meaning, modifier: None, rule }
    }

    fn at(point: Point, rule: &'static str) -> Self {
        Self::new(Meaning::At(point), rule)
    }

    fn with(self, modifier: Option<Modifier>) -> Self {
        Self { modifier: modifier.or(self.modifier), ..self }
    }
}

/// No expression is longer, in tokens. The bound keeps nested ones (`two days before two days before …`) from costing more than their length.
const WIDEST: usize = 20;

/// All time expressions, in order; none overlaps another, none runs over a sentence.
pub(crate) fn times(sheet: &Sheet) -> Vec<Expression> {
    let mut out = Vec::new();
    for sentence in sheet.sentences {
        let (mut first, end) = (sentence.first_token as usize, sentence.last_token as usize);
        while first < end {
            match longest(sheet.tokens(first, end.min(first + WIDEST))) {
                Some((last, Reading { meaning: Meaning::Between(a, b, _), modifier, rule })) => {
                    // TIMEX3 marks the two ends; each knows the whole.
                    let dash = (first + 1..last).find(|i| matches!(sheet.tokens[*i].read(), "-" | "–" | "\u{2011}" | "to"));
                    let ends =
                        dash.map_or(vec![(first, last, None)], |d| vec![(first, d, Some(End::First)), (d + 1, last, Some(End::Last))]);
                    for (first, last, end) in ends {
                        let meaning = Meaning::Between(a.clone(), b.clone(), end);
                        out.push(expression(sheet, first, last, Reading { meaning, modifier, rule }));
                    }
                    first = last;
                }
                Some((last, reading)) => {
                    let more = further::days(sheet, last, end, &reading.meaning);
                    out.push(expression(sheet, first, last, reading));
                    first = more.last().map_or(last, |e| e.last as usize);
                    out.extend(more);
                }
                None => first += 1,
            }
        }
    }
    further::years(sheet, &mut out);
    out
}

fn expression(sheet: &Sheet, first: usize, last: usize, Reading { meaning, modifier, rule }: Reading) -> Expression {
    let entries = entries(sheet, first, last);
    let own = (first..last).find(|i| sheet.entries(*i, Class::Period).any(|(end, _)| end <= last)).unwrap_or(last);
    Expression { first: first as u32, last: last as u32, own: own as u32, meaning, modifier, rule, entries }
}

fn longest(input: Tokens<'_>) -> Option<(usize, Reading)> {
    let grammars: [fn(Tokens<'_>) -> Phrase<'_, Reading>; 6] =
        [calendar::calendar, clock::clock, relative::relative, set::set, length::length, word::reference];
    if !word::can_begin(input) {
        return None;
    }
    let mut best: Option<(usize, Reading)> = None;
    for grammar in grammars {
        if let Ok((rest, reading)) = grammar(input)
            && best.as_ref().is_none_or(|(last, _)| rest.first > *last)
        {
            best = Some((rest.first, reading));
        }
    }
    best.filter(|(last, reading)| *last > input.first && !is_title(input.sheet, input.first, *last, reading))
}

/// Whether a reading is a title in capitals, of a broadcast or a paper: `ABC's "This Week"`, `USA Today`.
fn is_title(sheet: &Sheet, first: usize, last: usize, reading: &Reading) -> bool {
    match reading.meaning {
        Meaning::At(Point::Unit(..)) => {}
        // A title of this kind fills its marks: '60 Minutes', not '57 Days of Hell'.
        Meaning::Length(_) if sheet.closing(sheet.token(last).end).is_some() || !sheet.quoted(first) => {}
        _ => return false,
    }
    let capital = |i: usize| word::is_name(sheet.token(i).read()) || sheet.token(i).kind == TokenKind::Number;
    let body = sheet.sentence_of(first).filter(|s| s.part == PartKind::Body);
    let Some(sentence) = body.filter(|_| (first..last).all(capital) && word::is_name(sheet.token(last - 1).read())) else {
        return false;
    };
    let within = first > sentence.first_token as usize && capital(first - 1);
    // Other words of the sentence are not in capitals for its sake.
    let calm = (sentence.first_token..sentence.last_token).any(|i| sheet.token(i as usize).read().starts_with(char::is_lowercase));
    calm && (last > first + 1 || within)
}

/// The longest entries of the lists of time and number words that stand in a run of tokens.
fn entries(sheet: &Sheet, first: usize, last: usize) -> Vec<u32> {
    let mut out = Vec::new();
    let mut at = first;
    while at < last {
        let found = sheet.marks.at(at).iter().filter(|m| m.last as usize <= last);
        let found = found.filter_map(|m| match m.found {
            Found::Entry(Class::TimeWord | Class::NumberWord | Class::Period, row) => Some((m.last as usize, row)),
            _ => None,
        });
        match found.max_by_key(|(end, row)| (*end, std::cmp::Reverse(*row))) {
            Some((end, row)) => {
                out.push(row);
                at = end;
            }
            None => at += 1,
        }
    }
    out
}
