//! What the scripted model needs to know of a request, whatever the wire format: prompts, tool results, tools.

use serde_json::Value;

use super::tool::OfferedTool;

/// One conversation as a request carries it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Conversation {
    /// The prompts of people in their order, each with what was done for it.
    pub(crate) exchanges: Vec<Exchange>,
    /// The tools that the agent offers.
    pub(crate) tools: Vec<OfferedTool>,
    /// Where the agent works, as an absolute path, if the request says so.
    pub(crate) working_folder: Option<String>,
    /// The schema of the JSON document that is wanted in place of text.
    pub(crate) wanted_schema: Option<Value>,
    /// True when only a severity is asked for, inside a `<severity>` element.
    pub(crate) wants_severity: bool,
}

/// A prompt and the tool results that followed it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Exchange {
    /// What the person wrote, without the blocks that agents add.
    pub(crate) prompt: String,
    /// In their order.
    pub(crate) results: Vec<ToolResult>,
}

/// What a tool gave back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ToolResult {
    /// The text parts, joined.
    pub(crate) text: String,
    /// True when the tool did not get to its end, so that its work has to be done again.
    pub(crate) is_interrupted: bool,
}

/// Elements that agents put around text of their own; source: recorded requests of six agents.
const ADDED_ELEMENTS: [&str; 5] =
    ["system-reminder", "session_context", "environment_context", "user_instructions", "task-notification"];
/// Beginnings of the names of further such elements.
const ADDED_ELEMENT_PREFIXES: [&str; 2] = ["command-", "local-command-"];

/// Longer names are not looked for, so that a text full of `<` costs no more than any other.
const ELEMENT_NAME_LENGTH_MAX: usize = 64;

/// What an agent puts before the next prompt after the user stopped it.
const INTERRUPT_MARKS: [&str; 2] =
    ["[Request interrupted by user for tool use]", "[Request interrupted by user]"];

/// What an agent writes in the name of the user when an answer broke off; the prompt before it still stands.
///
/// Source: Claude Code 2.1.330 after an error in mid-answer.
const AGENT_NOTES: [&str; 1] = ["Your response above was cut off mid-stream."];

/// True when the text says that the user stopped the agent.
pub(crate) fn is_interrupt_mark(text: &str) -> bool {
    INTERRUPT_MARKS.iter().any(|mark| text.trim_start().starts_with(mark))
}

/// Returns what a person wrote: the text without the elements, marks and notes that agents add.
pub(crate) fn written_text(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        written.push_str(&rest[..at]);
        rest = &rest[at..];
        match added_element_length(rest) {
            Some(length) => rest = &rest[length..],
            None => {
                written.push('<');
                rest = &rest[1..];
            }
        }
    }
    written.push_str(rest);
    let mut text = written.trim();
    for mark in INTERRUPT_MARKS {
        text = text.strip_prefix(mark).map_or(text, str::trim_start);
    }
    if AGENT_NOTES.iter().any(|note| text.starts_with(note)) { String::new() } else { text.to_owned() }
}

/// The length of the added element at the start of the text, its end tag included.
fn added_element_length(text: &str) -> Option<usize> {
    let name_end = text.bytes().take(ELEMENT_NAME_LENGTH_MAX).position(|byte| byte == b'>')?;
    let name = &text[1..name_end];
    let is_added = ADDED_ELEMENTS.contains(&name)
        || ADDED_ELEMENT_PREFIXES.iter().any(|prefix| name.starts_with(prefix));
    let end = format!("</{name}>");
    is_added.then(|| text.find(&end).map(|at| at + end.len()))?
}

/// Finds the absolute path that follows one of the marks, up to the end of its line.
pub(crate) fn folder_after(text: &str, marks: &[&str]) -> Option<String> {
    marks.iter().find_map(|mark| {
        let line = text.split_once(mark)?.1.lines().next()?.trim();
        line.starts_with('/').then(|| line.trim_end_matches('/').to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_person_wrote_is_left() {
        let text = "<system-reminder>\nscript: run no\n</system-reminder>\n[Request interrupted by user]\n\
                    <command-name>/x</command-name>if a < b: <b>bold</b>";
        assert_eq!(written_text(text), "if a < b: <b>bold</b>");
        assert_eq!(written_text("<system-reminder>never closed"), "<system-reminder>never closed");
        assert_eq!(written_text("[Request interrupted by user for tool use]"), "");
        assert_eq!(written_text("Your response above was cut off mid-stream. Resume."), "");
    }

    #[test]
    fn a_folder_ends_with_its_line() {
        let text = "a\n - Primary working directory: /home/agent/a b\n - Other: x";
        let marks = ["Primary working directory:"];
        assert_eq!(folder_after(text, &marks).as_deref(), Some("/home/agent/a b"));
        assert_eq!(folder_after("Primary working directory: (trimmed)", &marks), None);
    }
}
