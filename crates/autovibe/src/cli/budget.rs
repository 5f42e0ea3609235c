//! `autovibe budget …`

use autovibe_proto::hub::v1::{
    BudgetStatus, DeleteBudgetRequest, GetSpendRequest, GetSpendResponse, ListBudgetsRequest,
    SetBudgetRequest,
};
use autovibe_proto::v1::{Budget, BudgetScope, Usage};
use clap::{Args, Subcommand};

use super::amount::{count, dollars, parse_count, parse_dollars, parse_percent, parse_time, time};
use super::context::Context;
use super::error::CliError;
use super::output::{print_json, print_table};

/// Limits what may be spent, and shows what was.
#[derive(Debug, Subcommand)]
pub(crate) enum BudgetCommand {
    /// Sets limits; what is not stated stays as it is. Machines that this lets go on do so at once.
    Set(SetArguments),
    /// Shows Budgets, what was spent and what is left.
    Show(ShowArguments),
    /// Takes a Budget away.
    Delete {
        /// Identifier, as `budget show` has it.
        budget: String,
    },
}

/// Whose Budget, and the limits.
#[derive(Debug, Args)]
pub(crate) struct SetArguments {
    /// The Project.
    #[arg(long, default_value = "", required_unless_present = "machine")]
    project: String,
    /// The Machine.
    #[arg(long, default_value = "")]
    machine: String,
    /// All that was forked from the Machine or spawned by it, and what it came from, is counted together.
    #[arg(long, requires = "machine", conflicts_with = "turn")]
    lineage: bool,
    /// Each Turn is counted by itself.
    #[arg(long)]
    turn: bool,
    /// Most cost in US dollars by list price, as 5.00; `none` takes the limit away.
    #[arg(long, value_parser = parse_dollars, value_name = "DOLLARS")]
    cost: Option<i64>,
    /// Most tokens of all kinds, as 500k or 2M.
    #[arg(long, value_parser = parse_count, value_name = "COUNT")]
    tokens: Option<i64>,
    /// Longest working time of Turns, as 30m or 2h.
    #[arg(long, value_parser = parse_time, value_name = "TIME")]
    time: Option<i64>,
    /// Warns at this part of each limit; 80% if never stated.
    #[arg(long, value_parser = parse_percent, value_name = "PERCENT")]
    soft: Option<i32>,
}

/// Whose Budgets.
#[derive(Debug, Args)]
pub(crate) struct ShowArguments {
    /// The Project.
    #[arg(long, default_value = "", required_unless_present = "machine")]
    project: String,
    /// Those that hold for this Machine.
    #[arg(long, default_value = "")]
    machine: String,
}

pub(crate) async fn budget(context: &Context, command: BudgetCommand) -> Result<(), CliError> {
    let mut budgets = context.connect_budgets().await?;
    match command {
        BudgetCommand::Set(arguments) => {
            let budget = budgets.set_budget(request(arguments)).await?.into_inner();
            if context.is_json() {
                return print_json(&budget);
            }
            println!("{}  {}", budget.id, limits(&budget));
        }
        BudgetCommand::Show(ShowArguments { project, machine }) => {
            let request = ListBudgetsRequest { project: project.clone(), machine: machine.clone() };
            let listed = budgets.list_budgets(request).await?.into_inner();
            if context.is_json() {
                return print_json(&listed);
            }
            let spend = budgets.get_spend(GetSpendRequest { project, machine }).await?.into_inner();
            let rows: Vec<_> = listed.budgets.iter().map(row).collect();
            print_table(["ID", "FOR", "COST", "TOKENS", "TIME", ""], &rows);
            print_spend(&spend);
        }
        BudgetCommand::Delete { budget } => {
            budgets.delete_budget(DeleteBudgetRequest { budget_id: budget.clone() }).await?;
            if !context.is_json() {
                println!("deleted {budget}");
            }
        }
    }
    Ok(())
}

fn request(arguments: SetArguments) -> SetBudgetRequest {
    let scope = if arguments.turn {
        BudgetScope::Turn
    } else if arguments.lineage {
        BudgetScope::Lineage
    } else {
        BudgetScope::Unspecified
    };
    SetBudgetRequest {
        project: arguments.project,
        machine: arguments.machine,
        scope: scope.into(),
        token_limit: arguments.tokens,
        cost_limit_micros: arguments.cost,
        time_limit_ms: arguments.time,
        soft_percent: arguments.soft,
    }
}

fn limits(budget: &Budget) -> String {
    let limits = [
        (budget.cost_limit_micros, dollars as fn(i64) -> String, ""),
        (budget.token_limit, count, " tokens"),
        (budget.time_limit_ms, time, " of working time"),
    ];
    let words: Vec<String> = limits
        .iter()
        .filter(|(limit, _, _)| *limit > 0)
        .map(|(limit, write, what)| format!("{}{what}", write(*limit)))
        .collect();
    if words.is_empty() { "no limit".to_owned() } else { words.join(", ") }
}

fn row(status: &BudgetStatus) -> [String; 6] {
    let budget = status.budget.clone().unwrap_or_default();
    // What the Turns of a whole Project spent, each by itself, is no one number.
    let is_each =
        budget.scope() == BudgetScope::Turn && status.spent_time_ms == 0 && status.spent_tokens == 0;
    let part = |spent: i64, limit: i64, write: fn(i64) -> String| match limit {
        0 => "-".to_owned(),
        limit if is_each => format!("{} each", write(limit)),
        limit => format!("{} of {}", write(spent), write(limit)),
    };
    [
        budget.id.clone(),
        status.name.clone(),
        part(status.spent_cost_micros, budget.cost_limit_micros, dollars),
        part(status.spent_tokens, budget.token_limit, count),
        part(status.spent_time_ms, budget.time_limit_ms, time),
        if status.used_up { "used up".to_owned() } else { String::new() },
    ]
}

fn print_spend(spend: &GetSpendResponse) {
    print_usage("project", spend.project_usage.as_ref(), spend.project_working_ms);
    if let Some(machine) = &spend.machine {
        print_usage("lineage", spend.lineage_usage.as_ref(), spend.lineage_working_ms);
        print_usage("machine", machine.usage.as_ref(), machine.working_ms);
        if !machine.turn_id.is_empty() {
            print_usage("turn", machine.turn_usage.as_ref(), machine.turn_working_ms);
        }
    }
}

fn print_usage(name: &str, usage: Option<&Usage>, working_ms: i64) {
    let usage = usage.copied().unwrap_or_default();
    let cached = usage.cache_read_tokens.saturating_add(usage.cache_write_tokens);
    println!(
        "{name:<8} spent {}: {} requests, {} tokens in, {} out, {} of the cache; worked for {}",
        dollars(usage.cost_micros),
        usage.request_count,
        count(usage.input_tokens),
        count(usage.output_tokens),
        count(cached),
        time(working_ms),
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Debug, Parser)]
    struct Line {
        #[command(subcommand)]
        command: BudgetCommand,
    }

    fn set(words: &[&str]) -> Result<SetBudgetRequest, clap::Error> {
        match Line::try_parse_from(["budget", "set"].iter().chain(words))?.command {
            BudgetCommand::Set(arguments) => Ok(request(arguments)),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_line_becomes_limits() {
        let request =
            set(&["--project", "shop", "--cost", "5.00", "--tokens", "2M", "--time", "2h", "--soft", "70%"]);
        let expected = SetBudgetRequest {
            project: "shop".to_owned(),
            cost_limit_micros: Some(5_000_000),
            token_limit: Some(2_000_000),
            time_limit_ms: Some(7_200_000),
            soft_percent: Some(70),
            ..SetBudgetRequest::default()
        };
        assert_eq!(request.unwrap(), expected);
        assert_eq!(
            set(&["--machine", "m", "--lineage", "--cost", "1"]).unwrap().scope(),
            BudgetScope::Lineage
        );
        assert_eq!(set(&["--machine", "m", "--turn", "--cost", "none"]).unwrap().cost_limit_micros, Some(0));
    }

    #[test]
    fn a_line_that_names_nobody_or_two_scopes_is_refused() {
        assert!(set(&["--cost", "1"]).is_err());
        assert!(set(&["--project", "p", "--lineage", "--cost", "1"]).is_err());
        assert!(set(&["--machine", "m", "--lineage", "--turn", "--cost", "1"]).is_err());
        assert!(set(&["--project", "p", "--cost", "-1"]).is_err());
    }

    #[test]
    fn a_row_says_what_is_spent_of_what() {
        let budget = Budget { cost_limit_micros: 5_000_000, ..Budget::default() };
        let mut status = BudgetStatus {
            spent_cost_micros: 5_020_000,
            spent_tokens: 1,
            used_up: true,
            budget: Some(budget),
            ..BudgetStatus::default()
        };
        let shown = row(&status);
        assert_eq!(
            (shown[2].as_str(), shown[3].as_str(), shown[5].as_str()),
            ("$5.02 of $5.00", "-", "used up")
        );
        status.spent_tokens = 0;
        status.budget.as_mut().unwrap().scope = BudgetScope::Turn.into();
        assert_eq!(row(&status)[2], "$5.00 each");
    }

    #[test]
    fn limits_read_as_a_list() {
        let budget = Budget { cost_limit_micros: 5_000_000, time_limit_ms: 3_600_000, ..Budget::default() };
        assert_eq!(limits(&budget), "$5.00, 1h 0min of working time");
        assert_eq!(limits(&Budget::default()), "no limit");
    }
}
