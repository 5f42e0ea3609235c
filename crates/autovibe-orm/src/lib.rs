//! From annotated Protobuf types to SQL: schema, plans and stores.
