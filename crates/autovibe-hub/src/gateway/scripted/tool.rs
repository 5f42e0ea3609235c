//! Which of the offered tools does a job, and with which arguments.

use serde_json::{Map, Value, json};

/// A tool as the agent offers it.
#[derive(Debug, Clone)]
pub(crate) struct OfferedTool {
    /// Its name, as the model has to call it.
    pub(crate) name: String,
    /// The JSON schema of its arguments.
    pub(crate) schema: Value,
}

/// A tool with its arguments, as the model asks for it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ToolCall {
    /// One of the offered names, unless the script says otherwise.
    pub(crate) name: String,
    /// A JSON object.
    pub(crate) input: Value,
}

// Source: tools offered in recorded requests of six agents.
const WRITE_TOOLS: [&str; 4] = ["Write", "write_file", "write", "create_file"];
const READ_TOOLS: [&str; 3] = ["Read", "read_file", "read"];
const SHELL_TOOLS: [&str; 7] =
    ["Bash", "run_shell_command", "bash", "shell_command", "exec_command", "shell", "execute_command"];
const PATH_PARAMETERS: [&str; 4] = ["file_path", "filePath", "absolute_path", "path"];
const COMMAND_PARAMETERS: [&str; 2] = ["command", "cmd"];

/// Ends the text of a here-document; long enough not to stand in a file by chance.
const HERE_DOCUMENT_END: &str = "AUTOVIBE_END_OF_FILE";

/// The call that writes a file; `None` when no offered tool can.
pub(crate) fn write_call(tools: &[OfferedTool], path: &str, content: &str) -> Option<ToolCall> {
    if let Some(tool) = first_offered(tools, &WRITE_TOOLS) {
        let known: [(&[&str], Value); 3] = [
            (&PATH_PARAMETERS, json!(path)),
            (&["content"], json!(content)),
            (&["description"], json!(format!("Write {path}"))),
        ];
        return Some(call(tool, &known));
    }
    let quoted = shell_quoted(path);
    let command = format!(
        "mkdir -p \"$(dirname -- {quoted})\" && cat > {quoted} <<'{HERE_DOCUMENT_END}'\n{content}{HERE_DOCUMENT_END}\n"
    );
    shell_call(tools, &command, &format!("Write {path}"), None)
}

/// The call that reads a file; `None` when no offered tool can.
pub(crate) fn read_call(tools: &[OfferedTool], path: &str) -> Option<ToolCall> {
    match first_offered(tools, &READ_TOOLS) {
        Some(tool) => Some(call(tool, &[(&PATH_PARAMETERS, json!(path))])),
        None => shell_call(tools, &format!("cat -- {}", shell_quoted(path)), &format!("Read {path}"), None),
    }
}

/// The call that runs a command; `None` when no offered tool can.
pub(crate) fn run_call(tools: &[OfferedTool], command: &str) -> Option<ToolCall> {
    let first = command.lines().next().unwrap_or_default();
    let short: String = first.chars().take(60).collect();
    shell_call(tools, command, &format!("Run {short}"), None)
}

/// The call that takes this long; `None` when no offered tool can.
///
/// It is not `sleep`, because Claude Code refuses a command that begins with it.
pub(crate) fn wait_call(tools: &[OfferedTool], seconds: u32) -> Option<ToolCall> {
    let command = format!("timeout {seconds} tail -f /dev/null || true");
    let timeout_ms = (u64::from(seconds) + 30) * 1_000;
    shell_call(tools, &command, &format!("Wait {seconds} s"), Some(timeout_ms))
}

fn shell_call(
    tools: &[OfferedTool],
    command: &str,
    description: &str,
    timeout_ms: Option<u64>,
) -> Option<ToolCall> {
    let tool = first_offered(tools, &SHELL_TOOLS)?;
    let wants_array = COMMAND_PARAMETERS
        .iter()
        .any(|name| tool.schema.pointer(&format!("/properties/{name}/type")) == Some(&json!("array")));
    let command = if wants_array { json!(["bash", "-lc", command]) } else { json!(command) };
    let mut known: Vec<(&[&str], Value)> =
        vec![(&COMMAND_PARAMETERS, command), (&["description"], json!(description))];
    if let Some(timeout_ms) = timeout_ms {
        known.push((&["timeout", "timeout_ms"], json!(timeout_ms)));
    }
    Some(call(tool, &known))
}

fn first_offered<'a>(tools: &'a [OfferedTool], names: &[&str]) -> Option<&'a OfferedTool> {
    names.iter().find_map(|name| tools.iter().find(|tool| tool.name == *name))
}

/// Matches what is known with the tool's own parameter names and fills what else is required by its type.
fn call(tool: &OfferedTool, known: &[(&[&str], Value)]) -> ToolCall {
    let mut input = Map::new();
    let required: Vec<&str> =
        tool.schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for (name, schema) in tool.schema["properties"].as_object().into_iter().flatten() {
        let value = known.iter().find(|(names, _)| names.contains(&name.as_str()));
        if let Some((_, value)) = value {
            input.insert(name.clone(), value.clone());
        } else if required.contains(&name.as_str()) {
            input.insert(name.clone(), document_of(schema, "scripted"));
        }
    }
    ToolCall { name: tool.name.clone(), input: Value::Object(input) }
}

/// How deep a schema is followed; recursive schemas end here.
const DEPTH_MAX: usize = 16;

/// Makes a JSON document that fits a schema; free strings become `text`.
pub(crate) fn document_of(schema: &Value, text: &str) -> Value {
    document_at(schema, text, 0)
}

fn document_at(schema: &Value, text: &str, depth: usize) -> Value {
    if let Some(value) = schema.get("const").or_else(|| schema.pointer("/enum/0")) {
        return value.clone();
    }
    if depth == DEPTH_MAX {
        return Value::Null;
    }
    let kind = match &schema["type"] {
        Value::Array(kinds) => kinds.first().and_then(Value::as_str),
        kind => kind.as_str(),
    };
    match kind {
        Some("object") => Value::Object(
            schema["properties"]
                .as_object()
                .into_iter()
                .flatten()
                .map(|(name, schema)| (name.clone(), document_at(schema, text, depth + 1)))
                .collect(),
        ),
        Some("array") => json!([]),
        Some("integer" | "number") => schema.get("minimum").cloned().unwrap_or(json!(0)),
        Some("boolean") => json!(false),
        Some("null") => Value::Null,
        _ => json!(text),
    }
}

/// Quotes a text for a POSIX shell.
fn shell_quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offered(name: &str, schema: Value) -> OfferedTool {
        OfferedTool { name: name.to_owned(), schema }
    }

    #[test]
    fn parameter_names_come_from_the_offered_tool() {
        let schema = json!({"properties": {"filePath": {"type": "string"}, "content": {"type": "string"},
            "is_background": {"type": "boolean"}, "extra": {"type": "string"}},
            "required": ["filePath", "content", "is_background"]});
        let call = write_call(&[offered("write", schema)], "/w/a", "x\n").unwrap();
        assert_eq!(call.input, json!({"filePath": "/w/a", "content": "x\n", "is_background": false}));
    }

    #[test]
    fn without_a_write_tool_the_shell_writes() {
        let schema = json!({"properties": {"command": {"type": "array"}}});
        let call = write_call(&[offered("shell", schema)], "/w/it's", "x\n").unwrap();
        let command = call.input["command"][2].as_str().unwrap();
        assert!(command.contains("cat > '/w/it'\\''s' <<'AUTOVIBE_END_OF_FILE'\nx\nAUTOVIBE_END_OF_FILE"));
    }

    #[test]
    fn without_any_tool_there_is_no_call() {
        assert_eq!(run_call(&[], "ls"), None);
    }

    #[test]
    fn a_document_fits_its_schema() {
        let schema = json!({"type": "object", "properties": {"title": {"type": "string"},
            "level": {"enum": ["low", "high"]}, "n": {"type": "integer", "minimum": 3}, "list": {"type": "array"}}});
        let expected = json!({"title": "t", "level": "low", "n": 3, "list": []});
        assert_eq!(document_of(&schema, "t"), expected);
    }
}
