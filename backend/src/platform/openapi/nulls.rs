//! Where null may stand: in bodies for what may be absent, in answers nowhere.

use serde_json::{Value, json};

/// What is answered is never null: it is absent.
pub fn without_null(schema: &mut Value) {
    let Some(Value::Object(properties)) = schema.get_mut("properties") else { return };
    properties.values_mut().for_each(not_null);
}

fn not_null(property: &mut Value) {
    if let Some(Value::Array(types)) = property.get_mut("type") {
        types.retain(|it| it != "null");
        if let [only] = types.as_slice() {
            property["type"] = only.clone();
        }
        if let Some(Value::Array(words)) = property.get_mut("enum") {
            words.retain(|it| !it.is_null());
        }
    }
    for key in ["oneOf", "anyOf"] {
        let Some(Value::Array(options)) = property.get_mut(key) else { continue };
        options.retain(|it| it["type"] != "null");
        if let [Value::Object(only)] = options.as_slice() {
            let only = only.clone();
            if let Some(members) = property.as_object_mut() {
                members.remove(key);
                members.extend(only);
            }
        }
    }
}

/// Members of a body may be null when they may be absent; parts that are answered too keep the same shape.
pub fn nulls_of_parts(schema: &mut Value, draft: bool) {
    if !draft {
        return;
    }
    let required: Vec<Value> = schema["required"].as_array().cloned().unwrap_or_default();
    let Some(Value::Object(properties)) = schema.get_mut("properties") else { return };
    for (name, property) in properties.iter_mut() {
        if !required.contains(&json!(name)) {
            nullable(property);
        }
    }
}

fn nullable(property: &mut Value) {
    match property.get_mut("type") {
        Some(Value::Array(types)) if types.iter().any(|it| it == "null") => {}
        Some(Value::Array(types)) => types.push(json!("null")),
        Some(one) => {
            *one = json!([one.clone(), "null"]);
            if let Some(Value::Array(words)) = property.get_mut("enum") {
                words.push(Value::Null);
            }
        }
        None => {
            for key in ["oneOf", "anyOf"] {
                if let Some(Value::Array(options)) = property.get_mut(key) {
                    if !options.iter().any(|it| it["type"] == "null") {
                        options.push(json!({"type": "null"}));
                    }
                    return;
                }
            }
            if let Some(members) = property.as_object_mut() {
                let only = json!({"$ref": members.remove("$ref")});
                members.insert("oneOf".into(), json!([{"type": "null"}, only]));
            }
        }
    }
}
