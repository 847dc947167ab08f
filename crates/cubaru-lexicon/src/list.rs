//! One list: its header and rows, read from text.

use crate::LexiconError;

/// A word list as it stands in its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// The file's name without its ending.
    pub name: String,
    /// Whether the forms match whatever their case.
    pub fold: bool,
    /// The columns' names; the first is the form.
    pub columns: Vec<String>,
    /// The entries, sorted.
    pub rows: Vec<Row>,
}

/// One entry of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line it stands on, counted from 1.
    pub line: u32,
    /// Its cells, as many as the list has columns.
    pub cells: Vec<String>,
}

impl List {
    /// Reads a list: `# key: value` lines (with `# columns: form<TAB>…` and `# match: exact` or `fold`), then sorted rows.
    pub fn read(name: &str, text: &str) -> Result<Self, LexiconError> {
        let wrong = |line: usize, problem: String| LexiconError::Line { list: name.into(), line: line as u32, problem };
        let mut list = List { name: name.into(), fold: false, columns: Vec::new(), rows: Vec::new() };
        let mut before: Option<&str> = None;
        for (number, line) in text.lines().enumerate().map(|(i, l)| (i + 1, l)) {
            if let Some(header) = line.strip_prefix('#') {
                if before.is_some() {
                    return Err(wrong(number, "a header line among the rows".into()));
                }
                let Some((key, value)) = header.split_once(':') else { continue };
                match (key.trim(), value.trim()) {
                    ("match", "fold") => list.fold = true,
                    ("match", "exact") => {}
                    ("match", other) => return Err(wrong(number, format!("`match` is `exact` or `fold`, not `{other}`"))),
                    ("columns", value) => {
                        list.columns = value.replace("<TAB>", "\t").split('\t').map(|c| c.trim().to_string()).collect();
                    }
                    _ => {}
                }
                continue;
            }
            if line.is_empty() {
                continue;
            }
            let cells: Vec<String> = line.split('\t').map(str::to_string).collect();
            if cells.len() != list.columns.len() {
                return Err(wrong(number, format!("{} cells, where the header names {} columns", cells.len(), list.columns.len())));
            }
            if cells[0].is_empty() || cells.iter().any(|c| c.trim() != c) {
                return Err(wrong(number, "an empty form, or white space at a cell's edge".into()));
            }
            if let Some(last) = before
                && last.as_bytes() >= line.as_bytes()
            {
                return Err(wrong(number, format!("not sorted: `{line}` stands after `{last}`")));
            }
            before = Some(line);
            list.rows.push(Row { line: number as u32, cells });
        }
        if list.columns.is_empty() {
            return Err(wrong(1, "no `# columns:` header".into()));
        }
        Ok(list)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_lines_are_named() {
        let head = "# columns: form<TAB>code\n";
        for (rows, problem) in
            [("B\tx\nA\tx\n", "not sorted"), ("A\n", "cells"), ("A \tx\n", "white space"), ("A\tx\nA\tx\n", "not sorted")]
        {
            let error = List::read("t", &format!("{head}{rows}")).unwrap_err().to_string();
            assert!(error.contains(problem), "{error}");
        }
        assert!(List::read("t", "A\tb\n").is_err());
        assert_eq!(List::read("t", &format!("{head}A\tx\n")).unwrap().rows[0].line, 2);
    }
}
