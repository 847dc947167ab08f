//! Cases: Markdown files in which each text stands beside the outline that reading it should give.
//!
//! The project's own cases lie in `cases/` and run in Rust, Python and JavaScript through [`check`], so that all three compare
//! the same strings. `cases/README.md` describes the format; it serves for cases of your own as well.
//!
//! ````
//! let markdown = r#"
//! ## Quotations
//!
//! layers: quotations
//!
//! ### Curly marks
//!
//! The comma stands inside the marks.
//!
//! ```text published=2023-06-04
//! “No base,” he said.
//! ```
//!
//! ```outline
//! quotation "No base,"
//! ```
//! "#;
//! let reader = cubaru::Reader::english();
//! assert!(cubaru::cases::check(&reader, markdown)?.is_empty());
//! # Ok::<(), cubaru::Error>(())
//! ````

use crate::{Error, LAYERS, Reader, Result, Source};
use serde::Serialize;
use std::ops::Range;

/// A text and the outline that is expected of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Its heading.
    pub title: String,
    /// The line of its heading, counted from 1.
    pub line: usize,
    /// Why it matters.
    pub reason: String,
    /// The layers that are compared.
    pub layers: Vec<String>,
    /// Whether the outline must follow when countries and persons trade places (`cases/swap.tsv`).
    pub swap: bool,
    /// The date of publication, if the case gives one.
    pub published: Option<String>,
    /// The text.
    pub text: String,
    /// What [`Document::outline`](crate::Document::outline) should give.
    pub expected: String,
    // The lines of the outline, counted from 0.
    lines: Range<usize>,
}

/// A case whose outline came out otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// The case's heading.
    pub title: String,
    /// The line of its heading, counted from 1.
    pub line: usize,
    /// What the case expects.
    pub expected: String,
    /// What reading gave.
    pub found: String,
}

impl Case {
    /// The text as a source.
    pub fn source(&self) -> Source {
        let source = Source::new(&self.text);
        match &self.published {
            Some(date) => source.published(date),
            None => source,
        }
    }

    /// What reading its text gives.
    ///
    /// # Errors
    /// What [`Reader::read`] says of the text.
    pub fn outline(&self, reader: &Reader) -> Result<String> {
        let layers: Vec<&str> = self.layers.iter().map(String::as_str).collect();
        reader.read(&self.source())?.outline(&layers)
    }
}

/// Reads the cases of a Markdown file.
///
/// # Errors
/// [`Error::BadCase`], with the line, where the file breaks the format; a file without cases breaks it too.
pub fn read(markdown: &str) -> Result<Vec<Case>> {
    File { lines: markdown.lines().collect(), at: 0 }.cases()
}

/// Reads the texts of a Markdown file's cases and gives back those whose outline came out otherwise.
///
/// # Errors
/// Those of [`read`](fn@read), and of [`Reader::read`] for a text.
pub fn check(reader: &Reader, markdown: &str) -> Result<Vec<Failure>> {
    let mut failures = Vec::new();
    for case in read(markdown)? {
        let found = case.outline(reader)?;
        if found != case.expected {
            failures.push(Failure { title: case.title, line: case.line, expected: case.expected, found });
        }
    }
    Ok(failures)
}

/// The file with every outline as reading gives it now, for a person to review.
///
/// # Errors
/// Those of [`check`].
pub fn update(reader: &Reader, markdown: &str) -> Result<String> {
    let mut lines: Vec<String> = markdown.lines().map(str::to_string).collect();
    for case in read(markdown)?.into_iter().rev() {
        let found = case.outline(reader)?;
        lines.splice(case.lines, found.lines().map(str::to_string));
    }
    Ok(lines.join("\n") + "\n")
}

/// A Markdown file, read line by line.
struct File<'a> {
    lines: Vec<&'a str>,
    at: usize,
}

/// A fenced block: the rest of its opening line, and the numbers of its lines.
struct Block<'a> {
    language: &'a str,
    options: &'a str,
    lines: Range<usize>,
}

impl<'a> File<'a> {
    fn wrong<T>(&self, line: usize, problem: impl Into<String>) -> Result<T> {
        Err(Error::BadCase { line: line + 1, problem: problem.into() })
    }

    fn cases(mut self) -> Result<Vec<Case>> {
        let (layers, swap) = self.front_matter()?;
        let mut cases = Vec::new();
        while self.at < self.lines.len() {
            let line = self.at;
            let Some(title) = self.lines[line].strip_prefix("## ") else { return self.wrong(line, "expected a heading `## title`") };
            self.at += 1;
            cases.push(self.case(title.trim(), line, &layers, swap)?);
        }
        if cases.is_empty() { self.wrong(self.lines.len(), "no case: no heading `## title`") } else { Ok(cases) }
    }

    /// What stands before the first case: the title, notes, and the lines `layers: …` and `swap: yes`.
    fn front_matter(&mut self) -> Result<(Vec<String>, bool)> {
        let (mut layers, mut swap) = (Vec::new(), false);
        while self.at < self.lines.len() && !self.lines[self.at].starts_with("## ") {
            let line = self.lines[self.at];
            if let Some(names) = line.strip_prefix("layers:") {
                layers = names.split(',').map(|n| n.trim().to_string()).collect();
                if let Some(name) = layers.iter().find(|n| !LAYERS.contains(&n.as_str())) {
                    return self.wrong(self.at, format!("`{name}` is no layer; layers are {}", LAYERS.join(", ")));
                }
            } else if let Some(value) = line.strip_prefix("swap:") {
                swap = match value.trim() {
                    "yes" => true,
                    "no" => false,
                    other => return self.wrong(self.at, format!("`swap` is `yes` or `no`, not `{other}`")),
                };
            }
            self.at += 1;
        }
        if layers.is_empty() {
            return self.wrong(0, "no line `layers: …` before the first case");
        }
        Ok((layers, swap))
    }

    fn case(&mut self, title: &str, line: usize, layers: &[String], swap: bool) -> Result<Case> {
        let (mut reason, mut text, mut expected) = (Vec::new(), None, None);
        while self.at < self.lines.len() && !self.lines[self.at].starts_with("## ") {
            let here = self.at;
            match self.block()? {
                Some(block) if block.language == "text" && text.is_none() => text = Some(self.text(here, &block)?),
                Some(block) if block.language == "outline" && expected.is_none() && text.is_some() => {
                    expected = Some((self.lines[block.lines.clone()].join("\n"), block.lines));
                }
                Some(block) => return self.wrong(here, format!("`{}`: a case has one block `text`, then one `outline`", block.language)),
                None => {
                    reason.push(self.lines[here].trim());
                    self.at += 1;
                }
            }
        }
        let reason = reason.join(" ").trim().to_string();
        let Some((published, text)) = text else { return self.wrong(line, format!("`{title}` has no block `text`")) };
        let Some((expected, lines)) = expected else { return self.wrong(line, format!("`{title}` has no block `outline`")) };
        if reason.is_empty() {
            return self.wrong(line, format!("`{title}` gives no reason"));
        }
        Ok(Case { title: title.into(), line: line + 1, reason, layers: layers.to_vec(), swap, published, text, expected, lines })
    }

    /// The fenced block that opens here, if one does; afterwards the file stands behind it.
    fn block(&mut self) -> Result<Option<Block<'a>>> {
        let opening = self.lines[self.at];
        let ticks = opening.len() - opening.trim_start_matches('`').len();
        if ticks < 3 {
            return Ok(None);
        }
        let (language, options) = opening[ticks..].trim().split_once(' ').unwrap_or((opening[ticks..].trim(), ""));
        let first = self.at + 1;
        let fence = &opening[..ticks];
        let Some(length) = self.lines[first..].iter().position(|l| l.trim_end() == fence) else {
            return self.wrong(self.at, "a fenced block that is never closed");
        };
        self.at = first + length + 1;
        Ok(Some(Block { language, options, lines: first..first + length }))
    }

    /// A block's text with its options: `published=DATE`, and `escaped` where `\n`, `\r`, `\t`, `\\`, `\u{200b}` are spelled out.
    fn text(&self, line: usize, block: &Block<'a>) -> Result<(Option<String>, String)> {
        let (mut published, mut escaped) = (None, false);
        for option in block.options.split_whitespace() {
            match option.split_once('=') {
                Some(("published", date)) => published = Some(date.to_string()),
                None if option == "escaped" => escaped = true,
                _ => return self.wrong(line, format!("`{option}`: the options are `published=DATE` and `escaped`")),
            }
        }
        let text = self.lines[block.lines.clone()].join("\n");
        if !escaped {
            return Ok((published, text));
        }
        match unescape(&text) {
            Some(text) => Ok((published, text)),
            None => self.wrong(line, "an escape other than `\\n`, `\\r`, `\\t`, `\\\\`, `\\u{200b}`"),
        }
    }
}

fn unescape(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let (c, length) = match rest.chars().next()? {
            'n' => ('\n', 1),
            'r' => ('\r', 1),
            't' => ('\t', 1),
            '\\' => ('\\', 1),
            'u' => {
                let digits = rest.strip_prefix("u{")?.split_once('}')?.0;
                (char::from_u32(u32::from_str_radix(digits, 16).ok()?)?, digits.len() + 3)
            }
            _ => return None,
        };
        out.push(c);
        rest = &rest[length..];
    }
    Some(out + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str =
        "# T\n\nlayers: sentences\n\n## One\n\nWhy.\n\n```text escaped published=2023\nA.\\u{200b}\n```\n\n```outline\nwrong\nlines\n```\n";

    #[test]
    fn a_case_is_read_checked_and_rewritten() {
        let reader = Reader::english();
        let case = read(GOOD).unwrap().remove(0);
        assert_eq!((case.title.as_str(), case.line, case.reason.as_str()), ("One", 5, "Why."));
        assert_eq!((case.text.as_str(), case.published.as_deref(), case.expected.as_str()), ("A.\u{200b}", Some("2023"), "wrong\nlines"));
        let failures = check(&reader, GOOD).unwrap();
        assert_eq!(failures[0].found, "sentence \"A.\\u{200b}\"");
        let mended = update(&reader, GOOD).unwrap();
        assert!(check(&reader, &mended).unwrap().is_empty());
        assert_eq!(update(&reader, &mended).unwrap(), mended);
    }

    #[test]
    fn a_broken_file_names_its_line() {
        for (from, to, line, problem) in [
            ("layers: sentences", "", 1, "no line `layers"),
            ("layers: sentences", "layers: colours", 3, "no layer"),
            ("Why.", "", 5, "no reason"),
            ("escaped", "shouted", 9, "options"),
            ("\\u{200b}", "\\x", 9, "an escape"),
            ("```outline", "```yaml", 13, "one block `text`"),
            ("lines\n```", "lines\n", 13, "never closed"),
            ("## One", "# One", 17, "no case"),
        ] {
            let error = read(&GOOD.replace(from, to)).unwrap_err();
            assert!(error.to_string().contains(problem), "{error}");
            assert!(matches!(error, Error::BadCase { line: l, .. } if l == line), "{error}");
        }
    }
}
