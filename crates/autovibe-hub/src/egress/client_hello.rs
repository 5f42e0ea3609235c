//! Reads the greeting that begins a TLS connection: which server it asks for.

/// The longest greeting that is read; one with post-quantum keys has about two KiB.
const GREETING_BYTES_MAX: usize = 16 * 1024;
const HANDSHAKE_RECORD: u8 = 22;
const CLIENT_HELLO: u8 = 1;
/// Source: RFC 8446, section 5.1.
const RECORD_BYTES_MAX: usize = 1 << 14;
const SERVER_NAME: u16 = 0;
/// Source: RFC 9849, section 5.
const ENCRYPTED_CLIENT_HELLO: u16 = 0xfe0d;

/// What a greeting says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ClientHello {
    /// The server that is asked for, as it was written.
    pub server_name: Option<String>,
    /// A second greeting, which may name another server, is hidden inside.
    pub is_encrypted: bool,
}

/// Why bytes are no greeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum GreetingDenied {
    /// Another protocol.
    #[error("this is not TLS")]
    NotTls,
    /// Longer than is read.
    #[error("the TLS greeting is too long")]
    TooLong,
    /// Damaged.
    #[error("the TLS greeting is malformed")]
    Malformed,
}

/// Reads the greeting at the beginning of `bytes`; `None` when it is not there in whole.
///
/// # Errors
/// [`GreetingDenied`]; more bytes would not help.
pub fn read_client_hello(bytes: &[u8]) -> Result<Option<ClientHello>, GreetingDenied> {
    let Some(message) = handshake_message(bytes)? else { return Ok(None) };
    client_hello(&message).ok_or(GreetingDenied::Malformed)?.map(Some)
}

/// The first handshake message, put together from its records.
fn handshake_message(bytes: &[u8]) -> Result<Option<Vec<u8>>, GreetingDenied> {
    let mut rest = bytes;
    let mut message = Vec::new();
    loop {
        if let [kind, high, middle, low, ..] = message[..] {
            if kind != CLIENT_HELLO {
                return Err(GreetingDenied::NotTls);
            }
            let length = usize::from(high) << 16 | usize::from(middle) << 8 | usize::from(low);
            if length > GREETING_BYTES_MAX {
                return Err(GreetingDenied::TooLong);
            }
            if message.len() >= 4 + length {
                message.truncate(4 + length);
                return Ok(Some(message.split_off(4)));
            }
        }
        // Checked byte by byte: another protocol may send fewer bytes than a record's head has.
        if rest.first().is_some_and(|kind| *kind != HANDSHAKE_RECORD)
            || rest.get(1).is_some_and(|major| *major != 3)
        {
            return Err(GreetingDenied::NotTls);
        }
        let &[_, _, _, high, low, ..] = rest else { return Ok(None) };
        let length = usize::from(high) << 8 | usize::from(low);
        if length == 0 || length > RECORD_BYTES_MAX {
            return Err(GreetingDenied::Malformed);
        }
        let body = &rest[5..];
        message.extend_from_slice(&body[..length.min(body.len())]);
        if body.len() < length {
            // The message may be whole although its record is not: another one may follow in it.
            let wanted = message
                .get(1..4)
                .map(|size| usize::from(size[0]) << 16 | usize::from(size[1]) << 8 | usize::from(size[2]));
            return match wanted {
                Some(wanted) if wanted > GREETING_BYTES_MAX => Err(GreetingDenied::TooLong),
                _ if message.first().is_some_and(|kind| *kind != CLIENT_HELLO) => Err(GreetingDenied::NotTls),
                Some(wanted) if message.len() >= 4 + wanted => {
                    message.truncate(4 + wanted);
                    Ok(Some(message.split_off(4)))
                }
                _ => Ok(None),
            };
        }
        rest = &body[length..];
    }
}

/// Source: RFC 8446, section 4.1.2, and RFC 6066, section 3. `None` where a length does not fit.
fn client_hello(message: &[u8]) -> Option<Result<ClientHello, GreetingDenied>> {
    let mut reader = Reader(message);
    reader.take(2 + 32)?;
    let session_id = reader.byte()?;
    reader.take(session_id.into())?;
    let suites = reader.short()?;
    reader.take(suites.into())?;
    let compressions = reader.byte()?;
    reader.take(compressions.into())?;
    let mut hello = ClientHello::default();
    if reader.0.is_empty() {
        return Some(Ok(hello));
    }
    let length = reader.short()?;
    let mut extensions = Reader(reader.take(length.into())?);
    if !reader.0.is_empty() {
        return None;
    }
    let mut has_name = false;
    while !extensions.0.is_empty() {
        let kind = extensions.short()?;
        let length = extensions.short()?;
        let body = extensions.take(length.into())?;
        match kind {
            // A second one could be the one that the server believes.
            SERVER_NAME if has_name => return None,
            SERVER_NAME => {
                has_name = true;
                hello.server_name = Some(server_name(body)?);
            }
            ENCRYPTED_CLIENT_HELLO => hello.is_encrypted = true,
            _ => {}
        }
    }
    Some(Ok(hello))
}

/// The one host name of the list.
fn server_name(body: &[u8]) -> Option<String> {
    let mut list = Reader(body);
    let length = list.short()?;
    let mut names = Reader(list.take(length.into())?);
    let kind = names.byte()?;
    let length = names.short()?;
    let name = names.take(length.into())?;
    let is_alone = kind == 0 && names.0.is_empty() && list.0.is_empty();
    is_alone.then(|| String::from_utf8(name.to_vec()).ok()).flatten()
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1).map(|bytes| bytes[0])
    }

    fn short(&mut self) -> Option<u16> {
        self.take(2).map(|bytes| u16::from_be_bytes([bytes[0], bytes[1]]))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;
    use rustls::pki_types::ServerName;
    use rustls::{ClientConfig, ClientConnection, RootCertStore};

    use super::*;

    /// The first bytes that a real client sends.
    pub(in super::super) fn greeting(name: &str) -> Vec<u8> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(RootCertStore::empty())
            .with_no_client_auth();
        let name = ServerName::try_from(name.to_owned()).unwrap();
        let mut bytes = Vec::new();
        ClientConnection::new(Arc::new(config), name).unwrap().write_tls(&mut bytes).unwrap();
        bytes
    }

    fn record(body: &[u8]) -> Vec<u8> {
        let length = u16::try_from(body.len()).unwrap().to_be_bytes();
        [&[HANDSHAKE_RECORD, 3, 1, length[0], length[1]], body].concat()
    }

    /// A greeting with these extensions.
    fn made(extensions: &[(u16, Vec<u8>)]) -> Vec<u8> {
        let mut list = Vec::new();
        for (kind, body) in extensions {
            list.extend(kind.to_be_bytes());
            list.extend(u16::try_from(body.len()).unwrap().to_be_bytes());
            list.extend(body);
        }
        let mut hello = [&[3, 3][..], &[7; 32], &[0], &[0, 2, 0x13, 1], &[1, 0]].concat();
        hello.extend(u16::try_from(list.len()).unwrap().to_be_bytes());
        hello.extend(list);
        let length = u32::try_from(hello.len()).unwrap().to_be_bytes();
        [&[CLIENT_HELLO, length[1], length[2], length[3]][..], &hello].concat()
    }

    fn name(text: &str) -> Vec<u8> {
        let length = u16::try_from(text.len()).unwrap();
        [&(length + 3).to_be_bytes()[..], &[0], &length.to_be_bytes(), text.as_bytes()].concat()
    }

    #[test]
    fn a_real_greeting_is_read_whole_and_not_before() {
        let bytes = greeting("a.example");
        let hello = read_client_hello(&bytes).unwrap().unwrap();
        assert_eq!(hello, ClientHello { server_name: Some("a.example".to_owned()), is_encrypted: false });
        for length in 0..bytes.len() {
            assert_eq!(read_client_hello(&bytes[..length]), Ok(None), "{length}");
        }
        let to_an_address = read_client_hello(&greeting("192.0.2.1")).unwrap().unwrap();
        assert_eq!(to_an_address.server_name, None);
    }

    #[test]
    fn a_greeting_in_many_records_is_one_greeting() {
        let message = made(&[(SERVER_NAME, name("a.example"))]);
        let pieces: Vec<u8> = message.chunks(3).flat_map(record).collect();
        assert_eq!(read_client_hello(&pieces).unwrap().unwrap().server_name.as_deref(), Some("a.example"));
        let hidden = made(&[(SERVER_NAME, name("a.example")), (ENCRYPTED_CLIENT_HELLO, vec![0; 9])]);
        assert!(read_client_hello(&record(&hidden)).unwrap().unwrap().is_encrypted);
    }

    #[test]
    fn what_is_no_greeting_is_refused_at_once() {
        use GreetingDenied::{Malformed, NotTls, TooLong};
        let two = made(&[(SERVER_NAME, name("a.example")), (SERVER_NAME, name("b.example"))]);
        let both = [&name("a.example")[..], &[0, 0, 1, b'b']].concat();
        let list = made(&[(SERVER_NAME, both)]);
        let cut = made(&[(SERVER_NAME, vec![0, 9, 0, 0, 9])]);
        for (bytes, denied) in [
            (b"GET / HTTP/1.1\r\n".to_vec(), NotTls),
            (b"S".to_vec(), NotTls),
            (vec![HANDSHAKE_RECORD, 2], NotTls),
            (vec![HANDSHAKE_RECORD, 3, 1, 0, 0], Malformed),
            (vec![HANDSHAKE_RECORD, 3, 1, 0xff, 0xff], Malformed),
            (record(&[2, 0, 0, 1, 0]), NotTls),
            (record(&[CLIENT_HELLO, 1, 0, 0]), TooLong),
            (record(&[CLIENT_HELLO, 0, 0, 2, 3, 3]), Malformed),
            (record(&two), Malformed),
            (record(&list), Malformed),
            (record(&cut), Malformed),
        ] {
            assert_eq!(read_client_hello(&bytes), Err(denied), "{bytes:?}");
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(mut bytes in proptest::collection::vec(any::<u8>(), 0..400), at in 0_usize..200, value: u8) {
            let _ = read_client_hello(&bytes);
            let mut damaged = greeting("a.example");
            if at < damaged.len() {
                damaged[at] = value;
            }
            let _ = read_client_hello(&damaged);
            bytes.splice(0..0, [HANDSHAKE_RECORD, 3, 1, 0, 200, CLIENT_HELLO, 0, 0, 180]);
            let _ = read_client_hello(&bytes);
        }
    }
}
