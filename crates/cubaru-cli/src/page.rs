//! Lays lines out: columns, wrapping, colours. Knows nothing of what the lines say.

use crate::quote::{self, Quote, columns};
use clap::ValueEnum;
use std::io::{self, IsTerminal, Write};

/// When to write in colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Colour {
    /// Where the output is a terminal and NO_COLOR is not set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// How a piece of a line looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ink {
    Plain,
    Bold,
    /// Places, codes, what stands around the words.
    Faint,
    /// Classes of events.
    Class,
    /// Whatever is less than certain.
    Doubt,
}

impl Ink {
    fn code(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Bold => "\x1b[1m",
            Self::Faint => "\x1b[2m",
            Self::Class => "\x1b[36m",
            Self::Doubt => "\x1b[33m",
        }
    }
}

/// Some words of a line.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    text: String,
    ink: Ink,
}

impl Piece {
    /// Its text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }
}

/// A piece; its text becomes one line, and not an endless one.
pub(crate) fn piece(text: impl AsRef<str>, ink: Ink) -> Piece {
    Piece { text: quote::head(&quote::clean(text.as_ref()), quote::LONGEST), ink }
}

/// A fact with its place and its words.
#[derive(Default)]
pub(crate) struct Row {
    /// Columns before it.
    pub indent: usize,
    /// What stands in the first column, and how wide the column is.
    pub lead: Option<(Piece, usize)>,
    /// What is said.
    pub fact: Vec<Piece>,
    /// Where, as `line:column`.
    pub place: String,
    /// The words that say it; beside the lead where there is no fact.
    pub quote: Option<Quote>,
}

/// Where the lines go.
pub(crate) struct Page<'w> {
    out: &'w mut dyn Write,
    width: Option<usize>,
    colour: bool,
}

/// The narrowest page.
pub(crate) const NARROWEST: usize = 40;
/// The width of a terminal that does not tell its own.
const UNKNOWN: usize = 80;

impl<'w> Page<'w> {
    /// A page on stdout: as wide as the terminal unless `width` says otherwise (0: lines as long as they are); without colour and
    /// with whole lines where stdout is no terminal.
    pub(crate) fn stdout(out: &'w mut dyn Write, width: Option<usize>, colour: Colour) -> Self {
        let terminal = io::stdout().is_terminal();
        let set = |name: &str| std::env::var_os(name).is_some_and(|v| !v.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|v| v == "dumb");
        let colour = match colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => terminal && !set("NO_COLOR") && !dumb,
        };
        let size = || terminal_size::terminal_size().map_or(UNKNOWN, |(width, _)| usize::from(width.0).max(NARROWEST));
        let found = || terminal.then(size);
        Self { out, width: width.map_or_else(found, |w| (w > 0).then_some(w)), colour }
    }

    /// The width, where there is one.
    pub(crate) fn width(&self) -> Option<usize> {
        self.width
    }

    /// An empty line.
    pub(crate) fn gap(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// The heading of a section, with a remark.
    pub(crate) fn heading(&mut self, title: &str, remark: &str) -> io::Result<()> {
        self.gap()?;
        let mut fact = vec![piece(title, Ink::Bold)];
        if !remark.is_empty() {
            fact.push(piece(format!("· {remark}"), Ink::Faint));
        }
        self.row(Row { fact, ..Row::default() })
    }

    /// Pieces, wrapped.
    pub(crate) fn paragraph(&mut self, indent: usize, fact: Vec<Piece>) -> io::Result<()> {
        self.row(Row { indent, fact, ..Row::default() })
    }

    /// A line that is never broken, such as an address.
    pub(crate) fn line(&mut self, text: &Piece) -> io::Result<()> {
        let mut line = Line::new(0);
        line.push(text, self.colour);
        self.end(&mut line, 0)
    }

    /// A row: on a page with a width, the fact with its place at the right edge and the words below; else all on one line.
    pub(crate) fn row(&mut self, row: Row) -> io::Result<()> {
        match self.width {
            Some(width) => self.wrapped(&row, width),
            None => self.whole(&row),
        }
    }

    fn whole(&mut self, row: &Row) -> io::Result<()> {
        let mut line = Line::new(row.indent);
        if let Some((lead, width)) = &row.lead {
            line.push(lead, self.colour);
            line.pad(line.used.max(row.indent + width) + 2);
        }
        for (i, part) in row.fact.iter().enumerate() {
            line.pad(line.used + usize::from(i > 0));
            line.push(part, self.colour);
        }
        if !row.place.is_empty() {
            line.pad(line.used + 2);
            line.push(&piece(&row.place, Ink::Faint), self.colour);
        }
        if let Some(quote) = &row.quote {
            line.pad(line.used + if row.fact.is_empty() { 0 } else { 2 });
            line.quote(&quote.fit(quote::LONGEST), self.colour);
        }
        self.end(&mut line, 0)
    }

    fn wrapped(&mut self, row: &Row, width: usize) -> io::Result<()> {
        // Under a lead everything stands in its column; without one, the words are set in below the fact.
        let inset = if row.fact.is_empty() || row.quote.is_none() { 0 } else { 2 };
        let hang = row.indent + row.lead.as_ref().map_or(inset, |(_, w)| w + 2);
        let mut line = Line::new(row.indent);
        if let Some((lead, column)) = &row.lead {
            line.push(lead, self.colour);
            if columns(&lead.text) > *column {
                self.end(&mut line, hang)?;
            } else {
                line.pad(hang);
                line.start = hang;
            }
        }
        // The first line keeps room for the place at its right edge.
        let mut place = Some(piece(&row.place, Ink::Faint)).filter(|p| !p.text.is_empty());
        let room = |place: &Option<Piece>| width - place.as_ref().map_or(0, |p| (columns(&p.text) + 2).min(width / 2));
        for part in &row.fact {
            for word in part.text.split(' ').filter(|w| !w.is_empty()) {
                if !line.is_empty() && line.used + 1 + columns(word) > room(&place) {
                    self.close(&mut line, place.take(), width, hang)?;
                }
                line.pad(line.used + usize::from(!line.is_empty()));
                for chunk in chunks(word, width - hang) {
                    if !line.is_empty() && line.used + columns(chunk) > room(&place) {
                        self.close(&mut line, place.take(), width, hang)?;
                    }
                    line.push(&Piece { text: chunk.into(), ink: part.ink }, self.colour);
                }
            }
        }
        if place.is_some() || !row.fact.is_empty() {
            self.close(&mut line, place, width, hang)?;
        }
        let Some(quote) = &row.quote else { return self.end(&mut line, 0) };
        line.quote(&quote.fit(width - hang - quote::MARKS), self.colour);
        self.end(&mut line, 0)
    }

    /// Ends a line, with the place at its right edge.
    fn close(&mut self, line: &mut Line, place: Option<Piece>, width: usize, indent: usize) -> io::Result<()> {
        if let Some(place) = place {
            if line.used + 1 + columns(&place.text) > width {
                self.end(line, indent)?;
            }
            line.pad(width.saturating_sub(columns(&place.text)));
            line.push(&place, self.colour);
        }
        self.end(line, indent)
    }

    fn end(&mut self, line: &mut Line, indent: usize) -> io::Result<()> {
        line.turn(Ink::Plain);
        let text = line.text.trim_end();
        if !text.is_empty() {
            writeln!(self.out, "{text}")?;
        }
        *line = Line::new(indent);
        Ok(())
    }
}

/// A word in runs of at most `width` columns.
fn chunks(word: &str, width: usize) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut end = rest.len();
        if columns(rest) > width {
            end = rest.char_indices().map(|(i, c)| i + c.len_utf8()).take_while(|e| columns(&rest[..*e]) <= width).last().unwrap_or(end);
        }
        let (run, after) = rest.split_at(end);
        rest = after;
        Some(run)
    })
}

/// A line under construction.
struct Line {
    text: String,
    /// The columns it takes so far.
    used: usize,
    /// The column at which the fact begins.
    start: usize,
    ink: Ink,
}

impl Line {
    fn new(indent: usize) -> Self {
        Self { text: " ".repeat(indent), used: indent, start: indent, ink: Ink::Plain }
    }

    fn is_empty(&self) -> bool {
        self.used <= self.start
    }

    fn pad(&mut self, to: usize) {
        self.text.push_str(&" ".repeat(to.saturating_sub(self.used)));
        self.used = self.used.max(to);
    }

    fn push(&mut self, piece: &Piece, colour: bool) {
        self.used += columns(&piece.text);
        if colour && !piece.text.is_empty() {
            self.turn(piece.ink);
        }
        self.text.push_str(&piece.text);
    }

    /// Changes the ink, where it is another.
    fn turn(&mut self, ink: Ink) {
        if ink != self.ink {
            self.text.push_str(if self.ink == Ink::Plain { "" } else { "\x1b[0m" });
            self.text.push_str(ink.code());
            self.ink = ink;
        }
    }

    fn quote(&mut self, quote: &Quote, colour: bool) {
        let faint = |text: String| Piece { text, ink: Ink::Faint };
        let (open, close) = quote.marks();
        self.push(&faint(format!("{open}{}", quote.before)), colour);
        self.push(&Piece { text: quote.focus.clone(), ink: Ink::Plain }, colour);
        self.push(&faint(format!("{}{close}", quote.after)), colour);
    }
}
