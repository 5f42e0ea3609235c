//! Scopes: whose spend is counted together, and which Budgets hold for a Machine.

use autovibe_proto::v1::{Budget, BudgetScope, Spend};

/// Whose spend is counted together.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Scope {
    /// All Machines of a Project.
    Project(String),
    /// The lineage that begins with this Machine.
    Lineage(String),
    /// One Machine.
    Machine(String),
    /// The newest Turn of one Machine.
    Turn(String),
}

impl Scope {
    /// Every scope that a Machine's spend counts in.
    pub(crate) fn all_of(spend: &Spend) -> [Scope; 4] {
        [
            Scope::Project(spend.project_id.clone()),
            Scope::Lineage(spend.lineage_id.clone()),
            Scope::Machine(spend.machine_id.clone()),
            Scope::Turn(spend.machine_id.clone()),
        ]
    }
}

/// A Budget holds for a Machine, perhaps only for its later Turns.
pub(crate) fn is_of(budget: &Budget, spend: &Spend) -> bool {
    match budget.scope() {
        BudgetScope::Project => true,
        BudgetScope::Lineage => budget.scope_id == spend.lineage_id,
        BudgetScope::Machine => budget.scope_id == spend.machine_id,
        BudgetScope::Turn => budget.scope_id == spend.machine_id || budget.scope_id == spend.project_id,
        BudgetScope::Unspecified => false,
    }
}

/// The Budgets that hold for a Machine, each with the scope that it looks at.
pub(crate) fn holding<'a>(
    budgets: &'a [Budget],
    spend: &'a Spend,
) -> impl Iterator<Item = (&'a Budget, Scope)> + 'a {
    let has_own_turn_budget = budgets
        .iter()
        .any(|budget| budget.scope() == BudgetScope::Turn && budget.scope_id == spend.machine_id);
    budgets.iter().filter_map(move |budget| {
        let scope = match budget.scope() {
            BudgetScope::Project => Scope::Project(spend.project_id.clone()),
            BudgetScope::Lineage if budget.scope_id == spend.lineage_id => {
                Scope::Lineage(spend.lineage_id.clone())
            }
            BudgetScope::Machine if budget.scope_id == spend.machine_id => {
                Scope::Machine(spend.machine_id.clone())
            }
            // What is said of one Machine takes precedence over what is said of all.
            BudgetScope::Turn
                if !spend.turn_id.is_empty()
                    && (budget.scope_id == spend.machine_id
                        || (budget.scope_id == spend.project_id && !has_own_turn_budget)) =>
            {
                Scope::Turn(spend.machine_id.clone())
            }
            BudgetScope::Lineage | BudgetScope::Machine | BudgetScope::Turn | BudgetScope::Unspecified => {
                return None;
            }
        };
        Some((budget, scope))
    })
}
