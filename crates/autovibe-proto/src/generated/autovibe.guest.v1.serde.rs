impl serde::Serialize for Accepted {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let len = 0;
        let struct_ser = serializer.serialize_struct("autovibe.guest.v1.Accepted", len)?;
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Accepted {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
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
                            Ok(GeneratedField::__SkipField__)
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Accepted;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.guest.v1.Accepted")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Accepted, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                while map_.next_key::<GeneratedField>()?.is_some() {
                    let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                }
                Ok(Accepted {
                })
            }
        }
        deserializer.deserialize_struct("autovibe.guest.v1.Accepted", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for AwaitTurnResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.turn.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.guest.v1.AwaitTurnResponse", len)?;
        if let Some(v) = self.turn.as_ref() {
            struct_ser.serialize_field("turn", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for AwaitTurnResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "turn",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Turn,
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
                            "turn" => Ok(GeneratedField::Turn),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = AwaitTurnResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.guest.v1.AwaitTurnResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<AwaitTurnResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut turn__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Turn => {
                            if turn__.is_some() {
                                return Err(serde::de::Error::duplicate_field("turn"));
                            }
                            turn__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(AwaitTurnResponse {
                    turn: turn__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.guest.v1.AwaitTurnResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for CommandResult {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.effect_id.is_empty() {
            len += 1;
        }
        if self.outcome.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.guest.v1.CommandResult", len)?;
        if !self.effect_id.is_empty() {
            struct_ser.serialize_field("effectId", &self.effect_id)?;
        }
        if let Some(v) = self.outcome.as_ref() {
            struct_ser.serialize_field("outcome", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CommandResult {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "effect_id",
            "effectId",
            "outcome",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            EffectId,
            Outcome,
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
                            "effectId" | "effect_id" => Ok(GeneratedField::EffectId),
                            "outcome" => Ok(GeneratedField::Outcome),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = CommandResult;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.guest.v1.CommandResult")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CommandResult, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut effect_id__ = None;
                let mut outcome__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::EffectId => {
                            if effect_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("effectId"));
                            }
                            effect_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Outcome => {
                            if outcome__.is_some() {
                                return Err(serde::de::Error::duplicate_field("outcome"));
                            }
                            outcome__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(CommandResult {
                    effect_id: effect_id__.unwrap_or_default(),
                    outcome: outcome__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.guest.v1.CommandResult", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ExecOpen {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.command.is_empty() {
            len += 1;
        }
        if !self.user.is_empty() {
            len += 1;
        }
        if !self.directory.is_empty() {
            len += 1;
        }
        if !self.environment.is_empty() {
            len += 1;
        }
        if self.terminal {
            len += 1;
        }
        if self.columns != 0 {
            len += 1;
        }
        if self.rows != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.guest.v1.ExecOpen", len)?;
        if !self.command.is_empty() {
            struct_ser.serialize_field("command", &self.command)?;
        }
        if !self.user.is_empty() {
            struct_ser.serialize_field("user", &self.user)?;
        }
        if !self.directory.is_empty() {
            struct_ser.serialize_field("directory", &self.directory)?;
        }
        if !self.environment.is_empty() {
            struct_ser.serialize_field("environment", &self.environment)?;
        }
        if self.terminal {
            struct_ser.serialize_field("terminal", &self.terminal)?;
        }
        if self.columns != 0 {
            struct_ser.serialize_field("columns", &self.columns)?;
        }
        if self.rows != 0 {
            struct_ser.serialize_field("rows", &self.rows)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ExecOpen {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "command",
            "user",
            "directory",
            "environment",
            "terminal",
            "columns",
            "rows",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Command,
            User,
            Directory,
            Environment,
            Terminal,
            Columns,
            Rows,
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
                            "command" => Ok(GeneratedField::Command),
                            "user" => Ok(GeneratedField::User),
                            "directory" => Ok(GeneratedField::Directory),
                            "environment" => Ok(GeneratedField::Environment),
                            "terminal" => Ok(GeneratedField::Terminal),
                            "columns" => Ok(GeneratedField::Columns),
                            "rows" => Ok(GeneratedField::Rows),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ExecOpen;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.guest.v1.ExecOpen")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ExecOpen, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut command__ = None;
                let mut user__ = None;
                let mut directory__ = None;
                let mut environment__ = None;
                let mut terminal__ = None;
                let mut columns__ = None;
                let mut rows__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Command => {
                            if command__.is_some() {
                                return Err(serde::de::Error::duplicate_field("command"));
                            }
                            command__ = Some(map_.next_value()?);
                        }
                        GeneratedField::User => {
                            if user__.is_some() {
                                return Err(serde::de::Error::duplicate_field("user"));
                            }
                            user__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Directory => {
                            if directory__.is_some() {
                                return Err(serde::de::Error::duplicate_field("directory"));
                            }
                            directory__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Environment => {
                            if environment__.is_some() {
                                return Err(serde::de::Error::duplicate_field("environment"));
                            }
                            environment__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Terminal => {
                            if terminal__.is_some() {
                                return Err(serde::de::Error::duplicate_field("terminal"));
                            }
                            terminal__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Columns => {
                            if columns__.is_some() {
                                return Err(serde::de::Error::duplicate_field("columns"));
                            }
                            columns__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Rows => {
                            if rows__.is_some() {
                                return Err(serde::de::Error::duplicate_field("rows"));
                            }
                            rows__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ExecOpen {
                    command: command__.unwrap_or_default(),
                    user: user__.unwrap_or_default(),
                    directory: directory__.unwrap_or_default(),
                    environment: environment__.unwrap_or_default(),
                    terminal: terminal__.unwrap_or_default(),
                    columns: columns__.unwrap_or_default(),
                    rows: rows__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.guest.v1.ExecOpen", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for FreezeCommand {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.checkpoint_id.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.guest.v1.FreezeCommand", len)?;
        if !self.checkpoint_id.is_empty() {
            struct_ser.serialize_field("checkpointId", &self.checkpoint_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for FreezeCommand {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "checkpoint_id",
            "checkpointId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            CheckpointId,
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
                            "checkpointId" | "checkpoint_id" => Ok(GeneratedField::CheckpointId),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = FreezeCommand;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.guest.v1.FreezeCommand")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<FreezeCommand, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut checkpoint_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::CheckpointId => {
                            if checkpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointId"));
                            }
                            checkpoint_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(FreezeCommand {
                    checkpoint_id: checkpoint_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.guest.v1.FreezeCommand", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GetFileOpen {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.path.is_empty() {
            len += 1;
        }
        if self.archive {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.guest.v1.GetFileOpen", len)?;
        if !self.path.is_empty() {
            struct_ser.serialize_field("path", &self.path)?;
        }
        if self.archive {
            struct_ser.serialize_field("archive", &self.archive)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GetFileOpen {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "path",
            "archive",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Path,
            Archive,
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
                            "path" => Ok(GeneratedField::Path),
                            "archive" => Ok(GeneratedField::Archive),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GetFileOpen;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.guest.v1.GetFileOpen")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GetFileOpen, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut path__ = None;
                let mut archive__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Path => {
                            if path__.is_some() {
                                return Err(serde::de::Error::duplicate_field("path"));
                            }
                            path__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Archive => {
                            if archive__.is_some() {
                                return Err(serde::de::Error::duplicate_field("archive"));
                            }
                            archive__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(GetFileOpen {
                    path: path__.unwrap_or_default(),
                    archive: archive__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.guest.v1.GetFileOpen", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GuestCommand {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.effect_id.is_empty() {
            len += 1;
        }
        if self.incarnation != 0 {
            len += 1;
        }
        if self.kind.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.guest.v1.GuestCommand", len)?;
        if !self.effect_id.is_empty() {
            struct_ser.serialize_field("effectId", &self.effect_id)?;
        }
        if self.incarnation != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("incarnation", ToString::to_string(&self.incarnation).as_str())?;
        }
        if let Some(v) = self.kind.as_ref() {
            match v {
                guest_command::Kind::Prompt(v) => {
                    struct_ser.serialize_field("prompt", v)?;
                }
                guest_command::Kind::Interrupt(v) => {
                    struct_ser.serialize_field("interrupt", v)?;
                }
                guest_command::Kind::Freeze(v) => {
                    struct_ser.serialize_field("freeze", v)?;
                }
                guest_command::Kind::Thaw(v) => {
                    struct_ser.serialize_field("thaw", v)?;
                }
                guest_command::Kind::OpenStream(v) => {
                    struct_ser.serialize_field("openStream", v)?;
                }
                guest_command::Kind::PrepareWorkspace(v) => {
                    struct_ser.serialize_field("prepareWorkspace", v)?;
                }
            }
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GuestCommand {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "effect_id",
            "effectId",
            "incarnation",
            "prompt",
            "interrupt",
            "freeze",
            "thaw",
            "open_stream",
            "openStream",
            "prepare_workspace",
            "prepareWorkspace",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            EffectId,
            Incarnation,
            Prompt,
            Interrupt,
            Freeze,
            Thaw,
            OpenStream,
            PrepareWorkspace,
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
                            "effectId" | "effect_id" => Ok(GeneratedField::EffectId),
                            "incarnation" => Ok(GeneratedField::Incarnation),
                            "prompt" => Ok(GeneratedField::Prompt),
                            "interrupt" => Ok(GeneratedField::Interrupt),
                            "freeze" => Ok(GeneratedField::Freeze),
                            "thaw" => Ok(GeneratedField::Thaw),
                            "openStream" | "open_stream" => Ok(GeneratedField::OpenStream),
                            "prepareWorkspace" | "prepare_workspace" => Ok(GeneratedField::PrepareWorkspace),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GuestCommand;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.guest.v1.GuestCommand")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GuestCommand, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut effect_id__ = None;
                let mut incarnation__ = None;
                let mut kind__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::EffectId => {
                            if effect_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("effectId"));
                            }
                            effect_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Incarnation => {
                            if incarnation__.is_some() {
                                return Err(serde::de::Error::duplicate_field("incarnation"));
                            }
                            incarnation__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Prompt => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("prompt"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(guest_command::Kind::Prompt)
;
                        }
                        GeneratedField::Interrupt => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("interrupt"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(guest_command::Kind::Interrupt)
;
                        }
                        GeneratedField::Freeze => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("freeze"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(guest_command::Kind::Freeze)
;
                        }
                        GeneratedField::Thaw => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("thaw"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(guest_command::Kind::Thaw)
;
                        }
                        GeneratedField::OpenStream => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("openStream"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(guest_command::Kind::OpenStream)
;
                        }
                        GeneratedField::PrepareWorkspace => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("prepareWorkspace"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(guest_command::Kind::PrepareWorkspace)
;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(GuestCommand {
                    effect_id: effect_id__.unwrap_or_default(),
                    incarnation: incarnation__.unwrap_or_default(),
                    kind: kind__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.guest.v1.GuestCommand", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for HeartbeatRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.memory_used_bytes != 0 {
            len += 1;
        }
        if self.memory_total_bytes != 0 {
            len += 1;
        }
        if self.disk_used_bytes != 0 {
            len += 1;
        }
        if self.disk_total_bytes != 0 {
            len += 1;
        }
        if self.load != 0. {
            len += 1;
        }
        if !self.git_head.is_empty() {
            len += 1;
        }
        if !self.git_branch.is_empty() {
            len += 1;
        }
        if self.git_changed_count != 0 {
            len += 1;
        }
        if self.cut.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.guest.v1.HeartbeatRequest", len)?;
        if self.memory_used_bytes != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("memoryUsedBytes", ToString::to_string(&self.memory_used_bytes).as_str())?;
        }
        if self.memory_total_bytes != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("memoryTotalBytes", ToString::to_string(&self.memory_total_bytes).as_str())?;
        }
        if self.disk_used_bytes != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("diskUsedBytes", ToString::to_string(&self.disk_used_bytes).as_str())?;
        }
        if self.disk_total_bytes != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("diskTotalBytes", ToString::to_string(&self.disk_total_bytes).as_str())?;
        }
        if self.load != 0. {
            struct_ser.serialize_field("load", &self.load)?;
        }
        if !self.git_head.is_empty() {
            struct_ser.serialize_field("gitHead", &self.git_head)?;
        }
        if !self.git_branch.is_empty() {
            struct_ser.serialize_field("gitBranch", &self.git_branch)?;
        }
        if self.git_changed_count != 0 {
            struct_ser.serialize_field("gitChangedCount", &self.git_changed_count)?;
        }
        if let Some(v) = self.cut.as_ref() {
            struct_ser.serialize_field("cut", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for HeartbeatRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "memory_used_bytes",
            "memoryUsedBytes",
            "memory_total_bytes",
            "memoryTotalBytes",
            "disk_used_bytes",
            "diskUsedBytes",
            "disk_total_bytes",
            "diskTotalBytes",
            "load",
            "git_head",
            "gitHead",
            "git_branch",
            "gitBranch",
            "git_changed_count",
            "gitChangedCount",
            "cut",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            MemoryUsedBytes,
            MemoryTotalBytes,
            DiskUsedBytes,
            DiskTotalBytes,
            Load,
            GitHead,
            GitBranch,
            GitChangedCount,
            Cut,
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
                            "memoryUsedBytes" | "memory_used_bytes" => Ok(GeneratedField::MemoryUsedBytes),
                            "memoryTotalBytes" | "memory_total_bytes" => Ok(GeneratedField::MemoryTotalBytes),
                            "diskUsedBytes" | "disk_used_bytes" => Ok(GeneratedField::DiskUsedBytes),
                            "diskTotalBytes" | "disk_total_bytes" => Ok(GeneratedField::DiskTotalBytes),
                            "load" => Ok(GeneratedField::Load),
                            "gitHead" | "git_head" => Ok(GeneratedField::GitHead),
                            "gitBranch" | "git_branch" => Ok(GeneratedField::GitBranch),
                            "gitChangedCount" | "git_changed_count" => Ok(GeneratedField::GitChangedCount),
                            "cut" => Ok(GeneratedField::Cut),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = HeartbeatRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.guest.v1.HeartbeatRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<HeartbeatRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut memory_used_bytes__ = None;
                let mut memory_total_bytes__ = None;
                let mut disk_used_bytes__ = None;
                let mut disk_total_bytes__ = None;
                let mut load__ = None;
                let mut git_head__ = None;
                let mut git_branch__ = None;
                let mut git_changed_count__ = None;
                let mut cut__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::MemoryUsedBytes => {
                            if memory_used_bytes__.is_some() {
                                return Err(serde::de::Error::duplicate_field("memoryUsedBytes"));
                            }
                            memory_used_bytes__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::MemoryTotalBytes => {
                            if memory_total_bytes__.is_some() {
                                return Err(serde::de::Error::duplicate_field("memoryTotalBytes"));
                            }
                            memory_total_bytes__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::DiskUsedBytes => {
                            if disk_used_bytes__.is_some() {
                                return Err(serde::de::Error::duplicate_field("diskUsedBytes"));
                            }
                            disk_used_bytes__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::DiskTotalBytes => {
                            if disk_total_bytes__.is_some() {
                                return Err(serde::de::Error::duplicate_field("diskTotalBytes"));
                            }
                            disk_total_bytes__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Load => {
                            if load__.is_some() {
                                return Err(serde::de::Error::duplicate_field("load"));
                            }
                            load__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::GitHead => {
                            if git_head__.is_some() {
                                return Err(serde::de::Error::duplicate_field("gitHead"));
                            }
                            git_head__ = Some(map_.next_value()?);
                        }
                        GeneratedField::GitBranch => {
                            if git_branch__.is_some() {
                                return Err(serde::de::Error::duplicate_field("gitBranch"));
                            }
                            git_branch__ = Some(map_.next_value()?);
                        }
                        GeneratedField::GitChangedCount => {
                            if git_changed_count__.is_some() {
                                return Err(serde::de::Error::duplicate_field("gitChangedCount"));
                            }
                            git_changed_count__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Cut => {
                            if cut__.is_some() {
                                return Err(serde::de::Error::duplicate_field("cut"));
                            }
                            cut__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(HeartbeatRequest {
                    memory_used_bytes: memory_used_bytes__.unwrap_or_default(),
                    memory_total_bytes: memory_total_bytes__.unwrap_or_default(),
                    disk_used_bytes: disk_used_bytes__.unwrap_or_default(),
                    disk_total_bytes: disk_total_bytes__.unwrap_or_default(),
                    load: load__.unwrap_or_default(),
                    git_head: git_head__.unwrap_or_default(),
                    git_branch: git_branch__.unwrap_or_default(),
                    git_changed_count: git_changed_count__.unwrap_or_default(),
                    cut: cut__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.guest.v1.HeartbeatRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for HeartbeatResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.time.is_some() {
            len += 1;
        }
        if !self.environment.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.guest.v1.HeartbeatResponse", len)?;
        if let Some(v) = self.time.as_ref() {
            struct_ser.serialize_field("time", v)?;
        }
        if !self.environment.is_empty() {
            struct_ser.serialize_field("environment", &self.environment)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for HeartbeatResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "time",
            "environment",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Time,
            Environment,
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
                            "time" => Ok(GeneratedField::Time),
                            "environment" => Ok(GeneratedField::Environment),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = HeartbeatResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.guest.v1.HeartbeatResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<HeartbeatResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut time__ = None;
                let mut environment__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Time => {
                            if time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("time"));
                            }
                            time__ = map_.next_value()?;
                        }
                        GeneratedField::Environment => {
                            if environment__.is_some() {
                                return Err(serde::de::Error::duplicate_field("environment"));
                            }
                            environment__ = Some(
                                map_.next_value::<std::collections::BTreeMap<_, _>>()?
                            );
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(HeartbeatResponse {
                    time: time__,
                    environment: environment__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.guest.v1.HeartbeatResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for HelloRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.bootstrap_secret.is_empty() {
            len += 1;
        }
        if !self.token.is_empty() {
            len += 1;
        }
        if self.incarnation != 0 {
            len += 1;
        }
        if !self.guest_version.is_empty() {
            len += 1;
        }
        if !self.process_id.is_empty() {
            len += 1;
        }
        if !self.session_id.is_empty() {
            len += 1;
        }
        if !self.open_turn_id.is_empty() {
            len += 1;
        }
        if self.frozen {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.guest.v1.HelloRequest", len)?;
        if !self.bootstrap_secret.is_empty() {
            struct_ser.serialize_field("bootstrapSecret", &self.bootstrap_secret)?;
        }
        if !self.token.is_empty() {
            struct_ser.serialize_field("token", &self.token)?;
        }
        if self.incarnation != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("incarnation", ToString::to_string(&self.incarnation).as_str())?;
        }
        if !self.guest_version.is_empty() {
            struct_ser.serialize_field("guestVersion", &self.guest_version)?;
        }
        if !self.process_id.is_empty() {
            struct_ser.serialize_field("processId", &self.process_id)?;
        }
        if !self.session_id.is_empty() {
            struct_ser.serialize_field("sessionId", &self.session_id)?;
        }
        if !self.open_turn_id.is_empty() {
            struct_ser.serialize_field("openTurnId", &self.open_turn_id)?;
        }
        if self.frozen {
            struct_ser.serialize_field("frozen", &self.frozen)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for HelloRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "bootstrap_secret",
            "bootstrapSecret",
            "token",
            "incarnation",
            "guest_version",
            "guestVersion",
            "process_id",
            "processId",
            "session_id",
            "sessionId",
            "open_turn_id",
            "openTurnId",
            "frozen",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            BootstrapSecret,
            Token,
            Incarnation,
            GuestVersion,
            ProcessId,
            SessionId,
            OpenTurnId,
            Frozen,
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
                            "bootstrapSecret" | "bootstrap_secret" => Ok(GeneratedField::BootstrapSecret),
                            "token" => Ok(GeneratedField::Token),
                            "incarnation" => Ok(GeneratedField::Incarnation),
                            "guestVersion" | "guest_version" => Ok(GeneratedField::GuestVersion),
                            "processId" | "process_id" => Ok(GeneratedField::ProcessId),
                            "sessionId" | "session_id" => Ok(GeneratedField::SessionId),
                            "openTurnId" | "open_turn_id" => Ok(GeneratedField::OpenTurnId),
                            "frozen" => Ok(GeneratedField::Frozen),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = HelloRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.guest.v1.HelloRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<HelloRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut bootstrap_secret__ = None;
                let mut token__ = None;
                let mut incarnation__ = None;
                let mut guest_version__ = None;
                let mut process_id__ = None;
                let mut session_id__ = None;
                let mut open_turn_id__ = None;
                let mut frozen__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::BootstrapSecret => {
                            if bootstrap_secret__.is_some() {
                                return Err(serde::de::Error::duplicate_field("bootstrapSecret"));
                            }
                            bootstrap_secret__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Token => {
                            if token__.is_some() {
                                return Err(serde::de::Error::duplicate_field("token"));
                            }
                            token__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Incarnation => {
                            if incarnation__.is_some() {
                                return Err(serde::de::Error::duplicate_field("incarnation"));
                            }
                            incarnation__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::GuestVersion => {
                            if guest_version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("guestVersion"));
                            }
                            guest_version__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ProcessId => {
                            if process_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("processId"));
                            }
                            process_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::SessionId => {
                            if session_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sessionId"));
                            }
                            session_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::OpenTurnId => {
                            if open_turn_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("openTurnId"));
                            }
                            open_turn_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Frozen => {
                            if frozen__.is_some() {
                                return Err(serde::de::Error::duplicate_field("frozen"));
                            }
                            frozen__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(HelloRequest {
                    bootstrap_secret: bootstrap_secret__.unwrap_or_default(),
                    token: token__.unwrap_or_default(),
                    incarnation: incarnation__.unwrap_or_default(),
                    guest_version: guest_version__.unwrap_or_default(),
                    process_id: process_id__.unwrap_or_default(),
                    session_id: session_id__.unwrap_or_default(),
                    open_turn_id: open_turn_id__.unwrap_or_default(),
                    frozen: frozen__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.guest.v1.HelloRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for HelloResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.machine_id.is_empty() {
            len += 1;
        }
        if self.incarnation != 0 {
            len += 1;
        }
        if !self.token.is_empty() {
            len += 1;
        }
        if self.time.is_some() {
            len += 1;
        }
        if !self.entropy.is_empty() {
            len += 1;
        }
        if !self.machine_name.is_empty() {
            len += 1;
        }
        if !self.coding_agent.is_empty() {
            len += 1;
        }
        if !self.turn_id.is_empty() {
            len += 1;
        }
        if self.stored_sequence != 0 {
            len += 1;
        }
        if !self.environment.is_empty() {
            len += 1;
        }
        if !self.egress_ca_pem.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.guest.v1.HelloResponse", len)?;
        if !self.machine_id.is_empty() {
            struct_ser.serialize_field("machineId", &self.machine_id)?;
        }
        if self.incarnation != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("incarnation", ToString::to_string(&self.incarnation).as_str())?;
        }
        if !self.token.is_empty() {
            struct_ser.serialize_field("token", &self.token)?;
        }
        if let Some(v) = self.time.as_ref() {
            struct_ser.serialize_field("time", v)?;
        }
        if !self.entropy.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("entropy", pbjson::private::base64::encode(&self.entropy).as_str())?;
        }
        if !self.machine_name.is_empty() {
            struct_ser.serialize_field("machineName", &self.machine_name)?;
        }
        if !self.coding_agent.is_empty() {
            struct_ser.serialize_field("codingAgent", &self.coding_agent)?;
        }
        if !self.turn_id.is_empty() {
            struct_ser.serialize_field("turnId", &self.turn_id)?;
        }
        if self.stored_sequence != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("storedSequence", ToString::to_string(&self.stored_sequence).as_str())?;
        }
        if !self.environment.is_empty() {
            struct_ser.serialize_field("environment", &self.environment)?;
        }
        if !self.egress_ca_pem.is_empty() {
            struct_ser.serialize_field("egressCaPem", &self.egress_ca_pem)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for HelloResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "machine_id",
            "machineId",
            "incarnation",
            "token",
            "time",
            "entropy",
            "machine_name",
            "machineName",
            "coding_agent",
            "codingAgent",
            "turn_id",
            "turnId",
            "stored_sequence",
            "storedSequence",
            "environment",
            "egress_ca_pem",
            "egressCaPem",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            MachineId,
            Incarnation,
            Token,
            Time,
            Entropy,
            MachineName,
            CodingAgent,
            TurnId,
            StoredSequence,
            Environment,
            EgressCaPem,
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
                            "machineId" | "machine_id" => Ok(GeneratedField::MachineId),
                            "incarnation" => Ok(GeneratedField::Incarnation),
                            "token" => Ok(GeneratedField::Token),
                            "time" => Ok(GeneratedField::Time),
                            "entropy" => Ok(GeneratedField::Entropy),
                            "machineName" | "machine_name" => Ok(GeneratedField::MachineName),
                            "codingAgent" | "coding_agent" => Ok(GeneratedField::CodingAgent),
                            "turnId" | "turn_id" => Ok(GeneratedField::TurnId),
                            "storedSequence" | "stored_sequence" => Ok(GeneratedField::StoredSequence),
                            "environment" => Ok(GeneratedField::Environment),
                            "egressCaPem" | "egress_ca_pem" => Ok(GeneratedField::EgressCaPem),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = HelloResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.guest.v1.HelloResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<HelloResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut machine_id__ = None;
                let mut incarnation__ = None;
                let mut token__ = None;
                let mut time__ = None;
                let mut entropy__ = None;
                let mut machine_name__ = None;
                let mut coding_agent__ = None;
                let mut turn_id__ = None;
                let mut stored_sequence__ = None;
                let mut environment__ = None;
                let mut egress_ca_pem__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::MachineId => {
                            if machine_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("machineId"));
                            }
                            machine_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Incarnation => {
                            if incarnation__.is_some() {
                                return Err(serde::de::Error::duplicate_field("incarnation"));
                            }
                            incarnation__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Token => {
                            if token__.is_some() {
                                return Err(serde::de::Error::duplicate_field("token"));
                            }
                            token__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Time => {
                            if time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("time"));
                            }
                            time__ = map_.next_value()?;
                        }
                        GeneratedField::Entropy => {
                            if entropy__.is_some() {
                                return Err(serde::de::Error::duplicate_field("entropy"));
                            }
                            entropy__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::MachineName => {
                            if machine_name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("machineName"));
                            }
                            machine_name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::CodingAgent => {
                            if coding_agent__.is_some() {
                                return Err(serde::de::Error::duplicate_field("codingAgent"));
                            }
                            coding_agent__ = Some(map_.next_value()?);
                        }
                        GeneratedField::TurnId => {
                            if turn_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("turnId"));
                            }
                            turn_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::StoredSequence => {
                            if stored_sequence__.is_some() {
                                return Err(serde::de::Error::duplicate_field("storedSequence"));
                            }
                            stored_sequence__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Environment => {
                            if environment__.is_some() {
                                return Err(serde::de::Error::duplicate_field("environment"));
                            }
                            environment__ = Some(
                                map_.next_value::<std::collections::BTreeMap<_, _>>()?
                            );
                        }
                        GeneratedField::EgressCaPem => {
                            if egress_ca_pem__.is_some() {
                                return Err(serde::de::Error::duplicate_field("egressCaPem"));
                            }
                            egress_ca_pem__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(HelloResponse {
                    machine_id: machine_id__.unwrap_or_default(),
                    incarnation: incarnation__.unwrap_or_default(),
                    token: token__.unwrap_or_default(),
                    time: time__,
                    entropy: entropy__.unwrap_or_default(),
                    machine_name: machine_name__.unwrap_or_default(),
                    coding_agent: coding_agent__.unwrap_or_default(),
                    turn_id: turn_id__.unwrap_or_default(),
                    stored_sequence: stored_sequence__.unwrap_or_default(),
                    environment: environment__.unwrap_or_default(),
                    egress_ca_pem: egress_ca_pem__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.guest.v1.HelloResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for IngestAgentEventsRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.events.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.guest.v1.IngestAgentEventsRequest", len)?;
        if !self.events.is_empty() {
            struct_ser.serialize_field("events", &self.events)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for IngestAgentEventsRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "events",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Events,
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
                            "events" => Ok(GeneratedField::Events),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = IngestAgentEventsRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.guest.v1.IngestAgentEventsRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<IngestAgentEventsRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut events__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Events => {
                            if events__.is_some() {
                                return Err(serde::de::Error::duplicate_field("events"));
                            }
                            events__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(IngestAgentEventsRequest {
                    events: events__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.guest.v1.IngestAgentEventsRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for InterruptCommand {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.turn_id.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.guest.v1.InterruptCommand", len)?;
        if !self.turn_id.is_empty() {
            struct_ser.serialize_field("turnId", &self.turn_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for InterruptCommand {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "turn_id",
            "turnId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            TurnId,
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
                            "turnId" | "turn_id" => Ok(GeneratedField::TurnId),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = InterruptCommand;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.guest.v1.InterruptCommand")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<InterruptCommand, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut turn_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::TurnId => {
                            if turn_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("turnId"));
                            }
                            turn_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(InterruptCommand {
                    turn_id: turn_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.guest.v1.InterruptCommand", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for OpenStreamCommand {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.stream_id.is_empty() {
            len += 1;
        }
        if self.open.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.guest.v1.OpenStreamCommand", len)?;
        if !self.stream_id.is_empty() {
            struct_ser.serialize_field("streamId", &self.stream_id)?;
        }
        if let Some(v) = self.open.as_ref() {
            struct_ser.serialize_field("open", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for OpenStreamCommand {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "stream_id",
            "streamId",
            "open",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            StreamId,
            Open,
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
                            "streamId" | "stream_id" => Ok(GeneratedField::StreamId),
                            "open" => Ok(GeneratedField::Open),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = OpenStreamCommand;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.guest.v1.OpenStreamCommand")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<OpenStreamCommand, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut stream_id__ = None;
                let mut open__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::StreamId => {
                            if stream_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("streamId"));
                            }
                            stream_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Open => {
                            if open__.is_some() {
                                return Err(serde::de::Error::duplicate_field("open"));
                            }
                            open__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(OpenStreamCommand {
                    stream_id: stream_id__.unwrap_or_default(),
                    open: open__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.guest.v1.OpenStreamCommand", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for PortOpen {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.port != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.guest.v1.PortOpen", len)?;
        if self.port != 0 {
            struct_ser.serialize_field("port", &self.port)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for PortOpen {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "port",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Port,
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
                            "port" => Ok(GeneratedField::Port),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = PortOpen;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.guest.v1.PortOpen")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<PortOpen, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut port__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Port => {
                            if port__.is_some() {
                                return Err(serde::de::Error::duplicate_field("port"));
                            }
                            port__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(PortOpen {
                    port: port__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.guest.v1.PortOpen", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for PrepareWorkspaceCommand {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.blob_id.is_empty() {
            len += 1;
        }
        if !self.base_commit.is_empty() {
            len += 1;
        }
        if !self.branch.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.guest.v1.PrepareWorkspaceCommand", len)?;
        if !self.blob_id.is_empty() {
            struct_ser.serialize_field("blobId", &self.blob_id)?;
        }
        if !self.base_commit.is_empty() {
            struct_ser.serialize_field("baseCommit", &self.base_commit)?;
        }
        if !self.branch.is_empty() {
            struct_ser.serialize_field("branch", &self.branch)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for PrepareWorkspaceCommand {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "blob_id",
            "blobId",
            "base_commit",
            "baseCommit",
            "branch",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            BlobId,
            BaseCommit,
            Branch,
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
                            "blobId" | "blob_id" => Ok(GeneratedField::BlobId),
                            "baseCommit" | "base_commit" => Ok(GeneratedField::BaseCommit),
                            "branch" => Ok(GeneratedField::Branch),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = PrepareWorkspaceCommand;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.guest.v1.PrepareWorkspaceCommand")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<PrepareWorkspaceCommand, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut blob_id__ = None;
                let mut base_commit__ = None;
                let mut branch__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::BlobId => {
                            if blob_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("blobId"));
                            }
                            blob_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::BaseCommit => {
                            if base_commit__.is_some() {
                                return Err(serde::de::Error::duplicate_field("baseCommit"));
                            }
                            base_commit__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Branch => {
                            if branch__.is_some() {
                                return Err(serde::de::Error::duplicate_field("branch"));
                            }
                            branch__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(PrepareWorkspaceCommand {
                    blob_id: blob_id__.unwrap_or_default(),
                    base_commit: base_commit__.unwrap_or_default(),
                    branch: branch__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.guest.v1.PrepareWorkspaceCommand", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for PromptCommand {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.turn_id.is_empty() {
            len += 1;
        }
        if !self.text.is_empty() {
            len += 1;
        }
        if !self.session_id.is_empty() {
            len += 1;
        }
        if self.limit_ms != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.guest.v1.PromptCommand", len)?;
        if !self.turn_id.is_empty() {
            struct_ser.serialize_field("turnId", &self.turn_id)?;
        }
        if !self.text.is_empty() {
            struct_ser.serialize_field("text", &self.text)?;
        }
        if !self.session_id.is_empty() {
            struct_ser.serialize_field("sessionId", &self.session_id)?;
        }
        if self.limit_ms != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("limitMs", ToString::to_string(&self.limit_ms).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for PromptCommand {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "turn_id",
            "turnId",
            "text",
            "session_id",
            "sessionId",
            "limit_ms",
            "limitMs",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            TurnId,
            Text,
            SessionId,
            LimitMs,
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
                            "turnId" | "turn_id" => Ok(GeneratedField::TurnId),
                            "text" => Ok(GeneratedField::Text),
                            "sessionId" | "session_id" => Ok(GeneratedField::SessionId),
                            "limitMs" | "limit_ms" => Ok(GeneratedField::LimitMs),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = PromptCommand;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.guest.v1.PromptCommand")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<PromptCommand, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut turn_id__ = None;
                let mut text__ = None;
                let mut session_id__ = None;
                let mut limit_ms__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::TurnId => {
                            if turn_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("turnId"));
                            }
                            turn_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Text => {
                            if text__.is_some() {
                                return Err(serde::de::Error::duplicate_field("text"));
                            }
                            text__ = Some(map_.next_value()?);
                        }
                        GeneratedField::SessionId => {
                            if session_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sessionId"));
                            }
                            session_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::LimitMs => {
                            if limit_ms__.is_some() {
                                return Err(serde::de::Error::duplicate_field("limitMs"));
                            }
                            limit_ms__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(PromptCommand {
                    turn_id: turn_id__.unwrap_or_default(),
                    text: text__.unwrap_or_default(),
                    session_id: session_id__.unwrap_or_default(),
                    limit_ms: limit_ms__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.guest.v1.PromptCommand", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for PutFileOpen {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.path.is_empty() {
            len += 1;
        }
        if self.mode != 0 {
            len += 1;
        }
        if self.archive {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.guest.v1.PutFileOpen", len)?;
        if !self.path.is_empty() {
            struct_ser.serialize_field("path", &self.path)?;
        }
        if self.mode != 0 {
            struct_ser.serialize_field("mode", &self.mode)?;
        }
        if self.archive {
            struct_ser.serialize_field("archive", &self.archive)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for PutFileOpen {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "path",
            "mode",
            "archive",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Path,
            Mode,
            Archive,
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
                            "path" => Ok(GeneratedField::Path),
                            "mode" => Ok(GeneratedField::Mode),
                            "archive" => Ok(GeneratedField::Archive),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = PutFileOpen;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.guest.v1.PutFileOpen")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<PutFileOpen, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut path__ = None;
                let mut mode__ = None;
                let mut archive__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Path => {
                            if path__.is_some() {
                                return Err(serde::de::Error::duplicate_field("path"));
                            }
                            path__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Mode => {
                            if mode__.is_some() {
                                return Err(serde::de::Error::duplicate_field("mode"));
                            }
                            mode__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Archive => {
                            if archive__.is_some() {
                                return Err(serde::de::Error::duplicate_field("archive"));
                            }
                            archive__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(PutFileOpen {
                    path: path__.unwrap_or_default(),
                    mode: mode__.unwrap_or_default(),
                    archive: archive__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.guest.v1.PutFileOpen", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ReportTurnRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.turn_id.is_empty() {
            len += 1;
        }
        if self.result.is_some() {
            len += 1;
        }
        if !self.session_id.is_empty() {
            len += 1;
        }
        if self.sequence != 0 {
            len += 1;
        }
        if !self.start_commit.is_empty() {
            len += 1;
        }
        if !self.end_commit.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.guest.v1.ReportTurnRequest", len)?;
        if !self.turn_id.is_empty() {
            struct_ser.serialize_field("turnId", &self.turn_id)?;
        }
        if let Some(v) = self.result.as_ref() {
            struct_ser.serialize_field("result", v)?;
        }
        if !self.session_id.is_empty() {
            struct_ser.serialize_field("sessionId", &self.session_id)?;
        }
        if self.sequence != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("sequence", ToString::to_string(&self.sequence).as_str())?;
        }
        if !self.start_commit.is_empty() {
            struct_ser.serialize_field("startCommit", &self.start_commit)?;
        }
        if !self.end_commit.is_empty() {
            struct_ser.serialize_field("endCommit", &self.end_commit)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ReportTurnRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "turn_id",
            "turnId",
            "result",
            "session_id",
            "sessionId",
            "sequence",
            "start_commit",
            "startCommit",
            "end_commit",
            "endCommit",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            TurnId,
            Result,
            SessionId,
            Sequence,
            StartCommit,
            EndCommit,
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
                            "turnId" | "turn_id" => Ok(GeneratedField::TurnId),
                            "result" => Ok(GeneratedField::Result),
                            "sessionId" | "session_id" => Ok(GeneratedField::SessionId),
                            "sequence" => Ok(GeneratedField::Sequence),
                            "startCommit" | "start_commit" => Ok(GeneratedField::StartCommit),
                            "endCommit" | "end_commit" => Ok(GeneratedField::EndCommit),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ReportTurnRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.guest.v1.ReportTurnRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ReportTurnRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut turn_id__ = None;
                let mut result__ = None;
                let mut session_id__ = None;
                let mut sequence__ = None;
                let mut start_commit__ = None;
                let mut end_commit__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::TurnId => {
                            if turn_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("turnId"));
                            }
                            turn_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Result => {
                            if result__.is_some() {
                                return Err(serde::de::Error::duplicate_field("result"));
                            }
                            result__ = map_.next_value()?;
                        }
                        GeneratedField::SessionId => {
                            if session_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sessionId"));
                            }
                            session_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Sequence => {
                            if sequence__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sequence"));
                            }
                            sequence__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::StartCommit => {
                            if start_commit__.is_some() {
                                return Err(serde::de::Error::duplicate_field("startCommit"));
                            }
                            start_commit__ = Some(map_.next_value()?);
                        }
                        GeneratedField::EndCommit => {
                            if end_commit__.is_some() {
                                return Err(serde::de::Error::duplicate_field("endCommit"));
                            }
                            end_commit__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ReportTurnRequest {
                    turn_id: turn_id__.unwrap_or_default(),
                    result: result__,
                    session_id: session_id__.unwrap_or_default(),
                    sequence: sequence__.unwrap_or_default(),
                    start_commit: start_commit__.unwrap_or_default(),
                    end_commit: end_commit__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.guest.v1.ReportTurnRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for SpawnMachineRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.key.is_empty() {
            len += 1;
        }
        if !self.name.is_empty() {
            len += 1;
        }
        if !self.image.is_empty() {
            len += 1;
        }
        if !self.template.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.guest.v1.SpawnMachineRequest", len)?;
        if !self.key.is_empty() {
            struct_ser.serialize_field("key", &self.key)?;
        }
        if !self.name.is_empty() {
            struct_ser.serialize_field("name", &self.name)?;
        }
        if !self.image.is_empty() {
            struct_ser.serialize_field("image", &self.image)?;
        }
        if !self.template.is_empty() {
            struct_ser.serialize_field("template", &self.template)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for SpawnMachineRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "key",
            "name",
            "image",
            "template",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Key,
            Name,
            Image,
            Template,
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
                            "key" => Ok(GeneratedField::Key),
                            "name" => Ok(GeneratedField::Name),
                            "image" => Ok(GeneratedField::Image),
                            "template" => Ok(GeneratedField::Template),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = SpawnMachineRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.guest.v1.SpawnMachineRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<SpawnMachineRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut key__ = None;
                let mut name__ = None;
                let mut image__ = None;
                let mut template__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Key => {
                            if key__.is_some() {
                                return Err(serde::de::Error::duplicate_field("key"));
                            }
                            key__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Name => {
                            if name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("name"));
                            }
                            name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Image => {
                            if image__.is_some() {
                                return Err(serde::de::Error::duplicate_field("image"));
                            }
                            image__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Template => {
                            if template__.is_some() {
                                return Err(serde::de::Error::duplicate_field("template"));
                            }
                            template__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(SpawnMachineRequest {
                    key: key__.unwrap_or_default(),
                    name: name__.unwrap_or_default(),
                    image: image__.unwrap_or_default(),
                    template: template__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.guest.v1.SpawnMachineRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for SpawnMachineResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.machine_id.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.guest.v1.SpawnMachineResponse", len)?;
        if !self.machine_id.is_empty() {
            struct_ser.serialize_field("machineId", &self.machine_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for SpawnMachineResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "machine_id",
            "machineId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            MachineId,
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
                            "machineId" | "machine_id" => Ok(GeneratedField::MachineId),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = SpawnMachineResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.guest.v1.SpawnMachineResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<SpawnMachineResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut machine_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::MachineId => {
                            if machine_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("machineId"));
                            }
                            machine_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(SpawnMachineResponse {
                    machine_id: machine_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.guest.v1.SpawnMachineResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for StreamEnd {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.exit_code != 0 {
            len += 1;
        }
        if !self.failure.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.guest.v1.StreamEnd", len)?;
        if self.exit_code != 0 {
            struct_ser.serialize_field("exitCode", &self.exit_code)?;
        }
        if !self.failure.is_empty() {
            struct_ser.serialize_field("failure", &self.failure)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for StreamEnd {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "exit_code",
            "exitCode",
            "failure",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            ExitCode,
            Failure,
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
                            "exitCode" | "exit_code" => Ok(GeneratedField::ExitCode),
                            "failure" => Ok(GeneratedField::Failure),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = StreamEnd;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.guest.v1.StreamEnd")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<StreamEnd, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut exit_code__ = None;
                let mut failure__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::ExitCode => {
                            if exit_code__.is_some() {
                                return Err(serde::de::Error::duplicate_field("exitCode"));
                            }
                            exit_code__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Failure => {
                            if failure__.is_some() {
                                return Err(serde::de::Error::duplicate_field("failure"));
                            }
                            failure__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(StreamEnd {
                    exit_code: exit_code__.unwrap_or_default(),
                    failure: failure__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.guest.v1.StreamEnd", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for StreamFrame {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.kind.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.guest.v1.StreamFrame", len)?;
        if let Some(v) = self.kind.as_ref() {
            match v {
                stream_frame::Kind::Open(v) => {
                    struct_ser.serialize_field("open", v)?;
                }
                stream_frame::Kind::Input(v) => {
                    #[allow(clippy::needless_borrow)]
                    #[allow(clippy::needless_borrows_for_generic_args)]
                    struct_ser.serialize_field("input", pbjson::private::base64::encode(&v).as_str())?;
                }
                stream_frame::Kind::InputEnd(v) => {
                    struct_ser.serialize_field("inputEnd", v)?;
                }
                stream_frame::Kind::Output(v) => {
                    #[allow(clippy::needless_borrow)]
                    #[allow(clippy::needless_borrows_for_generic_args)]
                    struct_ser.serialize_field("output", pbjson::private::base64::encode(&v).as_str())?;
                }
                stream_frame::Kind::ErrorOutput(v) => {
                    #[allow(clippy::needless_borrow)]
                    #[allow(clippy::needless_borrows_for_generic_args)]
                    struct_ser.serialize_field("errorOutput", pbjson::private::base64::encode(&v).as_str())?;
                }
                stream_frame::Kind::Resize(v) => {
                    struct_ser.serialize_field("resize", v)?;
                }
                stream_frame::Kind::Signal(v) => {
                    struct_ser.serialize_field("signal", v)?;
                }
                stream_frame::Kind::End(v) => {
                    struct_ser.serialize_field("end", v)?;
                }
            }
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for StreamFrame {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "open",
            "input",
            "input_end",
            "inputEnd",
            "output",
            "error_output",
            "errorOutput",
            "resize",
            "signal",
            "end",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Open,
            Input,
            InputEnd,
            Output,
            ErrorOutput,
            Resize,
            Signal,
            End,
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
                            "open" => Ok(GeneratedField::Open),
                            "input" => Ok(GeneratedField::Input),
                            "inputEnd" | "input_end" => Ok(GeneratedField::InputEnd),
                            "output" => Ok(GeneratedField::Output),
                            "errorOutput" | "error_output" => Ok(GeneratedField::ErrorOutput),
                            "resize" => Ok(GeneratedField::Resize),
                            "signal" => Ok(GeneratedField::Signal),
                            "end" => Ok(GeneratedField::End),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = StreamFrame;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.guest.v1.StreamFrame")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<StreamFrame, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut kind__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Open => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("open"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(stream_frame::Kind::Open)
;
                        }
                        GeneratedField::Input => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("input"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<::pbjson::private::BytesDeserialize<_>>>()?.map(|x| stream_frame::Kind::Input(x.0));
                        }
                        GeneratedField::InputEnd => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("inputEnd"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(stream_frame::Kind::InputEnd);
                        }
                        GeneratedField::Output => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("output"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<::pbjson::private::BytesDeserialize<_>>>()?.map(|x| stream_frame::Kind::Output(x.0));
                        }
                        GeneratedField::ErrorOutput => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("errorOutput"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<::pbjson::private::BytesDeserialize<_>>>()?.map(|x| stream_frame::Kind::ErrorOutput(x.0));
                        }
                        GeneratedField::Resize => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("resize"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(stream_frame::Kind::Resize)
;
                        }
                        GeneratedField::Signal => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("signal"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<::pbjson::private::NumberDeserialize<_>>>()?.map(|x| stream_frame::Kind::Signal(x.0));
                        }
                        GeneratedField::End => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("end"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(stream_frame::Kind::End)
;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(StreamFrame {
                    kind: kind__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.guest.v1.StreamFrame", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for StreamOpen {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.kind.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.guest.v1.StreamOpen", len)?;
        if let Some(v) = self.kind.as_ref() {
            match v {
                stream_open::Kind::Exec(v) => {
                    struct_ser.serialize_field("exec", v)?;
                }
                stream_open::Kind::PutFile(v) => {
                    struct_ser.serialize_field("putFile", v)?;
                }
                stream_open::Kind::GetFile(v) => {
                    struct_ser.serialize_field("getFile", v)?;
                }
                stream_open::Kind::Port(v) => {
                    struct_ser.serialize_field("port", v)?;
                }
            }
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for StreamOpen {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "exec",
            "put_file",
            "putFile",
            "get_file",
            "getFile",
            "port",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Exec,
            PutFile,
            GetFile,
            Port,
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
                            "exec" => Ok(GeneratedField::Exec),
                            "putFile" | "put_file" => Ok(GeneratedField::PutFile),
                            "getFile" | "get_file" => Ok(GeneratedField::GetFile),
                            "port" => Ok(GeneratedField::Port),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = StreamOpen;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.guest.v1.StreamOpen")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<StreamOpen, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut kind__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Exec => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("exec"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(stream_open::Kind::Exec)
;
                        }
                        GeneratedField::PutFile => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("putFile"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(stream_open::Kind::PutFile)
;
                        }
                        GeneratedField::GetFile => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("getFile"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(stream_open::Kind::GetFile)
;
                        }
                        GeneratedField::Port => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("port"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(stream_open::Kind::Port)
;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(StreamOpen {
                    kind: kind__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.guest.v1.StreamOpen", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for StreamOpenRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.machine_id.is_empty() {
            len += 1;
        }
        if self.open.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.guest.v1.StreamOpenRequest", len)?;
        if !self.machine_id.is_empty() {
            struct_ser.serialize_field("machineId", &self.machine_id)?;
        }
        if let Some(v) = self.open.as_ref() {
            struct_ser.serialize_field("open", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for StreamOpenRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "machine_id",
            "machineId",
            "open",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            MachineId,
            Open,
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
                            "machineId" | "machine_id" => Ok(GeneratedField::MachineId),
                            "open" => Ok(GeneratedField::Open),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = StreamOpenRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.guest.v1.StreamOpenRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<StreamOpenRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut machine_id__ = None;
                let mut open__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::MachineId => {
                            if machine_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("machineId"));
                            }
                            machine_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Open => {
                            if open__.is_some() {
                                return Err(serde::de::Error::duplicate_field("open"));
                            }
                            open__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(StreamOpenRequest {
                    machine_id: machine_id__.unwrap_or_default(),
                    open: open__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.guest.v1.StreamOpenRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for TellMachineRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.machine.is_empty() {
            len += 1;
        }
        if !self.text.is_empty() {
            len += 1;
        }
        if !self.key.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.guest.v1.TellMachineRequest", len)?;
        if !self.machine.is_empty() {
            struct_ser.serialize_field("machine", &self.machine)?;
        }
        if !self.text.is_empty() {
            struct_ser.serialize_field("text", &self.text)?;
        }
        if !self.key.is_empty() {
            struct_ser.serialize_field("key", &self.key)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for TellMachineRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "machine",
            "text",
            "key",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Machine,
            Text,
            Key,
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
                            "machine" => Ok(GeneratedField::Machine),
                            "text" => Ok(GeneratedField::Text),
                            "key" => Ok(GeneratedField::Key),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = TellMachineRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.guest.v1.TellMachineRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<TellMachineRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut machine__ = None;
                let mut text__ = None;
                let mut key__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Machine => {
                            if machine__.is_some() {
                                return Err(serde::de::Error::duplicate_field("machine"));
                            }
                            machine__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Text => {
                            if text__.is_some() {
                                return Err(serde::de::Error::duplicate_field("text"));
                            }
                            text__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Key => {
                            if key__.is_some() {
                                return Err(serde::de::Error::duplicate_field("key"));
                            }
                            key__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(TellMachineRequest {
                    machine: machine__.unwrap_or_default(),
                    text: text__.unwrap_or_default(),
                    key: key__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.guest.v1.TellMachineRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for TellMachineResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.message_id.is_empty() {
            len += 1;
        }
        if !self.turn_id.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.guest.v1.TellMachineResponse", len)?;
        if !self.message_id.is_empty() {
            struct_ser.serialize_field("messageId", &self.message_id)?;
        }
        if !self.turn_id.is_empty() {
            struct_ser.serialize_field("turnId", &self.turn_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for TellMachineResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "message_id",
            "messageId",
            "turn_id",
            "turnId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            MessageId,
            TurnId,
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
                            "messageId" | "message_id" => Ok(GeneratedField::MessageId),
                            "turnId" | "turn_id" => Ok(GeneratedField::TurnId),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = TellMachineResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.guest.v1.TellMachineResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<TellMachineResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut message_id__ = None;
                let mut turn_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::MessageId => {
                            if message_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("messageId"));
                            }
                            message_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::TurnId => {
                            if turn_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("turnId"));
                            }
                            turn_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(TellMachineResponse {
                    message_id: message_id__.unwrap_or_default(),
                    turn_id: turn_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.guest.v1.TellMachineResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for TerminalSize {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.columns != 0 {
            len += 1;
        }
        if self.rows != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.guest.v1.TerminalSize", len)?;
        if self.columns != 0 {
            struct_ser.serialize_field("columns", &self.columns)?;
        }
        if self.rows != 0 {
            struct_ser.serialize_field("rows", &self.rows)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for TerminalSize {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "columns",
            "rows",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Columns,
            Rows,
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
                            "columns" => Ok(GeneratedField::Columns),
                            "rows" => Ok(GeneratedField::Rows),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = TerminalSize;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.guest.v1.TerminalSize")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<TerminalSize, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut columns__ = None;
                let mut rows__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Columns => {
                            if columns__.is_some() {
                                return Err(serde::de::Error::duplicate_field("columns"));
                            }
                            columns__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Rows => {
                            if rows__.is_some() {
                                return Err(serde::de::Error::duplicate_field("rows"));
                            }
                            rows__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(TerminalSize {
                    columns: columns__.unwrap_or_default(),
                    rows: rows__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.guest.v1.TerminalSize", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ThawCommand {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.checkpoint_id.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.guest.v1.ThawCommand", len)?;
        if !self.checkpoint_id.is_empty() {
            struct_ser.serialize_field("checkpointId", &self.checkpoint_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ThawCommand {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "checkpoint_id",
            "checkpointId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            CheckpointId,
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
                            "checkpointId" | "checkpoint_id" => Ok(GeneratedField::CheckpointId),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ThawCommand;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.guest.v1.ThawCommand")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ThawCommand, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut checkpoint_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::CheckpointId => {
                            if checkpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointId"));
                            }
                            checkpoint_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ThawCommand {
                    checkpoint_id: checkpoint_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.guest.v1.ThawCommand", FIELDS, GeneratedVisitor)
    }
}
