//! Words of the text, made fit for one line of a terminal: white space collapsed, what would move the cursor left out, elided
//! around what matters.

use cubaru::Span;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The longest quotation, in columns, where no width is set: a line stays a line even for a text without a full stop.
pub(crate) const LONGEST: usize = 300;
/// The columns that quotation marks take.
pub(crate) const MARKS: usize = 3;
/// So many bytes around the focus are looked at; more never fit.
const WINDOW: usize = 4 * LONGEST;

/// The columns that a text takes.
pub(crate) fn columns(text: &str) -> usize {
    text.width()
}

/// One line: white space collapsed; control, invisible and direction-changing characters left out.
pub(crate) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => {}
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

/// Words with what stands around them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Quote {
    /// What leads up to the focus.
    pub before: String,
    /// What matters; may be empty.
    pub focus: String,
    /// What follows it.
    pub after: String,
}

impl Quote {
    /// The words at `whole`, elided around `focus`.
    pub(crate) fn around(text: &str, whole: Span, focus: Span) -> Self {
        let focus = Span { start: focus.start.max(whole.start), end: focus.end.min(whole.end).max(focus.start.max(whole.start)) };
        let (from, to) = (whole.start as usize, whole.end as usize);
        let near = from.max((focus.start as usize).saturating_sub(WINDOW));
        let near = (near..=focus.start as usize).find(|b| text.is_char_boundary(*b)).unwrap_or(from);
        let far = to.min(focus.end as usize + WINDOW);
        let far = (focus.end as usize..=far).rev().find(|b| text.is_char_boundary(*b)).unwrap_or(to);
        let cut = |from: usize, to: usize| clean(text.get(from..to).unwrap_or(""));
        let quote = Self {
            before: cut(near, focus.start as usize).trim_start().into(),
            focus: cut(focus.start as usize, focus.end as usize),
            after: cut(focus.end as usize, far).trim_end().into(),
        };
        Self {
            before: if near > from { format!("…{}", quote.before) } else { quote.before },
            after: if far < to { format!("{}…", quote.after) } else { quote.after },
            ..quote
        }
    }

    /// The words at `span`, elided at the end.
    pub(crate) fn of(text: &str, span: Span) -> Self {
        Self::around(text, span, Span { start: span.start, end: span.start })
    }

    /// The words at several places, with what lies between left out.
    pub(crate) fn parts(text: &str, spans: impl IntoIterator<Item = Span>) -> Self {
        let parts: Vec<String> = spans.into_iter().map(|s| Self::of(text, s).after).collect();
        Self { after: parts.join(" … "), ..Self::default() }
    }

    /// The marks to set around it, no more than [`MARKS`] columns. Words that are a quotation already get no second pair.
    pub(crate) fn marks(&self) -> (&'static str, &'static str) {
        let words = format!("{}{}{}", self.before, self.focus, self.after);
        let closing = match words.chars().next() {
            Some('“') => '”',
            Some('"') => '"',
            _ => return ("“", "”"),
        };
        match words.char_indices().skip(1).find(|(_, c)| *c == closing) {
            Some((at, _)) if at + closing.len_utf8() == words.len() => ("", ""),
            Some(_) => ("“ ", "”"),
            // Its own closing mark was elided.
            None => ("", "”"),
        }
    }

    /// The same, in no more than `width` columns.
    pub(crate) fn fit(&self, width: usize) -> Self {
        let [before, focus, after] = [&self.before, &self.focus, &self.after].map(|s| columns(s));
        if before + focus + after <= width {
            return self.clone();
        }
        if focus + 2 >= width {
            let cut = head(&self.focus, width.saturating_sub(usize::from(before > 0)));
            let lead = if before > 0 { "…" } else { "" };
            return Self { before: lead.into(), focus: cut, after: String::new() };
        }
        let room = width - focus;
        let left = before.min((room / 2).max(room.saturating_sub(after)));
        Self { before: tail(&self.before, left), focus: self.focus.clone(), after: head(&self.after, room - left) }
    }
}

/// The beginning of a text in at most `width` columns, cut between words where one can.
pub(crate) fn head(text: &str, width: usize) -> String {
    if columns(text) <= width {
        return text.into();
    }
    if width == 0 {
        return String::new();
    }
    let end = reach(text.char_indices(), width - 1, |i, c| i + c.len_utf8());
    let kept = &text[..end];
    let word = if text[end..].starts_with(' ') { Some(end) } else { kept.rfind(' ') };
    // A word longer than half the room is cut through: better its beginning than nothing.
    let kept = word.filter(|w| *w * 2 >= end || text.starts_with(' ') && *w == 0).map_or(kept, |w| &text[..w]);
    format!("{}…", kept.trim_end_matches([' ', '…']))
}

/// The end of a text in at most `width` columns, cut between words where one can.
fn tail(text: &str, width: usize) -> String {
    if columns(text) <= width {
        return text.into();
    }
    if width == 0 {
        return String::new();
    }
    let start = reach(text.char_indices().rev(), width - 1, |i, _| i).min(text.len());
    let start = if width == 1 { text.len() } else { start };
    let kept = &text[start..];
    let word = if text[..start].ends_with(' ') { Some(0) } else { kept.find(' ') };
    let kept = word.filter(|w| *w * 2 <= kept.len() || *w + 1 == kept.len()).map_or(kept, |w| &kept[w..]);
    format!("…{}", kept.trim_start_matches([' ', '…']))
}

/// The last place that `edge` gives for characters that together take no more than `width` columns.
fn reach(chars: impl Iterator<Item = (usize, char)>, width: usize, edge: impl Fn(usize, char) -> usize) -> usize {
    let mut used = 0;
    let mut last = None;
    for (i, c) in chars {
        used += c.width().unwrap_or(0);
        if used > width {
            break;
        }
        last = Some(edge(i, c));
    }
    last.unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, focus: &str, width: usize) -> String {
        let at = text.find(focus).unwrap();
        let q = Quote::around(text, Span::new(0, text.len()), Span::new(at, at + focus.len())).fit(width);
        assert!(columns(&q.before) + columns(&q.focus) + columns(&q.after) <= width, "{q:?} in {width}");
        format!("{}{}{}", q.before, q.focus, q.after)
    }

    #[test]
    fn what_matters_stays() {
        let text = "The foreign minister, who flew in on Wednesday, met Cuban leaders in Havana on Thursday.";
        assert_eq!(shown(text, "met", 200), text);
        assert_eq!(shown(text, "met", 40), "…in on Wednesday, met Cuban leaders in…");
        assert_eq!(shown(text, "The", 20), "The foreign…");
        assert_eq!(shown(text, "Thursday.", 24), "…in Havana on Thursday.");
        for width in 3..90 {
            assert!(shown(text, "met", width).contains("me") || width < 5, "{width}");
        }
    }

    #[test]
    fn what_lies_between_is_left_out() {
        let parts = Quote::parts("ab, he said, cd", [Span::new(0, 3), Span::new(13, 15)]);
        assert_eq!(parts.after, "ab, … cd");
        assert_eq!(parts.fit(6).after, "ab,…");
    }

    #[test]
    fn one_pair_of_marks() {
        let marks = |text: &str| Quote { focus: text.into(), ..Quote::default() }.marks();
        assert_eq!(marks("he said"), ("“", "”"));
        assert_eq!(marks("“No,”"), ("", ""));
        assert_eq!(marks("\"No\""), ("", ""));
        assert_eq!(marks("“No,” he said"), ("“ ", "”"));
        assert_eq!(marks("“No and …"), ("", "”"));
    }

    #[test]
    fn nothing_moves_the_cursor() {
        assert_eq!(clean("a\u{1b}[31m\r\n b\u{202e}c\u{0}"), "a\u{fffd}[31m bc\u{fffd}");
        for width in 2..40 {
            shown(&"語".repeat(400), "語", width);
            shown(&"x".repeat(4000), "xx", width);
        }
    }
}
