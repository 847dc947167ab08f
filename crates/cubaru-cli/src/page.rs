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

/// A piece; its text becomes one line.
pub(crate) fn piece(text: impl AsRef<str>, ink: Ink) -> Piece {
    Piece { text: quote::clean(text.as_ref()), ink }
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
        let found = || terminal.then(terminal_size::terminal_size).flatten().map(|(w, _)| usize::from(w.0).max(NARROWEST));
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

    /// A row: on a page with a width, the fact with its place at the right edge and the words below; else all on one line.
    pub(crate) fn row(&mut self, row: Row) -> io::Result<()> {
        let hang = row.indent + row.lead.as_ref().map_or(0, |(_, w)| w + 2);
        let mut line = Line::new(row.indent);
        if let Some((lead, width)) = &row.lead {
            line.push(lead, self.colour);
            if columns(&lead.text) > *width && self.width.is_some() {
                self.end(&mut line, hang)?;
            } else {
                line.pad(hang.max(line.used + 2));
            }
        }
        let place = piece(&row.place, Ink::Faint);
        let Some(width) = self.width else {
            for (i, part) in row.fact.iter().enumerate() {
                line.pad(line.used + usize::from(i > 0));
                line.push(part, self.colour);
            }
            if !row.place.is_empty() {
                line.pad(line.used + 2);
                line.push(&place, self.colour);
            }
            if let Some(quote) = &row.quote {
                line.pad(line.used + 2);
                line.quote(&quote.fit(quote::LONGEST), self.colour);
            }
            return self.end(&mut line, 0);
        };
        let reserved = if row.place.is_empty() { 0 } else { columns(&place.text) + 2 };
        let mut first = true;
        for part in &row.fact {
            for word in part.text.split(' ').filter(|w| !w.is_empty()) {
                let room = width - if first { reserved.min(width / 2) } else { 0 };
                let gap = usize::from(line.used > hang);
                if line.used > hang && line.used + gap + columns(word) > room {
                    if first && reserved > 0 {
                        self.place(&mut line, &place, width);
                    }
                    first = false;
                    self.end(&mut line, hang)?;
                } else {
                    line.pad(line.used + gap);
                }
                for chunk in chunks(word, width.saturating_sub(hang).max(1)) {
                    if line.used > hang && line.used + columns(chunk) > width {
                        self.end(&mut line, hang)?;
                    }
                    line.push(&Piece { text: chunk.into(), ink: part.ink }, self.colour);
                }
            }
        }
        if first && reserved > 0 {
            if line.used + reserved > width {
                self.end(&mut line, hang)?;
            }
            self.place(&mut line, &place, width);
        }
        // Words alone stand beside their lead.
        if !row.fact.is_empty() {
            self.end(&mut line, hang)?;
        }
        let Some(quote) = &row.quote else { return Ok(()) };
        line.quote(&quote.fit(width.saturating_sub(hang + 2).max(8)), self.colour);
        self.end(&mut line, 0)
    }

    fn place(&self, line: &mut Line, place: &Piece, width: usize) {
        line.pad(width.saturating_sub(columns(&place.text)).max(line.used + 1));
        line.push(place, self.colour);
    }

    fn end(&mut self, line: &mut Line, indent: usize) -> io::Result<()> {
        if line.used > line.indent {
            writeln!(self.out, "{}", line.text.trim_end())?;
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
    used: usize,
    indent: usize,
}

impl Line {
    fn new(indent: usize) -> Self {
        Self { text: " ".repeat(indent), used: indent, indent }
    }

    fn pad(&mut self, to: usize) {
        self.text.push_str(&" ".repeat(to.saturating_sub(self.used)));
        self.used = self.used.max(to);
    }

    fn push(&mut self, piece: &Piece, colour: bool) {
        self.used += columns(&piece.text);
        if colour && piece.ink != Ink::Plain && !piece.text.is_empty() {
            self.text.push_str(piece.ink.code());
            self.text.push_str(&piece.text);
            self.text.push_str("\x1b[0m");
        } else {
            self.text.push_str(&piece.text);
        }
    }

    fn quote(&mut self, quote: &Quote, colour: bool) {
        let faint = |text: String| Piece { text, ink: Ink::Faint };
        self.push(&faint(format!("“{}", quote.before)), colour);
        self.push(&Piece { text: quote.focus.clone(), ink: Ink::Plain }, colour);
        self.push(&faint(format!("{}”", quote.after)), colour);
    }
}
