//! The node service: ledger, limits, drivers and the guest endpoint splice.
