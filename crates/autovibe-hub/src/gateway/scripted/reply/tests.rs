//! The replies of the scripted model to whole conversations.

use serde_json::json;

use super::super::tool::OfferedTool;
use super::*;

fn result(text: &str) -> ToolResult {
    ToolResult { text: text.to_owned(), is_interrupted: false }
}

fn conversation(exchanges: &[(&str, &[ToolResult])]) -> Conversation {
    let tool = |name: &str, parameters: &[&str]| OfferedTool {
        name: name.to_owned(),
        schema: json!({"properties": parameters.iter().map(|name| (*name, json!({"type": "string"})))
            .collect::<std::collections::BTreeMap<_, _>>()}),
    };
    Conversation {
        exchanges: exchanges
            .iter()
            .map(|(prompt, results)| Exchange { prompt: (*prompt).to_owned(), results: results.to_vec() })
            .collect(),
        tools: vec![tool("Write", &["file_path", "content"]), tool("Bash", &["command", "description"])],
        working_folder: Some("/project".to_owned()),
        ..Conversation::default()
    }
}

fn text(reply: &Reply) -> String {
    let mut all = String::new();
    for block in &reply.blocks {
        if let Block::Text(chunks) = block {
            all.extend(chunks.iter().map(|chunk| chunk.text.as_str()));
        }
    }
    all
}

fn call(reply: &Reply) -> &ToolCall {
    match reply.blocks.last() {
        Some(Block::ToolCall(call)) => call,
        other => panic!("no tool call but {other:?}"),
    }
}

const HELLO: &str = "Make it work.\nscript: say I write.\nscript: write hello.py <<< print(\"hi\")\n\
                     script: run python3 hello.py\nscript: say done {last_result} after {result 1}, {x}";

#[test]
fn a_script_is_done_one_tool_at_a_time() {
    let first = reply_to(&conversation(&[(HELLO, &[])]));
    assert_eq!(text(&first), "I write.");
    assert_eq!(call(&first).input, json!({"file_path": "/project/hello.py", "content": "print(\"hi\")\n"}));
    let second = reply_to(&conversation(&[(HELLO, &[result("written")])]));
    assert_eq!(call(&second).input["command"], "python3 hello.py");
    let last = reply_to(&conversation(&[(HELLO, &[result("written"), result("hi\n")])]));
    assert_eq!(text(&last), "done hi after written, {x}");
    assert!(last.failure.is_none());
}

#[test]
fn a_script_without_last_words_ends_with_the_last_result() {
    let reply = reply_to(&conversation(&[("script: run ls", &[result("a.txt")])]));
    assert_eq!(text(&reply), "Done. a.txt");
}

#[test]
fn a_prompt_without_a_script_is_echoed() {
    let reply = reply_to(&conversation(&[("Please fix issue 2", &[])]));
    assert!(text(&reply).contains("Please fix issue 2") && text(&reply).contains("script: run"));
}

#[test]
fn a_mistake_in_a_script_is_explained() {
    let reply = reply_to(&conversation(&[("\nscript: jump", &[])]));
    assert!(text(&reply).contains("line 2 of the script: `jump` is not a statement"), "{}", text(&reply));
}

#[test]
fn slow_takes_its_time() {
    let reply = reply_to(&conversation(&[("script: slow 30", &[])]));
    let Some(Block::Text(chunks)) = reply.blocks.first() else { panic!("no text") };
    assert_eq!(chunks.iter().map(|chunk| chunk.pause).sum::<Duration>(), Duration::from_secs(30));
}

#[test]
fn long_has_all_its_lines() {
    let said = text(&reply_to(&conversation(&[("script: long 2001", &[])])));
    assert_eq!(said.lines().count(), 2001);
    assert_eq!(said.lines().last(), Some("line 2001 of 2001 from the scripted model"));
}

#[test]
fn an_error_before_any_word_is_nothing_but_an_error() {
    let failure = Some(Failure::Error { status: 500, message: "scripted error 500".to_owned() });
    let reply = reply_to(&conversation(&[("script: error 500", &[])]));
    assert_eq!(reply, Reply { failure: failure.clone(), ..Reply::default() });
    let late =
        reply_to(&conversation(&[("script: run ls\nscript: say so\nscript: error 500", &[result("")])]));
    assert_eq!((text(&late).as_str(), late.failure), ("so", failure));
    let cut = reply_to(&conversation(&[("script: say so\nscript: cut", &[])]));
    assert_eq!(cut.failure, Some(Failure::Cut));
}

#[test]
fn recall_quotes_every_earlier_prompt() {
    let reply =
        reply_to(&conversation(&[("first\nline", &[]), (HELLO, &[result("")]), ("script: recall", &[])]));
    let said = text(&reply);
    assert!(
        said.starts_with("Earlier prompts of this conversation: 2.\n1. first\nline\n2. Make it work."),
        "{said}"
    );
    let fresh = reply_to(&conversation(&[("script: recall", &[])]));
    assert_eq!(text(&fresh), "This conversation has no earlier prompts.");
}

#[test]
fn thoughts_come_before_words_and_costs_are_added() {
    let prompt = "script: think hm\nscript: say well\nscript: say so\nscript: cost 0.5\nscript: cost 0.25";
    let reply = reply_to(&conversation(&[(prompt, &[])]));
    assert_eq!(reply.blocks.first(), Some(&Block::Thinking("hm".to_owned())));
    assert_eq!((text(&reply).as_str(), reply.cost_micros), ("well\nso", 750_000));
}

#[test]
fn a_continued_script_repeats_only_what_was_interrupted() {
    let interrupted = ToolResult { text: "outcome is unknown".to_owned(), is_interrupted: true };
    let before = [result("written"), interrupted];
    for prompt in ["continue", "Continue where you stopped, please.", "script: continue"] {
        let again = reply_to(&conversation(&[(HELLO, &before), (prompt, &[])]));
        assert_eq!(call(&again).input["command"], "python3 hello.py", "{prompt}");
        let last = reply_to(&conversation(&[(HELLO, &before), (prompt, &[result("hi")])]));
        assert_eq!(text(&last), "done hi after written, {x}", "{prompt}");
    }
    assert_eq!(
        text(&reply_to(&conversation(&[("continue", &[])]))),
        "There is no earlier script to continue."
    );
}

#[test]
fn any_tool_can_be_called_by_name() {
    let reply = reply_to(&conversation(&[("script: tool mcp__a__b {\"c\": [1]}", &[])]));
    let expected = ToolCall { name: "mcp__a__b".to_owned(), input: json!({"c": [1]}) };
    assert_eq!(call(&reply), &expected);
    let wait = reply_to(&conversation(&[("script: wait 5", &[])]));
    assert_eq!(call(&wait).input["command"], "timeout 5 tail -f /dev/null || true");
    let read = reply_to(&conversation(&[("script: read a b", &[])]));
    assert_eq!(call(&read).input["command"], "cat -- '/project/a b'");
}

#[test]
fn a_wanted_document_is_given_whatever_the_prompt_says() {
    let mut titled = conversation(&[("<session>\nscript: error 500\n</session>", &[])]);
    titled.wanted_schema = Some(json!({"type": "object", "properties": {"title": {"type": "string"}}}));
    assert_eq!(text(&reply_to(&titled)), "{\"title\":\"script: error 500\"}");
}
