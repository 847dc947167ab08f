//! What the texts themselves show to be at odds, or to depend on one another: two places side by side, with their words.
//!
//! A check is no verdict. It says: here is a number, there is the list; here is a claim, there a stronger one of a later day. Which is
//! right, and whether it matters, is for the reader.
//!
//! [`Checker::add`] takes documents one by one, [`Checker::finish`] gives the findings in a fixed order: by kind, then by the date and hash of
//! the documents, then by place.
mod across;
mod alternative;
mod class;
mod contradiction;
mod count;
mod denial;
mod dependence;
mod dispute;
mod drift;
mod figure;
mod finding;
mod listing;
mod lists;
mod order;
mod page;
mod saying;
mod span;
mod superlative;
mod wording;

pub use finding::{Finding, Kind, Side};
pub use lists::Lists;

use crate::Rows;
use cubaru_edtf::{Bound, Edtf};
use cubaru_parse::Parsed;
use page::Page;

/// Checks documents, alone and against one another.
pub struct Checker<'l> {
    lists: &'l Lists,
    findings: Vec<Finding>,
    told: Vec<saying::Told>,
    /// Date and id of each document, in which order findings are given.
    order: std::collections::BTreeMap<crate::DocumentId, String>,
}

impl<'l> Checker<'l> {
    /// A checker that goes by these words.
    pub fn new(lists: &'l Lists) -> Self {
        Self { lists, findings: Vec::new(), told: Vec::new(), order: Default::default() }
    }

    /// Takes a document: its rows and what was parsed of the same text.
    pub fn add(&mut self, rows: &Rows, parsed: &Parsed) {
        let date = rows.document.earliest.clone().unwrap_or_else(|| "9999".into());
        if self.order.insert(rows.document.sha256, date).is_some() {
            return;
        }
        let page = Page::new(rows, parsed, self.lists);
        let groups = listing::groups(&page);
        let out = &mut self.findings;
        count::counts(&page, &groups, out);
        span::spans(&page, &groups, out);
        class::classes(&page, &groups, out);
        order::orders(&page, out);
        superlative::superlatives(&page, out);
        figure::figures(&page, out);
        dependence::parties(&page, out);
        dispute::disputes(&page, out);
        self.told.push(saying::told(&page));
    }

    /// The findings of all documents.
    pub fn finish(self) -> Vec<Finding> {
        let Self { mut findings, mut told, order, .. } = self;
        // What is found must not depend on which document came first.
        told.sort_by_key(|t| (t.day, t.id));
        contradiction::contradictions(&told, &mut findings);
        denial::denials(&told, &mut findings);
        drift::drifts(&told, &mut findings);
        dependence::dependences(&told, &mut findings);
        order::opposites(&told, &mut findings);
        wording::same_words(&told, &mut findings);
        let key = |side: &Side| (order.get(&side.document).cloned().unwrap_or_default(), side.document, side.start, side.end);
        findings.sort_by_cached_key(|f| (f.kind, key(&f.a), f.b.as_ref().map(key), f.rule));
        findings.dedup();
        findings
    }
}

/// A day as a number that grows by one each day.
pub(crate) fn day(text: &str) -> Option<i64> {
    let Bound::Day(day) = text.parse::<Edtf>().ok()?.earliest() else { return None };
    let (y, m, d) = (day.year(), i64::from(day.month()), i64::from(day.day()));
    // Days since the first of March of year 0: years end with February, so that the leap day is their last.
    let (y, m) = if m > 2 { (y, m - 3) } else { (y - 1, m + 9) };
    Some(365 * y + y.div_euclid(4) - y.div_euclid(100) + y.div_euclid(400) + (153 * m + 2) / 5 + d - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_follow_one_another() {
        let apart = |a: &str, b: &str| day(b).unwrap() - day(a).unwrap();
        assert_eq!(apart("2000-02-28", "2000-03-01"), 2);
        assert_eq!(apart("1900-02-28", "1900-03-01"), 1);
        assert_eq!(apart("2015-12-31", "2016-12-31"), 366);
        assert_eq!(day("9999-99-99"), None);
    }

    #[test]
    fn kinds_have_names() {
        assert!(Kind::ALL.iter().all(|k| Kind::from_name(k.name()) == Some(*k)));
    }
}
