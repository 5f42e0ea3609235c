//! The steps of a demonstration: told as they happen, listed at the end.

use std::time::Instant;

use anyhow::Result;
use serde::Serialize;

/// All steps so far; they are JSON in the form that `design` promises.
#[derive(Debug)]
pub(super) struct Report {
    steps: Vec<Step>,
    begin: Instant,
    json: bool,
}

#[derive(Debug, Serialize)]
struct Step {
    name: &'static str,
    seconds: f64,
    ok: bool,
    detail: String,
}

#[derive(Debug, Serialize)]
struct Listing<'a> {
    steps: &'a [Step],
    seconds: f64,
}

impl Report {
    /// A report that leaves the standard output to JSON, or speaks there.
    pub(super) fn new(json: bool) -> Report {
        Report { steps: Vec::new(), begin: Instant::now(), json }
    }

    /// The standard output is for the JSON alone.
    pub(super) fn is_json(&self) -> bool {
        self.json
    }

    /// Says something to people.
    pub(super) fn say(&self, text: &str) {
        if self.json {
            eprintln!("{text}");
        } else {
            println!("{text}");
        }
    }

    /// Does one step, whose work returns a value and one line about it.
    pub(super) fn step<T>(
        &mut self,
        name: &'static str,
        work: impl FnOnce(&Report) -> Result<(T, String)>,
    ) -> Result<T> {
        self.say(&format!("\n── {name}"));
        let begin = Instant::now();
        let result = work(self);
        let seconds = round(begin.elapsed().as_secs_f64());
        let (ok, detail) = match &result {
            Ok((_, detail)) => (true, detail.clone()),
            Err(error) => (false, format!("{error:#}")),
        };
        self.say(&format!("{} {detail} ({seconds:.1} s)", if ok { "✓" } else { "✗" }));
        self.steps.push(Step { name, seconds, ok, detail });
        result.map(|(value, _)| value)
    }

    /// Every step so far did what it should.
    pub(super) fn is_ok(&self) -> bool {
        self.steps.iter().all(|step| step.ok)
    }

    /// Prints the table, or the JSON.
    pub(super) fn print(&self) -> Result<()> {
        let seconds = round(self.begin.elapsed().as_secs_f64());
        if self.json {
            println!("{}", serde_json::to_string_pretty(&Listing { steps: &self.steps, seconds })?);
            return Ok(());
        }
        println!();
        let width = self.steps.iter().map(|step| step.name.chars().count()).max().unwrap_or(0);
        for Step { name, seconds, ok, detail } in &self.steps {
            let line = detail.lines().next().unwrap_or_default();
            println!("{}  {name:<width$}  {seconds:>7.1} s  {line}", if *ok { "✓" } else { "✗" });
        }
        println!("   {:<width$}  {seconds:>7.1} s", "together");
        Ok(())
    }
}

/// Seconds to the millisecond.
fn round(seconds: f64) -> f64 {
    (seconds * 1000.0).round() / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_step_is_kept_with_its_reason_and_fails_the_whole() {
        let mut report = Report::new(true);
        assert_eq!(report.step("one", |_| Ok((7, "done".to_owned()))).unwrap(), 7);
        assert!(report.is_ok());
        report.step("two", |_| -> Result<((), String)> { anyhow::bail!("no") }).unwrap_err();
        assert!(!report.is_ok());
        let listing = serde_json::to_value(Listing { steps: &report.steps, seconds: 1.0 }).unwrap();
        assert_eq!(listing["steps"][1]["detail"], "no");
        assert_eq!(listing["steps"][1]["ok"], false);
        assert_eq!(listing["steps"][0]["name"], "one");
        assert!(listing["seconds"].is_number());
    }
}
