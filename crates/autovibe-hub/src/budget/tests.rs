//! The ledger under random traffic: a limit is passed by one request at most, and nothing is ever lowered.

use autovibe_proto::v1::{Budget, BudgetScope, Spend, Usage};
use proptest::prelude::*;

use super::amount::{Amount, Dimension};
use super::ledger::{Ledger, Verdict};
use super::scope::Scope;

const PROJECT: &str = "prj_a";

fn spend(machine_id: &str, lineage_id: &str) -> Spend {
    Spend {
        id: format!("spd_{machine_id}"),
        project_id: PROJECT.to_owned(),
        machine_id: machine_id.to_owned(),
        lineage_id: lineage_id.to_owned(),
        ..Spend::default()
    }
}

fn budget(scope: BudgetScope, scope_id: &str, cost_limit_micros: i64) -> Budget {
    Budget {
        id: format!("bdg_{}_{scope_id}", scope.as_str_name()),
        project_id: PROJECT.to_owned(),
        scope: scope.into(),
        scope_id: scope_id.to_owned(),
        cost_limit_micros,
        ..Budget::default()
    }
}

fn cost(cost_micros: i64) -> Usage {
    Usage { cost_micros, request_count: 1, ..Usage::default() }
}

fn bound(cost_micros: i64) -> Amount {
    Amount { cost_micros, ..Amount::default() }
}

/// The root machine `a`, its fork `b`, and `c` of another lineage.
fn ledger(budgets: Vec<Budget>) -> Ledger {
    let mut ledger = Ledger::default();
    ledger.open(PROJECT, budgets, vec![spend("a", "a"), spend("b", "a"), spend("c", "c")]);
    ledger
}

/// The database took everything.
fn store(ledger: &mut Ledger) {
    for row in ledger.unwritten(usize::MAX) {
        let machine_id = row.machine_id.clone();
        let row = Spend { revision: row.revision + 1, ..row };
        ledger.with_account(&machine_id, |account| account.written(row));
    }
}

fn admitted(verdict: Verdict) -> u64 {
    match verdict {
        Verdict::Admitted(flight) => flight,
        refused => panic!("it was refused: {refused:?}"),
    }
}

#[test]
fn a_second_request_waits_while_the_first_may_use_up_what_is_left() {
    let mut ledger = ledger(vec![budget(BudgetScope::Project, PROJECT, 10)]);
    let first = admitted(ledger.reserve("a", bound(10)));
    assert_eq!(ledger.reserve("c", bound(1)), Verdict::Busy);
    ledger.settle(first, Some(&cost(4)));
    store(&mut ledger);
    let second = admitted(ledger.reserve("c", bound(100)));
    ledger.settle(second, Some(&cost(100)));
    store(&mut ledger);
    let Verdict::UsedUp(reached) = ledger.reserve("a", bound(1)) else { panic!("nothing is left") };
    assert_eq!((reached.spent.cost_micros, reached.dimension), (104, Dimension::Cost));
}

#[test]
fn small_requests_of_many_machines_run_side_by_side() {
    let mut ledger = ledger(vec![budget(BudgetScope::Project, PROJECT, 10)]);
    for machine in ["a", "b", "c", "a"] {
        admitted(ledger.reserve(machine, bound(2)));
    }
    assert_eq!(ledger.flight_count(), 4);
}

#[test]
fn a_request_without_cost_gives_its_reservation_back() {
    let mut ledger = ledger(vec![budget(BudgetScope::Machine, "a", 10)]);
    let flight = admitted(ledger.reserve("a", bound(50)));
    ledger.settle(flight, None);
    assert!(ledger.is_unreserved());
    admitted(ledger.reserve("a", bound(50)));
}

#[test]
fn an_account_that_is_not_stored_lets_nothing_through() {
    let mut ledger = ledger(Vec::new());
    let flight = admitted(ledger.reserve("a", bound(1)));
    ledger.settle(flight, Some(&cost(1)));
    assert_eq!(ledger.reserve("a", bound(1)), Verdict::Unwritten);
    admitted(ledger.reserve("b", bound(1)));
    store(&mut ledger);
    admitted(ledger.reserve("a", bound(1)));
}

#[test]
fn a_lineage_is_counted_over_its_forks_and_no_further() {
    let mut ledger = ledger(vec![budget(BudgetScope::Lineage, "a", 10)]);
    let flight = admitted(ledger.reserve("b", bound(10)));
    ledger.settle(flight, Some(&cost(10)));
    store(&mut ledger);
    assert!(matches!(ledger.reserve("a", bound(1)), Verdict::UsedUp(_)), "the fork used it up");
    admitted(ledger.reserve("c", bound(1)));
}

#[test]
fn each_turn_has_its_own_budget_and_a_continued_one_keeps_what_it_spent() {
    let mut ledger = ledger(vec![budget(BudgetScope::Turn, PROJECT, 10)]);
    let spend_all = |ledger: &mut Ledger| {
        let flight = admitted(ledger.reserve("a", bound(10)));
        ledger.settle(flight, Some(&cost(10)));
        store(ledger);
    };
    ledger.enter_turn("a", "trn_1", false);
    store(&mut ledger);
    spend_all(&mut ledger);
    assert!(matches!(ledger.reserve("a", bound(1)), Verdict::UsedUp(_)));
    ledger.enter_turn("a", "trn_2", true);
    assert!(matches!(ledger.reserve("a", bound(1)), Verdict::UsedUp(_)), "a restore changes nothing");
    ledger.enter_turn("a", "trn_3", false);
    store(&mut ledger);
    spend_all(&mut ledger);
    assert_eq!(ledger.spent(&Scope::Machine("a".to_owned())).cost_micros, 20);
}

#[test]
fn what_is_said_of_one_machine_takes_precedence_for_its_turns() {
    let budgets = vec![budget(BudgetScope::Turn, PROJECT, 1), budget(BudgetScope::Turn, "a", 100)];
    let mut ledger = ledger(budgets);
    for machine in ["a", "c"] {
        ledger.enter_turn(machine, "trn_1", false);
        store(&mut ledger);
        let flight = admitted(ledger.reserve(machine, bound(5)));
        ledger.settle(flight, Some(&cost(5)));
    }
    assert_eq!(ledger.used_up("a"), None);
    assert!(ledger.used_up("c").is_some());
}

#[test]
fn working_time_uses_up_a_budget_as_well() {
    // The one that is short of money stands before it and hides nothing.
    let budgets = vec![
        budget(BudgetScope::Project, PROJECT, 1),
        Budget { time_limit_ms: 1000, ..budget(BudgetScope::Machine, "a", 0) },
    ];
    let mut ledger = ledger(budgets);
    let flight = admitted(ledger.reserve("b", bound(1)));
    ledger.settle(flight, Some(&cost(1)));
    ledger.work("a", "", 999);
    assert_eq!(ledger.out_of_time("a"), None);
    ledger.work("a", "", 1);
    assert_eq!(ledger.out_of_time("a").unwrap().dimension, Dimension::Time);
    assert_eq!(ledger.used_up("a").unwrap().dimension, Dimension::Cost);
}

#[test]
fn a_warning_is_given_once() {
    let mut ledger = ledger(vec![
        budget(BudgetScope::Project, PROJECT, 100),
        Budget { soft_percent: 50, ..budget(BudgetScope::Turn, "a", 100) },
    ]);
    let warned = |ledger: &mut Ledger, micros: i64| {
        store(ledger);
        let flight = admitted(ledger.reserve("a", bound(micros)));
        ledger.settle(flight, Some(&cost(micros)));
        ledger.take_crossings().into_iter().map(|reached| reached.budget.scope()).collect::<Vec<_>>()
    };
    ledger.enter_turn("a", "trn_1", false);
    assert_eq!(warned(&mut ledger, 49), []);
    assert_eq!(warned(&mut ledger, 1), [BudgetScope::Turn]);
    assert_eq!(warned(&mut ledger, 30), [BudgetScope::Project]);
    assert_eq!(warned(&mut ledger, 1), []);
}

/// Something that happens to the ledger.
#[derive(Debug, Clone)]
enum Happening {
    Ask {
        machine: usize,
        bound: i64,
    },
    /// The request ends; what it used is this part of its bound, in percent.
    End {
        flight: usize,
        percent: i64,
    },
    Fail {
        flight: usize,
    },
    Store,
    Turn {
        machine: usize,
        continues: bool,
    },
    Raise {
        budget: usize,
        by: i64,
    },
    /// The Hub goes away with what is not stored, and another one begins.
    Restart,
}

fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        8 => (0..3_usize, 1..60_i64).prop_map(|(machine, bound)| Happening::Ask { machine, bound }),
        6 => (any::<usize>(), 0..=100_i64).prop_map(|(flight, percent)| Happening::End { flight, percent }),
        1 => any::<usize>().prop_map(|flight| Happening::Fail { flight }),
        6 => Just(Happening::Store),
        1 => (0..3_usize, any::<bool>()).prop_map(|(machine, continues)| Happening::Turn { machine, continues }),
        1 => (0..4_usize, 0..100_i64).prop_map(|(budget, by)| Happening::Raise { budget, by }),
        1 => Just(Happening::Restart),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn no_limit_is_passed_by_more_than_one_request_and_nothing_is_lowered(
        limits in prop::array::uniform4(1..300_i64),
        happenings in prop::collection::vec(happening(), 1..150),
    ) {
        let machines = ["a", "b", "c"];
        let mut budgets = vec![
            budget(BudgetScope::Project, PROJECT, limits[0]),
            budget(BudgetScope::Lineage, "a", limits[1]),
            budget(BudgetScope::Machine, "b", limits[2]),
            budget(BudgetScope::Turn, PROJECT, limits[3]),
        ];
        let mut ledger = ledger(budgets.clone());
        // What the database has; a restart begins from here.
        let mut stored = vec![spend("a", "a"), spend("b", "a"), spend("c", "c")];
        let mut flights: Vec<(u64, i64)> = Vec::new();
        // The largest request that was ever let through: by that much a limit may be passed, whichever came last.
        let mut largest = 0;
        let mut turns = 0;
        for happening in happenings {
            let scopes = [Scope::Project(PROJECT.to_owned()), Scope::Lineage("a".to_owned()), Scope::Machine("b".to_owned())];
            let before: Vec<i64> = scopes.iter().map(|scope| ledger.spent(scope).cost_micros).collect();
            let is_restart = matches!(happening, Happening::Restart);
            match happening {
                Happening::Ask { machine, bound: micros } => {
                    if let Verdict::Admitted(flight) = ledger.reserve(machines[machine], bound(micros)) {
                        largest = largest.max(micros);
                        flights.push((flight, micros));
                    }
                }
                Happening::End { flight, percent } if !flights.is_empty() => {
                    let (flight, micros) = flights.swap_remove(flight % flights.len());
                    ledger.settle(flight, Some(&cost(micros * percent / 100)));
                }
                Happening::Fail { flight } if !flights.is_empty() => {
                    let (flight, _) = flights.swap_remove(flight % flights.len());
                    ledger.settle(flight, None);
                }
                Happening::End { .. } | Happening::Fail { .. } => {}
                Happening::Store => {
                    store(&mut ledger);
                    stored = machines.iter().map(|id| ledger.account(id).unwrap().clone()).collect();
                }
                Happening::Turn { machine, continues } => {
                    turns += 1;
                    ledger.enter_turn(machines[machine], &format!("trn_{turns}"), continues);
                }
                Happening::Raise { budget, by } => {
                    budgets[budget].cost_limit_micros += by;
                    ledger.set_budgets(PROJECT, budgets.clone());
                }
                Happening::Restart => {
                    // The ends of those in flight are lost with their connections.
                    flights.clear();
                    ledger = Ledger::default();
                    ledger.open(PROJECT, budgets.clone(), stored.clone());
                }
            }
            for (scope, before) in scopes.iter().zip(before) {
                prop_assert!(is_restart || ledger.spent(scope).cost_micros >= before, "spend was lowered");
            }
            for (scope, budget) in scopes.iter().zip(&budgets) {
                let spent = ledger.spent(scope).cost_micros;
                prop_assert!(spent < budget.cost_limit_micros + largest.max(1), "{scope:?}: {spent} of {budget:?}");
            }
            for machine in machines {
                let spent = ledger.spent(&Scope::Turn(machine.to_owned())).cost_micros;
                prop_assert!(spent < budgets[3].cost_limit_micros + largest.max(1), "a turn of {machine}: {spent}");
            }
            for spend in &stored {
                let now = ledger.account(&spend.machine_id).unwrap();
                prop_assert!(Amount::new(now.usage.as_ref(), 0).cost_micros >= Amount::new(spend.usage.as_ref(), 0).cost_micros);
            }
        }
        for (flight, micros) in flights {
            ledger.settle(flight, Some(&cost(micros)));
        }
        prop_assert!(ledger.is_unreserved() && ledger.flight_count() == 0);
        // Whatever happened: with nothing in flight and something left, a request is let through.
        store(&mut ledger);
        for machine in machines {
            match ledger.reserve(machine, bound(1_000_000)) {
                Verdict::Admitted(flight) => ledger.settle(flight, None),
                Verdict::UsedUp(reached) => prop_assert!(reached.spent.used_up(&reached.budget).is_some()),
                other => prop_assert!(false, "{other:?}"),
            }
        }
    }
}
