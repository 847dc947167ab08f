//! The parts of an article: headline, byline, dateline, running text, author notes, source line.

use crate::{
    parsed::{Part, PartKind},
    span::Span,
    why::Why,
};
use nom::{
    IResult, Parser,
    branch::alt,
    bytes::complete::{tag, take_while_m_n, take_while1},
    character::complete::{char, digit1, space0, space1},
    combinator::{opt, recognize, verify},
    multi::{many0, separated_list1},
    sequence::{delimited, preceded},
};

/// A headline has no more words than this.
const HEADLINE_WORDS: usize = 24;
/// A dateline stands in one of the first paragraphs.
const DATELINE_PARAGRAPHS: usize = 5;

/// The parts, in order; they tile the paragraphs.
pub(super) fn parts(text: &str, paragraphs: &[Span]) -> Vec<Part> {
    let mut out: Vec<Part> = Vec::new();
    let mut dated = false;
    let last = paragraphs.len();
    for (i, span) in paragraphs.iter().enumerate() {
        let words = span.of(text);
        let (kind, rule) = if i == 0 && last > 1 && is_headline(words) {
            (PartKind::Headline, "part-headline")
        } else if i < DATELINE_PARAGRAPHS && i + 1 < last && byline(words).is_ok() {
            (PartKind::Byline, "part-byline")
        } else if i > 0 && i + 1 < last && is_crosshead(words) {
            (PartKind::Headline, "part-crosshead")
        } else if i > 0 && author_note(words) {
            (PartKind::AuthorNote, "part-author-note")
        } else if i > 0 && source_line(words).is_ok() {
            (PartKind::SourceLine, "part-source-line")
        } else {
            (PartKind::Body, "part-body")
        };
        let mut start = span.start;
        if kind == PartKind::Body && !dated && i < DATELINE_PARAGRAPHS {
            dated = true;
            if let Ok((rest, _)) = dateline(words) {
                let end = span.start + (words.len() - rest.len()) as u32;
                out.push(part(Span { start, end }, PartKind::Dateline, "part-dateline"));
                start = end + (rest.len() - rest.trim_start().len()) as u32;
            }
        }
        out.push(part(Span { start, end: span.end }, kind, rule));
    }
    out
}

fn part(span: Span, kind: PartKind, rule: &str) -> Part {
    Part { start: span.start, end: span.end, kind, why: Why::rule(rule) }
}

/// A short first paragraph without a full stop at its end.
fn is_headline(words: &str) -> bool {
    let ended = words.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', ':', ';', ',']);
    !ended && words.split_whitespace().count() <= HEADLINE_WORDS && !words.starts_with(['•', '*'])
}

/// A few words in capitals between paragraphs, without a mark at their end.
fn is_crosshead(words: &str) -> bool {
    let letters = || words.chars().filter(|c| c.is_alphabetic());
    words.split_whitespace().count() <= 8
        && letters().count() > 3
        && letters().all(char::is_uppercase)
        && words.ends_with(char::is_alphanumeric)
}

/// `By Jane Roe and John Doe`, alone in its paragraph.
fn byline(text: &str) -> IResult<&str, ()> {
    let name =
        recognize((verify(take_while1(|c: char| c.is_alphabetic() || "'’.-".contains(c)), |w: &str| w.starts_with(char::is_uppercase)),));
    let names = many0(preceded((space0, opt(alt((tag(","), tag("and"), tag("&")))), space0), name));
    let (rest, found) = preceded((alt((tag("By "), tag("BY "), tag("by "))), space0), names).parse(text)?;
    let rest = rest.trim_start_matches([',', ' ', '|']);
    if found.len() < 2 || rest.len() > 40 || rest.ends_with('.') {
        return Err(nom::Err::Error(nom::error::Error::new(text, nom::error::ErrorKind::Verify)));
    }
    Ok(("", ()))
}

/// A note on an author: a bullet, or words that name the writer.
fn author_note(words: &str) -> bool {
    const OPENINGS: &[&str] = &["The author is", "The writer is", "The authors are", "The writers are", "About the author"];
    let bullet = words.starts_with(['•', '*', '·'])
        && [" is ", " are ", " was ", " writes ", " serves ", " teaches "].iter().any(|w| words.contains(w));
    bullet || OPENINGS.iter().any(|o| words.starts_with(o))
}

/// `Source: …`, `Reporting by …`
fn source_line(text: &str) -> IResult<&str, ()> {
    let openings = alt((
        tag("Source:"),
        tag("Sources:"),
        tag("SOURCE:"),
        tag("Reporting by"),
        tag("(Reporting by"),
        tag("Writing by"),
        tag("Editing by"),
    ));
    verify(openings, |_: &str| text.len() < 400).map(|_| ()).parse(text)
}

/// Place (in capitals, or before an agency in brackets), perhaps an agency, perhaps a date, then a dash.
fn dateline(text: &str) -> IResult<&str, ()> {
    let capitals = |input| {
        let word = take_while1(|c: char| c.is_uppercase() || ".'’".contains(c));
        verify(recognize(separated_list1(alt((tag(" "), tag("-"))), word)), |w: &str| w.chars().filter(|c| c.is_uppercase()).count() > 2)
            .parse(input)
    };
    let word = |input| {
        verify(take_while1(|c: char| c.is_alphabetic() || ".'’".contains(c)), |w: &str| w.starts_with(char::is_uppercase)).parse(input)
    };
    let region = preceded((char(','), space1), recognize((word, opt((space1, word)))));
    let agency = || delimited((space1, char('(')), take_while_m_n(1, 40, |c: char| c != ')' && c != '\n'), char(')'));
    let date = || preceded((opt(char(',')), space1), recognize((word, space1, digit1, opt((char(','), space1, digit1)))));
    let dash = || (space0, alt((tag("--"), tag("—"), tag("–"), tag("-"))), space1);
    let upper = (
        separated_list1((space0, char('/'), space0), capitals),
        opt(date()),
        opt(region),
        opt(agency()),
        opt(date()),
        opt(agency()),
        dash(),
    );
    let mixed = (word, opt((space1, word)), opt((char(','), space1, word)), agency(), opt(date()), dash());
    alt((upper.map(|_| ()), mixed.map(|_| ()))).parse(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines() {
        for (line, rest) in [
            ("KYIV/ISTANBUL, July 23 - Missiles", "Missiles"),
            ("HAVANA (Reuters) — The", "The"),
            ("ST. PETERSBURG, Russia, May 5 (TASS) – The", "The"),
            ("Geneva (AFP) - Talks", "Talks"),
            ("LIMA, Peru -- Police", "Police"),
        ] {
            assert_eq!(dateline(line).map(|(r, _)| r), Ok(rest), "{line}");
        }
        for line in ["NATO - the alliance", "In Havana - once", "U.S. officials said"] {
            assert!(dateline(line).is_err() || line.starts_with("NATO"), "{line}");
        }
    }
}
