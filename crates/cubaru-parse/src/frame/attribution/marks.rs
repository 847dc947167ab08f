//! What is said: the clause or quotation behind a cue, before it, or around it.

use super::{
    super::{Scene, clause},
    cue::Cue,
};
use crate::{
    input::Sheet,
    label::{Relation, Upos, Xpos},
    language::Frame,
    parsed::{Quotation, TokenKind},
    phrase::{
        verb,
        verb::{Form, VerbGroup},
    },
    span::Span,
};

/// A quotation of fewer words is no speech of its own.
const SPEECH: usize = 3;
/// "that" is looked for no further behind a cue.
const FAR: usize = 16;
/// The verb of a clause stands no further behind its beginning.
const CLAUSE: usize = 60;

/// Content behind the cue: "that …", a clause, a quotation.
pub(super) fn after(
    scene: &Scene<'_>,
    group: &VerbGroup,
    found: &Cue<'_>,
    unit: (usize, usize),
    last: usize,
) -> Option<(Vec<Span>, &'static str)> {
    let sheet = scene.sheet;
    let mut at = unit.1.max(found.last);
    if at < last && sheet.is(last - 1, ":") && at + 1 >= last {
        return below(sheet, last);
    }
    if at >= last {
        return None;
    }
    // "told reporters", "told Ankara"
    if found.has(Frame::Addressee) || found.has(Frame::Object) && !found.has(Frame::Clause) {
        if let Some((i, _)) = scene.nouns(at, last).find(|(_, n)| n.from <= at) {
            at = scene.end(i);
        } else if sheet.token(at).kind == TokenKind::Word && (!sheet.common(at, Some("function")) || listener(sheet, at)) {
            at += 1;
        }
    }
    // "told a forum in the capital that …": the listener has many words.
    if found.has(Frame::Addressee) {
        // "told workers in Beira, Mozambique, that …"
        let place = |i: usize| (i..last.min(i + 4)).any(|t| t > i && sheet.is(t, ",")) || sheet.is(i + 1, "that") && i > at + 1;
        let plain = |i: &usize| !clause::ends(scene, *i) && (!sheet.is(*i, ",") || place(*i)) && scene.verb_at(*i).is_none();
        let that = (at..last.min(at + 12)).take_while(|i| sheet.is(*i, "that") || plain(i)).find(|i| sheet.is(*i, "that"));
        at = that.unwrap_or(at);
    }
    // A phrase between cue and content: "on Friday", "in a statement", "to reporters".
    let after_phrase = skip_phrases(scene, at, last);
    let text = |i: usize| sheet.tokens.get(i).filter(|_| i < last).map_or("", |t| t.text.as_str());
    for start in [at, after_phrase] {
        let mut begin = start;
        // "adding later, “…”"
        while begin + 1 < last && sheet.is(begin + 1, ",") && verb::is_adverb(sheet, begin) {
            begin += 1;
        }
        while matches!(text(begin), "," | ":") {
            begin += 1;
        }
        if begin < last
            && let Some(quotation) = opens(sheet, begin)
            && (words(sheet, quotation.content) >= SPEECH || begin > start)
        {
            let end = sheet.span(begin, last).end;
            // The sentence may go on after a short quotation.
            let whole = Span { start: quotation.start, end: quotation.end };
            let goes_on = quotation.end < end.saturating_sub(1) && words(sheet, Span { start: quotation.end, end }) > 1 && begin == start;
            let content = if goes_on { Span { start: quotation.start, end: stop(sheet, begin, last) } } else { whole };
            return Some((vec![content], "attribution-quotation-after"));
        }
        let opens_clause = || sheet.token(start).upos == Upos::Sconj && start + SPEECH < last;
        if text(start) == "that" && (!matches!(text(start + 1), "," | ".") || opens_clause()) {
            return Some((vec![Span { start: sheet.token(start).start, end: stop(sheet, start, last) }], "attribution-that"));
        }
        if found.has(Frame::ToClause) && text(start) == "to" {
            return Some((vec![Span { start: sheet.token(start).start, end: stop(sheet, start, last) }], "attribution-to"));
        }
    }
    if let Some(that) = far_that(scene, at, last).filter(|_| found.speaks() && found.has(Frame::Clause)) {
        return Some((vec![Span { start: sheet.token(that).start, end: stop(sheet, that, last) }], "attribution-that"));
    }
    // "denied targeting civilians"
    let gerund = text(at).ends_with("ing") && text(at).len() > 5 && matches!(found.kind(), "deny" | "admit");
    if gerund {
        return Some((vec![Span { start: sheet.token(at).start, end: stop(sheet, at, last) }], "attribution-gerund"));
    }
    if found.has(Frame::Object) && text(at) == "of" || matches!(text(at), "whether" | "how" | "why") {
        return Some((vec![Span { start: sheet.token(at).start, end: stop(sheet, at, last) }], "attribution-of"));
    }
    // A bare clause: it begins with its subject.
    let start = after_phrase;
    let told = found.has(Frame::Addressee) && at > unit.1.max(found.last);
    if start < last && group.form != Form::Infinitive && (found.has(Frame::Clause) || told) && !sheet.quoted(group.head) {
        let span = Span { start: sheet.token(start).start, end: stop(sheet, start, last) };
        let plain = !matches!(text(start), "," | "." | ";" | ":" | "to") && !opens_phrase(sheet, start);
        // Who says a clause, and no thing, may say one whose subject the tree missed.
        let loose = || {
            let end = last.min(start + CLAUSE);
            let comma = (start..end).find(|t| sheet.is(*t, ",")).unwrap_or(end);
            let says = found.kind() == "say" && !found.has(Frame::Object) && group.governor.is_none();
            says && nominal(scene, start) && states(scene, start, comma, None)
        };
        if plain && (states(scene, start, last, Some(start)) || loose()) && words(sheet, span) >= SPEECH {
            return Some((vec![span], "attribution-indirect-bare"));
        }
    }
    None
}

/// "The minister said:", and the quotation in the next line.
fn below(sheet: &Sheet<'_>, last: usize) -> Option<(Vec<Span>, &'static str)> {
    let quotation = opens(sheet, last).filter(|q| words(sheet, q.content) >= SPEECH)?;
    Some((vec![Span { start: quotation.start, end: quotation.end }], "attribution-quotation-after"))
}

/// Whether some words hold a finite clause: a verb with its subject, which begins at a token where one is given.
fn states(scene: &Scene<'_>, first: usize, last: usize, at: Option<usize>) -> bool {
    let (sheet, tree) = (scene.sheet, &scene.sheet.edges);
    (first..last).any(|i| {
        let token = sheet.token(i);
        let subject = matches!(token.relation, Relation::Nsubj | Relation::NsubjPass | Relation::Expl);
        let verb = token.head.map(|h| h as usize).filter(|h| subject && *h > i && *h < last);
        verb.is_some_and(|v| {
            let tensed = |x: Xpos| matches!(x, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md);
            let finite = tensed(sheet.token(v).xpos) || tree.children(v).any(|c| tensed(sheet.token(c).xpos));
            finite && at.is_none_or(|at| tree.extent(i).0 == at)
        })
    })
}

/// "As the minister said, …": the content follows the comma.
pub(super) fn after_as(scene: &Scene<'_>, unit: (usize, usize), first: usize, last: usize) -> Option<(Vec<Span>, &'static str)> {
    let sheet = scene.sheet;
    let leads = unit.0 == first + 1 && sheet.is(first, "as") && sheet.is(unit.1, ",") && unit.1 + SPEECH < last;
    leads.then(|| (vec![Span { start: sheet.token(unit.1 + 1).start, end: stop(sheet, unit.1 + 1, last) }], "attribution-as"))
}

/// Content before the cue: a quotation that just ended, or the sentence up to a comma.
pub(super) fn before(scene: &Scene<'_>, unit: (usize, usize), first: usize, last: usize) -> Option<(Vec<Span>, &'static str)> {
    let sheet = scene.sheet;
    let before = unit.0.checked_sub(1).filter(|b| *b >= first)?;
    let token = sheet.token(before);
    let ends = [token.end, if token.text == "," { token.start } else { token.end }];
    if let Some(quotation) = ends.into_iter().find_map(|end| sheet.closing(end))
        && (words(sheet, quotation.content) >= SPEECH || quotation.start <= sheet.token(first).start)
    {
        // Words before a short quotation belong to the content: "The talks were "useful," he said."
        let start = sheet.token(first).start;
        let led = quotation.start > start && words(sheet, Span { start, end: quotation.start }) > 0;
        let begin = if led && quotation.depth == 0 { start } else { quotation.start };
        return Some((vec![Span { start: begin, end: quotation.end }], "attribution-quotation-before"));
    }
    if token.text != "," {
        return None;
    }
    let content = Span { start: sheet.token(first).start, end: token.start };
    let rest = around(scene, unit.1, last);
    if let Some(rest) = rest.filter(|_| first < before) {
        return Some((vec![content, rest], "attribution-around"));
    }
    // ", the army said.": where the source stands between marks, a verb before it is enough, should the tree have missed its subject.
    let behind = skip_phrases(scene, unit.1, last);
    let between = behind >= last || matches!(sheet.token(behind).text.as_str(), "," | ".");
    let clause = states(scene, first, before, None) || between && (first..before).any(|t| verb::acts(sheet, t));
    // "If Russia attacks, NATO will respond": a clause that hangs on what follows is not said.
    let led = || (first..before).rev().filter(|t| sheet.is(*t, ",")).take(4).any(|c| states(scene, c + 1, before, Some(c + 1)));
    let said = clause && words(sheet, content) >= SPEECH && (!opens_phrase(sheet, first) || led());
    said.then(|| (vec![content], "attribution-indirect-before"))
}

/// "told them", "told me": a pronoun in the object's form, with more to come behind it.
fn listener(sheet: &Sheet<'_>, at: usize) -> bool {
    sheet.is_any(at, &["me", "us", "him", "her", "them", "you"]) && !sheet.is(at + 1, "to")
}

/// "said in one of its letters that …", "told the paper before he left that …": the "that" of a clause behind phrases of any length, which
/// the tree may hang on one of them.
fn far_that(scene: &Scene<'_>, at: usize, last: usize) -> Option<usize> {
    let sheet = scene.sheet;
    let that = (at..last.min(at + FAR)).find(|t| sheet.is(*t, "that") || sheet.is_any(*t, &[",", ";", ":"]) || marks_speech(sheet, *t))?;
    let mark = sheet.is(that, "that") && (sheet.token(that).upos == Upos::Sconj || sheet.token(that).relation == Relation::Mark);
    let verb = sheet.token(that).head.map(|h| h as usize).filter(|h| mark && *h > that && *h < last)?;
    // "the fact that he left": a noun whose own clause it is has its article.
    let noun = sheet.token(verb).relation == Relation::Acl || sheet.language.cues().nouns.contains_key(&sheet.token(that - 1).lemma);
    (that > at
        && (!noun || sheet.token(that - 1).xpos == Xpos::Nns)
        && sheet.is_any(at, &["in", "at", "on", "before", "after", "during", "to"]))
    .then_some(that)
}

fn marks_speech(sheet: &Sheet<'_>, at: usize) -> bool {
    opens(sheet, at).is_some()
}

/// Whether a noun phrase begins with a token.
fn nominal(scene: &Scene<'_>, at: usize) -> bool {
    let token = scene.sheet.token(at);
    matches!(token.upos, Upos::Det | Upos::Noun | Upos::Propn | Upos::Num | Upos::Adj | Upos::Pron) && token.xpos != Xpos::Wp
}

/// Whether a phrase or subordinate clause begins with a token, and so none that stands by itself.
fn opens_phrase(sheet: &Sheet<'_>, at: usize) -> bool {
    let token = sheet.token(at);
    matches!(token.upos, Upos::Adp | Upos::Sconj | Upos::Cconj) || token.xpos == Xpos::Wrb
}

/// What goes on behind a cue that is put into its sentence between commas: "The museum, the mayor said, is closed."
fn around(scene: &Scene<'_>, next: usize, last: usize) -> Option<Span> {
    let sheet = scene.sheet;
    let own = sheet.is(next, ",") && next + SPEECH < last && !sheet.is_any(next + 1, &["adding", "citing", "but", "who", "which", "and"]);
    let verbal = || (next + 1..last).any(|t| sheet.token(t).upos == Upos::Aux || verb::acts(sheet, t) && sheet.token(t).xpos != Xpos::Vbg);
    (own && verbal()).then(|| Span { start: sheet.token(next + 1).start, end: stop(sheet, next + 1, last) })
}

/// The quotation that opens at a token.
pub(super) fn opens<'a>(sheet: &Sheet<'a>, token: usize) -> Option<&'a Quotation> {
    let start = sheet.tokens.get(token)?.start;
    let i = sheet.quotations.partition_point(|q| q.start < start);
    sheet.quotations.get(i).filter(|q| q.start == start)
}

fn words(sheet: &Sheet<'_>, span: Span) -> usize {
    let from = sheet.tokens.partition_point(|t| t.end <= span.start);
    sheet.tokens[from..].iter().take_while(|t| t.start < span.end).filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number)).count()
}

/// Where content that begins at a token ends: the sentence's end without its full stop.
pub(super) fn stop(sheet: &Sheet<'_>, first: usize, last: usize) -> u32 {
    let mut end = last;
    while end > first + 1 && matches!(sheet.token(end - 1).text.as_str(), "." | "!" | "?" | ";" | ":" | ",") {
        end -= 1;
    }
    // What begins within a quotation ends with it.
    let start = sheet.token(first).start;
    let before = sheet.quotations.partition_point(|q| q.content.start <= start);
    let around = sheet.quotations[..before].iter().rev().take(8).find(|q| q.content.end > start);
    around.map_or(sheet.token(end - 1).end, |q| sheet.token(end - 1).end.min(q.content.end))
}

/// Skips phrases of place, time and occasion: "on Friday", "in a statement", "to reporters in Havana", "Thursday".
fn skip_phrases(scene: &Scene<'_>, from: usize, last: usize) -> usize {
    let sheet = scene.sheet;
    let mut at = from;
    let timed = |at: usize| {
        let start = sheet.tokens.get(at).map_or(0, |t| t.start);
        let i = scene.times.partition_point(|t| t.start < start);
        scene.times.get(i).filter(|t| t.start == start).map(|t| sheet.tokens.partition_point(|k| k.end < t.end) + 1)
    };
    for _ in 0..4 {
        if at >= last {
            return last;
        }
        if let Some(end) = timed(at) {
            at = end.min(last);
            continue;
        }
        if sheet.token(at).upos != Upos::Adp {
            return at;
        }
        if sheet.is(at, "to") && scene.verb_at(at + 1).is_some() {
            return at;
        }
        let mut end = at + 1;
        if let Some(e) = timed(end) {
            at = e.min(last);
            continue;
        }
        // A short noun phrase: up to the next small word or mark.
        end += usize::from(sheet.token(end).determiner());
        let begin = end;
        while end < last
            && end < begin + 5
            && matches!(sheet.token(end).kind, TokenKind::Word | TokenKind::Number)
            && !sheet.common(end, Some("function"))
            && !verb::acts(sheet, end)
        {
            end += 1;
        }
        if end == begin {
            return at;
        }
        at = end;
    }
    at
}
