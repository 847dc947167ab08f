//! What a base answers, in lines or as JSON.

use super::{
    Outcome,
    conditions::{Events, Stated},
    open, told,
};
use crate::{
    dates,
    page::{Colour, Ink, Page, Piece, Row, piece},
    quote::{Quote, columns},
    report::count,
};
use clap::Args;
use cubaru::{
    Ask, Asked, Certainty, ClaimFact, DocumentId, EventFact, Evidence, KnowledgeBase, Party, Span, Status, TenureFact, Unit, Voice, Words,
};
use std::{
    collections::{BTreeMap, btree_map::Entry},
    io::{self, BufWriter, Write},
    path::PathBuf,
};

/// How it is written.
#[derive(Args)]
struct Look {
    /// Write JSON, one row a line, with offsets in code points
    #[arg(long)]
    json: bool,
    /// When to write in colour
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    color: Colour,
    /// The width in columns, 40 or more; 0 leaves lines whole
    #[arg(long, value_name = "N", value_parser = crate::read::width)]
    width: Option<usize>,
}

/// The documents, or (with --entities) who and what they speak of
#[derive(Args)]
#[command(after_help = "Examples:\n  cubaru base list news.sqlite\n  cubaru base list news.sqlite --entities --json")]
pub(super) struct List {
    /// The base
    base: PathBuf,
    /// List persons, bodies and places instead of documents
    #[arg(long)]
    entities: bool,
    #[command(flatten)]
    look: Look,
}

/// Events by date; uncertain ones by their bounds, marked as such, and those without a date last
#[derive(Args)]
#[command(
    after_help = "Examples:\n  cubaru base timeline news.sqlite --of CONSULT --mode visit --recipient CUB --between 2022-02..2023-06 --status actual\n  \
cubaru base timeline news.sqlite --office 'foreign minister@RUS'\n  cubaru base timeline news.sqlite --counts"
)]
pub(super) struct Timeline {
    /// The base
    base: PathBuf,
    /// Count by month, pair and class instead
    #[arg(long)]
    counts: bool,
    #[command(flatten)]
    events: Events,
    #[command(flatten)]
    look: Look,
}

/// Who deals with whom: weighted, and over time
#[derive(Args)]
#[command(
    after_help = "Examples:\n  cubaru base network news.sqlite --between 2023\n  cubaru base network news.sqlite --json > network.json"
)]
pub(super) struct Network {
    /// The base
    base: PathBuf,
    #[command(flatten)]
    events: Events,
    #[command(flatten)]
    look: Look,
}

/// Who somebody is: names, posts, events; or who held a post
#[derive(Args)]
#[command(
    after_help = "Examples:\n  cubaru base who news.sqlite Lavrov\n  cubaru base who news.sqlite --post 'foreign minister' --country RUS"
)]
pub(super) struct Who {
    /// The base
    base: PathBuf,
    /// A name or an id
    #[arg(required_unless_present = "post")]
    name: Option<String>,
    /// A post, or words of it
    #[arg(long)]
    post: Option<String>,
    /// The country of the post (alpha-3)
    #[arg(long, requires = "post")]
    country: Option<String>,
    #[command(flatten)]
    look: Look,
}

/// Who claims what
#[derive(Args)]
#[command(
    after_help = "Examples:\n  cubaru base claims news.sqlite --speaker Zakharova\n  cubaru base claims news.sqlite --words '\"oil tanker\"'"
)]
pub(super) struct Claims {
    /// The base
    base: PathBuf,
    /// What is stated: event, office, statement
    #[arg(long)]
    kind: Vec<String>,
    #[command(flatten)]
    stated: Stated,
    #[command(flatten)]
    look: Look,
}

/// All reports of one event, by the id of any of them; without an id, the events that several reports tell
#[derive(Args)]
#[command(after_help = "Examples:\n  cubaru base sources news.sqlite\n  cubaru base sources news.sqlite 9c56cc51b374c3ba.e5")]
pub(super) struct Sources {
    /// The base
    base: PathBuf,
    /// The id of an event
    event: Option<String>,
    #[command(flatten)]
    look: Look,
}

/// How the documents of some rows are called.
type Names = BTreeMap<DocumentId, String>;

fn names<T: Asked>(base: &KnowledgeBase, rows: &[T]) -> cubaru::Result<Names> {
    let mut names = Names::new();
    for row in rows {
        if let Entry::Vacant(new) = names.entry(row.document()) {
            let hash = row.document().to_string();
            let source = base.source(&hash)?;
            new.insert(source.publisher.or(source.id).or(source.title).unwrap_or_else(|| hash[..16].into()));
        }
    }
    Ok(names)
}

/// The rows of an answer, each written by `row`.
fn rows<T: Asked>(base: &KnowledgeBase, found: &[T], row: impl Fn(&T, &Names) -> Row) -> cubaru::Result<Vec<Row>> {
    let names = names(base, found)?;
    Ok(found.iter().map(|r| row(r, &names)).collect())
}

/// Opens, asks, and writes rows: as JSON, or each by `row`.
fn answer<T: Asked>(
    path: &std::path::Path,
    look: &Look,
    ask: impl Fn(&KnowledgeBase) -> Ask<'_, T>,
    row: impl Fn(&T, &Names) -> Row,
) -> Outcome {
    let base = open(path, false)?;
    if look.json {
        return json(&ask(&base).rows_in(Unit::CodePoint).map_err(told(path))?);
    }
    let found = ask(&base).rows().map_err(told(path))?;
    write(look, rows(&base, &found, row).map_err(told(path))?)
}

fn json<T: serde::Serialize>(rows: &[T]) -> Outcome {
    let mut out = BufWriter::new(io::stdout().lock());
    for row in rows {
        serde_json::to_writer(&mut out, row).map_err(io::Error::from)?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(true)
}

/// Rows on a page, the first columns as wide as the widest.
fn write(look: &Look, mut rows: Vec<Row>) -> Outcome {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut page = Page::stdout(&mut out, look.width, look.color);
    let most = page.width().map_or(24, |w| w / 3);
    let lead = |r: &Row| r.lead.as_ref().map_or(0, |(l, _)| columns(l.text()));
    let width = rows.iter().map(lead).filter(|w| *w <= most).max().unwrap_or(0);
    for row in &mut rows {
        row.lead.iter_mut().for_each(|(_, w)| *w = width);
    }
    rows.into_iter().try_for_each(|row| page.row(row))?;
    out.flush()?;
    Ok(true)
}

pub(super) fn list(arguments: &List) -> Outcome {
    let (path, look) = (&arguments.base, &arguments.look);
    let base = open(path, false)?;
    if arguments.entities {
        let entities = base.entities().map_err(told(path))?;
        if look.json {
            return json(&entities);
        }
        let row = |e: &cubaru::Merged| {
            let mut fact = vec![piece(&e.kind, Ink::Class), piece(e.names.join(" = "), Ink::Plain)];
            fact.extend(e.code.as_ref().map(|c| piece(c, Ink::Faint)));
            Row { lead: Some((piece(&e.id, Ink::Bold), 0)), fact, place: count(e.documents as usize, "document"), ..Row::default() }
        };
        return write(look, entities.iter().map(row).collect());
    }
    let documents = base.documents().map_err(told(path))?;
    if look.json {
        return json(&documents);
    }
    let row = |d: &cubaru::DocumentRow| {
        let known = [&d.source.id, &d.source.publisher, &d.source.title];
        let mut fact: Vec<Piece> = known.into_iter().flatten().map(|k| piece(format!("{k} ·"), Ink::Plain)).collect();
        fact.push(piece(&d.sha256.to_string()[..16], Ink::Faint));
        Row { lead: Some((date(&d.date, &d.earliest, &d.latest), 0)), fact, ..Row::default() }
    };
    write(look, documents.iter().map(row).collect())
}

pub(super) fn timeline(arguments: &Timeline) -> Outcome {
    let (path, look) = (&arguments.base, &arguments.look);
    if !arguments.counts {
        return answer(path, look, |base| arguments.events.on(base.events()), event);
    }
    let base = open(path, false)?;
    let counts = arguments.events.on(base.events()).counts_by_month_and_pair().map_err(told(path))?;
    if look.json {
        return json(&counts);
    }
    let row = |c: &cubaru::MonthCount| {
        let side = |s: &Option<String>| piece(s.as_deref().unwrap_or("?"), Ink::Bold);
        let pair = vec![side(&c.actor), piece("→", Ink::Plain), side(&c.recipient), piece(&c.class, Ink::Class)];
        let number = piece(format!("{} in {}", c.events, count(c.documents as usize, "document")), Ink::Plain);
        let month = piece(c.month.as_deref().unwrap_or("no month"), if c.month.is_some() { Ink::Plain } else { Ink::Doubt });
        Row { lead: Some((month, 0)), fact: pair.into_iter().chain([number]).collect(), ..Row::default() }
    };
    write(look, counts.iter().map(row).collect())
}

pub(super) fn network(arguments: &Network) -> Outcome {
    let (path, look) = (&arguments.base, &arguments.look);
    let base = open(path, false)?;
    let network = arguments.events.on(base.events()).network().map_err(told(path))?;
    if look.json {
        return json(&[network]);
    }
    let mut edges: Vec<_> = network.edges.iter().collect();
    edges.sort_by_key(|e| (std::cmp::Reverse(e.events), &e.from, &e.to, &e.class));
    let row = |e: &&cubaru::Edge| {
        let pair = [piece(&e.from, Ink::Bold), piece("→", Ink::Plain), piece(&e.to, Ink::Bold), piece(&e.class, Ink::Class)];
        let time = e.first.as_ref().zip(e.last.as_ref()).map(|(a, b)| piece(format!("{a} to {b}"), Ink::Faint));
        let lead = piece(format!("{} in {}", e.events, e.documents), Ink::Plain);
        Row { lead: Some((lead, 0)), fact: pair.into_iter().chain(time).collect(), ..Row::default() }
    };
    write(look, edges.iter().map(row).collect())
}

impl Claims {
    fn on<'b>(&self, base: &'b KnowledgeBase) -> Ask<'b, ClaimFact> {
        let kinds: Vec<&str> = self.kind.iter().map(String::as_str).collect();
        let ask = self.stated.on(base.claims());
        if kinds.is_empty() { ask } else { ask.with("kind", &kinds) }
    }
}

pub(super) fn claims(arguments: &Claims) -> Outcome {
    answer(&arguments.base, &arguments.look, |base| arguments.on(base), claim)
}

impl Who {
    fn on<'b>(&self, base: &'b KnowledgeBase) -> Ask<'b, TenureFact> {
        let mut ask = base.tenures();
        for (name, value) in [("person", &self.name), ("post", &self.post), ("country", &self.country)] {
            if let Some(value) = value {
                ask = ask.with(name, &[value]);
            }
        }
        ask
    }
}

pub(super) fn who(arguments: &Who) -> Outcome {
    let (path, look) = (&arguments.base, &arguments.look);
    let Some(name) = &arguments.name else { return answer(path, look, |base| arguments.on(base), tenure) };
    let base = open(path, false)?;
    let found = base.who(name).map_err(told(path))?;
    if look.json {
        return json(&found);
    }
    let head = |e: &cubaru::Merged| {
        let mut fact = vec![piece(e.names.join(" = "), Ink::Plain)];
        fact.extend(e.code.as_ref().map(|c| piece(c, Ink::Faint)));
        Row { lead: Some((piece(&e.id, Ink::Bold), 0)), fact, place: count(e.documents as usize, "document"), ..Row::default() }
    };
    let told_of = || -> cubaru::Result<Vec<Row>> {
        let mut told = rows(&base, &arguments.on(&base).rows()?, tenure)?;
        told.extend(rows(&base, &base.events().party(name).rows()?, event)?);
        Ok(told)
    };
    write(look, found.iter().map(head).chain(told_of().map_err(told(path))?).collect())
}

pub(super) fn sources(arguments: &Sources) -> Outcome {
    let (path, look) = (&arguments.base, &arguments.look);
    let base = open(path, false)?;
    if let Some(id) = &arguments.event {
        let events = base.sources_of(id).map_err(told(path))?;
        if look.json {
            return json(&base.in_unit(events, Unit::CodePoint).map_err(told(path))?);
        }
        return write(look, rows(&base, &events, event).map_err(told(path))?);
    }
    let stories: Vec<_> = base.stories().map_err(told(path))?.into_iter().filter(|s| s.documents > 1).collect();
    if look.json {
        return json(&stories);
    }
    let row = |s: &cubaru::Story| {
        let head = [piece(&s.class, Ink::Class), piece(&s.id, Ink::Bold), piece(count(s.documents as usize, "document"), Ink::Plain)];
        let why = piece(format!("· {} ({})", s.score, s.why.join(", ")), Ink::Faint);
        Row { lead: Some((date(&None, &s.earliest, &s.latest), 0)), fact: head.into_iter().chain([why]).collect(), ..Row::default() }
    };
    write(look, stories.iter().map(row).collect())
}

/// A date as far as it is known; what is not known exactly looks so.
fn date(edtf: &Option<String>, earliest: &Option<String>, latest: &Option<String>) -> Piece {
    let exact = edtf.as_deref().or(earliest.as_deref().filter(|_| earliest == latest));
    match dates::when(exact, earliest.as_deref(), latest.as_deref()) {
        Some(w) => piece(w.text, if w.doubtful { Ink::Doubt } else { Ink::Plain }),
        None => piece("no date", Ink::Faint),
    }
}

fn party(party: &Party) -> Vec<Piece> {
    let mut pieces = vec![piece(party.name.as_deref().unwrap_or(&party.text), Ink::Bold)];
    pieces.extend(party.code.as_ref().map(|c| piece(format!("({c})"), Ink::Faint)));
    pieces
}

fn voices(voices: &[Voice]) -> Option<Piece> {
    let name = |v: &Voice| v.name.clone().or_else(|| v.source.first().map(|w| w.text.clone())).unwrap_or_else(|| "somebody unnamed".into());
    (!voices.is_empty()).then(|| piece(format!("· according to {}", voices.iter().map(name).collect::<Vec<_>>().join(" > ")), Ink::Plain))
}

/// The sentence with its words in the middle.
fn quote(evidence: &[Evidence], words: &[Words]) -> Option<Quote> {
    let evidence = evidence.first()?;
    let (text, start) = (&evidence.quote.exact, evidence.position.start);
    let focus = words.iter().map(Words::span).reduce(Span::cover);
    let focus = focus.map_or(Span::default(), |f| Span { start: f.start.saturating_sub(start), end: f.end.saturating_sub(start) });
    Some(Quote::around(text, Span::new(0, text.len()), focus))
}

fn status(status: Status, certainty: Certainty) -> Option<Piece> {
    let plain = matches!(status, Status::Actual | Status::Reported) && matches!(certainty, Certainty::CtPlus | Certainty::U);
    (!plain).then(|| piece(format!("· {} ({})", status.name(), certainty.code()), Ink::Doubt))
}

fn place(id: &str, document: DocumentId, names: &Names) -> String {
    format!("{id} {}", names.get(&document).map_or("", String::as_str))
}

fn event(event: &EventFact, names: &Names) -> Row {
    let mut fact = vec![piece(&event.class, Ink::Class)];
    fact.extend(event.mode.as_ref().map(|m| piece(m, Ink::Class)));
    fact.extend(event.actor.iter().flat_map(party));
    if !event.recipient.is_empty() {
        fact.push(piece("→", Ink::Plain));
        fact.extend(event.recipient.iter().flat_map(party));
    }
    if let Some(place) = &event.place {
        fact.push(piece(format!("in {}", place.name.as_deref().unwrap_or(&place.text)), Ink::Plain));
    }
    fact.extend(status(event.status, event.certainty));
    fact.extend(voices(&event.speakers));
    Row {
        lead: Some((date(&event.date, &event.earliest, &event.latest), 0)),
        fact,
        place: place(&event.id, event.document, names),
        quote: quote(&event.evidence, &event.trigger),
        ..Row::default()
    }
}

fn claim(claim: &ClaimFact, names: &Names) -> Row {
    let mut fact: Vec<Piece> = claim.item.iter().map(|i| piece(i, Ink::Faint)).collect();
    fact.extend(status(claim.status, claim.certainty));
    fact.extend(voices(&claim.speakers));
    Row {
        lead: Some((piece(claim.kind.name(), Ink::Class), 0)),
        fact,
        place: place(&claim.id, claim.document, names),
        quote: quote(&claim.evidence, &claim.content),
        ..Row::default()
    }
}

fn tenure(tenure: &TenureFact, names: &Names) -> Row {
    let mut fact = vec![piece(tenure.name.as_deref().unwrap_or(&tenure.person.text), Ink::Bold)];
    fact.extend(tenure.former.then(|| piece("former", Ink::Doubt)));
    fact.extend(tenure.acting.then(|| piece("acting", Ink::Doubt)));
    fact.push(piece(&tenure.post_name, Ink::Plain));
    fact.extend(tenure.body.as_ref().map(|b| piece(format!("· {}", b.text), Ink::Plain)));
    fact.extend(tenure.country.as_ref().map(|c| piece(format!("({c})"), Ink::Faint)));
    fact.extend(voices(&tenure.speakers));
    Row {
        lead: Some((date(&tenure.attested_at, &tenure.earliest, &tenure.latest), 0)),
        fact,
        place: place(&tenure.id, tenure.document, names),
        quote: quote(&tenure.evidence, std::slice::from_ref(&tenure.person)),
        ..Row::default()
    }
}
