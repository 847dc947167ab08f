//! What country, office, year and number say beside the names.

use super::{Weights, words::Strength};
use crate::{
    bearer::{self, Bearer},
    name::Name,
    office::{self, Office, Relation},
    person::Person,
    reason::ReasonId as Id,
    table,
};

/// More years than one career lasts.
const CAREER: u32 = 45;
/// More than a reign lasts.
const REIGN: u32 = 72;

/// Adds what stands beside the names.
pub(crate) fn weigh(found: &mut Weights, people: [&Person; 2], names: [&Name; 2], strength: Strength, common: bool, apart: bool) {
    let offices = people.map(|person| person.office.as_deref().and_then(office::read));
    let gap = people[0].year.zip(people[1].year).map(|(a, b)| a.abs_diff(b));
    let years: Vec<String> = people.iter().filter_map(|person| person.year).map(|year| year.to_string()).collect();
    let years: Vec<&str> = years.iter().map(String::as_str).collect();
    let titles: Vec<&str> = people.iter().filter_map(|person| person.office.as_deref()).collect();

    let country = countries(found, people, &offices, strength);
    let relation = office::relation(offices[0].as_ref(), offices[1].as_ref());
    match relation {
        Relation::Single | Relation::Same => {
            found.add(Id::SameOffice, 6, &titles);
            if relation == Relation::Single && country && gap.is_some_and(|gap| gap <= 10) {
                found.add(Id::SingleOffice, 6, &titles);
            }
        }
        Relation::Career => found.add(Id::OtherOffice, if strength == Strength::OneName { -14 } else { -4 }, &titles),
        Relation::Second => found.add(Id::OtherOffice, -14, &titles),
        // Who changed from one to the other took years.
        Relation::Rare => found.add(Id::RareOffices, if gap.is_some_and(|gap| gap > 10) { -24 } else { -34 }, &titles),
        Relation::Apart => found.add(Id::ConflictOffice, -34, &titles),
        Relation::Unknown => {}
    }
    // Of two people with a name that many have, only one office tells that they are one.
    if common && matches!(relation, Relation::Career | Relation::Second | Relation::Rare) {
        found.points -= if high(&offices) == 2 {
            0
        } else if sectors(&offices) && (high(&offices) == 1 || seated(&offices)) {
            8
        } else {
            20
        };
    }
    match [bearer::of(people[0], names[0]), bearer::of(people[1], names[1])] {
        [Bearer::One(a), Bearer::One(b)] if a != b => found.add(Id::ConflictBearer, -40, &years),
        [Bearer::Several, _] | [_, Bearer::Several] => found.add(Id::KnownNamesakes, -40, &[]),
        _ => {}
    }
    let many = found.why.iter().any(|reason| reason.id == Id::CommonName);
    // Nothing but a name that many have: no country, and not one office.
    if many
        && offices.iter().all(Option::is_some)
        && people.iter().all(|person| person.code().is_none())
        && !matches!(relation, Relation::Single | Relation::Same)
    {
        found.points -= 20;
    }
    let reigns = reigns(&offices);
    match gap {
        Some(0..=5) => found.add(Id::NearYears, 2, &years),
        // A king of that number is one king.
        Some(gap) if reigns && gap < REIGN && names.iter().all(|name| name.number.is_some()) => {}
        Some(gap @ 20..CAREER) => {
            let other = if relation == Relation::Career { 6 } else { 0 };
            // Some rule for forty years; few hold other offices so long.
            let ruler = matches!(relation, Relation::Single) && offices.iter().flatten().all(|office| office.class == "head-of-state");
            // Who had one of the highest offices comes back in another, under the very same names.
            let partial = found.why.iter().any(|reason| matches!(reason.id, Id::NamesLeftOut | Id::InitialFits));
            let highest = relation == Relation::Career && high(&offices) == 2 && !partial;
            let doubt = match gap {
                20 => 0,
                21..=27 => -10,
                28..=35 if highest => -12,
                28..=35 => -20,
                _ if highest => -16,
                _ if ruler => -24,
                _ => -36,
            };
            // So long after, it is more likely another of those who have the name.
            let many = if many && high(&offices) < 2 { 28 } else { 0 };
            let apart = if apart { 12 } else { 0 };
            if doubt - many - apart < 0 {
                found.add(Id::FarYears, doubt - other - many - apart, &years);
            }
        }
        Some(gap) if gap >= if reigns { REIGN } else { CAREER } => found.add(Id::YearTooFar, -60, &years),
        _ => {}
    }
    numbers(found, names, &offices, relation, gap);
}

/// How many of the offices are among the few highest of a country.
fn high(offices: &[Option<Office>; 2]) -> usize {
    offices.iter().flatten().filter(|office| office.single || office.international || office.class == "deputy-head").count()
}

/// Whether one is a seat in parliament or in a party, which those who hold other offices have as well.
fn seated(offices: &[Option<Office>; 2]) -> bool {
    offices.iter().flatten().any(|office| ["legislator", "party"].contains(&office.class.as_str()))
}

/// Whether both offices are of one sector.
fn sectors(offices: &[Option<Office>; 2]) -> bool {
    matches!(offices, [Some(one), Some(other)] if one.sector == other.sector)
}

/// Whether one of them is a crown or the papacy.
fn reigns(offices: &[Option<Office>; 2]) -> bool {
    offices.iter().flatten().any(|office| ["monarch", "royal", "pope"].contains(&office.class.as_str()))
}

/// Whether both are of one country, or of states of which one came out of the other.
fn countries(found: &mut Weights, people: [&Person; 2], offices: &[Option<Office>; 2], strength: Strength) -> bool {
    let (Some(one), Some(other)) = (people[0].code(), people[1].code()) else {
        if offices.iter().flatten().any(|office| office.international) {
            found.add(Id::InternationalOffice, 2, &[]);
        } else if strength == Strength::OneName {
            found.points -= 10;
        }
        return false;
    };
    let words = [one.as_str(), other.as_str()];
    // What is no code of a country tells nothing, unless both say it.
    let code = |text: &str| text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase());
    if one != other && !(code(&one) && code(&other)) {
        return false;
    }
    let first = people.iter().filter_map(|person| person.year).min();
    let together = |until: &str| until.parse().map_or(true, |until: i32| first.is_some_and(|year| year <= until));
    let out_of = |state: &str, part: &str| table::successors().get(state).iter().any(|row| row[1] == part && together(row[2]));
    let kin = |one: &str, other: &str| out_of(one, other) || out_of(other, one);
    // Two parts of one former state are two countries.
    if one == other {
        found.add(Id::SameCountry, 6, &words);
    } else if kin(&one, &other) {
        found.add(Id::SuccessorState, 4, &words);
    } else if offices.iter().flatten().any(|office| office.international) && strength == Strength::Names {
        found.add(Id::InternationalOffice, -4, &words);
        return false;
    } else {
        found.add(Id::ConflictCountry, -40, &words);
        return false;
    }
    true
}

/// Kings of one name, fathers and sons of one name.
fn numbers(found: &mut Weights, names: [&Name; 2], offices: &[Option<Office>; 2], relation: Relation, gap: Option<u32>) {
    let reigns = reigns(offices);
    match (&names[0].number, &names[1].number) {
        (Some((one, a)), Some((other, b))) if one == other => found.add(Id::SameNumber, 4, &[a, b]),
        (Some((_, a)), Some((_, b))) => found.add(Id::GenerationalSuffix, -60, &[a, b]),
        (Some((_, word)), None) | (None, Some((_, word))) => {
            if !reigns && gap.is_some_and(|gap| gap >= 20) {
                found.add(Id::GenerationalSuffix, -30, &[word]);
            } else {
                let doubt = match relation {
                    _ if reigns => -2,
                    Relation::Career if high(offices) == 2 => -8,
                    // The years between are those of a son's career behind his father's.
                    Relation::Career | Relation::Second | Relation::Rare if gap.is_some_and(|gap| gap > 10) => -34,
                    Relation::Career | Relation::Second | Relation::Rare => -26,
                    _ => -5,
                };
                found.add(Id::NumberOnOneSide, doubt, &[word]);
            }
        }
        (None, None) => {}
    }
}
