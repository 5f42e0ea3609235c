//! The script language: what people write into a prompt to say what the scripted model does.
//!
//! A script is the lines of a prompt that begin with `script:`; all other lines are prose and are ignored.
//! Statements run in their order. The model asks for one tool at a time, so each statement that needs a tool
//! ends a reply; the statements between two tools belong to the reply of the second one.
//!
//! | statement | the model … |
//! |---|---|
//! | `script: write hello.py <<< print("hi")` | writes a file of one line |
//! | `script: write notes/a.txt <<EOF` … `EOF` | writes the lines between, whatever they hold |
//! | `script: read PATH` | reads a file (an agent may demand it before it overwrites one) |
//! | `script: run COMMAND` or `run <<EOF` … `EOF` | runs a shell command |
//! | `script: wait SECONDS` | runs a shell command that takes that long |
//! | `script: tool NAME {"a": 1}` | calls any tool by its name, with these arguments |
//! | `script: say TEXT` or `say <<EOF` … `EOF` | says it; `{last_result}` and `{result 1}` stand for tool results |
//! | `script: think TEXT` | thinks it, before it speaks |
//! | `script: slow SECONDS` | streams words for that long, two in a second |
//! | `script: long LINES` | says that many numbered lines |
//! | `script: recall` | quotes every earlier prompt of the conversation |
//! | `script: error STATUS [TEXT]` | fails with this HTTP status; in mid-answer if it has spoken before |
//! | `script: cut` | breaks the connection in mid-answer |
//! | `script: cost DOLLARS` | makes this reply cost that much (replies are free otherwise) |
//! | `script: continue` | goes on with the latest earlier script where it stopped; so does a prompt that has no script and begins with the word "continue" |
//!
//! When nothing is said after the last tool, the model answers with that tool's result.

use serde_json::{Map, Value};

/// The longest time that one statement may take, so that a typing error does not hold a Turn for a day.
const SECONDS_MAX: u32 = 3_600;
/// The longest output of one statement: about 6 MiB.
const LINES_MAX: u32 = 100_000;
/// The longest script; a prompt this long is a mistake.
const STATEMENTS_MAX: usize = 1_000;

/// What begins a line of a script.
const MARK: &str = "script:";

/// One line of a script with its text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Statement {
    /// Write a file.
    Write {
        /// As the prompt has it, relative or absolute.
        path: String,
        /// Ends with a line break unless it is empty.
        content: String,
    },
    /// Read a file.
    Read {
        /// As the prompt has it, relative or absolute.
        path: String,
    },
    /// Run a shell command.
    Run {
        /// One or more lines of shell.
        command: String,
    },
    /// Run a command that does nothing for a while.
    Wait {
        /// At most an hour.
        seconds: u32,
    },
    /// Call a tool by its name.
    Tool {
        /// As the agent offers it.
        name: String,
        /// The arguments, passed on as they are.
        input: Map<String, Value>,
    },
    /// Say something.
    Say(String),
    /// Think something.
    Think(String),
    /// Stream words for a while.
    Slow {
        /// At most an hour.
        seconds: u32,
    },
    /// Say many lines.
    Long {
        /// At most 100 000.
        lines: u32,
    },
    /// Quote the earlier prompts.
    Recall,
    /// Fail.
    Error {
        /// 400 to 599.
        status: u16,
        /// Shown to the agent.
        message: String,
    },
    /// Break the connection.
    Cut,
    /// Set the price of the reply.
    Cost {
        /// Millionths of a US dollar.
        micros: i64,
    },
    /// Go on with an earlier script.
    Continue,
}

impl Statement {
    /// True for a statement that asks the agent for a tool and thereby ends the reply.
    pub(crate) fn is_tool_call(&self) -> bool {
        matches!(
            self,
            Self::Write { .. } | Self::Read { .. } | Self::Run { .. } | Self::Wait { .. } | Self::Tool { .. }
        )
    }
}

/// A line of a script that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line} of the script: {reason}")]
pub(crate) struct ScriptError {
    /// Counted from 1 in the whole prompt.
    pub(crate) line: usize,
    /// What is wrong and what would be right.
    pub(crate) reason: String,
}

/// Reads the script out of a prompt; empty when the prompt has none.
pub(crate) fn parse_script(prompt: &str) -> Result<Vec<Statement>, ScriptError> {
    let mut statements = Vec::new();
    let mut lines = prompt.lines().enumerate();
    while let Some((index, line)) = lines.next() {
        let Some(text) = line.trim_start().strip_prefix(MARK) else { continue };
        let fail = |reason: String| ScriptError { line: index + 1, reason };
        if statements.len() == STATEMENTS_MAX {
            return Err(fail(format!("a script has at most {STATEMENTS_MAX} statements")));
        }
        let (head, block) = match delimiter(text) {
            None => (text.trim(), None),
            Some((head, end)) => {
                let mut body = String::new();
                let mut is_closed = false;
                for (_, line) in lines.by_ref() {
                    if line.trim() == end {
                        is_closed = true;
                        break;
                    }
                    body.push_str(line);
                    body.push('\n');
                }
                if !is_closed {
                    return Err(fail(format!("no line `{end}` ends this text")));
                }
                (head.trim(), Some(body))
            }
        };
        statements.push(parse_statement(head, block).map_err(fail)?);
    }
    Ok(statements)
}

/// Splits `write PATH <<EOF` into its head and the word that ends the text.
///
/// The mark counts only where a statement expects a text, so that `run cat <<EOF | wc` stays a command.
fn delimiter(text: &str) -> Option<(&str, &str)> {
    let (word, rest) = split_word(text);
    let at = match word {
        "write" => rest.find("<<")?,
        "run" | "say" | "think" if rest.starts_with("<<") => 0,
        _ => return None,
    };
    let end = &rest[at + 2..];
    if end.starts_with('<') {
        return None;
    }
    let end = end.trim().trim_matches(['\'', '"']);
    let is_word = !end.is_empty() && end.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let head_length = text.len() - rest.len() + at;
    is_word.then(|| (&text[..head_length], end))
}

fn parse_statement(head: &str, block: Option<String>) -> Result<Statement, String> {
    let (word, rest) = split_word(head);
    let text = |what: &str| match (&block, rest) {
        (Some(block), _) => Ok(block.trim_end_matches('\n').to_owned()),
        (None, "") => Err(format!("`{word}` needs {what}")),
        (None, rest) => Ok(rest.to_owned()),
    };
    Ok(match word {
        "write" => parse_write(rest, block)?,
        "read" => Statement::Read { path: unquoted(&text("a path")?).to_owned() },
        "run" => Statement::Run { command: text("a command")? },
        "wait" => Statement::Wait { seconds: parse_number(word, rest, SECONDS_MAX)? },
        "tool" => parse_tool(rest)?,
        "say" => Statement::Say(text("a text")?),
        "think" => Statement::Think(text("a text")?),
        "slow" => Statement::Slow { seconds: parse_number(word, rest, SECONDS_MAX)? },
        "long" => Statement::Long { lines: parse_number(word, rest, LINES_MAX)? },
        "recall" => Statement::Recall,
        "error" => parse_error(rest)?,
        "cut" => Statement::Cut,
        "cost" => parse_cost(rest)?,
        "continue" => Statement::Continue,
        "" => return Err("a statement is missing".to_owned()),
        other => return Err(format!("`{other}` is not a statement")),
    })
}

fn parse_write(rest: &str, block: Option<String>) -> Result<Statement, String> {
    let (path, content) = match (block, rest.split_once("<<<")) {
        (Some(block), _) => (rest, block),
        (None, Some((path, line))) => (path, format!("{}\n", line.strip_prefix(' ').unwrap_or(line))),
        (None, None) => return Err("`write` needs `PATH <<< TEXT` or `PATH <<EOF`".to_owned()),
    };
    let path = unquoted(path.trim());
    if path.is_empty() {
        return Err("`write` needs a path".to_owned());
    }
    Ok(Statement::Write { path: path.to_owned(), content })
}

fn parse_tool(rest: &str) -> Result<Statement, String> {
    let (name, arguments) = split_word(rest);
    if name.is_empty() {
        return Err("`tool` needs a name".to_owned());
    }
    let input = match arguments {
        "" => Map::new(),
        json => serde_json::from_str(json)
            .map_err(|error| format!("the arguments of `tool` must be a JSON object on one line: {error}"))?,
    };
    Ok(Statement::Tool { name: name.to_owned(), input })
}

fn parse_error(rest: &str) -> Result<Statement, String> {
    let (status, message) = split_word(rest);
    match status.parse() {
        Ok(status) if (400..600).contains(&status) => {
            let message =
                if message.is_empty() { format!("scripted error {status}") } else { message.to_owned() };
            Ok(Statement::Error { status, message })
        }
        _ => Err("`error` needs an HTTP status from 400 to 599".to_owned()),
    }
}

fn parse_cost(rest: &str) -> Result<Statement, String> {
    match rest.trim_start_matches('$').parse::<f64>() {
        #[expect(clippy::cast_possible_truncation, reason = "the guard keeps the value far below the limit")]
        Ok(dollars) if (0.0..=1_000_000.0).contains(&dollars) => {
            Ok(Statement::Cost { micros: (dollars * 1e6).round() as i64 })
        }
        _ => Err("`cost` needs an amount in US dollars".to_owned()),
    }
}

fn parse_number(word: &str, text: &str, max: u32) -> Result<u32, String> {
    match text.trim().parse() {
        Ok(number) if number <= max => Ok(number),
        _ => Err(format!("`{word}` needs a whole number up to {max}")),
    }
}

fn split_word(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    match text.split_once(char::is_whitespace) {
        Some((word, rest)) => (word, rest.trim_start()),
        None => (text, ""),
    }
}

fn unquoted(text: &str) -> &str {
    let inner = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    inner.unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(prompt: &str, expected: &[Statement]) {
        assert_eq!(parse_script(prompt).unwrap(), expected, "{prompt}");
    }

    fn write(path: &str, content: &str) -> Statement {
        Statement::Write { path: path.to_owned(), content: content.to_owned() }
    }

    #[test]
    fn prose_is_no_script() {
        check("Please fix issue 2.\nThe script: run line is not at the start.", &[]);
    }

    #[test]
    fn a_file_of_one_line_keeps_its_blanks() {
        check("script: write hello.py <<< print(\"hi\")", &[write("hello.py", "print(\"hi\")\n")]);
        check("  script: write \"a b.txt\" <<<   x << y ", &[write("a b.txt", "  x << y\n")]);
    }

    #[test]
    fn a_text_of_many_lines_is_taken_as_it_is() {
        let prompt =
            "Do this:\nscript: write a/b.py <<EOF\nif x:\n    script: run no\n\n<<<\nEOF\nscript: run ls";
        let run = Statement::Run { command: "ls".to_owned() };
        check(prompt, &[write("a/b.py", "if x:\n    script: run no\n\n<<<\n"), run]);
        check("script: say <<'END'\none\ntwo\n END", &[Statement::Say("one\ntwo".to_owned())]);
    }

    #[test]
    fn a_here_document_inside_a_command_stays_there() {
        let command = "cat <<EOF | wc -l".to_owned();
        check("script: run cat <<EOF | wc -l", &[Statement::Run { command }]);
    }

    #[test]
    fn every_other_statement_is_read() {
        let input = Map::from_iter([("a".to_owned(), Value::from(1))]);
        check(
            "script: tool mcp__x__y {\"a\": 1}",
            &[Statement::Tool { name: "mcp__x__y".to_owned(), input }],
        );
        check("script:slow 30", &[Statement::Slow { seconds: 30 }]);
        check("script: long 2000", &[Statement::Long { lines: 2000 }]);
        check("script: wait 7", &[Statement::Wait { seconds: 7 }]);
        check("script: read a.txt", &[Statement::Read { path: "a.txt".to_owned() }]);
        check("script: recall\nscript: cut", &[Statement::Recall, Statement::Cut]);
        check("script: think a b", &[Statement::Think("a b".to_owned())]);
        check(
            "script: cost $0.25\nscript: continue",
            &[Statement::Cost { micros: 250_000 }, Statement::Continue],
        );
        let message = "too busy".to_owned();
        check("script: error 529 too busy", &[Statement::Error { status: 529, message }]);
    }

    #[test]
    fn a_mistake_names_its_line() {
        for (prompt, line) in [
            ("x\nscript: wrte a <<< b", 2),
            ("script:", 1),
            ("script: error 200", 1),
            ("script: slow 99999", 1),
            ("script: say", 1),
            ("script: say a\nscript: write f <<EOF\nnever ended", 2),
            ("script: write f", 1),
            ("script: tool X [1]", 1),
            ("script: cost -1", 1),
        ] {
            assert_eq!(parse_script(prompt).unwrap_err().line, line, "{prompt}");
        }
    }
}
