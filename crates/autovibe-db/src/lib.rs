//! The database service: generated CRUD, Commit, Watch and leases over gRPC.
