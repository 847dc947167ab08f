//! Lines of a dictionary without their comments.

use crate::problem::{DictionaryProblem, Trouble};

/// A line that says something.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line<'a> {
    /// Counted from 1.
    pub number: u32,
    /// Its text, without comment and white space at its end.
    pub text: &'a str,
}

impl Line<'_> {
    /// Whether it begins with white space, as lines of dated codes do.
    pub(crate) fn indented(&self) -> bool {
        self.text.starts_with(char::is_whitespace)
    }
}

/// A file that is being read: its name, and what was wrong so far.
pub(crate) struct File<'a> {
    pub name: &'a str,
    pub problems: &'a mut Vec<DictionaryProblem>,
}

impl File<'_> {
    /// Notes a trouble at a part of a line.
    pub(crate) fn trouble(&mut self, line: Line<'_>, part: &str, trouble: Trouble, message: impl Into<String>) {
        let at = (part.as_ptr() as usize).checked_sub(line.text.as_ptr() as usize);
        let column = at.and_then(|at| line.text.get(..at)).map_or(0, |before| before.chars().count());
        let (file, column) = (self.name.to_string(), column as u32 + 1);
        self.problems.push(DictionaryProblem {
            file,
            line: line.number,
            column,
            code: trouble.code(),
            message: message.into(),
            hint: trouble.hint(),
        });
    }
}

/// The lines that are neither empty nor comments. Comments begin with `#`, with `;` after white space or a bracket (TABARI), or stand
/// between `<!` and `>`, over several lines where the first does not close it.
pub(crate) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut out = Vec::new();
    let mut within = false;
    for (number, whole) in text.lines().enumerate() {
        if within {
            within = !whole.contains("->");
            continue;
        }
        if whole.trim_start().starts_with("<!") {
            within = !whole.contains('>');
            continue;
        }
        let text = uncommented(whole.strip_prefix('\u{feff}').unwrap_or(whole)).trim_end();
        if !text.trim().is_empty() {
            out.push(Line { number: number as u32 + 1, text });
        }
    }
    out
}

/// A line up to its comment. A `#` inside brackets is a code (`[###]`).
fn uncommented(line: &str) -> &str {
    let mut depth = 0_u32;
    let mut before = ' ';
    for (at, c) in line.char_indices() {
        match c {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            '#' if depth == 0 || !line[at..].contains(']') => return &line[..at],
            ';' if before.is_whitespace() || matches!(before, ']' | '}') => return &line[..at],
            _ => {}
        }
        before = c;
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_go_and_codes_stay() {
        let text = "# all\nNAME [AAA] # note\n<!-- one -->\n<!-- two\n still -->\nOLD [###] ; note\n\n  [BBB]\n";
        let found: Vec<(u32, &str)> = lines(text).iter().map(|l| (l.number, l.text)).collect();
        assert_eq!(found, [(2, "NAME [AAA]"), (6, "OLD [###]"), (8, "  [BBB]")]);
    }
}
