//! Clauses as far as marks and small words show them.

use super::Scene;

/// Words that open a new clause.
const OPENERS: &[&str] = &[
    "that", "who", "which", "whom", "whose", "when", "while", "because", "although", "though", "whereas", "if", "unless", "after",
    "before", "since", "until", "as", "where", "but", "so", "whether", "despite",
];

/// Whether a clause ends before a token, seen from its left.
pub(super) fn ends(scene: &Scene<'_>, token: usize) -> bool {
    let sheet = scene.sheet;
    matches!(sheet.token(token).text.as_str(), "." | ";" | ":" | "!" | "?" | "—" | "–" | "“" | "”" | "\"" | "(" | ")")
        || sheet.is_any(token, OPENERS)
}
