//! `autovibe status` and `autovibe node list`.

use autovibe_proto::hub::v1::{GetStatusRequest, ListNodesRequest, ListOrphansRequest};

use super::context::Context;
use super::error::CliError;
use super::output::{instant, lower, print_json, print_table, size};

pub(crate) async fn status(context: &Context) -> Result<(), CliError> {
    let mut hub = context.connect().await?;
    let status = hub.get_status(GetStatusRequest {}).await?.into_inner();
    let nodes = hub.list_nodes(ListNodesRequest {}).await?.into_inner().nodes;
    if context.is_json() {
        // One object for programs, with everything that people are shown.
        let mut shown = serde_json::to_value(&status).map_err(anyhow::Error::from)?;
        shown["nodes"] = serde_json::to_value(&nodes).map_err(anyhow::Error::from)?;
        return print_json(&shown);
    }
    let orphans = context.connect_telemetry().await?.list_orphans(ListOrphansRequest {}).await?;
    let orphans = orphans.into_inner().orphans;
    println!("autovibe {}  {}", status.version, status.hub_id);
    println!("  model     {}", status.model_provider);
    println!("  machines  {} running", status.running_machine_count);
    println!("");
    let rows: Vec<_> = nodes
        .into_iter()
        .map(|node| {
            let capabilities = node.capabilities.unwrap_or_default();
            [
                node.name,
                format!("{} {}", capabilities.driver, capabilities.version),
                capabilities.accelerator.clone(),
                lower(capabilities.level().as_str_name(), "CHECKPOINT_LEVEL_"),
                capabilities.limits.clone(),
                size(capabilities.memory_bytes),
            ]
        })
        .collect();
    print_table(["NODE", "DRIVER", "ACCELERATOR", "LEVEL", "LIMITS", "MEMORY"], &rows);
    if !orphans.is_empty() {
        println!("");
        println!("nodes hold what has no row here; it stays until somebody removes it:");
        let rows: Vec<_> = orphans
            .into_iter()
            .map(|orphan| {
                let created = instant(orphan.create_time.as_ref());
                [orphan.id, size(orphan.size_bytes), created, orphan.machine_id, orphan.node_id]
            })
            .collect();
        print_table(["ORPHAN", "SIZE", "CREATED", "OF", "NODE"], &rows);
    }
    Ok(())
}
