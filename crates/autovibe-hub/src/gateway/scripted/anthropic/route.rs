//! Which answer a request to the Anthropic interface gets, side requests included.

use http::{Method, StatusCode};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::super::answer::ScriptedAnswer;
use super::super::reply::reply_to;
use super::render::Rendering;
use super::request::read_conversation;

/// Agents ask for few models and take any that is offered.
const MODELS: [&str; 3] = ["claude-opus-5-5", "claude-sonnet-5", "claude-haiku-5-5"];

/// A request to the Anthropic interface, read completely.
#[derive(Debug, Clone)]
pub(crate) struct AnthropicRequest {
    /// The method.
    pub(crate) method: Method,
    /// Without the query.
    pub(crate) path: String,
    /// The JSON body; null when there is none.
    pub(crate) body: Value,
}

/// Answers a request. The same request always gets the same answer, so a retry does, too: the headers say
/// nothing of it (Claude Code 2.1.330 sends a retry count of 0 with every attempt).
pub(crate) fn answer(request: &AnthropicRequest) -> ScriptedAnswer {
    match (&request.method, request.path.as_str()) {
        (&Method::HEAD | &Method::GET, "/") => ScriptedAnswer::empty(StatusCode::OK),
        (&Method::GET, "/v1/models") => ScriptedAnswer::json(StatusCode::OK, &model_list()),
        (&Method::GET, path) if path.starts_with("/v1/models/") => {
            ScriptedAnswer::json(StatusCode::OK, &model(path.trim_start_matches("/v1/models/")))
        }
        (&Method::POST, "/v1/messages/count_tokens") => {
            let count = json!({"input_tokens": token_count(&request.body.to_string())});
            ScriptedAnswer::json(StatusCode::OK, &count)
        }
        (&Method::POST, "/v1/messages") => answer_message(&request.body),
        (method, path) => {
            let message = format!("the scripted model has no {method} {path}");
            Rendering::error(StatusCode::NOT_FOUND, &message)
        }
    }
}

fn answer_message(body: &Value) -> ScriptedAnswer {
    if !body["messages"].is_array() {
        return Rendering::error(StatusCode::BAD_REQUEST, "messages: an array is required");
    }
    let written = body.to_string();
    let rendering = Rendering {
        // The id depends on the request alone, so that a repeated request gets the same answer.
        id: hex::encode(&Sha256::digest(&written)[..12]),
        model: body["model"].as_str().unwrap_or("scripted").to_owned(),
        input_tokens: token_count(&written),
    };
    let reply = reply_to(&read_conversation(body));
    if body["stream"] == true { rendering.events(&reply) } else { rendering.document(&reply) }
}

/// Four bytes make a token: near enough for a model that has no tokenizer.
fn token_count(text: &str) -> usize {
    text.len() / 4 + 1
}

fn model(id: &str) -> Value {
    json!({"type": "model", "id": id, "display_name": id, "created_at": "2026-01-01T00:00:00Z"})
}

fn model_list() -> Value {
    json!({"data": MODELS.map(model), "has_more": false, "first_id": MODELS[0], "last_id": MODELS[2]})
}

#[cfg(test)]
mod tests {
    use super::super::super::answer::AnswerBody;
    use super::*;

    fn ask(method: Method, path: &str, body: Value) -> ScriptedAnswer {
        answer(&AnthropicRequest { method, path: path.to_owned(), body })
    }

    fn whole(answer: &ScriptedAnswer) -> Value {
        match &answer.body {
            AnswerBody::Whole(bytes) => serde_json::from_slice(bytes).unwrap(),
            AnswerBody::Timed { .. } => panic!("a stream"),
        }
    }

    fn events(answer: &ScriptedAnswer) -> Vec<Value> {
        let AnswerBody::Timed { parts, .. } = &answer.body else { panic!("not a stream") };
        let bytes: Vec<u8> = parts.iter().flat_map(|part| part.bytes.to_vec()).collect();
        let text = String::from_utf8(bytes).unwrap();
        let mut events = Vec::new();
        for event in text.split_terminator("\n\n") {
            let (name, data) = event.split_once('\n').unwrap();
            let data: Value = serde_json::from_str(data.strip_prefix("data: ").unwrap()).unwrap();
            assert_eq!(data["type"].as_str(), name.strip_prefix("event: "));
            events.push(data);
        }
        events
    }

    fn recorded(text: &str) -> Value {
        serde_json::from_str::<Value>(text).unwrap()["body"].take()
    }

    fn prompt(text: &str, stream: bool) -> Value {
        let mut body = recorded(include_str!("../../../../testdata/claude-turn.json"));
        body["messages"] = json!([{"role": "user", "content": text}]);
        body["stream"] = json!(stream);
        body
    }

    #[test]
    fn side_requests_are_answered() {
        assert_eq!(ask(Method::HEAD, "/", Value::Null).status, StatusCode::OK);
        let models = whole(&ask(Method::GET, "/v1/models", Value::Null));
        assert_eq!(models["data"][0]["id"], "claude-opus-5-5");
        assert_eq!(whole(&ask(Method::GET, "/v1/models/x", Value::Null))["id"], "x");
        let count = whole(&ask(Method::POST, "/v1/messages/count_tokens", json!({"messages": []})));
        assert_eq!(count, json!({"input_tokens": 4}));
        let unknown = ask(Method::POST, "/v1/files", Value::Null);
        assert_eq!(
            (unknown.status, &whole(&unknown)["error"]["type"]),
            (StatusCode::NOT_FOUND, &json!("not_found_error"))
        );
        assert_eq!(ask(Method::POST, "/v1/messages", json!({})).status, StatusCode::BAD_REQUEST);
    }

    #[test]
    fn a_recorded_title_request_gets_its_document() {
        let body = recorded(include_str!("../../../../testdata/claude-title.json"));
        let events = events(&ask(Method::POST, "/v1/messages", body));
        let text: String = events.iter().filter_map(|event| event["delta"]["text"].as_str()).collect();
        assert_eq!(text, "{\"title\":\"Please create hello.py that prints hello and run it\"}");
    }

    #[test]
    fn a_tool_call_is_streamed_as_real_ones_are() {
        let body = prompt("script: think hm\nscript: say I run.\nscript: run ls", true);
        let events = events(&ask(Method::POST, "/v1/messages", body.clone()));
        let kinds: Vec<&str> = events.iter().filter_map(|event| event["type"].as_str()).collect();
        let block = |deltas| {
            [
                ["content_block_start"].as_slice(),
                &vec!["content_block_delta"; deltas],
                &["content_block_stop"],
            ]
            .concat()
        };
        let expected =
            [vec!["message_start"], block(2), block(1), block(1), vec!["message_delta", "message_stop"]]
                .concat();
        assert_eq!(kinds, expected);
        let tool = events.iter().find(|event| event["content_block"]["type"] == "tool_use").unwrap();
        assert_eq!((&tool["index"], &tool["content_block"]["name"]), (&json!(2), &json!("Bash")));
        let input = events.iter().find_map(|event| event["delta"]["partial_json"].as_str()).unwrap();
        assert_eq!(serde_json::from_str::<Value>(input).unwrap()["command"], "ls");
        assert_eq!(events[events.len() - 2]["delta"]["stop_reason"], "tool_use");
        let again = self::events(&ask(Method::POST, "/v1/messages", body));
        assert_eq!(again, events, "a repeated request gets the same answer");
    }

    #[test]
    fn without_streaming_the_answer_is_one_document() {
        let document = whole(&ask(Method::POST, "/v1/messages", prompt("script: say hello", false)));
        assert_eq!(document["content"], json!([{"type": "text", "text": "hello"}]));
        assert_eq!(document["stop_reason"], "end_turn");
        assert!(document["usage"]["input_tokens"].as_u64().unwrap() > 10);
    }

    #[test]
    fn a_scripted_error_has_its_status_and_kind() {
        for (status, kind) in [(500, "api_error"), (401, "authentication_error"), (529, "overloaded_error")] {
            let answer = ask(Method::POST, "/v1/messages", prompt(&format!("script: error {status}"), true));
            assert_eq!(answer.status.as_u16(), status);
            assert_eq!(whole(&answer)["error"]["type"], kind);
        }
    }

    #[test]
    fn a_late_error_is_an_event_and_a_cut_has_no_end() {
        let late = events(&ask(
            Method::POST,
            "/v1/messages",
            prompt("script: say so\nscript: error 529 busy", true),
        ));
        assert_eq!(late.last().unwrap()["error"]["message"], "busy");
        let cut = ask(Method::POST, "/v1/messages", prompt("script: say so\nscript: cut", true));
        assert!(matches!(cut.body, AnswerBody::Timed { is_cut: true, .. }));
        assert_eq!(events(&cut).last().unwrap()["type"], "content_block_stop");
    }

    #[test]
    fn a_classifier_gets_a_severity() {
        let body = json!({"messages": [{"role": "user", "content": "x"}], "stop_sequences": ["</severity>"]});
        assert_eq!(whole(&ask(Method::POST, "/v1/messages", body))["content"][0]["text"], "<severity>0");
    }

    #[test]
    fn slow_parts_keep_their_pauses() {
        let answer = ask(Method::POST, "/v1/messages", prompt("script: slow 3", true));
        let AnswerBody::Timed { parts, .. } = &answer.body else { panic!("not a stream") };
        assert_eq!(parts.iter().filter(|part| !part.pause.is_zero()).count(), 6);
    }
}
