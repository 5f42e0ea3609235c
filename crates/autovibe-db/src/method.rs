//! The methods of the generated services, found by their path.

use std::collections::HashMap;

use autovibe_orm::schema::{Entity, Schema};
use autovibe_proto::orm::v1::Api;

/// What a generated method does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verb {
    Get,
    List,
    Create,
    Update,
    Delete,
}

impl Verb {
    pub(crate) fn is_write(self) -> bool {
        match self {
            Verb::Get | Verb::List => false,
            Verb::Create | Verb::Update | Verb::Delete => true,
        }
    }
}

/// One generated method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Method {
    /// Place of the entity in the schema.
    pub(crate) entity: usize,
    /// What it does.
    pub(crate) verb: Verb,
}

/// Full name of the generated service of an entity.
pub(crate) fn service_name(entity: &Entity) -> String {
    format!("autovibe.db.v1.{}Service", entity.name)
}

/// Every generated method by its path, as the generator of the schemas names them.
pub(crate) fn methods(schema: &Schema) -> HashMap<String, Method> {
    let mut found = HashMap::new();
    for (place, entity) in schema.entities.iter().enumerate().filter(|(_, entity)| entity.api != Api::None) {
        let (service, name) = (service_name(entity), &entity.name);
        let mut add = |method: String, verb| {
            found.insert(format!("/{service}/{method}"), Method { entity: place, verb });
        };
        add(format!("Get{name}"), Verb::Get);
        add(format!("List{}", plural(&entity.table)), Verb::List);
        if entity.api == Api::Crud {
            add(format!("Create{name}"), Verb::Create);
            add(format!("Delete{name}"), Verb::Delete);
            if !entity.append_only {
                add(format!("Update{name}"), Verb::Update);
            }
        }
    }
    found
}

/// "mailbox_entries" as "MailboxEntries".
fn plural(table: &str) -> String {
    let word = |word: &str| {
        let (first, rest) = word.split_at(word.len().min(1));
        format!("{}{rest}", first.to_ascii_uppercase())
    };
    table.split('_').map(word).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use prost_reflect::DescriptorPool;

    use super::*;

    #[test]
    fn every_generated_method_is_served_and_no_other() {
        let schema = Schema::read(autovibe_proto::DESCRIPTOR_SET).unwrap();
        let served: BTreeSet<String> = methods(&schema).into_keys().collect();
        let pool = DescriptorPool::decode(autovibe_proto::DESCRIPTOR_SET).unwrap();
        let services = pool.services().filter(|service| {
            service.package_name() == "autovibe.db.v1" && service.name() != "DatabaseService"
        });
        let declared: BTreeSet<String> = services
            .flat_map(|service| {
                let name = service.full_name().to_owned();
                service.methods().map(|method| format!("/{name}/{}", method.name())).collect::<Vec<_>>()
            })
            .collect();
        assert_eq!(served, declared);
    }
}
