impl serde::Serialize for Api {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "API_UNSPECIFIED",
            Self::Crud => "API_CRUD",
            Self::None => "API_NONE",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for Api {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "API_UNSPECIFIED",
            "API_CRUD",
            "API_NONE",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = Api;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "API_UNSPECIFIED" => Ok(Api::Unspecified),
                    "API_CRUD" => Ok(Api::Crud),
                    "API_NONE" => Ok(Api::None),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for Column {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.primary_key {
            len += 1;
        }
        if self.immutable {
            len += 1;
        }
        if self.unique {
            len += 1;
        }
        if self.index {
            len += 1;
        }
        if self.sensitive {
            len += 1;
        }
        if self.max_length != 0 {
            len += 1;
        }
        if self.references.is_some() {
            len += 1;
        }
        if self.generated != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.orm.v1.Column", len)?;
        if self.primary_key {
            struct_ser.serialize_field("primaryKey", &self.primary_key)?;
        }
        if self.immutable {
            struct_ser.serialize_field("immutable", &self.immutable)?;
        }
        if self.unique {
            struct_ser.serialize_field("unique", &self.unique)?;
        }
        if self.index {
            struct_ser.serialize_field("index", &self.index)?;
        }
        if self.sensitive {
            struct_ser.serialize_field("sensitive", &self.sensitive)?;
        }
        if self.max_length != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("maxLength", ToString::to_string(&self.max_length).as_str())?;
        }
        if let Some(v) = self.references.as_ref() {
            struct_ser.serialize_field("references", v)?;
        }
        if self.generated != 0 {
            let v = Generated::try_from(self.generated)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.generated)))?;
            struct_ser.serialize_field("generated", &v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Column {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "primary_key",
            "primaryKey",
            "immutable",
            "unique",
            "index",
            "sensitive",
            "max_length",
            "maxLength",
            "references",
            "generated",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            PrimaryKey,
            Immutable,
            Unique,
            Index,
            Sensitive,
            MaxLength,
            References,
            Generated,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "primaryKey" | "primary_key" => Ok(GeneratedField::PrimaryKey),
                            "immutable" => Ok(GeneratedField::Immutable),
                            "unique" => Ok(GeneratedField::Unique),
                            "index" => Ok(GeneratedField::Index),
                            "sensitive" => Ok(GeneratedField::Sensitive),
                            "maxLength" | "max_length" => Ok(GeneratedField::MaxLength),
                            "references" => Ok(GeneratedField::References),
                            "generated" => Ok(GeneratedField::Generated),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Column;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.orm.v1.Column")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Column, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut primary_key__ = None;
                let mut immutable__ = None;
                let mut unique__ = None;
                let mut index__ = None;
                let mut sensitive__ = None;
                let mut max_length__ = None;
                let mut references__ = None;
                let mut generated__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::PrimaryKey => {
                            if primary_key__.is_some() {
                                return Err(serde::de::Error::duplicate_field("primaryKey"));
                            }
                            primary_key__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Immutable => {
                            if immutable__.is_some() {
                                return Err(serde::de::Error::duplicate_field("immutable"));
                            }
                            immutable__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Unique => {
                            if unique__.is_some() {
                                return Err(serde::de::Error::duplicate_field("unique"));
                            }
                            unique__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Index => {
                            if index__.is_some() {
                                return Err(serde::de::Error::duplicate_field("index"));
                            }
                            index__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Sensitive => {
                            if sensitive__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sensitive"));
                            }
                            sensitive__ = Some(map_.next_value()?);
                        }
                        GeneratedField::MaxLength => {
                            if max_length__.is_some() {
                                return Err(serde::de::Error::duplicate_field("maxLength"));
                            }
                            max_length__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::References => {
                            if references__.is_some() {
                                return Err(serde::de::Error::duplicate_field("references"));
                            }
                            references__ = map_.next_value()?;
                        }
                        GeneratedField::Generated => {
                            if generated__.is_some() {
                                return Err(serde::de::Error::duplicate_field("generated"));
                            }
                            generated__ = Some(map_.next_value::<Generated>()? as i32);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Column {
                    primary_key: primary_key__.unwrap_or_default(),
                    immutable: immutable__.unwrap_or_default(),
                    unique: unique__.unwrap_or_default(),
                    index: index__.unwrap_or_default(),
                    sensitive: sensitive__.unwrap_or_default(),
                    max_length: max_length__.unwrap_or_default(),
                    references: references__,
                    generated: generated__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.orm.v1.Column", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Entity {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.table.is_empty() {
            len += 1;
        }
        if !self.id_prefix.is_empty() {
            len += 1;
        }
        if self.append_only {
            len += 1;
        }
        if self.soft_delete {
            len += 1;
        }
        if self.store != 0 {
            len += 1;
        }
        if self.api != 0 {
            len += 1;
        }
        if !self.writers.is_empty() {
            len += 1;
        }
        if !self.indexes.is_empty() {
            len += 1;
        }
        if self.unwatched {
            len += 1;
        }
        if self.lease_guarded {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.orm.v1.Entity", len)?;
        if !self.table.is_empty() {
            struct_ser.serialize_field("table", &self.table)?;
        }
        if !self.id_prefix.is_empty() {
            struct_ser.serialize_field("idPrefix", &self.id_prefix)?;
        }
        if self.append_only {
            struct_ser.serialize_field("appendOnly", &self.append_only)?;
        }
        if self.soft_delete {
            struct_ser.serialize_field("softDelete", &self.soft_delete)?;
        }
        if self.store != 0 {
            let v = Store::try_from(self.store)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.store)))?;
            struct_ser.serialize_field("store", &v)?;
        }
        if self.api != 0 {
            let v = Api::try_from(self.api)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.api)))?;
            struct_ser.serialize_field("api", &v)?;
        }
        if !self.writers.is_empty() {
            let v = self.writers.iter().cloned().map(|v| {
                Writer::try_from(v)
                    .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", v)))
                }).collect::<std::result::Result<Vec<_>, _>>()?;
            struct_ser.serialize_field("writers", &v)?;
        }
        if !self.indexes.is_empty() {
            struct_ser.serialize_field("indexes", &self.indexes)?;
        }
        if self.unwatched {
            struct_ser.serialize_field("unwatched", &self.unwatched)?;
        }
        if self.lease_guarded {
            struct_ser.serialize_field("leaseGuarded", &self.lease_guarded)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Entity {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "table",
            "id_prefix",
            "idPrefix",
            "append_only",
            "appendOnly",
            "soft_delete",
            "softDelete",
            "store",
            "api",
            "writers",
            "indexes",
            "unwatched",
            "lease_guarded",
            "leaseGuarded",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Table,
            IdPrefix,
            AppendOnly,
            SoftDelete,
            Store,
            Api,
            Writers,
            Indexes,
            Unwatched,
            LeaseGuarded,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "table" => Ok(GeneratedField::Table),
                            "idPrefix" | "id_prefix" => Ok(GeneratedField::IdPrefix),
                            "appendOnly" | "append_only" => Ok(GeneratedField::AppendOnly),
                            "softDelete" | "soft_delete" => Ok(GeneratedField::SoftDelete),
                            "store" => Ok(GeneratedField::Store),
                            "api" => Ok(GeneratedField::Api),
                            "writers" => Ok(GeneratedField::Writers),
                            "indexes" => Ok(GeneratedField::Indexes),
                            "unwatched" => Ok(GeneratedField::Unwatched),
                            "leaseGuarded" | "lease_guarded" => Ok(GeneratedField::LeaseGuarded),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Entity;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.orm.v1.Entity")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Entity, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut table__ = None;
                let mut id_prefix__ = None;
                let mut append_only__ = None;
                let mut soft_delete__ = None;
                let mut store__ = None;
                let mut api__ = None;
                let mut writers__ = None;
                let mut indexes__ = None;
                let mut unwatched__ = None;
                let mut lease_guarded__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Table => {
                            if table__.is_some() {
                                return Err(serde::de::Error::duplicate_field("table"));
                            }
                            table__ = Some(map_.next_value()?);
                        }
                        GeneratedField::IdPrefix => {
                            if id_prefix__.is_some() {
                                return Err(serde::de::Error::duplicate_field("idPrefix"));
                            }
                            id_prefix__ = Some(map_.next_value()?);
                        }
                        GeneratedField::AppendOnly => {
                            if append_only__.is_some() {
                                return Err(serde::de::Error::duplicate_field("appendOnly"));
                            }
                            append_only__ = Some(map_.next_value()?);
                        }
                        GeneratedField::SoftDelete => {
                            if soft_delete__.is_some() {
                                return Err(serde::de::Error::duplicate_field("softDelete"));
                            }
                            soft_delete__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Store => {
                            if store__.is_some() {
                                return Err(serde::de::Error::duplicate_field("store"));
                            }
                            store__ = Some(map_.next_value::<Store>()? as i32);
                        }
                        GeneratedField::Api => {
                            if api__.is_some() {
                                return Err(serde::de::Error::duplicate_field("api"));
                            }
                            api__ = Some(map_.next_value::<Api>()? as i32);
                        }
                        GeneratedField::Writers => {
                            if writers__.is_some() {
                                return Err(serde::de::Error::duplicate_field("writers"));
                            }
                            writers__ = Some(map_.next_value::<Vec<Writer>>()?.into_iter().map(|x| x as i32).collect());
                        }
                        GeneratedField::Indexes => {
                            if indexes__.is_some() {
                                return Err(serde::de::Error::duplicate_field("indexes"));
                            }
                            indexes__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Unwatched => {
                            if unwatched__.is_some() {
                                return Err(serde::de::Error::duplicate_field("unwatched"));
                            }
                            unwatched__ = Some(map_.next_value()?);
                        }
                        GeneratedField::LeaseGuarded => {
                            if lease_guarded__.is_some() {
                                return Err(serde::de::Error::duplicate_field("leaseGuarded"));
                            }
                            lease_guarded__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Entity {
                    table: table__.unwrap_or_default(),
                    id_prefix: id_prefix__.unwrap_or_default(),
                    append_only: append_only__.unwrap_or_default(),
                    soft_delete: soft_delete__.unwrap_or_default(),
                    store: store__.unwrap_or_default(),
                    api: api__.unwrap_or_default(),
                    writers: writers__.unwrap_or_default(),
                    indexes: indexes__.unwrap_or_default(),
                    unwatched: unwatched__.unwrap_or_default(),
                    lease_guarded: lease_guarded__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.orm.v1.Entity", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Generated {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "GENERATED_UNSPECIFIED",
            Self::Sequence => "GENERATED_SEQUENCE",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for Generated {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "GENERATED_UNSPECIFIED",
            "GENERATED_SEQUENCE",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = Generated;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "GENERATED_UNSPECIFIED" => Ok(Generated::Unspecified),
                    "GENERATED_SEQUENCE" => Ok(Generated::Sequence),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for Index {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.fields.is_empty() {
            len += 1;
        }
        if self.unique {
            len += 1;
        }
        if self.live_only {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.orm.v1.Index", len)?;
        if !self.fields.is_empty() {
            struct_ser.serialize_field("fields", &self.fields)?;
        }
        if self.unique {
            struct_ser.serialize_field("unique", &self.unique)?;
        }
        if self.live_only {
            struct_ser.serialize_field("liveOnly", &self.live_only)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Index {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "fields",
            "unique",
            "live_only",
            "liveOnly",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Fields,
            Unique,
            LiveOnly,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "fields" => Ok(GeneratedField::Fields),
                            "unique" => Ok(GeneratedField::Unique),
                            "liveOnly" | "live_only" => Ok(GeneratedField::LiveOnly),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Index;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.orm.v1.Index")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Index, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut fields__ = None;
                let mut unique__ = None;
                let mut live_only__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Fields => {
                            if fields__.is_some() {
                                return Err(serde::de::Error::duplicate_field("fields"));
                            }
                            fields__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Unique => {
                            if unique__.is_some() {
                                return Err(serde::de::Error::duplicate_field("unique"));
                            }
                            unique__ = Some(map_.next_value()?);
                        }
                        GeneratedField::LiveOnly => {
                            if live_only__.is_some() {
                                return Err(serde::de::Error::duplicate_field("liveOnly"));
                            }
                            live_only__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Index {
                    fields: fields__.unwrap_or_default(),
                    unique: unique__.unwrap_or_default(),
                    live_only: live_only__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.orm.v1.Index", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for OnDelete {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "ON_DELETE_UNSPECIFIED",
            Self::Restrict => "ON_DELETE_RESTRICT",
            Self::Cascade => "ON_DELETE_CASCADE",
            Self::SetNull => "ON_DELETE_SET_NULL",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for OnDelete {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "ON_DELETE_UNSPECIFIED",
            "ON_DELETE_RESTRICT",
            "ON_DELETE_CASCADE",
            "ON_DELETE_SET_NULL",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = OnDelete;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "ON_DELETE_UNSPECIFIED" => Ok(OnDelete::Unspecified),
                    "ON_DELETE_RESTRICT" => Ok(OnDelete::Restrict),
                    "ON_DELETE_CASCADE" => Ok(OnDelete::Cascade),
                    "ON_DELETE_SET_NULL" => Ok(OnDelete::SetNull),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for Reference {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.entity.is_empty() {
            len += 1;
        }
        if self.on_delete != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.orm.v1.Reference", len)?;
        if !self.entity.is_empty() {
            struct_ser.serialize_field("entity", &self.entity)?;
        }
        if self.on_delete != 0 {
            let v = OnDelete::try_from(self.on_delete)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.on_delete)))?;
            struct_ser.serialize_field("onDelete", &v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Reference {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "entity",
            "on_delete",
            "onDelete",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Entity,
            OnDelete,
            __SkipField__,
        }
        impl<'de> serde::Deserialize<'de> for GeneratedField {
            fn deserialize<D>(deserializer: D) -> std::result::Result<GeneratedField, D::Error>
            where
                D: serde::Deserializer<'de>,
            {
                struct GeneratedVisitor;

                impl serde::de::Visitor<'_> for GeneratedVisitor {
                    type Value = GeneratedField;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(formatter, "expected one of: {:?}", &FIELDS)
                    }

                    #[allow(unused_variables)]
                    fn visit_str<E>(self, value: &str) -> std::result::Result<GeneratedField, E>
                    where
                        E: serde::de::Error,
                    {
                        match value {
                            "entity" => Ok(GeneratedField::Entity),
                            "onDelete" | "on_delete" => Ok(GeneratedField::OnDelete),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Reference;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.orm.v1.Reference")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Reference, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut entity__ = None;
                let mut on_delete__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Entity => {
                            if entity__.is_some() {
                                return Err(serde::de::Error::duplicate_field("entity"));
                            }
                            entity__ = Some(map_.next_value()?);
                        }
                        GeneratedField::OnDelete => {
                            if on_delete__.is_some() {
                                return Err(serde::de::Error::duplicate_field("onDelete"));
                            }
                            on_delete__ = Some(map_.next_value::<OnDelete>()? as i32);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Reference {
                    entity: entity__.unwrap_or_default(),
                    on_delete: on_delete__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.orm.v1.Reference", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Store {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "STORE_UNSPECIFIED",
            Self::Telemetry => "STORE_TELEMETRY",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for Store {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "STORE_UNSPECIFIED",
            "STORE_TELEMETRY",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = Store;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "STORE_UNSPECIFIED" => Ok(Store::Unspecified),
                    "STORE_TELEMETRY" => Ok(Store::Telemetry),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for Writer {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "WRITER_UNSPECIFIED",
            Self::Hub => "WRITER_HUB",
            Self::Db => "WRITER_DB",
            Self::Node => "WRITER_NODE",
            Self::Service => "WRITER_SERVICE",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for Writer {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "WRITER_UNSPECIFIED",
            "WRITER_HUB",
            "WRITER_DB",
            "WRITER_NODE",
            "WRITER_SERVICE",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = Writer;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(formatter, "expected one of: {:?}", &FIELDS)
            }

            fn visit_i64<E>(self, v: i64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Signed(v), &self)
                    })
            }

            fn visit_u64<E>(self, v: u64) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                i32::try_from(v)
                    .ok()
                    .and_then(|x| x.try_into().ok())
                    .ok_or_else(|| {
                        serde::de::Error::invalid_value(serde::de::Unexpected::Unsigned(v), &self)
                    })
            }

            fn visit_str<E>(self, value: &str) -> std::result::Result<Self::Value, E>
            where
                E: serde::de::Error,
            {
                match value {
                    "WRITER_UNSPECIFIED" => Ok(Writer::Unspecified),
                    "WRITER_HUB" => Ok(Writer::Hub),
                    "WRITER_DB" => Ok(Writer::Db),
                    "WRITER_NODE" => Ok(Writer::Node),
                    "WRITER_SERVICE" => Ok(Writer::Service),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
