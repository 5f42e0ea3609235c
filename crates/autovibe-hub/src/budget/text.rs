//! Budgets in words: which one, what was spent, and the command that raises it.

use autovibe_proto::Failure;
use autovibe_proto::v1::{Budget, BudgetScope, Machine, Project};

use super::amount::Dimension;
use super::ledger::Reached;
use crate::database::Database;

/// A scope in words, as "project shop".
pub(crate) async fn scope_name(database: &Database, budget: &Budget) -> Result<String, Failure> {
    let (project, machine) = names(database, budget).await?;
    Ok(match (budget.scope(), machine) {
        (BudgetScope::Lineage, Some(machine)) => format!("the lineage of machine {machine}"),
        (BudgetScope::Turn, Some(machine)) => format!("each turn of machine {machine}"),
        (BudgetScope::Turn, None) => format!("each turn of project {project}"),
        (_, Some(machine)) => format!("machine {machine}"),
        (_, None) => format!("project {project}"),
    })
}

/// What people are told of a Budget that is used up.
pub(super) async fn used_up(database: &Database, reached: &Reached) -> Result<String, Failure> {
    let name = scope_name(database, &reached.budget).await?;
    let spent = spent(reached);
    let command = raising(database, reached).await?;
    Ok(format!("the budget of {name} is used up: {spent}; raise it with `{command}` and the machine goes on"))
}

/// What people are told of a Budget that is nearly used up.
pub(super) async fn nearly_used_up(database: &Database, reached: &Reached) -> Result<String, Failure> {
    let name = scope_name(database, &reached.budget).await?;
    Ok(format!("the budget of {name} is nearly used up: {}", spent(reached)))
}

/// Spent and limit, as "$5.02 of $5.00 spent".
fn spent(reached: &Reached) -> String {
    let value = reached.dimension.of(&reached.spent);
    let limit = reached.dimension.limit(&reached.budget).unwrap_or_default();
    match reached.dimension {
        Dimension::Cost => format!("{} of {} spent", dollars(value), dollars(limit)),
        Dimension::Tokens => format!("{value} of {limit} tokens spent"),
        Dimension::Time => format!("{} of {} of working time spent", duration(value), duration(limit)),
    }
}

/// The command that doubles the limit.
async fn raising(database: &Database, reached: &Reached) -> Result<String, Failure> {
    let (project, machine) = names(database, &reached.budget).await?;
    let whose = match (reached.budget.scope(), machine) {
        (BudgetScope::Lineage, Some(machine)) => format!("--machine {machine} --lineage"),
        (BudgetScope::Turn, Some(machine)) => format!("--machine {machine} --turn"),
        (BudgetScope::Turn, None) => format!("--project {project} --turn"),
        (_, Some(machine)) => format!("--machine {machine}"),
        (_, None) => format!("--project {project}"),
    };
    let limit = reached.dimension.limit(&reached.budget).unwrap_or_default();
    let more = limit.max(reached.dimension.of(&reached.spent)).saturating_mul(2);
    let limit = match reached.dimension {
        Dimension::Cost => format!("--cost {}", dollars(more).trim_start_matches('$')),
        Dimension::Tokens => format!("--tokens {more}"),
        Dimension::Time => format!("--time {}", duration(more).replace(' ', "")),
    };
    Ok(format!("autovibe budget set {whose} {limit}"))
}

/// The names of the Project and, as PROJECT/NAME, of the Machine that a Budget is about.
async fn names(database: &Database, budget: &Budget) -> Result<(String, Option<String>), Failure> {
    let project = database.get::<Project>(&budget.project_id).await?;
    let project = project.map_or_else(|| budget.project_id.clone(), |project| project.name);
    if budget.scope_id == budget.project_id {
        return Ok((project, None));
    }
    let machine = database.get::<Machine>(&budget.scope_id).await?;
    let machine = match machine {
        Some(machine) if machine.delete_time.is_none() => format!("{project}/{}", machine.name),
        // Its name may belong to another one by now.
        Some(_) | None => budget.scope_id.clone(),
    };
    Ok((project, Some(machine)))
}

/// An amount of money: two digits, or as many as it takes to tell a small one from nothing.
fn dollars(micros: i64) -> String {
    let (whole, rest) = (micros / 1_000_000, micros % 1_000_000);
    let digits = format!("{rest:06}");
    let length = digits.trim_end_matches('0').len().max(2);
    format!("${whole}.{}", &digits[..length])
}

/// A time, as "1 h 30 min".
fn duration(ms: i64) -> String {
    let seconds = ms / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let parts = [(hours, "h"), (minutes, "min"), (seconds, "s")];
    let words: Vec<String> =
        parts.iter().filter(|(count, _)| *count > 0).map(|(count, unit)| format!("{count} {unit}")).collect();
    if words.is_empty() { format!("{ms} ms") } else { words.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_read_like_amounts() {
        assert_eq!(dollars(5_000_000), "$5.00");
        assert_eq!(dollars(5_020_000), "$5.02");
        assert_eq!(dollars(1), "$0.000001");
        assert_eq!(duration(5_400_000), "1 h 30 min");
        assert_eq!(duration(61_000), "1 min 1 s");
        assert_eq!(duration(20), "20 ms");
    }
}
