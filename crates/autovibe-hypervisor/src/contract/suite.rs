//! The list of cases, and the macro that turns it into tests.

use futures::FutureExt as _;
use futures::future::BoxFuture;

use crate::contract::bench::ContractBench;
use crate::contract::failure::{ContractFailure, ContractResult};
use crate::contract::target::ContractTarget;
use crate::contract::{case_access, case_checkpoint, case_fork, case_life, case_refusal};

/// One case.
#[derive(Clone, Copy)]
pub struct Case {
    /// Its name: a sentence that a driver keeps.
    pub name: &'static str,
    run: fn(&ContractBench) -> BoxFuture<'_, ContractResult>,
}

impl std::fmt::Debug for Case {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.name)
    }
}

macro_rules! cases {
    ($($module:ident: $($name:ident),+;)+) => {
        /// Every case.
        pub const CASES: &[Case] = &[$($(
            Case { name: stringify!($name), run: |bench| $module::$name(bench).boxed() },
        )+)+];
    };
}

cases! {
    case_life:
        a_machine_lives_from_create_to_destroy,
        creating_twice_gives_one_machine,
        destroying_what_is_gone_succeeds,
        power_goals_may_be_repeated,
        a_paused_machine_goes_on_where_it_was,
        a_stop_is_told_to_listeners;
    case_checkpoint:
        restore_brings_disk_and_memory_back,
        a_checkpoint_may_be_repeated,
        a_paused_machine_stays_paused_when_saved,
        a_machine_that_is_off_is_saved_and_boots_from_that,
        complete_checkpoints_are_listed_and_verified,
        a_forgotten_checkpoint_is_gone;
    case_fork:
        forks_are_isolated,
        forking_twice_gives_one_machine,
        a_parent_may_go_before_its_child,
        a_checkpoint_may_go_before_its_child;
    case_refusal:
        capabilities_agree_with_behaviour,
        an_unknown_image_is_not_found,
        a_size_outside_the_capabilities_is_invalid,
        what_does_not_exist_is_not_found;
    case_access:
        two_verbs_at_once_leave_one_sound_machine,
        foreign_objects_stay_untouched,
        a_new_process_adopts_what_runs;
}

/// Runs one case on a target of its own.
///
/// # Errors
/// Why the case, or tidying up after it, failed.
pub async fn run_one(target: Box<dyn ContractTarget>, name: &str) -> ContractResult {
    let case = CASES.iter().find(|case| case.name == name);
    let case = case.ok_or_else(|| ContractFailure::new(format!("there is no case {name}")))?;
    let bench = ContractBench::new(target, false).await?;
    let result = (case.run)(&bench).await;
    let closed = bench.close().await;
    result.and(closed)
}

/// Runs every case on one target that boots as seldom as it can, and reports all failures together.
///
/// # Errors
/// One line for each case that failed.
pub async fn run_all(target: Box<dyn ContractTarget>) -> ContractResult {
    let bench = ContractBench::new(target, true).await?;
    let mut failures = Vec::new();
    for case in CASES {
        let result = (case.run)(&bench).await;
        if let Err(failure) = result.and(bench.clean_up().await) {
            failures.push(format!("{}: {failure}", case.name));
        }
    }
    bench.close().await?;
    if failures.is_empty() { Ok(()) } else { Err(ContractFailure::new(failures.join("\n"))) }
}

/// Makes tests of the whole contract.
///
/// The factory is a path of an `async fn() -> impl ContractTarget`; it is asked once per test.
///
/// - `driver_contract_suite!(factory)`: one test per case, each on a target of its own.
/// - `driver_contract_suite!(shared factory)`: one test that runs all cases on one target, for drivers
///   whose Machines are slow to boot.
#[macro_export]
macro_rules! driver_contract_suite {
    (shared $factory:path) => {
        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn the_driver_keeps_the_contract() {
            let target = Box::new($factory().await);
            if let Err(failures) = $crate::contract::run_all(target).await {
                panic!("{failures}");
            }
        }
    };
    ($factory:path) => {
        $crate::driver_contract_suite! { @cases $factory;
            a_machine_lives_from_create_to_destroy
            creating_twice_gives_one_machine
            destroying_what_is_gone_succeeds
            power_goals_may_be_repeated
            a_paused_machine_goes_on_where_it_was
            a_stop_is_told_to_listeners
            restore_brings_disk_and_memory_back
            a_checkpoint_may_be_repeated
            a_paused_machine_stays_paused_when_saved
            a_machine_that_is_off_is_saved_and_boots_from_that
            complete_checkpoints_are_listed_and_verified
            a_forgotten_checkpoint_is_gone
            forks_are_isolated
            forking_twice_gives_one_machine
            a_parent_may_go_before_its_child
            a_checkpoint_may_go_before_its_child
            capabilities_agree_with_behaviour
            an_unknown_image_is_not_found
            a_size_outside_the_capabilities_is_invalid
            what_does_not_exist_is_not_found
            two_verbs_at_once_leave_one_sound_machine
            foreign_objects_stay_untouched
            a_new_process_adopts_what_runs
        }
    };
    (@cases $factory:path; $($case:ident)+) => {
        $(
            #[tokio::test]
            async fn $case() {
                let target = Box::new($factory().await);
                if let Err(failure) = $crate::contract::run_one(target, stringify!($case)).await {
                    panic!("{failure}");
                }
            }
        )+

        #[test]
        fn every_case_is_a_test() {
            let names: Vec<&str> = $crate::contract::CASES.iter().map(|case| case.name).collect();
            assert_eq!(names, [$(stringify!($case)),+]);
        }
    };
}
