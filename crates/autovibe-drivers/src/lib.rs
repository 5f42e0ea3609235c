//! The hypervisor drivers, one folder each, and their storage.
