//! A small real repository with a test that fails, on the host.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};

use crate::program::{Captured, Program};

/// Prints tables whose columns have to line up; wide characters break them.
const TABLE: &str = r#""""Text tables whose columns line up."""


def width(text):
    """How many columns of a terminal a text takes."""
    return len(text)


def pad(text, columns):
    """The text with blanks up to a width."""
    return text + " " * (columns - width(text))


def render(rows):
    """The rows as lines, each column as wide as its widest cell."""
    widths = [max(width(cell) for cell in column) for column in zip(*rows)]
    return "\n".join(" | ".join(pad(cell, size) for cell, size in zip(row, widths)) for row in rows)
"#;

const TEST: &str = r#"import unittest

import table


class Table(unittest.TestCase):
    def test_plain_cells(self):
        self.assertEqual(table.render([["a", "b"], ["long", "c"]]), "a    | b\nlong | c")

    def test_wide_cells(self):
        # Each of these characters takes two columns.
        self.assertEqual(table.render([["表", "x"], ["four", "y"]]), "表   | x\nfour | y")
        self.assertEqual(table.width("日本語"), 6)


if __name__ == "__main__":
    unittest.main()
"#;

const README: &str = "# table\n\nText tables whose columns line up.\n\n    python3 -m unittest\n";

/// The tests take a second.
const TEST_LIMIT: Duration = Duration::from_mins(2);

/// The repository.
#[derive(Debug)]
pub(super) struct Sample {
    folder: PathBuf,
}

impl Sample {
    /// Makes it, with a short history and something that is not committed yet.
    pub(super) fn make(folder: &Path) -> Result<Sample> {
        let sample = Sample { folder: folder.join("table") };
        std::fs::create_dir(&sample.folder).context("make the repository")?;
        sample.git(&["init", "--quiet", "--initial-branch", "main"])?;
        sample.write("README.md", README)?;
        sample.write("table.py", TABLE)?;
        sample.write(".gitignore", ".venv/\n__pycache__/\n")?;
        sample.commit("Tables")?;
        sample.write("test_table.py", TEST)?;
        sample.commit("A test for wide characters, which fails")?;
        sample.write("NOTES.md", "Wide characters are next.\n")?;
        Ok(sample)
    }

    /// Where it lies.
    pub(super) fn path(&self) -> String {
        self.folder.display().to_string()
    }

    /// Runs the tests of the working folder with the Python of the host.
    pub(super) fn test(&self) -> Result<Captured> {
        run_tests(Path::new("python3"), &self.folder)
    }

    /// Runs the tests of a branch in a folder of its own, with what its `requirements.txt` names.
    pub(super) fn test_branch(&self, branch: &str) -> Result<Captured> {
        let name = branch.replace('/', "-");
        let folder = self.folder.with_file_name(format!("checked-{name}"));
        self.git(&["worktree", "add", "--quiet", "--detach", &folder.display().to_string(), branch])?;
        let python = if folder.join("requirements.txt").exists() {
            let environment = folder.with_file_name(format!("python-{name}"));
            python(&["-m", "venv", &environment.display().to_string()], &folder)?;
            let python = environment.join("bin/python");
            Program::new(&python)
                .args([
                    "-m",
                    "pip",
                    "install",
                    "--quiet",
                    "--disable-pip-version-check",
                    "-r",
                    "requirements.txt",
                ])
                .directory(&folder)
                .limit(Duration::from_mins(5))
                .read()
                .context("install what the branch needs on the host")?;
            python
        } else {
            PathBuf::from("python3")
        };
        run_tests(&python, &folder)
    }

    /// What git says.
    pub(super) fn git(&self, arguments: &[&str]) -> Result<String> {
        Program::new("git")
            .args(["-c", "user.name=Demo", "-c", "user.email=demo@example.org", "-c", "commit.gpgsign=false"])
            .args(arguments)
            .directory(&self.folder)
            .limit(Duration::from_mins(1))
            .read()
            .with_context(|| format!("git {}", arguments.join(" ")))
    }

    fn commit(&self, message: &str) -> Result<()> {
        self.git(&["add", "--all"])?;
        self.git(&["commit", "--quiet", "--no-verify", "--message", message])?;
        Ok(())
    }

    fn write(&self, name: &str, content: &str) -> Result<()> {
        std::fs::write(self.folder.join(name), content).with_context(|| format!("write {name}"))
    }
}

fn python(arguments: &[&str], folder: &Path) -> Result<String> {
    Program::new("python3")
        .args(arguments)
        .directory(folder)
        .limit(Duration::from_mins(2))
        .read()
        .context("run python3 on the host")
}

fn run_tests(python: &Path, folder: &Path) -> Result<Captured> {
    let captured = Program::new(python)
        .args(["-m", "unittest", "--quiet"])
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .directory(folder)
        .limit(TEST_LIMIT)
        .capture()?;
    ensure!(captured.stderr.contains("Ran "), "no tests ran: {}", captured.stderr);
    Ok(captured)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_test_of_the_repository_fails_until_the_code_is_right() {
        let folder = std::env::temp_dir().join(format!("avt-sample-{}", std::process::id()));
        std::fs::create_dir(&folder).unwrap();
        let sample = Sample::make(&folder).unwrap();
        assert_ne!(sample.test().unwrap().code, 0);
        assert_ne!(sample.test_branch("main").unwrap().code, 0);
        let right =
            TABLE.replace("return len(text)", "return sum(2 if ord(one) > 0x2E80 else 1 for one in text)");
        sample.write("table.py", &right).unwrap();
        assert_eq!(sample.test().unwrap().code, 0);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
