//! `autovibe port-forward`.

use autovibe_proto::guest::v1::stream_frame::Kind;
use autovibe_proto::guest::v1::stream_open::Kind as Open;
use autovibe_proto::guest::v1::{PortOpen, StreamFrame};
use clap::Args;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use super::context::Context;
use super::error::CliError;
use super::exec::{FRAME_BYTES, ended, open_stream, stream_lost};
use crate::client::Hub;

/// Makes a port of a Machine reachable on this machine's loopback address.
#[derive(Debug, Args)]
pub(crate) struct PortForwardArguments {
    /// The Machine.
    machine: String,
    /// PORT, or LOCAL:PORT.
    port: String,
}

pub(crate) async fn port_forward(context: &Context, arguments: PortForwardArguments) -> Result<(), CliError> {
    let parse = |text: &str| {
        text.parse::<u16>()
            .map_err(|_| autovibe_proto::Failure::invalid(format!("{text:?} is not a port from 1 to 65535")))
    };
    let (local, port) = match arguments.port.split_once(':') {
        Some((local, port)) => (parse(local)?, parse(port)?),
        None => (parse(&arguments.port)?, parse(&arguments.port)?),
    };
    let hub = context.connect().await?;
    let listener = TcpListener::bind(("127.0.0.1", local)).await?;
    println!("127.0.0.1:{} leads to port {port} of {}", listener.local_addr()?.port(), arguments.machine);
    loop {
        let (connection, _) = listener.accept().await?;
        let (hub, machine) = (hub.clone(), arguments.machine.clone());
        tokio::spawn(async move {
            if let Err(error) = forward(hub, machine, port, connection).await {
                eprintln!("{}", error.text().unwrap_or_default());
            }
        });
    }
}

async fn forward(
    mut hub: Hub,
    machine: String,
    port: u16,
    mut connection: TcpStream,
) -> Result<(), CliError> {
    let (send, mut answers) =
        open_stream(&mut hub, machine, Open::Port(PortOpen { port: i32::from(port) })).await?;
    let (mut source, mut sink) = connection.split();
    let mut buffer = vec![0; FRAME_BYTES];
    let mut open = true;
    loop {
        tokio::select! {
            count = source.read(&mut buffer), if open => {
                let count = count?;
                open = count > 0;
                let kind = if open { Kind::Input(buffer[..count].to_vec()) } else { Kind::InputEnd(true) };
                send.send(StreamFrame { kind: Some(kind) }).await.map_err(|_| stream_lost())?;
            }
            frame = answers.message() => match frame? {
                Some(StreamFrame { kind: Some(Kind::Output(bytes)) }) => sink.write_all(&bytes).await?,
                Some(StreamFrame { kind: Some(Kind::End(end)) }) => return ended(&end),
                Some(_) => {}
                None => return Err(stream_lost()),
            },
        }
    }
}
