//! The ledger under random traffic: limits are passed by one request at most, and nothing is ever lowered.
