//! What tells entities of many documents apart before anybody compares them: those with one signature are one.

use super::{DocumentId, EntityRow, Rows, TenureRow};
use cubaru_parse::MentionKind;

/// The number of a signature within one base.
pub type Sig = u32;

/// What is known of an entity without the other documents: its name, its code, the post it holds and about when.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Signature {
    /// What it is.
    pub kind: MentionKind,
    /// Its fullest name in the document.
    pub name: String,
    /// Its actor code.
    pub code: Option<String>,
    /// The word lists that know it, separated by spaces.
    pub lists: String,
    /// The post that the document gives a person.
    pub post: Option<String>,
    /// The country of that post (alpha-3).
    pub country: Option<String>,
    /// The ten years in which the document lies, of a person: `1990` stands for 1990 to 1999.
    pub decade: Option<i32>,
    /// The document, where the user said that this one is not who the name makes it.
    pub own: Option<DocumentId>,
}

impl Signature {
    /// The signatures of a document's entities, in their order.
    pub fn all(rows: &Rows) -> Vec<Self> {
        let year = rows.document.earliest.as_deref().and_then(|day| day.get(..4)?.parse::<i32>().ok());
        rows.entities.iter().map(|e| Self::of(e, &rows.tenures, year.map(|y| y - y.rem_euclid(10)))).collect()
    }

    fn of(entity: &EntityRow, tenures: &[TenureRow], decade: Option<i32>) -> Self {
        let person = entity.kind == MentionKind::Per;
        let held = tenures.iter().filter(|t| person && t.entity == Some(entity.item)).min_by_key(|t| (t.former, t.item));
        Self {
            kind: entity.kind,
            name: entity.name.clone(),
            code: entity.code.clone(),
            lists: entity.lists.join(" "),
            post: held.map(|t| t.post_name.clone()),
            country: held.and_then(|t| t.country.clone()),
            decade: decade.filter(|_| person),
            own: None,
        }
    }

    /// Whether one of the word lists that know it is this.
    pub fn listed(&self, list: &str) -> bool {
        self.lists.split(' ').any(|l| l == list)
    }

    /// The country that its code or its post names (alpha-3).
    pub fn nation(&self) -> Option<&str> {
        // `GOV`, `MIL` and the like are codes without a country, `IGO…` are many states.
        let code = self.code.as_deref().and_then(|c| c.get(..3)).filter(|c| !is_sector(c));
        self.country.as_deref().or(code)
    }
}

/// Sectors of PLOVER and CAMEO: a code that begins with one names no country.
const SECTORS: [&str; 29] = [
    "AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "HLH", "HRI", "IGO", "IMG", "INS", "JUD", "JEW", "LAB", "LEG", "MED", "MIL",
    "MNC", "NGM", "NGO", "OPP", "PTY", "REB", "REF", "SEP", "SPY", "UAF",
];

/// Whether three letters of a code name a sector, not a country.
pub(crate) fn is_sector(letters: &str) -> bool {
    SECTORS.contains(&letters)
}
