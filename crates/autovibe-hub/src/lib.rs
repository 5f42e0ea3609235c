//! Machine actors, supervision, projects, the model gateway and the control API.
