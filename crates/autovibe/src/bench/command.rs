//! `autovibe bench`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use tokio::signal::unix::{SignalKind, signal};

use super::error::BenchError;
use super::measure::Measure;
use super::run::{Plan, run};
use super::scratch::Scratch;
use crate::cli::{CliError, Context};
use crate::image::default_store;

/// Measures this computer beside bare QEMU in the same run.
#[derive(Debug, Args)]
pub struct BenchArguments {
    /// What to measure; without it everything.
    #[arg(value_enum)]
    measures: Vec<Measure>,
    /// Number of samples of each measure; boots have at most five.
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u16).range(1..=1000))]
    samples: u16,
    /// Where Images are kept [default: the user's cache folder].
    #[arg(long, env = "AUTOVIBE_IMAGES", value_name = "DIR")]
    images: Option<PathBuf>,
    /// Which accelerator Machines use.
    #[arg(long, value_enum, default_value = "auto", env = "AUTOVIBE_ACCELERATOR")]
    accelerator: Accelerator,
    /// Measures bare QEMU alone, under emulation.
    #[arg(long)]
    floor_only: bool,
}

/// Which accelerator Machines use.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Accelerator {
    /// KVM if a guest is proven to run under it, else software emulation.
    Auto,
    /// KVM or nothing.
    Kvm,
    /// Software emulation.
    Tcg,
}

/// Runs the measurements in a temporary folder and prints the figures.
///
/// # Errors
/// When something that is measured fails; nothing is left running.
pub async fn bench(context: &Context, arguments: BenchArguments) -> Result<(), CliError> {
    let store = arguments.images.unwrap_or_else(default_store);
    let store = std::path::absolute(store)?;
    let accelerator = match arguments.accelerator {
        Accelerator::Auto => "auto",
        Accelerator::Kvm => "kvm",
        Accelerator::Tcg => "tcg",
    };
    let settings = ["--images", &store.to_string_lossy(), "--accelerator", accelerator].map(str::to_owned);
    let plan = Plan {
        measures: Measure::chosen(&arguments.measures),
        sample_count: usize::from(arguments.samples),
        settings: settings.to_vec(),
        store,
        floor_only: arguments.floor_only,
    };
    let report = measure(&plan).await.map_err(|error| match error {
        BenchError::Hub(failure) => CliError::Failure(failure),
        error => CliError::Local(error.into()),
    })?;
    if context.is_json() {
        return crate::cli::print_json(&report);
    }
    report.print();
    Ok(())
}

async fn measure(plan: &Plan) -> Result<super::report::Report, BenchError> {
    let listen = |kind| signal(kind).map_err(BenchError::file("listen for signals"));
    let (mut interrupt, mut terminate) = (listen(SignalKind::interrupt())?, listen(SignalKind::terminate())?);
    let scratch = Scratch::create()?;
    let say = |text: &str| eprintln!("bench: {text}");
    // Whoever comes first, the folder and its processes go with the scope.
    tokio::select! {
        report = run(plan, &scratch, &say) => report,
        _ = interrupt.recv() => Err(BenchError::Interrupted),
        _ = terminate.recv() => Err(BenchError::Interrupted),
    }
}
