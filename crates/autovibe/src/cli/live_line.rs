//! The line at the bottom of a terminal that tells how a Turn is going.

use std::io::{IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

use super::output::cost;
use super::plain_text::clip;
use super::terminal::terminal_size;
use autovibe_proto::v1::Usage;

/// How often the line is drawn anew while nothing happens.
pub(crate) const REDRAW: Duration = Duration::from_millis(500);

/// What the line tells.
#[derive(Debug)]
pub(crate) struct LiveLine {
    is_shown: bool,
    begin: Instant,
    activity: String,
    usage: Usage,
    tool_call_count: usize,
    is_drawn: bool,
}

impl LiveLine {
    /// A line for people at a terminal; elsewhere nothing is drawn.
    pub(crate) fn new(wanted: bool) -> LiveLine {
        LiveLine {
            is_shown: wanted && std::io::stdout().is_terminal(),
            begin: Instant::now(),
            activity: String::new(),
            usage: Usage::default(),
            tool_call_count: 0,
            is_drawn: false,
        }
    }

    /// A new Turn begins.
    pub(crate) fn restart(&mut self) {
        self.begin = Instant::now();
        self.activity.clear();
        self.usage = Usage::default();
        self.tool_call_count = 0;
    }

    /// What the coding agent does now.
    pub(crate) fn set_activity(&mut self, activity: &str) {
        activity.clone_into(&mut self.activity);
    }

    /// One more tool call.
    pub(crate) fn count_tool_call(&mut self) {
        self.tool_call_count += 1;
    }

    /// What was spent in the Turn so far.
    pub(crate) fn set_usage(&mut self, usage: Usage) {
        self.usage = usage;
    }

    /// Takes the line away, so that something can be printed in its place.
    pub(crate) fn clear(&mut self) {
        if self.is_drawn {
            self.is_drawn = false;
            write("\r\x1b[K");
        }
    }

    /// Draws the line.
    pub(crate) fn draw(&mut self) {
        if !self.is_shown {
            return;
        }
        let columns = usize::try_from(terminal_size().0).unwrap_or(80).saturating_sub(1);
        write(&format!("\r\x1b[K\x1b[2m{}\x1b[0m", clip(&self.text(self.begin.elapsed()), columns)));
        self.is_drawn = true;
    }

    fn text(&self, elapsed: Duration) -> String {
        let mut parts = vec![duration(elapsed), cost(Some(&self.usage))];
        if self.tool_call_count > 0 {
            parts.push(format!("{} tool calls", self.tool_call_count));
        }
        let activity = if self.activity.is_empty() { "working" } else { &self.activity };
        format!("⋯ {activity} · {} · ctrl-c interrupts", parts.join(" · "))
    }
}

impl Drop for LiveLine {
    fn drop(&mut self) {
        self.clear();
    }
}

/// Minutes and seconds.
fn duration(time: Duration) -> String {
    match time.as_secs() {
        seconds @ ..60 => format!("{seconds} s"),
        seconds => format!("{}:{:02} min", seconds / 60, seconds % 60),
    }
}

/// A terminal that is gone is noticed by what is printed, not by this line.
fn write(text: &str) {
    let mut out = std::io::stdout();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_tells_what_is_done_how_long_and_for_how_much() {
        let mut line = LiveLine::new(false);
        line.set_activity("runs the tests");
        line.count_tool_call();
        line.count_tool_call();
        line.set_usage(Usage { cost_micros: 12_300, ..Usage::default() });
        let text = line.text(Duration::from_secs(75));
        assert_eq!(text, "⋯ runs the tests · 1:15 min · $0.0123 · 2 tool calls · ctrl-c interrupts");
        line.restart();
        assert_eq!(line.text(Duration::from_secs(3)), "⋯ working · 3 s · $0.0000 · ctrl-c interrupts");
    }
}
