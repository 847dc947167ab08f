//! Tokens as Universal Dependencies splits English: contractions and possessives apart, hyphenated words apart, abbreviations whole.

use super::{
    address::Addresses,
    shape::{
        clitic, dialled, first_run, is_apostrophe, is_broken, is_decade, is_hyphen, is_inner_apostrophe, is_iso_date, is_number, is_word,
        kind_of, mended, next_word, telephone,
    },
};
use crate::{
    language::{Language, Whole},
    parsed::{Token, TokenKind},
    span::Span,
};

const CLITICS: &[&str] = &["'s", "'re", "'ve", "'ll", "'d", "'m", "'S", "'RE", "'VE", "'LL", "'D", "'M"];
/// A word has no more clitics than this: wouldn't've
const MOST_CLITICS: usize = 2;
/// No prefix that a hyphen binds is longer, in bytes.
const LONGEST_PREFIX: usize = 8;
/// Marks that are one token however often they are repeated.
const REPEATED: &str = "-*=_~<>+$\\/#";

/// The tokens of a text: every character but white space lies in exactly one of them.
pub(super) fn tokens(language: &Language, text: &str) -> Vec<Token> {
    let mut out = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let blank = rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len());
        let chunk = rest[blank..].find(char::is_whitespace).unwrap_or(rest.len() - blank);
        if chunk > 0 {
            let (start, end) = (at + blank, at + blank + chunk);
            let addresses = Addresses::new(language.spelling(), &text[start..end]);
            Chunk { language, text, start, end, addresses, out: &mut out }.read();
        }
        at += blank + chunk;
    }
    out
}

/// The runs of adjacent tokens that Universal Dependencies writes as one multiword token, each as its first token and the one
/// after its last: `do` and `n't`, `Cuba` and `'s`, `can` and `not`. In order; a run has two tokens at least.
///
/// What is written together with a mark alone, as `'s` behind a closing quotation mark, is no such run.
///
/// ```
/// # use cubaru_parse::{Language, multiword, parse};
/// let parsed = parse(&Language::from_lists(&[])?, "Cuba's envoys didn't sign.", None);
/// assert_eq!(multiword(&parsed.tokens), [(0, 2), (3, 5)]);
/// # Ok::<(), cubaru_lexicon::LexiconError>(())
/// ```
pub fn multiword(tokens: &[Token]) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut first = 0;
    for at in 1..=tokens.len() {
        if tokens.get(at).is_some_and(|t| t.clitic) {
            continue;
        }
        if at - first > 1 && tokens[first].kind != TokenKind::Punctuation {
            out.push((first, at));
        }
        first = at;
    }
    out
}

/// A run of characters without white space.
struct Chunk<'a> {
    language: &'a Language,
    text: &'a str,
    start: usize,
    end: usize,
    addresses: Addresses<'a>,
    out: &'a mut Vec<Token>,
}

impl<'a> Chunk<'a> {
    fn rest(&self, at: usize) -> &'a str {
        &self.text[at..self.end]
    }

    fn read(&mut self) {
        let mut at = self.start;
        while at < self.end {
            at = self.piece(at);
        }
    }

    /// Takes one piece at `at`; gives back where it ends.
    fn piece(&mut self, at: usize) -> usize {
        let rest = self.rest(at);
        let first = rest.chars().next().unwrap_or(' ');
        let after_word = at > self.start && self.text[..at].ends_with(is_word);
        if !after_word && let Some((length, named)) = self.addresses.at(at - self.start) {
            self.push(at, at + length, Some(if named { TokenKind::Word } else { TokenKind::Address }), false);
            return at + length;
        }
        if let Some(end) = self.whole(at, after_word) {
            return end;
        }
        if is_word(first) {
            return self.word(at);
        }
        if is_apostrophe(first) {
            return self.apostrophe(at, first);
        }
        // .5 percent
        if first == '.' && rest[1..].starts_with(|c: char| c.is_ascii_digit()) && !after_word {
            return self.word_from(at, at + 1);
        }
        // +44 20 7946 0000
        if first == '+'
            && at == self.start
            && let Some(length) = dialled(&self.text[at..])
        {
            self.push(at, at + length, Some(TokenKind::Number), false);
            return at + length;
        }
        let run = |of: &dyn Fn(char) -> bool| rest.find(|c| !of(c)).unwrap_or(rest.len());
        let run = if matches!(first, '.' | '…') {
            let dots = run(&|c| matches!(c, '.' | '…'));
            // A slip of the hand before the mark that counts: .?
            let marks = rest[dots..].find(|c| !matches!(c, '!' | '?')).unwrap_or(rest.len() - dots);
            if dots < 3 { dots + marks } else { dots }
        } else if matches!(first, '!' | '?') {
            run(&|c| matches!(c, '!' | '?'))
        } else if REPEATED.contains(first) {
            run(&|c| c == first)
        } else {
            first.len_utf8()
        };
        self.push(at, at + run, None, false);
        at + run
    }

    /// A form of the lists that is one token though marks stand in it.
    fn whole(&mut self, at: usize, after_word: bool) -> Option<usize> {
        let rest = self.rest(at);
        let (length, whole) = self.language.spelling().whole(rest)?;
        let mut behind = rest[length..].chars();
        let next = behind.next();
        let fits = match whole {
            Whole::Clipped => !after_word && !next.is_some_and(is_word),
            Whole::Slashed => {
                !after_word && (rest[..length].ends_with('/') || !next.is_some_and(|c| is_word(c) || c == '/' || is_apostrophe(c)))
            }
            Whole::Smiley => {
                let letters = rest[..length].contains(char::is_alphanumeric);
                let glued = letters && after_word || next.is_some_and(|c| is_word(c) || matches!(c, '/' | '(' | ')'));
                !glued
            }
        };
        fits.then(|| {
            let kind = if whole == Whole::Smiley { TokenKind::Symbol } else { TokenKind::Word };
            self.push(at, at + length, Some(kind), false);
            at + length
        })
    }

    fn apostrophe(&mut self, at: usize, mark: char) -> usize {
        let rest = self.rest(at);
        let end = at + mark.len_utf8();
        // What follows is compared unfolded, so that its length is that of the text.
        let tail = &rest[mark.len_utf8()..];
        let fits = |w: &&&str| tail.starts_with(&w[1..]) && !tail[w.len() - 1..].starts_with(is_word);
        if let Some(clitic) = CLITICS.iter().find(fits) {
            let end = end + clitic.len() - 1;
            // Standing alone it is one token still: the FBI 's
            if at > self.start || end == self.end {
                self.push(at, end, Some(TokenKind::Word), at > self.start);
                return end;
            }
        }
        // '90s, and 'tis
        let letters = tail.find(|c: char| !is_word(c)).unwrap_or(tail.len());
        if at == self.start && self.language.spelling().contraction(&rest[..mark.len_utf8() + letters]).is_some() {
            self.split(at, end + letters);
            return end + letters;
        }
        if tail.bytes().take_while(u8::is_ascii_digit).count() == 2 {
            return self.word_from(at, end);
        }
        // ''quoted'', but not a possessive with a mark too much: the state''s
        let doubled = mark == '\'' && tail.starts_with('\'') && !tail[1..].starts_with('\'');
        if doubled && !CLITICS.iter().any(|w| tail.starts_with(w) && !tail[w.len()..].starts_with(is_word)) {
            self.push(at, end + 1, None, false);
            return end + 1;
        }
        // Cubans' : a possessive after a word in -s stands with it.
        let quoted = self.text[self.start..].starts_with(is_apostrophe);
        let clitic =
            !quoted && at > self.start && self.out.last().is_some_and(|t| t.end as usize == at && t.text.ends_with(['s', 'S', 'z', 'x']));
        self.push(at, end, Some(TokenKind::Punctuation), clitic && end == self.end);
        end
    }

    fn word(&mut self, at: usize) -> usize {
        self.word_from(at, at)
    }

    /// Takes a word that begins at `at`; its letters begin at `body`.
    fn word_from(&mut self, at: usize, body: usize) -> usize {
        let text = self.text;
        if at == body
            && let Some(length) = telephone(self.rest(at))
        {
            self.push(at, at + length, Some(TokenKind::Number), false);
            return at + length;
        }
        let behind_hyphen = text[self.start..at].ends_with(is_hyphen);
        let bracketed = text[self.start..].starts_with('[');
        let mut end = body;
        let mut dots = 0;
        // What stands since the last full stop or hyphen.
        let mut piece_start = body;
        let mut dotted = false;
        loop {
            end += text[end..self.end].find(|c: char| !is_word(c)).unwrap_or(self.end - end);
            let mut after = text[end..self.end].chars();
            let (Some(mark), next) = (after.next(), after.next()) else { break };
            let last = text[body..end].chars().next_back().unwrap_or(' ');
            let form = &text[body..end];
            let Some(next) = next.filter(|c| is_word(*c)) else {
                // A word broken off: th- the
                let broken = is_hyphen(mark) && at == self.start && end + mark.len_utf8() == self.end && is_broken(form);
                end += if broken { mark.len_utf8() } else { 0 };
                break;
            };
            let piece = &text[piece_start..end];
            let behind = end + mark.len_utf8();
            let joins = match mark {
                '.' => {
                    let initial = piece.chars().nth(1).is_none() && last.is_alphabetic();
                    let single = !text[behind..self.end].chars().nth(1).is_some_and(is_word);
                    dots += 1;
                    let whole = self.language.abbreviation_at(&text[body..self.end]);
                    if let Some(length) = whole.filter(|l| body + l > behind && !text[body + l..self.end].starts_with(is_word)) {
                        end = body + length;
                        dotted = true;
                        break;
                    }
                    (last.is_ascii_digit() && next.is_ascii_digit()) || (initial && next.is_alphabetic() && single)
                }
                ',' if last.is_ascii_digit() && next.is_ascii_digit() => {
                    let group = text[behind..self.end].bytes().take_while(u8::is_ascii_digit).count();
                    group == 3 || group < 3 && !bracketed
                }
                ':' | '/' => last.is_ascii_digit() && next.is_ascii_digit(),
                '&' => last.is_uppercase() && next.is_uppercase() && piece.len() <= 3,
                c if is_inner_apostrophe(c) => {
                    next.is_alphabetic() && (last.is_alphabetic() || is_decade(first_run(&text[body..self.end], mark)))
                }
                c if is_hyphen(c) => {
                    let bound = end - body <= LONGEST_PREFIX && !behind_hyphen && self.language.spelling().prefix(form);
                    bound && !self.is_acronym(form) || is_iso_date(&text[body..self.end])
                }
                _ => false,
            };
            if !joins {
                break;
            }
            end = behind;
            if !matches!(mark, ',' | ':' | '/' | '&') {
                piece_start = end;
            }
        }
        if !dotted && self.takes_stop(body, end, dots) {
            end += 1;
        }
        // US$
        if text[end..self.end].starts_with('$')
            && matches!(&text[body..end], "US" | "A" | "C" | "HK" | "NZ" | "S" | "AU" | "CA" | "R" | "U")
        {
            self.push(at, end + 1, Some(TokenKind::Symbol), false);
            return end + 1;
        }
        self.split(at, end);
        end
    }

    /// Whether the full stop behind a word belongs to it, as an abbreviation's or an initial's does.
    fn takes_stop(&self, body: usize, end: usize, dots: usize) -> bool {
        let (form, rest) = (&self.text[body..end], self.rest(end));
        let stops = rest.bytes().take_while(|b| *b == b'.').count();
        if stops == 0 || stops > 2 {
            return false;
        }
        let letters = form.chars().filter(|c| *c != '.').count();
        if letters == 1 && form.chars().all(char::is_uppercase) && form != "I" {
            // "from A to B. The rest": a sentence's end, no initial.
            let begins =
                |word: &str| word.starts_with(char::is_uppercase) && self.language.is_function(word) && !self.language.is_modal(word);
            return stops == 1 && next_word(&self.text[end + 1..]).is_some_and(|n| !begins(n));
        }
        let kind = self.language.abbreviation(&self.text[body..=end]).or_else(|| {
            // GEN. JANE ROE
            let shouted = form.chars().count() > 2 && form.chars().all(char::is_uppercase);
            let plain: String = form.chars().take(1).chain(form.chars().skip(1).flat_map(char::to_lowercase)).chain(['.']).collect();
            self.language.abbreviation(&plain).filter(|kind| shouted && matches!(*kind, "title" | "company"))
        });
        match kind {
            // "No. 5", "(b. 1970", but not "No."
            Some("number") => {
                let bracket = self.text[..body].ends_with('(') && form.starts_with(char::is_lowercase);
                stops == 1 && (bracket || next_word(&self.text[end + 1..]).is_some_and(is_number))
            }
            Some(_) => true,
            None => dots > 0 && stops == 1 && form.split('.').all(|p| p.chars().count() == 1 && p.chars().all(char::is_alphabetic)),
        }
    }

    /// Whether a form in capitals is the short name of a body, no prefix: "UN-led".
    fn is_acronym(&self, form: &str) -> bool {
        form.chars().nth(1).is_some()
            && form.chars().all(char::is_uppercase)
            && self.language.lexicon().get(form).iter().any(|e| matches!(e.list(), "bodies" | "countries"))
    }

    /// Pushes a written word, in several where it is a contraction, or figures with their unit.
    fn split(&mut self, start: usize, end: usize) {
        let (language, form) = (self.language, &self.text[start..end]);
        if let Some(contraction) = language.spelling().contraction(form) {
            let before = self.out.last().map_or("", |t| t.text.as_str());
            if contraction.fits(before, next_word(&self.text[end..]).unwrap_or_default()) {
                let mut from = start;
                for cut in contraction.cuts.clone() {
                    let to = from + self.text[from..end].chars().take(cut).map(char::len_utf8).sum::<usize>();
                    self.push(from, to, None, from > start);
                    from = to;
                }
                self.push(from, end, None, from > start);
                return;
            }
        }
        if let Some(at) = self.unit(start, end) {
            self.push(start, at, None, false);
            self.push(at, end, Some(TokenKind::Word), false);
            return;
        }
        let mut cuts = vec![end];
        while cuts.len() <= MOST_CLITICS
            && let Some(cut) = clitic(&self.text[start..cuts[cuts.len() - 1]])
        {
            cuts.push(start + cut);
        }
        let mut from = start;
        for to in cuts.into_iter().rev() {
            self.push(from, to, Some(TokenKind::Word).filter(|_| from > start), from > start);
            from = to;
        }
    }

    /// Where the unit begins in figures with their unit: `5pm`, `20km`, `$3bn`. The name of a weapon is whole: `T-90M`.
    fn unit(&self, start: usize, end: usize) -> Option<usize> {
        let form = &self.text[start..end];
        let letters = form.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | ':')))?;
        if letters == 0 || !form[letters..].chars().all(char::is_alphabetic) {
            return None;
        }
        let before = &self.text[self.start..start];
        if let Some(name) = before.strip_suffix(is_hyphen) {
            let tokens = self.out.len().checked_sub(2).map(|i| &self.out[i]);
            if name.ends_with(char::is_alphabetic) && !tokens.is_some_and(|t| self.language.spelling().unit(&t.text, false)) {
                return None;
            }
        }
        let money = before.ends_with(['$', '€', '£', '¥', '₽', '₴']);
        self.language.spelling().unit(&form[letters..], money).then_some(start + letters)
    }

    fn push(&mut self, start: usize, end: usize, kind: Option<TokenKind>, clitic: bool) {
        let text = &self.text[start..end];
        let norm = if text.is_ascii() && !text.contains(['`']) { None } else { Some(mended(text)).filter(|n| n != text) };
        let kind = kind.unwrap_or_else(|| kind_of(norm.as_deref().unwrap_or(text)));
        self.out.push(Token::bare(Span::new(start, end), text.into(), norm, kind, clitic));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::trial;

    /// The tokens' texts, with `+` before what is written together with the one before.
    fn read(text: &str) -> Vec<String> {
        tokens(&trial::language(), text).iter().map(|t| format!("{}{}", if t.clitic { "+" } else { "" }, t.text)).collect()
    }

    fn check(text: &str, expected: &str) {
        assert_eq!(read(text).join(" "), expected, "{text}");
    }

    #[test]
    fn contractions() {
        check("I dunno, they cannot go and dont say", "I du +n +no , they can +not go and do +nt say");
        check("wouldn't've Moscow´s Cuba`s", "would +n't +'ve Moscow +´s Cuba +`s");
        check("its a port with its own pier", "it +s a port with its own pier");
        check("as is their wont; he wont go", "as is their wont ; he wo +nt go");
        check("'tis IM im", "'t +is IM i +m");
        check("the state''s 'allies' ''left''", "the state ' +'s ' allies ' '' left ''");
    }

    #[test]
    fn decades_are_no_possessives() {
        check("the 1980's and '90's and 80’s, 2003's war", "the 1980's and '90's and 80’s , 2003 +'s war");
    }

    #[test]
    fn units_behind_figures() {
        check("5pm, 20km, $3bn, 4-5km 9am-5pm 7:30pm", "5 pm , 20 km , $ 3 bn , 4 - 5 km 9 am - 5 pm 7:30 pm");
        check("a T-90M, 3rd, 5G, Group 1b, $1b", "a T - 90M , 3rd , 5G , Group 1b , $ 1 b");
    }

    #[test]
    fn numbers_of_telephones_items_and_notes() {
        check("call 212-555-0143 or 555-0143, +44 20 7946 0000", "call 212-555-0143 or 555-0143 , +44 20 7946 0000");
        check("500-1000 men, +5 degrees, 1960-61", "500 - 1000 men , + 5 degrees , 1960 - 61");
        check("notes [12,13], 1,000 men, July 4,1776, #1", "notes [ 12 , 13 ] , 1,000 men , July 4 , 1776 , # 1");
    }

    #[test]
    fn hyphens() {
        check("anti-war UN-led Hizb-e-Islami e-mail", "anti-war UN - led Hizb - e - Islami e-mail");
        check("the th- the w- war re- do", "the th- the w- war re - do");
    }

    #[test]
    fn full_stops_of_abbreviations() {
        check("a Ph.D. at Nickel Inc.. GEN. ROE", "a Ph.D. at Nickel Inc. . GEN. ROE");
        check("No. 5 said \"No.\" No. It is (b. May 1970)", "No. 5 said \" No . \" No . It is ( b. May 1970 )");
        check("from A to B. The J. Roe U.Penn", "from A to B . The J. Roe U. Penn");
    }

    #[test]
    fn runs_of_marks() {
        check("What?!? No!!! so.? << $$ ++ .... … ?", "What ?!? No !!! so .? << $$ ++ .... … ?");
        check("nice:) w/o s/he ’em (list:a)", "nice :) w/o s/he ’em ( list : a )");
    }

    #[test]
    fn addresses() {
        check(
            "(https://a.example.org/b_(c)?d=1,2), <jo.roe@mfa.example.org>",
            "( https://a.example.org/b_(c)?d=1,2 ) , < jo.roe@mfa.example.org >",
        );
        check(
            "see Lenta.ru, b.ru/x/y. draft_2.doc alt.politics.europe @roe.org @2",
            "see Lenta.ru , b.ru/x/y . draft_2.doc alt.politics.europe @roe.org @ 2",
        );
        check("end.The U.S.-led x.y.z www. http://", "end . The U.S. - led x.y.z www . http://");
        assert_eq!(tokens(&trial::language(), "Lenta.ru b.ru")[0].kind, TokenKind::Word);
        assert_eq!(tokens(&trial::language(), "Lenta.ru b.ru")[1].kind, TokenKind::Address);
    }

    #[test]
    fn multiword_runs() {
        let tokens = tokens(&trial::language(), "Cuba's envoy can't go: \"No\"'s no word, dunno.");
        let runs: Vec<String> =
            multiword(&tokens).iter().map(|(a, b)| tokens[*a..*b].iter().map(|t| t.text.as_str()).collect::<Vec<_>>().join("|")).collect();
        assert_eq!(runs, ["Cuba|'s", "ca|n't", "du|n|no"]);
        assert!(multiword(&[]).is_empty());
    }

    #[test]
    fn long_chunks_take_time_by_their_length() {
        for piece in ["'s", "a-", "a.", "1'", "a@", "1-", "..", "[1,", "w/", ":", "a's", "@a.", "1''"] {
            let text = piece.repeat(100_000 / piece.len());
            let tokens = tokens(&trial::language(), &text);
            assert_eq!(tokens.iter().map(|t| t.text.len()).sum::<usize>(), text.len(), "{piece}");
        }
    }
}
