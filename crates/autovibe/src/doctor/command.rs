//! `autovibe doctor`.

#![expect(clippy::print_stdout, reason = "this module speaks to people")]

use std::path::Path;

use autovibe_proto::{ErrorKind, Failure};
use clap::Args;

use super::check::{Check, Verdict};
use super::distribution::Distribution;
use super::host::host;
use super::program::programs;
use crate::cli::{CliError, Context};
use crate::daemon::NodeSettings;

/// Looks at this host.
#[derive(Debug, Args)]
pub(crate) struct DoctorArguments {
    #[command(flatten)]
    node: NodeSettings,
}

pub(crate) async fn doctor(context: &Context, arguments: DoctorArguments) -> Result<(), CliError> {
    let distribution = Distribution::here();
    let image = image(&arguments.node);
    let mut checks = programs(distribution, image.verdict == Verdict::Good);
    checks.extend(host(&context.data()?));
    checks.push(image);
    checks.extend(driver(&arguments.node).await);
    if context.is_json() {
        let text = serde_json::to_string_pretty(&checks).map_err(anyhow::Error::from)?;
        println!("{text}");
    } else {
        for check in &checks {
            let mark = match check.verdict {
                Verdict::Good => "ok     ",
                Verdict::Weak => "weak   ",
                Verdict::Missing => "MISSING",
            };
            println!("{mark}  {:<20} {}", check.name, check.text);
            if let Some(remedy) = &check.remedy {
                println!("         {:<20} → {remedy}", "");
            }
        }
    }
    let missing: Vec<_> =
        checks.iter().filter(|check| check.verdict == Verdict::Missing).map(|check| check.name).collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Failure::new(
        ErrorKind::WrongState,
        "HOST_NOT_READY",
        format!("Machines cannot run here yet; missing: {}", missing.join(", ")),
    )
    .into())
}

fn image(settings: &NodeSettings) -> Check {
    let store = settings.images.clone().unwrap_or_else(crate::image::default_store);
    let found = crate::image::find(&store).unwrap_or_default();
    if found.is_empty() {
        Check::missing(
            "image",
            format!("none in {}", store.display()),
            Some("autovibe image build -f images/debian-claude-code/image.toml".to_owned()),
        )
    } else {
        Check::good("image", format!("{} in {}", found.len(), store.display()))
    }
}

/// How a daemon gets a control group that it may divide; only systemd hands them out.
fn delegation() -> Option<String> {
    let has_systemd = Path::new("/run/systemd/system").is_dir();
    has_systemd.then(|| "systemd-run --user --scope -p Delegate=yes autovibe up".to_owned())
}

/// Asks the driver what it has proven here.
async fn driver(settings: &NodeSettings) -> Vec<Check> {
    let scratch = std::env::temp_dir().join(format!("autovibe-doctor-{}", std::process::id()));
    let result = async {
        let driver = crate::daemon::open_driver(settings, &scratch).await?;
        Ok::<_, anyhow::Error>(driver.capabilities().await?)
    }
    .await;
    let _ = fs_err::remove_dir_all(&scratch);
    match result {
        Ok(capabilities) => {
            let accelerator = if capabilities.accelerator == "kvm" {
                Check::good("accelerator", format!("kvm: {}", capabilities.accelerator_reason))
            } else {
                Check::weak(
                    "accelerator",
                    format!("{}: {}", capabilities.accelerator, capabilities.accelerator_reason),
                    None,
                )
            };
            let level =
                capabilities.level().as_str_name().trim_start_matches("CHECKPOINT_LEVEL_").to_lowercase();
            let level = if capabilities.level_reason.is_empty() {
                Check::good("checkpoints", level)
            } else {
                Check::weak("checkpoints", format!("{level}: {}", capabilities.level_reason), None)
            };
            let limits = if capabilities.limits == "none" {
                Check::weak("limits", format!("none: {}", capabilities.limits_reason), delegation())
            } else {
                Check::good("limits", capabilities.limits.clone())
            };
            vec![accelerator, level, limits]
        }
        Err(error) => vec![Check::weak("driver", format!("{error:#}"), None)],
    }
}
