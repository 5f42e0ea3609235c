//! Calls about Machines: made, read, listed, and told what is wanted of them.

use autovibe_proto::hub::v1::{
    CreateMachineRequest, DeleteMachineRequest, GetMachineRequest, InterruptMachineRequest,
    InterruptMachineResponse, ListMachinesRequest, ListMachinesResponse, SetMachineGoalRequest,
};
use autovibe_proto::v1::message_body::Kind;
use autovibe_proto::v1::{
    GoalMessage, InterruptMessage, Machine, MachineGoal, MachineState, MailboxEntry, RestartPolicy,
};
use autovibe_proto::{ErrorKind, Failure, MachineExt as _, MachineId, std_duration};
use tokio::time::Instant;

use super::access::{Access, Caller};
use super::control::ControlApi;
use super::creation::{WantedName, accept_machine};
use super::locate::find_project;
use super::name::{check_name, quoted};
use super::page::page;
use super::placement::{check_coding_agent, choose_node, find_image};
use super::template::{find_template, sized};
use super::wait::{deadline, refusal, wait_for_machine, wait_until};
use crate::budget::release_machine;
use crate::mailbox::NewMessage;

const DEFAULT_TEMPLATE: &str = "standard";
const DEFAULT_CODING_AGENT: &str = "claude-code";
/// Time for an orderly shutdown when the caller states none.
const GRACE_MS: i64 = 10_000;
const GRACE_MS_MAX: i64 = 600_000;
/// Keys of callers are short.
const REQUEST_ID_LENGTH_MAX: usize = 256;

impl ControlApi {
    pub(super) async fn create_machine(
        &self,
        caller: &Caller,
        request: CreateMachineRequest,
    ) -> Result<Machine, Failure> {
        let deadline = deadline(request.wait.as_ref());
        let project = find_project(self.database(), &request.project).await?;
        caller.check(Access::Change, &project.id)?;
        let id = match checked_request_id(&request.request_id)? {
            "" => MachineId::generate(),
            key => MachineId::derive(&[&project.id, key]),
        };
        let machine = match self.database().get::<Machine>(id.as_str()).await? {
            Some(earlier) => earlier,
            None => self.new_machine(caller, &id, &project.id, &request).await?,
        };
        self.settled(&machine.id, deadline).await
    }

    async fn new_machine(
        &self,
        caller: &Caller,
        id: &MachineId,
        project_id: &str,
        request: &CreateMachineRequest,
    ) -> Result<Machine, Failure> {
        if !request.name.is_empty() {
            check_name("machine name", &request.name)?;
        }
        let restart_policy = match RestartPolicy::try_from(request.restart_policy) {
            Ok(RestartPolicy::Unspecified) => RestartPolicy::LastCheckpoint,
            Ok(policy) => policy,
            Err(_) => {
                return Err(
                    Failure::invalid("this restart policy is not known").with("field", "restart_policy")
                );
            }
        };
        let template = find_template(self.database(), or(&request.template, DEFAULT_TEMPLATE)).await?;
        let spec = sized(&template, request.spec.as_ref(), request.allow_any_size)?;
        let image = find_image(self.hub(), &request.image).await?;
        let coding_agent = or(&request.coding_agent, DEFAULT_CODING_AGENT);
        check_coding_agent(&image, coding_agent)?;
        if spec.disk_bytes != 0 && spec.disk_bytes < image.disk_bytes {
            let text = format!("the disk must hold the image, which takes {} bytes", image.disk_bytes);
            return Err(Failure::invalid(text).with("field", "spec.disk_bytes"));
        }
        let node = choose_node(self.database(), &spec, &image.digest).await?;
        let draft = Machine {
            id: id.to_string(),
            project_id: project_id.to_owned(),
            image_id: image.id,
            template: template.name,
            coding_agent: coding_agent.to_owned(),
            spec: Some(spec),
            node_id: node.id,
            restart_policy: restart_policy.into(),
            ..Machine::default()
        };
        let name = match request.name.as_str() {
            "" => WantedName::Numbered("machine"),
            name => WantedName::Exactly(name),
        };
        accept_machine(self.hub(), draft, name, &caller.sender()).await
    }

    pub(super) async fn get_machine(
        &self,
        caller: &Caller,
        request: GetMachineRequest,
    ) -> Result<Machine, Failure> {
        let deadline = deadline(request.wait.as_ref());
        let machine = self.machine(caller, Access::View, &request.machine).await?;
        self.settled(&machine.id, deadline).await
    }

    pub(super) async fn list_machines(
        &self,
        caller: &Caller,
        request: ListMachinesRequest,
    ) -> Result<ListMachinesResponse, Failure> {
        let project_id = self.listed_project(caller, &request.project).await?;
        let filter = project_id.map(|id| format!("project_id = {}", quoted(&id))).unwrap_or_default();
        let page = page(request.page_size, &request.page_token)?;
        let listed = self.database().list(&filter, "create_time", page).await?;
        Ok(ListMachinesResponse { machines: listed.rows, next_page_token: listed.next_page_token })
    }

    pub(super) async fn delete_machine(
        &self,
        caller: &Caller,
        request: DeleteMachineRequest,
    ) -> Result<Machine, Failure> {
        let deadline = deadline(request.wait.as_ref());
        let machine = self.machine(caller, Access::Change, &request.machine).await?;
        if machine.state() == MachineState::Deleted {
            return Ok(machine);
        }
        self.change_goal(caller, &machine, MachineGoal::Deleted, 0, deadline).await
    }

    pub(super) async fn set_machine_goal(
        &self,
        caller: &Caller,
        request: SetMachineGoalRequest,
    ) -> Result<Machine, Failure> {
        let deadline = deadline(request.wait.as_ref());
        let machine = self.machine(caller, Access::Change, &request.machine).await?;
        let goal = request.goal();
        match goal {
            // Refused in words while a Budget is used up; one that was raised lets the Machine go first.
            MachineGoal::Running => release_machine(self.hub(), &machine).await?,
            MachineGoal::Paused | MachineGoal::Stopped => {}
            MachineGoal::Unspecified | MachineGoal::Deleted => {
                let text = "the goal is running, paused or stopped; delete a machine with its own call";
                return Err(Failure::invalid(text).with("field", "goal"));
            }
        }
        let grace_ms = match request.grace.as_ref().map(std_duration) {
            None => GRACE_MS,
            Some(grace) => i64::try_from(grace.as_millis()).unwrap_or(GRACE_MS_MAX).min(GRACE_MS_MAX),
        };
        self.change_goal(caller, &machine, goal, grace_ms, deadline).await
    }

    pub(super) async fn interrupt_machine(
        &self,
        caller: &Caller,
        request: InterruptMachineRequest,
    ) -> Result<InterruptMachineResponse, Failure> {
        let machine = self.machine(caller, Access::Change, &request.machine).await?;
        if machine.turn_id.is_none() {
            let text = format!("machine {} works on no turn", machine.name);
            return Err(Failure::new(ErrorKind::WrongState, "NO_TURN", text).with("machine_id", machine.id));
        }
        // Names the Turn that was seen, so that a later one is not hit by a slow order.
        let body = Kind::Interrupt(InterruptMessage { turn_id: machine.turn_id.clone() });
        self.hub().post(NewMessage::new(machine_id(&machine)?, caller.sender(), body)).await?;
        Ok(InterruptMachineResponse {})
    }

    async fn change_goal(
        &self,
        caller: &Caller,
        machine: &Machine,
        goal: MachineGoal,
        grace_ms: i64,
        deadline: Instant,
    ) -> Result<Machine, Failure> {
        let body = Kind::Goal(GoalMessage { goal: goal.into(), grace_ms });
        let message = self.hub().post(NewMessage::new(machine_id(machine)?, caller.sender(), body)).await?;
        let is_done = |machine: &Machine| machine.goal() == goal && is_reached(machine.state(), goal);
        self.handled(&machine.id, &message.id, deadline, is_done).await
    }

    /// The Machine once its actor has handled a Message and the Machine is as wanted, or as it is at the deadline.
    ///
    /// Before the Message is handled, the row says nothing about what comes of it.
    pub(super) async fn handled(
        &self,
        id: &str,
        message_id: &str,
        deadline: Instant,
        is_done: impl Fn(&Machine) -> bool,
    ) -> Result<Machine, Failure> {
        let database = self.database();
        let read = || async move {
            // Read before the row: a Message that is gone here has left its mark there.
            let is_handled = database.get::<MailboxEntry>(message_id).await?.is_none();
            let machine = database.require::<Machine>(id).await?;
            let refused = if is_handled { refusal(database, message_id).await? } else { None };
            Ok((machine, is_handled, refused))
        };
        let is_done = |(machine, is_handled, refused): &(Machine, bool, Option<Failure>)| {
            refused.is_some() || (*is_handled && is_done(machine))
        };
        match wait_until(self.changes(), id, deadline, read, is_done).await? {
            (_, _, Some(refused)) => Err(refused),
            (machine, _, None) => Ok(machine),
        }
    }

    /// The Machine once no operation is under way, or as it is at the deadline.
    pub(super) async fn settled(&self, id: &str, deadline: Instant) -> Result<Machine, Failure> {
        wait_for_machine(self.database(), self.changes(), id, deadline, Machine::is_settled).await
    }

    /// The only Project that a list may show: the one asked for, or the caller's own.
    pub(super) async fn listed_project(
        &self,
        caller: &Caller,
        project: &str,
    ) -> Result<Option<String>, Failure> {
        if project.is_empty() {
            caller.check_global(Access::View)?;
            return Ok(caller.project_id.clone());
        }
        let project = find_project(self.database(), project).await?;
        caller.check(Access::View, &project.id)?;
        Ok(Some(project.id))
    }
}

/// The typed id of a stored Machine.
pub(crate) fn machine_id(machine: &Machine) -> Result<MachineId, Failure> {
    machine.id.parse().map_err(|error| Failure::internal(format!("stored machine id: {error}")))
}

/// Refuses keys that are not keys.
pub(crate) fn checked_request_id(text: &str) -> Result<&str, Failure> {
    if text.len() > REQUEST_ID_LENGTH_MAX {
        let message = format!("a request id has at most {REQUEST_ID_LENGTH_MAX} bytes");
        return Err(Failure::invalid(message).with("field", "request_id"));
    }
    Ok(text)
}

fn is_reached(state: MachineState, goal: MachineGoal) -> bool {
    match state {
        MachineState::Failed | MachineState::Deleted => true,
        MachineState::Ready | MachineState::Working => goal == MachineGoal::Running,
        MachineState::Paused => goal == MachineGoal::Paused,
        MachineState::Stopped => goal == MachineGoal::Stopped,
        _ => false,
    }
}

fn or<'a>(text: &'a str, default: &'a str) -> &'a str {
    if text.is_empty() { default } else { text }
}
