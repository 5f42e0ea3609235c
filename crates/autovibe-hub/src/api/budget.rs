//! Calls about Budgets and spend.

use autovibe_proto::hub::v1::{
    BudgetStatus, DeleteBudgetRequest, DeleteBudgetResponse, GetSpendRequest, GetSpendResponse,
    ListBudgetsRequest, ListBudgetsResponse, SetBudgetRequest,
};
use autovibe_proto::v1::{Budget, BudgetScope, Machine, Usage};
use autovibe_proto::{BudgetId, ErrorKind, Failure};

use super::access::{Access, Caller};
use super::control::ControlApi;
use super::locate::find_project;
use crate::budget::{
    Amount, BUDGETS_MAX, Scope, is_of, open_account, open_project, release_held, scope_name,
};
use crate::database::CommitBuilder;

/// Ten million dollars, in millionths; larger ones are slips of the finger.
const COST_MAX: i64 = 10_000_000 * 1_000_000;
const TOKENS_MAX: i64 = 1_000_000_000_000_000;
/// A hundred years in milliseconds.
const TIME_MAX: i64 = 100 * 365 * 24 * 60 * 60 * 1000;
/// Races with others who set the same Budget.
const TRIES: u32 = 8;

/// What a call is about.
struct Subject {
    project_id: String,
    machine: Option<Machine>,
}

impl ControlApi {
    pub(super) async fn set_budget(
        &self,
        caller: &Caller,
        request: SetBudgetRequest,
    ) -> Result<Budget, Failure> {
        check_limits(&request)?;
        let subject = self.subject(caller, Access::Change, &request.project, &request.machine).await?;
        let (scope, scope_id) = self.scope_of(&subject, request.scope).await?;
        let id = BudgetId::derive(&[scope.as_str_name(), &scope_id]).into_string();
        for _ in 0..TRIES {
            let found = self.database().get::<Budget>(&id).await?;
            let is_new = found.is_none();
            let mut budget = found.unwrap_or_else(|| Budget {
                id: id.clone(),
                project_id: subject.project_id.clone(),
                scope: scope.into(),
                scope_id: scope_id.clone(),
                ..Budget::default()
            });
            set(&mut budget.token_limit, request.token_limit);
            set(&mut budget.cost_limit_micros, request.cost_limit_micros);
            set(&mut budget.time_limit_ms, request.time_limit_ms);
            set(&mut budget.soft_percent, request.soft_percent);
            budget.warned = false;
            let commit = if is_new {
                self.check_count(&subject.project_id).await?;
                CommitBuilder::new().insert(&budget)
            } else {
                let fields = ["token_limit", "cost_limit_micros", "time_limit_ms", "soft_percent", "warned"];
                CommitBuilder::new().update_at(&budget, &fields, budget.revision)
            };
            match self.hub().commit(commit).await {
                Ok(_) => {
                    self.apply(&subject.project_id).await?;
                    return self.database().require(&id).await;
                }
                // Somebody else set it at the same time: theirs is changed.
                Err(failure)
                    if matches!(
                        failure.kind,
                        ErrorKind::AlreadyExists | ErrorKind::Conflict | ErrorKind::NotFound
                    ) => {}
                Err(failure) => return Err(failure),
            }
        }
        Err(Failure::new(ErrorKind::Conflict, "CONFLICT", "others set the same budget; try again"))
    }

    pub(super) async fn list_budgets(
        &self,
        caller: &Caller,
        request: ListBudgetsRequest,
    ) -> Result<ListBudgetsResponse, Failure> {
        let subject = self.subject(caller, Access::View, &request.project, &request.machine).await?;
        let books = self.hub().budgets();
        open_project(self.hub(), &subject.project_id).await?;
        let machine = match &subject.machine {
            Some(machine) => {
                open_account(self.hub(), machine).await?;
                books.account(&machine.id)
            }
            None => None,
        };
        let mut budgets = Vec::new();
        for budget in books.budgets(&subject.project_id) {
            let holds = machine.as_ref().is_none_or(|spend| is_of(&budget, spend));
            if holds {
                let turn_of = machine.as_ref().map(|spend| spend.machine_id.as_str());
                let spent = scope(&budget, turn_of).map(|scope| books.spent(&scope)).unwrap_or_default();
                budgets.push(status(scope_name(self.database(), &budget).await?, budget, spent));
            }
        }
        budgets.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(ListBudgetsResponse { budgets })
    }

    pub(super) async fn delete_budget(
        &self,
        caller: &Caller,
        request: DeleteBudgetRequest,
    ) -> Result<DeleteBudgetResponse, Failure> {
        request
            .budget_id
            .parse::<BudgetId>()
            .map_err(|error| Failure::invalid(error.to_string()).with("field", "budget_id"))?;
        let budget = self.database().require::<Budget>(&request.budget_id).await?;
        caller.check(Access::Change, &budget.project_id)?;
        self.hub().commit(CommitBuilder::new().delete::<Budget>(&budget.id, "")).await?;
        self.apply(&budget.project_id).await?;
        Ok(DeleteBudgetResponse {})
    }

    pub(super) async fn get_spend(
        &self,
        caller: &Caller,
        request: GetSpendRequest,
    ) -> Result<GetSpendResponse, Failure> {
        let subject = self.subject(caller, Access::View, &request.project, &request.machine).await?;
        let books = self.hub().budgets();
        open_project(self.hub(), &subject.project_id).await?;
        let (project_usage, project_working_ms) = books.sum(|spend| spend.project_id == subject.project_id);
        let mut response = GetSpendResponse {
            project_usage: Some(project_usage),
            project_working_ms,
            ..GetSpendResponse::default()
        };
        if let Some(machine) = &subject.machine {
            open_account(self.hub(), machine).await?;
            let spend = books.account(&machine.id).unwrap_or_default();
            let (usage, working_ms): (Usage, i64) =
                books.sum(|other| other.lineage_id == spend.lineage_id && !spend.lineage_id.is_empty());
            response.lineage_usage = Some(usage);
            response.lineage_working_ms = working_ms;
            response.machine = Some(spend);
        }
        Ok(response)
    }

    /// Puts changed Budgets into force and lets Machines go on that they allow to.
    async fn apply(&self, project_id: &str) -> Result<(), Failure> {
        self.hub().budgets().reload(self.hub(), project_id).await?;
        release_held(self.hub()).await
    }

    async fn subject(
        &self,
        caller: &Caller,
        access: Access,
        project: &str,
        machine: &str,
    ) -> Result<Subject, Failure> {
        let machine = match machine {
            "" => None,
            named => Some(self.machine(caller, access, named).await?),
        };
        let project_id = match (project, &machine) {
            ("", Some(machine)) => machine.project_id.clone(),
            (named, _) => find_project(self.database(), named).await?.id,
        };
        caller.check(access, &project_id)?;
        if machine.as_ref().is_some_and(|machine| machine.project_id != project_id) {
            return Err(Failure::invalid("the machine belongs to another project").with("field", "machine"));
        }
        Ok(Subject { project_id, machine })
    }

    /// The scope that is meant, and whose it is.
    async fn scope_of(&self, subject: &Subject, scope: i32) -> Result<(BudgetScope, String), Failure> {
        let scope = BudgetScope::try_from(scope)
            .map_err(|_| Failure::invalid("this scope is not known").with("field", "scope"))?;
        match (scope, &subject.machine) {
            (BudgetScope::Unspecified | BudgetScope::Project | BudgetScope::Turn, None) => {
                let scope = if scope == BudgetScope::Turn { scope } else { BudgetScope::Project };
                Ok((scope, subject.project_id.clone()))
            }
            (BudgetScope::Unspecified | BudgetScope::Machine, Some(machine)) => {
                Ok((BudgetScope::Machine, machine.id.clone()))
            }
            (BudgetScope::Turn, Some(machine)) => Ok((BudgetScope::Turn, machine.id.clone())),
            (BudgetScope::Lineage, Some(machine)) => {
                open_account(self.hub(), machine).await?;
                let spend = self.hub().budgets().account(&machine.id);
                Ok((BudgetScope::Lineage, spend.unwrap_or_default().lineage_id))
            }
            (BudgetScope::Project, Some(_)) => {
                Err(Failure::invalid("a budget of a project names no machine").with("field", "machine"))
            }
            (BudgetScope::Machine | BudgetScope::Lineage, None) => {
                Err(Failure::invalid("name the machine that the budget is for").with("field", "machine"))
            }
        }
    }

    async fn check_count(&self, project_id: &str) -> Result<(), Failure> {
        open_project(self.hub(), project_id).await?;
        if self.hub().budgets().budgets(project_id).len() < BUDGETS_MAX {
            return Ok(());
        }
        let text = format!("the project has {BUDGETS_MAX} budgets already; take some away first");
        Err(Failure::new(ErrorKind::LimitExceeded, "LIMIT_EXCEEDED", text))
    }
}

/// The scope that a Budget looks at; for Turns that of the Machine that is shown.
fn scope(budget: &Budget, machine_id: Option<&str>) -> Option<Scope> {
    let id = budget.scope_id.clone();
    match budget.scope() {
        BudgetScope::Project => Some(Scope::Project(id)),
        BudgetScope::Lineage => Some(Scope::Lineage(id)),
        BudgetScope::Machine => Some(Scope::Machine(id)),
        BudgetScope::Turn if budget.scope_id != budget.project_id => Some(Scope::Turn(id)),
        BudgetScope::Turn => machine_id.map(|id| Scope::Turn(id.to_owned())),
        BudgetScope::Unspecified => None,
    }
}

fn status(name: String, budget: Budget, spent: Amount) -> BudgetStatus {
    let left = |limit: i64, spent: i64| (limit > 0).then(|| limit.saturating_sub(spent).max(0));
    BudgetStatus {
        name,
        spent_tokens: spent.tokens,
        spent_cost_micros: spent.cost_micros,
        spent_time_ms: spent.time_ms,
        left_tokens: left(budget.token_limit, spent.tokens),
        left_cost_micros: left(budget.cost_limit_micros, spent.cost_micros),
        left_time_ms: left(budget.time_limit_ms, spent.time_ms),
        used_up: spent.used_up(&budget).is_some(),
        budget: Some(budget),
    }
}

fn set<T>(field: &mut T, wanted: Option<T>) {
    if let Some(wanted) = wanted {
        *field = wanted;
    }
}

fn check_limits(request: &SetBudgetRequest) -> Result<(), Failure> {
    let limits = [
        ("token_limit", request.token_limit, TOKENS_MAX),
        ("cost_limit_micros", request.cost_limit_micros, COST_MAX),
        ("time_limit_ms", request.time_limit_ms, TIME_MAX),
    ];
    for (field, limit, max) in limits {
        if limit.is_some_and(|limit| !(0..=max).contains(&limit)) {
            let text = format!("{field} is 0 for no limit, and at most {max}");
            return Err(Failure::invalid(text).with("field", field));
        }
    }
    if request.soft_percent.is_some_and(|percent| !(1..=99).contains(&percent)) {
        return Err(Failure::invalid("soft_percent is 1 to 99").with("field", "soft_percent"));
    }
    let is_empty = limits.iter().all(|(_, limit, _)| limit.is_none()) && request.soft_percent.is_none();
    if is_empty {
        return Err(
            Failure::invalid("state a limit: cost, tokens or time").with("field", "cost_limit_micros")
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_never_below_zero_and_one_is_stated() {
        let cost = |micros| SetBudgetRequest { cost_limit_micros: Some(micros), ..Default::default() };
        assert!(check_limits(&cost(5)).is_ok() && check_limits(&cost(0)).is_ok());
        assert!(check_limits(&cost(-1)).is_err() && check_limits(&cost(i64::MAX)).is_err());
        assert!(check_limits(&SetBudgetRequest::default()).is_err());
        assert!(check_limits(&SetBudgetRequest { soft_percent: Some(100), ..cost(5) }).is_err());
    }

    #[test]
    fn what_is_left_is_not_below_zero_and_unset_without_a_limit() {
        let budget = Budget { cost_limit_micros: 10, ..Budget::default() };
        let spent = Amount { cost_micros: 12, tokens: 5, time_ms: 0 };
        let shown = status("x".to_owned(), budget, spent);
        assert_eq!((shown.left_cost_micros, shown.left_tokens, shown.used_up), (Some(0), None, true));
    }
}
