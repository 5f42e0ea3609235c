//! One run: bare QEMU and our system take turns, sample by sample.

use std::path::PathBuf;
use std::time::Duration;

use autovibe_proto::v1::{Checkpoint, Machine};
use tokio::time::sleep;

use super::computer::describe;
use super::error::BenchError;
use super::floor::Floor;
use super::measure::Measure;
use super::report::{Figure, Report};
use super::scratch::Scratch;
use super::shape::Shape;
use super::statistics::Samples;
use super::subject::Fleet;

/// Boots take seconds and vary little.
const CREATE_SAMPLE_COUNT_MAX: usize = 5;

/// Forks that live at once while their memory is measured: what is shared shows only then.
const IDLE_FORK_COUNT: usize = 3;

/// Time in which new forks come to rest.
const IDLE: Duration = Duration::from_secs(4);

/// What ended before a sample does not disturb it.
const BREATH: Duration = Duration::from_millis(300);

/// What is measured and how often.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) measures: Vec<Measure>,
    pub(super) sample_count: usize,
    /// Arguments of the measured daemon.
    pub(super) settings: Vec<String>,
    /// Where Images are kept.
    pub(super) store: PathBuf,
    /// Measure bare QEMU alone.
    pub(super) floor_only: bool,
}

/// Ours and the floor's values of one measure.
#[derive(Debug, Default)]
struct Pair {
    ours: Samples,
    floor: Samples,
}

/// Measures everything that the plan asks for; `say` is told what is going on.
pub(super) async fn run(
    plan: &Plan,
    scratch: &Scratch,
    say: &(dyn Fn(&str) + Sync),
) -> Result<Report, BenchError> {
    let program = std::env::current_exe().map_err(BenchError::file("find this program"))?;
    let (shape, ours) = if plan.floor_only {
        (Shape::emulated(&plan.store)?, None)
    } else {
        say("starting autovibe and a machine");
        let mut fleet = Fleet::start(scratch.folder("ours")?, &program, &plan.settings).await?;
        let (_, machine) = fleet.create().await?;
        let process = fleet.process(&machine)?;
        let unknown = || BenchError::Wrong {
            what: "a machine",
            text: "its QEMU process has other arguments".to_owned(),
        };
        (Shape::of(&process).ok_or_else(unknown)?, Some(Ours { fleet, machine }))
    };
    say("starting bare QEMU");
    let mut floor = Floor::new(scratch.folder("floor")?, shape.clone(), program)?;
    let version = floor.open().await?;
    if let Some(ours) = &ours {
        ours.fleet.settle().await;
    }
    let machine = describe(&shape, &version)?;
    let mut bench = Bench { plan, floor, ours, say, results: Vec::new() };
    for measure in &plan.measures {
        match measure {
            Measure::Create => bench.create().await?,
            Measure::Checkpoint => bench.checkpoint().await?,
            Measure::Restore => bench.restore().await?,
            Measure::Fork => bench.fork().await?,
        }
    }
    Ok(Report { machine, results: bench.results })
}

/// Our system and the Machine that its operations are done with.
#[derive(Debug)]
struct Ours {
    fleet: Fleet,
    machine: Machine,
}

struct Bench<'a> {
    plan: &'a Plan,
    floor: Floor,
    ours: Option<Ours>,
    say: &'a (dyn Fn(&str) + Sync),
    results: Vec<Figure>,
}

impl Bench<'_> {
    async fn create(&mut self) -> Result<(), BenchError> {
        let mut times = Pair::default();
        for number in self.numbers("create", CREATE_SAMPLE_COUNT_MAX) {
            self.begin("create", number).await;
            times.floor.add(ms(self.floor.create().await?));
            if let Some(ours) = &mut self.ours {
                sleep(BREATH).await;
                let (took, machine) = ours.fleet.create().await?;
                times.ours.add(ms(took));
                ours.fleet.delete(&machine).await?;
            }
        }
        self.tell("qemu/create_first_exec", "ms", times);
        Ok(())
    }

    async fn checkpoint(&mut self) -> Result<(), BenchError> {
        let (mut pauses, mut sizes) = (Pair::default(), Pair::default());
        for number in self.numbers("checkpoint", usize::MAX) {
            self.begin("checkpoint", number).await;
            pauses.floor.add(ms(self.floor.checkpoint().await?));
            sizes.floor.add(self.floor.checkpoint_mib()?);
            if let Some(ours) = &mut self.ours {
                sleep(BREATH).await;
                let checkpoint = ours.fleet.checkpoint(&ours.machine).await?;
                pauses.ours.add(ms(Duration::from_micros(checkpoint.pause_us.cast_unsigned())));
                sizes.ours.add(mib(checkpoint.size_bytes));
                ours.fleet.forget(&checkpoint).await?;
            }
        }
        self.tell("qemu/checkpoint_pause", "ms", pauses);
        self.tell("qemu/checkpoint_size", "MiB", sizes);
        Ok(())
    }

    async fn restore(&mut self) -> Result<(), BenchError> {
        let (mut times, mut totals) = (Pair::default(), Pair::default());
        let checkpoint = match &mut self.ours {
            Some(ours) => Some(ours.fleet.checkpoint(&ours.machine).await?),
            None => None,
        };
        for number in self.numbers("restore", usize::MAX) {
            self.begin("restore", number).await;
            let floor = ms(self.floor.restore().await?);
            times.floor.add(floor);
            totals.floor.add(floor);
            if let (Some(ours), Some(checkpoint)) = (&mut self.ours, &checkpoint) {
                sleep(BREATH).await;
                let total = ours.fleet.restore(checkpoint).await?;
                let rebirth = ours.fleet.rebirth(&ours.machine).await?.unwrap_or_default();
                totals.ours.add(ms(total));
                times.ours.add(ms(total.saturating_sub(rebirth)));
            }
        }
        self.tell("qemu/restore", "ms", times);
        self.tell("qemu/restore_with_rebirth", "ms", totals);
        Ok(())
    }

    async fn fork(&mut self) -> Result<(), BenchError> {
        let (mut firsts, mut rebirths) = (Pair::default(), Pair::default());
        let (mut times, mut totals) = (Pair::default(), Pair::default());
        self.begin("fork", 0).await;
        let template = self.floor.make_template().await?;
        let (took, fork) = self.floor.fork().await?;
        fork.end().await?;
        firsts.floor.add(ms(template + took));
        let checkpoint = match &mut self.ours {
            Some(ours) => {
                let checkpoint = ours.fleet.checkpoint(&ours.machine).await?;
                sleep(BREATH).await;
                let (took, machine) = ours.fleet.fork(&checkpoint).await?;
                firsts.ours.add(ms(took));
                ours.fleet.delete(&machine).await?;
                Some(checkpoint)
            }
            None => None,
        };
        for number in self.numbers("fork", usize::MAX) {
            self.begin("fork", number).await;
            let (took, fork) = self.floor.fork().await?;
            times.floor.add(ms(took));
            totals.floor.add(ms(took));
            fork.end().await?;
            if let (Some(ours), Some(checkpoint)) = (&mut self.ours, &checkpoint) {
                sleep(BREATH).await;
                let (took, machine) = ours.fleet.fork(checkpoint).await?;
                let rebirth = ours.fleet.rebirth(&machine).await?.unwrap_or_default();
                totals.ours.add(ms(took));
                times.ours.add(ms(took.saturating_sub(rebirth)));
                rebirths.ours.add(ms(rebirth));
                ours.fleet.delete(&machine).await?;
            }
        }
        let memory = self.fork_memory(checkpoint.as_ref()).await?;
        self.tell("qemu/fork_first_exec", "ms", times);
        self.tell("qemu/fork_first_exec_with_rebirth", "ms", totals);
        self.tell("qemu/fork_template", "ms", firsts);
        self.tell("qemu/rebirth", "ms", rebirths);
        self.tell("qemu/fork_memory", "MiB", memory);
        Ok(())
    }

    /// Makes forks that live at once and measures them when they have come to rest.
    async fn fork_memory(&mut self, checkpoint: Option<&Checkpoint>) -> Result<Pair, BenchError> {
        (self.say)("memory of idle forks");
        let (mut bare, mut machines) = (Vec::new(), Vec::new());
        for _ in 0..IDLE_FORK_COUNT {
            bare.push(self.floor.fork().await?.1);
            if let (Some(ours), Some(checkpoint)) = (&mut self.ours, checkpoint) {
                machines.push(ours.fleet.fork(checkpoint).await?.1);
            }
        }
        sleep(IDLE).await;
        let mut memory = Pair::default();
        for fork in &bare {
            memory.floor.add(fork.memory_mib()?);
        }
        if let Some(ours) = &mut self.ours {
            for machine in &machines {
                memory.ours.add(ours.fleet.process(machine)?.memory_mib()?);
            }
            for machine in &machines {
                ours.fleet.delete(machine).await?;
            }
        }
        for fork in bare {
            fork.end().await?;
        }
        Ok(memory)
    }

    fn numbers(&self, what: &str, most: usize) -> std::ops::RangeInclusive<usize> {
        let count = self.plan.sample_count.min(most);
        (self.say)(&format!("{what}: {count} samples"));
        1..=count
    }

    async fn begin(&self, what: &'static str, number: usize) {
        tracing::debug!(what, number, "sample");
        sleep(BREATH).await;
    }

    fn tell(&mut self, name: &'static str, unit: &'static str, pair: Pair) {
        // Without our system the floor is all there is to tell.
        let ours = if self.plan.floor_only { &pair.floor } else { &pair.ours };
        self.results.extend(Figure::of(name, unit, ours, &pair.floor));
    }
}

fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

#[expect(clippy::cast_precision_loss, reason = "sizes are far below the range in which it matters")]
fn mib(bytes: i64) -> f64 {
    bytes as f64 / f64::from(1 << 20)
}
