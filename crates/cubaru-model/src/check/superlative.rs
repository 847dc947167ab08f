//! Superlatives and universals for which the text gives nothing: nobody is named, nothing compared, nothing listed.

use super::{Finding, Kind, Page};
use cubaru_parse::{
    Span,
    syntax::{Relation, Upos, Xpos},
};
use std::ops::Range;

pub(crate) fn superlatives(page: &Page, out: &mut Vec<Finding>) {
    for (i, _) in page.sentences() {
        let mut end = 0;
        for token in page.range(i) {
            let Some((words, rule)) = stated(page, token).filter(|(w, _)| w.start >= end) else { continue };
            end = words.end;
            let span = page.span(words.clone());
            if denied(page, token) || supported(page, i, &words, span) {
                continue;
            }
            let note = "the text names nobody who says so and compares nothing".to_string();
            out.push(Finding::new(Kind::Superlative, rule, page.side(span, page.lemma(token)), None, note));
        }
    }
}

/// A superlative or universal at a token: its words and the rule.
fn stated(page: &Page, at: usize) -> Option<(Range<usize>, &'static str)> {
    let token = &page.tokens()[at];
    let lower = token.text.to_lowercase();
    let head = token.head.map(|h| h as usize);
    let end = page.range(page.sentence(at)).end;
    if page.starts(at, end, "unmatched").is_some() {
        let words = page.starts(at, end, "unmatched")?;
        let noun = head.filter(|h| page.tokens()[*h].upos == Upos::Noun && *h >= at).unwrap_or(words.end - 1);
        return Some((words.start..noun.max(words.end - 1) + 1, "superlative-unmatched"));
    }
    match token.xpos {
        Xpos::Jjs | Xpos::Rbs if !page.listed(at, "no-superlative") => {
            let noun = noun_of(page, at)?;
            let whole = page.noun(noun);
            definite(page, noun, &whole).then_some(())?;
            // "One of the largest", "among the best", "the second largest" leave room for others.
            let before = whole.start.saturating_sub(3)..whole.start;
            let ranked = whole.clone().any(|t| page.listed(t, "rank"));
            let bounded = page.find(before, "bound").is_some() || ranked;
            (!bounded).then(|| (whole.start..reach(page, noun), "superlative"))
        }
        _ if lower == "first" && token.relation == Relation::Amod => {
            let noun = head.filter(|h| page.tokens()[*h].upos == Upos::Noun)?;
            let whole = page.noun(noun);
            let reach = reach(page, noun);
            let scope = page.find(whole.start..reach, "scope").is_some()
                || page.child(noun, &[Relation::Acl]).is_some_and(|c| page.tokens()[c].xpos == Xpos::Vb);
            let by = page.children(noun).iter().any(|c| {
                page.tokens()[*c].relation == Relation::Nmod && page.child(*c, &[Relation::Case]).is_some_and(|p| page.is(p, "by"))
            });
            ((scope || by) && definite(page, noun, &whole)).then_some((whole.start..reach, "superlative-first"))
        }
        _ if lower == "every" && token.relation == Relation::Det => {
            let noun = head.filter(|h| !page.listed(*h, "time-unit") && is_subject(page, *h))?;
            page.subject_verb(noun).map(|verb| (at..verb.max(noun) + 1, "universal-every"))
        }
        _ if lower == "all" && matches!(token.relation, Relation::DetPredet | Relation::Det) => {
            let noun = head.filter(|h| is_subject(page, *h) && page.child(*h, &[Relation::Nummod]).is_none())?;
            let verb = page.subject_verb(noun)?;
            // That all came can be seen; what all think cannot.
            let mental = page.listed(verb, "mind") || page.tokens()[verb].upos == Upos::Adj;
            let named =
                token.relation == Relation::DetPredet && !matches!(page.tokens()[at + 1..].first().map(|t| t.upos), Some(Upos::Num));
            (mental && named && at.checked_sub(1).is_none_or(|b| !page.is(b, "not"))).then_some((at..verb + 1, "universal-all"))
        }
        _ if lower == "no" && token.relation == Relation::Det => {
            let noun = head.filter(|h| is_subject(page, *h))?;
            let verb = page.subject_verb(noun)?;
            let other = (at + 1..noun).any(|t| page.is(t, "other"));
            let ever = (noun..verb).any(|t| page.is(t, "ever"));
            (other || ever).then_some((at..verb + 1, "universal-no"))
        }
        _ if lower == "never" && token.relation == Relation::Advmod => {
            let verb = head.filter(|h| *h > at && page.tokens()[*h].upos == Upos::Verb)?;
            let perfect = page.children(verb).iter().any(|c| page.is(*c, "have") && page.tokens()[*c].relation == Relation::Aux);
            let subject = page.subject(verb).filter(|s| page.tokens()[*s].upos != Upos::Pron)?;
            let present = matches!(page.tokens()[*page.children(verb).iter().find(|c| page.is(**c, "have"))?].xpos, Xpos::Vbz | Xpos::Vbp);
            (perfect && present).then_some((page.noun(subject).start..verb + 1, "universal-never"))
        }
        _ => None,
    }
}

/// The noun that a superlative is about: its own, or that of the adjective it heightens.
fn noun_of(page: &Page, at: usize) -> Option<usize> {
    let head = page.tokens()[at].head? as usize;
    let noun = |t: usize| matches!(page.tokens()[t].upos, Upos::Noun | Upos::Propn).then_some(t);
    let own = matches!(page.tokens()[at].relation, Relation::Amod).then(|| noun(head)).flatten();
    let heightened = || {
        let adjective = (page.tokens()[head].upos == Upos::Adj && page.tokens()[head].relation == Relation::Amod).then_some(head)?;
        noun(page.tokens()[adjective].head? as usize)
    };
    own.or_else(heightened).filter(|n| *n > at)
}

/// Whether the phrase has "the" or an owner.
fn definite(page: &Page, noun: usize, whole: &Range<usize>) -> bool {
    let det = page.children(noun).iter().any(|c| page.tokens()[*c].relation == Relation::Det && page.is(*c, "the"));
    // "His first visit" is somebody's own affair, "Kenya's largest forest" the world's.
    let owner = page.child(noun, &[Relation::NmodPoss]).is_some_and(|o| page.tokens()[o].upos != Upos::Pron);
    det || owner || page.is(whole.start, "the")
}

/// How far the phrase of a noun reaches: up to the next comma or the end of its tree.
fn reach(page: &Page, noun: usize) -> usize {
    let whole = page.phrase(noun);
    (noun + 1..whole.end).find(|t| page.tokens()[*t].upos == Upos::Punct).unwrap_or(whole.end).max(noun + 1)
}

fn is_subject(page: &Page, noun: usize) -> bool {
    matches!(page.tokens()[noun].relation, Relation::Nsubj | Relation::NsubjPass)
}

/// Whether the statement is denied, asked or only possible.
fn denied(page: &Page, at: usize) -> bool {
    let sentence = page.range(page.sentence(at));
    let asked = sentence.clone().next_back().is_some_and(|t| page.lemma(t) == "?");
    asked || at.checked_sub(1).is_some_and(|b| page.listed(b, "denial")) || at.checked_sub(2).is_some_and(|b| page.listed(b, "denial"))
}

fn supported(page: &Page, sentence: usize, words: &Range<usize>, span: Span) -> bool {
    // What stands in quotation marks is the speaker's own: that somebody says it is no support for it.
    if page.quoted(span) {
        return false;
    }
    let listed = page.range(sentence).end > words.end && (words.end..page.range(sentence).end).any(|t| page.lemma(t) == ":");
    page.is_sourced_beyond(sentence, span) || listed || beside(page, sentence, words)
}

/// Whether a sentence beside it that has a source speaks of the same.
fn beside(page: &Page, sentence: usize, words: &Range<usize>) -> bool {
    let content = |tokens: Range<usize>| -> Vec<&str> {
        tokens.filter(|t| matches!(page.tokens()[*t].upos, Upos::Noun | Upos::Propn | Upos::Adj)).map(|t| page.lemma(t)).collect()
    };
    let own = content(words.clone());
    let before = sentence.checked_sub(1).filter(|b| page.next(*b) == Some(sentence));
    [before, page.next(sentence)].into_iter().flatten().any(|other| {
        let shared = content(page.range(other)).into_iter().filter(|w| own.contains(w)).count();
        shared >= 2 && page.is_sourced(other)
    })
}
