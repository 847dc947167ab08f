//! What a document says, clause by clause, in a form that two documents can be compared by.

use super::{
    Page, Side, day,
    order::{self, Sequence},
    span::span,
    wording::{self, Run},
};
use crate::DocumentId;
use cubaru_parse::{
    Approximation, Attribution, Mention, MentionKind, QuantityKind, Span, Time, TimexType,
    syntax::{Relation, Upos, Xpos},
};
use std::{collections::BTreeSet, ops::Range, sync::Arc};

/// A document as the others see it.
pub(crate) struct Told {
    pub id: DocumentId,
    /// The day of publication, where it is known to the day.
    pub day: Option<i64>,
    /// Who published it, in small letters without "the".
    pub outlet: String,
    pub sayings: Vec<Saying>,
    pub voices: Vec<Voice>,
    pub sequences: Vec<Sequence>,
    pub runs: Vec<Run>,
    text: Arc<str>,
}

impl Told {
    pub fn text(&self, span: Span) -> String {
        span.of(&self.text).into()
    }
}

/// A clause: who does what, how far it has come, and when.
pub(crate) struct Saying {
    pub side: Side,
    /// The verb's lemma.
    pub verb: String,
    /// The same and those that it governs: "agreed *to reopen*".
    pub verbs: BTreeSet<String>,
    /// What it speaks of: `c:RUS` a country, `p:lavrov` a person, `l:baku` a place or body, `n:lease` a thing.
    pub anchors: BTreeSet<String>,
    /// The anchors of its whole sentence.
    pub around: BTreeSet<String>,
    pub subject: Option<String>,
    /// How far it has come: 0 told as nothing that is or will be, 1 asked for or possible, 2 offered or planned, 3 agreed or to come, 4 done.
    pub rung: u8,
    pub denied: bool,
    /// Who denies it, where somebody is said to.
    pub rejected: Option<String>,
    /// Whether the writer has it from somebody.
    pub sourced: bool,
    /// The dates of its own.
    pub days: Vec<(i64, i64, String)>,
    pub figures: Vec<Figure>,
    /// The sums, numbers and lengths of time that it gives, with their units.
    pub amounts: BTreeSet<String>,
    /// By whom and on which day it was said, where a clause around it tells.
    pub told_on: Option<(i64, String)>,
    /// Whether it is told as over: in the past or the perfect.
    pub past: bool,
    /// Where its sentence begins.
    pub sentence: u32,
}

pub(crate) struct Figure {
    pub noun: String,
    pub value: String,
    pub side: Side,
}

/// Who is named as a source, and for what.
pub(crate) struct Voice {
    pub side: Side,
    /// The words of the name, in small letters; none where the source has no name.
    pub name: Vec<String>,
    pub anchors: BTreeSet<String>,
}

pub(crate) fn told(page: &Page) -> Told {
    let known = page.row.earliest.as_deref().and_then(day).zip(page.row.latest.as_deref().and_then(day));
    let mut told = Told {
        id: page.row.sha256,
        day: known.filter(|(a, b)| a == b).map(|d| d.0),
        outlet: name_words(page.row.source.publisher.as_deref().unwrap_or_default()).join(" "),
        sayings: Vec::new(),
        voices: Vec::new(),
        sequences: order::sequences(page),
        runs: wording::runs(page),
        text: page.row.text.as_str().into(),
    };
    for (i, _) in page.sentences() {
        let around = anchors(page, page.range(i));
        told.sayings.extend(page.range(i).filter_map(|t| saying(page, i, t, &around)));
    }
    told.voices = page.parsed.attributions.iter().filter_map(|a| voice(page, a)).collect();
    told
}

fn saying(page: &Page, sentence: usize, verb: usize, around: &BTreeSet<String>) -> Option<Saying> {
    let t = &page.tokens()[verb];
    let cue = page.attributions(sentence).any(|a| a.cue.iter().any(|w| page.within(w.span()).contains(&verb)));
    let rung = rung(page, verb);
    // What is asked is not said.
    let open = page.subject(verb).is_none_or(|s| matches!(page.tokens()[s].xpos, Xpos::Wp | Xpos::Wdt)) && t.relation != Relation::AclRelcl;
    let asked = open && page.range(sentence).next_back().is_some_and(|t| page.lemma(t) == "?");
    (!asked).then_some(())?;
    (t.upos == Upos::Verb || t.relation == Relation::Root).then_some(())?;
    // "Said" and the like only bring in what others say.
    if cue && rung == 4 {
        return None;
    }
    let relative = t.relation == Relation::AclRelcl;
    let head = t.head.map(|h| h as usize);
    // "They came and signed", "denied having signed": one subject for both.
    let shares = t.relation == Relation::Conj || head.is_some_and(|h| page.listed(h, "denying"));
    let subject = page.subject(verb).or_else(|| head.filter(|_| shares).and_then(|h| page.subject(h)));
    if subject.is_none() && !relative {
        return None;
    }
    let mut whole = page.phrase(verb);
    if let (true, Some(head)) = (relative, t.head) {
        let noun = page.noun(head as usize);
        whole = noun.start.min(whole.start)..whole.end.max(noun.end);
    }
    // A clause in which another verb of saying stands reaches no further than to it.
    let own = own(page, verb, &whole);
    let mut core = BTreeSet::new();
    gather(page, verb, 0, &mut core);
    if let (true, Some(head)) = (relative, t.head) {
        core.insert(head as usize);
        gather(page, head as usize, 2, &mut core);
    }
    let anchors: BTreeSet<String> = core.iter().filter(|c| own.contains(c)).filter_map(|c| key(page, *c)).collect();
    let negated = |c: &usize| page.tokens()[*c].relation == Relation::Advmod && ["not", "n't", "never"].contains(&page.lemma(*c));
    let none = |n: usize| page.listed(n, "nobody") || page.child(n, &[Relation::Det]).is_some_and(|d| page.is(d, "no"));
    let denies = |v: usize| {
        page.children(v).iter().any(negated) || page.subject(v).is_some_and(none) || page.child(v, &[Relation::Obj]).is_some_and(none)
    };
    // "No document shows that …", "it is not true that …", "denied that …"
    let outer = head.filter(|_| matches!(t.relation, Relation::Ccomp | Relation::Csubj | Relation::Xcomp | Relation::Advcl));
    let outer_denies = outer.is_some_and(|o| t.relation != Relation::Advcl && t.relation != Relation::Xcomp && denies(o));
    let rejected = outer.filter(|o| page.listed(*o, "denying") && !denies(*o)).and_then(|o| page.subject(o));
    let denied = denies(verb) || subject.is_some_and(none) || outer_denies || rejected.is_some();
    let place = page.span(own.clone());
    let days = page.times_in(page.span(page.range(sentence))).filter(|t| matches!(t.kind, TimexType::Date | TimexType::Time)).filter(|t| {
        let at = page.within(span(t)).start;
        own.contains(&at)
    });
    let days: Vec<&Time> = days.collect();
    // "They met on 8 September and signed": one day for both.
    let before = || {
        page.times_in(page.span(page.range(sentence).start..verb))
            .filter(|t| t.kind == TimexType::Date && !page.is_aside(page.within(span(t)).start))
    };
    let days = if days.is_empty() && t.relation == Relation::Conj { before().collect() } else { days };
    let days = days.into_iter().filter_map(|t| Some((day(t.earliest.as_deref()?)?, day(t.latest.as_deref()?)?, t.value.clone()))).collect();
    let told_on = page.attributions(sentence).find(|a| a.content.iter().any(|w| w.span().overlaps(place))).and_then(|a| {
        let outside = page
            .times_in(page.span(page.range(sentence)))
            .find(|t| t.kind == TimexType::Date && !own.contains(&page.within(span(t)).start))?;
        let (a1, b1) = (day(outside.earliest.as_deref()?)?, day(outside.latest.as_deref()?)?);
        let head = a.source.first().and_then(|w| page.within(w.span()).next_back())?;
        (a1 == b1).then(|| (a1, page.lemma(head).to_lowercase()))
    });
    let (first, last) = trimmed(page, own);
    Some(Saying {
        side: page.side(page.span(first..last), page.lemma(verb)),
        verb: page.lemma(verb).to_lowercase(),
        verbs: verbs(page, verb),
        subject: subject.and_then(|s| key(page, s)),
        anchors,
        around: around.clone(),
        rung,
        denied,
        rejected: rejected.map(|r| {
            let flat = page.children(r).iter().filter(|c| page.tokens()[**c].relation == Relation::Flat).max().copied().unwrap_or(r);
            page.words(page.span(page.noun(r).start..flat.max(r) + 1)).text
        }),
        sourced: page.is_sourced(sentence) || page.children(verb).iter().any(|c| page.listed(*c, "modal") && page.is(*c, "reportedly")),
        days,
        figures: figures(page, place),
        amounts: amounts(page, place),
        told_on,
        past: matches!(t.xpos, Xpos::Vbd | Xpos::Vbn),
        sentence: page.parsed.sentences.get(sentence).map_or(0, |s| s.start),
    })
}

/// A verb and those that it governs.
fn verbs(page: &Page, verb: usize) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    let mut at = Some(verb);
    for _ in 0..4 {
        let Some(v) = at else { break };
        all.insert(page.lemma(v).to_lowercase());
        at = page.child(v, &[Relation::Xcomp]).filter(|x| page.tokens()[*x].upos == Upos::Verb);
    }
    all
}

/// The words that a verb is about: those of its arguments, a few steps down its tree, not those of other clauses.
fn gather(page: &Page, token: usize, depth: usize, core: &mut BTreeSet<usize>) {
    use Relation::{Acl, AclRelcl, Advcl, AdvclRelcl, Appos, Ccomp, Conj, Parataxis};
    for child in page.children(token).iter().copied() {
        let relation = page.tokens()[child].relation;
        let marked = page.child(child, &[Relation::Mark]).is_some_and(|m| !page.is(m, "to"));
        let other = match relation {
            AclRelcl | Advcl | AdvclRelcl | Parataxis | Appos => true,
            Ccomp | Acl => marked,
            Conj => page.tokens()[child].upos == Upos::Verb,
            _ => false,
        };
        if !other && depth < 5 && core.insert(child) {
            gather(page, child, depth + 1, core);
        }
    }
}

/// The tokens of a clause without those of the clause that reports it.
fn own(page: &Page, verb: usize, whole: &Range<usize>) -> Range<usize> {
    let content =
        page.attributions(page.sentence(verb)).flat_map(|a| &a.content).map(|w| page.within(w.span())).find(|r| r.contains(&verb));
    match content {
        Some(content) if content.len() > 1 => whole.start.max(content.start).min(verb)..whole.end.min(content.end).max(verb + 1),
        _ => whole.clone(),
    }
}

pub(crate) fn trimmed(page: &Page, tokens: Range<usize>) -> (usize, usize) {
    let word = |t: &usize| page.tokens()[*t].upos != Upos::Punct;
    let first = tokens.clone().find(word).unwrap_or(tokens.start);
    (first, tokens.rev().find(word).map_or(first + 1, |l| l + 1))
}

/// How far an act has come, by the words around its verb.
fn rung(page: &Page, verb: usize) -> u8 {
    let beside = |c: &usize| matches!(page.tokens()[*c].relation, Relation::Aux | Relation::Advmod) && page.listed(*c, "modal");
    let aux = |lemma: &str| page.children(verb).iter().any(|c| page.is(*c, lemma) && page.tokens()[*c].relation == Relation::Aux);
    let complement = page.child(verb, &[Relation::Xcomp]);
    match () {
        _ if page.children(verb).iter().any(beside) || page.listed(verb, "asking") => 1,
        // "Should be banned", "demanded that it be banned", "if it goes on": nobody says that it is so.
        _ if aux("should") || aux("must") || wanted(page, verb) => 0,
        // "Is said to have asked"
        _ if page.is(verb, "say") && complement.is_some_and(|c| page.listed(c, "asking")) => 1,
        _ if page.listed(verb, "offering") || page.listed(verb, "ready") && page.tokens()[verb].upos == Upos::Adj => 2,
        _ if page.listed(verb, "agreeing") || aux("will") || aux("shall") || aux("would") => 3,
        _ => 4,
    }
}

/// Whether a clause is what somebody wants, or a condition.
fn wanted(page: &Page, verb: usize) -> bool {
    let mark = page.child(verb, &[Relation::Mark]);
    let head = page.tokens()[verb].head.map(|h| h as usize);
    let asked = page.tokens()[verb].relation == Relation::Ccomp && head.is_some_and(|h| page.listed(h, "asking"));
    asked || mark.is_some_and(|m| page.is(m, "if") || page.is(m, "unless"))
}

/// What some words speak of.
pub(crate) fn anchors(page: &Page, tokens: Range<usize>) -> BTreeSet<String> {
    tokens.filter_map(|t| key(page, t)).collect()
}

/// What a word speaks of: the country, person or place that its mention means, or the thing that a noun names.
pub(crate) fn key(page: &Page, token: usize) -> Option<String> {
    use MentionKind::{Loc, Nom, Norp, Org, Per, Pron};
    if let Some(mention) = page.mention(token, &[Per, Loc, Norp, Org, Pron]) {
        return named(page, mention).or_else(|| (mention.kind != Pron).then(|| format!("l:{}", mention.text.to_lowercase())));
    }
    let t = &page.tokens()[token];
    let name = t.upos == Upos::Propn && page.mention(token, &[Nom]).is_none();
    let lemma = t.lemma.to_lowercase();
    match t.upos {
        _ if page.inside_name(token) => None,
        Upos::Noun if !page.listed(token, "generic") && !page.listed(token, "time-unit") && !page.in_time(token) => {
            Some(format!("n:{lemma}"))
        }
        Upos::Propn if name && !page.in_time(token) => Some(format!("l:{lemma}")),
        _ => None,
    }
}

fn named(page: &Page, mention: &Mention) -> Option<String> {
    let entity = mention.entity.and_then(|e| page.parsed.entities.get(e as usize));
    let name = entity.map_or(mention.text.as_str(), |e| e.name.as_str());
    let kind = entity.map_or(mention.kind, |e| e.kind);
    let code = mention.code.as_deref().or(entity.and_then(|e| e.code.as_deref()));
    let country = mention.why.entries.iter().any(|e| e.starts_with("countries#"))
        || mention.kind == MentionKind::Norp
        || mention.kind == MentionKind::Pron;
    let acts = code.is_some_and(|c| c.len() > 3) && kind == MentionKind::Loc;
    match kind {
        MentionKind::Per => name_words(name).last().map(|last| format!("p:{last}")),
        MentionKind::Loc | MentionKind::Norp if country || acts => code.and_then(|c| c.get(..3)).map(|c| format!("c:{c}")),
        MentionKind::Nom => page
            .tokens()
            .get(page.within(Span { start: mention.start, end: mention.end }).end.checked_sub(1)?)
            .map(|t| format!("n:{}", t.lemma.to_lowercase()))
            .filter(|_| mention.kind != MentionKind::Pron),
        MentionKind::Pron => None,
        _ => Some(format!("l:{}", name_words(name).join(" "))),
    }
}

/// The words of a name in small letters, without an article.
pub(crate) fn name_words(name: &str) -> Vec<String> {
    let folded = cubaru_lexicon::fold_case(name);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty() && *w != "the").map(String::from).collect()
}

fn amounts(page: &Page, place: Span) -> BTreeSet<String> {
    let numbers = page.quantities_in(place).filter(|q| q.value.len() > 1 || q.unit.is_some());
    let lengths = page.times_in(place).filter(|t| t.kind == TimexType::Duration);
    let numbers = numbers.map(|q| format!("{} {}", q.value, q.unit.as_deref().unwrap_or_default()));
    numbers.chain(lengths.map(|t| t.value.clone())).collect()
}

fn figures(page: &Page, place: Span) -> Vec<Figure> {
    let exact = page.quantities_in(place).filter(|q| q.kind == QuantityKind::Number && q.approximation == Approximation::Exact);
    exact
        .filter_map(|q| {
            let own = Span { start: q.start, end: q.end };
            let tokens = page.within(own);
            let noun = tokens.clone().find_map(|t| page.tokens()[t].head.filter(|h| *h as usize >= tokens.end))? as usize;
            let plural = matches!(page.tokens()[noun].xpos, Xpos::Nns | Xpos::Nnps);
            (plural && !page.listed(noun, "time-unit") && noun < tokens.end + 4).then_some(())?;
            Some(Figure {
                noun: page.lemma(noun).to_lowercase(),
                value: q.value.clone(),
                side: page.side(own.cover(page.span(tokens.start..noun + 1)), q.value.clone()),
            })
        })
        .collect()
}

/// The name right before a cue: "…, Ana Prado, who heads the council, said". Its first word, and all that is said of it.
fn speaker(page: &Page, cue: usize) -> Option<(usize, Range<usize>)> {
    let start = page.range(page.sentence(cue)).start;
    let named = |t: &usize| {
        page.tokens()[*t].upos == Upos::Propn
            && !matches!(page.tokens()[*t].relation, Relation::Flat | Relation::Compound | Relation::Obl | Relation::Nmod)
    };
    let ends = |whole: &Range<usize>| whole.end == cue || whole.end + 1 == cue && page.lemma(whole.end) == ",";
    (start..cue).rev().take(20).filter(named).map(|t| (t, page.phrase(t))).find(|(t, whole)| whole.start + 1 >= *t && ends(whole))
}

/// A named source, with what it is named for.
fn voice(page: &Page, attribution: &Attribution) -> Option<Voice> {
    let cue = page.within(attribution.cue.first()?.span());
    // "Cuba has offered …" tells what Cuba did, not whom the writer has it from.
    cue.clone().all(|c| rung(page, c) == 4).then_some(())?;
    // "Defended the plan", "refused to go" give no words that two texts could have from one mouth.
    cue.clone().any(|c| page.listed(c, "telling")).then_some(())?;
    let titled = |t: usize| page.tokens()[t].upos == Upos::Propn && !page.listed(t, "title") && !page.in_time(t);
    let subject = || cue.clone().find_map(|c| page.subject(c)).filter(|s| page.tokens()[*s].upos == Upos::Propn);
    let words =
        |tokens: Range<usize>| -> Vec<String> { tokens.filter(|t| titled(*t)).flat_map(|t| name_words(&page.tokens()[t].text)).collect() };
    let entity = attribution.entity.and_then(|e| page.parsed.entities.get(e as usize));
    let source = attribution.source.first().map(|w| page.within(w.span()));
    let person = entity.filter(|e| e.kind == MentionKind::Per).map(|e| name_words(&e.name));
    let body = entity.filter(|e| e.kind == MentionKind::Org).map(|e| name_words(&e.name));
    let mut place = source.clone();
    let mut name = person.or(body).or_else(|| source.filter(|_| entity.is_none()).map(words)).unwrap_or_default();
    if let (true, Some(subject)) = (name.is_empty(), subject()) {
        let whole = page.noun(subject).start..page.phrase(subject).end;
        name = words(whole.start..(subject + 3).min(whole.end));
        place = Some(whole);
    }
    if let (true, Some((noun, whole))) = (name.is_empty(), speaker(page, cue.start)) {
        name = words(noun..whole.end.min(noun + 4));
        place = Some(whole);
    }
    let place = place?;
    let (first, last) = trimmed(page, place.clone());
    let span = page.span(first..last).cover(page.span(cue));
    let span = if span.len() > 300 { page.span(place) } else { span };
    let sentence = page.range(page.sentence(page.within(span).start));
    let source = page.within(span);
    let mut content: Vec<Range<usize>> = attribution.content.iter().map(|w| page.within(w.span())).collect();
    // Of a reading that found too little the whole sentence counts.
    if content.iter().map(Range::len).sum::<usize>() < 3 {
        content.push(sentence);
    }
    let mut anchors: BTreeSet<String> =
        content.into_iter().flatten().filter(|t| !source.contains(t)).filter_map(|t| key(page, t)).collect();
    anchors.retain(|a| !name.iter().any(|n| a.ends_with(n.as_str())));
    Some(Voice { side: page.side(span, name.join(" ")), name, anchors })
}
