//! A cue within a relative clause whose word is what somebody says something of: "a letter that he said was drafted by the firm", "what
//! officials called a crime".

use super::{
    super::Scene,
    clause::{Content, trimmed},
    cue::Cue,
    reach, source,
};
use crate::{
    label::{Relation, Upos, Xpos},
    language::Frame,
    phrase::verb::{Form, VerbGroup},
};

/// A comma that closes a relative clause is looked for no further.
const LONGEST: usize = 60;

/// What a cue says of the word that its clause begins with.
pub(super) fn content(scene: &Scene<'_>, group: &VerbGroup, cue: &Cue<'_>) -> Option<Content> {
    let (sheet, tree) = (scene.sheet, &scene.sheet.edges);
    let (verb, next) = (group.head, cue.last);
    let subject = source::speaker(scene, verb).filter(|s| *s < verb)?;
    let opener = reach::phrase(scene, subject, verb).0.checked_sub(1)?;
    let wh = sheet.is_any(opener, &["that", "which", "who", "whom", "what"]) && sheet.token(subject).head != Some(opener as u32);
    let (_, last) = scene.sentence(verb);
    if next >= last || !wh {
        return None;
    }
    // "which he said were returned": the clause goes on with a verb that has no subject of its own.
    let finite = matches!(sheet.token(next).xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md);
    if finite && cue.has(Frame::Clause) {
        let auxiliary = matches!(sheet.token(next).relation, Relation::Aux | Relation::AuxPass | Relation::Cop);
        let below = if auxiliary { sheet.token(next).head? as usize } else { next };
        let end = tree.extent(below).1;
        let run = trimmed(scene, (next, closed(scene, opener, next, end.min(last))))?;
        return Some(Content::new(vec![run], "attribution-relative", Frame::Clause));
    }
    // "what officials called a crime", "whom she describes as a friend"
    let frame = [Frame::Naming, Frame::Object].into_iter().find(|f| cue.has(*f)).filter(|_| cue.speaks())?;
    // What somebody says of things in passing ("what he calls a crime") stands in the own words of that one.
    if sheet.is(opener, "that") || sheet.token(subject).upos == Upos::Pron {
        return None;
    }
    let named = tree.children(verb).find(|c| {
        let as_what = || sheet.is(tree.extent(*c).0, "as");
        *c >= next
            && tree.extent(*c).0 == next
            && match sheet.token(*c).relation {
                Relation::Xcomp | Relation::Obj | Relation::Ccomp => frame == Frame::Naming,
                Relation::Obl | Relation::Advcl => as_what(),
                _ => false,
            }
    })?;
    if group.form != Form::Finite {
        return None;
    }
    let run = trimmed(scene, (next, closed(scene, opener, next, tree.extent(named).1)))?;
    Some(Content::new(vec![(opener, opener + 1), run], "attribution-relative", frame))
}

/// The end of a relative clause: one that a comma opens, a comma closes.
fn closed(scene: &Scene<'_>, opener: usize, from: usize, end: usize) -> usize {
    let sheet = scene.sheet;
    let comma = opener > 0 && sheet.is(opener - 1, ",");
    if !comma {
        return end;
    }
    (from..end.min(from + LONGEST)).find(|t| sheet.is(*t, ",")).unwrap_or(end)
}
