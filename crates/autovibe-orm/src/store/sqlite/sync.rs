//! Brings the tables of a file to the schema by additions and renames alone.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension as _, params};
use sea_query::{
    Alias, ColumnDef, ConditionalStatement as _, Expr, ExprTrait as _, Index, SqliteQueryBuilder, Table,
};

use crate::DatabaseError;
use crate::schema::{Column, Entity, IndexOf};

/// What was recorded about one column.
struct Recorded {
    name: String,
    kind: String,
    nullable: bool,
}

/// Creates and extends the tables of the entities in one transaction.
///
/// # Errors
/// [`DatabaseError::SchemaDrift`] names the table and what cannot be done by addition.
pub(super) fn sync(connection: &Connection, entities: &[&Entity]) -> Result<(), DatabaseError> {
    let run = |sql: &str| connection.execute_batch(sql).map_err(DatabaseError::sqlite("change the tables"));
    run("BEGIN IMMEDIATE")?;
    let done = entities.iter().try_for_each(|entity| sync_entity(connection, entity));
    match done {
        Ok(()) => run("COMMIT"),
        Err(error) => {
            run("ROLLBACK")?;
            Err(error)
        }
    }
}

fn sync_entity(connection: &Connection, entity: &Entity) -> Result<(), DatabaseError> {
    let drift = |problem: String| DatabaseError::SchemaDrift { table: entity.table.clone(), problem };
    let run = |sql: &str| connection.execute_batch(sql).map_err(DatabaseError::sqlite("change the tables"));
    let recorded_table: Option<String> = connection
        .query_row("SELECT name FROM autovibe_tables WHERE entity = ?1", [&entity.full_name], |row| {
            row.get(0)
        })
        .optional()
        .map_err(DatabaseError::sqlite("read the recorded tables"))?;
    let live = live_columns(connection, &entity.table)?;
    match recorded_table {
        Some(name) if name != entity.table => {
            return Err(drift(format!("the table was named {name:?}, renaming it is no addition")));
        }
        None if !live.is_empty() => {
            return Err(drift("a table of this name exists that the service did not make".to_owned()));
        }
        None => {
            run(&create_table(entity))?;
            connection
                .execute(
                    "INSERT INTO autovibe_tables (entity, name) VALUES (?1, ?2)",
                    [&entity.full_name, &entity.table],
                )
                .map_err(DatabaseError::sqlite("record a table"))?;
            for column in &entity.columns {
                record(connection, entity, column)?;
            }
        }
        Some(_) => {
            let mut recorded = recorded_columns(connection, entity)?;
            for column in &entity.columns {
                sync_column(connection, entity, column, recorded.remove(&column.number), &live)?;
            }
            if let Some((number, column)) = recorded.into_iter().next() {
                return Err(drift(format!("column {:?} (field {number}) left the schema", column.name)));
            }
        }
    }
    sync_indexes(connection, entity)
}

fn sync_column(
    connection: &Connection,
    entity: &Entity,
    column: &Column,
    recorded: Option<Recorded>,
    live: &HashMap<String, String>,
) -> Result<(), DatabaseError> {
    let drift = |problem: String| DatabaseError::SchemaDrift { table: entity.table.clone(), problem };
    let run = |sql: &str| connection.execute_batch(sql).map_err(DatabaseError::sqlite("change the tables"));
    let kind = column.storage.sqlite_type();
    let Some(recorded) = recorded else {
        if live.contains_key(&column.name) {
            return Err(drift(format!("column {:?} exists but was not made by the service", column.name)));
        }
        let mut alter = Table::alter();
        alter.table(Alias::new(&entity.table)).add_column(definition(entity, column));
        run(&alter.to_string(SqliteQueryBuilder))?;
        return record(connection, entity, column);
    };
    match live.get(&recorded.name) {
        Some(found) if *found == recorded.kind => {}
        Some(found) => return Err(drift(format!("column {:?} has become {found}", recorded.name))),
        None => return Err(drift(format!("column {:?} is gone", recorded.name))),
    }
    if recorded.kind != kind || recorded.nullable != column.nullable {
        return Err(drift(format!("the type or presence of column {:?} changed", column.name)));
    }
    if recorded.name != column.name {
        // The number is the identity, so this is a rename and loses nothing.
        let mut alter = Table::alter();
        alter.table(Alias::new(&entity.table));
        alter.rename_column(Alias::new(&recorded.name), Alias::new(&column.name));
        run(&alter.to_string(SqliteQueryBuilder))?;
        record(connection, entity, column)?;
    }
    Ok(())
}

fn sync_indexes(connection: &Connection, entity: &Entity) -> Result<(), DatabaseError> {
    let drift = |problem: String| DatabaseError::SchemaDrift { table: entity.table.clone(), problem };
    let run = |sql: &str| connection.execute_batch(sql).map_err(DatabaseError::sqlite("change the indexes"));
    let mut live = HashMap::new();
    let mut statement = connection
        .prepare(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?1 AND sql IS NOT NULL",
        )
        .map_err(DatabaseError::sqlite("read the indexes"))?;
    let rows = statement
        .query_map([&entity.table], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))
        .map_err(DatabaseError::sqlite("read the indexes"))?;
    for row in rows {
        let (name, sql) = row.map_err(DatabaseError::sqlite("read the indexes"))?;
        live.insert(name, sql);
    }
    for index in &entity.indexes {
        let sql = create_index(entity, index);
        match live.remove(&index.name) {
            None => connection
                .execute_batch(&sql)
                .map_err(|error| drift(format!("index {:?} cannot be added: {error}", index.name)))?,
            Some(found) if found == sql => {}
            Some(_) => return Err(drift(format!("index {:?} changed", index.name))),
        }
    }
    for (name, sql) in live {
        if sql.starts_with("CREATE UNIQUE") {
            return Err(drift(format!("unique index {name:?} left the schema")));
        }
        // An index that nobody asks for only costs time; nothing is lost.
        run(&format!("DROP INDEX \"{}\"", name.replace('"', "\"\"")))?;
    }
    Ok(())
}

fn live_columns(connection: &Connection, table: &str) -> Result<HashMap<String, String>, DatabaseError> {
    let mut statement = connection
        .prepare("SELECT name, type FROM pragma_table_xinfo(?1)")
        .map_err(DatabaseError::sqlite("read the columns"))?;
    let rows = statement
        .query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))
        .map_err(DatabaseError::sqlite("read the columns"))?;
    rows.collect::<Result<_, _>>().map_err(DatabaseError::sqlite("read the columns"))
}

fn recorded_columns(
    connection: &Connection,
    entity: &Entity,
) -> Result<HashMap<u32, Recorded>, DatabaseError> {
    let mut statement = connection
        .prepare("SELECT number, name, type, nullable FROM autovibe_columns WHERE entity = ?1")
        .map_err(DatabaseError::sqlite("read the recorded columns"))?;
    let rows = statement
        .query_map([&entity.full_name], |row| {
            Ok((row.get(0)?, Recorded { name: row.get(1)?, kind: row.get(2)?, nullable: row.get(3)? }))
        })
        .map_err(DatabaseError::sqlite("read the recorded columns"))?;
    rows.collect::<Result<_, _>>().map_err(DatabaseError::sqlite("read the recorded columns"))
}

fn record(connection: &Connection, entity: &Entity, column: &Column) -> Result<(), DatabaseError> {
    connection
        .execute(
            "INSERT OR REPLACE INTO autovibe_columns (entity, number, name, type, nullable)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                entity.full_name,
                column.number,
                column.name,
                column.storage.sqlite_type(),
                column.nullable
            ],
        )
        .map(|_| ())
        .map_err(DatabaseError::sqlite("record a column"))
}

fn create_table(entity: &Entity) -> String {
    let mut table = Table::create();
    table.table(Alias::new(&entity.table));
    for column in &entity.columns {
        table.col(definition(entity, column));
    }
    table.extra("STRICT");
    table.to_string(SqliteQueryBuilder)
}

fn definition(entity: &Entity, column: &Column) -> ColumnDef {
    let kind = column.storage.sqlite_type();
    let mut definition = ColumnDef::new(Alias::new(&column.name));
    definition.custom(Alias::new(kind));
    if entity.columns[entity.key].number == column.number {
        definition.not_null().primary_key();
    } else if !column.nullable {
        // The constant lets later versions add the column to a table with rows.
        let empty = match kind {
            "TEXT" => Expr::cust("''"),
            "BLOB" => Expr::cust("x''"),
            "REAL" => Expr::cust("0.0"),
            _ => Expr::cust("0"),
        };
        definition.not_null().default(empty);
    }
    definition
}

fn create_index(entity: &Entity, index: &IndexOf) -> String {
    let mut create = Index::create();
    create.name(&index.name).table(Alias::new(&entity.table));
    for &place in &index.columns {
        create.col(Alias::new(&entity.columns[place].name));
    }
    if index.unique {
        create.unique();
    }
    if let (true, Some(place)) = (index.live_only, entity.delete_time) {
        create.and_where(Expr::col(Alias::new(&entity.columns[place].name)).is_null());
    }
    create.to_string(SqliteQueryBuilder)
}
