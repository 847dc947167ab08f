//! A document as the checks walk it: words with their trees, and what was read at each.

use super::{Lists, Side};
use crate::{DocumentRow, Rows};
use cubaru_parse::{
    Attribution, Event, Mention, MentionKind, Parsed, PartKind, Quantity, Sentence, Span, Time, Token, Words,
    syntax::{Relation, Upos, Xpos},
};
use std::{collections::BTreeMap, ops::Range};

pub(crate) struct Page<'a> {
    pub row: &'a DocumentRow,
    pub parsed: &'a Parsed,
    pub lists: &'a Lists,
    text: &'a str,
    children: Vec<Vec<usize>>,
    /// The sentence of each token.
    of: Vec<usize>,
    /// The event that the trigger at a token states.
    acts: BTreeMap<usize, usize>,
    /// The attributions with a named source that each sentence touches.
    sources: Vec<Vec<usize>>,
}

impl<'a> Page<'a> {
    pub fn new(rows: &'a Rows, parsed: &'a Parsed, lists: &'a Lists) -> Self {
        let mut children = vec![Vec::new(); parsed.tokens.len()];
        for (i, token) in parsed.tokens.iter().enumerate() {
            if let Some(list) = token.head.and_then(|h| children.get_mut(h as usize)) {
                list.push(i);
            }
        }
        let mut of = vec![0; parsed.tokens.len()];
        for (i, sentence) in parsed.sentences.iter().enumerate() {
            of.get_mut(range(sentence)).into_iter().flatten().for_each(|o| *o = i);
        }
        let mut page = Self {
            row: &rows.document,
            parsed,
            lists,
            text: &rows.document.text,
            children,
            of,
            acts: BTreeMap::new(),
            sources: Vec::new(),
        };
        let mut sources = vec![Vec::new(); parsed.sentences.len()];
        for (i, attribution) in parsed.attributions.iter().enumerate().filter(|(_, a)| page.is_named(a)) {
            for words in attribution.content.iter().chain(&attribution.cue) {
                for sentence in page.touched(words.span()) {
                    if sources[sentence].last() != Some(&i) {
                        sources[sentence].push(i);
                    }
                }
            }
        }
        page.sources = sources;
        for (i, event) in parsed.events.iter().enumerate().rev() {
            page.acts.extend(event.trigger.first().map(|w| (page.within(w.span()).start, i)));
        }
        page
    }

    /// Whether somebody other than the writer is named as the source.
    fn is_named(&self, attribution: &Attribution) -> bool {
        let writer = |w: &Words| self.lists.has("writer", &w.text.to_lowercase());
        !attribution.source.is_empty() && !attribution.source.iter().all(writer)
    }

    pub fn tokens(&self) -> &'a [Token] {
        &self.parsed.tokens
    }

    pub fn lemma(&self, token: usize) -> &'a str {
        self.parsed.tokens.get(token).map_or("", |t| &t.lemma)
    }

    pub fn is(&self, token: usize, lemma: &str) -> bool {
        self.lemma(token).eq_ignore_ascii_case(lemma)
    }

    /// A word's kind by the list of words: its lemma, or itself in small letters.
    pub fn listed(&self, token: usize, kind: &str) -> bool {
        let Some(t) = self.parsed.tokens.get(token) else { return false };
        self.lists.has(kind, &t.lemma.to_lowercase()) || self.lists.has(kind, &t.text.to_lowercase())
    }

    pub fn children(&self, token: usize) -> &[usize] {
        self.children.get(token).map_or(&[], Vec::as_slice)
    }

    pub fn child(&self, token: usize, relations: &[Relation]) -> Option<usize> {
        self.children(token).iter().copied().find(|c| relations.contains(&self.tokens()[*c].relation))
    }

    /// The sentences of the running text and its headlines.
    pub fn sentences(&self) -> impl Iterator<Item = (usize, &'a Sentence)> + use<'a> {
        let told = |s: &&Sentence| matches!(s.part, PartKind::Body | PartKind::Headline);
        self.parsed.sentences.iter().enumerate().filter(move |(_, s)| told(s))
    }

    /// The sentence of a token.
    pub fn sentence(&self, token: usize) -> usize {
        self.of.get(token).copied().unwrap_or_default()
    }

    pub fn range(&self, sentence: usize) -> Range<usize> {
        self.parsed.sentences.get(sentence).map_or(0..0, range)
    }

    /// The next sentence of the same paragraph.
    pub fn next(&self, sentence: usize) -> Option<usize> {
        let (here, next) = (self.parsed.sentences.get(sentence)?, self.parsed.sentences.get(sentence + 1)?);
        (here.paragraph == next.paragraph).then_some(sentence + 1)
    }

    /// The tokens that a span touches.
    pub fn within(&self, span: Span) -> Range<usize> {
        let tokens = self.tokens();
        let from = tokens.partition_point(|t| t.end <= span.start);
        let to = tokens.partition_point(|t| t.start < span.end);
        from..to.max(from)
    }

    fn touched(&self, span: Span) -> Range<usize> {
        let sentences = &self.parsed.sentences;
        let from = sentences.partition_point(|s| s.end <= span.start);
        from..sentences.partition_point(|s| s.start < span.end).max(from)
    }

    /// The place of a run of tokens.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        let tokens = &self.tokens()[clamped(tokens, self.tokens().len())];
        match (tokens.first(), tokens.last()) {
            (Some(a), Some(b)) => Span { start: a.start, end: b.end },
            _ => Span::default(),
        }
    }

    pub fn words(&self, span: Span) -> Words {
        Words::at(self.text, span)
    }

    pub fn side(&self, span: Span, read: impl Into<String>) -> Side {
        self.listing(span, read, Vec::new())
    }

    pub fn listing(&self, span: Span, read: impl Into<String>, items: Vec<Words>) -> Side {
        let Words { start, end, text } = self.words(span);
        Side { document: self.row.sha256, start, end, text, read: read.into(), items }
    }

    /// The tokens from the first below a token to the last, within its sentence.
    pub fn phrase(&self, token: usize) -> Range<usize> {
        let (mut first, mut last, mut open) = (token, token, vec![token]);
        while let Some(next) = open.pop() {
            first = first.min(next);
            last = last.max(next);
            open.extend(self.children(next));
        }
        first..last + 1
    }

    /// The noun phrase of a noun: from its first word to the noun, without what follows it and without the clause that it may be the predicate of.
    pub fn noun(&self, head: usize) -> Range<usize> {
        let outside = |t: &Token| {
            let owner = t.xpos == Xpos::Pos;
            let clause = matches!(
                t.relation,
                Relation::Nsubj | Relation::NsubjPass | Relation::Cop | Relation::Aux | Relation::AuxPass | Relation::Mark
            );
            clause || !owner && matches!(t.relation, Relation::Case | Relation::Cc | Relation::Punct) && t.xpos != Xpos::Hyph
        };
        let whole = self.phrase(head).start.min(head);
        let first = (whole..head).rev().take_while(|t| !outside(&self.tokens()[*t])).last().unwrap_or(head);
        first..head + 1
    }

    /// The first place among some tokens where a listed phrase stands.
    pub fn find(&self, tokens: Range<usize>, kind: &str) -> Option<Range<usize>> {
        tokens.clone().find_map(|at| self.starts(at, tokens.end, kind))
    }

    /// The listed phrase that begins at a token; `*` in it stands for one to three words.
    pub fn starts(&self, at: usize, end: usize, kind: &str) -> Option<Range<usize>> {
        let fits = |phrase: &&Vec<String>| self.fits(at, end, phrase);
        self.lists.phrases(kind).iter().filter_map(|p| fits(&p)).max().map(|to| at..to)
    }

    fn fits(&self, at: usize, end: usize, phrase: &[String]) -> Option<usize> {
        let Some((first, rest)) = phrase.split_first() else { return Some(at) };
        if first == "*" {
            return (at + 1..=at + 3).find_map(|next| self.fits(next, end, rest));
        }
        let token = self.tokens().get(at).filter(|_| at < end)?;
        let same = token.text.eq_ignore_ascii_case(first) || token.lemma.eq_ignore_ascii_case(first);
        if same { self.fits(at + 1, end, rest) } else { None }
    }

    /// Whether a run of lemmas stands among some tokens.
    pub fn holds(&self, tokens: Range<usize>, lemmas: &[String]) -> bool {
        tokens.clone().any(|at| self.fits(at, tokens.end, lemmas).is_some())
    }

    /// The same, where a noun ends the run: "general" in "the general election" names nobody.
    pub fn names(&self, tokens: Range<usize>, lemmas: &[String]) -> bool {
        let noun = |end: usize| {
            matches!(self.tokens()[end - 1].upos, Upos::Noun | Upos::Propn) && self.tokens()[end - 1].relation != Relation::Amod
        };
        tokens.clone().any(|at| self.fits(at, tokens.end, lemmas).is_some_and(noun))
    }

    /// The mention of one of these kinds that begins at a token.
    pub fn mention(&self, token: usize, kinds: &[MentionKind]) -> Option<&'a Mention> {
        let start = self.tokens().get(token)?.start;
        let from = self.parsed.mentions.partition_point(|m| m.start < start);
        self.parsed.mentions[from..].iter().take_while(|m| m.start == start).find(|m| kinds.contains(&m.kind))
    }

    /// The event that a word states.
    pub fn event_at(&self, token: usize) -> Option<&'a Event> {
        self.acts.get(&token).and_then(|i| self.parsed.events.get(*i))
    }

    pub fn times_in(&self, span: Span) -> impl Iterator<Item = &'a Time> + use<'a> {
        let from = self.parsed.times.partition_point(|t| t.start < span.start);
        self.parsed.times[from..].iter().take_while(move |t| t.start < span.end)
    }

    pub fn quantities_in(&self, span: Span) -> impl Iterator<Item = &'a Quantity> + use<'a> {
        let from = self.parsed.quantities.partition_point(|q| q.start < span.start);
        self.parsed.quantities[from..].iter().take_while(move |q| q.start < span.end)
    }

    /// The attributions to named sources that stand in a sentence or reach into it.
    pub fn attributions(&self, sentence: usize) -> impl Iterator<Item = &'a Attribution> + '_ {
        self.sources.get(sentence).into_iter().flatten().filter_map(|i| self.parsed.attributions.get(*i))
    }

    /// Whether the text says for a sentence where it has it from.
    pub fn is_sourced(&self, sentence: usize) -> bool {
        self.is_sourced_beyond(sentence, Span::default())
    }

    /// The same, but for a source that stands in a span itself: "every Cypriot knows" names nobody.
    pub fn is_sourced_beyond(&self, sentence: usize, span: Span) -> bool {
        let elsewhere = |a: &Attribution| a.source.iter().any(|w| !span.overlaps(w.span()));
        self.attributions(sentence).any(elsewhere) || self.find(self.range(sentence), "source").is_some() || self.counts(sentence)
    }

    /// Whether a body or an office counts in the sentence: "the commission puts them at …".
    fn counts(&self, sentence: usize) -> bool {
        self.range(sentence)
            .any(|t| self.listed(t, "counting") && self.tokens()[t].xpos.label().starts_with('V') && self.subject(t).is_some())
    }

    /// The subject of a verb.
    pub fn subject(&self, verb: usize) -> Option<usize> {
        self.child(verb, &[Relation::Nsubj, Relation::NsubjPass])
    }

    /// The verb, or the noun or adjective that says something, of which a noun is the subject.
    pub fn subject_verb(&self, noun: usize) -> Option<usize> {
        let head = self.tokens()[noun].head? as usize;
        (head > noun).then_some(head)
    }

    /// Whether a word stands in a relative clause or another aside, not in the main line of its sentence.
    pub fn is_aside(&self, token: usize) -> bool {
        let mut at = token;
        for _ in 0..30 {
            let t = &self.tokens()[at];
            if matches!(t.relation, Relation::AclRelcl | Relation::Acl | Relation::Advcl) {
                return true;
            }
            let Some(head) = t.head else { break };
            at = head as usize;
        }
        false
    }

    /// Whether a number is part of a name or a date rather than a figure.
    pub fn quantity_is_named(&self, tokens: &Range<usize>) -> bool {
        let span = self.span(tokens.clone());
        let mentions = &self.parsed.mentions;
        let from = mentions.partition_point(|m| m.start < span.start.saturating_sub(80));
        let named = |m: &&Mention| {
            matches!(m.kind, MentionKind::Org | MentionKind::Loc | MentionKind::Per) && m.start <= span.start && span.end <= m.end
        };
        let mut near = mentions[from..].iter().take_while(|m| m.start <= span.start);
        near.any(|m| named(&m))
            || self.parsed.times[self.parsed.times.partition_point(|t| t.end <= span.start)..].first().is_some_and(|t| t.start < span.end)
    }

    /// Whether a word stands inside a name, behind its first word.
    pub fn inside_name(&self, token: usize) -> bool {
        let Some(t) = self.tokens().get(token) else { return false };
        let before = self.parsed.mentions.partition_point(|m| m.start < t.start);
        let named = |m: &Mention| matches!(m.kind, MentionKind::Org | MentionKind::Loc | MentionKind::Per);
        self.parsed.mentions[..before].iter().rev().take(4).any(|m| named(m) && m.end >= t.end)
    }

    /// Whether a word belongs to a time expression.
    pub fn in_time(&self, token: usize) -> bool {
        let Some(t) = self.tokens().get(token) else { return false };
        let from = self.parsed.times.partition_point(|x| x.end <= t.start);
        self.parsed.times.get(from).is_some_and(|x| x.start <= t.start)
    }

    /// Whether a pronoun of the sentence before is what its first clause is about.
    pub fn goes_on(&self, sentence: usize) -> bool {
        let tokens = self.range(sentence);
        tokens
            .clone()
            .take(3)
            .any(|t| self.tokens()[t].xpos == Xpos::Prp && matches!(self.tokens()[t].relation, Relation::Nsubj | Relation::NsubjPass))
    }

    /// Whether a span lies inside quotation marks.
    pub fn quoted(&self, span: Span) -> bool {
        let before = self.parsed.quotations.partition_point(|q| q.start <= span.start);
        self.parsed.quotations[..before].iter().rev().take(4).any(|q| q.content.contains(span))
    }
}

fn range(sentence: &Sentence) -> Range<usize> {
    sentence.first_token as usize..sentence.last_token as usize
}

/// A run of tokens within so many; one whose start lies behind its end, as of a relative clause before its noun, is empty.
fn clamped(tokens: Range<usize>, len: usize) -> Range<usize> {
    let end = tokens.end.min(len);
    tokens.start.min(end)..end
}

#[cfg(test)]
mod tests {
    use super::clamped;

    #[test]
    fn any_run_of_tokens_has_a_place() {
        let tokens = [0; 4];
        for (start, end) in (0..7).flat_map(|start| (0..7).map(move |end| (start, end))) {
            let kept = &tokens[clamped(start..end, tokens.len())];
            assert_eq!(kept.len(), end.min(4).saturating_sub(start), "{start}..{end}");
        }
    }
}
