//! Groups ("seven Kremlin officials") and the lists that tell who is in them: behind a colon, set beside the group, or
//! in the sentences that follow.

use super::Page;
use cubaru_parse::{
    Approximation, Mention, MentionKind, QuantityKind, Span, Words,
    syntax::{Relation, Upos, Xpos},
};
use std::ops::Range;

/// How many sentences a list may run over.
const SENTENCES: usize = 6;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Of {
    Persons,
    Countries,
}

/// A noun phrase that stands for several persons or countries.
pub(crate) struct Group {
    pub head: usize,
    pub words: Range<usize>,
    /// How many, where the text says so exactly.
    pub number: Option<usize>,
    /// Whether the text leaves open how many.
    pub open: bool,
    pub of: Of,
}

/// Who or what a list names.
pub(crate) struct Item {
    pub name: Span,
    /// The words that tell what the named is.
    pub description: Range<usize>,
}

pub(crate) struct Listing {
    pub items: Vec<Item>,
    /// Whether the text gives it as whole: behind a colon, counted through ("the first was …"), each with a date.
    pub whole: bool,
    /// Its sentences.
    pub sentences: Range<usize>,
    /// From its first name to its last.
    pub span: Span,
}

impl Listing {
    pub fn names(&self, page: &Page) -> Vec<Words> {
        self.items.iter().map(|i| page.words(i.name)).collect()
    }
}

/// The groups of a document.
pub(crate) fn groups(page: &Page) -> Vec<Group> {
    page.sentences().flat_map(|(i, _)| page.range(i)).filter_map(|t| group(page, t)).collect()
}

fn group(page: &Page, head: usize) -> Option<Group> {
    let token = &page.tokens()[head];
    let plural = matches!(token.xpos, Xpos::Nns | Xpos::Nnps);
    let of = match () {
        _ if !plural => return None,
        _ if page.listed(head, "person") => Of::Persons,
        _ if page.listed(head, "country") => Of::Countries,
        _ => return None,
    };
    let words = page.noun(head);
    let mut quantities = page.quantities_in(page.span(words.clone())).filter(|q| q.kind == QuantityKind::Number);
    let quantity = quantities.next();
    let exact = |q: &&cubaru_parse::Quantity| q.approximation == Approximation::Exact;
    let number = quantity.filter(exact).and_then(|q| q.value.parse().ok()).filter(|n| (2..=40).contains(n));
    let both = page.is(words.start, "both");
    Some(Group { head, number: number.or(both.then_some(2)), open: quantity.is_some_and(|q| !exact(&q)), words, of })
}

/// The list of a group, where one is found.
pub(crate) fn listing(page: &Page, group: &Group) -> Option<Listing> {
    let sentence = page.sentence(group.head);
    let end = page.range(sentence).end;
    let colon = (group.head + 1..end).find(|t| matches!(page.tokens()[*t].text.as_str(), ":" | "–" | "—"));
    let beside = beside(page, group, end);
    let (region, style) = match (beside, colon) {
        (Some(region), _) => (region, Style::Beside),
        (None, Some(colon)) => (colon + 1..end, Style::Colon),
        (None, None) => return following(page, group, sentence),
    };
    let mut items = Items::new(page, group.of, style);
    items.take(region.clone());
    if items.found.is_empty() && style == Style::Colon && group.of == Of::Persons {
        // "Three presidents: Ecuador's, Peru's and Bolivia's."
        items.of = Of::Countries;
        items.take(region);
    }
    items.finish(sentence..sentence + 1, true)
}

/// Names set beside the group: "both ministers, A and B, signed".
fn beside(page: &Page, group: &Group, end: usize) -> Option<Range<usize>> {
    let comma = (group.head + 1..end).take(12).find(|t| page.lemma(*t) == ",")?;
    let name = (comma + 1..(comma + 4).min(end)).find(|t| page.mention(*t, kinds(group.of)).is_some());
    let named = name.is_some_and(|name| (comma + 1..name).all(|t| !matches!(page.tokens()[t].upos, Upos::Verb | Upos::Punct)));
    // A name that a verb follows at once begins a clause, no list.
    let last = page.subject_verb(group.head).filter(|v| *v > comma && page.tokens()[*v].upos == Upos::Verb).unwrap_or(end).min(end);
    let clause = (group.head + 1..comma).any(|t| page.tokens()[t].relation == Relation::Root);
    (named && !clause && last > comma + 2).then_some(comma + 1..last)
}

fn following(page: &Page, group: &Group, sentence: usize) -> Option<Listing> {
    let mut items = Items::new(page, group.of, Style::Sentences);
    let (mut at, mut first, mut last, mut ordered) = (sentence, None, sentence, false);
    let mut dated = 0;
    for step in 0..SENTENCES {
        let Some(next) = page.next(at) else { break };
        at = next;
        let before = items.found.len();
        items.take(page.range(next));
        if items.found.len() == before {
            // One sentence may stand between: "We have counted again."
            if step == 0 { continue } else { break }
        }
        first.get_or_insert(next);
        last = next;
        ordered |= page.find(page.range(next), "counting-through").is_some();
        dated += page.times_in(page.span(page.range(next))).count().min(items.found.len() - before);
    }
    let (first, found) = (first?, items.found.len());
    let each_dated = dated >= 2 && dated * 2 >= found && (last > first || found > 2);
    (found > 1).then(|| items.finish(first..last + 1, ordered || each_dated))?
}

fn kinds(of: Of) -> &'static [MentionKind] {
    match of {
        Of::Persons => &[MentionKind::Per],
        Of::Countries => &[MentionKind::Loc],
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Colon,
    Beside,
    Sentences,
}

struct Items<'p, 'a> {
    page: &'p Page<'a>,
    of: Of,
    style: Style,
    region: Range<usize>,
    found: Vec<Item>,
    entities: Vec<u32>,
    left_out: Vec<usize>,
}

impl<'p, 'a> Items<'p, 'a> {
    fn new(page: &'p Page<'a>, of: Of, style: Style) -> Self {
        Self { page, of, style, region: 0..0, found: Vec::new(), entities: Vec::new(), left_out: Vec::new() }
    }

    fn take(&mut self, region: Range<usize>) {
        let page = self.page;
        self.region = region.clone();
        let mut names: Vec<(Span, Range<usize>)> = Vec::new();
        for at in region.clone() {
            let Some(mention) = page.mention(at, kinds(self.of)) else { continue };
            let span = Span { start: mention.start, end: mention.end };
            let tokens = page.within(span);
            if !self.listed(at, &tokens, mention) {
                self.left_out.push(at);
                continue;
            }
            if self.is_new(mention) {
                names.push((span, tokens));
            }
        }
        // Who is told before the name, or after it: as with the first.
        let told_first =
            names.first().is_some_and(|(_, n)| (region.start..n.start).any(|t| page.listed(t, "person") || page.listed(t, "title")));
        for (i, (name, tokens)) in names.iter().enumerate() {
            let before = if i == 0 { region.start } else { names[i - 1].1.end };
            let after = names.get(i + 1).map_or(region.end, |n| n.1.start);
            let main = (tokens.end..after).find(|t| page.tokens()[*t].relation == Relation::Root).unwrap_or(after);
            let description = if told_first { before..tokens.start } else { tokens.end..main };
            self.found.push(Item { name: *name, description });
        }
    }

    /// Whether a name stands in the list itself, not within what is said of somebody in it.
    fn listed(&self, at: usize, tokens: &Range<usize>, mention: &Mention) -> bool {
        let page = self.page;
        let inside = tokens.clone().find(|t| page.tokens()[*t].head.is_none_or(|h| !tokens.contains(&(h as usize)))).unwrap_or(at);
        let owned = page.tokens().get(tokens.end).is_some_and(|t| t.xpos == Xpos::Pos);
        if self.of == Of::Countries && mention.code.as_ref().is_none_or(|c| c.len() < 3) {
            return false;
        }
        let mut first = at;
        while first > 0 && (page.listed(first - 1, "title")) {
            first -= 1;
        }
        // "Along with" goes on with the list.
        let goes_on = first > 1 && page.listed(first - 2, "listing-on");
        let governed = first > 0 && page.tokens()[first - 1].upos == Upos::Adp && !goes_on && !self.again(first - 1);
        let clause = self.style != Style::Sentences && self.in_clause(inside, self.region.clone());
        let relation = page.tokens()[inside].relation;
        let head = page.tokens()[inside].head.map(|h| h as usize);
        let joined_to_left_out = relation == Relation::Conj && head.is_some_and(|h| self.left_out.iter().any(|l| l.abs_diff(h) < 2));
        // Behind a verb without a subject ("then came A") stands who acts.
        let acted = || head.is_some_and(|h| page.subject(h).is_some_and(|s| !tokens.contains(&s)));
        let object = matches!(relation, Relation::Obj | Relation::Iobj) && acted() || relation == Relation::NmodPoss;
        match self.style {
            _ if clause => false,
            Style::Colon => !governed && (!owned || self.of == Of::Countries),
            Style::Beside => !governed && !owned,
            Style::Sentences => !governed && !owned && !object && !joined_to_left_out,
        }
    }

    /// Whether a preposition takes up that of the name before: "the turn of A and, a day later, of B".
    fn again(&self, preposition: usize) -> bool {
        let page = self.page;
        let range = page.range(page.sentence(preposition));
        let named = (range.start..preposition).rev().find(|t| page.mention(*t, kinds(self.of)).is_some());
        named.is_some_and(|name| {
            let joined = (name..preposition).any(|t| page.tokens()[t].upos == Upos::Cconj);
            let verb = (name..preposition).any(|t| page.tokens()[t].upos == Upos::Verb);
            let same =
                (range.start..name).rev().take(10).any(|t| page.tokens()[t].upos == Upos::Adp && page.lemma(t) == page.lemma(preposition));
            joined && !verb && same
        })
    }

    /// Whether a word stands in a relative clause within the list: "A, who knows B, and C".
    fn in_clause(&self, token: usize, region: Range<usize>) -> bool {
        let (mut at, tokens) = (token, self.page.tokens());
        for _ in 0..20 {
            if !region.contains(&at) {
                return false;
            }
            if tokens[at].relation == Relation::AclRelcl {
                return true;
            }
            let Some(head) = tokens[at].head else { return false };
            at = head as usize;
        }
        false
    }

    /// Whether it was not named yet: not the same entity, nor the same name spelt in another way.
    fn is_new(&mut self, mention: &Mention) -> bool {
        if mention.entity.is_some_and(|e| self.entities.contains(&e)) {
            return false;
        }
        self.entities.extend(mention.entity);
        let last = |text: &str| text.rsplit(' ').next().unwrap_or_default().to_lowercase();
        let own = last(&mention.text);
        let spelt = |item: &Item| near(&own, &last(&self.page.words(item.name).text)) && (mention.text.split(' ').count() == 1);
        !self.found.iter().any(spelt)
    }

    fn finish(self, sentences: Range<usize>, whole: bool) -> Option<Listing> {
        let span = self.found.iter().map(|i| i.name).reduce(Span::cover)?;
        Some(Listing { items: self.found, whole, sentences, span })
    }
}

/// Whether two family names are one in two spellings: long, and two letters apart at most.
pub(crate) fn near(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(40).collect(), b.chars().take(40).collect());
    if a.len().min(b.len()) < 6 || a.first() != b.first() {
        return a == b;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let least = (corner + usize::from(x != y)).min(row[j] + 1).min(row[j + 1] + 1);
            corner = row[j + 1];
            row[j + 1] = least;
        }
    }
    row[b.len()] <= 2
}

#[cfg(test)]
mod tests {
    #[test]
    fn spellings_of_one_name_are_near() {
        assert!(super::near("chernishenko", "chernyshenko"));
        assert!(!super::near("ivanov", "petrov") && !super::near("lee", "lie"));
    }
}
