//! The forms of a verb: those that a dictionary lists, or the regular ones.

use crate::words::normal;

/// The word that is inflected, and the words before and after it.
pub(crate) type Form = (String, Vec<String>, Vec<String>);

/// The forms of a verb as its line gives them. `+CALL_OFF` and `RE_+ARREST` mark the inflected word; without a mark the first is it. None where
/// nothing is left of the words.
pub(crate) fn forms(verb: &str, listed: Option<&str>) -> Option<Vec<Form>> {
    let own = form(verb)?;
    let mut found = vec![own.clone()];
    match listed {
        Some(listed) => {
            for text in listed.split([' ', ',', '\t']).filter(|t| !t.is_empty()) {
                let mut other = form(text)?;
                // `BEEF_UP {BEEFED …}` may leave the particle out.
                if other.1.is_empty() && other.2.is_empty() {
                    (other.1, other.2) = (own.1.clone(), own.2.clone());
                }
                found.push(other);
            }
        }
        None => found.extend(regular(&own.0).into_iter().map(|word| (word, own.1.clone(), own.2.clone()))),
    }
    found.sort();
    found.dedup();
    Some(found)
}

fn form(text: &str) -> Option<Form> {
    let parts: Vec<&str> = text.split(|c: char| c == '_' || c.is_whitespace()).filter(|p| !p.is_empty()).collect();
    let at = parts.iter().position(|p| p.starts_with('+')).unwrap_or(0);
    let words = |parts: &[&str]| parts.iter().filter_map(|p| normal(p)).collect::<Vec<String>>();
    Some((normal(parts.get(at)?)?, words(&parts[..at]), words(&parts[at + 1..])))
}

/// The regular forms in -s, -ed and -ing, as both PETRARCHs make them, and with the last consonant doubled ("ban, banned").
fn regular(verb: &str) -> Vec<String> {
    let vowel = |c: Option<char>| c.is_some_and(|c| "AEIOU".contains(c));
    let mut last = verb.chars().rev();
    let (last, second, third) = (last.next(), last.next(), last.next());
    let mut out = Vec::new();
    let stem_y = verb.strip_suffix('Y').filter(|_| !vowel(second));
    out.push(match stem_y {
        Some(stem) => format!("{stem}IES"),
        None if verb.ends_with(['S', 'X', 'Z']) || verb.ends_with("CH") || verb.ends_with("SH") => format!("{verb}ES"),
        None => format!("{verb}S"),
    });
    match (verb.strip_suffix('E'), stem_y) {
        (Some(stem), _) => out.extend([format!("{verb}D"), format!("{stem}ING")]),
        (None, Some(stem)) => out.extend([format!("{stem}IED"), format!("{verb}ING")]),
        (None, None) => out.extend([format!("{verb}ED"), format!("{verb}ING")]),
    }
    if let Some(last) = last.filter(|c| !"AEIOUWXY".contains(*c) && vowel(second) && !vowel(third)) {
        out.extend([format!("{verb}{last}ED"), format!("{verb}{last}ING")]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(verb: &str, listed: Option<&str>) -> Vec<String> {
        forms(verb, listed).unwrap().into_iter().map(|(word, before, after)| [before, vec![word], after].concat().join(" ")).collect()
    }

    #[test]
    fn regular_forms_are_made_where_none_are_listed() {
        assert_eq!(words("BAN", None), ["BAN", "BANED", "BANING", "BANNED", "BANNING", "BANS"]);
        assert_eq!(words("DENY", None), ["DENIED", "DENIES", "DENY", "DENYING"]);
        assert_eq!(words("RE_+ARREST", None), ["RE ARREST", "RE ARRESTED", "RE ARRESTING", "RE ARRESTS"]);
        assert_eq!(words("+BREAK_OFF", Some("+BROKE_OFF BROKEN")), ["BREAK OFF", "BROKE OFF", "BROKEN OFF"]);
    }
}
