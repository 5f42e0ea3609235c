//! `autovibe image …`

use std::io::{IsTerminal as _, Write as _};
use std::path::PathBuf;
use std::sync::Mutex;

use autovibe_proto::Failure;
use autovibe_proto::hub::v1::ListImagesRequest;
use clap::Subcommand;

use super::context::Context;
use super::error::CliError;
use super::output::{instant, print_json, print_table};
use crate::image::{
    BuildInputs, BuildStage, Progress, ProgressUpdate, Recipe, build, default_store, export, import,
};

/// Builds, moves and lists Images.
#[derive(Debug, Subcommand)]
pub(crate) enum ImageCommand {
    /// Builds an Image from a recipe, or finds the one that was built from the same inputs.
    Build {
        /// The recipe.
        #[arg(long, short)]
        file: PathBuf,
        /// The static guest program [default: autovibe-guest beside this program].
        #[arg(long)]
        guest: Option<PathBuf>,
        /// Where Images are kept [default: the user's cache folder].
        #[arg(long, env = "AUTOVIBE_IMAGES")]
        store: Option<PathBuf>,
    },
    /// Brings Images into the store, from archives or folders that `image export` or `image build` made.
    ///
    /// Every file is compared with the digest in the manifest.
    Import {
        /// The archives or folders.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Where Images are kept [default: the user's cache folder].
        #[arg(long, env = "AUTOVIBE_IMAGES")]
        store: Option<PathBuf>,
    },
    /// Writes an Image of the store into a new tar file.
    Export {
        /// Identifier, name, or digest or its beginning.
        image: String,
        /// The file to write.
        file: PathBuf,
        /// Where Images are kept [default: the user's cache folder].
        #[arg(long, env = "AUTOVIBE_IMAGES")]
        store: Option<PathBuf>,
    },
    /// Lists the Images that the Hub's nodes have.
    List,
}

pub(crate) async fn image(context: &Context, command: ImageCommand) -> Result<(), CliError> {
    match command {
        ImageCommand::Build { file, guest, store } => {
            let guest_binary = match guest {
                Some(path) => path,
                None => guest_beside_this_program()?,
            };
            let recipe = Recipe::load(&file).map_err(failed)?;
            let inputs = BuildInputs { guest_binary, guest_version: env!("CARGO_PKG_VERSION").to_owned() };
            let store = store.unwrap_or_else(default_store);
            let progress = StageLines::default();
            let built = tokio::select! {
                built = build(&recipe, &inputs, &store, &progress) => built.map_err(failed)?,
                _ = tokio::signal::ctrl_c() => {
                    return Err(Failure::new(autovibe_proto::ErrorKind::Unavailable, "CANCELLED", "cancelled; nothing half-built is left").into());
                }
            };
            if context.is_json() {
                return print_json(&built.image);
            }
            println!(
                "{}  {}{}",
                built.image.name,
                built.dir.display(),
                if built.is_reused { " (reused)" } else { "" }
            );
        }
        ImageCommand::Import { files, store } => {
            let store = store.unwrap_or_else(default_store);
            let progress = StageLines::default();
            let mut images = Vec::new();
            for file in files {
                let imported = import(&file, &store, &progress).await.map_err(failed)?;
                if !context.is_json() {
                    let known = if imported.is_reused { " (was there already)" } else { "" };
                    println!("{}  {}{known}", imported.image.name, imported.dir.display());
                }
                images.push(imported.image);
            }
            if context.is_json() {
                print_json(&images)?;
            }
        }
        ImageCommand::Export { image, file, store } => {
            let exported =
                export(&store.unwrap_or_else(default_store), &image, &file).await.map_err(failed)?;
            if context.is_json() {
                return print_json(&exported);
            }
            println!("{}  {}", exported.name, file.display());
        }
        ImageCommand::List => {
            let mut hub = context.connect().await?;
            let images = hub.list_images(ListImagesRequest {}).await?.into_inner().images;
            if context.is_json() {
                return print_json(&images);
            }
            let rows: Vec<_> = images
                .into_iter()
                .map(|image| {
                    let agents: Vec<String> = image
                        .coding_agents
                        .iter()
                        .map(|agent| format!("{} {}", agent.kind, agent.version))
                        .collect();
                    [
                        image.id,
                        image.name,
                        agents.join(", "),
                        image.guest_version,
                        instant(image.create_time.as_ref()),
                    ]
                })
                .collect();
            print_table(["ID", "NAME", "CODING AGENTS", "GUEST", "CREATED"], &rows);
        }
    }
    Ok(())
}

fn failed(error: crate::image::ImageError) -> CliError {
    let kind = error.kind();
    let text = format!("{:#}", anyhow::Error::from(error));
    Failure::new(kind, "IMAGE_FAILED", text).into()
}

fn guest_beside_this_program() -> Result<PathBuf, CliError> {
    let here = std::env::current_exe()?;
    let path = here.with_file_name("autovibe-guest");
    if path.is_file() {
        return Ok(path);
    }
    Err(Failure::invalid(format!(
        "{} does not exist; build it with `cargo xtask image`, or name the guest program with --guest",
        path.display()
    ))
    .into())
}

/// Shows each stage on a line of standard error; a terminal also sees how far it is.
#[derive(Debug, Default)]
struct StageLines {
    shown: Mutex<Option<BuildStage>>,
}

impl Progress for StageLines {
    fn update(&self, update: ProgressUpdate<'_>) {
        let mut shown = self.shown.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let is_new = shown.replace(update.stage) != Some(update.stage);
        let mut err = std::io::stderr();
        if err.is_terminal() {
            let percent = update.fraction.map(|part| format!(" {:.0} %", part * 100.0)).unwrap_or_default();
            let detail: String = update.detail.chars().take(60).collect();
            let _ = write!(err, "\r\x1b[2K{}{percent} {detail}", update.stage.name());
            let _ = err.flush();
        } else if is_new {
            let _ = writeln!(err, "image: {}", update.stage.name());
        }
    }
}
