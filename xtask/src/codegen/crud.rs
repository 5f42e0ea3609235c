//! Writes one CRUD service schema per entity, from the options that the entity carries.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use prost_reflect::{DescriptorPool, DynamicMessage, MessageDescriptor, Value};

use super::run::GeneratedFiles;
use super::rust;

const OUTPUT: &str = "proto/autovibe/db/v1";
const MARK: &str = "// Written by `cargo xtask codegen` from the options of the entity; do not edit.\n";
const API_CRUD: i32 = 1;
const API_NONE: i32 = 2;

/// Compiles the entities below `proto/autovibe/v1` and returns the schemas of their services.
pub(crate) fn generate(root: &Path) -> Result<GeneratedFiles> {
    let proto = root.join("proto");
    let mut schemas = Vec::new();
    rust::collect(&proto.join("autovibe/v1"), &mut schemas)?;
    schemas.sort();
    let mut compiler = protox::Compiler::new([proto, root.join("third_party/proto")])?;
    compiler.include_imports(true).open_files(&schemas).context("compile the entities")?;
    let pool = DescriptorPool::decode(compiler.encode_file_descriptor_set().as_slice())?;
    let option = pool.get_extension_by_name("autovibe.orm.v1.entity").context("the entity option is gone")?;

    let mut files = GeneratedFiles::new();
    for message in pool.all_messages() {
        let options = message.options();
        if !options.has_extension(&option) {
            continue;
        }
        let value = options.get_extension(&option).into_owned();
        let entity = value.as_message().context("the entity option is no message")?;
        if number(entity, "api") == API_NONE {
            continue;
        }
        let service = Service::of(&message, entity)?;
        let path = PathBuf::from(OUTPUT).join(format!("{}_service.proto", service.snake));
        ensure!(
            files.insert(path, service.render().into_bytes()).is_none(),
            "two entities share a service file"
        );
    }
    Ok(files)
}

/// Generated schemas on disk that no entity asks for any more.
pub(crate) fn leftovers(root: &Path, files: &GeneratedFiles) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(root.join(OUTPUT))? {
        let entry = entry?;
        let path = PathBuf::from(OUTPUT).join(entry.file_name());
        let is_schema = path.extension().is_some_and(|extension| extension == "proto");
        if is_schema && !files.contains_key(&path) && std::fs::read_to_string(entry.path())?.starts_with(MARK)
        {
            found.push(path);
        }
    }
    Ok(found)
}

/// What the text of one service depends on.
struct Service {
    name: String,
    plural: String,
    snake: String,
    full_name: String,
    import: String,
    writable: bool,
    append_only: bool,
    soft_delete: bool,
}

impl Service {
    fn of(message: &MessageDescriptor, entity: &DynamicMessage) -> Result<Service> {
        let name = message.name().to_owned();
        let snake = snake_case(&name);
        let table = text(entity, "table");
        let table = if table.is_empty() { format!("{snake}s") } else { table };
        let plural = camel_case(&table);
        ensure!(plural != name, "{}: the table name must differ from the entity's", message.full_name());
        Ok(Service {
            plural,
            snake,
            full_name: message.full_name().to_owned(),
            import: message.parent_file().name().to_owned(),
            writable: number(entity, "api") == API_CRUD,
            append_only: flag(entity, "append_only"),
            soft_delete: flag(entity, "soft_delete"),
            name,
        })
    }

    fn render(&self) -> String {
        let mut out = String::from(MARK);
        let Service { name, plural, snake, full_name, .. } = self;
        let mut line = |text: &str| {
            let _ = writeln!(out, "{text}");
        };
        line("syntax = \"proto3\";\n\npackage autovibe.db.v1;\n");
        line(&format!("import \"{}\";", self.import));
        if self.writable && !self.append_only {
            line("import \"google/protobuf/field_mask.proto\";");
        }
        line(&format!("\n// Reads and writes stored {plural}.\nservice {name}Service {{"));
        line(&format!("  // Returns one {name} by its id."));
        line(&format!("  rpc Get{name}(Get{name}Request) returns ({full_name});"));
        line(&format!("  // Returns one page of {plural}."));
        line(&format!("  rpc List{plural}(List{plural}Request) returns (List{plural}Response);"));
        if self.writable {
            line(&format!("  // Stores a new {name} and returns it as stored."));
            line(&format!("  rpc Create{name}(Create{name}Request) returns ({full_name});"));
            if !self.append_only {
                line(&format!("  // Changes fields of one {name} and returns it as stored."));
                line(&format!("  rpc Update{name}(Update{name}Request) returns ({full_name});"));
            }
            line(&format!("  // Deletes one {name}."));
            line(&format!("  rpc Delete{name}(Delete{name}Request) returns (Delete{name}Response);"));
        }
        line("}\n");
        line(&format!(
            "// Asks for one {name}.\nmessage Get{name}Request {{\n  // Identifier.\n  string id = 1;\n}}"
        ));
        line(&self.list_messages());
        if self.writable {
            line(&format!("\n// Asks to store a new {name}.\nmessage Create{name}Request {{"));
            line(&format!(
                "  // The new row; times and revision are set by the service.\n  {full_name} {snake} = 1;"
            ));
            line("  // The same key returns the first answer without writing again; empty means none.");
            line("  string idempotency_key = 2;\n}");
            if !self.append_only {
                line(&format!("\n// Asks to change one {name}.\nmessage Update{name}Request {{"));
                line(&format!("  // The row with its id and the new values.\n  {full_name} {snake} = 1;"));
                line("  // Which fields to write; empty means all mutable ones.");
                line("  google.protobuf.FieldMask update_mask = 2;");
                line("  // Expected revision; 0 means any.\n  int64 revision = 3;\n}");
            }
            line(&format!("\n// Asks to delete one {name}.\nmessage Delete{name}Request {{"));
            line("  // Identifier.\n  string id = 1;");
            line("  // Expected revision; 0 means any.\n  int64 revision = 2;\n}");
            line(&format!("\n// One {name} was deleted.\nmessage Delete{name}Response {{}}"));
        }
        out
    }

    fn list_messages(&self) -> String {
        let Service { plural, full_name, .. } = self;
        let rows = snake_case(plural);
        let deleted = if self.soft_delete {
            "  // Shows deleted rows as well."
        } else {
            "  // Without effect: this entity leaves no deleted rows."
        };
        format!(
            "\n// Asks for one page of {plural}.\nmessage List{plural}Request {{\n\
             \x20 // Most rows of the page; 0 means 100, at most 1000.\n  int32 page_size = 1;\n\
             \x20 // Where the page starts, from the former answer; empty means at the first row.\n  string page_token = 2;\n\
             \x20 // Comparisons joined by AND, as `state = 3 AND name != \"x\"`; empty means all rows.\n  string filter = 3;\n\
             \x20 // Columns, each with an optional `desc`, joined by commas; empty means by id.\n  string order_by = 4;\n\
             {deleted}\n  bool show_deleted = 5;\n}}\n\n\
             // One page of {plural}.\nmessage List{plural}Response {{\n\
             \x20 // The rows in order.\n  repeated {full_name} {rows} = 1;\n\
             \x20 // Where the next page starts; empty on the last one.\n  string next_page_token = 2;\n}}"
        )
    }
}

fn number(message: &DynamicMessage, field: &str) -> i32 {
    match message.get_field_by_name(field).as_deref() {
        Some(Value::EnumNumber(value)) => *value,
        _ => 0,
    }
}

fn flag(message: &DynamicMessage, field: &str) -> bool {
    message.get_field_by_name(field).and_then(|value| value.as_bool()).unwrap_or(false)
}

fn text(message: &DynamicMessage, field: &str) -> String {
    message.get_field_by_name(field).and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn snake_case(camel: &str) -> String {
    let mut out = String::new();
    for letter in camel.chars() {
        if letter.is_ascii_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.push(letter.to_ascii_lowercase());
    }
    out
}

fn camel_case(snake: &str) -> String {
    snake
        .split('_')
        .map(|word| {
            let (first, rest) = word.split_at(word.len().min(1));
            format!("{}{rest}", first.to_ascii_uppercase())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_change_case_both_ways() {
        assert_eq!(snake_case("MailboxEntry"), "mailbox_entry");
        assert_eq!(camel_case("mailbox_entries"), "MailboxEntries");
    }

    #[test]
    fn the_checked_in_services_are_fresh() {
        let root = super::super::run::workspace_root();
        let files = generate(&root).unwrap();
        assert!(files.len() > 10, "only {} services", files.len());
        for (path, content) in &files {
            let stored = std::fs::read(root.join(path)).unwrap_or_default();
            assert_eq!(&stored, content, "{} is stale", path.display());
        }
        assert_eq!(leftovers(&root, &files).unwrap(), Vec::<PathBuf>::new());
    }
}
