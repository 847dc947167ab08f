//! A class of persons against what the text says of those it names under it.

use super::{
    Finding, Kind, Page,
    count::whole,
    listing::{Group, Item, Of, listing},
    lists::Class,
};
use cubaru_parse::syntax::Upos;

pub(crate) fn classes(page: &Page, groups: &[Group], out: &mut Vec<Finding>) {
    for group in groups.iter().filter(|g| g.of == Of::Persons) {
        let Some(class) = class(page, group) else { continue };
        let Some(list) = listing(page, group) else { continue };
        let inside = |item: &&Item| class.inside.iter().any(|w| page.holds(item.description.clone(), w));
        // Names in the sentences after it are of the group where the text counts them through, or where one of them is told to be.
        let beside = list.sentences.start == page.sentence(group.head);
        let counted = || whole(page, group).is_some_and(|l| Some(l.items.len()) == group.number);
        if !beside && !counted() && !list.items.iter().any(|i| inside(&i)) {
            continue;
        }
        for item in list.items.iter().filter(|i| !inside(i)) {
            let Some(other) = class.outside.iter().find(|w| page.holds(item.description.clone(), w)) else { continue };
            let a = page.side(page.span(group.words.clone()), class.name.join(" "));
            let told = item.description.clone().filter(|t| page.tokens()[*t].upos != Upos::Punct);
            let (first, last) = (told.clone().min().unwrap_or_default(), told.max().unwrap_or_default());
            let span = item.name.cover(page.span(first..last + 1));
            let note = format!("the text says {} and names somebody of whom it says “{}”", class.name.join(" "), other.join(" "));
            let b = page.listing(span, other.join(" "), vec![page.words(item.name)]);
            out.push(Finding::new(Kind::Class, "class-outside", a, Some(b), note));
        }
    }
}

/// The class that a group is called, by the words that name it.
fn class<'l>(page: &Page<'l>, group: &Group) -> Option<&'l Class> {
    page.lists.classes().iter().find(|class| {
        let at = (group.head + 1).checked_sub(class.name.len());
        at.is_some_and(|at| {
            at >= group.words.start
                && (at..=group.head).zip(&class.name).all(|(t, word)| page.is(t, word) || page.tokens()[t].text.eq_ignore_ascii_case(word))
        })
    })
}
