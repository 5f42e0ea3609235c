//! The host that a Machine or a rule names: one spelling for each name and each address.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Source: RFC 1035, section 2.3.4; without the final dot.
const NAME_BYTES_MAX: usize = 253;
const LABEL_BYTES_MAX: usize = 63;

/// A host in its one spelling.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Host {
    /// A name in lower case, without a final dot; international names are in their "xn--" form.
    Name(String),
    /// An address, however it was spelled.
    Address(IpAddr),
}

/// Why a text is no host.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HostDenied {
    /// Empty, or longer than a name can be.
    #[error("a host has 1 to 253 characters")]
    Length,
    /// Letters outside ASCII.
    #[error("write international names in their xn-- form")]
    NotAscii,
    /// A character that no name has.
    #[error("a name is made of letters, digits, hyphens and dots")]
    Character,
    /// Numbers that are no address.
    #[error("this is no address")]
    Address,
}

impl Host {
    /// Reads a host: a name, an IPv4 address in any of its spellings, or an IPv6 address in brackets.
    ///
    /// # Errors
    /// [`HostDenied`] for everything else.
    pub fn parse(text: &str) -> Result<Host, HostDenied> {
        if !text.is_ascii() {
            return Err(HostDenied::NotAscii);
        }
        if let Some(rest) = text.strip_prefix('[') {
            // An address with a zone, as "fe80::1%eth0", is not parsed and thereby refused.
            let address = rest.strip_suffix(']').ok_or(HostDenied::Address)?;
            let address: Ipv6Addr = address.parse().map_err(|_| HostDenied::Address)?;
            return Ok(Host::Address(IpAddr::V6(address).to_canonical()));
        }
        let text = text.strip_suffix('.').unwrap_or(text);
        if text.is_empty() || text.len() > NAME_BYTES_MAX {
            return Err(HostDenied::Length);
        }
        let name = text.to_ascii_lowercase();
        for label in name.split('.') {
            if label.is_empty() || label.len() > LABEL_BYTES_MAX {
                return Err(HostDenied::Length);
            }
            let is_named = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
            if !label.bytes().all(is_named) || label.starts_with('-') || label.ends_with('-') {
                return Err(HostDenied::Character);
            }
        }
        // What ends in a number is an address to the resolvers of most systems, never a name.
        // Source: WHATWG URL, "ends in a number checker".
        if name.rsplit('.').next().is_some_and(is_number) {
            return ipv4(&name).map(|address| Host::Address(IpAddr::V4(address))).ok_or(HostDenied::Address);
        }
        Ok(Host::Name(name))
    }

    /// The labels of a name; an address has none.
    pub(super) fn label_count(&self) -> usize {
        match self {
            Host::Name(name) => name.split('.').count(),
            Host::Address(_) => 0,
        }
    }
}

fn is_number(label: &str) -> bool {
    let is_hex = label.strip_prefix("0x").is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_hexdigit()));
    is_hex || label.bytes().all(|byte| byte.is_ascii_digit())
}

/// An IPv4 address of one to four numbers, each decimal, octal or hexadecimal.
///
/// Source: POSIX, `inet_addr`.
fn ipv4(text: &str) -> Option<Ipv4Addr> {
    let numbers: Vec<u64> = text.split('.').map(number).collect::<Option<_>>()?;
    let (last, leading) = numbers.split_last()?;
    if leading.len() > 3 || leading.iter().any(|number| *number > 255) {
        return None;
    }
    let free_bits = 32 - 8 * u32::try_from(leading.len()).ok()?;
    if *last >= 1_u64 << free_bits {
        return None;
    }
    let high =
        leading.iter().enumerate().fold(0_u64, |sum, (index, number)| sum | (number << (24 - 8 * index)));
    u32::try_from(high | last).ok().map(Ipv4Addr::from)
}

fn number(text: &str) -> Option<u64> {
    if let Some(digits) = text.strip_prefix("0x") {
        return if digits.is_empty() { Some(0) } else { u64::from_str_radix(digits, 16).ok() };
    }
    let radix = if text.len() > 1 && text.starts_with('0') { 8 } else { 10 };
    // A sign is no digit, though the parser would take it.
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    u64::from_str_radix(text, radix).ok()
}

impl fmt::Display for Host {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Host::Name(name) => formatter.write_str(name),
            Host::Address(IpAddr::V4(address)) => write!(formatter, "{address}"),
            Host::Address(IpAddr::V6(address)) => write!(formatter, "[{address}]"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_has_one_spelling() {
        for text in ["Example.COM", "example.com.", "EXAMPLE.com"] {
            assert_eq!(Host::parse(text), Ok(Host::Name("example.com".to_owned())), "{text}");
        }
        assert_eq!(Host::parse("xn--bcher-kva.example").unwrap().to_string(), "xn--bcher-kva.example");
        assert_eq!(Host::parse("bücher.example"), Err(HostDenied::NotAscii));
    }

    #[test]
    fn every_spelling_of_an_address_is_that_address() {
        let loopback = [
            "127.0.0.1",
            "127.1",
            "127.0.1",
            "2130706433",
            "0x7f000001",
            "0x7f.1",
            "0x7F.0.0.1",
            "017700000001",
            "0177.0.0.1",
            "127.0.0.1.",
            "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]",
            "0127.0.0.1",
        ];
        for text in &loopback[..12] {
            assert_eq!(Host::parse(text).unwrap().to_string(), "127.0.0.1", "{text}");
        }
        assert_eq!(Host::parse(loopback[12]).unwrap().to_string(), "87.0.0.1", "octal, as resolvers read it");
        assert_eq!(Host::parse("[0:0:0:0:0:0:0:1]").unwrap().to_string(), "[::1]");
        assert_eq!(Host::parse("0x").unwrap().to_string(), "0.0.0.0");
    }

    #[test]
    fn what_is_no_host_is_refused() {
        let long = format!("{}.example", "a".repeat(64));
        let longer = "a.".repeat(130);
        for text in [
            "",
            ".",
            "..",
            "a..b",
            "a b",
            "a\0b",
            "a/b",
            "a@b",
            "a:b",
            "a%2eb",
            "-a.b",
            "a-.b",
            "[::1",
            "::1",
            "[fe80::1%eth0]",
            "[127.0.0.1]",
            "256.1.1.1.1",
            "1.2.3.4.5",
            "4294967296",
            "127.0.0.256",
            "09.1.1.1",
            "a.b.1",
            "+1",
            "0x1g.1",
            "*.b",
            &long,
            &longer,
            "a\r\nb",
        ] {
            assert!(Host::parse(text).is_err(), "{text:?}: {:?}", Host::parse(text));
        }
    }

    proptest! {
        #[test]
        fn reading_what_was_shown_gives_the_same(text in "\\PC{0,40}") {
            if let Ok(host) = Host::parse(&text) {
                prop_assert_eq!(Host::parse(&host.to_string()), Ok(host));
            }
        }

        #[test]
        fn ordinary_addresses_are_read_as_the_standard_library_reads_them(bits: u32) {
            let address = Ipv4Addr::from(bits);
            prop_assert_eq!(Host::parse(&address.to_string()), Ok(Host::Address(address.into())));
            prop_assert_eq!(Host::parse(&bits.to_string()), Ok(Host::Address(address.into())));
        }
    }
}
