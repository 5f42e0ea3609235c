//! A tunnel: bytes in both directions, once the TLS greeting has named the host that was allowed.

use std::io;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::client_hello::{ClientHello, read_client_hello};
use super::denied::EgressDenied;
use super::destination::Destination;
use super::forward::forward;
use super::host::Host;
use super::interception::ByteStream;
use super::prefixed::Prefixed;
use super::session::Session;

const OPENED: &[u8] = b"HTTP/1.1 200 Connection established\r\n\r\n";
/// A program greets as soon as the tunnel is open.
const GREETING_TIME_MAX: Duration = Duration::from_secs(10);
/// Held for each direction of a tunnel.
const BUFFER_BYTES: usize = 16 * 1024;
/// The port that carries TLS and nothing else.
const TLS_PORT: u16 = 443;
const PLAIN_PORT: u16 = 80;

/// Serves a tunnel until it ends.
pub(super) async fn tunnel(
    session: &std::sync::Arc<Session>,
    destination: Destination,
    mut client: impl ByteStream + 'static,
) -> io::Result<()> {
    let addresses = match session.admit(&destination).await {
        Ok(addresses) => addresses,
        Err(denied) => return session.refuse(client, &denied).await,
    };
    if destination.port == PLAIN_PORT {
        // Some programs open tunnels for plain HTTP too. Its requests are checked like any others.
        client.write_all(OPENED).await?;
        return Box::pin(forward(std::sync::Arc::clone(session), client, Some(destination))).await;
    }
    let upstream = match session.connect(&destination, &addresses).await {
        Ok(upstream) => upstream,
        Err(denied) => return session.refuse(client, &denied).await,
    };
    client.write_all(OPENED).await?;
    let is_intercepted = session.is_intercepted(&destination).await;
    let ended = if destination.port == TLS_PORT || is_intercepted {
        match read_greeting(&mut client, &destination).await? {
            Ok(greeting) => {
                let client = Prefixed::new(greeting, client);
                if is_intercepted {
                    return session.intercept(&destination, Box::new(client), upstream).await;
                }
                carry(client, upstream).await.map(Ok)?
            }
            Err(denied) => Err(denied),
        }
    } else {
        carry_any(client, upstream, &destination).await?
    };
    if let Err(denied) = ended {
        // The tunnel is open, so there is no answer to write: it is cut off.
        session.record_refusal(destination.to_string(), &denied).await;
        return Err(io::ErrorKind::ConnectionAborted.into());
    }
    Ok(())
}

async fn carry(mut client: impl ByteStream, mut upstream: TcpStream) -> io::Result<()> {
    tokio::io::copy_bidirectional_with_sizes(&mut client, &mut upstream, BUFFER_BYTES, BUFFER_BYTES).await?;
    Ok(())
}

/// Carries a protocol that may not be TLS, and in which the server may speak first.
async fn carry_any(
    client: impl ByteStream,
    upstream: TcpStream,
    destination: &Destination,
) -> io::Result<Result<(), EgressDenied>> {
    let (mut from_client, mut to_client) = tokio::io::split(client);
    let (mut from_upstream, mut to_upstream) = upstream.into_split();
    let up = async {
        match first_bytes(&mut from_client, destination).await? {
            Ok(first) => to_upstream.write_all(&first).await?,
            Err(denied) => return Ok(Err(denied)),
        }
        let mut from_client = tokio::io::BufReader::with_capacity(BUFFER_BYTES, from_client);
        tokio::io::copy_buf(&mut from_client, &mut to_upstream).await?;
        to_upstream.shutdown().await?;
        io::Result::Ok(Ok(()))
    };
    let down = async {
        tokio::io::copy(&mut from_upstream, &mut to_client).await?;
        to_client.shutdown().await
    };
    tokio::pin!(up, down);
    tokio::select! {
        ended = &mut up => match ended? {
            Ok(()) => down.await.map(Ok),
            Err(denied) => Ok(Err(denied)),
        },
        ended = &mut down => {
            ended?;
            up.await
        }
    }
}

/// The first bytes of a tunnel; where they are TLS, the greeting must name the host.
async fn first_bytes(
    client: &mut (impl tokio::io::AsyncRead + Unpin),
    destination: &Destination,
) -> io::Result<Result<Bytes, EgressDenied>> {
    let mut bytes = BytesMut::with_capacity(BUFFER_BYTES);
    client.read_buf(&mut bytes).await?;
    // The first byte of every TLS connection. Source: RFC 8446, section 5.1.
    if bytes.first() != Some(&22) {
        return Ok(Ok(bytes.freeze()));
    }
    greet(client, bytes, destination).await
}

async fn read_greeting(
    client: &mut (impl tokio::io::AsyncRead + Unpin),
    destination: &Destination,
) -> io::Result<Result<Bytes, EgressDenied>> {
    greet(client, BytesMut::with_capacity(2048), destination).await
}

async fn greet(
    client: &mut (impl tokio::io::AsyncRead + Unpin),
    mut bytes: BytesMut,
    destination: &Destination,
) -> io::Result<Result<Bytes, EgressDenied>> {
    let refuse = |why: &str| EgressDenied::Greeting(destination.clone(), why.to_owned());
    let reading = async {
        loop {
            match read_client_hello(&bytes) {
                Ok(Some(hello)) => return Ok(check(&hello, destination).map(|()| bytes.freeze())),
                Ok(None) => {}
                Err(denied) => return Ok(Err(refuse(&denied.to_string()))),
            }
            if client.read_buf(&mut bytes).await? == 0 {
                return Ok(Err(refuse("there was no TLS greeting")));
            }
        }
    };
    match tokio::time::timeout(GREETING_TIME_MAX, reading).await {
        Ok(read) => read,
        Err(_) => Ok(Err(refuse("the TLS greeting did not come in time"))),
    }
}

/// The greeting must name the host itself: a server behind the same address could be another's.
fn check(hello: &ClientHello, destination: &Destination) -> Result<(), EgressDenied> {
    let refuse = |why: String| Err(EgressDenied::Greeting(destination.clone(), why));
    if hello.is_encrypted {
        return refuse("the TLS greeting hides the name of the server (ECH)".to_owned());
    }
    match (&destination.host, &hello.server_name) {
        // Addresses do not stand in greetings. Source: RFC 6066, section 3.
        (Host::Address(_), None) => Ok(()),
        (Host::Name(_), None) => refuse("the TLS greeting names no server".to_owned()),
        (host, Some(name)) if Host::parse(name).as_ref() == Ok(host) => Ok(()),
        (_, Some(name)) => {
            let shown: String = name.chars().filter(|letter| !letter.is_control()).take(120).collect();
            refuse(format!("the TLS greeting names {shown:?}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_host_that_was_allowed_may_be_greeted() {
        let check = |text: &str, name: Option<&str>, is_encrypted| {
            let hello = ClientHello { server_name: name.map(str::to_owned), is_encrypted };
            check(&hello, &Destination::parse(text, None).unwrap()).is_ok()
        };
        assert!(check("a.example:443", Some("a.example"), false));
        assert!(check("a.example:443", Some("A.Example."), false));
        assert!(check("9.9.9.9:443", None, false));
        for name in
            [None, Some(""), Some("b.example"), Some("x.a.example"), Some("a.example\0"), Some("127.0.0.1")]
        {
            assert!(!check("a.example:443", name, false), "{name:?}");
        }
        assert!(!check("a.example:443", Some("a.example"), true), "what is hidden cannot be checked");
        assert!(!check("9.9.9.9:443", Some("b.example"), false));
    }
}
