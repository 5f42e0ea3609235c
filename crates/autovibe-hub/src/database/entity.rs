//! What every stored Protobuf message has in common: its name, its key and whose it is.

use autovibe_proto::v1;

/// A stored entity.
pub trait Entity: prost::Message + std::fmt::Debug + Default + Clone + Send + Sync + 'static {
    /// Full name, as "autovibe.v1.Machine".
    const NAME: &'static str;
    /// Path of the generated method that reads one row.
    const GET_PATH: &'static str;
    /// Path of the generated method that lists rows.
    const LIST_PATH: &'static str;

    /// The identifier.
    fn id(&self) -> &str;

    /// The Machine that the row belongs to; empty when to none. A Machine belongs to itself.
    fn machine_id(&self) -> &str;
}

macro_rules! entities {
    ($($name:ident, $plural:literal, |$row:ident| $machine:expr;)+) => {$(
        impl Entity for v1::$name {
            const NAME: &'static str = concat!("autovibe.v1.", stringify!($name));
            const GET_PATH: &'static str =
                concat!("/autovibe.db.v1.", stringify!($name), "Service/Get", stringify!($name));
            const LIST_PATH: &'static str = concat!("/autovibe.db.v1.", stringify!($name), "Service/List", $plural);

            fn id(&self) -> &str {
                &self.id
            }

            fn machine_id(&self) -> &str {
                let $row = self;
                $machine
            }
        }
    )+};
}

entities! {
    AgentEvent, "AgentEvents", |row| &row.machine_id;
    ApiToken, "ApiTokens", |_row| "";
    AuditRecord, "AuditRecords", |_row| "";
    Blob, "Blobs", |_row| "";
    Budget, "Budgets", |_row| "";
    Checkpoint, "Checkpoints", |row| &row.machine_id;
    DeadLetter, "DeadLetters", |row| &row.machine_id;
    Effect, "Effects", |row| &row.machine_id;
    EgressRule, "EgressRules", |_row| "";
    Hub, "Hubs", |_row| "";
    Image, "Images", |_row| "";
    Lease, "Leases", |_row| "";
    Machine, "Machines", |row| &row.id;
    MachineEvent, "MachineEvents", |row| &row.machine_id;
    MailboxEntry, "MailboxEntries", |row| &row.machine_id;
    Message, "Messages", |row| &row.machine_id;
    Node, "Nodes", |_row| "";
    Project, "Projects", |_row| "";
    Secret, "Secrets", |_row| "";
    Spend, "Spends", |row| &row.machine_id;
    TelemetrySample, "TelemetrySamples", |row| &row.subject_id;
    Template, "Templates", |_row| "";
    Turn, "Turns", |row| &row.machine_id;
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use autovibe_proto::DESCRIPTOR_SET;

    use super::*;

    /// The method names stand as text in the encoded descriptors, so no second list is needed.
    fn check<E: Entity>(names: &BTreeSet<&str>) {
        for path in [E::GET_PATH, E::LIST_PATH] {
            let (service, method) =
                path.strip_prefix("/autovibe.db.v1.").and_then(|rest| rest.split_once('/')).unwrap();
            assert!(names.contains(service) && names.contains(method), "{path}");
        }
    }

    #[test]
    fn every_path_is_a_generated_method() {
        let text: String = DESCRIPTOR_SET
            .iter()
            .map(|byte| if byte.is_ascii_alphanumeric() { char::from(*byte) } else { ' ' })
            .collect();
        let names: BTreeSet<&str> = text.split_ascii_whitespace().collect();
        check::<v1::Machine>(&names);
        check::<v1::MailboxEntry>(&names);
        check::<v1::AgentEvent>(&names);
        check::<v1::Checkpoint>(&names);
        check::<v1::Effect>(&names);
        check::<v1::Image>(&names);
        check::<v1::Message>(&names);
        check::<v1::Node>(&names);
        check::<v1::Secret>(&names);
        check::<v1::Turn>(&names);
        check::<v1::Budget>(&names);
        check::<v1::Spend>(&names);
    }
}
