//! `cubaru compare-names`: pairs of names in, one line each; whether they are one person out, in the same order.

use crate::{
    annotate::open,
    failure::{Failure, warn},
    input,
    lines::{Line, line},
    quote,
};
use clap::Args;
use cubaru::{Comparison, person, same_person};
use serde::Serialize;
use serde_json::{Map, Value};
use std::{
    io::{self, BufWriter, Write},
    path::PathBuf,
};

const DETAILS: &str = "\
Say of pairs of names whether they are the same person

A line has `a` and `b`: a name (a string), or an object with `name` and any of `country` (ISO 3166-1 alpha-3, or a name in English), \
`office` and `year` (a number or a string). It may have an `id`; nothing else in it is looked at. Each line gives one line of JSON, in \
the order of the input: `id`, `same`, `score` (0 to 100) and `why`, the reasons with the words that they rest on.

A line that cannot be read gives {\"id\", \"error\": {\"code\", \"hint\"}}, and the run goes on. Codes: not-json, not-utf8, bad-person, too-long.";

const EXAMPLES: &str = "\
Examples:
  cubaru compare-names pairs.jsonl > answers.jsonl
  echo '{\"a\": \"Yelena Sokolova\", \"b\": \"Elena Sokolowa\"}' | cubaru compare-names -
  cubaru compare-names pairs.jsonl | jq -c 'select(.same)'

Exit codes: 0 the file was read, whatever its lines; 1 it could not be read; 2 the command line is wrong.";

/// Say of pairs of names whether they are the same person
#[derive(Args)]
#[command(long_about = DETAILS, after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The pairs; `-` is stdin
    file: PathBuf,
}

/// The longest line taken, in bytes.
const LONGEST: usize = 1 << 20;

#[derive(Serialize)]
struct Answer {
    id: Value,
    #[serde(flatten)]
    found: Comparison,
}

#[derive(Serialize)]
struct Failed {
    id: Value,
    error: Refusal,
}

/// Why a line could not be read.
#[derive(Debug, Serialize)]
struct Refusal {
    code: &'static str,
    hint: String,
}

pub(crate) fn run(arguments: &Arguments) -> io::Result<bool> {
    let name = input::name(&arguments.file);
    let failed = |error: &io::Error| {
        Failure::io(&name, error).tell();
        Ok(false)
    };
    let (mut pairs, _) = match open(&arguments.file) {
        Ok(opened) => opened,
        Err(error) => return failed(&error),
    };
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let (mut number, mut records, mut errors) = (0u64, 0u64, 0u64);
    loop {
        let mut read = match line(&mut *pairs, LONGEST) {
            Ok(Some((read, _))) => read,
            Ok(None) => break,
            Err(error) => {
                out.flush()?;
                return failed(&error);
            }
        };
        number += 1;
        if let (1, Line::Whole(bytes)) = (number, &mut read)
            && bytes.starts_with(b"\xef\xbb\xbf")
        {
            bytes.drain(..3);
        }
        if matches!(&read, Line::Whole(bytes) if bytes.trim_ascii().is_empty()) {
            continue;
        }
        let (answer, good) = answer(number, &read);
        records += 1;
        errors += u64::from(!good);
        writeln!(out, "{answer}")?;
        // A program that converses with us waits for each answer.
        if input::is_stdin(&arguments.file) {
            out.flush()?;
        }
    }
    out.flush()?;
    if errors > 0 {
        warn(&format!("{}: {errors} of {records} lines could not be read", quote::clean(&name)));
    }
    Ok(true)
}

/// The answer to a line, and whether the line could be read.
fn answer(number: u64, line: &Line) -> (String, bool) {
    let refuse = |code, hint: String| Refusal { code, hint: format!("line {number}: {hint}") };
    let mut id = Value::Null;
    let found = record(line).and_then(|mut record| {
        id = record.remove("id").unwrap_or_default();
        let [a, b] = ["a", "b"].map(|side| {
            let given = record.get(side).ok_or_else(|| ("bad-person", format!("`{side}` is missing; write {{\"a\": …, \"b\": …}}")))?;
            person(&given.to_string()).map_err(|error| (error.code(), format!("`{side}`: {error}; {}", error.hint())))
        });
        Ok(same_person(&a?, &b?))
    });
    let good = found.is_ok();
    let json = match found {
        Ok(found) => serde_json::to_string(&Answer { id, found }),
        Err((code, hint)) => serde_json::to_string(&Failed { id, error: refuse(code, hint) }),
    };
    (json.expect("strings, numbers and lists are JSON"), good)
}

fn record(line: &Line) -> Result<Map<String, Value>, (&'static str, String)> {
    let bytes = match line {
        Line::Whole(bytes) => bytes,
        Line::TooLong(length) => return Err(("too-long", format!("it has {length} bytes; a pair of names needs fewer than {LONGEST}"))),
    };
    let text = std::str::from_utf8(bytes)
        .map_err(|e| ("not-utf8", format!("byte {} of the line belongs to no character: save the file as UTF-8", e.valid_up_to())))?;
    match serde_json::from_str(text) {
        Ok(Value::Object(record)) => Ok(record),
        Ok(_) => Err(("not-json", "no JSON object; write one object a line, as in {\"id\": …, \"a\": …, \"b\": …}".into())),
        Err(e) => {
            let what = e.to_string();
            let what = what.split(" at line ").next().unwrap_or_default();
            Err(("not-json", format!("column {}: {what}; write one JSON object a line", e.column())))
        }
    }
}
