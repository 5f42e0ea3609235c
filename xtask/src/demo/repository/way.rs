//! The ways in which the coding agent mends the repository, one prompt each.

/// One way.
#[derive(Debug, Clone, Copy)]
pub(super) struct Way {
    /// Name of the branch that it becomes.
    pub(super) branch: &'static str,
    /// What a person asks for.
    words: &'static str,
    /// What the scripted model does.
    script: &'static str,
}

/// The way of the first Machine: with a package from the registry.
pub(super) const LIBRARY: Way = Way {
    branch: "wide/library",
    words: "A test of this repository fails. Install the package wcwidth into a virtual environment in .venv, use it to \
            mend table.py, name it in requirements.txt, run the tests and commit.",
    script: r#"script: run python3 -m unittest --quiet 2>&1 | tail -3
script: run python3 -m venv .venv && .venv/bin/pip install --quiet --disable-pip-version-check wcwidth && .venv/bin/pip freeze > requirements.txt && cat requirements.txt
script: run <<END
python3 - <<'CODE'
text = open("table.py").read()
text = text.replace('return len(text)', 'return wcswidth(text)')
text = text.replace('line up."""\n', 'line up."""\n\nfrom wcwidth import wcswidth\n', 1)
open("table.py", "w").write(text)
CODE
END
script: run .venv/bin/python -m unittest --quiet 2>&1 | tail -3
script: run git add --all && git commit --quiet --message "Wide characters, by wcwidth" && git log --oneline | head -1
script: say The tests pass with wcwidth: {last_result}"#,
};

/// The ways of the forks: without a package.
pub(super) const OTHERS: [Way; 2] = [
    Way {
        branch: "wide/standard",
        words: "Mend table.py with the standard library alone: unicodedata knows which characters are wide. Run the \
                tests and commit.",
        script: r#"script: run <<END
python3 - <<'CODE'
text = open("table.py").read()
text = text.replace('return len(text)', 'return sum(2 if east_asian_width(one) in "WF" else 1 for one in text)')
text = text.replace('line up."""\n', 'line up."""\n\nfrom unicodedata import east_asian_width\n', 1)
open("table.py", "w").write(text)
CODE
END
script: run python3 -m unittest --quiet 2>&1 | tail -3
script: run git add --all && git commit --quiet --message "Wide characters, by the standard library" && git log --oneline | head -1
script: say The tests pass with the standard library: {last_result}"#,
    },
    Way {
        branch: "wide/ranges",
        words: "Mend table.py with a table of ranges of your own. Run the tests, and leave the commit to me.",
        script: r#"script: run <<END
python3 - <<'CODE'
text = open("table.py").read()
text = text.replace('return len(text)', 'return sum(2 if any(ord(one) in wide for wide in WIDE) else 1 for one in text)')
text = text.replace('line up."""\n', 'line up."""\n\n# Blocks of characters that take two columns.\nWIDE = [range(0x1100, 0x1160), range(0x2E80, 0xA4D0), range(0xAC00, 0xD7A4), range(0xF900, 0xFB00)]\n', 1)
open("table.py", "w").write(text)
CODE
END
script: run python3 -m unittest --quiet 2>&1 | tail -3
script: say The tests pass with ranges, and nothing is committed: {last_result}"#,
    },
];

impl Way {
    /// The prompt; a real model gets the words alone.
    pub(super) fn prompt(&self, is_scripted: bool) -> String {
        if is_scripted { format!("{}\n{}", self.words, self.script) } else { self.words.to_owned() }
    }
}
