//! The generated CRUD messages with their rows left as bytes.
//!
//! Every generated service has the same field numbers, so one form reads the requests of all of them.

use bytes::Bytes;
use prost::Message;

/// `GetMachineRequest` and its siblings.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct GetForm {
    #[prost(string, tag = "1")]
    pub(crate) id: String,
}

/// `ListMachinesRequest` and its siblings.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct ListForm {
    #[prost(int32, tag = "1")]
    pub(crate) page_size: i32,
    #[prost(string, tag = "2")]
    pub(crate) page_token: String,
    #[prost(string, tag = "3")]
    pub(crate) filter: String,
    #[prost(string, tag = "4")]
    pub(crate) order_by: String,
    #[prost(bool, tag = "5")]
    pub(crate) show_deleted: bool,
}

/// `ListMachinesResponse` and its siblings.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct ListAnswer {
    #[prost(bytes = "bytes", repeated, tag = "1")]
    pub(crate) rows: Vec<Bytes>,
    #[prost(string, tag = "2")]
    pub(crate) next_page_token: String,
}

/// `CreateTemplateRequest` and its siblings.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct CreateForm {
    #[prost(bytes = "bytes", tag = "1")]
    pub(crate) row: Bytes,
    #[prost(string, tag = "2")]
    pub(crate) idempotency_key: String,
}

/// `UpdateTemplateRequest` and its siblings.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct UpdateForm {
    #[prost(bytes = "bytes", tag = "1")]
    pub(crate) row: Bytes,
    #[prost(message, optional, tag = "2")]
    pub(crate) update_mask: Option<MaskForm>,
    #[prost(int64, tag = "3")]
    pub(crate) revision: i64,
}

/// `google.protobuf.FieldMask`.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct MaskForm {
    #[prost(string, repeated, tag = "1")]
    pub(crate) paths: Vec<String>,
}

/// `DeleteTemplateRequest` and its siblings.
#[derive(Clone, PartialEq, Message)]
pub(crate) struct DeleteForm {
    #[prost(string, tag = "1")]
    pub(crate) id: String,
    #[prost(int64, tag = "2")]
    pub(crate) revision: i64,
}
