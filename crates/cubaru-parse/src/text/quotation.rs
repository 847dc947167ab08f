//! Quotations: straight and curly, nested, over several sentences and paragraphs, and those never closed.

use super::shape::is_apostrophe;
use crate::{
    parsed::{Closing, Quotation, Token},
    span::Span,
};

/// What a mark can do where it stands.
#[derive(Clone, Copy, PartialEq)]
enum Role {
    Open,
    Close,
    Either,
}

/// The family of a mark: a quotation is closed by a mark of its own family.
fn family(mark: &str) -> Option<(char, Option<Role>)> {
    Some(match mark {
        "\"" | "''" | "``" => ('"', None),
        "“" => ('“', Some(Role::Open)),
        "„" => ('„', Some(Role::Open)),
        "”" => ('“', Some(Role::Close)),
        "«" => ('«', Some(Role::Open)),
        "»" => ('«', Some(Role::Close)),
        "'" => ('\'', None),
        "‘" => ('‘', Some(Role::Open)),
        "’" => ('‘', Some(Role::Close)),
        _ => return None,
    })
}

/// The quotations, by their opening marks. Linear in the number of tokens.
pub(super) fn quotations(text: &str, tokens: &[Token], paragraphs: &[Span]) -> Vec<Quotation> {
    let mut out: Vec<Quotation> = Vec::new();
    let mut continued: Option<u32> = None;
    let mut next = 0;
    for paragraph in paragraphs {
        let from = next + tokens[next..].partition_point(|t| t.start < paragraph.start);
        next = from + tokens[from..].partition_point(|t| t.start < paragraph.end);
        continued = in_paragraph(text, &tokens[from..next], *paragraph, continued, &mut out);
    }
    // Marks were closed in another order than they were opened.
    out.sort_by_key(|q| q.start);
    out
}

/// Reads one paragraph; gives back the index of the quotation that may go on in the next.
fn in_paragraph(text: &str, tokens: &[Token], paragraph: Span, continued: Option<u32>, out: &mut Vec<Quotation>) -> Option<u32> {
    let first = out.len();
    let mut open: Vec<(char, u32)> = Vec::new();
    // How many of each family stand open; the two single ones are never told apart.
    let mut counts: [u32; 5] = [0; 5];
    let slot = |family: char| "\"“«„".chars().position(|c| c == family).unwrap_or(4);
    for (i, token) in tokens.iter().enumerate() {
        let Some((mut kind, mut fixed)) = family(&token.text) else { continue };
        // German and its neighbours: „ein Vertrag“, „umowa”.
        if kind == '“' && open.last().is_some_and(|(k, _)| *k == '„') {
            (kind, fixed) = ('„', Some(Role::Close));
        }
        let role = fixed.unwrap_or_else(|| role(text, token));
        let is_open = counts[slot(kind)] > 0;
        let apostrophe = token.text.len() <= 3 && token.text.starts_with(is_apostrophe);
        let closes = match role {
            Role::Close => is_open,
            Role::Either => is_open,
            Role::Open => false,
        };
        // A possessive's apostrophe closes nothing.
        if apostrophe
            && closes
            && token.clitic
            && !text[token.end as usize..].starts_with(['.', ',', '?', '!', '"', '”'])
            && later_close(tokens, i, kind)
        {
            continue;
        }
        if closes {
            while let Some((k, q)) = open.pop() {
                counts[slot(k)] -= 1;
                let quotation = &mut out[q as usize];
                if k == kind {
                    quotation.end = token.end;
                    quotation.content.end = token.start;
                    quotation.closing = Closing::Mark;
                    break;
                }
                quotation.end = token.start;
                quotation.content.end = token.start;
            }
        } else if role != Role::Close && !(apostrophe && role == Role::Either) {
            if apostrophe && (kind == '\'' || kind == '‘') && (!later_close(tokens, i, kind) || is_and(tokens, i)) {
                continue;
            }
            let parent = open.last().map(|(_, q)| *q);
            let continues = continued.filter(|_| parent.is_none() && i == 0);
            out.push(Quotation {
                start: token.start,
                end: paragraph.end,
                content: Span { start: token.end, end: paragraph.end },
                depth: open.len() as u32,
                parent,
                continues,
                closing: Closing::Missing,
            });
            counts[slot(kind)] += 1;
            open.push((kind, out.len() as u32 - 1));
        }
    }
    if let Some(before) = continued {
        let goes_on = out.get(first).is_some_and(|q| q.continues.is_some());
        if goes_on {
            out[before as usize].closing = Closing::NextParagraph;
        }
    }
    // What stays open runs to the paragraph's end, and may go on in the next.
    open.first().map(|(_, q)| *q)
}

/// Whether a single mark of this family that can close stands within the next tokens.
fn later_close(tokens: &[Token], at: usize, kind: char) -> bool {
    const REACH: usize = 60;
    tokens[at + 1..].iter().take(REACH).any(|t| {
        let mark = if kind == '\'' { "'" } else { "’" };
        t.text == mark && !t.clitic
    })
}

/// rock 'n' roll
fn is_and(tokens: &[Token], at: usize) -> bool {
    matches!(tokens.get(at + 1).map(|t| t.text.as_str()), Some("n" | "N"))
        && tokens.get(at + 2).is_some_and(|t| t.text.starts_with(is_apostrophe) && t.start == tokens[at + 1].end)
}

/// What a straight mark does, from the characters beside it.
fn role(text: &str, token: &Token) -> Role {
    let before = text[..token.start as usize].chars().next_back();
    let after = text[token.end as usize..].chars().next();
    let opens = before.is_none_or(|c| c.is_whitespace() || "([{-–—/\"“‘'".contains(c));
    let closes = after.is_none_or(|c| c.is_whitespace() || ".,;:!?)]}-–—/\"”’'".contains(c));
    match (opens, closes) {
        (true, false) => Role::Open,
        (false, true) => Role::Close,
        _ => Role::Either,
    }
}
