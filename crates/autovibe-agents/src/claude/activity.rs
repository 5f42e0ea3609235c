//! One line for people that says what a tool call does.

use serde_json::Value;

const MAX_CHARS: usize = 120;

/// Names the tool and what it works on.
pub(super) fn title_of(tool: &str, input: &Value) -> String {
    let object =
        ["description", "file_path", "notebook_path", "path", "command", "pattern", "query", "url", "prompt"]
            .iter()
            .find_map(|name| input.get(name).and_then(Value::as_str));
    match object {
        Some(object) => first_line(&format!("{tool}: {}", object.trim())),
        None => first_line(tool),
    }
}

/// The first line of a text, cut to a readable length.
pub(super) fn first_line(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or_default();
    if line.chars().count() <= MAX_CHARS {
        return line.to_owned();
    }
    let mut cut: String = line.chars().take(MAX_CHARS - 1).collect();
    cut.push('…');
    cut
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_title_is_one_short_line() {
        assert_eq!(title_of("Write", &json!({"file_path": "/a/b"})), "Write: /a/b");
        assert_eq!(title_of("Bash", &json!({"command": "ls\nrm x"})), "Bash: ls");
        assert_eq!(title_of("Other", &json!({})), "Other");
        assert_eq!(first_line(&"é".repeat(500)).chars().count(), MAX_CHARS);
    }
}
