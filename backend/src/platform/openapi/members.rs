//! The members of an object, asked of its type.

use utoipa::ToSchema;
use utoipa::openapi::{RefOr, Schema};

/// The names of the members that an object has, flattened ones included.
pub fn member_names<T: ToSchema>() -> Vec<String> {
    let mut parts = Vec::new();
    T::schemas(&mut parts);
    let mut names = Vec::new();
    collect_members(&T::schema(), &parts, &mut names);
    names
}

fn collect_members(schema: &RefOr<Schema>, parts: &[(String, RefOr<Schema>)], names: &mut Vec<String>) {
    match schema {
        RefOr::T(Schema::Object(object)) => names.extend(object.properties.keys().cloned()),
        RefOr::T(Schema::AllOf(all)) => all.items.iter().for_each(|it| collect_members(it, parts, names)),
        RefOr::Ref(reference) => {
            let name = reference.ref_location.rsplit('/').next().unwrap_or_default();
            if let Some((_, part)) = parts.iter().find(|it| it.0 == name) {
                collect_members(part, parts, names);
            }
        }
        RefOr::T(_) => {}
    }
}
