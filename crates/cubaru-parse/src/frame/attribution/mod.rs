//! Who says what: a cue with its source, and the content before, after or around it.

mod clause;
mod cue;
mod line;
mod marks;
mod noun;
mod prefix;
mod reach;
mod relative;
mod source;

use super::{Scene, within::Contents};
use crate::{
    certainty::{Certainty, Modality, Status},
    input::Sheet,
    label::Relation,
    language::Frame,
    parsed::{Attribution, AttributionKind, TokenKind},
    phrase::verb::{Form, VerbGroup},
    span::{Span, Words},
    why::Why,
};
use cue::Cue;
use source::{Source, source};

/// Where an attribution stands: its cue, or its source where a mark attributes.
fn anchor(attribution: &Attribution) -> Span {
    let words = attribution.cue.first().or(attribution.source.first()).or(attribution.content.first());
    words.map_or(Span { start: 0, end: 0 }, Words::span)
}

/// No chain of speakers is longer than this.
const DEEPEST: usize = 8;

/// The attributions, in the order of their cues.
pub(super) fn attributions(scene: &Scene<'_>) -> Vec<Attribution> {
    let mut out = Vec::new();
    scene.verbs.iter().chain(&cue::states(scene)).for_each(|group| out.extend(by_verb(scene, group)));
    for sentence in scene.sheet.sentences {
        let (first, last) = (sentence.first_token as usize, sentence.last_token as usize);
        out.extend(line::by_colon(scene, sentence));
        for at in first..last {
            out.extend(prefix::by_prefix(scene, at, first, last));
            out.extend(noun::by_noun(scene, at));
            out.extend(line::by_dash(scene, at, first, last));
        }
    }
    out.sort_by_key(|a| anchor(a).start);
    out.dedup_by(|b, a| a.cue == b.cue && !a.cue.is_empty());
    one_cue(&mut out);
    shallow(scene.sheet, &mut out);
    same_mouth(scene.sheet, &mut out);
    more_of_the_same_speaker(scene, &mut out);
    parents(scene.sheet, &mut out);
    out
}

/// Leaves out what nobody has said: a statement within another's words that is only planned, wished for, possible or denied there ("The mayor
/// said the clerk may ask for more"). Whether any was left out.
pub(super) fn unsaid(sheet: &Sheet<'_>, attributions: &mut Vec<Attribution>) -> bool {
    let before = attributions.len();
    attributions.retain(|a| a.parent.is_none() || matches!(a.status, Status::Actual | Status::Reported));
    if attributions.len() < before {
        parents(sheet, attributions);
    }
    attributions.len() < before
}

fn by_verb(scene: &Scene<'_>, group: &VerbGroup) -> Option<Attribution> {
    let found = cue::of_verb(scene, group);
    // "Asked whether he had signed, he left": who is asked stands in the next clause.
    // "She's said that …", which a tree takes for "is said".
    let (asked, has) = (cue::asked(scene, group, &found), cue::has_said(scene, group, &found));
    let turned = VerbGroup { passive: asked, ..group.clone() };
    let group = if asked || has { &turned } else { group };
    let (first, last) = scene.sentence(group.head);
    // "I think", said by a speaker, is the speaker's own certainty and no further mouth.
    let own = |subject: usize| matches!(scene.sheet.token(subject).lemma.as_str(), "I" | "we" | "you");
    if scene.sheet.edges.subject(group.head).is_some_and(|s| own(s) && (scene.sheet.quoted(s) || scene.sheet.token(s).lemma == "you")) {
        return None;
    }
    let quoted = scene.sheet.quoted(group.head);
    if quoted && !found.speaks() {
        return None;
    }
    let plain = if found.spoken() && group.form != Form::Infinitive { by_words(scene, group, &found, first, last) } else { None };
    // Quotation marks tell more than the tree, but for what is called so; elsewhere the tree tells more than the words between.
    let object = scene.sheet.edges.child(group.head, &[Relation::Obj]).is_some();
    let named = (found.has(Frame::Object) || found.has(Frame::Naming)) && !found.has(Frame::Clause) && object;
    if !named && plain.as_ref().is_some_and(|a| a.kind != AttributionKind::Indirect) {
        return plain;
    }
    if plain.as_ref().is_some_and(|a| a.why.rule == "attribution-around") {
        return plain;
    }
    // "The mayor said the clerk wanted to leave": the mind of another, as somebody tells of it, is that one's word.
    let outer = scene.sheet.token(group.head).head.filter(|_| scene.sheet.token(group.head).relation == Relation::Ccomp);
    let reported = outer.and_then(|h| scene.verb_at(h as usize)).is_some_and(|g| cue::of_verb(scene, g).speaks());
    let reported = reported && !found.speaks();
    // "The sign says little": who says a thing says no clause.
    // Within a quotation a clause alone is another one's word.
    let clausal =
        |a: &Attribution| !quoted || !matches!(a.why.rule.as_str(), "attribution-object" | "attribution-to" | "attribution-gerund");
    let fits = |a: &Attribution| clausal(a) && !(reported && matches!(a.why.rule.as_str(), "attribution-object" | "attribution-to"));
    let says = found.kind() == "say" && !found.has(Frame::Object);
    let plain = plain.filter(|a| says || !(object && a.why.rule == "attribution-indirect-bare"));
    if plain.as_ref().is_some_and(|a| a.why.rule == "attribution-indirect-before") {
        return plain;
    }
    clause::by_tree(scene, group, &found).filter(fits).or(plain)
}

/// An attribution from the words around a cue.
fn by_words(scene: &Scene<'_>, group: &VerbGroup, found: &Cue<'_>, first: usize, last: usize) -> Option<Attribution> {
    let Source { range: source, unit, inverted, noun } = source(scene, group, found)?;
    let after =
        marks::after_as(scene, unit, first, last).or_else(|| if inverted { None } else { marks::after(scene, group, found, unit, last) });
    let (content, rule) = after.or_else(|| marks::before(scene, unit, first, last))?;
    // "…, she said, adding that …" says nothing of what stands before; an "asked" among others' words neither.
    let relation = scene.sheet.token(group.head).relation;
    let aside = group.form != Form::Finite || matches!(relation, Relation::Ccomp | Relation::Advcl);
    // "They did not just protest; they recalled the envoy": who says a thing says no clause before it.
    let object = scene.sheet.edges.child(group.head, &[Relation::Obj]).is_some_and(|o| o > group.head && !source::timed(scene, o));
    if rule == "attribution-indirect-before" && !inverted && (aside || object && !found.has(Frame::Addressee)) {
        return None;
    }
    let explicit = rule != "attribution-indirect-bare";
    if !found.speaks() && (!explicit || group.modal.is_some()) {
        return None;
    }

    let entity = noun.and_then(|n| scene.mentions[n].entity);
    let entry = found.entry(&[Frame::Clause]);
    Some(build(scene, vec![source], vec![(found.first, found.last)], content, entity, rule, entry))
}

pub(super) fn build(
    scene: &Scene<'_>,
    source: Vec<(usize, usize)>,
    cue: Vec<(usize, usize)>,
    content: Vec<Span>,
    entity: Option<u32>,
    rule: &str,
    entry: String,
) -> Attribution {
    let sheet = scene.sheet;
    let runs = |runs: Vec<(usize, usize)>| runs.into_iter().map(|(a, b)| Words::at(sheet.text, sheet.span(a, b))).collect();
    let kind = kind(sheet, &content);
    let content = content.into_iter().map(|s| Words::at(sheet.text, s)).collect();
    let entries = if entry.is_empty() { Vec::new() } else { vec![entry] };
    Attribution {
        source: runs(source),
        cue: runs(cue),
        content,
        kind,
        entity,
        parent: None,
        certainty: Certainty::default(),
        status: Status::default(),
        modality: Modality::default(),
        by_speaker: Vec::new(),
        why: Why { rule: rule.into(), entries },
    }
}

/// "The minister said he hoped to sign": what a speaker says of the own mind needs no further mouth.
fn same_mouth(sheet: &Sheet<'_>, attributions: &mut Vec<Attribution>) {
    let contents = Contents::new(sheet.sentences, attributions);
    let speaks = |a: &Attribution| a.kind != AttributionKind::Indirect || a.why.entries.is_empty();
    let again: Vec<bool> = (0..attributions.len())
        .map(|i| {
            let a = &attributions[i];
            let outer = contents.innermost(attributions, anchor(a), Some(i as u32)).map(|o| &attributions[o as usize]);
            let same = |o: &Attribution| {
                o.entity.is_some() && o.entity == a.entity || (o.entity.is_none() || a.entity.is_none()) && takes_up(sheet, o, a)
            };
            !speaks(a) && minded(sheet, a) && outer.is_some_and(same)
        })
        .collect();
    let mut again = again.into_iter();
    attributions.retain(|_| !again.next().unwrap_or(false));
}

/// "The clerks said they hoped to stay": a pronoun that begins what is said, and of which nothing more is known, takes up who says it.
fn takes_up(sheet: &Sheet<'_>, outer: &Attribution, inner: &Attribution) -> bool {
    let (Some(content), [source]) = (outer.content.first(), inner.source.as_slice()) else { return false };
    let at = sheet.tokens.partition_point(|t| t.start < source.start);
    let begins = sheet.tokens.partition_point(|t| t.start < content.start);
    let pronoun = sheet.is_any(at, &["he", "she", "they", "it"]) && sheet.token(at).end == source.end;
    pronoun && (at == begins || at == begins + 1 && sheet.is(begins, "that"))
}

/// Whether a cue tells of a thought, a wish or a feeling and of no speech.
fn minded(sheet: &Sheet<'_>, attribution: &Attribution) -> bool {
    let form = attribution.why.entries.first().and_then(|e| e.strip_prefix("cues#")).unwrap_or_default();
    let rows = sheet.language.cues().verbs.get(form.split(' ').next().unwrap_or_default());
    rows.into_iter().flatten().any(|r| r.entry == attribution.why.entries[0] && matches!(r.kind.as_str(), "believe" | "intend" | "feel"))
}

/// Further quotations that open the next sentences of the same paragraph, or continue into the next, belong to the same speaker.
fn more_of_the_same_speaker(scene: &Scene<'_>, attributions: &mut [Attribution]) {
    let sheet = scene.sheet;
    let contents = Contents::new(sheet.sentences, attributions);
    for i in 0..attributions.len() {
        if attributions[i].kind == AttributionKind::Indirect {
            continue;
        }
        let cue = anchor(&attributions[i]);
        let sentence = sheet.sentences.partition_point(|s| s.end <= cue.start);
        if sentence >= sheet.sentences.len() {
            continue;
        }
        let mut end = attributions[i].content.iter().map(|w| w.end).max().unwrap_or(cue.end).max(cue.end);
        // Quotations that follow directly, with nothing but white space between sentence and mark.
        let following = sheet.sentences.partition_point(|s| s.end <= end).max(sentence + 1);
        for next in &sheet.sentences[following..] {
            if next.end <= end {
                continue; // within the quotation that was just taken
            }
            let Some(quotation) = marks::opens(sheet, next.first_token as usize) else { break };
            let same = next.paragraph == sheet.sentences[sentence].paragraph || quotation.continues.is_some();
            let owned = contents.innermost(attributions, quotation.content, Some(i as u32)).is_some();
            if !same || owned || quotation.start < end {
                break;
            }
            end = quotation.end;
            attributions[i].content.push(Words::at(sheet.text, Span { start: quotation.start, end: quotation.end }));
        }
        let spans: Vec<Span> = attributions[i].content.iter().map(Words::span).collect();
        attributions[i].kind = kind(sheet, &spans);
    }
}

/// "said in a statement that …": the noun within a verb's cue is no further cue.
fn one_cue(attributions: &mut Vec<Attribution>) {
    let nested = |outer: &Attribution, inner: &Attribution| {
        inner.why.rule == "attribution-noun" && outer.cue.first().is_some_and(|c| c.span().contains(anchor(inner)))
    };
    attributions.dedup_by(|b, a| nested(a, b));
}

/// Leaves out what stands in more mouths than anybody can follow, so that a chain of speakers without end costs no more than it says.
fn shallow(sheet: &Sheet<'_>, attributions: &mut Vec<Attribution>) {
    let (mut sentence, mut kept): (usize, Vec<Vec<Span>>) = (usize::MAX, Vec::new());
    attributions.retain(|a| {
        let cue = anchor(a);
        let here = sheet.sentences.partition_point(|s| s.end <= cue.start);
        if here != sentence {
            sentence = here;
            kept.clear();
        }
        let depth = kept.iter().filter(|contents| contents.iter().any(|c| c.contains(cue))).count();
        if depth < DEEPEST {
            kept.push(a.content.iter().map(Words::span).collect());
        }
        depth < DEEPEST
    });
}

fn parents(sheet: &Sheet<'_>, attributions: &mut [Attribution]) {
    let contents = Contents::new(sheet.sentences, attributions);
    let parents: Vec<Option<u32>> = (0..attributions.len())
        .map(|i| {
            let parent = contents.innermost(attributions, anchor(&attributions[i]), Some(i as u32))?;
            // The larger content lies outside; so no two can hold each other.
            contents.encloses(parent, i as u32).then_some(parent)
        })
        .collect();
    attributions.iter_mut().zip(parents).for_each(|(a, parent)| a.parent = parent);
}

fn kind(sheet: &Sheet<'_>, content: &[Span]) -> AttributionKind {
    let (mut inside, mut all) = (0, 0);
    for span in content {
        let from = sheet.tokens.partition_point(|t| t.end <= span.start);
        for (i, token) in sheet.tokens.iter().enumerate().skip(from).take_while(|(_, t)| t.start < span.end) {
            if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                all += 1;
                inside += usize::from(sheet.quoted(i));
            }
        }
    }
    match inside {
        0 => AttributionKind::Indirect,
        n if n * 10 >= all * 9 => AttributionKind::Direct,
        _ => AttributionKind::Mixed,
    }
}
