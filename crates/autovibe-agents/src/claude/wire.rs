//! How Claude Code is started and told things.

use serde_json::json;

use super::decoder::ClaudeDecoder;
use crate::codec::{Codec, Decoder, UsageBaseline};
use crate::command::{AgentCommand, Encoded, FileSpec, LaunchSpec, RunSpec};
use crate::proxy::proxy_environment;

/// Speaks stream-json in both directions with one long-lived Claude Code process.
#[derive(Debug, Clone, Copy, Default)]
pub struct ClaudeWire;

impl Codec for ClaudeWire {
    fn prepare(&self, spec: &RunSpec) -> Vec<FileSpec> {
        // Without these answers the first start may ask a person.
        let settings = json!({
            "hasCompletedOnboarding": true,
            "bypassPermissionsModeAccepted": true,
        });
        vec![FileSpec {
            path: format!("{}/.claude.json", spec.home),
            mode: 0o600,
            content: settings.to_string().into_bytes(),
            keep_existing: true,
        }]
    }

    fn launch(&self, spec: &RunSpec) -> LaunchSpec {
        let mut arguments: Vec<String> = [
            "-p",
            "--input-format",
            "stream-json",
            "--output-format",
            "stream-json",
            "--verbose",
            "--permission-mode",
            "bypassPermissions",
        ]
        .map(str::to_owned)
        .to_vec();
        arguments.push(if spec.is_resumed { "--resume" } else { "--session-id" }.to_owned());
        arguments.push(spec.session_id.clone());
        if !spec.model.is_empty() {
            arguments.extend(["--model".to_owned(), spec.model.clone()]);
        }
        let environment: Vec<(String, String)> = [
            ("HOME", spec.home.as_str()),
            ("USER", spec.user.as_str()),
            ("LOGNAME", spec.user.as_str()),
            ("SHELL", "/bin/bash"),
            ("PATH", spec.path.as_str()),
            ("LANG", "C.UTF-8"),
            ("TERM", "dumb"),
            ("ANTHROPIC_BASE_URL", spec.model_url.as_str()),
            // A placeholder: the real key is put on by the Hub and never enters a Machine.
            ("ANTHROPIC_API_KEY", "autovibe"),
            ("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1"),
            ("DISABLE_AUTOUPDATER", "1"),
            // Root may work without asking only where this says that the Machine is the border.
            ("IS_SANDBOX", if spec.user == "root" { "1" } else { "" }),
        ]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .chain(proxy_environment(&spec.proxy_url))
        .collect();
        LaunchSpec { program: "claude".to_owned(), arguments, environment, directory: spec.directory.clone() }
    }

    fn transcript_path(&self, spec: &RunSpec) -> Option<String> {
        let folder: String =
            spec.directory.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        Some(format!("{}/.claude/projects/{folder}/{}.jsonl", spec.home, spec.session_id))
    }

    fn decoder(&self, baseline: UsageBaseline) -> Box<dyn Decoder> {
        Box::new(ClaudeDecoder::new(baseline))
    }

    fn encode(&self, command: &AgentCommand) -> Encoded {
        let line = match command {
            AgentCommand::Prompt { text } => {
                json!({"type": "user", "message": {"role": "user", "content": text}})
            }
            AgentCommand::Interrupt { request_id } => {
                json!({"type": "control_request", "request_id": request_id, "request": {"subtype": "interrupt"}})
            }
            AgentCommand::ReplyPermission { request_id, is_allowed, reason, input_json } => {
                let answer = if *is_allowed {
                    let input: serde_json::Value =
                        serde_json::from_str(input_json).unwrap_or_else(|_| json!({}));
                    json!({"behavior": "allow", "updatedInput": input})
                } else {
                    json!({"behavior": "deny", "message": reason})
                };
                json!({"type": "control_response", "response":
                    {"subtype": "success", "request_id": request_id, "response": answer}})
            }
            AgentCommand::Close => return Encoded::CloseStdin,
        };
        let mut bytes = line.to_string().into_bytes();
        bytes.push(b'\n');
        Encoded::Stdin(bytes)
    }
}
