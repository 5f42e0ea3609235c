//! The rules of one Project, ready to decide.

use std::net::IpAddr;

use autovibe_proto::v1::EgressRule;

use super::destination::Destination;
use super::host::Host;
use super::preset::PRESETS;

/// The ports of a preset's hosts, and of a rule that names none.
pub(super) const WEB_PORTS: [u16; 2] = [80, 443];

/// What a Project's Machines may reach.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct RuleSet {
    entries: Vec<Entry>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    pattern: Pattern,
    /// `None` means every port.
    port: Option<u16>,
    preset: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Pattern {
    Exact(Host),
    /// Everything below a name, not the name itself; kept with its leading dot.
    Below(String),
}

impl RuleSet {
    /// Reads stored rules; one that cannot be read allows nothing.
    pub(super) fn new(rules: &[EgressRule]) -> RuleSet {
        let mut entries = Vec::new();
        for rule in rules {
            if rule.preset.is_empty() {
                let port = u16::try_from(rule.port).ok();
                let entry = Pattern::read(&rule.host).zip(port).map(|(pattern, port)| Entry {
                    pattern,
                    port: (port != 0).then_some(port),
                    preset: String::new(),
                });
                entries.extend(entry);
                continue;
            }
            let hosts =
                PRESETS.iter().find(|preset| preset.name == rule.preset).map_or(&[][..], |found| found.hosts);
            for host in hosts {
                entries.extend(WEB_PORTS.map(|port| Entry {
                    pattern: Pattern::Exact(Host::Name((*host).to_owned())),
                    port: Some(port),
                    preset: rule.preset.clone(),
                }));
            }
        }
        RuleSet { entries }
    }

    /// The rule that allows a destination, in words; `None` when there is none.
    pub(super) fn allows(&self, destination: &Destination) -> Option<String> {
        self.entries.iter().find(|entry| entry.matches(destination)).map(Entry::text)
    }
}

impl Entry {
    fn matches(&self, destination: &Destination) -> bool {
        if self.port.is_some_and(|port| port != destination.port) {
            return false;
        }
        match (&self.pattern, &destination.host) {
            (Pattern::Exact(allowed), host) => allowed == host,
            (Pattern::Below(suffix), Host::Name(name)) => {
                name.len() > suffix.len() && name.ends_with(suffix.as_str())
            }
            (Pattern::Below(_), Host::Address(_)) => false,
        }
    }

    fn text(&self) -> String {
        if !self.preset.is_empty() {
            return format!("preset {}", self.preset);
        }
        let host = match &self.pattern {
            Pattern::Exact(host) => host.to_string(),
            Pattern::Below(suffix) => format!("*{suffix}"),
        };
        match self.port {
            Some(port) => format!("rule {host}:{port}"),
            None => format!("rule {host}:*"),
        }
    }
}

impl Pattern {
    fn read(text: &str) -> Option<Pattern> {
        if let Some(name) = text.strip_prefix("*.") {
            return match Host::parse(name) {
                Ok(Host::Name(name)) => Some(Pattern::Below(format!(".{name}"))),
                _ => None,
            };
        }
        // Stored without brackets or with them: both are the same address.
        if let Ok(address) = text.parse::<IpAddr>() {
            return Some(Pattern::Exact(Host::Address(address.to_canonical())));
        }
        Host::parse(text).ok().map(Pattern::Exact)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(host: &str, port: i32, preset: &str) -> EgressRule {
        EgressRule { host: host.to_owned(), port, preset: preset.to_owned(), ..EgressRule::default() }
    }

    fn allows(rules: &[EgressRule], text: &str) -> bool {
        RuleSet::new(rules).allows(&Destination::parse(text, None).unwrap()).is_some()
    }

    #[test]
    fn without_a_rule_nothing_is_allowed() {
        assert!(!allows(&[], "example.com:443"));
        assert!(!allows(
            &[rule("", 443, ""), rule("*.", 443, ""), rule("x.example", -1, "")],
            "x.example:443"
        ));
        assert!(!allows(&[rule("", 0, "no-such-preset")], "github.com:443"));
    }

    #[test]
    fn host_and_port_must_both_fit() {
        let rules = [rule("a.example", 443, ""), rule("b.example", 0, ""), rule("9.9.9.9", 53, "")];
        for (text, is_allowed) in [
            ("a.example:443", true),
            ("A.Example.:443", true),
            ("a.example:80", false),
            ("xa.example:443", false),
            ("x.a.example:443", false),
            ("b.example:22", true),
            ("9.9.9.9:53", true),
            ("0x09090909:53", true),
            ("9.9.9.9:443", false),
            ("1.1.1.1:53", false),
        ] {
            assert_eq!(allows(&rules, text), is_allowed, "{text}");
        }
    }

    #[test]
    fn a_star_means_everything_below_and_not_the_name_itself() {
        let rules = [rule("*.a.example", 443, "")];
        for (text, is_allowed) in [
            ("x.a.example:443", true),
            ("y.x.a.example:443", true),
            ("a.example:443", false),
            ("xa.example:443", false),
            ("a.example.evil.example:443", false),
        ] {
            assert_eq!(allows(&rules, text), is_allowed, "{text}");
        }
    }

    #[test]
    fn a_preset_stands_for_its_hosts() {
        let rules = [rule("", 0, "registries")];
        assert!(allows(&rules, "static.crates.io:443") && allows(&rules, "deb.debian.org:80"));
        assert!(!allows(&rules, "github.com:443") && !allows(&rules, "static.crates.io:22"));
    }
}
