//! `cubaru read`: a report on each file, or its JSON.

use crate::{
    input::{self, Known},
    own::Own,
    page::{Colour, NARROWEST, Page},
    report,
};
use clap::Args;
use cubaru::{DEFAULT_LIMIT, Reader};
use std::{
    io::{self, BufWriter, Write},
    path::PathBuf,
};

const DETAILS: &str = "\
Read articles and report what they say

The report tells what the article is, people and their posts, a timeline, who says what, what is less than certain, how \
damaged words were read, and which sentences gave no fact. Every line has its words and its place as line:column.

A `NAME.json` beside `NAME.txt` tells what is known of the text: id, title, url, publisher, authors (a list), published. \
Options override it, for every FILE. The date of publication matters most: it anchors `on Friday` and `last month`.";

const EXAMPLES: &str = "\
Examples:
  cubaru read article.txt --published 2023-06-04
  pdftotext paper.pdf - | cubaru read - --title 'A paper'
  cubaru read --color always article.txt | less -R
  cubaru read --rules debt.rules articles/*.txt
  cubaru read --json articles/*.txt | jq -c '.events[] | [.date, .class]'

In a pipe there are no colours, and each fact is one whole line: `grep` finds fact, place and words together.

Exit codes: 0 all was read; 1 some file was not (the others are); 2 the command line is wrong.";

/// Read articles and report what they say
#[derive(Args)]
#[command(long_about = DETAILS, after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The texts, UTF-8; `-` is stdin
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Write JSON, one document a line, offsets in code points
    #[arg(long)]
    json: bool,
    /// When to write in colour (`auto`: on a terminal, unless NO_COLOR is set)
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    color: Colour,
    /// The width of the report in columns, 40 or more; 0 leaves lines whole
    #[arg(long, value_name = "N", value_parser = width)]
    width: Option<usize>,
    /// The longest text taken, in bytes
    #[arg(long, value_name = "BYTES", default_value_t = DEFAULT_LIMIT)]
    limit: usize,
    #[command(flatten)]
    own: Own,
    #[command(flatten)]
    known: Known,
}

/// Reads `--width`.
pub(crate) fn width(given: &str) -> Result<usize, String> {
    match given.parse() {
        Ok(n) if n == 0 || n >= NARROWEST => Ok(n),
        _ => Err(format!("a number of columns, {NARROWEST} or more, or 0 for whole lines")),
    }
}

pub(crate) fn run(arguments: Arguments) -> io::Result<bool> {
    let reader = match arguments.own.give(Reader::english().with_limit(arguments.limit)) {
        Ok(reader) => reader,
        Err(failure) => {
            failure.tell();
            return Ok(false);
        }
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let (mut fine, mut written) = (true, false);
    for file in &arguments.files {
        match input::read(&reader, arguments.limit, file, &arguments.known) {
            Ok(document) if arguments.json => writeln!(out, "{}", document.to_json())?,
            Ok(document) => {
                let mut page = Page::stdout(&mut out, arguments.width, arguments.color);
                if written {
                    page.gap()?;
                    page.gap()?;
                }
                report::write(&mut page, &input::name(file), &document)?;
            }
            Err(failure) => {
                // What was read before the failure stands before it where both go to one terminal.
                out.flush()?;
                failure.tell();
                fine = false;
                continue;
            }
        }
        written = true;
    }
    out.flush()?;
    Ok(fine)
}
