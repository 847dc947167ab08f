//! Paragraphs: what stands between line breaks that the writer meant.

use crate::span::Span;

/// A text whose longest line is no longer than this may have been wrapped by hand.
const WRAPPED: usize = 100;
/// A line shorter than this was not broken for lack of room.
const SHORT: usize = 45;

/// The paragraphs, without white space at their edges.
pub(super) fn paragraphs(text: &str) -> Vec<Span> {
    let mut lines: Vec<(Span, bool)> = Vec::new();
    let (mut at, mut blank) = (0, false);
    for line in text.split_inclusive(['\n', '\u{2028}', '\u{2029}', '\u{c}']) {
        let body = line.trim();
        if body.is_empty() {
            blank = true;
        } else {
            let start = at + line.find(body).unwrap_or(0);
            lines.push((Span::new(start, start + body.len()), std::mem::take(&mut blank)));
        }
        at += line.len();
    }
    let wrapped = lines.iter().filter(|(s, _)| s.len() > SHORT).count() > 2 && lines.iter().all(|(s, _)| s.len() <= WRAPPED);
    let mut out: Vec<Span> = Vec::new();
    let mut last = Span::default();
    for (line, blank) in lines {
        let (before, words) = (last.of(text), line.of(text));
        let ended = before.ends_with(['.', '!', '?', '"', '”', '’', ':', ')']);
        let goes_on = !blank && !ended && (words.starts_with(char::is_lowercase) || (wrapped && last.len() >= SHORT));
        let filled = !blank && wrapped && last.len() >= WRAPPED * 6 / 10 && !out.is_empty() && !words.starts_with(['•', '*', '-']);
        match out.last_mut() {
            Some(paragraph) if goes_on || filled => paragraph.end = line.end,
            _ => out.push(line),
        }
        last = line;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<&str> {
        paragraphs(text).into_iter().map(|s| s.of(text)).collect()
    }

    #[test]
    fn blank_lines_and_plain_breaks_part() {
        assert_eq!(read("A title\n\nFirst one.\r\n\r\nSecond\none.\n"), ["A title", "First one.", "Second\none."]);
        assert_eq!(read("First line.\nSecond line."), ["First line.", "Second line."]);
        assert!(read(" \n\t\n").is_empty());
    }
}
