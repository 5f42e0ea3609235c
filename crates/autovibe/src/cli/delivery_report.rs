//! What a delivery did, in sentences for people and as one object for programs.

use autovibe_proto::v1::Machine;
use serde::Serialize;

use crate::workspace::{
    BranchOutcome, BranchUpdate, MergeOutlook, Outgoing, Repository, one_line, shell_word,
};

/// Conflicts that are told.
const TOLD_CONFLICTS: usize = 20;

/// What a delivery did.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct DeliveryReport {
    machine_id: String,
    machine: String,
    repository: String,
    branch: String,
    outcome: &'static str,
    commit: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    former_commit: Option<String>,
    commit_count: u64,
    has_uncommitted: bool,
    begins_uncommitted: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    merge: Option<MergeReport>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) pushed_to: Option<String>,
    notes: Vec<String>,
}

/// How a merge would go.
#[derive(Debug, Serialize)]
struct MergeReport {
    into: String,
    outlook: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    conflicts: Vec<String>,
}

impl DeliveryReport {
    /// Collects what is to be told.
    pub(super) fn new(
        machine: &Machine,
        repository: &Repository,
        outgoing: &Outgoing,
        update: &BranchUpdate,
        outlook: Option<(String, MergeOutlook)>,
    ) -> DeliveryReport {
        let mut notes = outgoing.notes.clone();
        let merge = outlook.map(|(into, outlook)| {
            if let MergeOutlook::Unknown(text) = &outlook {
                notes.push(text.clone());
            }
            let name = outlook_name(&outlook);
            let conflicts =
                if let MergeOutlook::Conflicts(sentences) = outlook { sentences } else { Vec::new() };
            MergeReport { into, outlook: name, conflicts }
        });
        DeliveryReport {
            machine_id: machine.id.clone(),
            machine: machine.name.clone(),
            repository: repository.folder().to_string_lossy().into_owned(),
            branch: update.branch.clone(),
            outcome: outcome_name(update.outcome),
            commit: update.commit.clone(),
            former_commit: update.former.clone(),
            commit_count: outgoing.commit_count,
            has_uncommitted: outgoing.has_uncommitted,
            begins_uncommitted: outgoing.begins_uncommitted(),
            merge,
            pushed_to: None,
            notes,
        }
    }

    /// The sentences for people.
    pub(super) fn sentences(&self) -> Vec<String> {
        let branch = one_line(&self.branch);
        let commits = if self.commit_count == 1 {
            "1 commit".to_owned()
        } else {
            format!("{} commits", self.commit_count)
        };
        let mut lines = vec![match self.outcome {
            "created" => format!("the branch {branch} is new in {}, with {commits}", self.repository),
            "fastForwarded" => {
                format!("the branch {branch} has gone on in {}, {commits} in all", self.repository)
            }
            "replaced" => format!(
                "the branch {branch} has gone on in {}; its former last commit held what was not committed then",
                self.repository
            ),
            "forced" => format!(
                "the branch {branch} is set in {}; its former commits: git branch {} {}",
                self.repository,
                shell_word(&format!("{}-former", self.branch)),
                short(self.former_commit.as_deref().unwrap_or_default())
            ),
            "contained" => format!("the branch {branch} has all of it already, and more"),
            _ => format!("the branch {branch} is up to date"),
        }];
        if self.begins_uncommitted {
            lines.push("its first commit holds what was not committed when the project was made".to_owned());
        }
        if self.has_uncommitted {
            lines.push(format!("its last commit holds what {} has not committed", one_line(&self.machine)));
        }
        lines.extend(self.notes.iter().cloned());
        if let Some(merge) = &self.merge {
            lines.extend(self.merge_sentences(merge));
        }
        if let Some(remote) = &self.pushed_to {
            lines.push(format!("pushed to {}", one_line(remote)));
        }
        lines
    }

    fn merge_sentences(&self, merge: &MergeReport) -> Vec<String> {
        let into = one_line(&merge.into);
        let git = format!("git -C {}", shell_word(&self.repository));
        let go =
            format!("{git} switch {} && {git} merge {}", shell_word(&merge.into), shell_word(&self.branch));
        let mut lines = match merge.outlook {
            "fastForward" | "clean" => {
                let mut lines = vec![format!("it merges cleanly into {into}: {go}")];
                if self.begins_uncommitted {
                    lines.push(
                        "first commit or stash what is still uncommitted there; the branch has it too"
                            .to_owned(),
                    );
                }
                lines
            }
            "merged" => vec![format!("{into} has all of it already")],
            "unrelated" => vec![format!("it has no history in common with {into}")],
            "conflicts" => {
                let mut lines = vec![format!("it conflicts with {into}:")];
                lines.extend(
                    merge.conflicts.iter().take(TOLD_CONFLICTS).map(|sentence| format!("  {sentence}")),
                );
                if merge.conflicts.len() > TOLD_CONFLICTS {
                    lines.push(format!("  and {} more", merge.conflicts.len() - TOLD_CONFLICTS));
                }
                lines.push(format!("merge it and resolve them: {go}"));
                lines
            }
            _ => Vec::new(),
        };
        if self.outcome == "contained" {
            lines.clear();
        }
        lines
    }
}

fn short(commit: &str) -> &str {
    commit.get(..12).unwrap_or(commit)
}

fn outcome_name(outcome: BranchOutcome) -> &'static str {
    match outcome {
        BranchOutcome::Created => "created",
        BranchOutcome::FastForwarded => "fastForwarded",
        BranchOutcome::UpToDate => "upToDate",
        BranchOutcome::Contained => "contained",
        BranchOutcome::Replaced => "replaced",
        BranchOutcome::Forced => "forced",
    }
}

fn outlook_name(outlook: &MergeOutlook) -> &'static str {
    match outlook {
        MergeOutlook::FastForward => "fastForward",
        MergeOutlook::Merged => "merged",
        MergeOutlook::Clean => "clean",
        MergeOutlook::Conflicts(_) => "conflicts",
        MergeOutlook::Unrelated => "unrelated",
        MergeOutlook::Unknown(_) => "unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conflicts_and_the_next_command_are_told() {
        let report = DeliveryReport {
            machine_id: "mch_1".to_owned(),
            machine: "worker".to_owned(),
            repository: "/src/app".to_owned(),
            branch: "fix".to_owned(),
            outcome: "forced",
            commit: "b".repeat(40),
            former_commit: Some("a".repeat(40)),
            commit_count: 2,
            has_uncommitted: true,
            begins_uncommitted: true,
            merge: Some(MergeReport {
                into: "main".to_owned(),
                outlook: "conflicts",
                conflicts: vec!["a was deleted".to_owned()],
            }),
            pushed_to: Some("origin".to_owned()),
            notes: vec!["a note".to_owned()],
        };
        assert_eq!(
            report.sentences(),
            [
                "the branch fix is set in /src/app; its former commits: git branch fix-former aaaaaaaaaaaa",
                "its first commit holds what was not committed when the project was made",
                "its last commit holds what worker has not committed",
                "a note",
                "it conflicts with main:",
                "  a was deleted",
                "merge it and resolve them: git -C /src/app switch main && git -C /src/app merge fix",
                "pushed to origin",
            ]
        );
        let json = serde_json::to_value(&report).unwrap();
        assert_eq!(json["merge"]["outlook"], "conflicts");
        assert_eq!(json["pushedTo"], "origin");
    }
}
