//! `cubaru explain`: the rules and list entries behind what was read at a place, or why nothing was.

mod find;
mod layers;
mod lists;

use crate::{
    failure::Failure,
    input::{self, Known},
    page::{Colour, Ink, Page, Row, piece},
    quote::{self, Quote, columns},
    read,
    report::{View, count},
};
use clap::{Args, ValueEnum};
use cubaru::{DEFAULT_LIMIT, Document, Language, Reader, Span, Unit};
use std::{
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

const DETAILS: &str = "\
Tell which rules and list entries read a place, or why nothing was read there

Names every value that covers the place (mention, time, office, attribution, event …) with its rule and its list entries as \
file:line, so that a wrong reading leads to the line to correct. Where a floor made nothing of the words it says what it had \
to go by: the tokens, what the word lists hold of them, and whether their sentence is reported unread.";

const EXAMPLES: &str = "\
Examples:
  cubaru explain article.txt --words 'prime minister'
  cubaru explain article.txt --at 1204               as JSON and Python count: code points
  cubaru explain article.txt --at 1300 --unit byte   as Rust and `grep -b` count

Exit codes: 0 told; 1 the file could not be read, or the place is not in it; 2 the command line is wrong.";

/// Tell which rules and list entries read a place, or why nothing was read there
#[derive(Args)]
#[command(long_about = DETAILS, after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The text, UTF-8; `-` is stdin
    file: PathBuf,
    #[command(flatten)]
    place: Place,
    /// What the offset counts
    #[arg(long, value_name = "UNIT", default_value = "code-point", requires = "at")]
    unit: UnitName,
    /// When to write in colour (`auto`: on a terminal, unless NO_COLOR is set)
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    color: Colour,
    /// The width in columns, 40 or more; 0 leaves lines whole
    #[arg(long, value_name = "N", value_parser = read::width)]
    width: Option<usize>,
    /// The longest text taken, in bytes
    #[arg(long, value_name = "BYTES", default_value_t = DEFAULT_LIMIT)]
    limit: usize,
    #[command(flatten)]
    known: Known,
}

#[derive(Args)]
#[group(required = true, multiple = false)]
struct Place {
    /// An offset into the text, counted from 0, in code points unless --unit says otherwise
    #[arg(long, value_name = "OFFSET")]
    at: Option<u32>,
    /// Words of the text; white space, curly quotes and, failing all else, case do not matter
    #[arg(long, value_name = "WORDS")]
    words: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum UnitName {
    /// Unicode code points, as in JSON and Python.
    CodePoint,
    /// Bytes of UTF-8, as in Rust.
    Byte,
    /// UTF-16 units, as in JavaScript.
    Utf16,
}

impl UnitName {
    fn unit(self) -> (Unit, &'static str) {
        match self {
            Self::CodePoint => (Unit::CodePoint, "code points"),
            Self::Byte => (Unit::Byte, "bytes"),
            Self::Utf16 => (Unit::Utf16, "UTF-16 units"),
        }
    }
}

pub(crate) fn run(arguments: Arguments) -> io::Result<bool> {
    let reader = Reader::english().with_limit(arguments.limit);
    let told = input::read(&reader, arguments.limit, &arguments.file, &arguments.known)
        .and_then(|document| places(&arguments, &document).map(|places| (document, places)));
    let (document, places) = match told {
        Ok(told) => told,
        Err(failure) => {
            failure.tell();
            return Ok(false);
        }
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let mut page = Page::stdout(&mut out, arguments.width, arguments.color);
    explain(&mut page, &reader, &arguments.file, &document, &places)?;
    out.flush()?;
    Ok(true)
}

/// Where to look: the first place is explained, the others are named.
fn places(arguments: &Arguments, document: &Document) -> Result<Vec<Span>, Failure> {
    let place = quote::clean(&input::name(&arguments.file));
    let failure = |code, message, hint: String| Failure { place, code, message, hint };
    match (&arguments.place.words, arguments.place.at) {
        (Some(words), _) => {
            let found = find::find(document.text(), words);
            let message = || format!("“{}” does not stand in the text", quote::clean(words));
            let hint = || "give words that follow each other in the text, or an offset (`--at`)".into();
            if found.is_empty() { Err(failure("no-such-words", message(), hint())) } else { Ok(found) }
        }
        (None, at) => {
            let (at, (unit, name)) = (at.unwrap_or_default(), arguments.unit.unit());
            let view = View::new(document);
            let Some(byte) = view.places.byte(at, unit) else {
                let message = format!("offset {at} lies beyond the text, which has {} {name}", view.places.length(unit));
                return Err(failure("no-such-offset", message, format!("offsets count {name} from 0; `--unit` counts otherwise")));
            };
            let token = document.tokens().iter().map(|t| t.span()).find(|s| s.start <= byte && byte < s.end);
            Ok(vec![token.unwrap_or(Span { start: byte, end: byte })])
        }
    }
}

fn explain(page: &mut Page, reader: &Reader, file: &Path, document: &Document, places: &[Span]) -> io::Result<()> {
    let view = View::new(document);
    let Some((focus, others)) = places.split_first() else { return Ok(()) };
    let focus = *focus;
    let place = format!("{}:{}", input::name(file), view.places.show(focus.start));
    let words = if focus.is_empty() { "between words".into() } else { format!("“{}”", document.words(focus)) };
    page.row(Row { fact: vec![piece(place, Ink::Bold), piece(words, Ink::Bold)], ..Row::default() })?;
    page.paragraph(0, vec![piece(whereabouts(&view, focus), Ink::Faint)])?;
    if !others.is_empty() {
        let shown: Vec<String> = others.iter().take(8).map(|s| view.places.points(s.start).to_string()).collect();
        let more = if others.len() > shown.len() { " …" } else { "" };
        let text = format!("also at {}: `--at` {}{more}", count(others.len(), "more place"), shown.join(", "));
        page.paragraph(0, vec![piece(text, Ink::Faint)])?;
    }
    page.gap()?;
    page.row(Row { indent: 2, quote: Some(view.sentence(focus)), ..Row::default() })?;
    let values = layers::values(&view, focus);
    readings(page, &view, reader.language(), &values)?;
    look_ups(page, &view, reader.language(), focus)?;
    nothing(page, &view, focus, &values)
}

/// Offsets, sentence and part.
fn whereabouts(view: &View, focus: Span) -> String {
    let (from, to) = (view.places.points(focus.start), view.places.points(focus.end));
    let offsets = if from == to { format!("code point {from}") } else { format!("code points {from} to {to}") };
    let sentences = view.document.sentences();
    let sentence = sentences.iter().position(|s| layers::touches(Span { start: s.start, end: s.end }, focus));
    let stands = sentence.map_or("in no sentence".into(), |i| format!("sentence {} of {}", i + 1, sentences.len()));
    format!("{offsets} · {stands}")
}

/// What was read, each with its reason.
fn readings(page: &mut Page, view: &View, language: &Language, values: &[layers::Value]) -> io::Result<()> {
    page.heading("What was read here", "")?;
    let width = values.iter().map(|v| columns(v.layer)).max().unwrap_or(0);
    for value in values {
        let mut fact = value.fact.clone();
        if !value.role.is_empty() {
            fact.push(piece(format!("· here its {}", value.role), Ink::Faint));
        }
        page.row(Row {
            indent: 2,
            lead: Some((piece(value.layer, Ink::Class), width)),
            fact,
            place: view.places.show(value.span.start),
            quote: Some(Quote::of(view.document.text(), value.span)),
        })?;
        let Some(why) = value.why else { continue };
        let indent = width + 4;
        let mut rule = vec![piece("rule", Ink::Faint), piece(&why.rule, Ink::Plain)];
        rule.extend(lists::rule(language, &why.rule).map(|tells| piece(format!("— {tells}"), Ink::Faint)));
        page.paragraph(indent, rule)?;
        for entry in &why.entries {
            let rows = lists::resolve(language, entry);
            if rows.is_empty() {
                page.paragraph(indent, vec![piece("from", Ink::Faint), piece(entry, Ink::Plain)])?;
            }
            for (file, cells) in rows {
                page.paragraph(indent, vec![piece("list", Ink::Faint), piece(file, Ink::Plain), piece(cells, Ink::Faint)])?;
            }
        }
    }
    Ok(())
}

/// What the lists hold of the words.
fn look_ups(page: &mut Page, view: &View, language: &Language, focus: Span) -> io::Result<()> {
    let tokens = view.document.tokens();
    let first = tokens.partition_point(|t| t.end <= focus.start);
    let last = tokens.partition_point(|t| t.start < focus.end).max(first);
    if first == last {
        return Ok(());
    }
    let (hits, misses) = lists::look_up(language, view.document.text(), tokens, first, last);
    let remark = format!("{} in {}", count(last - first, "token"), count(language.lexicon().list_names().count(), "list"));
    page.heading("What the lists hold", &remark)?;
    for hit in &hits {
        let fact = vec![
            piece(format!("“{}”", view.document.words(hit.span)), Ink::Plain),
            piece(&hit.file, Ink::Bold),
            piece(&hit.cells, Ink::Faint),
        ];
        page.paragraph(2, fact)?;
    }
    for miss in &misses {
        let token = &tokens[miss.token];
        let from = |last: usize| view.document.words(Span { start: token.start, end: tokens[last].end });
        let text = match miss.broke {
            Some(broke) if broke == miss.token => format!("“{}”: no entry begins so", token.text),
            Some(broke) => format!("“{}”: entries begin so, but none goes on with “{}”", from(broke - 1), tokens[broke].text),
            None => format!("“{}”: entries begin so, but none ends within the text", token.text),
        };
        page.paragraph(2, vec![piece(text, Ink::Faint)])?;
    }
    Ok(())
}

/// Which floors made nothing of the words, and what they had to go by.
fn nothing(page: &mut Page, view: &View, focus: Span, values: &[layers::Value]) -> io::Result<()> {
    let missing: Vec<&str> = layers::TELLING.into_iter().filter(|layer| !values.iter().any(|v| v.layer == *layer)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    page.heading("Not read here", &format!("no {}", missing.join(", no ")))?;
    let document = view.document;
    let mut tell = |text: String| page.paragraph(2, vec![piece(text, Ink::Plain)]);
    if document.unread().iter().any(|u| layers::touches(Span { start: u.start, end: u.end }, focus)) {
        tell("The sentence is reported unread: no rule took an office, an attribution or an event from it.".into())?;
    }
    let Some(sentence) = document.sentences().iter().find(|s| layers::touches(Span { start: s.start, end: s.end }, focus)) else {
        return tell("These characters stand in no sentence: nothing but the layout was read of them.".into());
    };
    let around = Span { start: sentence.start, end: sentence.end };
    let elsewhere = layers::values(view, around);
    let found: Vec<String> = layers::TELLING
        .into_iter()
        .filter_map(|layer| {
            let n = elsewhere.iter().filter(|v| v.layer == layer).count();
            (n > 0).then(|| format!("{n} × {layer}"))
        })
        .collect();
    let found = if found.is_empty() { "nothing at all".into() } else { found.join(", ") };
    tell(format!("Read in the whole sentence: {found}."))
}
