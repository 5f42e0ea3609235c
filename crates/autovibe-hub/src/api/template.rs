//! Templates: the built-in ones, and the size of a Machine that is made from one.

use autovibe_proto::v1::{Capabilities, MachineSpec, Template};
use autovibe_proto::{ErrorKind, Failure, TemplateId};

use super::name::quoted;
use crate::database::{CommitBuilder, Database, Page};

const GIB: i64 = 1024 * 1024 * 1024;
/// Less memory boots no Linux, whatever the user accepts.
const MEMORY_BYTES_MIN: i64 = 64 * 1024 * 1024;
/// Sparse disks could pretend to be of any size; nobody has asked for more.
const DISK_BYTES_MAX: i64 = 4096 * GIB;

/// Name, processors, and least and most memory in GiB.
const BUILT_IN: [(&str, i32, i64, i64); 2] = [("standard", 2, 4, 8), ("hub", 4, 8, 16)];

/// Makes the Templates `standard` and `hub` unless they exist.
///
/// # Errors
/// What the database service answered.
pub async fn ensure_templates(database: &Database) -> Result<(), Failure> {
    let mut commit = CommitBuilder::new();
    for (name, vcpu_count, least, most) in BUILT_IN {
        let spec = MachineSpec { vcpu_count, memory_bytes: least * GIB, disk_bytes: 0, open_network: false };
        commit = commit.insert_if_absent(&Template {
            id: TemplateId::derive(&[name]).into_string(),
            name: name.to_owned(),
            spec: Some(spec),
            memory_bytes_min: least * GIB,
            memory_bytes_max: most * GIB,
            ..Template::default()
        });
    }
    match database.commit(commit).await {
        // A user made a Template of this name: that one holds.
        Err(failure) if failure.kind == ErrorKind::AlreadyExists => Ok(()),
        outcome => outcome.map(|_| ()),
    }
}

/// The Template of this name; the built-in ones are made when they are first asked for.
pub(crate) async fn find_template(database: &Database, name: &str) -> Result<Template, Failure> {
    if let Some(template) = template_named(database, name).await? {
        return Ok(template);
    }
    if BUILT_IN.iter().any(|(built_in, ..)| *built_in == name) {
        ensure_templates(database).await?;
        if let Some(template) = template_named(database, name).await? {
            return Ok(template);
        }
    }
    let shown: String = name.chars().take(128).collect();
    let text = format!("there is no template {shown:?}; the built-in ones are standard and hub");
    Err(Failure::new(ErrorKind::NotFound, "TEMPLATE_UNKNOWN", text).with("field", "template"))
}

async fn template_named(database: &Database, name: &str) -> Result<Option<Template>, Failure> {
    let filter = format!("name = {}", quoted(name));
    Ok(database.list::<Template>(&filter, "", Page::first(1)).await?.rows.into_iter().next())
}

/// The size of a Machine: the Template's, where the wish is silent.
pub(crate) fn sized(
    template: &Template,
    wish: Option<&MachineSpec>,
    allow_any_size: bool,
) -> Result<MachineSpec, Failure> {
    let mut spec = template.spec.unwrap_or_default();
    if let Some(wish) = wish {
        for (value, wanted) in
            [(&mut spec.memory_bytes, wish.memory_bytes), (&mut spec.disk_bytes, wish.disk_bytes)]
        {
            if wanted != 0 {
                *value = wanted;
            }
        }
        if wish.vcpu_count != 0 {
            spec.vcpu_count = wish.vcpu_count;
        }
        spec.open_network |= wish.open_network;
    }
    if spec.vcpu_count < 1 {
        return Err(
            Failure::invalid("a machine has at least 1 virtual processor").with("field", "spec.vcpu_count")
        );
    }
    if spec.memory_bytes < MEMORY_BYTES_MIN {
        return Err(
            Failure::invalid("a machine has at least 64 MiB of memory").with("field", "spec.memory_bytes")
        );
    }
    if !(0..=DISK_BYTES_MAX).contains(&spec.disk_bytes) {
        return Err(Failure::invalid("a disk has at most 4 TiB").with("field", "spec.disk_bytes"));
    }
    let (least, most) = (template.memory_bytes_min, template.memory_bytes_max);
    if !allow_any_size && (spec.memory_bytes < least || (most > 0 && spec.memory_bytes > most)) {
        return Err(Failure::new(
            ErrorKind::InvalidArgument,
            "SIZE_OUT_OF_RANGE",
            format!(
                "template {} takes {} to {} of memory, not {}; use --allow-any-size if you mean it",
                template.name,
                size_text(least),
                size_text(most),
                size_text(spec.memory_bytes)
            ),
        )
        .with("field", "spec.memory_bytes"));
    }
    Ok(spec)
}

/// Refuses a size that a node cannot give at all.
pub(crate) fn check_capacity(spec: &MachineSpec, node: &Capabilities) -> Result<(), Failure> {
    let too_much = |what: &str, field: &str| {
        Failure::new(ErrorKind::InvalidArgument, "SIZE_ABOVE_CAPACITY", what.to_owned()).with("field", field)
    };
    let memory_max =
        [node.machine_memory_bytes_max, node.memory_bytes].into_iter().filter(|most| *most > 0).min();
    if let Some(most) = memory_max.filter(|most| spec.memory_bytes > *most) {
        let text = format!(
            "no node has {} of memory; the most is {}",
            size_text(spec.memory_bytes),
            size_text(most)
        );
        return Err(too_much(&text, "spec.memory_bytes"));
    }
    let vcpu_max = node.machine_vcpu_count_max;
    if vcpu_max > 0 && spec.vcpu_count > vcpu_max {
        let text = format!("no node gives {} virtual processors; the most is {vcpu_max}", spec.vcpu_count);
        return Err(too_much(&text, "spec.vcpu_count"));
    }
    if !spec.open_network && !node.closed_network {
        return Err(Failure::new(
            ErrorKind::Unsupported,
            "NETWORK_CANNOT_BE_CLOSED",
            "the driver cannot close the machine's network; use --allow-open-network if you accept that",
        ));
    }
    Ok(())
}

/// A size for people, as "4 GiB" or "1.5 GiB".
fn size_text(bytes: i64) -> String {
    const MIB: i64 = 1024 * 1024;
    match bytes {
        _ if bytes % GIB == 0 => format!("{} GiB", bytes / GIB),
        _ if bytes > GIB => format!("{}.{} GiB", bytes / GIB, bytes % GIB * 10 / GIB),
        _ => format!("{} MiB", bytes / MIB),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standard() -> Template {
        Template {
            name: "standard".to_owned(),
            spec: Some(MachineSpec { vcpu_count: 2, memory_bytes: 4 * GIB, ..MachineSpec::default() }),
            memory_bytes_min: 4 * GIB,
            memory_bytes_max: 8 * GIB,
            ..Template::default()
        }
    }

    fn memory(bytes: i64) -> MachineSpec {
        MachineSpec { memory_bytes: bytes, ..MachineSpec::default() }
    }

    #[test]
    fn a_size_outside_the_range_needs_permission() {
        assert_eq!(sized(&standard(), None, false).unwrap().memory_bytes, 4 * GIB);
        assert_eq!(sized(&standard(), Some(&memory(8 * GIB)), false).unwrap().memory_bytes, 8 * GIB);
        for bytes in [2 * GIB, 8 * GIB + 1] {
            let failure = sized(&standard(), Some(&memory(bytes)), false).unwrap_err();
            assert!(failure.message.contains("--allow-any-size"), "{failure}");
            assert!(sized(&standard(), Some(&memory(bytes)), true).is_ok());
        }
        assert!(sized(&standard(), Some(&memory(-1)), true).is_err());
    }

    #[test]
    fn a_size_above_the_node_is_refused_even_with_permission() {
        let node = Capabilities {
            machine_memory_bytes_max: 20 * GIB,
            closed_network: true,
            ..Capabilities::default()
        };
        assert!(check_capacity(&memory(20 * GIB), &node).is_ok());
        let failure = check_capacity(&memory(1024 * GIB), &node).unwrap_err();
        assert_eq!(failure.message, "no node has 1024 GiB of memory; the most is 20 GiB");
    }

    #[test]
    fn an_open_network_must_be_accepted() {
        let node = Capabilities::default();
        assert!(check_capacity(&memory(GIB), &node).unwrap_err().message.contains("--allow-open-network"));
        assert!(check_capacity(&MachineSpec { open_network: true, ..memory(GIB) }, &node).is_ok());
    }
}
