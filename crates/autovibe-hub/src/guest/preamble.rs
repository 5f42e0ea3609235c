//! The line with which a node opens each guest connection: which Machine calls, in which life.

use std::time::Duration;

use autovibe_proto::MachineId;
use tokio::io::{AsyncRead, AsyncReadExt as _};

/// Longer than any true line: 4 + 30 + 20 + 64 characters and what parts them.
const LENGTH_MAX: usize = 256;
/// The node writes the line at once; whoever takes longer is no node.
const TIME_MAX: Duration = Duration::from_secs(5);

/// Who calls, by the node's word; true only when the ticket is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Preamble {
    /// The Machine.
    pub(crate) machine_id: MachineId,
    /// Its life.
    pub(crate) incarnation: i64,
    /// Proves both.
    pub(crate) ticket: String,
}

/// Why a connection does not begin as it should.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PreambleDenied {
    /// Nothing came in time.
    #[error("no preamble within {} s", TIME_MAX.as_secs())]
    Late,
    /// The connection broke.
    #[error("read the preamble")]
    Read(#[source] std::io::Error),
    /// It is not the line that is expected.
    #[error("the preamble is malformed")]
    Malformed,
}

/// Reads the first line and nothing more: what follows belongs to TLS.
pub(crate) async fn read_preamble<IO: AsyncRead + Unpin>(io: &mut IO) -> Result<Preamble, PreambleDenied> {
    let line = tokio::time::timeout(TIME_MAX, read_line(io)).await.map_err(|_| PreambleDenied::Late)??;
    parse(&line).ok_or(PreambleDenied::Malformed)
}

async fn read_line<IO: AsyncRead + Unpin>(io: &mut IO) -> Result<Vec<u8>, PreambleDenied> {
    let mut line = Vec::with_capacity(LENGTH_MAX);
    while line.len() < LENGTH_MAX {
        match io.read_u8().await.map_err(PreambleDenied::Read)? {
            b'\n' => return Ok(line),
            byte => line.push(byte),
        }
    }
    Err(PreambleDenied::Malformed)
}

fn parse(line: &[u8]) -> Option<Preamble> {
    let mut words = std::str::from_utf8(line).ok()?.split(' ');
    let (Some("AVG1"), Some(machine_id), Some(incarnation), Some(ticket), None) =
        (words.next(), words.next(), words.next(), words.next(), words.next())
    else {
        return None;
    };
    let incarnation: i64 = incarnation.parse().ok().filter(|number| *number > 0)?;
    Some(Preamble { machine_id: machine_id.parse().ok()?, incarnation, ticket: ticket.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_line_is_read() {
        let machine_id = MachineId::generate();
        let text = format!("AVG1 {machine_id} 3 abc\nTLS");
        let mut io = text.as_bytes();
        let preamble = read_preamble(&mut io).await.unwrap();
        assert_eq!(preamble, Preamble { machine_id, incarnation: 3, ticket: "abc".to_owned() });
        assert_eq!(io, b"TLS");
    }

    #[tokio::test]
    async fn other_beginnings_are_refused() {
        let id = MachineId::generate();
        let long = "x".repeat(300);
        for text in [
            "GET / HTTP/1.1\n".to_owned(),
            format!("AVG1 {id} 0 abc\n"),
            format!("AVG1 {id} 1 abc more\n"),
            "AVG1 prj_x 1 abc\n".to_owned(),
            format!("AVG1 {id} 1 abc"),
            long,
        ] {
            assert!(read_preamble(&mut text.as_bytes()).await.is_err(), "{text}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn silence_is_refused() {
        let (mut near, _far) = tokio::io::duplex(64);
        assert!(matches!(read_preamble(&mut near).await, Err(PreambleDenied::Late)));
    }
}
