//! A number of persons or countries against those that are named.

use super::{
    Finding, Kind, Page,
    listing::{Group, Listing, listing},
};

pub(crate) fn counts(page: &Page, groups: &[Group], out: &mut Vec<Finding>) {
    for group in groups.iter().filter(|g| !g.open) {
        let Some(claimed) = group.number else { continue };
        let Some(list) = whole(page, group) else { continue };
        let found = list.items.len();
        // A list of a few out of many is a choice, whatever stands before it.
        if found < 2 || found * 2 < claimed || found > claimed * 2 {
            continue;
        }
        let span = page.span(group.words.clone());
        let a = page.side(span, claimed.to_string());
        let b = page.listing(list.span, found.to_string(), list.names(page));
        let note = format!("the text says {claimed} and names {found}");
        out.push(Finding::new(Kind::Count, "count-list", a, Some(b), note).agreeing(found == claimed));
    }
}

/// The list of a group, where the text gives it as whole.
pub(crate) fn whole(page: &Page, group: &Group) -> Option<Listing> {
    let list = listing(page, group).filter(|l| l.whole)?;
    let first = page.sentence(group.head);
    let partial = (first..list.sentences.end).any(|s| page.find(page.range(s), "partial").is_some());
    (!partial).then_some(list)
}
