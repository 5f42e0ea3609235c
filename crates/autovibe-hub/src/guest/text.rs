//! Makes texts of guests fit into rows: a report must not be refused for ever because of one character.

use autovibe_proto::v1::AgentEventBody;
use autovibe_proto::v1::agent_event_body::Kind;

/// Of one text of an event; the exact line is kept beside it.
const EVENT_TEXT_LENGTH_MAX: usize = 128 * 1024;
/// Names, keys and titles.
const NAME_LENGTH_MAX: usize = 1024;
/// Items of a plan.
const PLAN_ITEM_COUNT_MAX: usize = 256;

/// Cuts a text at the border of a character, and drops what no row can hold.
pub(crate) fn shorten(text: &mut String, length_max: usize) {
    if text.contains('\0') {
        *text = text.replace('\0', "\u{fffd}");
    }
    if text.len() > length_max {
        let mut end = length_max;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text.truncate(end);
    }
}

/// Shortens every text of an event.
pub(crate) fn shorten_event(body: &mut AgentEventBody) {
    let long = |text: &mut String| shorten(text, EVENT_TEXT_LENGTH_MAX);
    let name = |text: &mut String| shorten(text, NAME_LENGTH_MAX);
    match &mut body.kind {
        Some(Kind::Session(session)) => {
            name(&mut session.session_id);
            name(&mut session.model);
            name(&mut session.version);
            name(&mut session.permission_mode);
            name(&mut session.directory);
        }
        Some(Kind::Text(text)) => {
            long(&mut text.text);
            name(&mut text.reply_id);
        }
        Some(Kind::TextDelta(delta)) => long(&mut delta.text),
        Some(Kind::Thinking(thinking)) => long(&mut thinking.text),
        Some(Kind::ToolCall(call)) => {
            name(&mut call.tool_call_id);
            name(&mut call.name);
            long(&mut call.input_json);
            name(&mut call.title);
        }
        Some(Kind::ToolResult(result)) => {
            name(&mut result.tool_call_id);
            long(&mut result.output);
        }
        Some(Kind::Permission(permission)) => {
            name(&mut permission.request_id);
            name(&mut permission.name);
            long(&mut permission.input_json);
        }
        Some(Kind::Notice(notice)) => long(&mut notice.text),
        Some(Kind::TurnResult(result)) => long(&mut result.text),
        Some(Kind::Unknown(unknown)) => name(&mut unknown.kind),
        Some(Kind::Progress(progress)) => {
            progress.items.truncate(PLAN_ITEM_COUNT_MAX);
            for item in &mut progress.items {
                name(&mut item.text);
                name(&mut item.status);
            }
            name(&mut progress.activity);
        }
        Some(Kind::Retry(_) | Kind::Usage(_)) | None => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_between_characters() {
        for (text, length_max, cut) in
            [("abc", 5, "abc"), ("aäb", 2, "a"), ("aäb", 3, "aä"), ("a\0b", 9, "a\u{fffd}b")]
        {
            let mut shortened = text.to_owned();
            shorten(&mut shortened, length_max);
            assert_eq!(shortened, cut, "{text:?}");
        }
    }
}
