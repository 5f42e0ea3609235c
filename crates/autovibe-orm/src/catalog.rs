//! The schema together with the plans made from it.

use crate::DatabaseError;
use crate::plan::Plan;
use crate::schema::Schema;

/// The schema together with the plans made from it, entity by entity.
#[derive(Debug)]
pub(crate) struct Catalog {
    /// Entities and forms.
    pub(crate) schema: Schema,
    /// The plan of each entity.
    pub(crate) plans: Vec<Plan>,
}

impl Catalog {
    pub(crate) fn read(descriptor_set: &[u8]) -> Result<Catalog, DatabaseError> {
        let schema = Schema::read(descriptor_set)?;
        let plans = schema.entities.iter().map(Plan::of).collect();
        Ok(Catalog { schema, plans })
    }
}
