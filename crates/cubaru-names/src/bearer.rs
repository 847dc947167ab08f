//! Known people of one name: which of them a record means.

use crate::{name::Name, office, person::Person, table};
use std::{collections::BTreeSet, iter};

/// A record's year may lie so far outside the years in which its bearer was in public life.
const OUTSIDE: i32 = 8;

/// Which of the known bearers of a name a record means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bearer {
    /// The list does not know the name, or knows one bearer only.
    Any,
    /// The name is of several, and the record does not tell which.
    Several,
    /// This one, by the list's word for him.
    One(&'static str),
}

/// The name as written, then with the given name that its first word is a form of: "Kostas" is Konstantinos.
fn forms(name: &Name) -> Vec<String> {
    let Some((first, others)) = name.parts.split_first() else { return Vec::new() };
    let full = table::given_names().get(&first.word).iter().map(|row| row[1]);
    let with = |given: &str| iter::once(given).chain(others.iter().map(|part| part.word.as_str())).collect::<Vec<_>>().join(" ");
    iter::once(first.word.as_str()).chain(full).map(with).collect()
}

/// Which of the known bearers is meant, by the year nearest to the years of one of them.
pub(crate) fn of(person: &Person, name: &Name) -> Bearer {
    let country = person.code();
    let fits = |row: &&table::Row| country.as_deref().is_none_or(|code| code == row[1]);
    let rows: Vec<&table::Row> = forms(name)
        .iter()
        .map(|form| table::namesakes().get(form).iter().filter(fits).collect())
        .find(|rows: &Vec<_>| !rows.is_empty())
        .unwrap_or_default();
    let bearers: BTreeSet<&str> = rows.iter().map(|row| row[4]).collect();
    match (bearers.len(), bearers.first()) {
        (0, _) | (_, None) => return Bearer::Any,
        (1, Some(one)) => return Bearer::One(one),
        _ => {}
    }
    let title = person.office.as_deref().unwrap_or_default();
    let (Some(year), false) = (person.year, office::is_counted(title)) else { return Bearer::Several };
    let years = |row: &&table::Row| row[2].parse::<i32>().ok().zip(row[3].parse::<i32>().ok());
    let far = |(from, until): (i32, i32)| (from - year).max(year - until).max(0);
    // Without an office, whoever was known by then can be meant.
    let begun = rows.iter().filter_map(years).filter(|(from, _)| *from <= year).count();
    if title.trim().is_empty() && begun > 1 {
        return Bearer::Several;
    }
    // Who is former was there before, however long ago.
    let former = office::is_former(title);
    let distance = |y: (i32, i32)| match former {
        true => (y.1 <= year).then_some(0),
        false => Some(far(y)),
    };
    let mut near: Vec<(i32, &'static str)> = rows.iter().filter_map(|row| Some((distance(years(row)?)?, row[4]))).collect();
    near.sort_unstable();
    near.dedup_by_key(|(_, who)| *who);
    match near.as_slice() {
        [(first, _), (second, _), ..] if first == second => Bearer::Several,
        [(first, who), ..] if *first <= OUTSIDE => Bearer::One(who),
        _ => Bearer::Several,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{custom::Customs, name};

    fn bearer(person: &Person) -> Bearer {
        of(person, &name::read(&person.name, Customs::NONE))
    }

    #[test]
    fn the_year_tells_which() {
        let frei = |year| bearer(&Person::new("Eduardo Frei").country("CHL").office("president").year(year));
        assert!(matches!((frei(1966), frei(1997)), (Bearer::One(a), Bearer::One(b)) if a != b));
        assert_eq!(bearer(&Person::new("Eduardo Frei").country("CHL")), Bearer::Several);
        assert_eq!(bearer(&Person::new("Eduardo Frei").country("PER").year(1966)), Bearer::Any);
    }

    #[test]
    fn a_short_form_is_the_name_that_the_list_has() {
        let karamanlis = |name: &str, year| bearer(&Person::new(name).country("GRC").office("prime minister").year(year));
        let (uncle, nephew) = (karamanlis("Konstantinos Karamanlis", 1976), karamanlis("Kostas Karamanlis", 2006));
        assert!(matches!((uncle, nephew), (Bearer::One(a), Bearer::One(b)) if a != b));
        assert_eq!(karamanlis("Petros Karamanlis", 2006), Bearer::Any);
    }

    #[test]
    fn former_and_counted_posts() {
        let bush = |office: &str| bearer(&Person::new("George Bush").country("USA").office(office).year(2004));
        assert!(matches!((bush("president"), bush("former president")), (Bearer::One(a), Bearer::One(b)) if a != b));
        assert_eq!([bush("forty-first president"), bush("")], [Bearer::Several; 2]);
    }

    #[test]
    fn every_form_of_the_list_has_two_bearers_or_tells_one() {
        for row in table::namesakes().rows() {
            let years: Vec<i32> = row[2..4].iter().map(|year| year.parse().unwrap()).collect();
            assert!(years[0] < years[1] && row[1].len() == 3, "{row:?}");
            let read = name::read(row[0], Customs::NONE);
            let form: Vec<&str> = read.parts.iter().map(|part| part.word.as_str()).collect();
            assert_eq!(form.join(" "), row[0], "written as it is read");
        }
    }
}
