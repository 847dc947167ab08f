//! The shapes in Python: one frozen dataclass for each object of the schema, one `Literal` for each enumeration, and
//! the functions that make them of JSON.

use super::Schema;
use serde_json::Value;
use std::fmt::Write;

const HEAD: &str = r#""""The values of a document, and what a knowledge base answers.

Made by `cargo xtask glue` from `docs/schema/document-1.json` and `answers-1.json`: change the Rust types instead of this file.

Offsets (`start`, `end`) count code points. Values cannot be changed; two of equal contents are equal.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, TypeVar

"#;

const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
    "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try",
    "while", "with", "yield",
];

/// `_types.py`, made of the schema.
pub fn types(schema: &Schema) -> Result<String, String> {
    let shapes = Shapes(schema);
    let mut out = HEAD.to_string();
    let names: Vec<String> = schema.shapes.keys().map(|name| format!("    \"{name}\",\n")).collect();
    let _ = write!(out, "__all__ = [\n{}]\n", names.concat());
    for (name, shape) in &schema.shapes {
        if is_object(shape) {
            class(&mut out, name, shape)?;
        } else {
            alias(&mut out, name, shape)?;
        }
    }
    out += "\n\n_T = TypeVar(\"_T\")\n\n\ndef _maybe(make: Callable[[Any], _T], value: Any) -> _T | None:\n    return None if value is None else make(value)\n";
    for (name, shape) in schema.shapes.iter().filter(|(_, shape)| is_object(shape)) {
        let _ = write!(out, "\n\ndef {}(o: dict[str, Any]) -> {name}:\n    return {name}(\n", function(name));
        for field in fields(shape)? {
            let _ = writeln!(out, "        {},", shapes.conversion(&field.kind, &field.get())?);
        }
        out += "    )\n";
    }
    out += "\n\n_LAYERS: dict[str, Callable[[Any], Any]] = {\n";
    for field in fields(&schema.document)? {
        let scalar = match &field.kind {
            Kind::Plain(_) => true,
            Kind::Named(name) => !shapes.is_object(name),
            _ => false,
        };
        if scalar {
            continue;
        }
        let _ = writeln!(out, "    \"{}\": lambda o: {},", field.json, shapes.conversion(&field.kind, "o")?);
    }
    // What other doors give stands beside a document's properties.
    for (name, shape, many) in [("words", "Word", true), ("coding", "Coding", false), ("problems", "DictionaryProblem", true)] {
        if shapes.is_object(shape) {
            let one = Kind::Named(shape.into());
            let kind = if many { Kind::List(Box::new(one)) } else { one };
            let _ = writeln!(out, "    \"{name}\": lambda o: {},", shapes.conversion(&kind, "o")?);
        }
    }
    out += "}\n\n\ndef _layer(name: str, text: str) -> Any:\n    \"\"\"The values of one property of a document, from its JSON.\"\"\"\n    return _LAYERS[name](json.loads(text))\n";
    out += "\n\n_ANSWERS: dict[str, Callable[[Any], Any]] = {\n";
    for field in fields(&schema.answers)? {
        let _ = writeln!(out, "    \"{}\": lambda o: {},", field.json, shapes.conversion(&field.kind, "o")?);
    }
    out += "}\n\n\ndef _answer(name: str, text: str) -> Any:\n    \"\"\"What a knowledge base answers, from its JSON.\"\"\"\n    return _ANSWERS[name](json.loads(text))\n";
    Ok(out)
}

/// What a field holds, as far as Python must know.
enum Kind {
    /// A type that JSON and Python share.
    Plain(&'static str),
    /// Any value of JSON.
    Any,
    /// An object with keys of any name.
    Map(Box<Kind>),
    /// A definition of the schema.
    Named(String),
    List(Box<Kind>),
    Maybe(Box<Kind>),
}

struct Field<'a> {
    json: &'a str,
    python: String,
    text: String,
    kind: Kind,
    required: bool,
}

impl Field<'_> {
    fn get(&self) -> String {
        match (self.required, &self.kind) {
            (true, _) => format!("o[\"{}\"]", self.json),
            (false, Kind::List(_)) => format!("o.get(\"{}\", ())", self.json),
            (false, _) => format!("o.get(\"{}\")", self.json),
        }
    }
}

struct Shapes<'a>(&'a Schema);

impl Shapes<'_> {
    fn is_object(&self, name: &str) -> bool {
        self.0.shapes.get(name).is_some_and(is_object)
    }

    /// The expression that makes a value of the JSON that `from` gives.
    fn conversion(&self, kind: &Kind, from: &str) -> Result<String, String> {
        let made = |kind: &Kind| match kind {
            Kind::Named(name) => Ok(self.is_object(name).then(|| function(name))),
            Kind::Plain(_) | Kind::Any => Ok(None),
            Kind::List(item) if matches!(**item, Kind::Plain(_) | Kind::Any) => Ok(Some("tuple".into())),
            _ => Err(format!("{from}: a list of objects in a list, or of what may lack, has no conversion yet")),
        };
        Ok(match kind {
            Kind::Plain(_) | Kind::Any => from.into(),
            Kind::Map(item) => made(item)?.map_or(Ok(from.into()), |_| Err(format!("{from}: a map of objects has no conversion yet")))?,
            Kind::Named(_) => made(kind)?.map_or(from.into(), |f| format!("{f}({from})")),
            Kind::List(item) => made(item)?.map_or(format!("tuple({from})"), |f| format!("tuple(map({f}, {from}))")),
            Kind::Maybe(inner) => made(inner)?.map_or(from.into(), |f| format!("_maybe({f}, {from})")),
        })
    }
}

fn is_object(shape: &Value) -> bool {
    shape["type"] == "object"
}

fn fields(shape: &Value) -> Result<Vec<Field<'_>>, String> {
    let properties = shape["properties"].as_object().ok_or("an object without properties")?;
    let needed: Vec<&str> = shape["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let fields = properties.iter().map(|(json, value)| {
        let keyword = KEYWORDS.contains(&json.as_str());
        Ok(Field {
            json,
            python: if keyword { format!("{json}_") } else { json.clone() },
            text: description(value) + &if keyword { format!(" (`{json}` in JSON.)") } else { String::new() },
            kind: kind(value).map_err(|e| format!("{json}: {e}"))?,
            required: needed.contains(&json.as_str()),
        })
    });
    fields.collect()
}

fn kind(value: &Value) -> Result<Kind, String> {
    let named = |v: &Value| v["$ref"].as_str().and_then(|r| r.strip_prefix("#/$defs/")).map(|n| Kind::Named(n.into()));
    if let Some(kind) = named(value) {
        return Ok(kind);
    }
    if let Some([one, null]) = value["anyOf"].as_array().map(Vec::as_slice)
        && null["type"] == "null"
    {
        return Ok(Kind::Maybe(Box::new(kind(one)?)));
    }
    if *value == Value::Bool(true) {
        return Ok(Kind::Any);
    }
    if value["additionalProperties"].is_object() {
        return Ok(Kind::Map(Box::new(kind(&value["additionalProperties"])?)));
    }
    match &value["type"] {
        Value::String(name) if name == "array" => Ok(Kind::List(Box::new(kind(&value["items"])?))),
        Value::String(name) => Ok(Kind::Plain(plain(name)?)),
        Value::Array(names) if names.len() == 2 && names[1] == "null" => {
            Ok(Kind::Maybe(Box::new(Kind::Plain(plain(names[0].as_str().unwrap_or_default())?))))
        }
        other => Err(format!("Python has no type yet for {other}")),
    }
}

fn plain(name: &str) -> Result<&'static str, String> {
    match name {
        "integer" => Ok("int"),
        "string" => Ok("str"),
        "boolean" => Ok("bool"),
        _ => Err(format!("Python has no type yet for `{name}`")),
    }
}

fn hint(kind: &Kind) -> String {
    match kind {
        Kind::Plain(name) => (*name).into(),
        Kind::Any => "Any".into(),
        Kind::Map(item) => format!("Mapping[str, {}]", hint(item)),
        Kind::Named(name) => name.clone(),
        Kind::List(item) => format!("tuple[{}, ...]", hint(item)),
        Kind::Maybe(inner) => format!("{} | None", hint(inner)),
    }
}

fn class(out: &mut String, name: &str, shape: &Value) -> Result<(), String> {
    let fields = fields(shape)?;
    let _ = write!(out, "\n\n@dataclass(frozen=True, slots=True)\nclass {name}:\n    \"\"\"{}\n\n    Attributes:\n", description(shape));
    for field in &fields {
        let _ = writeln!(out, "        {}: {}", field.python, field.text);
    }
    out.push_str("    \"\"\"\n\n");
    for field in &fields {
        let _ = writeln!(out, "    {}: {}", field.python, hint(&field.kind));
    }
    Ok(())
}

fn alias(out: &mut String, name: &str, shape: &Value) -> Result<(), String> {
    let Some(variants) = shape["oneOf"].as_array() else {
        let Kind::Plain(base) = kind(shape)? else { return Err(format!("{name}: Python has no alias for it yet")) };
        let _ = write!(out, "\n\n{name}: TypeAlias = {base}\n\"\"\"{}\"\"\"\n", description(shape));
        return Ok(());
    };
    let values: Vec<String> = variants.iter().map(|v| v["const"].to_string()).collect();
    let _ = write!(out, "\n\n{name}: TypeAlias = Literal[{}]\n\"\"\"{}\n\n", values.join(", "), description(shape));
    for variant in variants {
        let value = variant["const"].as_str().ok_or_else(|| format!("{name}: a variant that is no string"))?;
        let _ = writeln!(out, "- `{value}`: {}", description(variant));
    }
    out.push_str("\"\"\"\n");
    Ok(())
}

/// The first paragraph of a description on one line, without rustdoc's links, safe inside a docstring.
fn description(value: &Value) -> String {
    let text = value["description"].as_str().unwrap_or_default();
    let first = text.split("\n\n").next().unwrap_or_default().replace('\n', " ");
    first.replace("[`", "`").replace("`]", "`").replace('\\', "\\\\").replace("\"\"\"", "'''")
}

/// The name of the function that makes an object: `_document_date` for `DocumentDate`.
fn function(name: &str) -> String {
    name.chars().fold(String::new(), |f, c| if c.is_uppercase() { f + "_" + &c.to_lowercase().to_string() } else { f + &c.to_string() })
}

#[cfg(test)]
mod tests {
    use super::{Schema, types};

    fn schema(field: &str) -> Schema {
        let note = r##""properties": {"notes": {"type": "array", "items": {"$ref": "#/$defs/OneNote"}}}"##;
        let document =
            format!(r##"{{{note}, "$defs": {{"OneNote": {{"description": "A note.", "type": "object", "properties": {{{field}}}}}}}}}"##);
        let answers = r##"{"properties": {"note": {"$ref": "#/$defs/OneNote"}}, "$defs": {}}"##;
        Schema::of(&document, answers).unwrap()
    }

    #[test]
    fn keywords_get_an_underscore_and_keep_their_json_name() {
        let python = types(&schema(r#""class": {"description": "Its class.", "type": ["string", "null"]}"#)).unwrap();
        for line in [
            "    class_: str | None\n",
            "        class_: Its class. (`class` in JSON.)\n",
            "def _one_note(o: dict[str, Any]) -> OneNote:\n    return OneNote(\n        o.get(\"class\"),\n",
            "    \"notes\": lambda o: tuple(map(_one_note, o)),\n",
            "    \"note\": lambda o: _one_note(o),\n",
        ] {
            assert!(python.contains(line), "{line:?} is missing in\n{python}");
        }
    }

    #[test]
    fn maps_and_rows_of_any_values() {
        let months = r#""months": {"type": "object", "additionalProperties": {"type": "integer"}}"#;
        let rows = r#""rows": {"type": "array", "items": {"type": "array", "items": true}}"#;
        let python = types(&schema(&format!("{months}, {rows}"))).unwrap();
        for line in [
            "    months: Mapping[str, int]\n    rows: tuple[tuple[Any, ...], ...]\n",
            "        o.get(\"months\"),\n        tuple(map(tuple, o.get(\"rows\", ()))),\n",
        ] {
            assert!(python.contains(line), "{line:?} is missing in\n{python}");
        }
    }

    #[test]
    fn what_python_cannot_hold_yet_is_an_error_that_names_it() {
        assert_eq!(types(&schema(r#""share": {"type": "number"}"#)), Err("share: Python has no type yet for `number`".into()));
    }
}
