//! Holders that a verb joins to their posts: "X is the director", "was sworn in as", "resigned as", "who heads the agency".

use super::{
    holder::{Holding, Names},
    noun::{Noun, PostPhrase},
};
use crate::{
    input::Sheet,
    label::{Relation, Upos, Xpos},
    language::Class,
    parsed::MentionKind,
    why::Why,
};

const BE: &[&str] = &["is", "was", "became", "becomes", "remains", "been", "become"];
/// A verb with its particle, and the auxiliaries of one, have no more words than this.
const LONGEST: usize = 4;
/// Words that make a clause one that is not stated.
const OPENERS: &[&str] = &["if", "unless", "whether", "were"];

/// The holder of a post by the verb before it, the rule, and whether the verb says that the holding has ended.
pub(super) fn held(sheet: &Sheet<'_>, names: Names<'_>, post: &PostPhrase) -> Option<(usize, &'static str, bool)> {
    let mut end = post.from;
    while end > 0 && sheet.token(end - 1).upos == Upos::Adv && !sheet.is_any(end - 1, &["as", "not", "never", "n't"]) {
        end -= 1;
    }
    let last = end.checked_sub(1)?;
    if sheet.is_any(last, BE) {
        let first = auxiliaries(sheet, last)?;
        let bare = sheet.is_any(last, &["been", "become"]) && first == last;
        return subject(sheet, names, predicate(sheet, post), first).filter(|_| !bare).map(|n| (n, "office-is", false));
    }
    // "X is the author of … and a former ambassador"
    if let Some(first) = sheet.token(predicate(sheet, post)).head.map(|h| h as usize).filter(|_| joins(sheet, post)) {
        let copula = sheet.edges.child(first, &[Relation::Cop]).filter(|c| sheet.is_any(*c, BE));
        return copula.and_then(|c| subject(sheet, names, first, auxiliaries(sheet, c)?)).map(|n| (n, "office-is", false));
    }
    let as_post = sheet.is(last, "as");
    if as_post && sheet.begins(last) && sheet.is(post.to, ",") {
        return names.at(post.to + 1).map(|(n, _)| (n, "office-as", false));
    }
    let end = if as_post { last } else { end };
    let rule = if as_post { "office-as" } else { "office-named" };
    if let Some((first, kind)) = verb(sheet, end) {
        let ended = kind == "leaving";
        if ended && !as_post {
            return None;
        }
        let start = auxiliaries(sheet, first)?;
        // "was named minister", but "he named the minister"
        let passive = (start..first).any(|i| sheet.is_any(i, &["was", "is", "been", "were"]));
        let acts = ended || kind == "taking" && sheet.token(end - 1).lemma == "serve";
        return subject(sheet, names, first, start).filter(|_| passive || as_post && acts).map(|n| (n, rule, ended));
    }
    // "appointed Ana Lopes finance minister"
    let (noun, name) = names.before(end)?;
    let (first, kind) = verb(sheet, name.from)?;
    let stated = auxiliaries(sheet, first).is_some() && matches!(sheet.token(first).xpos, Xpos::Vbd | Xpos::Vbn);
    (stated && (kind == "taking" || as_post)).then_some((noun, rule, kind == "leaving"))
}

/// Who takes a post from the one before: "X succeeded Y as chairman".
pub(super) fn heir(sheet: &Sheet<'_>, names: Names<'_>, post: &PostPhrase) -> Option<usize> {
    let end = post.from.checked_sub(1).filter(|at| sheet.is(*at, "as"))?;
    let (_, name) = names.before(end)?;
    let verb = name.from.checked_sub(1)?;
    let relieves = sheet.entries(verb, Class::PostWord).any(|(last, e)| last == name.from && e.cell(1) == "relieving");
    subject(sheet, names, verb, auxiliaries(sheet, verb)?).filter(|_| relieves)
}

/// The verb of the lists that ends before a token, with its kind.
fn verb<'s>(sheet: &'s Sheet<'_>, end: usize) -> Option<(usize, &'s str)> {
    (end.saturating_sub(LONGEST)..end).find_map(|at| {
        let mut kinds = sheet.entries(at, Class::PostWord).filter(|(last, _)| *last == end).map(|(_, e)| e.cell(1));
        kinds.find(|k| matches!(*k, "taking" | "leaving")).map(|k| (at, k))
    })
}

/// Where the auxiliaries of a verb begin; none where one of them says that it is not so, or not yet.
fn auxiliaries(sheet: &Sheet<'_>, verb: usize) -> Option<usize> {
    let mut first = verb;
    while let Some(before) = first.checked_sub(1).filter(|b| verb - b <= LONGEST) {
        let token = sheet.token(before);
        if token.xpos == Xpos::Md || token.xpos == Xpos::To || sheet.is_any(before, &["not", "n't", "never", "be", "being", "having"]) {
            return None;
        }
        let helps =
            token.upos == Upos::Aux || sheet.is_any(before, &["has", "have", "had", "was", "were", "is"]) || token.upos == Upos::Adv;
        if !helps {
            break;
        }
        first = before;
    }
    Some(first)
}

/// The word of a copular clause that its subject hangs on: the post's, or the one that it is joined to.
fn predicate(sheet: &Sheet<'_>, post: &PostPhrase) -> usize {
    let outside = |t: &usize| sheet.token(*t).head.is_none_or(|h| !(post.from..post.to).contains(&(h as usize)));
    (post.first..post.last).find(outside).unwrap_or(post.last - 1)
}

/// Whether a post without "the" hangs on a word before it as a further conjunct.
fn joins(sheet: &Sheet<'_>, post: &PostPhrase) -> bool {
    let joined = sheet.token(predicate(sheet, post)).relation == Relation::Conj;
    joined && post.from.checked_sub(1).is_some_and(|b| sheet.is(b, "and")) && !sheet.is(post.from, "the")
}

/// The person who is a verb's subject, by the tree, or by standing right before the verb group where the tree has none.
fn subject(sheet: &Sheet<'_>, names: Names<'_>, verb: usize, first: usize) -> Option<usize> {
    let found = match sheet.edges.subject(verb) {
        Some(subject) => names
            .over(subject)
            .or_else(|| apposed(sheet, names, subject))
            .or_else(|| names.before(first).filter(|(_, n)| stands_free(sheet, n))),
        None => names.before(first).filter(|(_, n)| stands_free(sheet, n)),
    };
    let (noun, n) = found?;
    let opener = n.from.checked_sub(1).is_some_and(|b| sheet.is_any(b, OPENERS));
    (!opener).then_some(noun)
}

/// The name beside a subject: "The writer, Tom Baines, is …".
fn apposed<'n>(sheet: &Sheet<'_>, names: Names<'n>, subject: usize) -> Option<(usize, &'n Noun)> {
    // "Juan Mora, a general who is now minister"
    let above = sheet.token(subject).head.map(|h| h as usize).filter(|_| sheet.token(subject).relation == Relation::Appos);
    let before = || sheet.edges.extent(subject).0.checked_sub(1).filter(|at| sheet.is(*at, ",")).and_then(|at| names.before(at));
    sheet.edges.child(subject, &[Relation::Appos]).or(above).and_then(|a| names.over(a)).or_else(before)
}

/// Whether a name hangs on no word before it: "the wife *of* Juan Mora was named …".
fn stands_free(sheet: &Sheet<'_>, name: &Noun) -> bool {
    name.from.checked_sub(1).is_none_or(|b| {
        let before = sheet.token(b);
        before.upos != Upos::Adp && !matches!(before.text.as_str(), "," | "'s" | "’s") && before.upos != Upos::Cconj
    })
}

/// Persons who lead a body by a verb: "X, who heads the Nordic Council".
pub(super) fn heading(sheet: &Sheet<'_>, names: Names<'_>) -> Vec<Holding> {
    (0..sheet.tokens.len()).filter_map(|at| heads(sheet, names, at)).collect()
}

fn heads(sheet: &Sheet<'_>, names: Names<'_>, at: usize) -> Option<Holding> {
    let (last, entry) = sheet.entries(at, Class::PostWord).find(|(_, e)| e.cell(1) == "heading")?;
    let verb = (at..last).find(|i| sheet.token(*i).upos == Upos::Verb)?;
    let object = sheet.edges.child(verb, &[Relation::Obj, Relation::Obl])?;
    let start = auxiliaries(sheet, at)?;
    let noun = subject(sheet, names, verb, start)?;
    let (first, end) = (last + usize::from(sheet.token(last).determiner()), object + 1);
    // A body by name, or a body's noun with a name before it: "the opposition Yabloko party".
    let named = first < end && end - first <= LONGEST + 2 && sheet.token(last).upos != Upos::Adp;
    let capital = (first..end).any(|i| sheet.token(i).capital());
    let listed = |class: Class| sheet.entries(object, class).any(|(l, _)| l == end);
    let (_, body) = names.within(first, end.max(first)).rfind(|(_, n)| n.kind != MentionKind::Nom).unzip();
    let body = body.filter(|b| b.last <= end);
    let whole = body.is_some_and(|b| b.last == end && b.kind == MentionKind::Org);
    if !named || !capital || !(whole || listed(Class::BodyHead) || listed(Class::Agent)) {
        return None;
    }
    let post = PostPhrase {
        first: at,
        last,
        from: at,
        to: end,
        body: Some((first, end)),
        country: body.and_then(|b| b.country.clone()),
        sector: None,
        sort: "post".into(),
        former: false,
        acting: false,
        plural: false,
        why: Why { rule: "office-heads".into(), entries: vec![format!("{}#{}", entry.list(), entry.form())] },
    };
    Some(Holding { post, noun, rule: "office-heads" })
}
