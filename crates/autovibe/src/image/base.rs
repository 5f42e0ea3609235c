//! The base system of an Image: installed packages as a tar archive, with kernel and initrd beside it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use autovibe_proto::v1::ImagePackage;
use serde::Serialize;

use super::archive::Contents;
use super::digest::{run_blocking, sha256, sha256_of};
use super::error::ImageError;
use super::initrd;
use super::kernel_module::{BOOT_MODULES, loading_order};
use super::mirror::{self, HostSources};
use super::overlay;
use super::package;
use super::program::Program;
use super::progress::StageProgress;
use super::recipe::{BaseRecipe, Recipe};
use super::store::{LockedStore, Staging};

/// Grows when this file makes something else from the same inputs.
const BASE_FORMAT: u32 = 1;
/// 30 minutes: a minute is usual, a slow mirror and large packages take many.
const INSTALL_LIMIT: Duration = Duration::from_secs(30 * 60);
/// Room for the unpacked system, its archive and the work on both.
const NEEDED_BYTES: u64 = 2 << 30;

const ROOTFS: &str = "rootfs.tar";
const KERNEL: &str = "vmlinuz";
const INITRD: &str = "initrd";
const PACKAGES: &str = "packages.json";

/// A finished base system.
#[derive(Debug)]
pub(super) struct Base {
    pub(super) rootfs: PathBuf,
    pub(super) kernel: PathBuf,
    pub(super) initrd: PathBuf,
    pub(super) packages: Vec<ImagePackage>,
}

#[derive(Serialize)]
struct BaseKey<'a> {
    format: u32,
    base: &'a BaseRecipe,
    packages: Vec<String>,
    run: &'a [String],
    set_up: &'a [&'a str],
    overlay: String,
    init: String,
    modules: &'a [&'a str],
}

/// Returns the digest of everything that a base system is made from.
pub(super) fn key(recipe: &Recipe) -> String {
    sha256_of(&BaseKey {
        format: BASE_FORMAT,
        base: &recipe.base,
        packages: packages(recipe),
        run: &recipe.run,
        set_up: &[overlay::SET_UP.as_slice(), overlay::CLEAN_UP.as_slice()].concat(),
        overlay: sha256(&overlay::archive()),
        init: sha256(initrd::INIT.as_bytes()),
        modules: &BOOT_MODULES,
    })
}

/// Returns the base system of a recipe, made now unless the store has it.
pub(super) async fn ensure(
    recipe: &Recipe,
    store: &LockedStore,
    progress: StageProgress<'_>,
) -> Result<Base, ImageError> {
    let dir = store.dir().join("cache").join(format!("base-{}", key(recipe)));
    if !dir.join(PACKAGES).is_file() {
        store.require_free(NEEDED_BYTES)?;
        let staging = store.stage("base")?;
        install(recipe, store, &staging, progress).await?;
        progress.done_part(0.9, "kernel and initrd");
        let staging_dir = staging.dir().to_owned();
        run_blocking(move || extract(&staging_dir))
            .await
            .map_err(ImageError::file("make kernel and initrd ready", store.dir()))?;
        staging.publish(&dir).map_err(ImageError::file("keep base system", store.dir()))?;
    }
    let list = fs_err::read(dir.join(PACKAGES)).map_err(ImageError::file("read packages", store.dir()))?;
    let packages = serde_json::from_slice(&list)
        .map_err(|error| ImageError::BaseUnusable { reason: format!("{}: {error}", dir.display()) })?;
    progress.done_part(1.0, "ready");
    Ok(Base { rootfs: dir.join(ROOTFS), kernel: dir.join(KERNEL), initrd: dir.join(INITRD), packages })
}

async fn install(
    recipe: &Recipe,
    store: &LockedStore,
    staging: &Staging,
    progress: StageProgress<'_>,
) -> Result<(), ImageError> {
    let work = store.stage("base-work")?;
    let overlay_path = work.dir().join("overlay.tar");
    fs_err::write(&overlay_path, overlay::archive())
        .map_err(ImageError::file("write overlay", store.dir()))?;
    let mut program = Program::new("mmdebstrap", "mmdebstrap", store.dir(), INSTALL_LIMIT)
        .args(arguments(recipe, &overlay_path))
        .arg(&recipe.base.suite)
        .arg(staging.dir().join(ROOTFS))
        .args(mirror::source_lines(&recipe.base, &HostSources::read()))
        // Times of files: the archive is then the same bytes for the same packages.
        .env("SOURCE_DATE_EPOCH", "0")
        // Read by initramfs-tools: the kernel package needs no initrd, ours replaces it.
        .env("INITRD", "No");
    // Work stays in the store, so that a killed build is found and removed. Without root rights
    // mmdebstrap's own user must reach the folder, which below a home it cannot.
    if rustix::process::geteuid().is_root() {
        program = program.env("TMPDIR", work.dir());
    }
    // mmdebstrap says about a dozen such lines in a run.
    let mut line_count = 0.0;
    program
        .run(|line| {
            if let Some(text) = line.strip_prefix("I: ") {
                line_count += 1.0;
                progress.done_part(f32::min(line_count / 16.0, 0.85), text);
            }
        })
        .await
}

fn arguments(recipe: &Recipe, overlay_path: &Path) -> Vec<String> {
    let mut arguments = vec![
        "--variant=apt".to_owned(),
        "--architectures=amd64".to_owned(),
        "--format=tar".to_owned(),
        "--aptopt=APT::Install-Recommends \"false\"".to_owned(),
        "--aptopt=Acquire::Languages \"none\"".to_owned(),
        "--aptopt=Acquire::Retries \"3\"".to_owned(),
        format!("--include={}", packages(recipe).join(",")),
    ];
    if mirror::is_past(&recipe.base) {
        arguments.push("--aptopt=Acquire::Check-Valid-Until \"false\"".to_owned());
    }
    for folder in ["doc", "info", "locale", "man"] {
        arguments.push(format!("--dpkgopt=path-exclude=/usr/share/{folder}/*"));
    }
    arguments.push("--dpkgopt=path-include=/usr/share/doc/*/copyright".to_owned());
    arguments.push(format!("--customize-hook=tar-in {} /", quote(&overlay_path.to_string_lossy())));
    let steps =
        overlay::SET_UP.into_iter().chain(recipe.run.iter().map(String::as_str)).chain(overlay::CLEAN_UP);
    for step in steps {
        arguments.push(format!("--customize-hook=chroot \"$1\" /bin/sh -euc {}", quote(step)));
    }
    arguments
}

fn packages(recipe: &Recipe) -> Vec<String> {
    let required = package::REQUIRED.into_iter().map(str::to_owned);
    let mut packages: Vec<String> = recipe.packages.iter().cloned().chain(required).collect();
    packages.sort();
    packages.dedup();
    packages
}

/// Source: POSIX.1-2017, Shell Command Language 2.2.2 "Single-Quotes".
fn quote(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// Takes kernel, initrd and package list out of the archive and puts them beside it.
fn extract(dir: &Path) -> std::io::Result<()> {
    let rootfs = dir.join(ROOTFS);
    let contents = Contents::read(&rootfs)?;
    let missing = |what: String| std::io::Error::new(std::io::ErrorKind::NotFound, what);
    let kernel = contents
        .names()
        .filter(|name| name.starts_with("boot/vmlinuz-"))
        .max()
        .ok_or_else(|| missing("no kernel in the base system".to_owned()))?;
    let version = &kernel["boot/vmlinuz-".len()..];
    fs_err::write(dir.join(KERNEL), contents.file(&rootfs, kernel)?)?;

    let modules_dir = format!("usr/lib/modules/{version}");
    let text = |name: &str| -> std::io::Result<String> {
        let content = contents.file(&rootfs, &format!("{modules_dir}/{name}"))?;
        Ok(String::from_utf8_lossy(&content).into_owned())
    };
    let order = loading_order(&text("modules.dep")?, &text("modules.builtin")?, &BOOT_MODULES)
        .map_err(|module| missing(format!("kernel {version} has no module {module}")))?;
    let mut modules = Vec::with_capacity(order.len());
    for path in order {
        if !path.ends_with(".ko") {
            return Err(missing(format!("kernel {version} has compressed modules, as {path}")));
        }
        let content = contents.file(&rootfs, &format!("{modules_dir}/{path}"))?;
        let name = path.rsplit('/').next().unwrap_or(&path).to_owned();
        modules.push((name, content));
    }
    let busybox = contents.file(&rootfs, "usr/bin/busybox")?;
    fs_err::write(dir.join(INITRD), initrd::build(initrd::INIT.as_bytes(), &busybox, &modules))?;

    let status = contents.file(&rootfs, "var/lib/dpkg/status")?;
    let packages = package::installed(&String::from_utf8_lossy(&status));
    fs_err::write(dir.join(PACKAGES), serde_json::to_vec(&packages)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recipe() -> Recipe {
        let text = include_str!("../../../../images/debian-claude-code/image.toml");
        Recipe::parse(text, Path::new("image.toml")).unwrap()
    }

    #[test]
    fn the_key_follows_packages_steps_and_release_and_nothing_else() {
        let first = recipe();
        let same_base = [
            Recipe { name: "other".to_owned(), ..first.clone() },
            Recipe { coding_agents: Vec::new(), ..first.clone() },
            Recipe { packages: first.packages.iter().rev().cloned().collect(), ..first.clone() },
        ];
        for other in same_base {
            assert_eq!(key(&other), key(&first));
        }
        let mut revised = first.clone();
        revised.base.revision = Some("later".to_owned());
        let mut suite = first.clone();
        suite.base.suite = "trixie".to_owned();
        let other_base = [
            revised,
            suite,
            Recipe { packages: Vec::new(), ..first.clone() },
            Recipe { run: vec!["true".to_owned()], ..first.clone() },
        ];
        for other in other_base {
            assert_ne!(key(&other), key(&first));
        }
    }

    #[test]
    fn a_run_step_reaches_the_shell_of_the_new_system_as_written() {
        let step = "echo \"it's $HOME\"";
        let recipe = Recipe { run: vec![step.to_owned()], ..recipe() };
        let hook = arguments(&recipe, Path::new("/store/o.tar"))
            .into_iter()
            .find_map(|argument| {
                let hook = argument.strip_prefix("--customize-hook=chroot \"$1\" /bin/sh -euc ")?.to_owned();
                hook.contains("HOME").then_some(hook)
            })
            .unwrap();
        let output = std::process::Command::new("sh").arg("-c").arg(format!("printf %s {hook}")).output();
        assert_eq!(String::from_utf8(output.unwrap().stdout).unwrap(), step);
    }
}
