//! What the scripted model replies: a function of the conversation and of nothing else.
//!
//! The place in a script is the number of tool results after the prompt, so retries, forks, resumed sessions
//! and restored Machines need no care: whoever sends the same conversation gets the same reply.

use std::time::Duration;

use super::conversation::{Conversation, Exchange, ToolResult};
use super::script::{Statement, parse_script};
use super::tool::{ToolCall, document_of, read_call, run_call, wait_call, write_call};

/// The pace of `slow`: like a model that thinks between words.
const SLOW_PAUSE: Duration = Duration::from_millis(500);
/// How much of one earlier prompt is quoted by `recall`, in characters.
const QUOTE_LENGTH_MAX: usize = 2_000;
/// How much of a tool result is repeated in a text, in characters.
const RESULT_LENGTH_MAX: usize = 20_000;
/// Lines of `long` that are sent at once.
const LONG_LINES_AT_ONCE: u32 = 50;

/// One reply of the model.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Reply {
    /// In their order; empty when the reply is nothing but a failure.
    pub(crate) blocks: Vec<Block>,
    /// How the reply ends if not in the normal way.
    pub(crate) failure: Option<Failure>,
    /// What the reply costs, in millionths of a US dollar.
    pub(crate) cost_micros: i64,
}

/// A part of a reply.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Block {
    /// Thoughts, shown before a text.
    Thinking(String),
    /// Words for people, with their pace.
    Text(Vec<Chunk>),
    /// A tool that the agent is asked to use; always the last block.
    ToolCall(ToolCall),
}

/// Words that are sent together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Chunk {
    /// The pause before them.
    pub(crate) pause: Duration,
    /// Never empty.
    pub(crate) text: String,
}

/// An end of a reply that is not the normal one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Failure {
    /// An error as the provider would report it.
    Error {
        /// 400 to 599.
        status: u16,
        /// For the agent.
        message: String,
    },
    /// The connection breaks.
    Cut,
}

/// Decides the reply to a conversation.
pub(crate) fn reply_to(conversation: &Conversation) -> Reply {
    if let Some(schema) = &conversation.wanted_schema {
        let prompt = conversation.exchanges.last().map_or("", |exchange| &exchange.prompt);
        return spoken(&document_of(schema, &headline(prompt)).to_string());
    }
    if conversation.wants_severity {
        return spoken("<severity>0");
    }
    let Some((exchange, earlier)) = conversation.exchanges.split_last() else {
        return spoken("The scripted model got no prompt.");
    };
    let script = match parse_script(&exchange.prompt) {
        Ok(script) => script,
        Err(error) => return spoken(&format!("I cannot follow the script: {error}.\n\n{HELP}")),
    };
    if is_continuation(&exchange.prompt, &script) {
        return continued(conversation, earlier);
    }
    if script.is_empty() {
        let prompt = shortened(&exchange.prompt, QUOTE_LENGTH_MAX);
        return spoken(&format!(
            "I am the scripted model; no real model is at work. You wrote:\n{prompt}\n\n{HELP}"
        ));
    }
    perform(conversation, earlier, &script, &exchange.results)
}

const HELP: &str = "Tell me what to do with lines that begin with `script:` in the prompt, for example:\n\
    script: write hello.py <<< print(\"hi\")\n\
    script: run python3 hello.py\n\
    script: say done: {last_result}\n\
    Statements: write, read, run, wait, tool, say, think, slow, long, recall, error, cut, cost, continue.";

fn is_continuation(prompt: &str, script: &[Statement]) -> bool {
    let begins_so = || {
        let word = prompt.trim_start().split(|c: char| !c.is_alphanumeric()).next();
        word.is_some_and(|word| word.eq_ignore_ascii_case("continue"))
    };
    script == [Statement::Continue] || (script.is_empty() && begins_so())
}

/// Goes on with the latest script before the current prompt; tools that were interrupted are used again.
fn continued(conversation: &Conversation, earlier: &[Exchange]) -> Reply {
    for (index, exchange) in earlier.iter().enumerate().rev() {
        let Ok(script) = parse_script(&exchange.prompt) else { continue };
        if script.is_empty() || is_continuation(&exchange.prompt, &script) {
            continue;
        }
        let results: Vec<ToolResult> = conversation.exchanges[index..]
            .iter()
            .flat_map(|exchange| &exchange.results)
            .filter(|result| !result.is_interrupted)
            .cloned()
            .collect();
        return perform(conversation, &earlier[..index], &script, &results);
    }
    spoken("There is no earlier script to continue.")
}

/// Performs the part of a script that comes after the given tool results, up to the next tool.
fn perform(
    conversation: &Conversation,
    earlier: &[Exchange],
    script: &[Statement],
    results: &[ToolResult],
) -> Reply {
    let mut segments = script.split_inclusive(Statement::is_tool_call);
    let segment = segments.nth(results.len()).unwrap_or_default();
    let mut writer = ReplyWriter::default();
    for statement in segment {
        match statement {
            Statement::Say(text) => writer.say(&with_results(text, results)),
            Statement::Think(text) => writer.reply.blocks.push(Block::Thinking(with_results(text, results))),
            Statement::Slow { seconds } => writer.chunks(slow_chunks(*seconds)),
            Statement::Long { lines } => writer.chunks(long_chunks(*lines)),
            Statement::Recall => writer.say(&recalled(earlier)),
            Statement::Cost { micros } => writer.reply.cost_micros += micros,
            Statement::Continue => writer.say("`continue` has to stand alone."),
            Statement::Error { status, message } => {
                writer.reply.failure = Some(Failure::Error { status: *status, message: message.clone() });
                return writer.reply;
            }
            Statement::Cut => {
                writer.reply.failure = Some(Failure::Cut);
                return writer.reply;
            }
            tool => match tool_call(conversation, tool) {
                Some(call) => writer.reply.blocks.push(Block::ToolCall(call)),
                None => writer.say("No offered tool can do the next statement of the script."),
            },
        }
    }
    if writer.reply.blocks.is_empty() {
        match results.last() {
            Some(result) => writer.say(&format!("Done. {}", shortened(&result.text, RESULT_LENGTH_MAX))),
            None => writer.say("Done."),
        }
    }
    writer.reply
}

fn tool_call(conversation: &Conversation, statement: &Statement) -> Option<ToolCall> {
    let tools = &conversation.tools;
    match statement {
        Statement::Write { path, content } => write_call(tools, &absolute(conversation, path), content),
        Statement::Read { path } => read_call(tools, &absolute(conversation, path)),
        Statement::Run { command } => run_call(tools, command),
        Statement::Wait { seconds } => wait_call(tools, *seconds),
        Statement::Tool { name, input } => Some(ToolCall { name: name.clone(), input: input.clone().into() }),
        _ => None,
    }
}

/// Some agents demand absolute paths, so every agent gets them.
fn absolute(conversation: &Conversation, path: &str) -> String {
    match &conversation.working_folder {
        Some(folder) if !path.starts_with(['/', '~']) => format!("{folder}/{path}"),
        _ => path.to_owned(),
    }
}

/// Replaces `{last_result}` and `{result N}`; all other braces stay.
fn with_results(text: &str, results: &[ToolResult]) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let result = after.split_once('}').and_then(|(name, tail)| {
            let result = match name.strip_prefix("result ") {
                Some(number) => results.get(number.trim().parse::<usize>().ok()?.checked_sub(1)?),
                None if name == "last_result" => results.last(),
                None => return None,
            };
            Some((result.map_or("(no result)", |result| result.text.as_str()), tail))
        });
        match result {
            Some((result, tail)) => {
                filled.push_str(&shortened(result.trim_end(), RESULT_LENGTH_MAX));
                rest = tail;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

fn recalled(earlier: &[Exchange]) -> String {
    if earlier.is_empty() {
        return "This conversation has no earlier prompts.".to_owned();
    }
    let mut text = format!("Earlier prompts of this conversation: {}.", earlier.len());
    for (index, exchange) in earlier.iter().enumerate() {
        let prompt = shortened(exchange.prompt.trim(), QUOTE_LENGTH_MAX);
        text.push_str(&format!("\n{}. {prompt}", index + 1));
    }
    text
}

fn slow_chunks(seconds: u32) -> impl Iterator<Item = Chunk> {
    (0..seconds * 2).map(|tick| Chunk { pause: SLOW_PAUSE, text: format!("tick {tick} ") })
}

fn long_chunks(lines: u32) -> impl Iterator<Item = Chunk> {
    (0..lines.div_ceil(LONG_LINES_AT_ONCE)).map(move |part| {
        let first = part * LONG_LINES_AT_ONCE + 1;
        let last = (first + LONG_LINES_AT_ONCE - 1).min(lines);
        let text = (first..=last).map(|line| format!("line {line} of {lines} from the scripted model\n"));
        Chunk { pause: Duration::ZERO, text: text.collect() }
    })
}

fn spoken(text: &str) -> Reply {
    let mut writer = ReplyWriter::default();
    writer.say(text);
    writer.reply
}

fn headline(prompt: &str) -> String {
    let line = prompt.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('<'));
    shortened(line.unwrap_or("Scripted answer"), 60)
}

fn shortened(text: &str, length_max: usize) -> String {
    match text.char_indices().nth(length_max) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Builds a reply in which neighbouring texts are one block, because agents report the last block as their result.
#[derive(Default)]
struct ReplyWriter {
    reply: Reply,
}

impl ReplyWriter {
    fn say(&mut self, text: &str) {
        let lines = text.split_inclusive('\n');
        self.chunks(lines.map(|line| Chunk { pause: Duration::ZERO, text: line.to_owned() }));
    }

    fn chunks(&mut self, chunks: impl Iterator<Item = Chunk>) {
        if let Some(Block::Text(text)) = self.reply.blocks.last_mut() {
            if text.last().is_some_and(|chunk| !chunk.text.ends_with('\n')) {
                text.push(Chunk { pause: Duration::ZERO, text: "\n".to_owned() });
            }
            text.extend(chunks);
        } else {
            let text: Vec<Chunk> = chunks.collect();
            if !text.is_empty() {
                self.reply.blocks.push(Block::Text(text));
            }
        }
    }
}

#[cfg(test)]
mod tests;
