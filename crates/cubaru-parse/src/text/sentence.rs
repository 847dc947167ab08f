//! Sentences: where a full stop ends one, and where it does not.

use crate::{
    language::{Class, Cue, Language, Tense, Whole},
    parsed::{Part, PartKind, Sentence, Token, TokenKind},
    span::Span,
};

/// No sentence of prose is longer than this many tokens: what is, is cut, so that the work on a sentence stays bounded.
const LONGEST: usize = 600;
/// A speaker's name has no more words than this.
const LONGEST_SPEAKER: usize = 5;
/// From here on a mark inside is enough to cut.
const LONG: usize = 400;

/// The sentences: they tile the tokens, and none runs over a paragraph or a part.
pub(super) fn sentences(language: &Language, text: &str, tokens: &[Token], paragraphs: &[Span], parts: &[Part]) -> Vec<Sentence> {
    let mut out = Vec::new();
    let careless = careless(language, tokens, paragraphs);
    let mut first = 0;
    let (mut paragraph, mut part) = (0, 0);
    for i in 0..tokens.len() {
        let next = tokens.get(i + 1);
        let ends = match next {
            None => true,
            Some(next) => {
                let edge = |spans: &dyn Fn(usize) -> Option<Span>, at: &mut usize| {
                    while spans(*at).is_some_and(|s| s.end <= tokens[i].start) {
                        *at += 1;
                    }
                    spans(*at).is_some_and(|s| next.start >= s.end && tokens[i].start < s.end)
                };
                let by_paragraph = edge(&|k| paragraphs.get(k).copied(), &mut paragraph);
                let by_part = edge(&|k| parts.get(k).map(|p| Span { start: p.start, end: p.end }), &mut part);
                let length = i + 1 - first;
                let long = length >= LONGEST && (!next.clitic || length >= 2 * LONGEST)
                    || (length >= LONG && tokens[i].kind == TokenKind::Punctuation);
                by_paragraph || by_part || long || {
                    let careless = careless.get(paragraph).is_some_and(|c| *c);
                    Around { language, text, tokens, first, careless }.ends_with(i)
                }
            }
        };
        if ends {
            let span = Span { start: tokens[first].start, end: tokens[i].end };
            let k = parts.partition_point(|p| p.end <= span.start);
            let kind = parts.get(k).filter(|p| p.start <= span.start).map_or(PartKind::Body, |p| p.kind);
            let paragraph = paragraphs.partition_point(|p| p.end <= span.start) as u32;
            out.push(Sentence {
                start: span.start,
                end: span.end,
                first_token: first as u32,
                last_token: i as u32 + 1,
                paragraph,
                part: kind,
            });
            first = i + 1;
        }
    }
    out
}

/// Which paragraphs were written without care for capitals, as mail and comments are: a small letter can begin a sentence there.
fn careless(language: &Language, tokens: &[Token], paragraphs: &[Span]) -> Vec<bool> {
    let mut at = 0;
    let mut read = |paragraph: &Span| {
        let from = at + tokens[at..].partition_point(|t| t.end <= paragraph.start);
        at = from + tokens[from..].partition_point(|t| t.start < paragraph.end);
        let inside = &tokens[from..at];
        let particle = |t: &Token| language.lexicon().get(t.read()).iter().any(|e| language.class(e.list_index()) == Some(Class::Particle));
        let begins_small = inside.first().is_some_and(|t| is_small(t) && !particle(t));
        let lone_i = inside.windows(2).any(|w| w[0].text == "i" && w[1].start > w[0].end && w[1].kind == TokenKind::Word);
        // Small letters behind full stops, and capitals there. Names such as "Avante!" tell nothing, nor do numbers of a list.
        let mut counts = [0, 0];
        for trio in inside.windows(3) {
            let [word, stop, next] = trio else { continue };
            if word.kind == TokenKind::Word
                && matches!(stop.text.as_str(), "." | "?")
                && next.start > stop.end
                && next.kind == TokenKind::Word
            {
                counts[usize::from(!is_small(next))] += 1;
            }
        }
        lone_i || begins_small && counts[0] > 0 || counts[0] > 1 && counts[0] >= counts[1]
    };
    paragraphs.iter().map(&mut read).collect()
}

/// A word in small letters throughout: no "iPhone".
fn is_small(token: &Token) -> bool {
    token.kind == TokenKind::Word && token.text.chars().all(|c| !c.is_uppercase()) && token.text.starts_with(char::is_lowercase)
}

/// A full stop that belongs to no word, or a mark of question or exclamation.
fn stops(token: &Token) -> bool {
    token.text == "." || shouts(&token.text)
}

/// `?`, `!`, `?!`, `.?`
fn shouts(mark: &str) -> bool {
    mark.ends_with(['!', '?']) && mark.bytes().all(|b| matches!(b, b'!' | b'?' | b'.'))
}

/// What a decision on a sentence's end looks at.
struct Around<'a> {
    language: &'a Language,
    text: &'a str,
    tokens: &'a [Token],
    /// Where the sentence began.
    first: usize,
    careless: bool,
}

impl Around<'_> {
    /// Whether the sentence ends with token `i`, from what stands around.
    fn ends_with(&self, i: usize) -> bool {
        let Self { language, text, tokens, first, careless } = *self;
        let next = &tokens[i + 1];
        if next.clitic || closes(&next.text) && tokens[i].end == next.start && !opens_after(text, next) {
            return false; // what is written with it, or closes it, still belongs to it
        }
        // Back over footnotes and closing marks to what could end a sentence.
        let mut end = i;
        while let Some(before) = self.before_footnote(end) {
            end = before;
        }
        let noted = end < i;
        let last_word = end;
        while end > first && closes(&tokens[end].text) {
            end -= 1;
        }
        let closed = end < last_word;
        let last = &tokens[end];
        if stops(last) && (self.footnote(i + 1).is_some() || self.smiley(next)) {
            return false; // so do a footnote's number and a smiley
        }
        if self.smiley(last) {
            return !closed && (next.kind == TokenKind::Word && begins(next) || careless && end > first && stops(&tokens[end - 1]));
        }
        let parted = next.start > last.end;
        let begins = begins(next) && (parted || next.kind != TokenKind::Address);
        // A small letter begins a sentence only where the writer spares capitals.
        let begins_small = careless && !closed && parted && is_small(next) && !self.behind_number(end);
        match last.text.as_str() {
            // A dash goes on with what a question or three dots broke off.
            t if t != "." && is_dash(&next.text) => false,
            "…" => begins,
            t if shouts(t) => (begins || begins_small || !closed && next.kind == TokenKind::Number) && !(closed && self.speaks(i + 1)),
            "." if !noted && !closed && end == first + 1 && self.behind_number(end) => false,
            "." => begins || begins_small || (next.kind == TokenKind::Number && !closed),
            t if t.chars().all(|c| matches!(c, '.' | '…')) => begins && (parted || next.capital() && is_starter(language, next)),
            t if t.ends_with('.') && t.len() > 1 => begins && abbreviation_ends(language, tokens, end, next, closed),
            t if t.ends_with('!') || t.ends_with('?') => begins,
            _ => false,
        }
    }

    /// The token after a footnote's number in square brackets that begins at `at`: `[12]`.
    fn footnote(&self, at: usize) -> Option<usize> {
        let [open, number, close] = self.tokens.get(at..at + 3)? else { return None };
        (open.text == "[" && number.kind == TokenKind::Number && close.text == "]" && open.end == number.start && number.end == close.start)
            .then_some(at + 3)
    }

    /// The token before a footnote that ends with token `end`.
    fn before_footnote(&self, end: usize) -> Option<usize> {
        let open = end.checked_sub(2).filter(|o| *o > self.first)?;
        self.footnote(open).map(|_| open - 1)
    }

    fn smiley(&self, token: &Token) -> bool {
        let whole = || self.language.spelling().whole(&token.text);
        token.kind == TokenKind::Symbol && whole().is_some_and(|(length, whole)| whole == Whole::Smiley && length == token.text.len())
    }

    /// Whether a mark stands right behind a small number, as behind that of an item: `2. The lease`.
    fn behind_number(&self, mark: usize) -> bool {
        let item = mark.checked_sub(1).map(|i| &self.tokens[i]).filter(|t| t.end == self.tokens[mark].start);
        item.is_some_and(|t| t.text.len() < 4 && t.text.bytes().all(|b| b.is_ascii_digit()))
    }

    /// Whether a speaker and a verb of saying follow a closed question: `"Why?" Jane Roe asked.`
    fn speaks(&self, at: usize) -> bool {
        let name = self.tokens[at..].iter().take(LONGEST_SPEAKER);
        let name = name.take_while(|t| t.text == "I" || t.capital() && !is_starter(self.language, t)).count();
        let Some(verb) = self.tokens.get(at + name).filter(|t| name > 0 && t.kind == TokenKind::Word) else { return false };
        let said = self.language.inflection().lemmas(verb.read()).iter().any(|(lemma, tense)| {
            let says = |c: &&Cue| c.rest.is_empty() && matches!(c.kind.as_str(), "say" | "ask" | "claim" | "warn");
            matches!(tense, Tense::Past | Tense::Present)
                && self.language.cues().verbs.get(lemma).is_some_and(|c| c.iter().any(|c| says(&c)))
        });
        said && self
            .tokens
            .get(at + name + 1)
            .is_some_and(|t| matches!(t.text.as_str(), "." | "," | "as" | "in" | "on" | "during" | "while"))
    }
}

/// Whether an abbreviation's full stop is a sentence's too.
fn abbreviation_ends(language: &Language, tokens: &[Token], end: usize, next: &Token, closed: bool) -> bool {
    let kind = language.abbreviation(&tokens[end].text);
    let form = tokens[end].text.as_str();
    let starter = is_starter(language, next);
    match kind {
        Some("title" | "number" | "latin" | "month" | "address") => false,
        Some("time" | "tail") => starter,
        Some(_) => starter || closed,
        // An initial: "J. Smith"; after a name in capitals it may end a sentence ("Vitamin C. The").
        None if form.len() == 2 => false,
        None => starter || closed,
    }
}

/// A word in upper case that begins sentences and is no name: "The", "He", "But".
fn is_starter(language: &Language, next: &Token) -> bool {
    if closes(&next.text) || opens(&next.text) && !matches!(next.text.as_str(), "(" | "[") {
        return true;
    }
    language.is_function(next.read())
}

/// Whether a sentence can begin with this token.
fn begins(token: &Token) -> bool {
    if token.kind == TokenKind::Address {
        return true;
    }
    match token.read().chars().next() {
        Some(c) if c.is_uppercase() || c.is_numeric() => true,
        Some(c) if c.is_lowercase() => false,
        Some('"' | '“' | '‘' | '\'' | '(' | '[' | '«' | '•' | '-' | '–' | '—' | '@' | '#' | '*') => true,
        Some('$') => true,
        Some(c) => c.is_alphabetic() || !c.is_ascii_punctuation(),
        None => false,
    }
}

fn is_dash(mark: &str) -> bool {
    matches!(mark, "-" | "--" | "–" | "—")
}

fn closes(mark: &str) -> bool {
    matches!(mark, "\"" | "”" | "’" | "'" | ")" | "]" | "»" | "''")
}

fn opens(mark: &str) -> bool {
    matches!(mark, "\"" | "“" | "‘" | "'" | "(" | "[" | "«")
}

/// Whether a straight mark stands before a word, so that it opens.
fn opens_after(text: &str, token: &Token) -> bool {
    text[token.end as usize..].chars().next().is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use crate::{parse, text::trial};

    fn read(text: &str) -> Vec<String> {
        let parsed = parse(&trial::language(), text, None);
        parsed.sentences.iter().map(|s| text[s.start as usize..s.end as usize].to_string()).collect()
    }

    #[test]
    fn a_footnote_belongs_to_the_sentence_before() {
        assert_eq!(
            read("It closed in 1990.[3] [4] The lease ended. [5] Nobody came."),
            ["It closed in 1990.[3] [4]", "The lease ended. [5]", "Nobody came."]
        );
        assert_eq!(read("They met. [The] envoy left."), ["They met.", "[The] envoy left."]);
    }

    #[test]
    fn the_number_of_an_item_ends_nothing() {
        assert_eq!(read("1. The lease ends. 2. The port closes."), ["1. The lease ends.", "2. The port closes."]);
        assert_eq!(read("He named two. Then three."), ["He named two.", "Then three."]);
    }

    #[test]
    fn a_speaker_behind_a_question() {
        assert_eq!(
            read("“Who pays?” Jane Roe asked. “Who?” The cabinet met."),
            ["“Who pays?” Jane Roe asked.", "“Who?”", "The cabinet met."]
        );
        assert_eq!(read("\"Who pays?\" Ukraine asked for help."), ["\"Who pays?\"", "Ukraine asked for help."]);
    }

    #[test]
    fn small_letters_begin_sentences_where_the_writer_spares_capitals() {
        assert_eq!(read("i saw it. it was gone. why? nobody says."), ["i saw it.", "it was gone.", "why?", "nobody says."]);
        assert_eq!(read("The envoy left. and came back. No one knew."), ["The envoy left. and came back.", "No one knew."]);
    }

    #[test]
    fn smileys_and_sums_at_the_edges() {
        assert_eq!(read("They won! :) The rest lost. $5 million went."), ["They won! :)", "The rest lost.", "$5 million went."]);
    }

    #[test]
    fn brackets_go_on_behind_an_abbreviation() {
        assert_eq!(
            read("RENO, Nev. (AP) He left Nev. The rest stayed, etc. He slept."),
            ["RENO, Nev. (AP) He left Nev.", "The rest stayed, etc.", "He slept."]
        );
    }

    #[test]
    fn no_sentence_begins_with_a_clitic() {
        assert_eq!(read("It was \"Who?\"'s last week."), ["It was \"Who?\"'s last week."]);
    }
}
