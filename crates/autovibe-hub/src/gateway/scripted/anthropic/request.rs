//! Reads a Messages request into a conversation.

use serde_json::Value;

use super::super::conversation::{
    Conversation, Exchange, ToolResult, folder_after, is_interrupt_mark, written_text,
};
use super::super::tool::OfferedTool;

/// Names the working folder in the text that Claude Code adds to each conversation.
const FOLDER_MARKS: [&str; 2] = ["Primary working directory:", "Working directory:"];

/// How Claude Code reports a tool whose outcome it never learned.
const INTERRUPTED_RESULTS: [&str; 3] =
    ["[Tool call interrupted:", "[Request interrupted by user", "The user doesn't want to proceed"];

/// Reads the body of a request to `/v1/messages`; what cannot be understood is left out.
pub(crate) fn read_conversation(body: &Value) -> Conversation {
    let mut conversation = Conversation {
        tools: array(&body["tools"]).filter_map(offered_tool).collect(),
        wanted_schema: wanted_schema(body).cloned(),
        wants_severity: array(&body["stop_sequences"]).any(|stop| stop == "</severity>"),
        ..Conversation::default()
    };
    let mut added_texts: Vec<&str> = texts(&body["system"]).collect();
    for message in array(&body["messages"]) {
        match message["role"].as_str() {
            Some("system") => added_texts.extend(texts(&message["content"])),
            Some("user") => {
                added_texts.extend(texts(&message["content"]).filter(|text| text.starts_with('<')));
                read_user_message(&message["content"], &mut conversation.exchanges);
            }
            _ => {}
        }
    }
    conversation.working_folder = added_texts.iter().find_map(|text| folder_after(text, &FOLDER_MARKS));
    conversation
}

/// Adds the tool results and the prompts of one message of the user's side.
///
/// Each text is a prompt of its own: Claude Code forgets the answer to a prompt that failed, and then puts that
/// prompt and the next one into one message.
///
/// A message that holds results is no prompt, whatever text the agent puts beside them, unless the user
/// stopped the agent: then the agent joins the result of the stopped tool and the next prompt.
fn read_user_message(content: &Value, exchanges: &mut Vec<Exchange>) {
    let mut has_results = false;
    for block in array(content).filter(|block| block["type"] == "tool_result") {
        has_results = true;
        let text = texts(&block["content"]).collect::<Vec<_>>().join("\n");
        let is_interrupted = INTERRUPTED_RESULTS.iter().any(|mark| text.starts_with(mark));
        if let Some(exchange) = exchanges.last_mut() {
            exchange.results.push(ToolResult { text, is_interrupted });
        }
    }
    let was_stopped = texts(content).any(is_interrupt_mark);
    if has_results && !was_stopped {
        return;
    }
    for prompt in texts(content).map(written_text).filter(|text| !text.is_empty()) {
        exchanges.push(Exchange { prompt, results: Vec::new() });
    }
}

fn offered_tool(tool: &Value) -> Option<OfferedTool> {
    Some(OfferedTool { name: tool["name"].as_str()?.to_owned(), schema: tool["input_schema"].clone() })
}

fn wanted_schema(body: &Value) -> Option<&Value> {
    let format = body.pointer("/output_config/format").or_else(|| body.get("output_format"))?;
    (format["type"] == "json_schema").then(|| format.get("schema"))?
}

/// The texts of a content, which is a string or an array of blocks.
fn texts(content: &Value) -> impl Iterator<Item = &str> {
    let blocks = array(content).filter(|block| block["type"] == "text");
    content.as_str().into_iter().chain(blocks.filter_map(|block| block["text"].as_str()))
}

fn array(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn recorded(text: &str) -> Conversation {
        let request: Value = serde_json::from_str(text).unwrap();
        read_conversation(&request["body"])
    }

    fn prompts(conversation: &Conversation) -> Vec<(&str, usize)> {
        let exchanges = conversation.exchanges.iter();
        exchanges.map(|exchange| (exchange.prompt.as_str(), exchange.results.len())).collect()
    }

    #[test]
    fn a_recorded_turn_is_one_prompt_with_two_results() {
        let conversation = recorded(include_str!("../../../../testdata/claude-turn.json"));
        assert_eq!(prompts(&conversation), [("Please create hello.py that prints hello and run it", 2)]);
        assert_eq!(conversation.exchanges[0].results[1].text, "hello");
        assert_eq!(conversation.working_folder.as_deref(), Some("/workspace"));
        assert!(conversation.tools.iter().any(|tool| tool.name == "Write"));
    }

    #[test]
    fn a_recorded_conversation_keeps_its_prompts_apart() {
        let conversation = recorded(include_str!("../../../../testdata/claude-multi-turn.json"));
        let expected = [
            ("Please create hello.py that prints hello and run it", 2),
            ("SLOW please", 0),
            ("THINK", 0),
            ("RECALL", 0),
        ];
        assert_eq!(prompts(&conversation), expected);
    }

    #[test]
    fn a_tool_cut_off_by_the_end_of_its_process_is_interrupted() {
        let conversation = recorded(include_str!("../../../../testdata/claude-resume-after-sigkill.json"));
        assert_eq!(prompts(&conversation), [("SLEEPTOOL", 1), ("RECALL", 0)]);
        assert!(conversation.exchanges[0].results[0].is_interrupted);
    }

    #[test]
    fn a_recorded_title_request_wants_a_document() {
        let conversation = recorded(include_str!("../../../../testdata/claude-title.json"));
        assert!(conversation.wanted_schema.is_some() && conversation.tools.is_empty());
    }

    #[test]
    fn text_beside_results_is_a_prompt_only_after_a_stop() {
        let result =
            json!({"type": "tool_result", "tool_use_id": "t", "content": [{"type": "text", "text": "x"}]});
        let message = |text: &str| {
            json!({"messages": [{"role": "user", "content": "first"},
                {"role": "user", "content": [result, {"type": "text", "text": text}]}]})
        };
        let beside = read_conversation(&message("a note of the agent"));
        assert_eq!(prompts(&beside), [("first", 1)]);
        let stopped = read_conversation(&message("[Request interrupted by user for tool use]\nsecond"));
        assert_eq!(prompts(&stopped), [("first", 1), ("second", 0)]);
    }

    #[test]
    fn the_prompt_after_a_failed_one_is_the_last_text() {
        let text = |text: &str| json!({"type": "text", "text": text});
        let content =
            [text("<system-reminder>a</system-reminder>"), text("script: error 500\n"), text("second")];
        let conversation = read_conversation(&json!({"messages": [{"role": "user", "content": content}]}));
        assert_eq!(prompts(&conversation), [("script: error 500", 0), ("second", 0)]);
    }

    #[test]
    fn nonsense_is_an_empty_conversation() {
        assert!(read_conversation(&json!({"messages": 3, "tools": {}, "system": [1]})).exchanges.is_empty());
    }
}
