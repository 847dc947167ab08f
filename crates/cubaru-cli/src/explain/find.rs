//! Finds words in a text as a person copies them: white space, curly quotes and, failing all else, case do not matter.

use cubaru::Span;

/// All places of `words`, in bytes, none overlapping another.
pub(super) fn find(text: &str, words: &str) -> Vec<Span> {
    [false, true].into_iter().map(|fold| places(text, words, fold)).find(|found| !found.is_empty()).unwrap_or_default()
}

fn places(text: &str, words: &str, fold: bool) -> Vec<Span> {
    let wanted: Vec<char> = plain(words.trim(), fold).map(|(c, _, _)| c).collect();
    let given: Vec<(char, usize, usize)> = plain(text, fold).collect();
    let mut found = Vec::new();
    if wanted.is_empty() {
        return found;
    }
    // A string finds in linear time; counting its characters leads back to the text.
    let flat: String = given.iter().map(|(c, _, _)| c).collect();
    let needle: String = wanted.iter().collect();
    let (mut from, mut count) = (0, 0);
    while let Some(hit) = flat[from..].find(&needle) {
        let first = count + flat[from..from + hit].chars().count();
        count = first + wanted.len();
        found.push(Span::new(given[first].1, given[count - 1].2));
        from += hit + needle.len();
    }
    found
}

/// The characters that count, each with where it begins and ends in `text`.
fn plain(text: &str, fold: bool) -> impl Iterator<Item = (char, usize, usize)> {
    let mut space = false;
    text.char_indices().flat_map(move |(i, c)| {
        let end = i + c.len_utf8();
        let again = std::mem::replace(&mut space, c.is_whitespace());
        let read = match c {
            c if c.is_whitespace() => (!again).then_some(' '),
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {
                space = again;
                None
            }
            '’' | '‘' | 'ʼ' => Some('\''),
            '“' | '”' => Some('"'),
            c => Some(c),
        };
        let lower = read.filter(|_| fold).into_iter().flat_map(char::to_lowercase);
        let read = lower.chain(read.filter(|_| !fold));
        read.map(move |c| (c, i, end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_as_a_person_copies_them() {
        let text = "Cuba’s prime\n  minister — CUBA's Prime Minister, “said”";
        let show = |words| find(text, words).iter().map(|s| s.of(text).to_string()).collect::<Vec<_>>();
        assert_eq!(show("Cuba's prime minister"), ["Cuba’s prime\n  minister"]);
        assert_eq!(show("cuba's prime minister"), ["Cuba’s prime\n  minister", "CUBA's Prime Minister"]);
        assert_eq!(show("\"said\""), ["“said”"]);
        assert_eq!(show("premier"), [""; 0]);
        assert_eq!(show("  "), [""; 0]);
        assert_eq!(find("aaaa", "aa"), [Span::new(0, 2), Span::new(2, 4)]);
    }
}
