//! The coding agent's session: its name, how it runs, and where a Checkpoint would cut it.

use autovibe_agents::{RunSpec, codec_for};
use autovibe_proto::v1::CheckpointCut;

use super::handle::Refusal;
use crate::account::Account;
use crate::config::GuestConfig;
use crate::egress::proxy_url;
use crate::measure::git_head;
use crate::spool::Spool;
use crate::state::StateStore;

/// How a session is run in this Machine.
pub(super) fn run_spec(config: &GuestConfig, account: &Account, session_id: &str) -> RunSpec {
    let runs_as_root = account.ids.is_none() && rustix::process::geteuid().is_root();
    RunSpec {
        home: account.home.clone(),
        user: if runs_as_root { "root".to_owned() } else { account.name.clone() },
        directory: config.workspace().to_string_lossy().into_owned(),
        path: config.program_path.clone(),
        model_url: format!("http://{}", config.forward_address),
        proxy_url: proxy_url(config.egress_address),
        session_id: session_id.to_owned(),
        is_resumed: false,
        model: String::new(),
    }
}

/// A random UUID, as the coding agents want their sessions named.
pub(super) fn new_session_id() -> Result<String, Refusal> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|error| Refusal::passing("NO_RANDOM", error.to_string()))?;
    // Source: RFC 9562, version 4.
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok([&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-"))
}

/// Where a Checkpoint would cut now; the mailbox position is the Hub's to fill in.
pub(super) fn cut(
    config: &GuestConfig,
    state: &StateStore,
    spool: &Spool,
    turn_id: Option<String>,
) -> CheckpointCut {
    let state = state.get();
    let transcript = Account::find(config, "").ok().and_then(|account| {
        let spec = run_spec(config, &account, &state.session_id);
        codec_for(&state.coding_agent)?.transcript_path(&spec)
    });
    let transcript_offset = transcript
        .and_then(|path| fs_err::metadata(path).ok())
        .and_then(|metadata| i64::try_from(metadata.len()).ok())
        .unwrap_or(0);
    CheckpointCut {
        mailbox_position: 0,
        session_id: state.session_id,
        transcript_offset,
        git_head: git_head(&config.workspace()).0,
        out_sequence: spool.last_sequence(),
        turn_id,
        incarnation: state.incarnation,
        ..CheckpointCut::default()
    }
}
