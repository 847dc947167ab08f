//! The lists of `data/`, found by their first cell.

use crate::custom::Customs;
use std::{collections::HashMap, ops::Range, sync::OnceLock};

/// One line of a list.
pub(crate) type Row = Vec<&'static str>;

/// A list: its lines are sorted, so that those of one form lie together.
pub(crate) struct Table {
    rows: Vec<Row>,
    /// Where the lines of each form lie: a comparison looks up dozens, and most are in no list.
    forms: HashMap<&'static str, Range<usize>>,
}

impl Table {
    fn read(text: &'static str) -> Self {
        let rows: Vec<Row> = text.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect()).collect();
        let mut forms: HashMap<&str, Range<usize>> = HashMap::with_capacity(rows.len());
        for (place, row) in rows.iter().enumerate() {
            forms.entry(row[0]).or_insert(place..place).end = place + 1;
        }
        Self { rows, forms }
    }

    /// The lines whose first cell is the form.
    pub(crate) fn get(&self, form: &str) -> &[Row] {
        self.forms.get(form).map_or(&[], |range| &self.rows[range.clone()])
    }

    /// All lines.
    pub(crate) fn rows(&self) -> &[Row] {
        &self.rows
    }
}

macro_rules! lists {
    ($($name:ident $file:literal $what:literal)*) => {$(
        #[doc = $what]
        pub(crate) fn $name() -> &'static Table {
            static TABLE: OnceLock<Table> = OnceLock::new();
            TABLE.get_or_init(|| Table::read(include_str!(concat!("../data/", $file, ".tsv"))))
        }
    )*};
}

lists! {
    customs "customs" "country, custom"
    endings "endings" "man, woman, kind"
    family_names "family-names" "form, name, custom, frequency"
    given_names "given-names" "form, name, gender, kind"
    offices "offices" "form, class, sector, holders"
    kanji "kanji" "name, latin, script"
    namesakes "namesakes" "form, country, from, until, who"
    particles "particles" "form, kind"
    scripts "scripts" "letter, latin, script"
    signs "signs" "form, kind, custom"
    sounds "sounds" "one, other, cost, custom"
    successors "successors" "state, other, until"
    suffixes "suffixes" "form, number"
    titles "titles" "form, kind, gender"
}

/// The most frequent that a family name is, among people of the customs: 2 very, 1 common, 0 not in the list.
pub(crate) fn frequency(form: &str, customs: Customs) -> u32 {
    let rows = family_names().get(form).iter().filter(|row| {
        let custom = Customs::of(row[2]);
        customs.is_empty() || custom.is_empty() || customs.has(row[2])
    });
    rows.map(|row| if row[3] == "very" { 2 } else { 1 }).max().unwrap_or(0)
}

/// The gender of a given name, where all that are written so have one.
pub(crate) fn gender(form: &str) -> Option<char> {
    let mut genders = given_names().get(form).iter().filter_map(|row| row[2].chars().next());
    let first = genders.next().filter(|g| *g != 'u')?;
    genders.all(|g| g == first).then_some(first)
}

/// Whether the form is in the list of given names.
pub(crate) fn is_given(form: &str) -> bool {
    !given_names().get(form).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_whole() {
        let lists = [
            (customs(), 2),
            (endings(), 3),
            (family_names(), 4),
            (given_names(), 4),
            (kanji(), 3),
            (namesakes(), 5),
            (offices(), 4),
            (particles(), 2),
            (scripts(), 3),
            (signs(), 3),
            (sounds(), 4),
            (successors(), 3),
            (suffixes(), 2),
            (titles(), 3),
        ];
        for (list, cells) in lists {
            assert!(list.rows().windows(2).all(|pair| pair[0] < pair[1]), "{:?}", list.rows()[0]);
            for row in list.rows() {
                assert_eq!(row.len(), cells, "{row:?}");
                assert!(row.iter().all(|cell| cell.trim() == *cell), "{row:?}");
            }
        }
    }

    #[test]
    fn every_custom_in_a_list_is_known() {
        let named = customs().rows().iter().map(|row| row[1]);
        let named = named.chain(sounds().rows().iter().map(|row| row[3])).filter(|name| !["any", "wade-giles"].contains(name));
        named.for_each(|name| assert!(Customs::of(name).has(name), "{name}"));
    }

    #[test]
    fn forms_are_found_by_their_first_cell() {
        assert_eq!(given_names().get("bill")[0][1], "william");
        assert!(given_names().get("").is_empty());
        assert_eq!((gender("natasha"), gender("sasha"), gender("ivan")), (Some('f'), None, Some('m')));
        assert_eq!((frequency("kim", Customs::of("korean")), frequency("poroshenko", Customs::NONE)), (2, 0));
    }
}
