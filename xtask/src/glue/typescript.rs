//! The TypeScript of the shapes, from their JSON Schemas.

use super::Schema;
use serde_json::{Map, Value};
use std::fmt::Write;

const HEAD: &str =
    "// Written by `cargo xtask glue` from docs/schema/document-1.json and answers-1.json: change the Rust types, not this file.\n";

/// What only bases in files give, which JavaScript has not.
const OF_FILES: [&str; 1] = ["Table"];

/// The whole file. The schema's own shape is called `DocumentJson`: `Document` is the class that reading gives.
pub fn types(schema: &Schema) -> Result<String, String> {
    let mut out = String::from(HEAD);
    declare(&mut out, "DocumentJson", &schema.document)?;
    for (name, definition) in schema.shapes.iter().filter(|(name, _)| !OF_FILES.contains(&name.as_str())) {
        declare(&mut out, name, definition)?;
    }
    Ok(out)
}

fn declare(out: &mut String, name: &str, schema: &Value) -> Result<(), String> {
    out.push('\n');
    comment(out, "", schema);
    if let Some(properties) = schema["properties"].as_object() {
        let _ = writeln!(out, "export interface {name} {{");
        members(out, schema, properties)?;
        out.push_str("}\n");
    } else if let Some(constants) = schema["oneOf"].as_array() {
        let _ = write!(out, "export type {name} =");
        for constant in constants {
            out.push('\n');
            comment(out, "  ", constant);
            let _ = write!(out, "  | {}", type_of(constant)?);
        }
        out.push_str(";\n");
    } else {
        let _ = writeln!(out, "export type {name} = {};", type_of(schema)?);
    }
    Ok(())
}

fn members(out: &mut String, schema: &Value, properties: &Map<String, Value>) -> Result<(), String> {
    let required: Vec<&str> = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for (key, property) in properties {
        comment(out, "  ", property);
        let optional = if required.contains(&key.as_str()) { "" } else { "?" };
        let kind = type_of(property).map_err(|e| format!("{key}: {e}"))?;
        let _ = writeln!(out, "  readonly {key}{optional}: {kind};");
    }
    Ok(())
}

/// The type that a schema describes. What it can't say yet is an error, so that nothing becomes `any` unseen.
fn type_of(schema: &Value) -> Result<String, String> {
    if let Some(reference) = schema["$ref"].as_str() {
        return reference.strip_prefix("#/$defs/").map(str::to_string).ok_or_else(|| format!("a reference elsewhere: {reference}"));
    }
    if let Some(constant) = schema.get("const") {
        return Ok(constant.to_string());
    }
    if let Some(choices) = schema["enum"].as_array() {
        return Ok(union(choices.iter().map(Value::to_string)));
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        return Ok(union(choices.iter().map(type_of).collect::<Result<Vec<_>, _>>()?));
    }
    match &schema["type"] {
        Value::String(kind) => named(kind, schema),
        Value::Array(kinds) => {
            let kinds = kinds.iter().filter_map(Value::as_str).map(|kind| named(kind, schema));
            Ok(union(kinds.collect::<Result<Vec<_>, _>>()?))
        }
        _ => Err(format!("no type for {schema}")),
    }
}

fn named(kind: &str, schema: &Value) -> Result<String, String> {
    match kind {
        "string" | "boolean" | "null" => Ok(kind.into()),
        "integer" | "number" => Ok("number".into()),
        "array" => {
            let item = type_of(&schema["items"])?;
            Ok(if item.contains(' ') { format!("readonly ({item})[]") } else { format!("readonly {item}[]") })
        }
        "object" if schema["additionalProperties"].is_object() => {
            Ok(format!("{{ readonly [key: string]: {} }}", type_of(&schema["additionalProperties"])?))
        }
        _ => Err(format!("no type for {schema}")),
    }
}

fn union(choices: impl IntoIterator<Item = String>) -> String {
    choices.into_iter().collect::<Vec<_>>().join(" | ")
}

/// The description as TSDoc; links that only Rust can follow keep their words.
fn comment(out: &mut String, indent: &str, schema: &Value) {
    let Some(text) = schema["description"].as_str() else { return };
    let text = text.replace("[`", "`").replace("`]", "`").replace("*/", "*\\/");
    if !text.contains('\n') {
        let _ = writeln!(out, "{indent}/** {text} */");
        return;
    }
    let _ = writeln!(out, "{indent}/**");
    for line in text.lines() {
        let _ = writeln!(out, "{indent}{}", format!(" * {line}").trim_end());
    }
    let _ = writeln!(out, "{indent} */");
}

#[cfg(test)]
mod tests {
    use super::{Schema, types};

    fn of(schema: &str) -> Result<String, String> {
        types(&Schema::of(schema, r#"{"$defs": {}}"#)?)
    }

    #[test]
    fn shapes_of_every_kind() {
        let schema = r##"{"description": "All.", "type": "object", "required": ["a"],
            "properties": {
                "a": {"description": "A [`Span`].\n\nTwo lines.", "$ref": "#/$defs/B"},
                "b": {"type": ["integer", "null"]},
                "c": {"type": "array", "items": {"anyOf": [{"$ref": "#/$defs/B"}, {"type": "null"}]}}},
            "$defs": {"B": {"oneOf": [{"description": "Yes.", "type": "string", "const": "y"}, {"const": "n"}]}}}"##;
        let expected = "\n/** All. */\nexport interface DocumentJson {\n  /**\n   * A `Span`.\n   *\n   * Two lines.\n   */\n  readonly a: B;\n  \
            readonly b?: number | null;\n  readonly c?: readonly (B | null)[];\n}\n\nexport type B =\n  /** Yes. */\n  | \"y\"\n  | \"n\";\n";
        assert_eq!(of(schema).as_deref(), Ok([super::HEAD, expected].concat().as_str()));
    }

    #[test]
    fn a_shape_without_a_type_is_an_error() {
        assert!(of(r#"{"properties": {"a": {}}, "$defs": {}}"#).is_err());
    }
}
