//! What the coding agent is told, and what must come of it.

use anyhow::{Result, ensure};
use clap::ValueEnum;

/// The file that everything is about.
pub(super) const FILE: &str = "hello.py";

/// Who answers the coding agent's model requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Provider {
    /// The built-in one, which follows scripts in the prompts and needs no key.
    Scripted,
    /// Anthropic, with the key in ANTHROPIC_API_KEY.
    Anthropic,
}

impl Provider {
    /// As the daemon calls it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Provider::Scripted => "scripted",
            Provider::Anthropic => "anthropic",
        }
    }

    /// What people are told about the model.
    pub(super) fn introduction(self) -> &'static str {
        match self {
            Provider::Scripted => {
                "The virtual machine and Claude Code in it are real; the model is scripted: it does what the prompts\n\
                 spell out in lines that begin with `script:`, so that this works without a key and costs nothing.\n\
                 With a real model: ANTHROPIC_API_KEY=… cargo xtask demo --provider anthropic"
            }
            Provider::Anthropic => {
                "Virtual machine, Claude Code and model are real: this spends a little of your Anthropic credit.\n\
                 The key stays outside the virtual machines."
            }
        }
    }

    fn is_scripted(self) -> bool {
        self == Provider::Scripted
    }

    /// The task of two tool calls.
    pub(super) fn first_prompt(self) -> String {
        let words = "Write hello.py, which prints \"Hello, world!\", run it with python3 and tell me what it printed.";
        self.prompt(
            words,
            "script: write hello.py <<EOF\nprint(\"Hello, world!\")\nEOF\n\
             script: run python3 hello.py\nscript: say The program printed: {last_result}",
        )
    }

    /// The change that is taken back.
    pub(super) fn second_prompt(self) -> String {
        let words = "Change hello.py so that it prints \"Goodbye, world!\" instead.";
        self.prompt(
            words,
            "script: read hello.py\nscript: write hello.py <<EOF\nprint(\"Goodbye, world!\")\nEOF\n\
             script: say It says goodbye now.",
        )
    }

    /// Brings to light which conversation the coding agent remembers.
    pub(super) fn recall_prompt(self) -> String {
        self.prompt(
            "Which requests did I make before this one? Quote them, and use no tool.",
            "script: recall",
        )
    }

    /// One prompt per fork.
    pub(super) fn fork_prompts(self) -> Vec<(&'static str, String)> {
        [("French", "Bonjour"), ("Spanish", "Hola"), ("Italian", "Ciao")]
            .into_iter()
            .map(|(language, greeting)| {
                let words = format!("Change hello.py so that it greets in {language}: \"{greeting}, ...\". Run it.");
                let script = format!(
                    "script: run sed -i 's/Hello/{greeting}/' hello.py && python3 hello.py\nscript: say {{last_result}}"
                );
                (greeting, self.prompt(&words, &script))
            })
            .collect()
    }

    /// The least number of tool calls of the first prompt.
    pub(super) fn tool_calls_min(self) -> usize {
        // A real model may write and run the file in one command.
        if self.is_scripted() { 2 } else { 1 }
    }

    /// The file after the first prompt.
    pub(super) fn check_first(self, content: &str) -> Result<()> {
        ensure!(content.contains("Hello"), "{FILE} does not greet: {content}");
        Ok(())
    }

    /// The file after the second prompt.
    pub(super) fn check_second(self, before: &str, content: &str) -> Result<()> {
        ensure!(content != before, "{FILE} was not changed");
        ensure!(content.contains("Goodbye"), "{FILE} does not say goodbye: {content}");
        Ok(())
    }

    /// The conversation after the restore has the first prompt and not the second one.
    pub(super) fn check_recall(self, text: &str) -> Result<()> {
        ensure!(!text.contains("Goodbye"), "the conversation still has the second prompt: {text}");
        // A real model may quote in its own words.
        let expected = if self.is_scripted() { "tell me what it printed" } else { "hello.py" };
        ensure!(text.contains(expected), "the conversation lacks the first prompt: {text}");
        Ok(())
    }

    /// The files of the forks.
    pub(super) fn check_forks(self, contents: &[(&str, String)]) -> Result<()> {
        for (index, (greeting, content)) in contents.iter().enumerate() {
            ensure!(content.contains(greeting), "fork {} does not say {greeting}: {content}", index + 1);
            let is_alone = contents[..index].iter().all(|(_, other)| other != content);
            ensure!(is_alone, "fork {} has the file of another one", index + 1);
        }
        Ok(())
    }

    fn prompt(self, words: &str, script: &str) -> String {
        if self.is_scripted() { format!("{words}\n{script}") } else { words.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_scripted_model_is_given_scripts() {
        assert!(Provider::Scripted.first_prompt().contains("script: write hello.py"));
        for prompt in [Provider::Anthropic.first_prompt(), Provider::Anthropic.second_prompt()] {
            assert!(!prompt.contains("script:"), "{prompt}");
        }
    }

    #[test]
    fn a_conversation_with_the_second_prompt_is_refused() {
        let provider = Provider::Scripted;
        provider.check_recall(&provider.first_prompt()).unwrap();
        let both = format!("{}\n{}", provider.first_prompt(), provider.second_prompt());
        provider.check_recall(&both).unwrap_err();
        provider.check_recall("nothing").unwrap_err();
    }

    #[test]
    fn forks_with_the_same_file_are_refused() {
        let provider = Provider::Scripted;
        let file = |text: &str| text.to_owned();
        provider.check_forks(&[("Hola", file("Hola")), ("Ciao", file("Ciao"))]).unwrap();
        provider.check_forks(&[("Hola", file("Hola")), ("Ciao", file("Hola"))]).unwrap_err();
        provider.check_forks(&[("Hola", file("Hola")), ("Hola", file("Hola"))]).unwrap_err();
    }
}
