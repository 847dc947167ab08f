//! Are two names the same person?

use crate::{Error, Result};
use cubaru_names::{Comparison, Person};
use serde_json::Value;

/// Whether two names are the same person, with a score and the reasons; `docs/names.md` of the project tells how it decides.
///
/// The country may be a code (ISO 3166-1 alpha-3) or a name in English.
///
/// ```
/// use cubaru::{Person, same_person};
/// let one = Person::new("Yelena Sokolova").country("Russia").office("deputy minister").year(2016);
/// let other = Person::new("Елена Соколова").country("RUS").office("deputy minister").year(2018);
/// assert!(same_person(&one, &other).same);
///
/// let found = same_person(&one, &Person::new("Yegor Sokolov").country("RUS").office("deputy minister").year(2016));
/// assert!(!found.same && found.why.iter().any(|reason| reason.id.name() == "conflict-given-name"));
/// ```
pub fn same_person(a: &Person, b: &Person) -> Comparison {
    cubaru_names::compare(&with_code(a), &with_code(b))
}

/// The country's name as its code, where it is a name.
fn with_code(person: &Person) -> Person {
    let code = |name: &String| cubaru_english::country(name).map_or_else(|| name.clone(), str::to_owned);
    Person { country: person.country.as_ref().map(code), ..person.clone() }
}

/// A person from JSON: a string is the name; an object has `name`, and may have `country`, `office` (strings) and `year` (a number, or a
/// string that begins with one: `"1994"`, `"1994-05"`). What is `null` or empty is not known; other keys are left alone.
///
/// ```
/// let person = cubaru::person(r#"{"name": "Ana Flores", "country": "Peru", "year": "1994-05"}"#)?;
/// assert_eq!((person.year, person.office), (Some(1994), None));
/// assert_eq!(cubaru::person("{}").unwrap_err().code(), "bad-person");
/// # Ok::<(), cubaru::Error>(())
/// ```
pub fn person(json: &str) -> Result<Person> {
    let wrong = |problem: String| Error::BadPerson { problem };
    let object = match serde_json::from_str(json) {
        Ok(Value::String(name)) => return named(name).ok_or_else(|| wrong("the name is empty".into())),
        Ok(Value::Object(object)) => object,
        Ok(other) => return Err(wrong(format!("`{other}` is no name and no object"))),
        Err(error) => return Err(wrong(error.to_string())),
    };
    let text = |key: &str| match object.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.trim().to_owned()).filter(|text| !text.is_empty())),
        Some(other) => Err(wrong(format!("`{key}` is {other}, and no string"))),
    };
    let year = match object.get("year") {
        None | Some(Value::Null) => None,
        Some(Value::String(text)) if text.trim().is_empty() => None,
        Some(other) => Some(year(other).ok_or_else(|| wrong(format!("`year` is {other}, and no year")))?),
    };
    let person = text("name")?.and_then(named).ok_or_else(|| wrong("`name` is missing".into()))?;
    Ok(Person { country: text("country")?, office: text("office")?, year, ..person })
}

fn named(name: String) -> Option<Person> {
    name.chars().any(char::is_alphanumeric).then(|| Person::new(name))
}

fn year(value: &Value) -> Option<i32> {
    let year = match value {
        Value::Number(number) => number.as_i64().and_then(|year| i32::try_from(year).ok())?,
        Value::String(text) => {
            let text = text.trim();
            let digits = text.strip_prefix('-').unwrap_or(text);
            let length = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
            let whole = digits[length..].is_empty() || digits[length..].starts_with('-');
            let year: i32 = digits[..length].parse().ok().filter(|_| whole)?;
            if text.starts_with('-') { -year } else { year }
        }
        _ => return None,
    };
    (-9999..=9999).contains(&year).then_some(year)
}
