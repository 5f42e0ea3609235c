//! The recipe of an Image, as written in `image.toml`.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::error::ImageError;

/// Most packages, run steps or coding agents that one recipe may name; far above any real one.
const MAX_ITEM_COUNT: usize = 256;

/// Recipe of an Image.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// Name: lower-case letters, digits and `-`, up to 63 characters.
    pub name: String,
    /// Virtual size of the root disk, as `8GiB`; the file itself grows with its content.
    pub disk_size: DiskSize,
    /// Debian packages, beside those that the builder always installs.
    #[serde(default)]
    pub packages: Vec<String>,
    /// Shell commands, run as root inside the new system after the packages, in order.
    #[serde(default)]
    pub run: Vec<String>,
    /// The Debian release.
    pub base: BaseRecipe,
    /// Coding agents.
    #[serde(default)]
    pub coding_agents: Vec<CodingAgentRecipe>,
}

/// The Debian release that an Image starts from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BaseRecipe {
    /// Code name of the release, as `bookworm`.
    pub suite: String,
    /// Package archive; without it the one of this computer, else Debian's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mirror: Option<String>,
    /// Archive of security updates; without it the one of this computer, else Debian's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub security_mirror: Option<String>,
    /// Free text, for example a date: a change installs the packages anew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revision: Option<String>,
}

/// A coding agent that is one program of one npm package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodingAgentRecipe {
    /// Kind, as `claude-code`.
    pub kind: String,
    /// npm package, as `@scope/name`.
    pub package: String,
    /// Exact version of the package; the program must say the same.
    pub version: String,
    /// Subresource integrity text of the package; without it the registry is asked at each build.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub integrity: Option<String>,
    /// File inside the package.
    pub member: String,
    /// Absolute path of the program inside the Machine.
    pub path: String,
    /// Absolute paths that become symbolic links to the program.
    #[serde(default)]
    pub links: Vec<String>,
}

/// Size of a disk in whole MiB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DiskSize {
    mebibytes: u64,
}

impl DiskSize {
    /// Returns the size in bytes.
    pub fn bytes(self) -> u64 {
        self.mebibytes << 20
    }
}

impl TryFrom<String> for DiskSize {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let (digits, factor) = if let Some(digits) = text.strip_suffix("GiB") {
            (digits, 1024)
        } else if let Some(digits) = text.strip_suffix("MiB") {
            (digits, 1)
        } else {
            return Err(format!("disk_size {text:?} does not end in GiB or MiB"));
        };
        let number: u64 = digits
            .trim_end()
            .parse()
            .map_err(|_| format!("disk_size {text:?} is not a number of GiB or MiB"))?;
        let mebibytes = number.saturating_mul(factor);
        // Below 1 GiB the packages do not fit; above 16 TiB ext4 needs options that are not set.
        if !(1024..=16 << 20).contains(&mebibytes) {
            return Err(format!("disk_size {text:?} is not between 1GiB and 16384GiB"));
        }
        Ok(Self { mebibytes })
    }
}

impl From<DiskSize> for String {
    fn from(size: DiskSize) -> Self {
        format!("{}MiB", size.mebibytes)
    }
}

impl Recipe {
    /// Reads and checks a recipe.
    ///
    /// # Errors
    /// [`ImageError::RecipeUnreadable`] and [`ImageError::RecipeInvalid`], both naming the field.
    pub fn load(path: &Path) -> Result<Self, ImageError> {
        let text = fs_err::read_to_string(path)
            .map_err(|source| ImageError::File { operation: "read recipe", source })?;
        Self::parse(&text, path)
    }

    /// Checks a recipe's text; `path` is named in errors.
    ///
    /// # Errors
    /// As [`Recipe::load`].
    pub fn parse(text: &str, path: &Path) -> Result<Self, ImageError> {
        let recipe: Self = toml::from_str(text).map_err(|source| ImageError::RecipeUnreadable {
            path: path.to_owned(),
            source: Box::new(source),
        })?;
        recipe.check()?;
        Ok(recipe)
    }

    fn check(&self) -> Result<(), ImageError> {
        check_word("name", &self.name, 63, "-")?;
        self.base.check()?;
        for (field, count) in [
            ("packages", self.packages.len()),
            ("run", self.run.len()),
            ("coding_agents", self.coding_agents.len()),
        ] {
            if count > MAX_ITEM_COUNT {
                return Err(ImageError::invalid(field, format!("more than {MAX_ITEM_COUNT} items")));
            }
        }
        for (index, package) in self.packages.iter().enumerate() {
            // Source: Debian Policy 5.6.1 (letters, digits, plus, minus, full stop).
            check_word(&format!("packages[{index}]"), package, 128, "+-.")?;
        }
        for (index, step) in self.run.iter().enumerate() {
            if step.trim().is_empty() || step.contains('\0') {
                return Err(ImageError::invalid(format!("run[{index}]"), "is empty or holds U+0000"));
            }
        }
        for (index, coding_agent) in self.coding_agents.iter().enumerate() {
            coding_agent.check(&format!("coding_agents[{index}]"))?;
        }
        let mut paths: Vec<&str> = self
            .coding_agents
            .iter()
            .flat_map(|item| item.links.iter().map(String::as_str).chain([item.path.as_str()]))
            .collect();
        paths.sort_unstable();
        if let Some(pair) = paths.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(ImageError::invalid("coding_agents", format!("path {} is used twice", pair[0])));
        }
        Ok(())
    }
}

impl BaseRecipe {
    fn check(&self) -> Result<(), ImageError> {
        check_word("base.suite", &self.suite, 32, "-")?;
        for (field, mirror) in
            [("base.mirror", &self.mirror), ("base.security_mirror", &self.security_mirror)]
        {
            let Some(mirror) = mirror else { continue };
            let is_web = mirror.starts_with("http://") || mirror.starts_with("https://");
            if !is_web || !mirror.chars().all(|c| c.is_ascii_graphic()) {
                return Err(ImageError::invalid(field, "is not an http or https address"));
            }
        }
        Ok(())
    }
}

impl CodingAgentRecipe {
    fn check(&self, field: &str) -> Result<(), ImageError> {
        check_word(&format!("{field}.kind"), &self.kind, 63, "-")?;
        let name = self.package.strip_prefix('@').unwrap_or(&self.package);
        check_word(&format!("{field}.package"), name, 214, "-._/")?;
        // A range or a tag would let npm choose, and with an old Node it chooses an old release.
        let is_exact = self.version.split('.').count() >= 3
            && self.version.starts_with(|c: char| c.is_ascii_digit())
            && self.version.chars().all(|c| c.is_ascii_alphanumeric() || ".-+".contains(c));
        if !is_exact {
            return Err(ImageError::invalid(format!("{field}.version"), "is not one exact version"));
        }
        if self.integrity.as_ref().is_some_and(|text| !text.starts_with("sha512-")) {
            return Err(ImageError::invalid(format!("{field}.integrity"), "does not start with sha512-"));
        }
        check_path(&format!("{field}.member"), &format!("/{}", self.member))?;
        check_path(&format!("{field}.path"), &self.path)?;
        for (index, link) in self.links.iter().enumerate() {
            check_path(&format!("{field}.links[{index}]"), link)?;
        }
        Ok(())
    }
}

fn check_word(field: &str, word: &str, max_len: usize, also: &str) -> Result<(), ImageError> {
    let is_plain = word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || also.contains(c));
    if !is_plain || !word.starts_with(|c: char| c.is_ascii_alphanumeric()) || word.len() > max_len {
        return Err(ImageError::invalid(
            field,
            format!("{word:?} is not 1 to {max_len} characters of a-z, 0-9 and {also:?}"),
        ));
    }
    Ok(())
}

fn check_path(field: &str, path: &str) -> Result<(), ImageError> {
    let is_plain = path.chars().all(|c| c.is_ascii_graphic());
    let has_parts = path
        .strip_prefix('/')
        .is_some_and(|rest| rest.split('/').all(|part| !part.is_empty() && part != "." && part != ".."));
    // 99 bytes: the name field of a tar header, less its closing zero.
    if !is_plain || !has_parts || path.len() > 99 {
        return Err(ImageError::invalid(field, format!("{path:?} is not a plain path")));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"
name = "demo"
disk_size = "8GiB"
packages = ["git", "libstdc++6"]
run = ["true"]
[base]
suite = "bookworm"
[[coding_agents]]
kind = "claude-code"
package = "@scope/name"
version = "1.2.3"
member = "claude"
path = "/opt/claude-code/claude"
links = ["/usr/local/bin/claude"]
"#;

    fn parse(text: &str) -> Result<Recipe, ImageError> {
        Recipe::parse(text, Path::new("image.toml"))
    }

    fn check(from: &str, to: &str, expected: &str) {
        let text = GOOD.replace(from, to);
        assert_ne!(text, GOOD, "the case changes nothing");
        let error = parse(&text).expect_err(to);
        let cause = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
        let said = format!("{error}: {cause}");
        assert!(said.contains(expected), "{said:?} does not name {expected:?}");
    }

    #[test]
    fn a_recipe_is_read_with_its_sizes_and_defaults() {
        let recipe = parse(GOOD).unwrap();
        assert_eq!(recipe.disk_size.bytes(), 8 << 30);
        assert_eq!(recipe.base.mirror, None);
        assert_eq!(recipe.coding_agents[0].links, ["/usr/local/bin/claude"]);
    }

    #[test]
    fn the_shipped_recipe_is_valid_and_pins_its_coding_agent() {
        let text = include_str!("../../../../images/debian-claude-code/image.toml");
        let recipe = parse(text).unwrap();
        assert_eq!(recipe.name, "debian-claude-code");
        assert!(recipe.coding_agents[0].integrity.is_some());
    }

    #[test]
    fn an_error_names_the_field() {
        check("name = \"demo\"", "", "name");
        check("name = \"demo\"", "name = \"De mo\"", "recipe field name");
        check("disk_size", "disk_sise", "disk_sise");
        check("8GiB", "8GB", "disk_size");
        check("8GiB", "1MiB", "disk_size");
        check("\"git\"", "\"git; rm\"", "packages[0]");
        check("\"true\"", "\" \"", "run[0]");
        check("\"bookworm\"", "\"\"", "base.suite");
        check("suite =", "mirror = \"ftp://a\"\nsuite =", "base.mirror");
        check("1.2.3", "^1.2.3", "coding_agents[0].version");
        check("1.2.3", "latest", "coding_agents[0].version");
        check("/opt/claude-code/claude", "/opt/../etc/passwd", "coding_agents[0].path");
        check("\"/usr/local/bin/claude\"", "\"bin\"", "coding_agents[0].links[0]");
        check("\"/usr/local/bin/claude\"", "\"/opt/claude-code/claude\"", "used twice");
        check("kind = \"claude-code\"", "", "kind");
    }
}
