//! Set-ups for tests: whole systems in one process or in three.
