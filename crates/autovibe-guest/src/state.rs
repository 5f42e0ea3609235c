//! What a restarted guest program must know: kept in memory-backed storage, so that it shares the fate of the memory.

use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use autovibe_proto::guest::v1::CommandResult;
use fs_err::os::unix::fs::OpenOptionsExt as _;
use serde::{Deserialize, Serialize};

use crate::config::GuestConfig;
use crate::error::GuestError;

/// Answers to commands are remembered for this many commands.
const MAX_RESULTS: usize = 256;

/// What is kept.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct GuestState {
    /// The newest token.
    pub(crate) token: String,
    /// The Machine that the token is for.
    pub(crate) machine_id: String,
    /// The incarnation that the token is for; 0 before the first greeting.
    pub(crate) incarnation: i64,
    /// Kind of the coding agent.
    pub(crate) coding_agent: String,
    /// The coding agent's session.
    pub(crate) session_id: String,
    /// The Turn that the coding agent works on.
    pub(crate) open_turn_id: String,
    /// The workspace as a commit when that Turn began; empty when it is no git repository.
    pub(crate) start_commit: String,
    /// The Turn that ended last; a repeated prompt for it is not taken again.
    pub(crate) ended_turn_id: String,
    /// The newest command results, oldest first.
    pub(crate) results: Vec<CommandResult>,
}

/// Keeps the state and its file in step.
#[derive(Debug, Clone)]
pub(crate) struct StateStore {
    path: Arc<PathBuf>,
    state: Arc<Mutex<GuestState>>,
}

impl StateStore {
    /// Opens the folder and reads what an earlier run left.
    ///
    /// # Errors
    /// [`GuestError::File`] when the folder cannot be made.
    pub(crate) fn open(config: &GuestConfig) -> Result<StateStore, GuestError> {
        let folder = config.state_folder();
        fs_err::create_dir_all(&folder).map_err(GuestError::file("make the state folder"))?;
        // The socket inside is for everybody; the files are for nobody else, by their own mode.
        fs_err::set_permissions(&folder, std::fs::Permissions::from_mode(0o711))
            .map_err(GuestError::file("protect the state folder"))?;
        let private = folder.join("private");
        fs_err::create_dir_all(&private).map_err(GuestError::file("make the state folder"))?;
        fs_err::set_permissions(&private, std::fs::Permissions::from_mode(0o700))
            .map_err(GuestError::file("protect the state folder"))?;
        let path = private.join("state.json");
        let state = match fs_err::read(&path) {
            // A torn file cannot happen, as it is replaced whole; a foreign one is no reason to stay down.
            Ok(bytes) => serde_json::from_slice(&bytes).unwrap_or_default(),
            Err(_) => GuestState::default(),
        };
        Ok(StateStore { path: Arc::new(path), state: Arc::new(Mutex::new(state)) })
    }

    /// A copy of the state.
    pub(crate) fn get(&self) -> GuestState {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Changes the state and writes it down.
    pub(crate) fn update(&self, change: impl FnOnce(&mut GuestState)) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        change(&mut state);
        // What cannot be written is still right in memory; only a restart of this program would miss it.
        if let Err(error) = self.write(&state) {
            tracing::error!(%error, "state cannot be written");
        }
    }

    /// The answer that was given to a command.
    pub(crate) fn result_of(&self, effect_id: &str) -> Option<CommandResult> {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.results.iter().find(|result| result.effect_id == effect_id).cloned()
    }

    /// Remembers the answer to a command.
    pub(crate) fn keep_result(&self, result: CommandResult) {
        self.update(|state| {
            state.results.retain(|known| known.effect_id != result.effect_id);
            state.results.push(result);
            let excess = state.results.len().saturating_sub(MAX_RESULTS);
            state.results.drain(..excess);
        });
    }

    fn write(&self, state: &GuestState) -> Result<(), std::io::Error> {
        let fresh = self.path.with_extension("new");
        let mut file =
            fs_err::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&fresh)?;
        file.write_all(&serde_json::to_vec(state)?)?;
        fs_err::rename(&fresh, self.path.as_path())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(root: &std::path::Path) -> GuestConfig {
        GuestConfig::read(&["--root".to_owned(), root.display().to_string()]).unwrap()
    }

    #[test]
    fn a_restarted_program_knows_what_was_kept() {
        let folder = tempfile::tempdir().unwrap();
        let store = StateStore::open(&config(folder.path())).unwrap();
        store.update(|state| state.token = "t".into());
        for number in 0..300 {
            store.keep_result(CommandResult { effect_id: format!("eff_{number}"), outcome: None });
        }
        let again = StateStore::open(&config(folder.path())).unwrap();
        assert_eq!(again.get().token, "t");
        assert!(again.result_of("eff_299").is_some());
        assert!(again.result_of("eff_0").is_none());
        let mode = fs_err::metadata(again.path.as_path()).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
