//! What goes to a coding agent: how its process is started and what it is told.

/// Where and how a coding agent is to run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunSpec {
    /// Home folder of the user it runs as, absolute.
    pub home: String,
    /// Name of the user it runs as.
    pub user: String,
    /// Working directory, absolute.
    pub directory: String,
    /// Value of `PATH`.
    pub path: String,
    /// Where its model requests go, as `http://127.0.0.1:8484`.
    pub model_url: String,
    /// The proxy that leads out of the Machine, as `http://127.0.0.1:3128`; empty without one.
    pub proxy_url: String,
    /// The session, a UUID chosen by the caller.
    pub session_id: String,
    /// The session exists on disk and is continued.
    pub is_resumed: bool,
    /// Name of the model; empty leaves the choice to the coding agent.
    pub model: String,
}

/// A process to start with nothing but these arguments and this environment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaunchSpec {
    /// The program, looked up in the `PATH` of the environment.
    pub program: String,
    /// Its arguments.
    pub arguments: Vec<String>,
    /// Its whole environment.
    pub environment: Vec<(String, String)>,
    /// Its working directory.
    pub directory: String,
}

/// A file that has to exist before the coding agent starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileSpec {
    /// Absolute path.
    pub path: String,
    /// Permission bits.
    pub mode: u32,
    /// Content.
    pub content: Vec<u8>,
    /// A file that is already there stays as it is.
    pub keep_existing: bool,
}

/// An order to a running coding agent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AgentCommand {
    /// Work on a prompt.
    Prompt {
        /// The prompt.
        text: String,
    },
    /// Stop working on the prompt.
    Interrupt {
        /// Names the request; unique within the process.
        request_id: String,
    },
    /// Answer a request for permission.
    ReplyPermission {
        /// The request.
        request_id: String,
        /// Whether the tool may run.
        is_allowed: bool,
        /// Why not, for the model.
        reason: String,
        /// The tool's input as JSON, as it was asked for.
        input_json: String,
    },
    /// End the process in an orderly way.
    Close,
}

/// How an [`AgentCommand`] reaches the coding agent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Encoded {
    /// Write these bytes to its standard input.
    Stdin(Vec<u8>),
    /// Close its standard input.
    CloseStdin,
    /// Send it this signal.
    Signal(i32),
    /// This coding agent cannot be told so.
    Unsupported,
}
