//! The rules of the house that the compiler does not keep; it reads the sources as text.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::Value;

/// Longest file, in lines.
const LONGEST: usize = 400;
/// Longer ones, and why.
const LONG: &[(&str, &str)] = &[("schema.rs", "the tables of both databases, in one list that the migrations determine")];

/// What the lower modules may import of the crate.
const LAYERS: &[(&str, &[&str])] =
    &[("platform", &["schema"]), ("auth", &["platform", "schema"]), ("record", &["platform", "auth", "schema"]), ("schema", &[])];

/// Imports that close a circle, and why they may.
const CIRCLES: &[(&str, &str, &str)] = &[("institutions", "people", "a unit's head is a person, and a person has a unit")];

/// Names that say nothing of what is in a module.
const EMPTY_NAMES: &[&str] =
    &["util", "utils", "helper", "helpers", "common", "manager", "managers", "service", "services", "misc", "dto", "repositories", "types"];

/// Texts that no problem is made with: to be taken out of the file, and off this list.
const IDLE: &[&str] = &[];

struct Source {
    /// Below `src`, such as `record/mod.rs`.
    name: String,
    text: String,
    /// Without comments and tests.
    code: String,
}

impl Source {
    /// `record` of `record/mod.rs`, `app` of `app.rs`.
    fn module(&self) -> &str {
        self.name.split('/').next().unwrap().trim_end_matches(".rs")
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn sources() -> Vec<Source> {
    let (mut folders, mut found) = (vec![folder()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.extension().is_some_and(|it| it == "rs") {
                let text = std::fs::read_to_string(&entry).unwrap();
                let name = entry.strip_prefix(self::folder()).unwrap().to_string_lossy().replace('\\', "/");
                found.push(Source { name, code: code(&text), text });
            }
        }
    }
    found.sort_by(|one, other| one.name.cmp(&other.name));
    assert!(80 < found.len(), "{}", found.len());
    found
}

/// Tests stand at the end of their file.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap();
    text.lines().filter(|it| !it.trim_start().starts_with("//")).map(|it| it.split(" // ").next().unwrap()).collect::<Vec<_>>().join("\n")
}

/// The modules of the crate that the code names, braces after `crate::` included.
fn imports(code: &str) -> BTreeSet<String> {
    let word = |text: &str| text.chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect::<String>();
    let mut found = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        if rest.starts_with('{') {
            found.extend(arguments(rest).iter().map(|it| word(it)));
        } else if !rest.starts_with("words!") {
            found.insert(word(rest));
        }
    }
    found.remove("");
    found
}

/// What stands between the bracket that the text begins with and its partner, divided at the commas between.
fn arguments(text: &str) -> Vec<String> {
    let (mut depth, mut quoted, mut escaped) = (0, false, false);
    let mut parts = vec![String::new()];
    for it in text.chars() {
        if quoted {
            quoted = escaped || it != '"';
            escaped = !escaped && it == '\\';
        } else {
            match it {
                '"' => quoted = true,
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
            if depth == 1 && it == ',' {
                parts.push(String::new());
                continue;
            }
            if depth == 1 && parts.len() == 1 && parts[0].is_empty() && "([{".contains(it) {
                continue;
            }
        }
        parts.last_mut().unwrap().push(it);
    }
    parts.into_iter().map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect()
}

fn graph() -> BTreeMap<String, BTreeSet<String>> {
    let mut graph: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in sources() {
        let mut named = imports(&source.code);
        named.remove(source.module());
        graph.entry(source.module().to_owned()).or_default().extend(named);
    }
    graph
}

#[test]
fn the_lower_layers_know_nothing_of_the_upper() {
    let mut faults = Vec::new();
    for source in sources() {
        let Some((layer, allowed)) = LAYERS.iter().find(|it| it.0 == source.module()) else { continue };
        let above = imports(&source.code).into_iter().filter(|it| it != layer && !allowed.contains(&it.as_str()));
        faults.extend(above.map(|it| format!("{} imports {it}", source.name)));
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn imports_form_no_circle() {
    let mut graph = graph();
    let known: BTreeSet<String> = graph.keys().cloned().collect();
    for (module, named) in &graph {
        assert!(
            named.is_subset(&known),
            "{module} names {:?}, which this test does not know",
            named.difference(&known).collect::<Vec<_>>()
        );
    }
    for (from, to, why) in CIRCLES {
        assert!(graph[*from].contains(*to), "{from} imports {to} no more ({why}): take it off the list");
        graph.get_mut(*from).unwrap().remove(*to);
    }
    // Who imports nothing that is left stands in no circle.
    loop {
        let leaf = graph.iter().find(|it| it.1.is_empty()).map(|it| it.0.clone());
        let Some(leaf) = leaf else { break };
        graph.remove(&leaf);
        graph.values_mut().for_each(|it| it.retain(|named| *named != leaf));
    }
    assert!(graph.is_empty(), "among these is a circle: {graph:#?}");
}

#[test]
fn only_the_top_puts_slices_together() {
    let top = ["app", "commands", "demo", "main", "lib"];
    let faults: Vec<String> = graph()
        .into_iter()
        .filter(|it| !top.contains(&it.0.as_str()))
        .flat_map(|(module, named)| {
            named.into_iter().filter(|it| top.contains(&it.as_str())).map(move |it| format!("{module} imports {it}"))
        })
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn files_are_short() {
    let long = |name: &str| LONG.iter().any(|it| it.0 == name);
    let sources = sources();
    let faults: Vec<_> = sources.iter().filter(|it| (LONGEST <= it.text.lines().count()) != long(&it.name)).map(|it| &it.name).collect();
    assert!(faults.is_empty(), "longer than {LONGEST} lines, or on the list without need: {faults:?}");
}

#[test]
fn imports_name_what_they_import() {
    let faults: Vec<String> = sources().into_iter().filter(|it| it.code.contains("::*")).map(|it| it.name).collect();
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn nothing_ends_a_request_without_an_answer() {
    let forbidden = [".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!(", "unreachable!(", "dbg!(", "assert!(", "assert_eq!("];
    let mut faults = Vec::new();
    for Source { name, code, .. } in sources() {
        faults.extend(forbidden.iter().filter(|it| code.contains(**it)).map(|it| format!("{name}: {it}")));
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn sql_is_written_and_never_put_together_from_texts() {
    let mut faults = Vec::new();
    for Source { name, code, .. } in sources() {
        for call in ["sql_query(", "batch_execute(", "Sql::new(", ".text(", "sql::<"] {
            for rest in code.split(call).skip(1) {
                let first = arguments(&format!("({rest}")).into_iter().next().unwrap_or_default();
                let literal = first.starts_with('"') && first.ends_with('"');
                if !literal && ["format!", "to_string()", "String", "leak", "+"].iter().any(|it| first.contains(it)) {
                    faults.push(format!("{name}: {call}{first}"));
                }
            }
        }
        // The rest of the program writes through diesel or `platform::db::sql`, whose texts live as long as the program.
        if !name.starts_with("platform/db/") && (code.contains("sql_query(") || code.contains("batch_execute(")) {
            faults.push(format!("{name} talks to the database past platform/db"));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn modules_are_named_for_what_is_in_them() {
    let faults: Vec<String> = sources()
        .into_iter()
        .filter(|it| it.name.trim_end_matches(".rs").split('/').any(|part| EMPTY_NAMES.contains(&part)))
        .map(|it| it.name)
        .collect();
    assert!(faults.is_empty(), "{faults:?}");
}

fn texts() -> Value {
    serde_json::from_str(&std::fs::read_to_string(folder().join("platform/problem/texts.json")).unwrap()).unwrap()
}

/// The codes that problems are made with, each with a place where that is.
fn codes() -> BTreeMap<String, String> {
    // Where among the arguments of a call the code stands.
    let calls =
        [(".add(", 1), (".about(", 1), ("because(", 1), ("parameter(", 1), ("wrong(", 0), ("barred(", 0), ("Err((", 0), ("then_some(", 0)];
    let mut found = BTreeMap::new();
    for Source { name, code, .. } in sources() {
        for (call, place) in calls {
            for rest in code.split(call).skip(1) {
                let argument = arguments(&format!("({rest}")).into_iter().nth(place).unwrap_or_default();
                found.extend(words(&argument).map(|it| (it, format!("{name}: {call}{argument}"))));
            }
        }
        for rest in code.split(" code: \"").skip(1) {
            found.insert(rest.split('"').next().unwrap().to_owned(), format!("{name}: code"));
        }
    }
    found
}

/// The lower-case words that stand in the text as whole literals.
fn words(text: &str) -> impl Iterator<Item = String> {
    let word = |it: &&str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_lowercase() || it == b'_');
    text.split('"').skip(1).step_by(2).filter(word).map(ToOwned::to_owned)
}

#[test]
fn every_code_of_a_problem_has_a_text() {
    let (codes, texts) = (codes(), texts());
    assert!(20 < codes.len(), "{codes:#?}");
    let missing: Vec<_> = codes.iter().filter(|it| texts.get(it.0.as_str()).is_none()).collect();
    assert!(missing.is_empty(), "no text in platform/problem/texts.json: {missing:#?}");
}

#[test]
fn every_text_is_the_text_of_a_code() {
    let all: String = sources().into_iter().map(|it| it.code).collect();
    let texts = texts();
    let used = |it: &str| all.contains(&format!("\"{it}\"")) || IDLE.contains(&it);
    let idle: Vec<&String> = texts.as_object().unwrap().keys().filter(|it| !used(it)).collect();
    assert!(idle.is_empty(), "no problem is made with {idle:?}");
}
