//! Effects that a node carries out: one call each, safe to repeat under the Effect's id.

use autovibe_proto::node::v1::{
    CommandHeader, CreateCheckpointRequest, CreateMachineRequest, DeleteCheckpointRequest,
    DestroyMachineRequest, ForkMachineRequest, GuestSeed, MachineObservation, PowerGoal,
    RestoreMachineRequest, SetPowerRequest,
};
use autovibe_proto::v1::effect_body::Kind;
use autovibe_proto::v1::{
    Checkpoint, Effect, EffectOutcome, Image, LeaseToken, Machine, MachineGoal, PowerVmEffect,
};
use autovibe_proto::{Failure, MachineId};

use crate::hub::Hub;
use crate::node::NodeClient;

/// What every call needs.
struct Call<'a> {
    hub: &'a Hub,
    machine: &'a Machine,
    id: MachineId,
    header: CommandHeader,
    node: NodeClient,
}

/// Has the node carry an Effect out.
///
/// # Errors
/// What the node answered, or `Unavailable` while it is away.
pub(super) async fn call(
    hub: &Hub,
    token: &LeaseToken,
    machine: &Machine,
    effect: &Effect,
) -> Result<EffectOutcome, Failure> {
    let id: MachineId =
        machine.id.parse().map_err(|error| Failure::internal(format!("machine {}: {error}", machine.id)))?;
    let kind = effect
        .body
        .as_ref()
        .and_then(|body| body.kind.as_ref())
        .ok_or_else(|| Failure::internal("the effect says nothing"))?;
    let incarnation = match kind {
        // The node refuses older lives, and these hold for whichever there is.
        Kind::DestroyVm(_) | Kind::ForgetCheckpoint(_) => machine.incarnation,
        _ => effect.incarnation,
    };
    let header = CommandHeader {
        token: Some(token.clone()),
        effect_id: effect.id.clone(),
        machine_id: machine.id.clone(),
        incarnation,
    };
    let call = Call { hub, machine, id, header, node: hub.nodes().client(&machine.node_id)? };
    match kind {
        Kind::CreateVm(_) => call.create().await,
        Kind::ForkVm(body) => call.fork(&body.checkpoint_id).await,
        Kind::RestoreVm(body) => call.restore(&body.checkpoint_id).await,
        Kind::PowerVm(body) => call.power(body).await,
        Kind::DestroyVm(_) => call.destroy().await,
        Kind::CheckpointVm(body) => call.checkpoint(&body.checkpoint_id).await,
        Kind::ForgetCheckpoint(body) => call.forget(&body.checkpoint_id).await,
        Kind::Prompt(_)
        | Kind::Interrupt(_)
        | Kind::Freeze(_)
        | Kind::Thaw(_)
        | Kind::PrepareWorkspace(_) => Err(Failure::internal("the effect is for a guest")),
    }
}

impl Call<'_> {
    async fn create(mut self) -> Result<EffectOutcome, Failure> {
        let image = self.hub.database().require::<Image>(&self.machine.image_id).await?;
        let request = CreateMachineRequest {
            image_digest: image.digest,
            spec: self.machine.spec,
            seed: Some(self.seed()),
            guest_ticket: self.ticket(),
            header: Some(self.header),
        };
        let answer = self.node.create_machine(request).await.map_err(Failure::from)?;
        Ok(placed(answer.into_inner().machine))
    }

    async fn fork(mut self, checkpoint_id: &str) -> Result<EffectOutcome, Failure> {
        let request = ForkMachineRequest {
            checkpoint_id: checkpoint_id.to_owned(),
            checkpoint_handle: self.checkpoint_handle(checkpoint_id).await?,
            seed: Some(self.seed()),
            guest_ticket: self.ticket(),
            header: Some(self.header),
        };
        let answer = self.node.fork_machine(request).await.map_err(Failure::from)?.into_inner();
        Ok(EffectOutcome { level: answer.level, ..placed(answer.machine) })
    }

    async fn restore(mut self, checkpoint_id: &str) -> Result<EffectOutcome, Failure> {
        let request = RestoreMachineRequest {
            checkpoint_id: checkpoint_id.to_owned(),
            checkpoint_handle: self.checkpoint_handle(checkpoint_id).await?,
            seed: Some(self.seed()),
            guest_ticket: self.ticket(),
            header: Some(self.header),
        };
        let answer = self.node.restore_machine(request).await.map_err(Failure::from)?;
        Ok(placed(answer.into_inner().machine))
    }

    async fn power(mut self, body: &PowerVmEffect) -> Result<EffectOutcome, Failure> {
        let goal = match body.goal() {
            MachineGoal::Running => PowerGoal::Running,
            MachineGoal::Paused => PowerGoal::Paused,
            MachineGoal::Stopped => PowerGoal::Off,
            MachineGoal::Unspecified | MachineGoal::Deleted => {
                return Err(Failure::internal("the effect names no power"));
            }
        };
        let request = SetPowerRequest {
            goal: goal.into(),
            grace_ms: body.grace_ms,
            seed: Some(self.seed()),
            guest_ticket: self.ticket(),
            header: Some(self.header),
        };
        let answer = self.node.set_power(request).await.map_err(Failure::from)?;
        Ok(placed(answer.into_inner().machine))
    }

    async fn destroy(mut self) -> Result<EffectOutcome, Failure> {
        let request = DestroyMachineRequest { header: Some(self.header) };
        self.node.destroy_machine(request).await.map_err(Failure::from)?;
        Ok(EffectOutcome::default())
    }

    async fn checkpoint(mut self, checkpoint_id: &str) -> Result<EffectOutcome, Failure> {
        let request =
            CreateCheckpointRequest { header: Some(self.header), checkpoint_id: checkpoint_id.to_owned() };
        let answer = self.node.create_checkpoint(request).await.map_err(Failure::from)?.into_inner();
        Ok(EffectOutcome {
            checkpoint_handle: answer.checkpoint_handle,
            size_bytes: answer.size_bytes,
            pause_us: answer.pause_us,
            level: answer.level,
            ..placed(answer.machine)
        })
    }

    async fn forget(mut self, checkpoint_id: &str) -> Result<EffectOutcome, Failure> {
        let checkpoint_handle = self.checkpoint_handle(checkpoint_id).await?;
        let request = DeleteCheckpointRequest {
            header: Some(self.header),
            checkpoint_id: checkpoint_id.to_owned(),
            checkpoint_handle,
        };
        self.node.delete_checkpoint(request).await.map_err(Failure::from)?;
        Ok(EffectOutcome::default())
    }

    async fn checkpoint_handle(&self, checkpoint_id: &str) -> Result<Vec<u8>, Failure> {
        Ok(self.hub.database().require::<Checkpoint>(checkpoint_id).await?.handle)
    }

    fn seed(&self) -> GuestSeed {
        let config = self.hub.config();
        GuestSeed {
            machine_id: self.machine.id.clone(),
            incarnation: self.header.incarnation,
            bootstrap_secret: config.guest_secrets.bootstrap(&self.id, self.header.incarnation),
            ca_certificate: config.ca_certificate.clone(),
            hub_name: config.hub_name.clone(),
            hub_address: config.guest_hub_address.clone(),
            coding_agent: self.machine.coding_agent.clone(),
        }
    }

    fn ticket(&self) -> String {
        self.hub.guest_secrets().ticket(&self.id, self.header.incarnation)
    }
}

fn placed(machine: Option<MachineObservation>) -> EffectOutcome {
    EffectOutcome { handle: machine.unwrap_or_default().handle, ..EffectOutcome::default() }
}
