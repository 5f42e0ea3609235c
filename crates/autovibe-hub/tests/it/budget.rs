//! Budgets from request to hold and back: two requests at the limit, a raise, a Hub that starts anew.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use autovibe_hub::api::BUDGET_ROUTES;
use autovibe_hub::budget::BudgetGate;
use autovibe_hub::database::Page;
use autovibe_hub::gateway::{BoxBody, Gateway, GatewayConfig, ModelCaller, Usage, UsageSink};
use autovibe_hub::mailbox::NewMessage;
use autovibe_proto::guest::v1::guest_command::Kind as CommandKind;
use autovibe_proto::hub::v1::{
    DeleteBudgetRequest, ForkMachineRequest, GetSpendRequest, ListBudgetsRequest, SetBudgetRequest,
    SetMachineGoalRequest,
};
use autovibe_proto::v1::machine_event_body::Kind as Fact;
use autovibe_proto::v1::message_body::Kind;
use autovibe_proto::v1::{
    AgentEvent, BudgetScope, Checkpoint, GoalMessage, Machine, MachineEvent, MachineGoal, MachineState,
    PromptMessage, RestoreMessage, Spend, Turn, TurnState,
};
use autovibe_proto::{DESCRIPTOR_SET, Failure, MachineId, SpendId};
use bytes::Bytes;
use http::{Request, Response, StatusCode};
use http_body_util::{BodyExt as _, Full};
use prost_reflect::{DescriptorPool, Value};
use serde_json::json;
use tokio::task::JoinHandle;

use crate::fleet::Fleet;

struct NoSink;

impl UsageSink for NoSink {
    fn record(&self, _caller: &ModelCaller, _usage: Usage) {}
}

fn gateway(fleet: &Fleet) -> Arc<Gateway> {
    let gateway = Gateway::new(GatewayConfig::scripted(), Arc::new(NoSink)).unwrap();
    Arc::new(gateway.with_gate(Arc::new(BudgetGate::new(fleet.hub.clone()))))
}

fn caller(fleet: &Fleet, machine: &MachineId) -> ModelCaller {
    ModelCaller { machine_id: machine.to_string(), project_id: fleet.project_id.to_string(), incarnation: 1 }
}

fn request(script: &str) -> Request<Full<Bytes>> {
    let messages = json!([{"role": "user", "content": script}]);
    let body = json!({"model": "m", "max_tokens": 10, "stream": true, "messages": messages}).to_string();
    Request::post("/v1/messages").body(Full::new(Bytes::from(body))).unwrap()
}

/// A request whose answer costs so many millionths of a dollar, sent now.
fn ask(
    fleet: &Fleet,
    gateway: &Arc<Gateway>,
    machine: &MachineId,
    micros: i64,
) -> JoinHandle<Response<BoxBody>> {
    let (gateway, caller) = (gateway.clone(), caller(fleet, machine));
    let script = format!("script: cost {}.{:06}\nscript: say done", micros / 1_000_000, micros % 1_000_000);
    tokio::spawn(async move { gateway.handle(caller, request(&script)).await })
}

async fn read(response: Response<BoxBody>) {
    assert_eq!(response.status(), StatusCode::OK);
    response.into_body().collect().await.unwrap();
}

async fn spend(fleet: &Fleet, machine: &MachineId) -> Spend {
    let id = SpendId::derive(&[machine.as_str()]).into_string();
    fleet.hub.database().get::<Spend>(&id).await.unwrap().unwrap_or_default()
}

async fn stored_cost(fleet: &Fleet, machine: &MachineId, micros: i64) -> Spend {
    let id = SpendId::derive(&[machine.as_str()]).into_string();
    let cost = |spend: Option<&Spend>| {
        spend.is_some_and(|spend| spend.usage.unwrap_or_default().cost_micros == micros)
    };
    fleet.wait_for::<Spend>(&id, cost).await.unwrap()
}

/// Sends a prompt and lets the guest take it.
async fn begin_turn(fleet: &Fleet, machine: &MachineId) -> String {
    let kind = Kind::Prompt(PromptMessage { text: "work".to_owned(), ..PromptMessage::default() });
    fleet.hub.post(NewMessage::new(machine.clone(), "user/tok_a", kind)).await.unwrap();
    let CommandKind::Prompt(command) = fleet.obey(machine).await else { panic!("a prompt was expected") };
    command.turn_id
}

/// Lets the guest stand still for the Checkpoint and waits until the Machine is paused.
async fn saved_and_paused(fleet: &Fleet, machine: &MachineId) -> Machine {
    assert!(matches!(fleet.obey(machine).await, CommandKind::Freeze(_)));
    assert!(matches!(fleet.obey(machine).await, CommandKind::Thaw(_)));
    fleet.wait_for_state(machine, MachineState::Paused).await
}

fn project_limit(micros: i64) -> SetBudgetRequest {
    SetBudgetRequest {
        project: "test".to_owned(),
        cost_limit_micros: Some(micros),
        ..SetBudgetRequest::default()
    }
}

fn is_waiting(asked: &JoinHandle<Response<BoxBody>>) -> bool {
    !asked.is_finished()
}

#[tokio::test]
async fn two_requests_at_the_limit_one_goes_and_the_other_is_held_until_the_raise() {
    let fleet = Fleet::start().await;
    let machine = fleet.machine("worker").await;
    let (gateway, mut budgets) = (gateway(&fleet), fleet.budgets().await);
    budgets.set_budget(project_limit(1_000_000)).await.unwrap();
    let turn = begin_turn(&fleet, &machine).await;

    // Both are below the limit by themselves; together they would pass it.
    let first = ask(&fleet, &gateway, &machine, 1_200_000).await.unwrap();
    let second = ask(&fleet, &gateway, &machine, 900_000);
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert!(is_waiting(&second), "the first one may use up what is left");
    assert_eq!(spend(&fleet, &machine).await.usage.unwrap_or_default().cost_micros, 0);
    let row = fleet.hub.database().require::<Machine>(machine.as_str()).await.unwrap();
    assert_eq!(row.state(), MachineState::Working, "nothing is used up yet");

    read(first).await;
    stored_cost(&fleet, &machine, 1_200_000).await;
    let row = saved_and_paused(&fleet, &machine).await;
    assert!(is_waiting(&second), "it is held, not failed");
    assert_eq!((row.goal(), row.turn_id.as_ref()), (MachineGoal::Running, Some(&turn)));
    for word in ["project test", "$1.20 of $1.00", "autovibe budget set --project test --cost"] {
        assert!(row.failure.contains(word), "{word}: {}", row.failure);
    }
    let saved = fleet.hub.database().require::<Checkpoint>(&row.checkpoint_id.unwrap()).await.unwrap();
    assert_eq!(saved.label, "budget");
    assert_eq!(saved.cut.unwrap().turn_id, Some(turn.clone()));

    let refused = Failure::from(resume(&fleet, &machine).await.unwrap_err());
    assert_eq!(refused.reason, "BUDGET_REACHED");
    assert!(refused.message.contains("used up"), "{}", refused.message);

    budgets.set_budget(project_limit(3_000_000)).await.unwrap();
    read(second.await.unwrap()).await;
    let row = fleet.wait_for_state(&machine, MachineState::Working).await;
    assert_eq!((row.turn_id.as_ref(), row.failure.as_str()), (Some(&turn), ""));
    fleet.end_turn(&machine, &turn).await;
    fleet.wait_for_state(&machine, MachineState::Ready).await;
    let spend = stored_cost(&fleet, &machine, 2_100_000).await;
    assert_eq!((spend.turn_id.as_str(), spend.turn_usage.unwrap().cost_micros), (turn.as_str(), 2_100_000));
    assert_eq!(spend.usage.unwrap().request_count, 2);
    fleet.hub.shutdown().await;
}

async fn resume(fleet: &Fleet, machine: &MachineId) -> Result<Machine, tonic::Status> {
    let request = SetMachineGoalRequest {
        machine: machine.to_string(),
        goal: MachineGoal::Running.into(),
        ..SetMachineGoalRequest::default()
    };
    Ok(fleet.client().await.set_machine_goal(request).await?.into_inner())
}

/// Uses the Machine's Budget up in the middle of a Turn, and waits until it is held.
async fn held(fleet: &Fleet, machine: &MachineId) -> String {
    let (gateway, mut budgets) = (gateway(fleet), fleet.budgets().await);
    budgets.set_budget(project_limit(1_000_000)).await.unwrap();
    let turn = begin_turn(fleet, machine).await;
    read(ask(fleet, &gateway, machine, 1_000_000).await.unwrap()).await;
    let held = ask(fleet, &gateway, machine, 1);
    saved_and_paused(fleet, machine).await;
    // The guest's connection breaks while the Machine stands still.
    held.abort();
    turn
}

#[tokio::test]
async fn a_hub_that_starts_anew_knows_the_hold_and_what_was_spent() {
    let fleet = Fleet::start().await;
    let machine = fleet.machine("worker").await;
    let turn = held(&fleet, &machine).await;
    let fleet = fleet.restart().await;
    let row = fleet.hub.database().require::<Machine>(machine.as_str()).await.unwrap();
    assert_eq!(row.state(), MachineState::Paused);
    let gateway = gateway(&fleet);
    let asked = ask(&fleet, &gateway, &machine, 1);
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert!(is_waiting(&asked), "the spend outlived the hub");
    fleet.budgets().await.set_budget(project_limit(2_000_000)).await.unwrap();
    read(asked.await.unwrap()).await;
    fleet.greet(&machine).await;
    let row = fleet.wait_for_state(&machine, MachineState::Working).await;
    assert_eq!((row.turn_id, row.incarnation), (Some(turn), 1));
    stored_cost(&fleet, &machine, 1_000_001).await;
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn a_raise_that_nobody_announced_is_found() {
    let fleet = Fleet::start().await;
    let machine = fleet.machine("worker").await;
    held(&fleet, &machine).await;
    let mut budgets = fleet.budgets().await;
    let listed = budgets
        .list_budgets(ListBudgetsRequest { machine: machine.to_string(), ..ListBudgetsRequest::default() });
    let listed = listed.await.unwrap().into_inner().budgets;
    assert_eq!(listed.len(), 1);
    assert_eq!((listed[0].used_up, listed[0].left_cost_micros), (true, Some(0)));
    let budget_id = listed[0].budget.clone().unwrap().id;
    // The Hub goes away between the change and its being told.
    let mut row = listed[0].budget.clone().unwrap();
    row.cost_limit_micros = 5_000_000;
    let commit = autovibe_hub::database::CommitBuilder::new().update(&row, &["cost_limit_micros"]);
    fleet.hub.database().commit(commit).await.unwrap();
    let fleet = fleet.restart().await;
    fleet.wait_for_state(&machine, MachineState::Working).await;
    // Without any Budget nothing is held at all.
    fleet.budgets().await.delete_budget(DeleteBudgetRequest { budget_id }).await.unwrap();
    let gateway = gateway(&fleet);
    read(ask(&fleet, &gateway, &machine, 90_000_000).await.unwrap()).await;
    read(ask(&fleet, &gateway, &machine, 1).await.unwrap()).await;
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn no_restore_and_no_fork_lowers_what_was_spent() {
    let fleet = Fleet::start().await;
    let machine = fleet.machine("worker").await;
    held(&fleet, &machine).await;
    let row = fleet.hub.database().require::<Machine>(machine.as_str()).await.unwrap();
    let checkpoint_id = row.checkpoint_id.unwrap();
    let restore = Kind::Restore(RestoreMessage { checkpoint_id: checkpoint_id.clone() });
    fleet.hub.post(NewMessage::new(machine.clone(), "user/tok_a", restore)).await.unwrap();
    fleet.wait_for_state(&machine, MachineState::Restoring).await;
    fleet.greet(&machine).await;
    let row = fleet.wait_for_state(&machine, MachineState::Paused).await;
    assert!(row.incarnation == 2 && row.failure.contains("used up"), "{row:?}");
    assert_eq!(spend(&fleet, &machine).await.usage.unwrap().cost_micros, 1_000_000);

    // The fork spends from the same lineage.
    let mut budgets = fleet.budgets().await;
    budgets.set_budget(project_limit(100_000_000)).await.unwrap();
    fleet.wait_for_state(&machine, MachineState::Working).await;
    let lineage = SetBudgetRequest {
        machine: machine.to_string(),
        scope: BudgetScope::Lineage.into(),
        cost_limit_micros: Some(1_500_000),
        ..SetBudgetRequest::default()
    };
    budgets.set_budget(lineage).await.unwrap();
    let mut client = fleet.client().await;
    let forked =
        client.fork_machine(ForkMachineRequest { source: checkpoint_id, ..ForkMachineRequest::default() });
    let fork: MachineId = forked.await.unwrap().into_inner().machines[0].id.parse().unwrap();
    fleet.greet(&fork).await;
    let gateway = gateway(&fleet);
    read(ask(&fleet, &gateway, &fork, 500_000).await.unwrap()).await;
    stored_cost(&fleet, &fork, 500_000).await;
    assert_eq!(spend(&fleet, &fork).await.lineage_id, machine.as_str());
    let asked = ask(&fleet, &gateway, &machine, 1);
    fleet
        .wait_for::<Machine>(machine.as_str(), |row| row.is_some_and(|row| row.failure.contains("lineage")))
        .await;
    assert!(is_waiting(&asked));
    let spent =
        budgets.get_spend(GetSpendRequest { machine: fork.to_string(), ..GetSpendRequest::default() });
    let spent = spent.await.unwrap().into_inner();
    assert_eq!(spent.lineage_usage.unwrap().cost_micros, 1_500_000);
    assert_eq!(spent.machine.unwrap().usage.unwrap().cost_micros, 500_000);
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn a_held_machine_can_be_deleted_and_its_spend_stays() {
    let fleet = Fleet::start().await;
    let machine = fleet.machine("worker").await;
    let turn = held(&fleet, &machine).await;
    let goal = Kind::Goal(GoalMessage { goal: MachineGoal::Deleted.into(), grace_ms: 0 });
    fleet.hub.post(NewMessage::new(machine.clone(), "user/tok_a", goal)).await.unwrap();
    let gone = |row: Option<&Machine>| row.is_some_and(|row| row.state() == MachineState::Deleted);
    fleet.wait_for::<Machine>(machine.as_str(), gone).await;
    let row = fleet.hub.database().require::<Turn>(&turn).await.unwrap();
    assert_eq!(row.state(), TurnState::Ended);
    let mut budgets = fleet.budgets().await;
    let spent =
        budgets.get_spend(GetSpendRequest { project: "test".to_owned(), ..GetSpendRequest::default() });
    assert_eq!(spent.await.unwrap().into_inner().project_usage.unwrap().cost_micros, 1_000_000);
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn a_warning_is_given_once_and_shown_in_the_stream() {
    let fleet = Fleet::start().await;
    let machine = fleet.machine("worker").await;
    let (gateway, mut budgets) = (gateway(&fleet), fleet.budgets().await);
    budgets.set_budget(project_limit(1_000_000)).await.unwrap();
    for micros in [799_999, 1, 100_000] {
        read(ask(&fleet, &gateway, &machine, micros).await.unwrap()).await;
    }
    let warnings = async || {
        let events =
            fleet.hub.database().list::<MachineEvent>("", "sequence", Page::first(1000)).await.unwrap();
        let is_warning = |event: &MachineEvent| {
            matches!(event.body.as_ref().and_then(|body| body.kind.as_ref()), Some(Fact::BudgetWarned(_)))
        };
        events.rows.iter().filter(|event| is_warning(event)).count()
    };
    let deadline = tokio::time::Instant::now() + Duration::from_secs(20);
    while warnings().await == 0 {
        assert!(tokio::time::Instant::now() < deadline, "no warning came");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    stored_cost(&fleet, &machine, 900_000).await;
    assert_eq!(warnings().await, 1);
    let notices = fleet.hub.database().list::<AgentEvent>("", "number", Page::first(100)).await.unwrap().rows;
    assert_eq!(notices.len(), 1, "{notices:?}");
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn working_time_is_counted_and_holds_the_machine() {
    let fleet = Fleet::start().await;
    let machine = fleet.machine("worker").await;
    let mut budgets = fleet.budgets().await;
    let limit = SetBudgetRequest {
        machine: machine.to_string(),
        scope: BudgetScope::Turn.into(),
        time_limit_ms: Some(500),
        ..SetBudgetRequest::default()
    };
    budgets.set_budget(limit).await.unwrap();
    begin_turn(&fleet, &machine).await;
    let row = saved_and_paused(&fleet, &machine).await;
    assert!(row.failure.contains("working time"), "{}", row.failure);
    let before = spend(&fleet, &machine).await;
    assert!(before.turn_working_ms >= 500 && before.working_ms == before.turn_working_ms, "{before:?}");
    // What stands still does not work: two looks of the clock later nothing has come on top.
    tokio::time::sleep(Duration::from_millis(4500)).await;
    assert_eq!(spend(&fleet, &machine).await.working_ms, before.working_ms);
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn many_requests_at_once_never_pass_the_limit_by_more_than_one() {
    let fleet = Fleet::start().await;
    let (one, other) = (fleet.machine("one").await, fleet.machine("other").await);
    let (gateway, mut budgets) = (gateway(&fleet), fleet.budgets().await);
    budgets.set_budget(project_limit(1_000_000)).await.unwrap();
    let asked: Vec<_> = (0..24)
        .map(|index| {
            let machine = if index % 2 == 0 { &one } else { &other };
            let asked = ask(&fleet, &gateway, machine, 150_000);
            tokio::spawn(async move { read(asked.await.unwrap()).await })
        })
        .collect();
    let deadline = tokio::time::Instant::now() + Duration::from_secs(20);
    let sum = async || {
        let mut sum = 0;
        for machine in [&one, &other] {
            sum += spend(&fleet, machine).await.usage.unwrap_or_default().cost_micros;
        }
        sum
    };
    while sum().await < 1_000_000 {
        assert!(tokio::time::Instant::now() < deadline, "{}", sum().await);
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(sum().await, 1_050_000, "the seventh request crossed the limit, and no eighth began");
    asked.iter().for_each(JoinHandle::abort);
    fleet.hub.shutdown().await;
}

#[tokio::test]
async fn limits_that_cannot_be_are_refused_in_words() {
    let fleet = Fleet::start().await;
    let mut budgets = fleet.budgets().await;
    let mut refused = async |request| Failure::from(budgets.set_budget(request).await.unwrap_err()).message;
    let empty = SetBudgetRequest { project: "test".to_owned(), ..SetBudgetRequest::default() };
    assert!(refused(empty).await.contains("state a limit"));
    let lineage = SetBudgetRequest { scope: BudgetScope::Lineage.into(), ..project_limit(1) };
    assert!(refused(lineage).await.contains("name the machine"));
    assert!(refused(project_limit(-1)).await.contains("cost_limit_micros"));
    fleet.hub.shutdown().await;
}

#[test]
fn the_table_of_budgets_says_the_same_as_its_options() {
    let pool = DescriptorPool::decode(DESCRIPTOR_SET).unwrap();
    let extension = pool.get_extension_by_name("google.api.http").unwrap();
    let stated: BTreeSet<_> = pool
        .get_service_by_name("autovibe.hub.v1.BudgetService")
        .unwrap()
        .methods()
        .map(|call| {
            let Value::Message(rule) = call.options().get_extension(&extension).into_owned() else {
                panic!("{} has no option", call.name());
            };
            let method =
                ["get", "post", "delete"].into_iter().find(|name| rule.has_field_by_name(name)).unwrap();
            let path = rule.get_field_by_name(method).unwrap().as_str().unwrap().to_owned();
            (method.to_uppercase(), path, call.name().to_lowercase())
        })
        .collect();
    let table: BTreeSet<_> = BUDGET_ROUTES
        .iter()
        .map(|(method, path, call)| ((*method).to_owned(), (*path).to_owned(), call.replace('_', "")))
        .collect();
    assert_eq!(table, stated);
}
