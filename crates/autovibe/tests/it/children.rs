//! A Machine spawns a child, tells it something and awaits its answer.

use anyhow::{Result, ensure};
use autovibe_proto::hub::v1::ListMachinesRequest;
use autovibe_testkit::{Layout, System};

#[tokio::test(flavor = "multi_thread")]
async fn a_machine_spawns_a_child_and_gets_its_answer() -> Result<()> {
    let system = System::start(Layout::OneProcess)?;
    let fleet = system.fleet().await?;
    let parent = fleet.machine("parent").await?;

    // The coding agent itself does it, through the program that every Machine has.
    let turn = fleet
        .run(
            &parent.id,
            "script: run <<EOF\n\
             set -e\n\
             child=$(autovibe-guest machine spawn --key one --name helper)\n\
             again=$(autovibe-guest machine spawn --key one --name helper)\n\
             test \"$child\" = \"$again\"\n\
             turn=$(autovibe-guest machine tell \"$child\" 'script: say the answer is 42' --key q1)\n\
             autovibe-guest machine await \"$turn\" --timeout 100\n\
             EOF\n\
             script: say my child said: {last_result}",
        )
        .await?;
    let result = turn.result.unwrap_or_default();
    ensure!(result.text.contains("the answer is 42"), "{result:?}");

    let listed = fleet
        .hub
        .clone()
        .list_machines(ListMachinesRequest { project: fleet.project.clone(), ..Default::default() })
        .await?
        .into_inner()
        .machines;
    let children: Vec<_> =
        listed.iter().filter(|machine| machine.parent_id.as_deref() == Some(parent.id.as_str())).collect();
    ensure!(children.len() == 1 && children[0].name == "helper", "{} children", children.len());
    Ok(())
}
