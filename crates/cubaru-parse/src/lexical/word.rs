//! Words of the lists as nom parsers over `&str`.

use crate::language::{Class, Language};
use cubaru_lexicon::Entry;
use nom::{
    IResult, Parser,
    bytes::complete::{tag, take_while_m_n},
    combinator::{not, peek, verify},
    error::{Error, ErrorKind},
    sequence::terminated,
};

/// A parser's result over text.
pub(super) type Read<'t, O> = IResult<&'t str, O>;

/// No entry is longer, in characters.
const LONGEST: usize = 40;

pub(super) fn miss<O>(input: &str) -> Read<'_, O> {
    Err(nom::Err::Error(Error::new(input, ErrorKind::Fail)))
}

/// The longest entry of a class, of one of some kinds (column 1), that ends with a word.
pub(super) fn entry<'l, 't>(
    language: &'l Language,
    class: Class,
    kinds: &'static [&'static str],
) -> impl Fn(&'t str) -> Read<'t, Entry<'l>> {
    move |input| {
        if !language.may_begin(&[class], input) {
            return miss(input);
        }
        let mut walk = language.lexicon().walk();
        let mut found = None;
        let (mut blank, mut letters, mut from) = (false, 0, 0);
        for (at, c) in input.char_indices() {
            if c.is_whitespace() {
                if blank {
                    from = at + c.len_utf8();
                    continue;
                }
                blank = true;
            } else {
                blank = false;
            }
            letters += 1;
            let end = at + c.len_utf8();
            if letters > LONGEST {
                break;
            }
            let next = input[end..].chars().next();
            // Words are looked up whole.
            if c.is_alphanumeric() && next.is_some_and(char::is_alphanumeric) {
                continue;
            }
            if !walk.feed(if blank { " " } else { &input[from..end] }) {
                break;
            }
            from = end;
            if let Some(e) = walk.hits().find(|e| language.class(e.list_index()) == Some(class) && kinds.contains(&kind(class, e))) {
                found = Some((end, e));
            }
        }
        found.map_or_else(|| miss(input), |(end, e)| Ok((&input[end..], e)))
    }
}

/// The column that tells an entry's kind: the currencies' second is their code.
fn kind<'l>(class: Class, entry: &Entry<'l>) -> &'l str {
    entry.cell(if class == Class::Currency { 2 } else { 1 })
}

/// One to a few spaces of any kind.
pub(super) fn space(input: &str) -> Read<'_, &str> {
    take_while_m_n(1, 8, char::is_whitespace).parse(input)
}

/// A space or nothing.
pub(super) fn gap(input: &str) -> Read<'_, &str> {
    take_while_m_n(0, 8, char::is_whitespace).parse(input)
}

/// A space or a hyphen.
pub(super) fn joint(input: &str) -> Read<'_, &str> {
    nom::branch::alt((dash, space)).parse(input)
}

/// A hyphen or a short dash.
pub(super) fn dash(input: &str) -> Read<'_, &str> {
    nom::branch::alt((tag("-"), tag("–"), tag("\u{2011}"))).parse(input)
}

/// A small word, whatever its case, up to its end.
pub(super) fn small<'t>(form: &'static str) -> impl Fn(&'t str) -> Read<'t, &'t str> {
    move |input| {
        terminated(nom::bytes::complete::tag_no_case(form), peek(not(verify(nom::character::complete::anychar, |c| c.is_alphanumeric()))))
            .parse(input)
    }
}

/// So many digits, no more.
pub(super) fn digits<'t>(least: usize, most: usize) -> impl Fn(&'t str) -> Read<'t, u32> {
    move |input| {
        let end = terminated(
            take_while_m_n(least, most, |c: char| c.is_ascii_digit()),
            peek(not(nom::character::complete::one_of("0123456789"))),
        );
        nom::combinator::map_res(end, |d: &str| d.parse()).parse(input)
    }
}
