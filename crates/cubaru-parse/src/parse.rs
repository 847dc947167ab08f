//! The way through the floors, from bottom to top.

use crate::{
    diagnostic::Diagnostic,
    discourse::{self, Choice, Scales},
    frame::{self, Scene},
    input::Sheet,
    language::{Class, Language},
    lexical,
    marks::{self, Found, Mark, Marks},
    parsed::{Closing, Parsed, PartKind, Quantity, Time, Token, Unread},
    phrase,
    span::{Span, Words},
    syntax, text,
    when::PartialDate,
};

/// Parses a text. Never fails and never panics; `published` is the date of publication, where it is known.
pub fn parse(language: &Language, text: &str, published: Option<PartialDate>) -> Parsed {
    parse_with(language, text, published, Scales { weights: discourse::WEIGHTS, choices: None })
}

/// Each "he" and "she" of a text with those whom it can mean, by the weights given: what weights are fitted on.
pub fn choices(language: &Language, text: &str, weights: &[i32]) -> Vec<Choice> {
    let mut choices = Vec::new();
    parse_with(language, text, None, Scales { weights, choices: Some(&mut choices) });
    choices
}

fn parse_with(language: &Language, text: &str, published: Option<PartialDate>, scales: Scales<'_>) -> Parsed {
    let mut layout = text::layout(language, text);
    let repairs = text::repairs(language, text, &layout);
    syntax::fill(language, &mut layout.tokens, &layout.sentences);
    let marks = marks(language, text, &layout, None);
    let figures = lexical::figures(language, text, &layout.tokens, &layout.sentences, &marks);
    let mut sheet = Sheet::new(text, language, &layout.tokens, &layout.sentences, &layout.quotations, &figures, marks);
    let expressions = phrase::time::times(&sheet);
    let discourse::time::Dated { times, date, diagnostics } = discourse::time::date(&sheet, &expressions, published);
    let counted = lexical::quantities(language, text, &layout.tokens, &layout.sentences, &sheet.marks);
    // A number inside a time expression counts days, not things.
    let counted = counted.into_iter().filter(|(first, last, _)| {
        let at = expressions.partition_point(|e| e.last <= *first);
        expressions.get(at).is_none_or(|e| *last <= e.first) && !figures.is_dated(*first, *last)
    });
    let (places, quantities): (Vec<(u32, u32)>, Vec<Quantity>) = counted.map(|(first, last, q)| ((first, last), q)).unzip();
    let mark = |(i, (first, last)): (usize, (u32, u32)), found: fn(u32) -> Found| Mark { first, last, found: found(i as u32) };
    let timed = expressions.iter().map(|e| (e.first, e.own)).filter(|(first, own)| first < own).enumerate().map(|m| mark(m, Found::Time));
    let counts = places.into_iter().enumerate().map(|m| mark(m, Found::Quantity));
    sheet = sheet.and(counts.chain(timed));
    let mut phrases = phrase::phrases(&sheet);
    discourse::know(&sheet, &mut phrases, date.as_ref());
    let discourse::People { entities, mut mentions } = discourse::people(&sheet, &mut phrases, scales);
    discourse::metonyms(&sheet, &phrases, &mut mentions);
    discourse::nationalities(&sheet, &phrases, &mut mentions);
    let scene = Scene::new(&sheet, &phrases, &mentions, &times);
    let frames = frame::frames(&scene);
    let mut parsed = Parsed {
        date,
        parts: layout.parts,
        paragraphs: layout.paragraphs,
        quotations: Vec::new(),
        repairs,
        quantities,
        times,
        entities,
        mentions,
        offices: frames.offices,
        attributions: frames.attributions,
        events: frames.events,
        unread: Vec::new(),
        diagnostics,
        sentences: Vec::new(),
        tokens: Vec::new(),
    };
    parsed.sentences = layout.sentences;
    parsed.tokens = layout.tokens;
    parsed.quotations = layout.quotations;
    parsed.unread = unread(text, &parsed);
    let open = unpaired(&parsed);
    parsed.diagnostics.extend(open);
    parsed.diagnostics.sort_by_key(|d| d.span);
    parsed
}

/// The time expressions of a text: those of [`parse`], without all that they do not need. A tree is made of a sentence when a rule asks
/// for it.
pub fn times(language: &Language, text: &str, published: Option<PartialDate>) -> Vec<Time> {
    let layout = text::layout(language, text);
    let marks = marks(language, text, &layout, Some(&[Class::TimeWord, Class::NumberWord, Class::Period]));
    let figures = lexical::figures(language, text, &layout.tokens, &layout.sentences, &marks);
    let sheet = Sheet::new(text, language, &layout.tokens, &layout.sentences, &layout.quotations, &figures, marks).bare();
    discourse::time::date(&sheet, &phrase::time::times(&sheet), published).times
}

/// A dateline within a paragraph has no more tokens before its agency.
const DATELINE: usize = 12;

/// Where the places of a sentence's dateline end: "PARIS (Reuters) - …", "LIMA – …".
fn dateline(own: &[Token]) -> Option<usize> {
    let dash = |at: usize| own.get(at).is_some_and(|t| matches!(t.text.as_str(), "-" | "–" | "—"));
    let agency = own.iter().take(DATELINE).position(|t| t.text == "(").filter(|at| *at > 0);
    let closed = |at: &usize| own[*at..].iter().take(5).position(|t| t.text == ")").is_some_and(|i| dash(at + i + 1));
    let loud = |t: &&Token| t.text == "," || t.all_capitals();
    let bare =
        || Some(own.iter().take(DATELINE).take_while(loud).count()).filter(|at| *at > 0 && dash(*at) && own[at - 1].end < own[*at].start);
    agency.filter(closed).or_else(bare)
}

/// The entries of the lists of some classes, or of all, over the tokens.
fn marks(language: &Language, text: &str, layout: &text::Layout, wanted: Option<&[Class]>) -> Marks {
    let mut first = vec![false; layout.tokens.len() + 1];
    layout.sentences.iter().for_each(|s| first[s.first_token as usize] = true);
    let mut shouted = vec![false; layout.tokens.len()];
    for sentence in &layout.sentences {
        let range = sentence.first_token as usize..sentence.last_token as usize;
        let own = &layout.tokens[range.clone()];
        let loud = sentence.part == PartKind::Dateline || !own.iter().any(|t| t.text.chars().any(char::is_lowercase));
        if let Some(at) = dateline(own) {
            shouted[range.start..range.start + at].fill(true);
        }
        if loud {
            shouted[range].fill(true);
        }
    }
    let entries = marks::entries(language, text, &layout.tokens, wanted, |i| first[i], |i| shouted[i]);
    Marks::new(entries, layout.tokens.len())
}

/// A remark on each outer quotation that no mark closes.
fn unpaired(parsed: &Parsed) -> Vec<Diagnostic> {
    let open = parsed.quotations.iter().filter(|q| q.closing == Closing::Missing && q.depth == 0);
    open.map(|q| Diagnostic {
        code: "unpaired-quotation".into(),
        message: "a quotation mark opens here and none closes it".into(),
        hint: "the quotation was taken to end with its paragraph; look whether a mark is missing".into(),
        span: Some(Span { start: q.start, end: q.content.start }),
    })
    .collect()
}

/// The sentences of the running text from which no event, office or attribution was taken.
fn unread(text: &str, parsed: &Parsed) -> Vec<Unread> {
    let mut taken: Vec<Span> = Vec::new();
    taken.extend(parsed.events.iter().flat_map(|e| &e.trigger).map(Words::span));
    taken.extend(parsed.offices.iter().map(|o| o.post.span()));
    taken.extend(parsed.attributions.iter().flat_map(|a| a.cue.iter().chain(&a.content)).map(Words::span));
    taken.sort();
    // The furthest end of all spans up to each, so that one look tells whether any reaches into a sentence.
    let ends: Vec<u32> = taken
        .iter()
        .scan(0, |furthest, s| {
            *furthest = s.end.max(*furthest);
            Some(*furthest)
        })
        .collect();
    let read = |span: Span| {
        let before = taken.partition_point(|s| s.start < span.end);
        before > 0 && ends[before - 1] > span.start
    };
    let sentences = parsed.sentences.iter().filter(|s| matches!(s.part, PartKind::Body | PartKind::AuthorNote | PartKind::Headline));
    let spans = sentences.map(|s| Span { start: s.start, end: s.end });
    spans.filter(|s| !read(*s)).map(|s| Unread { start: s.start, end: s.end, text: s.of(text).into() }).collect()
}
