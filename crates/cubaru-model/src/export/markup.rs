//! Text inside XML, HTML and Markdown.

/// Text inside an element or an attribute of XML 1.0 or HTML. Characters that XML cannot have become U+FFFD.
pub(super) fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // A parser would turn them into blanks or line feeds.
            '\t' => out.push_str("&#9;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

/// Text on one line, for formats without escapes: white space and control characters become one blank each run.
pub(super) fn line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Prose of a page: on one line, escaped. Direction is kept from leaking by the element around it.
pub(super) fn html(text: &str) -> String {
    xml(&line(text))
}

/// Prose of a Markdown document: on one line, with nothing that Markdown or HTML would take for its own.
pub(super) fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in line(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c if c.is_ascii_punctuation() && !matches!(c, ',' | ';' | '"' | '\'' | '/' | '%' | '?') => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaks() {
        assert_eq!(xml("<a href=\"x\">&'\u{1}\t"), "&lt;a href=&quot;x&quot;&gt;&amp;&#39;\u{fffd}&#9;");
        assert_eq!(line(" a\t\r\nb\u{0}c  "), "a b c");
        assert_eq!(markdown("*a* [b](c)\n<script>1. x"), "\\*a\\* \\[b\\]\\(c\\) &lt;script&gt;1\\. x");
    }
}
