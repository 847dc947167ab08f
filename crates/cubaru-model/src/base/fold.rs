//! How names and words are made alike before they are compared: without diacritics, in small letters, without punctuation.

use cubaru_lexicon::fold_case;

/// The words of a text, folded.
pub(crate) fn words(text: &str) -> Vec<String> {
    let folded = fold_case(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(String::from).collect()
}

/// The folded words with a space around each, so that a run of whole words is found as a part: ` miguel diaz canel `.
pub(crate) fn run(text: &str) -> String {
    let folded = fold_case(text);
    let mut run = String::with_capacity(folded.len() + 2);
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
        run.push(' ');
        run.push_str(word);
    }
    if !run.is_empty() {
        run.push(' ');
    }
    run
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_whole_words() {
        assert_eq!(run("Díaz-Canel, M."), " diaz canel m ");
        assert!(run("Sergei Lavrov").contains(&run("LAVROV")) && !run("Sergei Lavrov").contains(&run("rov")));
        assert_eq!(run("…"), "");
    }
}
