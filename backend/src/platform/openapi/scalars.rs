//! Scalars stand where they are used.

use serde_json::{Map, Value, json};

/// Ids, instants, lines and codes stand where they are used: a name of their own helps no reader.
pub fn inline_scalars(document: &mut Value, schemas: &mut Map<String, Value>) {
    let scalars: Map<String, Value> = schemas
        .iter()
        .filter(|(_, it)| it["type"] == "string" && it.get("enum").is_none())
        .map(|(name, it)| (name.clone(), it.clone()))
        .collect();
    schemas.retain(|name, _| !scalars.contains_key(name));
    schemas.values_mut().for_each(|it| inline(it, &scalars));
    inline(&mut document["paths"], &scalars);
}

fn inline(value: &mut Value, scalars: &Map<String, Value>) {
    match value {
        Value::Object(members) => {
            let scalar = members
                .get("$ref")
                .and_then(Value::as_str)
                .and_then(|it| it.strip_prefix("#/components/schemas/"))
                .and_then(|it| scalars.get(it))
                .and_then(Value::as_object)
                .cloned();
            if let Some(scalar) = scalar {
                members.remove("$ref");
                let own = std::mem::take(members);
                *members = scalar;
                members.extend(own);
            }
            // What a field says of an inlined enum stands in a second part, which utoipa calls an object.
            if let Some(Value::Array(parts)) = members.get("allOf")
                && parts.first().is_some_and(|it| it["type"] == "string")
            {
                let parts = parts.clone();
                members.remove("allOf");
                for (index, part) in parts.into_iter().enumerate() {
                    let Value::Object(mut part) = part else { continue };
                    if 0 < index {
                        part.remove("type");
                    }
                    members.extend(part);
                }
            }
            // An optional scalar: `oneOf` null and the scalar is a scalar that may be null.
            if let Some(Value::Array(options)) = members.get_mut("oneOf") {
                options.iter_mut().for_each(|it| inline(it, scalars));
                let scalar = match options.as_slice() {
                    [null, scalar] | [scalar, null] if null["type"] == "null" && scalar["type"] == "string" => scalar.as_object().cloned(),
                    _ => None,
                };
                if let Some(mut scalar) = scalar {
                    scalar.insert("type".into(), json!(["string", "null"]));
                    if let Some(Value::Array(words)) = scalar.get_mut("enum") {
                        words.push(Value::Null);
                    }
                    members.remove("oneOf");
                    let own = std::mem::take(members);
                    *members = scalar;
                    members.extend(own);
                }
            }
            members.values_mut().for_each(|it| inline(it, scalars));
        }
        Value::Array(items) => items.iter_mut().for_each(|it| inline(it, scalars)),
        _ => {}
    }
}
