//! Posts and the names of their holders: a title before a name, a post after it, lists of both. Those that a verb joins are
//! `holder_verb`'s.

use super::{
    holder_verb,
    noun::{Noun, PostPhrase},
    scan::Phrases,
};
use crate::{
    input::Sheet,
    label::{Relation, Upos, Xpos},
    language::Class,
    parsed::{MentionKind, TokenKind},
};

/// A post and its holder's name, by its index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Holding {
    pub post: PostPhrase,
    pub noun: usize,
    pub rule: &'static str,
}

/// A name reaches over no more tokens than this.
const LONGEST: usize = 24;
/// No more tokens than this stand between a comma and a post: ", until late last year".
const LEAD: usize = 6;

/// Finds the holders of posts, and lets each name's phrase reach over its post.
pub(crate) fn hold(sheet: &Sheet<'_>, phrases: &mut Phrases) {
    let holdings = holdings(sheet, phrases);
    for Holding { post, noun: at, rule } in &holdings {
        let noun = &mut phrases.nouns[*at];
        match *rule {
            "office-post-comma-name" => noun.from = noun.from.min(post.from),
            "office-apposition" => noun.to = noun.to.max(post.to),
            _ => {}
        }
        if !post.former && post.sort == "post" && noun.sector.is_none() {
            noun.sector = post.sector.clone();
            noun.country = noun.country.take().or(post.country.clone());
        }
        // "King Hussein of Jordan": his title told no country.
        if !post.former && post.sort == "post" && noun.country.is_none() && noun.code.is_none() && noun.sector == post.sector {
            noun.country = post.country.clone();
        }
        // The post's own noun means the same person.
        let from = phrases.nouns.partition_point(|n| n.first < post.first);
        let own = phrases.nouns[from..].iter_mut().take_while(|n| n.first == post.first);
        own.filter(|n| n.last == post.last && n.kind == MentionKind::Nom && !post.plural).for_each(|n| n.holder = Some(*at));
    }
    of_bodies(phrases, &holdings);
    phrases.holdings = holdings;
}

/// Gives the code of a body of many states, or the country of another, to those who hold a post in it: "the head of the World Health
/// Organization", "the secretary of Peru's Security Council".
fn of_bodies(phrases: &mut Phrases, holdings: &[Holding]) {
    let names = Names { nouns: &phrases.nouns };
    let body = |post: &PostPhrase| {
        let (first, last) = post.body.filter(|_| post.country.is_none() && post.sort == "post" && !post.former)?;
        let body = names.within(first, last).map(|(_, n)| n).find(|n| n.kind == MentionKind::Org)?;
        let code = body.code.clone().filter(|c| c.starts_with("IGO"));
        (code.is_some() || body.country.is_some()).then(|| (code, body.country.clone()))
    };
    let own = |post: &PostPhrase| {
        names.within(post.first, post.first + 1).find(|(_, n)| n.last == post.last && n.kind == MentionKind::Nom).map(|(i, _)| i)
    };
    let held = holdings.iter().filter_map(|h| Some((h.noun, body(&h.post)?)));
    let alone = phrases.posts.iter().filter_map(|p| Some((own(p)?, body(p)?)));
    let coded: Vec<_> = held.chain(alone).collect();
    for (noun, (code, country)) in coded {
        let noun = &mut phrases.nouns[noun];
        if noun.country.is_none() && noun.code.is_none() {
            (noun.code, noun.country) = (code, country);
        }
    }
}

/// The nouns of a document, asked for by their places.
#[derive(Clone, Copy)]
pub(super) struct Names<'n> {
    pub nouns: &'n [Noun],
}

impl<'n> Names<'n> {
    /// The nouns that begin in a run of tokens, with their indices.
    pub(super) fn within(self, first: usize, last: usize) -> impl DoubleEndedIterator<Item = (usize, &'n Noun)> {
        let from = self.nouns.partition_point(|n| n.first < first);
        let to = self.nouns.partition_point(|n| n.first < last).max(from);
        self.nouns[from..to].iter().enumerate().map(move |(i, n)| (from + i, n))
    }

    /// The person whose name begins at a token.
    pub(super) fn at(self, first: usize) -> Option<(usize, &'n Noun)> {
        self.within(first, first + 1).find(|(_, n)| n.kind == MentionKind::Per)
    }

    /// The person whose name ends before a token.
    pub(super) fn before(self, last: usize) -> Option<(usize, &'n Noun)> {
        self.within(last.saturating_sub(LONGEST), last).rfind(|(_, n)| n.kind == MentionKind::Per && n.last == last)
    }

    /// The person whose name, title included, holds a token.
    pub(super) fn over(self, token: usize) -> Option<(usize, &'n Noun)> {
        let near = self.within(token.saturating_sub(LONGEST), token + LONGEST);
        near.filter(|(_, n)| n.kind == MentionKind::Per).find(|(_, n)| n.from <= token && token < n.last)
    }

    /// The place or body whose name begins at a token or behind an article there.
    pub(super) fn owner(self, sheet: &Sheet<'_>, at: usize) -> Option<&'n Noun> {
        let first = at + usize::from(sheet.is(at, "the"));
        let found = self.within(first, first + 1).map(|(_, n)| n);
        found.filter(|n| matches!(n.kind, MentionKind::Loc | MentionKind::Org)).max_by_key(|n| n.last)
    }
}

fn holdings(sheet: &Sheet<'_>, phrases: &Phrases) -> Vec<Holding> {
    let names = Names { nouns: &phrases.nouns };
    let mut titled = vec![false; phrases.posts.len()];
    phrases.titled.iter().for_each(|post| titled[*post] = true);
    let mut out: Vec<Holding> = Vec::new();
    for (i, post) in phrases.posts.iter().enumerate() {
        let before = i.checked_sub(1).map(|b| &phrases.posts[b]);
        if titled[i] {
            let Some((noun, n)) = names.at(post.to) else { continue };
            // "Prime Minister and Defence Minister X"
            let beside = before.filter(|b| post.sort == "post" && joined_title(sheet, b, post));
            if let Some(beside) = beside.filter(|b| !titled[i - 1] && out.last().is_none_or(|h| h.post.first != b.first)) {
                out.push(Holding { post: beside.clone(), noun, rule: "office-joined" });
            }
            out.push(Holding { post: whole(sheet, names, &with_rear_body(sheet, names, post, n.last)), noun, rule: "office-title" });
            if post.plural {
                // "Defence Ministers Sergei Shoigu and Oleksii Reznikov"
                let mut last = noun;
                while let Some(next) = joined(sheet, names, last) {
                    out.push(Holding { post: post.clone(), noun: next, rule: "office-list" });
                    last = next;
                }
            }
            continue;
        }
        if post.plural {
            out.extend(respective(sheet, names, post));
            continue;
        }
        // "the king's adviser, Sheikh Ali": a style or rank between the post and the name is no rival.
        let styled = phrases
            .posts
            .get(i + 1)
            .filter(|p| titled[i + 1] && matches!(p.sort.as_str(), "style" | "rank") && !sheet.listed(p.first, Class::GivenName));
        let reach = reach(sheet, names, post);
        let name_at = |at: usize| styled.filter(|s| s.from == at).and_then(|s| names.at(s.to)).or(names.at(at));
        let straight = if reach == post.to { styled.filter(|s| s.from == reach).and(name_at(reach)) } else { name_at(reach) };
        if let Some((noun, _)) = straight {
            out.push(Holding { post: post.clone(), noun, rule: "office-title" });
            continue;
        }
        let post = &whole(sheet, names, &with_rear_body(sheet, names, post, post.to));
        if let Some(holding) = beside(sheet, names, post, before, reach, &name_at, &out) {
            // "the founder and chairman of the group, X"
            let pair = before.filter(|b| holding.rule == "office-post-comma-name" && pair(sheet, b, post));
            out.extend(pair.map(|b| Holding { post: lent(b, post), noun: holding.noun, rule: "office-joined" }));
            out.push(holding);
        } else if let Some((noun, rule, ended)) = holder_verb::held(sheet, names, post) {
            // "X succeeded Y as chairman"
            let heir = holder_verb::heir(sheet, names, post).filter(|_| ended);
            out.extend(heir.map(|noun| Holding { post: post.clone(), noun, rule }));
            out.push(Holding { post: PostPhrase { former: post.former || ended, ..post.clone() }, noun, rule });
        } else if let Some(noun) = shared(sheet, names, before, post, &out) {
            if let Some(first) = out.last_mut() {
                first.post = lent(&first.post, post);
            }
            out.push(Holding { post: post.clone(), noun, rule: "office-joined" });
        }
    }
    out.extend(holder_verb::heading(sheet, names));
    out
}

/// A post between marks beside a name: "Liz Truss, Britain's foreign secretary," or "the president of the Duma, Vyacheslav Volodin,".
fn beside<'n>(
    sheet: &Sheet<'_>,
    names: Names<'n>,
    post: &PostPhrase,
    before: Option<&PostPhrase>,
    reach: usize,
    name_at: &impl Fn(usize) -> Option<(usize, &'n Noun)>,
    out: &[Holding],
) -> Option<Holding> {
    let owned = post.from < post.first || before.is_some_and(|b| pair(sheet, b, post)) || post.body.is_some_and(|b| b.1 <= post.first);
    let after = if sheet.is(reach, ",") && owned { name_at(reach + 1) } else { None };
    let after =
        after.filter(|(_, n)| n.from == reach + 1 && (n.last >= sheet.tokens.len() || ends(sheet, n.last) && apposed(sheet, post, n)));
    let (mark, ended) = lead(sheet, post.from);
    let mark = mark.checked_sub(1).filter(|c| matches!(sheet.token(*c).text.as_str(), "," | "(" | "—" | "–"));
    let closed = reach >= sheet.tokens.len() || ends(sheet, reach) || goes_on(sheet, reach);
    let before = mark.and_then(|m| names.before(m)).filter(|_| closed);
    // In a list of posts and names the name after the comma is the holder, since the one before has a post already.
    let taken = |noun: usize| out.iter().rev().take(4).any(|h| h.noun == noun && h.rule == "office-post-comma-name");
    // "Ecuador's vice president until 2017"
    let ended = ended || sheet.is(reach, "until") && dated(sheet, reach + 1) && !sheet.is_any(reach + 1, &["next", "the"]);
    let found = |noun, rule| Some(Holding { post: PostPhrase { former: post.former || ended, ..post.clone() }, noun, rule });
    match (before, after) {
        (Some((noun, _)), None) => found(noun, "office-apposition"),
        (Some((noun, n)), Some(_)) if !taken(noun) && n.from == n.first && !joins_list(sheet, post) => found(noun, "office-apposition"),
        (_, Some((noun, _))) => Some(Holding { post: post.clone(), noun, rule: "office-post-comma-name" }),
        (None, None) => None,
    }
}

/// Where what stands between a mark and a post begins (", now", ", until last year"), and whether it says that the holding has ended.
fn lead(sheet: &Sheet<'_>, from: usize) -> (usize, bool) {
    for at in (from.saturating_sub(LEAD)..from).rev() {
        let kind = sheet.entries(at, Class::PostWord).find(|(_, e)| matches!(e.cell(1), "lead" | "lead-former"));
        if let Some((last, entry)) = kind {
            let former = entry.cell(1) == "lead-former";
            if last == from || former && sheet.is(at, "until") && (last..from).all(|i| dated(sheet, i)) {
                return (at, former);
            }
        }
    }
    (from, false)
}

fn dated(sheet: &Sheet<'_>, at: usize) -> bool {
    let token = sheet.token(at);
    sheet.temporal(at)
        || token.kind == TokenKind::Number
        || token.determiner()
        || sheet.is_any(at, &["last", "this", "year", "month", "week"])
}

/// The post with what stands before its body: "*the former* Gazprom chairman".
fn whole(sheet: &Sheet<'_>, names: Names<'_>, post: &PostPhrase) -> PostPhrase {
    let mut post = post.clone();
    // "the president's deputy": a person may stand before it.
    let owned = |at: &usize| sheet.is_any(*at, &["'s", "’s", "'", "’"]) && sheet.token(*at).clitic;
    if let Some(mark) = post.from.checked_sub(1).filter(owned)
        && let Some((_, owner)) = names.before(mark).filter(|_| post.body.is_none())
    {
        post.from = owner.from;
        return post;
    }
    let Some((first, _)) = post.body.filter(|b| b.1 == post.from || b.1 + 1 == post.from && sheet.is_any(b.1, &["'s", "’s", "'", "’"]))
    else {
        return post;
    };
    post.from = first;
    let start = sheet.sentence_of(first).map_or(0, |s| s.first_token as usize);
    while let Some(at) = post.from.checked_sub(1).filter(|at| *at >= start) {
        let kind = sheet.entries(at, Class::PostWord).find(|(l, e)| *l == at + 1 && matches!(e.cell(1), "former" | "acting" | "plain"));
        let Some((_, entry)) = kind else { break };
        post.former |= entry.cell(1) == "former";
        post.acting |= entry.cell(1) == "acting";
        post.from = at;
    }
    post.from -= usize::from(post.from > start && sheet.token(post.from - 1).determiner());
    post
}

/// Where a post ends with the place or body that its holder was sent to or sits in: "the ambassador *to Cuba*".
fn reach(sheet: &Sheet<'_>, names: Names<'_>, post: &PostPhrase) -> usize {
    let sent = sheet.is_any(post.to, &["to", "in", "at"]);
    names.owner(sheet, post.to + 1).filter(|_| sent).map_or(post.to, |n| n.last.max(post.to))
}

/// A body behind the name of a titled person ("President Juan Mora *of Chile*"), or behind a legislator's post ("the senator *from
/// Vermont*").
fn with_rear_body(sheet: &Sheet<'_>, names: Names<'_>, post: &PostPhrase, end: usize) -> PostPhrase {
    let mut post = post.clone();
    let sits = post.sector.as_deref() == Some("LEG") && sheet.is(end, "from");
    let owner = names.owner(sheet, end + 1).filter(|_| sits || end > post.to && sheet.is(end, "of"));
    if let Some(owner) = owner.filter(|_| post.body.is_none() && post.country.is_none() && post.sort == "post" && !post.plural) {
        post.body = Some((owner.first, owner.last));
        post.country = owner.country.clone();
    }
    post
}

/// Whether a post shares the name behind a second one: both titles with capitals and without article.
fn joined_title(sheet: &Sheet<'_>, first: &PostPhrase, second: &PostPhrase) -> bool {
    let bare = first.from == first.first && first.from.checked_sub(1).is_none_or(|b| !sheet.token(b).determiner());
    let capitals = sheet.token(first.last - 1).capital() && sheet.token(second.first).capital();
    first.sort == "post" && !first.plural && bare && capitals && sheet.is(first.to, "and") && first.to + 1 == second.from
}

/// Whether two posts stand behind one article: "the founder and chairman".
fn pair(sheet: &Sheet<'_>, first: &PostPhrase, second: &PostPhrase) -> bool {
    first.from < first.first && first.to == first.last && sheet.is(first.to, "and") && first.to + 1 == second.first && !second.plural
}

/// A post with the body that stands behind the second of two: "vice president and general counsel of the bank".
fn lent(first: &PostPhrase, second: &PostPhrase) -> PostPhrase {
    let bare = first.body.is_none() && first.country.is_none() && first.to == first.last && second.first == first.to + 1;
    let body = second.body.filter(|b| bare && b.0 >= second.last);
    let country = if body.is_some() { second.country.clone() } else { first.country.clone() };
    PostPhrase { body: body.or(first.body), country, ..first.clone() }
}

/// The holder of the post before, where this one is joined to it: "the trade minister and leader of the house".
fn shared(sheet: &Sheet<'_>, names: Names<'_>, before: Option<&PostPhrase>, post: &PostPhrase, out: &[Holding]) -> Option<usize> {
    let before = before?;
    let held =
        out.last().filter(|h| h.post.first == before.first && matches!(h.rule, "office-apposition" | "office-is" | "office-joined"))?;
    let end = reach(sheet, names, before);
    let definite = sheet.is(post.from, "the");
    let closed = post.to >= sheet.tokens.len() || (ends(sheet, post.to) || goes_on(sheet, post.to)) && names.at(post.to + 1).is_none();
    (sheet.is(end, "and") && post.from == end + 1 && !definite && closed).then_some(held.noun)
}

/// "The foreign ministers of Norway and Iceland, X and Y,": as many names as owners, one for each; or all of them the posts of one owner.
fn respective(sheet: &Sheet<'_>, names: Names<'_>, post: &PostPhrase) -> Vec<Holding> {
    let mut owners: Vec<&Noun> = Vec::new();
    let mut end = post.to;
    if let Some(first) = post.body.and_then(|b| names.within(b.0, b.1).find(|(_, n)| n.last == b.1 && b.0 > post.last)) {
        owners.push(first.1);
        while sheet.is_any(end, &[",", "and"])
            && let Some(next) = names.owner(sheet, end + 1 + usize::from(sheet.is(end, ",") && sheet.is(end + 1, "and")))
        {
            owners.push(next);
            end = next.last;
        }
    }
    let bare = |n: &(usize, &Noun)| n.1.from == n.1.first;
    let Some((noun, _)) = names.at(end + 1).filter(bare).filter(|_| sheet.is(end, ",")) else { return Vec::new() };
    let mut holders = vec![noun];
    while let Some(next) = joined(sheet, names, *holders.last().unwrap_or(&noun)) {
        holders.push(next);
    }
    let last = names.nouns[*holders.last().unwrap_or(&noun)].last;
    let closed = sheet.token(last).kind == TokenKind::Punctuation || last >= sheet.tokens.len();
    if holders.len() < 2 || !closed || owners.len() > 1 && owners.len() != holders.len() {
        return Vec::new();
    }
    let owned = |(i, noun): (usize, &usize)| {
        let mut post = post.clone();
        if let Some(owner) = owners.get(i).filter(|_| owners.len() > 1) {
            post.body = Some((owner.first, owner.last));
            post.country = owner.country.clone();
        }
        Holding { post, noun: *noun, rule: "office-respective" }
    };
    holders.iter().enumerate().map(owned).collect()
}

/// Whether what stands before a post and its comma is a list that goes on: "…, and the president of …".
fn joins_list(sheet: &Sheet<'_>, post: &PostPhrase) -> bool {
    post.from > 0 && sheet.is(post.from - 1, "and")
}

/// The next name of a list of names.
fn joined(sheet: &Sheet<'_>, names: Names<'_>, last: usize) -> Option<usize> {
    let end = names.nouns[last].last;
    let mut at = end;
    while at < end + 2 && sheet.is_any(at, &[",", "and"]) {
        at += 1;
    }
    let (next, noun) = names.at(at).filter(|_| at > end)?;
    (noun.from == noun.first).then_some(next)
}

/// Whether a noun phrase ends before a token: a mark, "and", or a verb with its tense.
fn ends(sheet: &Sheet<'_>, at: usize) -> bool {
    let token = sheet.token(at);
    let tensed = matches!(token.xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md);
    tensed || token.upos == Upos::Cconj || token.kind == TokenKind::Punctuation && !token.hyphen()
}

/// Whether a name behind a post and a comma is closed by a mark; or the tree has it beside the post, and no clause begins with it:
/// "of the president, Mrs. Clinton said".
fn apposed(sheet: &Sheet<'_>, post: &PostPhrase, name: &Noun) -> bool {
    let closed = sheet.token(name.last).kind == TokenKind::Punctuation || sheet.token(name.last).upos == Upos::Cconj;
    let beside = |i: usize| {
        let token = sheet.token(i);
        token.relation == Relation::Appos && token.head.is_some_and(|h| (post.from..post.to).contains(&(h as usize)))
    };
    closed || name.last >= sheet.tokens.len() || (name.first..name.last).any(beside) && !speaks(sheet, name.last)
}

/// Whether a verb and a mark make what stands before them an insertion: ", Hans Gruber wrote,".
fn speaks(sheet: &Sheet<'_>, at: usize) -> bool {
    matches!(sheet.token(at).xpos, Xpos::Vbd | Xpos::Vbz) && sheet.is_any(at + 1, &[",", "."])
}

/// Whether more is said of a post behind its own words: "who", "at the ministry", "now".
fn goes_on(sheet: &Sheet<'_>, at: usize) -> bool {
    let token = sheet.token(at);
    matches!(token.upos, Upos::Adp | Upos::Adv) || token.xpos == Xpos::Wp
}
