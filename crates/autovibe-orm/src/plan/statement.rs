//! The static SQL of one entity.

use sea_query::{Alias, Expr, ExprTrait as _, Query, SelectStatement, SqliteQueryBuilder};

use crate::schema::Entity;

/// The statements of one entity; every column stands in the order of the schema.
#[derive(Debug, Clone)]
pub struct Plan {
    /// All columns of the row with one id.
    pub select: String,
    /// A new row.
    pub insert: String,
    /// Removes the row with one id.
    pub delete: String,
    /// Ids of the rows that refer to another, one statement per column that is a reference.
    pub referring: Vec<Option<String>>,
    /// Whether a row with one id exists.
    pub exists: String,
}

impl Plan {
    /// Writes the statements of an entity.
    #[must_use]
    pub fn of(entity: &Entity) -> Plan {
        let table = || Alias::new(&entity.table);
        let name = |place: usize| Alias::new(&entity.columns[place].name);
        let with_key = || Expr::col(name(entity.key)).eq(Expr::cust("?"));
        let insert = Query::insert()
            .into_table(table())
            .columns((0..entity.columns.len()).map(name))
            .values_panic((0..entity.columns.len()).map(|_| Expr::cust("?")))
            .to_string(SqliteQueryBuilder);
        let referring = (0..entity.columns.len())
            .map(|place| {
                entity.columns[place].reference?;
                let mut query = Query::select();
                query
                    .column(name(entity.key))
                    .from(table())
                    .and_where(Expr::col(name(place)).eq(Expr::cust("?")));
                Some(query.to_string(SqliteQueryBuilder))
            })
            .collect();
        Plan {
            select: select_all(entity).and_where(with_key()).to_string(SqliteQueryBuilder),
            insert,
            delete: Query::delete().from_table(table()).and_where(with_key()).to_string(SqliteQueryBuilder),
            referring,
            exists: Query::select()
                .expr(Expr::cust("1"))
                .from(table())
                .and_where(with_key())
                .to_string(SqliteQueryBuilder),
        }
    }

    /// The statement that changes some columns of the row with one id, which is bound last.
    #[must_use]
    pub fn update(entity: &Entity, columns: &[usize]) -> String {
        let mut query = Query::update();
        query.table(Alias::new(&entity.table));
        for &place in columns {
            query.value(Alias::new(&entity.columns[place].name), Expr::cust("?"));
        }
        query
            .and_where(Expr::col(Alias::new(&entity.columns[entity.key].name)).eq(Expr::cust("?")))
            .to_string(SqliteQueryBuilder)
    }
}

/// Selects every column in the order of the schema.
pub(crate) fn select_all(entity: &Entity) -> SelectStatement {
    let mut query = Query::select();
    query
        .columns(entity.columns.iter().map(|column| Alias::new(&column.name)))
        .from(Alias::new(&entity.table));
    query
}
