//! The story of a repository: work goes in, is done three ways, and comes out as branches whose tests pass.

mod sample;
mod tour;
mod way;

pub(super) use tour::show;
