//! A whole system of real processes in a folder of its own.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use autovibe::client::{Endpoint, Hub, connect};
use tempfile::TempDir;

use crate::daemon::{Daemon, read_log, tail};
use crate::fleet::Fleet;
use crate::process::{kill_now, processes_below};
use crate::program::{Program, RunningProgram};

/// How long a daemon may take to answer; software emulation and a loaded host included.
const START_LIMIT: Duration = Duration::from_secs(60);

/// How the parts are spread over processes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// `autovibe up`.
    OneProcess,
    /// `autovibe db serve`, `autovibe node serve` and `autovibe hub serve`.
    ThreeProcesses,
}

/// A whole system; everything it started ends when it is dropped, virtual machines included.
#[derive(Debug)]
pub struct System {
    folder: TempDir,
    layout: Layout,
    ports: Vec<u16>,
    daemons: Vec<(String, Daemon)>,
    extra: Vec<String>,
    environment: Vec<(String, String)>,
}

impl System {
    /// Starts a system with the scripted model provider.
    ///
    /// # Errors
    /// When a daemon does not come up.
    pub fn start(layout: Layout) -> Result<System> {
        System::start_with(layout, &[], &[])
    }

    /// Starts a system with further arguments for the process that runs the Hub, and environment for all.
    ///
    /// # Errors
    /// When a daemon does not come up.
    pub fn start_with(layout: Layout, extra: &[&str], environment: &[(&str, &str)]) -> Result<System> {
        let folder = tempfile::Builder::new().prefix("avt").tempdir()?;
        let extra = extra.iter().map(|argument| (*argument).to_owned()).collect();
        let environment =
            environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let ports = free_ports(4)?;
        let mut system = System { folder, layout, ports, daemons: Vec::new(), extra, environment };
        if layout == Layout::ThreeProcesses {
            system.issue_certificates()?;
        }
        system.start_daemons()?;
        Ok(system)
    }

    /// The data folder that clients use.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// The folder that holds everything of the system.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Calls the command line as a user would.
    ///
    /// # Errors
    /// When the program cannot be started.
    pub fn call(&self, arguments: &[&str]) -> Result<Program> {
        Program::call(&self.data(), arguments)
    }

    /// Calls the command line with something on its standard input.
    ///
    /// # Errors
    /// When the program cannot be started.
    pub fn call_with_input(&self, arguments: &[&str], input: &[u8]) -> Result<Program> {
        Program::call_with_input(&self.data(), arguments, input)
    }

    /// Starts a command that goes on until it is dropped.
    ///
    /// # Errors
    /// When the program cannot be started.
    pub fn start_program(&self, arguments: &[&str]) -> Result<RunningProgram> {
        RunningProgram::start(&self.data(), arguments)
    }

    /// An authenticated client.
    ///
    /// # Errors
    /// When the Hub does not answer.
    pub async fn hub(&self) -> Result<Hub> {
        let data = self.data();
        Ok(connect(&Endpoint::load(&data)?, &Endpoint::load_token(&data)?).await?)
    }

    /// The Machines of the system, in few words.
    ///
    /// # Errors
    /// When the Hub does not answer.
    pub async fn fleet(&self) -> Result<Fleet> {
        Fleet::open(self.hub().await?).await
    }

    /// Ends every daemon with SIGKILL; virtual machines go on.
    ///
    /// # Errors
    /// When one cannot be ended.
    pub fn kill_daemons(&mut self) -> Result<()> {
        self.daemons.drain(..).try_for_each(|(_, daemon)| daemon.kill())
    }

    /// Ends one daemon with SIGKILL: "up", or "db", "node" or "hub" of three.
    ///
    /// # Errors
    /// When there is none of this name, or it cannot be ended.
    pub fn kill_daemon(&mut self, name: &str) -> Result<()> {
        let index = self.daemons.iter().position(|(known, _)| known == name);
        let index = index.with_context(|| format!("no daemon {name} is running"))?;
        self.daemons.remove(index).1.kill()
    }

    /// Starts the daemons again.
    ///
    /// # Errors
    /// When one does not come up.
    pub fn start_daemons(&mut self) -> Result<()> {
        ensure!(self.daemons.is_empty(), "the daemons are running");
        self.daemon_names().iter().try_for_each(|name| self.start_daemon(name))
    }

    /// Starts one daemon that is not running; the others go on.
    ///
    /// # Errors
    /// When there is none of this name in the layout, when it runs already, or when it does not come up.
    pub fn start_daemon(&mut self, name: &str) -> Result<()> {
        ensure!(self.daemon_names().contains(&name), "no daemon {name} belongs to {:?}", self.layout);
        ensure!(self.daemons.iter().all(|(known, _)| known != name), "the daemon {name} is running");
        let (data, arguments) = self.daemon_arguments(name);
        let data = self.folder.path().join(data);
        let ready = match name {
            "up" | "hub" => data.join("control.json"),
            _ => data.join(format!("{name}.ready")),
        };
        // That of an earlier process would answer for the new one.
        let _ = std::fs::remove_file(&ready);
        let mut daemon = Daemon::start(&data, &self.log_file(name), &arguments, &self.environment)?;
        daemon.wait_until(START_LIMIT, || ready.exists()).with_context(|| format!("start {name}"))?;
        self.daemons.push((name.to_owned(), daemon));
        Ok(())
    }

    /// Names of the daemons of this layout, in the order in which they are started.
    #[must_use]
    pub fn daemon_names(&self) -> &'static [&'static str] {
        match self.layout {
            Layout::OneProcess => &["up"],
            Layout::ThreeProcesses => &["db", "node", "hub"],
        }
    }

    /// The data folder and the command line of a daemon.
    fn daemon_arguments(&self, name: &str) -> (&'static str, Vec<String>) {
        let address = |index: usize| format!("127.0.0.1:{}", self.ports[index]);
        let (control, db, node, guest) = (address(0), address(1), address(2), address(3));
        let credentials = self.folder.path().join(name).display().to_string();
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let with_extra = |mut arguments: Vec<String>| {
            arguments.extend(self.extra.iter().cloned());
            arguments
        };
        match name {
            "db" => ("data-db", words(&["db", "serve", "--listen", &db, "--credentials", &credentials])),
            "node" => {
                let mut arguments = words(&["node", "serve", "--listen", &node, "--hub-guest", &guest]);
                arguments.extend(words(&["--credentials", &credentials]));
                ("data-node", arguments)
            }
            "hub" => {
                let mut arguments = words(&["hub", "serve", "--listen", &control, "--guest-listen", &guest]);
                arguments.extend(words(&["--db", &db, "--node", &node, "--credentials", &credentials]));
                ("data", with_extra(arguments))
            }
            _ => ("data", with_extra(words(&["up", "--listen", "127.0.0.1:0"]))),
        }
    }

    /// Pids of the daemons.
    #[must_use]
    pub fn daemon_pids(&self) -> Vec<u32> {
        self.daemons.iter().map(|(_, daemon)| daemon.pid()).collect()
    }

    /// The whole logs of all daemons, those of ended ones too.
    #[must_use]
    pub fn logs(&self) -> String {
        self.each_log().map(|(name, text)| format!("--- {name}\n{text}\n")).collect()
    }

    fn each_log(&self) -> impl Iterator<Item = (&'static str, String)> {
        ["db", "node", "hub", "up"].into_iter().filter_map(|name| {
            let path = self.log_file(name);
            path.exists().then(|| (name, read_log(&path)))
        })
    }

    fn log_file(&self, name: &str) -> PathBuf {
        self.folder.path().join(format!("{name}.log"))
    }

    fn issue_certificates(&self) -> Result<()> {
        let folder = |name: &str| self.folder.path().join(name).display().to_string();
        let call = |arguments: &[&str]| -> Result<()> {
            let done = self.call(arguments)?;
            ensure!(done.code == 0, "autovibe {arguments:?}: {}", done.err);
            Ok(())
        };
        call(&["cert", "init", &folder("ca"), "--cluster", "test"])?;
        for role in ["db", "node", "hub", "service"] {
            call(&["cert", "issue", &folder("ca"), "--role", role, "--id", "one", "--out", &folder(role)])?;
        }
        Ok(())
    }
}

impl Drop for System {
    fn drop(&mut self) {
        // The test harness shows what a test printed only when the test failed, by a panic or by an error.
        for (name, text) in self.each_log() {
            #[expect(clippy::print_stderr, reason = "the log explains the failure of the test")]
            {
                eprintln!("--- {name}\n{}", tail(&text));
            }
        }
        self.daemons.clear();
        for pid in processes_below(self.folder.path()) {
            let _ = kill_now(pid);
        }
    }
}

/// Ports that are free now.
fn free_ports(count: usize) -> Result<Vec<u16>> {
    let listeners: Vec<TcpListener> =
        (0..count).map(|_| TcpListener::bind("127.0.0.1:0")).collect::<std::io::Result<_>>()?;
    Ok(listeners
        .iter()
        .map(TcpListener::local_addr)
        .collect::<std::io::Result<Vec<_>>>()?
        .iter()
        .map(std::net::SocketAddr::port)
        .collect())
}
