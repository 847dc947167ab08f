//! What an actor code is made of.

use crate::{base::is_sector, query::Party};

/// The parts of an actor code such as `RUSGOV` or `IGOUNO`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Code<'a> {
    /// The country (alpha-3).
    pub country: Option<&'a str>,
    /// The sectors, in their order: `GOV`, `MIL` …
    pub sectors: Vec<&'a str>,
    /// A group that is neither: the `UNO` of `IGOUNO`.
    pub group: Option<&'a str>,
}

impl<'a> Code<'a> {
    pub(super) fn of(party: Option<&'a Party>) -> Self {
        Self::read(party.and_then(|p| p.code.as_deref()).unwrap_or_default())
    }

    fn read(code: &'a str) -> Self {
        let mut parts = Self::default();
        for (i, chunk) in (0..code.len()).step_by(3).filter_map(|at| code.get(at..at + 3)).enumerate() {
            if is_sector(chunk) {
                parts.sectors.push(chunk);
            } else if i == 0 {
                parts.country = Some(chunk);
            } else {
                parts.group = parts.group.or(Some(chunk));
            }
        }
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_codes() {
        assert_eq!(Code::read("RUSGOV"), Code { country: Some("RUS"), sectors: vec!["GOV"], group: None });
        assert_eq!(Code::read("IGOUNO"), Code { country: None, sectors: vec!["IGO"], group: Some("UNO") });
        assert_eq!(Code::read("SYRREBKUR"), Code { country: Some("SYR"), sectors: vec!["REB"], group: Some("KUR") });
        assert_eq!(Code::read(""), Code::default());
        assert_eq!(Code::read("é€"), Code::default());
    }
}
