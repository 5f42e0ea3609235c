//! Puts a build together: what is in the store already, what is made now, and the order of both.

use std::path::{Path, PathBuf};

use autovibe_proto::ImageId;
use autovibe_proto::v1::{Image, ImageCodingAgent};
use serde::Serialize;

use super::base;
use super::coding_agent::{self, CodingAgent};
use super::digest::{sha256_file, sha256_of};
use super::disk::{self, DiskContent};
use super::error::ImageError;
use super::manifest;
use super::progress::{BuildStage, Progress, StageProgress};
use super::recipe::Recipe;
use super::store::LockedStore;

/// Grows when this folder makes another Image from the same inputs.
const IMAGE_FORMAT: u32 = 1;

const GUEST_PATH: &str = "/usr/local/bin/autovibe-guest";

/// Command line of the kernel.
///
/// `ip=` is read by the initrd: QEMU's user network needs no DHCP. A driver for another network replaces
/// that word. `panic=-1` ends the hypervisor process instead of leaving a dead Machine.
const KERNEL_COMMAND_LINE: &str = "root=/dev/vda rw console=ttyS0 quiet panic=-1 net.ifnames=0 \
     fsck.mode=skip systemd.gpt_auto=no ip=10.0.2.15::10.0.2.2:255.255.255.0:machine:eth0:off";

/// What a build takes beside the recipe.
#[derive(Debug, Clone)]
pub struct BuildInputs {
    /// The guest program, a static binary for the Image's architecture.
    pub guest_binary: PathBuf,
    /// Its version, recorded in the manifest.
    pub guest_version: String,
}

/// A finished Image in a store.
#[derive(Debug, Clone)]
pub struct BuiltImage {
    /// Folder with `disk.qcow2`, `vmlinuz`, `initrd` and `manifest.json`; nothing may write to them.
    pub dir: PathBuf,
    /// The manifest.
    pub image: Image,
    /// True when the store had it already.
    pub is_reused: bool,
}

#[derive(Serialize)]
struct ImageKey<'a> {
    format: u32,
    recipe: &'a Recipe,
    base: String,
    guest: &'a str,
    guest_version: &'a str,
    integrities: &'a [String],
    kernel_command_line: &'a str,
}

/// Builds an Image, or returns the one that the store has for the same inputs.
///
/// The folder's name is the digest of all inputs. Parts that cost time are kept in `<store>/cache`.
///
/// # Errors
/// [`ImageError`]; an unfinished Image is never left in its final place.
///
/// # Cancel safety
/// Safe: started programs end with the future, and the next build removes what is left.
pub async fn build(
    recipe: &Recipe,
    inputs: &BuildInputs,
    store: &Path,
    progress: &dyn Progress,
) -> Result<BuiltImage, ImageError> {
    let at = |stage| StageProgress { progress, stage };
    let store = LockedStore::acquire(store, at(BuildStage::Wait)).await?;
    let (_, guest) = sha256_file(&inputs.guest_binary)
        .await
        .map_err(ImageError::file("read guest program", store.dir()))?;
    let mut integrities = Vec::with_capacity(recipe.coding_agents.len());
    for coding_agent in &recipe.coding_agents {
        integrities.push(coding_agent::integrity(coding_agent, store.dir()).await?);
    }
    let digest = key(recipe, &guest, &inputs.guest_version, &integrities);
    let dir = store.dir().join(&digest);
    if let Some(image) = reusable(&dir) {
        at(BuildStage::Manifest).done_part(1.0, "the store has this image");
        return Ok(BuiltImage { dir, image, is_reused: true });
    }

    let base = base::ensure(recipe, &store, at(BuildStage::Base)).await?;
    let mut coding_agents = Vec::with_capacity(integrities.len());
    for (coding_agent, integrity) in recipe.coding_agents.iter().zip(&integrities) {
        let stage = at(BuildStage::CodingAgent);
        coding_agents.push(coding_agent::ensure(coding_agent, integrity, &store, stage).await?);
    }

    let staging = store.stage("image")?;
    let content = disk_content(&base, &coding_agents, inputs);
    let disk = staging.dir().join("disk.qcow2");
    disk::write(&content, recipe.disk_size.bytes(), &digest, &disk, &store, at(BuildStage::Disk)).await?;
    at(BuildStage::Manifest).say("take digests");
    let image = finish(recipe, inputs, &digest, base, &coding_agents, staging.dir())
        .await
        .map_err(ImageError::file("write manifest", store.dir()))?;
    staging.publish(&dir).map_err(ImageError::file("keep image", store.dir()))?;
    at(BuildStage::Manifest).done_part(1.0, "ready");
    Ok(BuiltImage { dir, image, is_reused: false })
}

fn key(recipe: &Recipe, guest: &str, guest_version: &str, integrities: &[String]) -> String {
    sha256_of(&ImageKey {
        format: IMAGE_FORMAT,
        recipe,
        base: base::key(recipe),
        guest,
        guest_version,
        integrities,
        kernel_command_line: KERNEL_COMMAND_LINE,
    })
}

/// A folder whose files have their full sizes; one that has not is built again in its place.
fn reusable(dir: &Path) -> Option<Image> {
    let image = manifest::read(dir).ok()?;
    manifest::check_sizes(dir, &image).ok()?;
    Some(image)
}

fn disk_content(base: &base::Base, coding_agents: &[CodingAgent<'_>], inputs: &BuildInputs) -> DiskContent {
    let mut programs = vec![(inputs.guest_binary.clone(), GUEST_PATH.to_owned())];
    let mut links = Vec::new();
    for coding_agent in coding_agents {
        programs.push((coding_agent.program.clone(), coding_agent.recipe.path.clone()));
        let targets = coding_agent.recipe.links.iter().cloned();
        links.extend(targets.map(|link| (link, coding_agent.recipe.path.clone())));
    }
    DiskContent { rootfs: base.rootfs.clone(), programs, links }
}

async fn finish(
    recipe: &Recipe,
    inputs: &BuildInputs,
    digest: &str,
    base: base::Base,
    coding_agents: &[CodingAgent<'_>],
    dir: &Path,
) -> std::io::Result<Image> {
    fs_err::tokio::copy(&base.kernel, dir.join("vmlinuz")).await?;
    fs_err::tokio::copy(&base.initrd, dir.join("initrd")).await?;
    let image = Image {
        id: ImageId::derive(&[digest]).into_string(),
        name: recipe.name.clone(),
        digest: digest.to_owned(),
        arch: "x86_64".to_owned(),
        disk: Some(manifest::describe(dir, "disk.qcow2").await?),
        kernel: Some(manifest::describe(dir, "vmlinuz").await?),
        initrd: Some(manifest::describe(dir, "initrd").await?),
        kernel_command_line: KERNEL_COMMAND_LINE.to_owned(),
        packages: base.packages,
        coding_agents: coding_agents
            .iter()
            .map(|item| ImageCodingAgent {
                kind: item.recipe.kind.clone(),
                version: item.recipe.version.clone(),
                path: item.recipe.path.clone(),
            })
            .collect(),
        guest_version: inputs.guest_version.clone(),
        disk_bytes: recipe.disk_size.bytes().cast_signed(),
        // Set by the database service when the Image is entered there.
        create_time: None,
        update_time: None,
        revision: 0,
    };
    manifest::write(dir, &image)?;
    Ok(image)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recipe() -> Recipe {
        let text = include_str!("../../../../images/debian-claude-code/image.toml");
        Recipe::parse(text, Path::new("image.toml")).unwrap()
    }

    #[test]
    fn the_digest_follows_each_input() {
        let first = recipe();
        let pins = vec!["sha512-a".to_owned()];
        let digest = key(&first, "guest", "1", &pins);
        assert_eq!(key(&first, "guest", "1", &pins), digest, "the same inputs give the same digest");
        let mut larger = first.clone();
        larger.disk_size = "9GiB".to_owned().try_into().unwrap();
        let mut moved = first.clone();
        moved.coding_agents[0].path.push('2');
        let mut revised = first.clone();
        revised.base.revision = Some("later".to_owned());
        let changed = [
            key(&Recipe { name: "other".to_owned(), ..first.clone() }, "guest", "1", &pins),
            key(&Recipe { packages: vec!["git".to_owned()], ..first.clone() }, "guest", "1", &pins),
            key(&Recipe { run: vec!["true".to_owned()], ..first.clone() }, "guest", "1", &pins),
            key(&larger, "guest", "1", &pins),
            key(&moved, "guest", "1", &pins),
            key(&revised, "guest", "1", &pins),
            key(&first, "guest2", "1", &pins),
            key(&first, "guest", "2", &pins),
            key(&first, "guest", "1", &["sha512-b".to_owned()]),
        ];
        for (index, other) in changed.iter().enumerate() {
            assert_ne!(other, &digest, "case {index}");
        }
    }

    #[test]
    fn a_damaged_image_is_not_reused() {
        let dir = tempfile::tempdir().unwrap();
        assert!(reusable(dir.path()).is_none());
        std::fs::write(dir.path().join(manifest::MANIFEST), "{}").unwrap();
        assert!(reusable(dir.path()).is_none());
    }
}
