//! `cubaru check`: what texts themselves show to be at odds, or to depend on one another.

use crate::{
    input::{self, Known},
    place::Places,
    quote::clean,
};
use clap::Args;
use cubaru::{Checks, DEFAULT_LIMIT, DocumentId, Finding, FindingKind, FindingSide, Reader, Unit, findings_in};
use std::{
    collections::BTreeMap,
    io::{self, BufWriter, Write},
    path::PathBuf,
};

const DETAILS: &str = "\
Check articles against themselves and against one another

Sets two places side by side with their words, and says of neither that it is right: a number against the list of those who are named, a \
length against the dates that bound it, a class of persons against their posts, an order against dates, two sources that speak of one \
thing, a claim and the stronger one of a later day, a claim and what it depends on; superlatives and figures for which the text gives nothing.

A `NAME.json` beside `NAME.txt` tells what is known of the text (id, publisher, authors, published). docs/checks.md tells what each kind \
reports and where it is silent.";

const EXAMPLES: &str = "\
Examples:
  cubaru check article.txt
  cubaru check --kind drift --kind dependence reports/*.txt
  cubaru check --json reports/*.txt | jq -c '[.kind, .a.text, .b.text]'

Exit codes: 0 all was read; 1 some file was not (the others are); 2 the command line is wrong.";

/// Check articles against themselves and against one another
#[derive(Args)]
#[command(long_about = DETAILS, after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The texts, UTF-8; `-` is stdin
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The longest text taken, in bytes
    #[arg(long, value_name = "BYTES", default_value_t = DEFAULT_LIMIT)]
    limit: usize,
    #[command(flatten)]
    look: Look,
    #[command(flatten)]
    known: Known,
}

/// Reads `--kind`.
fn kind(given: &str) -> Result<FindingKind, String> {
    let known = || FindingKind::ALL.iter().map(|k| k.name()).collect::<Vec<_>>().join(", ");
    FindingKind::from_name(given).ok_or_else(|| format!("one of {}", known()))
}

pub(crate) fn run(arguments: &Arguments) -> io::Result<bool> {
    let reader = Reader::english().with_limit(arguments.limit);
    let (mut fine, mut checks, mut texts) = (true, Checks::default(), Texts::new());
    for file in &arguments.files {
        match input::read(&reader, arguments.limit, file, &arguments.known) {
            Ok(document) => {
                checks.add(&document);
                let name = document.source().id.clone().unwrap_or_else(|| input::name(file));
                texts.entry(document.sha256().to_string()).or_insert((name, document.text().to_string()));
            }
            Err(failure) => {
                failure.tell();
                fine = false;
            }
        }
    }
    arguments.look.write(checks.finish(), &texts)?;
    Ok(fine)
}

/// The name and the text of each document, by its hash.
pub(crate) type Texts = BTreeMap<String, (String, String)>;

/// Which findings are written, and how.
#[derive(Args)]
pub(crate) struct Look {
    /// Only findings of this kind; once for each
    #[arg(long, value_name = "KIND", value_parser = kind)]
    kind: Vec<FindingKind>,
    /// Show also where both sides agree: seven announced, seven named
    #[arg(long)]
    all: bool,
    /// Write JSON, one finding a line, offsets in code points
    #[arg(long)]
    json: bool,
}

impl Look {
    pub(crate) fn write(&self, findings: Vec<Finding>, texts: &Texts) -> io::Result<()> {
        let mut out = BufWriter::new(io::stdout().lock());
        let wanted = |f: &Finding| (self.all || !f.agrees) && (self.kind.is_empty() || self.kind.contains(&f.kind));
        let findings: Vec<Finding> = findings.into_iter().filter(wanted).collect();
        if self.json {
            let text = |id: DocumentId| texts.get(&id.to_string()).map(|(_, text)| text.clone()).unwrap_or_default();
            for finding in findings_in(findings, Unit::CodePoint, text) {
                writeln!(out, "{}", serde_json::to_string(&finding)?)?;
            }
        } else {
            for finding in &findings {
                let agrees = if finding.agrees { " (both sides agree)" } else { "" };
                writeln!(out, "{} · {}{agrees}", finding.kind.name(), finding.note)?;
                for side in [Some(&finding.a), finding.b.as_ref()].into_iter().flatten() {
                    write_side(&mut out, side, texts)?;
                }
            }
        }
        out.flush()
    }
}

fn write_side(out: &mut impl Write, side: &FindingSide, texts: &Texts) -> io::Result<()> {
    let Some((name, text)) = texts.get(&side.document.to_string()) else { return Ok(()) };
    let words = clean(&side.text.split_whitespace().collect::<Vec<_>>().join(" "));
    writeln!(out, "    {} {}  “{words}”", clean(name), Places::new(text).show(side.start))?;
    let items: Vec<String> = side.items.iter().map(|w| clean(&w.text)).collect();
    if items.is_empty() { Ok(()) } else { writeln!(out, "      {}", items.join(" · ")) }
}
