//! `autovibe egress …`

use autovibe_proto::hub::v1::{AllowEgressRequest, DenyEgressRequest, ListAuditRequest, ListEgressRequest};
use autovibe_proto::v1::{AuditRecord, EgressRule};
use clap::Subcommand;

use super::context::Context;
use super::error::CliError;
use super::output::{instant, print_json, print_table};

/// Says what the Machines of a Project may reach, and shows what they tried.
#[derive(Debug, Subcommand)]
pub(crate) enum EgressCommand {
    /// Allows places; running Machines reach them at once.
    Allow {
        /// HOST (ports 80 and 443), HOST:PORT, HOST:*, *.HOST or a preset: registries, github.
        #[arg(required = true, value_name = "HOST|PRESET")]
        targets: Vec<String>,
        /// Identifier or name of the Project.
        #[arg(long)]
        project: String,
    },
    /// Takes places away again; connections to them are cut.
    Deny {
        /// As it was allowed; HOST alone takes all its ports away.
        #[arg(required = true, value_name = "HOST|PRESET")]
        targets: Vec<String>,
        /// Identifier or name of the Project.
        #[arg(long)]
        project: String,
    },
    /// Lists what is allowed, and the presets.
    List {
        /// Identifier or name of the Project.
        #[arg(long)]
        project: String,
    },
    /// Shows what was decided, newest first.
    Log {
        /// Identifier or name of the Project.
        #[arg(long)]
        project: String,
        /// Most records.
        #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(i32).range(1..=1000))]
        limit: i32,
    },
}

pub(crate) async fn egress(context: &Context, command: EgressCommand) -> Result<(), CliError> {
    let mut hub = context.connect_egress().await?;
    match command {
        EgressCommand::Allow { targets, project } => {
            let allowed = hub.allow_egress(AllowEgressRequest { project, targets }).await?.into_inner();
            if context.is_json() {
                return print_json(&allowed);
            }
            allowed.rules.iter().for_each(|rule| println!("allowed {}", place(rule)));
        }
        EgressCommand::Deny { targets, project } => {
            let denied = hub.deny_egress(DenyEgressRequest { project, targets }).await?.into_inner();
            if context.is_json() {
                return print_json(&denied);
            }
            denied.rules.iter().for_each(|rule| println!("denied {}", place(rule)));
        }
        EgressCommand::List { project } => {
            let listed = hub.list_egress(ListEgressRequest { project }).await?.into_inner();
            if context.is_json() {
                return print_json(&listed);
            }
            let rows: Vec<_> =
                listed.rules.iter().map(|rule| [place(rule), instant(rule.create_time.as_ref())]).collect();
            print_table(["ALLOWED", "SINCE"], &rows);
            println!("");
            let rows: Vec<_> =
                listed.presets.into_iter().map(|preset| [preset.name, preset.hosts.join(" ")]).collect();
            print_table(["PRESET", "STANDS FOR"], &rows);
        }
        EgressCommand::Log { project, limit } => {
            let request = ListAuditRequest { project, page_size: limit, page_token: String::new() };
            let listed = hub.list_audit(request).await?.into_inner();
            if context.is_json() {
                return print_json(&listed);
            }
            let rows: Vec<_> = listed.records.into_iter().map(row).collect();
            print_table(["TIME", "WHO", "WHAT", "PLACE", "DECISION", "REASON"], &rows);
        }
    }
    Ok(())
}

fn row(record: AuditRecord) -> [String; 6] {
    let decision = if record.allowed { "allowed" } else { "refused" };
    [
        instant(record.create_time.as_ref()),
        record.actor,
        record.action,
        record.subject_id,
        decision.to_owned(),
        record.reason,
    ]
}

/// What a rule allows, as a person would write it.
fn place(rule: &EgressRule) -> String {
    match (rule.preset.as_str(), rule.port) {
        ("", 0) => format!("{}:*", rule.host),
        ("", port) => format!("{}:{port}", rule.host),
        (preset, _) => preset.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_shown_as_it_is_written() {
        let rule = |host: &str, port, preset: &str| {
            place(&EgressRule { host: host.into(), port, preset: preset.into(), ..EgressRule::default() })
        };
        assert_eq!(rule("a.example", 443, ""), "a.example:443");
        assert_eq!(rule("*.a.example", 0, ""), "*.a.example:*");
        assert_eq!(rule("", 0, "github"), "github");
    }
}
