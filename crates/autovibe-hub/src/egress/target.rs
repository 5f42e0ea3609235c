//! What a person wants to be allowed: HOST, HOST:PORT, HOST:* or a preset.

use autovibe_proto::v1::EgressRule;
use autovibe_proto::{EgressRuleId, Failure};

use super::address::is_public;
use super::host::Host;
use super::preset::PRESETS;
use super::rule_set::WEB_PORTS;

/// A host and the port after it.
const TEXT_BYTES_MAX: usize = 270;

/// What is to be allowed or denied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// A preset.
    Preset(&'static str),
    /// A host.
    Host {
        /// In its one spelling; may begin with "*.".
        host: String,
        /// As it was said.
        ports: Ports,
    },
}

/// Which ports of a host are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ports {
    /// Nothing was said.
    Implied,
    /// This one.
    One(u16),
    /// All.
    Every,
}

impl Target {
    /// Reads what a person wrote.
    ///
    /// # Errors
    /// `InvalidArgument` that says how to write it.
    pub(crate) fn parse(text: &str) -> Result<Target, Failure> {
        let refuse = |why: &str| {
            let shown: String = text.chars().take(80).collect();
            Failure::invalid(format!("{shown:?}: {why}")).with("field", "targets")
        };
        if text.len() > TEXT_BYTES_MAX {
            return Err(refuse("no host is that long"));
        }
        if let Some(preset) = PRESETS.iter().find(|preset| preset.name == text) {
            return Ok(Target::Preset(preset.name));
        }
        if text.contains("://") || text.contains('/') {
            return Err(refuse("name the host alone, without https:// and path"));
        }
        let (host, ports) = split(text).ok_or_else(|| refuse("a port is a number from 1 to 65535, or *"))?;
        let (star, name) = host.strip_prefix("*.").map_or(("", host), |name| ("*.", name));
        let parsed = Host::parse(name).map_err(|denied| refuse(&denied.to_string()))?;
        match &parsed {
            Host::Name(_) if parsed.label_count() < 2 => {
                let presets = PRESETS.map(|preset| preset.name).join(", ");
                Err(refuse(&format!("a host has a dot; the presets are: {presets}")))
            }
            Host::Address(_) if !star.is_empty() => Err(refuse("nothing lies below an address")),
            Host::Address(address) if !is_public(*address) => {
                Err(refuse("machines never reach addresses that are not public"))
            }
            _ => Ok(Target::Host { host: format!("{star}{parsed}"), ports }),
        }
    }

    /// The rules that allow it; their ids are the same each time.
    pub(crate) fn rules(&self, project_id: &str) -> Vec<EgressRule> {
        let rule = |preset: &str, host: &str, port: u16| EgressRule {
            id: EgressRuleId::derive(&[project_id, preset, host, &port.to_string()]).into_string(),
            project_id: project_id.to_owned(),
            preset: preset.to_owned(),
            host: host.to_owned(),
            port: port.into(),
            ..EgressRule::default()
        };
        match self {
            Target::Preset(name) => vec![rule(name, "", 0)],
            Target::Host { host, ports: Ports::Implied } => {
                WEB_PORTS.map(|port| rule("", host, port)).to_vec()
            }
            Target::Host { host, ports: Ports::One(port) } => vec![rule("", host, *port)],
            Target::Host { host, ports: Ports::Every } => vec![rule("", host, 0)],
        }
    }

    /// True for a rule that is taken away when this is denied.
    pub(crate) fn covers(&self, rule: &EgressRule) -> bool {
        match self {
            Target::Preset(name) => rule.preset == *name,
            Target::Host { host, ports } => {
                let is_port = match ports {
                    Ports::Implied => true,
                    Ports::One(port) => rule.port == i32::from(*port),
                    Ports::Every => rule.port == 0,
                };
                rule.preset.is_empty() && rule.host == *host && is_port
            }
        }
    }
}

fn split(text: &str) -> Option<(&str, Ports)> {
    let brackets = text.rfind(']').map_or(0, |at| at + 1);
    let Some(at) = text[brackets..].find(':').map(|at| at + brackets) else {
        return Some((text, Ports::Implied));
    };
    let (host, port) = (&text[..at], &text[at + 1..]);
    if port == "*" {
        return Some((host, Ports::Every));
    }
    let is_plain = !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
    let port = port.parse().ok().filter(|port| is_plain && *port != 0)?;
    Some((host, Ports::One(port)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let rules = Target::parse(text).unwrap().rules("prj_x");
        rules.iter().map(|rule| format!("{}{}:{}", rule.preset, rule.host, rule.port)).collect()
    }

    #[test]
    fn what_people_write_becomes_rules() {
        assert_eq!(shown("Example.com."), ["example.com:80", "example.com:443"]);
        assert_eq!(shown("*.example.com:8443"), ["*.example.com:8443"]);
        assert_eq!(shown("example.com:*"), ["example.com:0"]);
        assert_eq!(shown("registries"), ["registries:0"]);
        assert_eq!(shown("8.8.8.8:53"), ["8.8.8.8:53"]);
        assert_eq!(shown("[2606:4700::1111]:443"), ["[2606:4700::1111]:443"]);
        let (one, again) = (Target::parse("a.example").unwrap(), Target::parse("A.example").unwrap());
        assert_eq!(one.rules("p")[0].id, again.rules("p")[0].id);
        assert_ne!(one.rules("p")[0].id, one.rules("q")[0].id);
    }

    #[test]
    fn what_can_never_be_reached_is_refused_in_words() {
        for (text, word) in [
            ("https://example.com", "without https://"),
            ("localhost", "registries"),
            ("127.0.0.1", "not public"),
            ("0x7f.1:80", "not public"),
            ("169.254.169.254", "not public"),
            ("[::1]:443", "not public"),
            ("[fd00:ec2::254]", "not public"),
            ("*.com", "has a dot"),
            ("*", "letters"),
            ("*.*.example", "letters"),
            ("a.example:0", "65535"),
            ("a.example:99999", "65535"),
            ("a.example:", "65535"),
            ("bücher.example", "xn--"),
            ("", "1 to 253"),
        ] {
            let message = Target::parse(text).unwrap_err().message;
            assert!(message.contains(word), "{text}: {message}");
        }
    }

    #[test]
    fn denying_a_host_takes_all_its_ports() {
        let rules = Target::parse("a.example").unwrap().rules("p");
        let covered =
            |text: &str| rules.iter().filter(|rule| Target::parse(text).unwrap().covers(rule)).count();
        assert_eq!((covered("a.example"), covered("a.example:443"), covered("a.example:*")), (2, 1, 0));
        assert_eq!((covered("*.a.example"), covered("registries")), (0, 0));
    }
}
