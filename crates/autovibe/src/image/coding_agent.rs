//! Fetches coding agents from npm, checks them and keeps the one program that is needed.

use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::digest::{integrity_of_file, sha256_of};
use super::error::ImageError;
use super::program::Program;
use super::progress::StageProgress;
use super::recipe::CodingAgentRecipe;
use super::store::{LockedStore, Staging};

/// Grows when this file makes something else from the same inputs.
const CODING_AGENT_FORMAT: u32 = 1;
/// 15 minutes: 170 MB over a slow line.
const FETCH_LIMIT: Duration = Duration::from_secs(15 * 60);
/// Most that unpacking or asking the registry may take.
const SHORT_LIMIT: Duration = Duration::from_secs(120);
/// Room for package, npm's copy of it and the program.
const NEEDED_BYTES: u64 = 1 << 30;

const PROGRAM: &str = "program";

/// A coding agent ready to be put on a disk.
#[derive(Debug)]
pub(super) struct CodingAgent<'a> {
    pub(super) recipe: &'a CodingAgentRecipe,
    pub(super) program: PathBuf,
}

#[derive(Serialize)]
struct CodingAgentKey<'a> {
    format: u32,
    package: &'a str,
    version: &'a str,
    member: &'a str,
    integrity: &'a str,
}

/// Returns the integrity text that a package must have: the pinned one, else the registry's.
pub(super) async fn integrity(recipe: &CodingAgentRecipe, store: &Path) -> Result<String, ImageError> {
    if let Some(integrity) = &recipe.integrity {
        return Ok(integrity.clone());
    }
    let answer = npm(store, SHORT_LIMIT)
        .args(["view", &specifier(recipe), "dist.integrity", "--json"])
        .answer()
        .await?;
    serde_json::from_slice(&answer).map_err(|error| malformed(format!("integrity of a package: {error}")))
}

/// Returns a coding agent's program, fetched now unless the store has it.
pub(super) async fn ensure<'a>(
    recipe: &'a CodingAgentRecipe,
    integrity: &str,
    store: &LockedStore,
    progress: StageProgress<'_>,
) -> Result<CodingAgent<'a>, ImageError> {
    let key = sha256_of(&CodingAgentKey {
        format: CODING_AGENT_FORMAT,
        package: &recipe.package,
        version: &recipe.version,
        member: &recipe.member,
        integrity,
    });
    let dir = store.dir().join("cache").join(format!("coding-agent-{key}"));
    if !dir.join(PROGRAM).is_file() {
        store.require_free(NEEDED_BYTES)?;
        let staging = store.stage("coding-agent")?;
        fetch(recipe, integrity, store, &staging, progress).await?;
        progress.done_part(0.9, "check version");
        check_version(recipe, &staging.dir().join(PROGRAM), store).await?;
        staging.publish(&dir).map_err(ImageError::file("keep coding agent", store.dir()))?;
    }
    progress.done_part(1.0, "ready");
    Ok(CodingAgent { recipe, program: dir.join(PROGRAM) })
}

#[derive(Deserialize)]
struct PackedPackage {
    filename: String,
}

async fn fetch(
    recipe: &CodingAgentRecipe,
    integrity: &str,
    store: &LockedStore,
    staging: &Staging,
    progress: StageProgress<'_>,
) -> Result<(), ImageError> {
    let work = store.stage("coding-agent-work")?;
    progress.say(&format!("fetch {}", specifier(recipe)));
    let answer = npm(store.dir(), FETCH_LIMIT)
        // No script of the package may run here.
        .args(["pack", &specifier(recipe), "--json", "--ignore-scripts", "--pack-destination"])
        .arg(work.dir())
        .arg("--cache")
        .arg(work.dir().join("npm"))
        .current_dir(work.dir())
        .answer()
        .await?;
    let packed: Vec<PackedPackage> =
        serde_json::from_slice(&answer).map_err(|error| malformed(format!("npm pack: {error}")))?;
    let [PackedPackage { filename }] = packed.as_slice() else {
        return Err(malformed(format!("npm pack made {} packages, not one", packed.len())));
    };
    // npm 9 and older say "@scope/name-1.tgz" for a file named "scope-name-1.tgz".
    let file_name = filename.trim_start_matches('@').replace('/', "-");
    let archive = work.dir().join(file_name);

    progress.done_part(0.5, "check integrity");
    let actual = integrity_of_file(&archive).await.map_err(ImageError::file("read package", store.dir()))?;
    if actual != integrity {
        return Err(ImageError::IntegrityMismatch {
            package: specifier(recipe),
            expected: integrity.to_owned(),
            actual,
        });
    }

    progress.done_part(0.6, "unpack");
    let member = format!("package/{}", recipe.member);
    Program::new("tar", "tar", store.dir(), SHORT_LIMIT)
        .args(["--extract", "--gzip", "--no-same-owner", "--file"])
        .arg(&archive)
        .arg("--directory")
        .arg(work.dir())
        .arg(&member)
        .run(|_| {})
        .await?;
    fs_err::rename(work.dir().join(member), staging.dir().join(PROGRAM))
        .map_err(ImageError::file("keep coding agent", store.dir()))
}

/// Runs the program once with an empty environment: npm can deliver another release without a word.
async fn check_version(
    recipe: &CodingAgentRecipe,
    program: &Path,
    store: &LockedStore,
) -> Result<(), ImageError> {
    let home = store.stage("coding-agent-home")?;
    let name = program.to_string_lossy();
    let answer = Program::new(&name, "libc6", store.dir(), SHORT_LIMIT)
        .arg("--version")
        .env_clear()
        .env("HOME", home.dir())
        .env("PATH", "/usr/bin:/bin")
        .env("LANG", "C.UTF-8")
        .env("TERM", "dumb")
        .current_dir(home.dir())
        .answer()
        .await?;
    let said = String::from_utf8_lossy(&answer).trim().to_owned();
    if !says_version(&said, &recipe.version) {
        return Err(ImageError::VersionMismatch {
            kind: recipe.kind.clone(),
            expected: recipe.version.clone(),
            actual: said,
        });
    }
    Ok(())
}

/// Looks for the version as a word of its own: `1.2.3` is not said by `1.2.30`.
fn says_version(said: &str, version: &str) -> bool {
    said.split_whitespace().any(|word| word.strip_prefix('v').unwrap_or(word) == version)
}

fn specifier(recipe: &CodingAgentRecipe) -> String {
    format!("{}@{}", recipe.package, recipe.version)
}

fn npm(store: &Path, limit: Duration) -> Program {
    Program::new("npm", "npm", store, limit).env("NO_UPDATE_NOTIFIER", "1")
}

fn malformed(reason: String) -> ImageError {
    ImageError::AnswerMalformed { program: "npm".to_owned(), reason }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_must_be_said_as_a_whole_word() {
        assert!(says_version("2.1.330 (Claude Code)", "2.1.330"));
        assert!(says_version("codex v0.169.0", "0.169.0"));
        assert!(!says_version("2.1.33 (Claude Code)", "2.1.330"));
        assert!(!says_version("2.1.3301", "2.1.330"));
    }
}
