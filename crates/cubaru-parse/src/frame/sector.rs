//! Actor codes taken apart: the country, and the sector as PLOVER names it.

/// Sectors whose acts among themselves are no politics.
const PRIVATE: &[&str] = &["CVL", "EDU", "BUS", "MNC", "MED"];
/// Sectors that act for a state, or for those who want to rule it.
const OFFICIAL: &[&str] = &["GOV", "MIL", "COP", "LEG", "JUD", "SPY", "OPP", "PTY", "REB", "UAF", "IGO"];
/// The others.
const OTHER: &[&str] = &["CRM", "LAB", "NGO", "REF"];

/// What stands before the sector of an armed group of many countries, where others have their country.
const ARMED: &str = "IMG";

/// The country of an actor code; none of a body of many states, nor of a sector alone.
pub(super) fn country(code: &str) -> Option<&str> {
    let first = code.get(..3)?;
    let sector = first == ARMED || [PRIVATE, OFFICIAL, OTHER].iter().any(|list| list.contains(&first));
    (!sector).then_some(first)
}

/// The sector of an actor code: behind the country, or all there is; none of a country alone.
pub(super) fn sector(code: &str) -> Option<&str> {
    match country(code) {
        Some(_) => code.get(3..6),
        None if code.starts_with(ARMED) => code.get(3..6),
        None => code.get(..3),
    }
}

/// Whether a code is that of a private person or body.
pub(super) fn private(code: &str) -> bool {
    sector(code).is_some_and(|s| PRIVATE.contains(&s))
}

/// Whether a code is that of an office, a force, or a body that strives for power.
pub(super) fn official(code: &str) -> bool {
    sector(code).is_some_and(|s| OFFICIAL.contains(&s))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_a_country_and_a_sector() {
        let codes = [
            ("KENGOV", Some("KEN"), Some("GOV")),
            ("KEN", Some("KEN"), None),
            ("GOV", None, Some("GOV")),
            ("IGOUNO", None, Some("IGO")),
            ("PERREB", Some("PER"), Some("REB")),
            ("IMGREB", None, Some("REB")),
        ];
        for (code, place, own) in codes {
            assert_eq!((country(code), sector(code)), (place, own), "{code}");
        }
    }
}
