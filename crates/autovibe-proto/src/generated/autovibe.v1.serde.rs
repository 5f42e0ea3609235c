impl serde::Serialize for ActiveCheckpoint {
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
        if !self.label.is_empty() {
            len += 1;
        }
        if self.cut.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.ActiveCheckpoint", len)?;
        if !self.checkpoint_id.is_empty() {
            struct_ser.serialize_field("checkpointId", &self.checkpoint_id)?;
        }
        if !self.label.is_empty() {
            struct_ser.serialize_field("label", &self.label)?;
        }
        if let Some(v) = self.cut.as_ref() {
            struct_ser.serialize_field("cut", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ActiveCheckpoint {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "checkpoint_id",
            "checkpointId",
            "label",
            "cut",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            CheckpointId,
            Label,
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
                            "checkpointId" | "checkpoint_id" => Ok(GeneratedField::CheckpointId),
                            "label" => Ok(GeneratedField::Label),
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
            type Value = ActiveCheckpoint;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.ActiveCheckpoint")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ActiveCheckpoint, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut checkpoint_id__ = None;
                let mut label__ = None;
                let mut cut__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::CheckpointId => {
                            if checkpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointId"));
                            }
                            checkpoint_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Label => {
                            if label__.is_some() {
                                return Err(serde::de::Error::duplicate_field("label"));
                            }
                            label__ = Some(map_.next_value()?);
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
                Ok(ActiveCheckpoint {
                    checkpoint_id: checkpoint_id__.unwrap_or_default(),
                    label: label__.unwrap_or_default(),
                    cut: cut__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.ActiveCheckpoint", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for AgentEvent {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.id.is_empty() {
            len += 1;
        }
        if !self.project_id.is_empty() {
            len += 1;
        }
        if !self.machine_id.is_empty() {
            len += 1;
        }
        if !self.turn_id.is_empty() {
            len += 1;
        }
        if self.incarnation != 0 {
            len += 1;
        }
        if self.sequence != 0 {
            len += 1;
        }
        if self.number != 0 {
            len += 1;
        }
        if self.event_time.is_some() {
            len += 1;
        }
        if self.body.is_some() {
            len += 1;
        }
        if !self.raw.is_empty() {
            len += 1;
        }
        if !self.raw_blob_id.is_empty() {
            len += 1;
        }
        if self.create_time.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.AgentEvent", len)?;
        if !self.id.is_empty() {
            struct_ser.serialize_field("id", &self.id)?;
        }
        if !self.project_id.is_empty() {
            struct_ser.serialize_field("projectId", &self.project_id)?;
        }
        if !self.machine_id.is_empty() {
            struct_ser.serialize_field("machineId", &self.machine_id)?;
        }
        if !self.turn_id.is_empty() {
            struct_ser.serialize_field("turnId", &self.turn_id)?;
        }
        if self.incarnation != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("incarnation", ToString::to_string(&self.incarnation).as_str())?;
        }
        if self.sequence != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("sequence", ToString::to_string(&self.sequence).as_str())?;
        }
        if self.number != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("number", ToString::to_string(&self.number).as_str())?;
        }
        if let Some(v) = self.event_time.as_ref() {
            struct_ser.serialize_field("eventTime", v)?;
        }
        if let Some(v) = self.body.as_ref() {
            struct_ser.serialize_field("body", v)?;
        }
        if !self.raw.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("raw", pbjson::private::base64::encode(&self.raw).as_str())?;
        }
        if !self.raw_blob_id.is_empty() {
            struct_ser.serialize_field("rawBlobId", &self.raw_blob_id)?;
        }
        if let Some(v) = self.create_time.as_ref() {
            struct_ser.serialize_field("createTime", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for AgentEvent {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "id",
            "project_id",
            "projectId",
            "machine_id",
            "machineId",
            "turn_id",
            "turnId",
            "incarnation",
            "sequence",
            "number",
            "event_time",
            "eventTime",
            "body",
            "raw",
            "raw_blob_id",
            "rawBlobId",
            "create_time",
            "createTime",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Id,
            ProjectId,
            MachineId,
            TurnId,
            Incarnation,
            Sequence,
            Number,
            EventTime,
            Body,
            Raw,
            RawBlobId,
            CreateTime,
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
                            "id" => Ok(GeneratedField::Id),
                            "projectId" | "project_id" => Ok(GeneratedField::ProjectId),
                            "machineId" | "machine_id" => Ok(GeneratedField::MachineId),
                            "turnId" | "turn_id" => Ok(GeneratedField::TurnId),
                            "incarnation" => Ok(GeneratedField::Incarnation),
                            "sequence" => Ok(GeneratedField::Sequence),
                            "number" => Ok(GeneratedField::Number),
                            "eventTime" | "event_time" => Ok(GeneratedField::EventTime),
                            "body" => Ok(GeneratedField::Body),
                            "raw" => Ok(GeneratedField::Raw),
                            "rawBlobId" | "raw_blob_id" => Ok(GeneratedField::RawBlobId),
                            "createTime" | "create_time" => Ok(GeneratedField::CreateTime),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = AgentEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.AgentEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<AgentEvent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut id__ = None;
                let mut project_id__ = None;
                let mut machine_id__ = None;
                let mut turn_id__ = None;
                let mut incarnation__ = None;
                let mut sequence__ = None;
                let mut number__ = None;
                let mut event_time__ = None;
                let mut body__ = None;
                let mut raw__ = None;
                let mut raw_blob_id__ = None;
                let mut create_time__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Id => {
                            if id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("id"));
                            }
                            id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ProjectId => {
                            if project_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("projectId"));
                            }
                            project_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::MachineId => {
                            if machine_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("machineId"));
                            }
                            machine_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::TurnId => {
                            if turn_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("turnId"));
                            }
                            turn_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Incarnation => {
                            if incarnation__.is_some() {
                                return Err(serde::de::Error::duplicate_field("incarnation"));
                            }
                            incarnation__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Sequence => {
                            if sequence__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sequence"));
                            }
                            sequence__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Number => {
                            if number__.is_some() {
                                return Err(serde::de::Error::duplicate_field("number"));
                            }
                            number__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::EventTime => {
                            if event_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("eventTime"));
                            }
                            event_time__ = map_.next_value()?;
                        }
                        GeneratedField::Body => {
                            if body__.is_some() {
                                return Err(serde::de::Error::duplicate_field("body"));
                            }
                            body__ = map_.next_value()?;
                        }
                        GeneratedField::Raw => {
                            if raw__.is_some() {
                                return Err(serde::de::Error::duplicate_field("raw"));
                            }
                            raw__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::RawBlobId => {
                            if raw_blob_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("rawBlobId"));
                            }
                            raw_blob_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::CreateTime => {
                            if create_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("createTime"));
                            }
                            create_time__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(AgentEvent {
                    id: id__.unwrap_or_default(),
                    project_id: project_id__.unwrap_or_default(),
                    machine_id: machine_id__.unwrap_or_default(),
                    turn_id: turn_id__.unwrap_or_default(),
                    incarnation: incarnation__.unwrap_or_default(),
                    sequence: sequence__.unwrap_or_default(),
                    number: number__.unwrap_or_default(),
                    event_time: event_time__,
                    body: body__,
                    raw: raw__.unwrap_or_default(),
                    raw_blob_id: raw_blob_id__.unwrap_or_default(),
                    create_time: create_time__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.AgentEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for AgentEventBody {
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
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.AgentEventBody", len)?;
        if let Some(v) = self.kind.as_ref() {
            match v {
                agent_event_body::Kind::Session(v) => {
                    struct_ser.serialize_field("session", v)?;
                }
                agent_event_body::Kind::Text(v) => {
                    struct_ser.serialize_field("text", v)?;
                }
                agent_event_body::Kind::TextDelta(v) => {
                    struct_ser.serialize_field("textDelta", v)?;
                }
                agent_event_body::Kind::Thinking(v) => {
                    struct_ser.serialize_field("thinking", v)?;
                }
                agent_event_body::Kind::ToolCall(v) => {
                    struct_ser.serialize_field("toolCall", v)?;
                }
                agent_event_body::Kind::ToolResult(v) => {
                    struct_ser.serialize_field("toolResult", v)?;
                }
                agent_event_body::Kind::Permission(v) => {
                    struct_ser.serialize_field("permission", v)?;
                }
                agent_event_body::Kind::Retry(v) => {
                    struct_ser.serialize_field("retry", v)?;
                }
                agent_event_body::Kind::Usage(v) => {
                    struct_ser.serialize_field("usage", v)?;
                }
                agent_event_body::Kind::Notice(v) => {
                    struct_ser.serialize_field("notice", v)?;
                }
                agent_event_body::Kind::TurnResult(v) => {
                    struct_ser.serialize_field("turnResult", v)?;
                }
                agent_event_body::Kind::Unknown(v) => {
                    struct_ser.serialize_field("unknown", v)?;
                }
                agent_event_body::Kind::Progress(v) => {
                    struct_ser.serialize_field("progress", v)?;
                }
            }
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for AgentEventBody {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "session",
            "text",
            "text_delta",
            "textDelta",
            "thinking",
            "tool_call",
            "toolCall",
            "tool_result",
            "toolResult",
            "permission",
            "retry",
            "usage",
            "notice",
            "turn_result",
            "turnResult",
            "unknown",
            "progress",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Session,
            Text,
            TextDelta,
            Thinking,
            ToolCall,
            ToolResult,
            Permission,
            Retry,
            Usage,
            Notice,
            TurnResult,
            Unknown,
            Progress,
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
                            "session" => Ok(GeneratedField::Session),
                            "text" => Ok(GeneratedField::Text),
                            "textDelta" | "text_delta" => Ok(GeneratedField::TextDelta),
                            "thinking" => Ok(GeneratedField::Thinking),
                            "toolCall" | "tool_call" => Ok(GeneratedField::ToolCall),
                            "toolResult" | "tool_result" => Ok(GeneratedField::ToolResult),
                            "permission" => Ok(GeneratedField::Permission),
                            "retry" => Ok(GeneratedField::Retry),
                            "usage" => Ok(GeneratedField::Usage),
                            "notice" => Ok(GeneratedField::Notice),
                            "turnResult" | "turn_result" => Ok(GeneratedField::TurnResult),
                            "unknown" => Ok(GeneratedField::Unknown),
                            "progress" => Ok(GeneratedField::Progress),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = AgentEventBody;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.AgentEventBody")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<AgentEventBody, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut kind__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Session => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("session"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(agent_event_body::Kind::Session)
;
                        }
                        GeneratedField::Text => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("text"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(agent_event_body::Kind::Text)
;
                        }
                        GeneratedField::TextDelta => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("textDelta"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(agent_event_body::Kind::TextDelta)
;
                        }
                        GeneratedField::Thinking => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("thinking"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(agent_event_body::Kind::Thinking)
;
                        }
                        GeneratedField::ToolCall => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("toolCall"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(agent_event_body::Kind::ToolCall)
;
                        }
                        GeneratedField::ToolResult => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("toolResult"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(agent_event_body::Kind::ToolResult)
;
                        }
                        GeneratedField::Permission => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("permission"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(agent_event_body::Kind::Permission)
;
                        }
                        GeneratedField::Retry => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("retry"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(agent_event_body::Kind::Retry)
;
                        }
                        GeneratedField::Usage => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("usage"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(agent_event_body::Kind::Usage)
;
                        }
                        GeneratedField::Notice => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("notice"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(agent_event_body::Kind::Notice)
;
                        }
                        GeneratedField::TurnResult => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("turnResult"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(agent_event_body::Kind::TurnResult)
;
                        }
                        GeneratedField::Unknown => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("unknown"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(agent_event_body::Kind::Unknown)
;
                        }
                        GeneratedField::Progress => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("progress"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(agent_event_body::Kind::Progress)
;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(AgentEventBody {
                    kind: kind__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.AgentEventBody", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for AgentNotice {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.text.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.AgentNotice", len)?;
        if !self.text.is_empty() {
            struct_ser.serialize_field("text", &self.text)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for AgentNotice {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "text",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Text,
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
                            "text" => Ok(GeneratedField::Text),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = AgentNotice;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.AgentNotice")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<AgentNotice, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut text__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Text => {
                            if text__.is_some() {
                                return Err(serde::de::Error::duplicate_field("text"));
                            }
                            text__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(AgentNotice {
                    text: text__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.AgentNotice", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for AgentPermission {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.request_id.is_empty() {
            len += 1;
        }
        if !self.name.is_empty() {
            len += 1;
        }
        if !self.input_json.is_empty() {
            len += 1;
        }
        if self.denied {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.AgentPermission", len)?;
        if !self.request_id.is_empty() {
            struct_ser.serialize_field("requestId", &self.request_id)?;
        }
        if !self.name.is_empty() {
            struct_ser.serialize_field("name", &self.name)?;
        }
        if !self.input_json.is_empty() {
            struct_ser.serialize_field("inputJson", &self.input_json)?;
        }
        if self.denied {
            struct_ser.serialize_field("denied", &self.denied)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for AgentPermission {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "request_id",
            "requestId",
            "name",
            "input_json",
            "inputJson",
            "denied",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            RequestId,
            Name,
            InputJson,
            Denied,
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
                            "requestId" | "request_id" => Ok(GeneratedField::RequestId),
                            "name" => Ok(GeneratedField::Name),
                            "inputJson" | "input_json" => Ok(GeneratedField::InputJson),
                            "denied" => Ok(GeneratedField::Denied),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = AgentPermission;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.AgentPermission")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<AgentPermission, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut request_id__ = None;
                let mut name__ = None;
                let mut input_json__ = None;
                let mut denied__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::RequestId => {
                            if request_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("requestId"));
                            }
                            request_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Name => {
                            if name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("name"));
                            }
                            name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::InputJson => {
                            if input_json__.is_some() {
                                return Err(serde::de::Error::duplicate_field("inputJson"));
                            }
                            input_json__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Denied => {
                            if denied__.is_some() {
                                return Err(serde::de::Error::duplicate_field("denied"));
                            }
                            denied__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(AgentPermission {
                    request_id: request_id__.unwrap_or_default(),
                    name: name__.unwrap_or_default(),
                    input_json: input_json__.unwrap_or_default(),
                    denied: denied__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.AgentPermission", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for AgentPlanItem {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.text.is_empty() {
            len += 1;
        }
        if !self.status.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.AgentPlanItem", len)?;
        if !self.text.is_empty() {
            struct_ser.serialize_field("text", &self.text)?;
        }
        if !self.status.is_empty() {
            struct_ser.serialize_field("status", &self.status)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for AgentPlanItem {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "text",
            "status",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Text,
            Status,
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
                            "text" => Ok(GeneratedField::Text),
                            "status" => Ok(GeneratedField::Status),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = AgentPlanItem;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.AgentPlanItem")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<AgentPlanItem, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut text__ = None;
                let mut status__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Text => {
                            if text__.is_some() {
                                return Err(serde::de::Error::duplicate_field("text"));
                            }
                            text__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Status => {
                            if status__.is_some() {
                                return Err(serde::de::Error::duplicate_field("status"));
                            }
                            status__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(AgentPlanItem {
                    text: text__.unwrap_or_default(),
                    status: status__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.AgentPlanItem", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for AgentProgress {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.items.is_empty() {
            len += 1;
        }
        if !self.activity.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.AgentProgress", len)?;
        if !self.items.is_empty() {
            struct_ser.serialize_field("items", &self.items)?;
        }
        if !self.activity.is_empty() {
            struct_ser.serialize_field("activity", &self.activity)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for AgentProgress {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "items",
            "activity",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Items,
            Activity,
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
                            "items" => Ok(GeneratedField::Items),
                            "activity" => Ok(GeneratedField::Activity),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = AgentProgress;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.AgentProgress")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<AgentProgress, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut items__ = None;
                let mut activity__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Items => {
                            if items__.is_some() {
                                return Err(serde::de::Error::duplicate_field("items"));
                            }
                            items__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Activity => {
                            if activity__.is_some() {
                                return Err(serde::de::Error::duplicate_field("activity"));
                            }
                            activity__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(AgentProgress {
                    items: items__.unwrap_or_default(),
                    activity: activity__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.AgentProgress", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for AgentRetry {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.http_status != 0 {
            len += 1;
        }
        if self.attempt != 0 {
            len += 1;
        }
        if self.delay_ms != 0 {
            len += 1;
        }
        if self.discard_partial {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.AgentRetry", len)?;
        if self.http_status != 0 {
            struct_ser.serialize_field("httpStatus", &self.http_status)?;
        }
        if self.attempt != 0 {
            struct_ser.serialize_field("attempt", &self.attempt)?;
        }
        if self.delay_ms != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("delayMs", ToString::to_string(&self.delay_ms).as_str())?;
        }
        if self.discard_partial {
            struct_ser.serialize_field("discardPartial", &self.discard_partial)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for AgentRetry {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "http_status",
            "httpStatus",
            "attempt",
            "delay_ms",
            "delayMs",
            "discard_partial",
            "discardPartial",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            HttpStatus,
            Attempt,
            DelayMs,
            DiscardPartial,
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
                            "httpStatus" | "http_status" => Ok(GeneratedField::HttpStatus),
                            "attempt" => Ok(GeneratedField::Attempt),
                            "delayMs" | "delay_ms" => Ok(GeneratedField::DelayMs),
                            "discardPartial" | "discard_partial" => Ok(GeneratedField::DiscardPartial),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = AgentRetry;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.AgentRetry")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<AgentRetry, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut http_status__ = None;
                let mut attempt__ = None;
                let mut delay_ms__ = None;
                let mut discard_partial__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::HttpStatus => {
                            if http_status__.is_some() {
                                return Err(serde::de::Error::duplicate_field("httpStatus"));
                            }
                            http_status__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Attempt => {
                            if attempt__.is_some() {
                                return Err(serde::de::Error::duplicate_field("attempt"));
                            }
                            attempt__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::DelayMs => {
                            if delay_ms__.is_some() {
                                return Err(serde::de::Error::duplicate_field("delayMs"));
                            }
                            delay_ms__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::DiscardPartial => {
                            if discard_partial__.is_some() {
                                return Err(serde::de::Error::duplicate_field("discardPartial"));
                            }
                            discard_partial__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(AgentRetry {
                    http_status: http_status__.unwrap_or_default(),
                    attempt: attempt__.unwrap_or_default(),
                    delay_ms: delay_ms__.unwrap_or_default(),
                    discard_partial: discard_partial__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.AgentRetry", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for AgentSession {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.session_id.is_empty() {
            len += 1;
        }
        if !self.model.is_empty() {
            len += 1;
        }
        if !self.version.is_empty() {
            len += 1;
        }
        if !self.permission_mode.is_empty() {
            len += 1;
        }
        if !self.directory.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.AgentSession", len)?;
        if !self.session_id.is_empty() {
            struct_ser.serialize_field("sessionId", &self.session_id)?;
        }
        if !self.model.is_empty() {
            struct_ser.serialize_field("model", &self.model)?;
        }
        if !self.version.is_empty() {
            struct_ser.serialize_field("version", &self.version)?;
        }
        if !self.permission_mode.is_empty() {
            struct_ser.serialize_field("permissionMode", &self.permission_mode)?;
        }
        if !self.directory.is_empty() {
            struct_ser.serialize_field("directory", &self.directory)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for AgentSession {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "session_id",
            "sessionId",
            "model",
            "version",
            "permission_mode",
            "permissionMode",
            "directory",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            SessionId,
            Model,
            Version,
            PermissionMode,
            Directory,
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
                            "sessionId" | "session_id" => Ok(GeneratedField::SessionId),
                            "model" => Ok(GeneratedField::Model),
                            "version" => Ok(GeneratedField::Version),
                            "permissionMode" | "permission_mode" => Ok(GeneratedField::PermissionMode),
                            "directory" => Ok(GeneratedField::Directory),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = AgentSession;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.AgentSession")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<AgentSession, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut session_id__ = None;
                let mut model__ = None;
                let mut version__ = None;
                let mut permission_mode__ = None;
                let mut directory__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::SessionId => {
                            if session_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sessionId"));
                            }
                            session_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Model => {
                            if model__.is_some() {
                                return Err(serde::de::Error::duplicate_field("model"));
                            }
                            model__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Version => {
                            if version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("version"));
                            }
                            version__ = Some(map_.next_value()?);
                        }
                        GeneratedField::PermissionMode => {
                            if permission_mode__.is_some() {
                                return Err(serde::de::Error::duplicate_field("permissionMode"));
                            }
                            permission_mode__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Directory => {
                            if directory__.is_some() {
                                return Err(serde::de::Error::duplicate_field("directory"));
                            }
                            directory__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(AgentSession {
                    session_id: session_id__.unwrap_or_default(),
                    model: model__.unwrap_or_default(),
                    version: version__.unwrap_or_default(),
                    permission_mode: permission_mode__.unwrap_or_default(),
                    directory: directory__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.AgentSession", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for AgentText {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.text.is_empty() {
            len += 1;
        }
        if self.synthetic {
            len += 1;
        }
        if self.aborted {
            len += 1;
        }
        if !self.reply_id.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.AgentText", len)?;
        if !self.text.is_empty() {
            struct_ser.serialize_field("text", &self.text)?;
        }
        if self.synthetic {
            struct_ser.serialize_field("synthetic", &self.synthetic)?;
        }
        if self.aborted {
            struct_ser.serialize_field("aborted", &self.aborted)?;
        }
        if !self.reply_id.is_empty() {
            struct_ser.serialize_field("replyId", &self.reply_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for AgentText {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "text",
            "synthetic",
            "aborted",
            "reply_id",
            "replyId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Text,
            Synthetic,
            Aborted,
            ReplyId,
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
                            "text" => Ok(GeneratedField::Text),
                            "synthetic" => Ok(GeneratedField::Synthetic),
                            "aborted" => Ok(GeneratedField::Aborted),
                            "replyId" | "reply_id" => Ok(GeneratedField::ReplyId),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = AgentText;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.AgentText")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<AgentText, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut text__ = None;
                let mut synthetic__ = None;
                let mut aborted__ = None;
                let mut reply_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Text => {
                            if text__.is_some() {
                                return Err(serde::de::Error::duplicate_field("text"));
                            }
                            text__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Synthetic => {
                            if synthetic__.is_some() {
                                return Err(serde::de::Error::duplicate_field("synthetic"));
                            }
                            synthetic__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Aborted => {
                            if aborted__.is_some() {
                                return Err(serde::de::Error::duplicate_field("aborted"));
                            }
                            aborted__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ReplyId => {
                            if reply_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("replyId"));
                            }
                            reply_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(AgentText {
                    text: text__.unwrap_or_default(),
                    synthetic: synthetic__.unwrap_or_default(),
                    aborted: aborted__.unwrap_or_default(),
                    reply_id: reply_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.AgentText", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for AgentTextDelta {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.text.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.AgentTextDelta", len)?;
        if !self.text.is_empty() {
            struct_ser.serialize_field("text", &self.text)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for AgentTextDelta {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "text",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Text,
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
                            "text" => Ok(GeneratedField::Text),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = AgentTextDelta;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.AgentTextDelta")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<AgentTextDelta, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut text__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Text => {
                            if text__.is_some() {
                                return Err(serde::de::Error::duplicate_field("text"));
                            }
                            text__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(AgentTextDelta {
                    text: text__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.AgentTextDelta", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for AgentThinking {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.text.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.AgentThinking", len)?;
        if !self.text.is_empty() {
            struct_ser.serialize_field("text", &self.text)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for AgentThinking {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "text",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Text,
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
                            "text" => Ok(GeneratedField::Text),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = AgentThinking;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.AgentThinking")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<AgentThinking, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut text__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Text => {
                            if text__.is_some() {
                                return Err(serde::de::Error::duplicate_field("text"));
                            }
                            text__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(AgentThinking {
                    text: text__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.AgentThinking", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for AgentToolCall {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.tool_call_id.is_empty() {
            len += 1;
        }
        if !self.name.is_empty() {
            len += 1;
        }
        if !self.input_json.is_empty() {
            len += 1;
        }
        if !self.title.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.AgentToolCall", len)?;
        if !self.tool_call_id.is_empty() {
            struct_ser.serialize_field("toolCallId", &self.tool_call_id)?;
        }
        if !self.name.is_empty() {
            struct_ser.serialize_field("name", &self.name)?;
        }
        if !self.input_json.is_empty() {
            struct_ser.serialize_field("inputJson", &self.input_json)?;
        }
        if !self.title.is_empty() {
            struct_ser.serialize_field("title", &self.title)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for AgentToolCall {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "tool_call_id",
            "toolCallId",
            "name",
            "input_json",
            "inputJson",
            "title",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            ToolCallId,
            Name,
            InputJson,
            Title,
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
                            "toolCallId" | "tool_call_id" => Ok(GeneratedField::ToolCallId),
                            "name" => Ok(GeneratedField::Name),
                            "inputJson" | "input_json" => Ok(GeneratedField::InputJson),
                            "title" => Ok(GeneratedField::Title),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = AgentToolCall;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.AgentToolCall")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<AgentToolCall, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut tool_call_id__ = None;
                let mut name__ = None;
                let mut input_json__ = None;
                let mut title__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::ToolCallId => {
                            if tool_call_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("toolCallId"));
                            }
                            tool_call_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Name => {
                            if name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("name"));
                            }
                            name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::InputJson => {
                            if input_json__.is_some() {
                                return Err(serde::de::Error::duplicate_field("inputJson"));
                            }
                            input_json__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Title => {
                            if title__.is_some() {
                                return Err(serde::de::Error::duplicate_field("title"));
                            }
                            title__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(AgentToolCall {
                    tool_call_id: tool_call_id__.unwrap_or_default(),
                    name: name__.unwrap_or_default(),
                    input_json: input_json__.unwrap_or_default(),
                    title: title__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.AgentToolCall", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for AgentToolResult {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.tool_call_id.is_empty() {
            len += 1;
        }
        if !self.output.is_empty() {
            len += 1;
        }
        if self.failed {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.AgentToolResult", len)?;
        if !self.tool_call_id.is_empty() {
            struct_ser.serialize_field("toolCallId", &self.tool_call_id)?;
        }
        if !self.output.is_empty() {
            struct_ser.serialize_field("output", &self.output)?;
        }
        if self.failed {
            struct_ser.serialize_field("failed", &self.failed)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for AgentToolResult {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "tool_call_id",
            "toolCallId",
            "output",
            "failed",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            ToolCallId,
            Output,
            Failed,
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
                            "toolCallId" | "tool_call_id" => Ok(GeneratedField::ToolCallId),
                            "output" => Ok(GeneratedField::Output),
                            "failed" => Ok(GeneratedField::Failed),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = AgentToolResult;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.AgentToolResult")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<AgentToolResult, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut tool_call_id__ = None;
                let mut output__ = None;
                let mut failed__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::ToolCallId => {
                            if tool_call_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("toolCallId"));
                            }
                            tool_call_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Output => {
                            if output__.is_some() {
                                return Err(serde::de::Error::duplicate_field("output"));
                            }
                            output__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Failed => {
                            if failed__.is_some() {
                                return Err(serde::de::Error::duplicate_field("failed"));
                            }
                            failed__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(AgentToolResult {
                    tool_call_id: tool_call_id__.unwrap_or_default(),
                    output: output__.unwrap_or_default(),
                    failed: failed__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.AgentToolResult", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for AgentUnknown {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.kind.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.AgentUnknown", len)?;
        if !self.kind.is_empty() {
            struct_ser.serialize_field("kind", &self.kind)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for AgentUnknown {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "kind",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Kind,
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
                            "kind" => Ok(GeneratedField::Kind),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = AgentUnknown;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.AgentUnknown")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<AgentUnknown, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut kind__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Kind => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("kind"));
                            }
                            kind__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(AgentUnknown {
                    kind: kind__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.AgentUnknown", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ApiToken {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.id.is_empty() {
            len += 1;
        }
        if !self.name.is_empty() {
            len += 1;
        }
        if !self.digest.is_empty() {
            len += 1;
        }
        if self.role != 0 {
            len += 1;
        }
        if self.project_id.is_some() {
            len += 1;
        }
        if self.expire_time.is_some() {
            len += 1;
        }
        if self.create_time.is_some() {
            len += 1;
        }
        if self.update_time.is_some() {
            len += 1;
        }
        if self.revision != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.ApiToken", len)?;
        if !self.id.is_empty() {
            struct_ser.serialize_field("id", &self.id)?;
        }
        if !self.name.is_empty() {
            struct_ser.serialize_field("name", &self.name)?;
        }
        if !self.digest.is_empty() {
            struct_ser.serialize_field("digest", &self.digest)?;
        }
        if self.role != 0 {
            let v = TokenRole::try_from(self.role)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.role)))?;
            struct_ser.serialize_field("role", &v)?;
        }
        if let Some(v) = self.project_id.as_ref() {
            struct_ser.serialize_field("projectId", v)?;
        }
        if let Some(v) = self.expire_time.as_ref() {
            struct_ser.serialize_field("expireTime", v)?;
        }
        if let Some(v) = self.create_time.as_ref() {
            struct_ser.serialize_field("createTime", v)?;
        }
        if let Some(v) = self.update_time.as_ref() {
            struct_ser.serialize_field("updateTime", v)?;
        }
        if self.revision != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("revision", ToString::to_string(&self.revision).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ApiToken {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "id",
            "name",
            "digest",
            "role",
            "project_id",
            "projectId",
            "expire_time",
            "expireTime",
            "create_time",
            "createTime",
            "update_time",
            "updateTime",
            "revision",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Id,
            Name,
            Digest,
            Role,
            ProjectId,
            ExpireTime,
            CreateTime,
            UpdateTime,
            Revision,
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
                            "id" => Ok(GeneratedField::Id),
                            "name" => Ok(GeneratedField::Name),
                            "digest" => Ok(GeneratedField::Digest),
                            "role" => Ok(GeneratedField::Role),
                            "projectId" | "project_id" => Ok(GeneratedField::ProjectId),
                            "expireTime" | "expire_time" => Ok(GeneratedField::ExpireTime),
                            "createTime" | "create_time" => Ok(GeneratedField::CreateTime),
                            "updateTime" | "update_time" => Ok(GeneratedField::UpdateTime),
                            "revision" => Ok(GeneratedField::Revision),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ApiToken;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.ApiToken")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ApiToken, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut id__ = None;
                let mut name__ = None;
                let mut digest__ = None;
                let mut role__ = None;
                let mut project_id__ = None;
                let mut expire_time__ = None;
                let mut create_time__ = None;
                let mut update_time__ = None;
                let mut revision__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Id => {
                            if id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("id"));
                            }
                            id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Name => {
                            if name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("name"));
                            }
                            name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Digest => {
                            if digest__.is_some() {
                                return Err(serde::de::Error::duplicate_field("digest"));
                            }
                            digest__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Role => {
                            if role__.is_some() {
                                return Err(serde::de::Error::duplicate_field("role"));
                            }
                            role__ = Some(map_.next_value::<TokenRole>()? as i32);
                        }
                        GeneratedField::ProjectId => {
                            if project_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("projectId"));
                            }
                            project_id__ = map_.next_value()?;
                        }
                        GeneratedField::ExpireTime => {
                            if expire_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("expireTime"));
                            }
                            expire_time__ = map_.next_value()?;
                        }
                        GeneratedField::CreateTime => {
                            if create_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("createTime"));
                            }
                            create_time__ = map_.next_value()?;
                        }
                        GeneratedField::UpdateTime => {
                            if update_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("updateTime"));
                            }
                            update_time__ = map_.next_value()?;
                        }
                        GeneratedField::Revision => {
                            if revision__.is_some() {
                                return Err(serde::de::Error::duplicate_field("revision"));
                            }
                            revision__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ApiToken {
                    id: id__.unwrap_or_default(),
                    name: name__.unwrap_or_default(),
                    digest: digest__.unwrap_or_default(),
                    role: role__.unwrap_or_default(),
                    project_id: project_id__,
                    expire_time: expire_time__,
                    create_time: create_time__,
                    update_time: update_time__,
                    revision: revision__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.ApiToken", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for AuditRecord {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.id.is_empty() {
            len += 1;
        }
        if !self.project_id.is_empty() {
            len += 1;
        }
        if !self.actor.is_empty() {
            len += 1;
        }
        if !self.action.is_empty() {
            len += 1;
        }
        if !self.subject_id.is_empty() {
            len += 1;
        }
        if self.allowed {
            len += 1;
        }
        if !self.reason.is_empty() {
            len += 1;
        }
        if self.create_time.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.AuditRecord", len)?;
        if !self.id.is_empty() {
            struct_ser.serialize_field("id", &self.id)?;
        }
        if !self.project_id.is_empty() {
            struct_ser.serialize_field("projectId", &self.project_id)?;
        }
        if !self.actor.is_empty() {
            struct_ser.serialize_field("actor", &self.actor)?;
        }
        if !self.action.is_empty() {
            struct_ser.serialize_field("action", &self.action)?;
        }
        if !self.subject_id.is_empty() {
            struct_ser.serialize_field("subjectId", &self.subject_id)?;
        }
        if self.allowed {
            struct_ser.serialize_field("allowed", &self.allowed)?;
        }
        if !self.reason.is_empty() {
            struct_ser.serialize_field("reason", &self.reason)?;
        }
        if let Some(v) = self.create_time.as_ref() {
            struct_ser.serialize_field("createTime", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for AuditRecord {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "id",
            "project_id",
            "projectId",
            "actor",
            "action",
            "subject_id",
            "subjectId",
            "allowed",
            "reason",
            "create_time",
            "createTime",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Id,
            ProjectId,
            Actor,
            Action,
            SubjectId,
            Allowed,
            Reason,
            CreateTime,
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
                            "id" => Ok(GeneratedField::Id),
                            "projectId" | "project_id" => Ok(GeneratedField::ProjectId),
                            "actor" => Ok(GeneratedField::Actor),
                            "action" => Ok(GeneratedField::Action),
                            "subjectId" | "subject_id" => Ok(GeneratedField::SubjectId),
                            "allowed" => Ok(GeneratedField::Allowed),
                            "reason" => Ok(GeneratedField::Reason),
                            "createTime" | "create_time" => Ok(GeneratedField::CreateTime),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = AuditRecord;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.AuditRecord")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<AuditRecord, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut id__ = None;
                let mut project_id__ = None;
                let mut actor__ = None;
                let mut action__ = None;
                let mut subject_id__ = None;
                let mut allowed__ = None;
                let mut reason__ = None;
                let mut create_time__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Id => {
                            if id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("id"));
                            }
                            id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ProjectId => {
                            if project_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("projectId"));
                            }
                            project_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Actor => {
                            if actor__.is_some() {
                                return Err(serde::de::Error::duplicate_field("actor"));
                            }
                            actor__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Action => {
                            if action__.is_some() {
                                return Err(serde::de::Error::duplicate_field("action"));
                            }
                            action__ = Some(map_.next_value()?);
                        }
                        GeneratedField::SubjectId => {
                            if subject_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("subjectId"));
                            }
                            subject_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Allowed => {
                            if allowed__.is_some() {
                                return Err(serde::de::Error::duplicate_field("allowed"));
                            }
                            allowed__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Reason => {
                            if reason__.is_some() {
                                return Err(serde::de::Error::duplicate_field("reason"));
                            }
                            reason__ = Some(map_.next_value()?);
                        }
                        GeneratedField::CreateTime => {
                            if create_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("createTime"));
                            }
                            create_time__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(AuditRecord {
                    id: id__.unwrap_or_default(),
                    project_id: project_id__.unwrap_or_default(),
                    actor: actor__.unwrap_or_default(),
                    action: action__.unwrap_or_default(),
                    subject_id: subject_id__.unwrap_or_default(),
                    allowed: allowed__.unwrap_or_default(),
                    reason: reason__.unwrap_or_default(),
                    create_time: create_time__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.AuditRecord", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for AwaitedEffect {
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
        if self.body.is_some() {
            len += 1;
        }
        if self.incarnation != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.AwaitedEffect", len)?;
        if !self.effect_id.is_empty() {
            struct_ser.serialize_field("effectId", &self.effect_id)?;
        }
        if let Some(v) = self.body.as_ref() {
            struct_ser.serialize_field("body", v)?;
        }
        if self.incarnation != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("incarnation", ToString::to_string(&self.incarnation).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for AwaitedEffect {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "effect_id",
            "effectId",
            "body",
            "incarnation",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            EffectId,
            Body,
            Incarnation,
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
                            "body" => Ok(GeneratedField::Body),
                            "incarnation" => Ok(GeneratedField::Incarnation),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = AwaitedEffect;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.AwaitedEffect")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<AwaitedEffect, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut effect_id__ = None;
                let mut body__ = None;
                let mut incarnation__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::EffectId => {
                            if effect_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("effectId"));
                            }
                            effect_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Body => {
                            if body__.is_some() {
                                return Err(serde::de::Error::duplicate_field("body"));
                            }
                            body__ = map_.next_value()?;
                        }
                        GeneratedField::Incarnation => {
                            if incarnation__.is_some() {
                                return Err(serde::de::Error::duplicate_field("incarnation"));
                            }
                            incarnation__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(AwaitedEffect {
                    effect_id: effect_id__.unwrap_or_default(),
                    body: body__,
                    incarnation: incarnation__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.AwaitedEffect", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Blob {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.id.is_empty() {
            len += 1;
        }
        if !self.project_id.is_empty() {
            len += 1;
        }
        if !self.digest.is_empty() {
            len += 1;
        }
        if self.size_bytes != 0 {
            len += 1;
        }
        if !self.media_type.is_empty() {
            len += 1;
        }
        if self.create_time.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.Blob", len)?;
        if !self.id.is_empty() {
            struct_ser.serialize_field("id", &self.id)?;
        }
        if !self.project_id.is_empty() {
            struct_ser.serialize_field("projectId", &self.project_id)?;
        }
        if !self.digest.is_empty() {
            struct_ser.serialize_field("digest", &self.digest)?;
        }
        if self.size_bytes != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("sizeBytes", ToString::to_string(&self.size_bytes).as_str())?;
        }
        if !self.media_type.is_empty() {
            struct_ser.serialize_field("mediaType", &self.media_type)?;
        }
        if let Some(v) = self.create_time.as_ref() {
            struct_ser.serialize_field("createTime", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Blob {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "id",
            "project_id",
            "projectId",
            "digest",
            "size_bytes",
            "sizeBytes",
            "media_type",
            "mediaType",
            "create_time",
            "createTime",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Id,
            ProjectId,
            Digest,
            SizeBytes,
            MediaType,
            CreateTime,
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
                            "id" => Ok(GeneratedField::Id),
                            "projectId" | "project_id" => Ok(GeneratedField::ProjectId),
                            "digest" => Ok(GeneratedField::Digest),
                            "sizeBytes" | "size_bytes" => Ok(GeneratedField::SizeBytes),
                            "mediaType" | "media_type" => Ok(GeneratedField::MediaType),
                            "createTime" | "create_time" => Ok(GeneratedField::CreateTime),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Blob;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.Blob")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Blob, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut id__ = None;
                let mut project_id__ = None;
                let mut digest__ = None;
                let mut size_bytes__ = None;
                let mut media_type__ = None;
                let mut create_time__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Id => {
                            if id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("id"));
                            }
                            id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ProjectId => {
                            if project_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("projectId"));
                            }
                            project_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Digest => {
                            if digest__.is_some() {
                                return Err(serde::de::Error::duplicate_field("digest"));
                            }
                            digest__ = Some(map_.next_value()?);
                        }
                        GeneratedField::SizeBytes => {
                            if size_bytes__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sizeBytes"));
                            }
                            size_bytes__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::MediaType => {
                            if media_type__.is_some() {
                                return Err(serde::de::Error::duplicate_field("mediaType"));
                            }
                            media_type__ = Some(map_.next_value()?);
                        }
                        GeneratedField::CreateTime => {
                            if create_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("createTime"));
                            }
                            create_time__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Blob {
                    id: id__.unwrap_or_default(),
                    project_id: project_id__.unwrap_or_default(),
                    digest: digest__.unwrap_or_default(),
                    size_bytes: size_bytes__.unwrap_or_default(),
                    media_type: media_type__.unwrap_or_default(),
                    create_time: create_time__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.Blob", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Budget {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.id.is_empty() {
            len += 1;
        }
        if !self.project_id.is_empty() {
            len += 1;
        }
        if self.scope != 0 {
            len += 1;
        }
        if !self.scope_id.is_empty() {
            len += 1;
        }
        if self.token_limit != 0 {
            len += 1;
        }
        if self.cost_limit_micros != 0 {
            len += 1;
        }
        if self.time_limit_ms != 0 {
            len += 1;
        }
        if self.soft_percent != 0 {
            len += 1;
        }
        if self.warned {
            len += 1;
        }
        if self.create_time.is_some() {
            len += 1;
        }
        if self.update_time.is_some() {
            len += 1;
        }
        if self.revision != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.Budget", len)?;
        if !self.id.is_empty() {
            struct_ser.serialize_field("id", &self.id)?;
        }
        if !self.project_id.is_empty() {
            struct_ser.serialize_field("projectId", &self.project_id)?;
        }
        if self.scope != 0 {
            let v = BudgetScope::try_from(self.scope)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.scope)))?;
            struct_ser.serialize_field("scope", &v)?;
        }
        if !self.scope_id.is_empty() {
            struct_ser.serialize_field("scopeId", &self.scope_id)?;
        }
        if self.token_limit != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("tokenLimit", ToString::to_string(&self.token_limit).as_str())?;
        }
        if self.cost_limit_micros != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("costLimitMicros", ToString::to_string(&self.cost_limit_micros).as_str())?;
        }
        if self.time_limit_ms != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("timeLimitMs", ToString::to_string(&self.time_limit_ms).as_str())?;
        }
        if self.soft_percent != 0 {
            struct_ser.serialize_field("softPercent", &self.soft_percent)?;
        }
        if self.warned {
            struct_ser.serialize_field("warned", &self.warned)?;
        }
        if let Some(v) = self.create_time.as_ref() {
            struct_ser.serialize_field("createTime", v)?;
        }
        if let Some(v) = self.update_time.as_ref() {
            struct_ser.serialize_field("updateTime", v)?;
        }
        if self.revision != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("revision", ToString::to_string(&self.revision).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Budget {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "id",
            "project_id",
            "projectId",
            "scope",
            "scope_id",
            "scopeId",
            "token_limit",
            "tokenLimit",
            "cost_limit_micros",
            "costLimitMicros",
            "time_limit_ms",
            "timeLimitMs",
            "soft_percent",
            "softPercent",
            "warned",
            "create_time",
            "createTime",
            "update_time",
            "updateTime",
            "revision",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Id,
            ProjectId,
            Scope,
            ScopeId,
            TokenLimit,
            CostLimitMicros,
            TimeLimitMs,
            SoftPercent,
            Warned,
            CreateTime,
            UpdateTime,
            Revision,
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
                            "id" => Ok(GeneratedField::Id),
                            "projectId" | "project_id" => Ok(GeneratedField::ProjectId),
                            "scope" => Ok(GeneratedField::Scope),
                            "scopeId" | "scope_id" => Ok(GeneratedField::ScopeId),
                            "tokenLimit" | "token_limit" => Ok(GeneratedField::TokenLimit),
                            "costLimitMicros" | "cost_limit_micros" => Ok(GeneratedField::CostLimitMicros),
                            "timeLimitMs" | "time_limit_ms" => Ok(GeneratedField::TimeLimitMs),
                            "softPercent" | "soft_percent" => Ok(GeneratedField::SoftPercent),
                            "warned" => Ok(GeneratedField::Warned),
                            "createTime" | "create_time" => Ok(GeneratedField::CreateTime),
                            "updateTime" | "update_time" => Ok(GeneratedField::UpdateTime),
                            "revision" => Ok(GeneratedField::Revision),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Budget;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.Budget")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Budget, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut id__ = None;
                let mut project_id__ = None;
                let mut scope__ = None;
                let mut scope_id__ = None;
                let mut token_limit__ = None;
                let mut cost_limit_micros__ = None;
                let mut time_limit_ms__ = None;
                let mut soft_percent__ = None;
                let mut warned__ = None;
                let mut create_time__ = None;
                let mut update_time__ = None;
                let mut revision__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Id => {
                            if id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("id"));
                            }
                            id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ProjectId => {
                            if project_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("projectId"));
                            }
                            project_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Scope => {
                            if scope__.is_some() {
                                return Err(serde::de::Error::duplicate_field("scope"));
                            }
                            scope__ = Some(map_.next_value::<BudgetScope>()? as i32);
                        }
                        GeneratedField::ScopeId => {
                            if scope_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("scopeId"));
                            }
                            scope_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::TokenLimit => {
                            if token_limit__.is_some() {
                                return Err(serde::de::Error::duplicate_field("tokenLimit"));
                            }
                            token_limit__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::CostLimitMicros => {
                            if cost_limit_micros__.is_some() {
                                return Err(serde::de::Error::duplicate_field("costLimitMicros"));
                            }
                            cost_limit_micros__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::TimeLimitMs => {
                            if time_limit_ms__.is_some() {
                                return Err(serde::de::Error::duplicate_field("timeLimitMs"));
                            }
                            time_limit_ms__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::SoftPercent => {
                            if soft_percent__.is_some() {
                                return Err(serde::de::Error::duplicate_field("softPercent"));
                            }
                            soft_percent__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Warned => {
                            if warned__.is_some() {
                                return Err(serde::de::Error::duplicate_field("warned"));
                            }
                            warned__ = Some(map_.next_value()?);
                        }
                        GeneratedField::CreateTime => {
                            if create_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("createTime"));
                            }
                            create_time__ = map_.next_value()?;
                        }
                        GeneratedField::UpdateTime => {
                            if update_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("updateTime"));
                            }
                            update_time__ = map_.next_value()?;
                        }
                        GeneratedField::Revision => {
                            if revision__.is_some() {
                                return Err(serde::de::Error::duplicate_field("revision"));
                            }
                            revision__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Budget {
                    id: id__.unwrap_or_default(),
                    project_id: project_id__.unwrap_or_default(),
                    scope: scope__.unwrap_or_default(),
                    scope_id: scope_id__.unwrap_or_default(),
                    token_limit: token_limit__.unwrap_or_default(),
                    cost_limit_micros: cost_limit_micros__.unwrap_or_default(),
                    time_limit_ms: time_limit_ms__.unwrap_or_default(),
                    soft_percent: soft_percent__.unwrap_or_default(),
                    warned: warned__.unwrap_or_default(),
                    create_time: create_time__,
                    update_time: update_time__,
                    revision: revision__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.Budget", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for BudgetHold {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.budget_id.is_empty() {
            len += 1;
        }
        if !self.text.is_empty() {
            len += 1;
        }
        if self.start_time.is_some() {
            len += 1;
        }
        if self.runs_on {
            len += 1;
        }
        if self.held_ms != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.BudgetHold", len)?;
        if !self.budget_id.is_empty() {
            struct_ser.serialize_field("budgetId", &self.budget_id)?;
        }
        if !self.text.is_empty() {
            struct_ser.serialize_field("text", &self.text)?;
        }
        if let Some(v) = self.start_time.as_ref() {
            struct_ser.serialize_field("startTime", v)?;
        }
        if self.runs_on {
            struct_ser.serialize_field("runsOn", &self.runs_on)?;
        }
        if self.held_ms != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("heldMs", ToString::to_string(&self.held_ms).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for BudgetHold {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "budget_id",
            "budgetId",
            "text",
            "start_time",
            "startTime",
            "runs_on",
            "runsOn",
            "held_ms",
            "heldMs",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            BudgetId,
            Text,
            StartTime,
            RunsOn,
            HeldMs,
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
                            "budgetId" | "budget_id" => Ok(GeneratedField::BudgetId),
                            "text" => Ok(GeneratedField::Text),
                            "startTime" | "start_time" => Ok(GeneratedField::StartTime),
                            "runsOn" | "runs_on" => Ok(GeneratedField::RunsOn),
                            "heldMs" | "held_ms" => Ok(GeneratedField::HeldMs),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = BudgetHold;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.BudgetHold")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<BudgetHold, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut budget_id__ = None;
                let mut text__ = None;
                let mut start_time__ = None;
                let mut runs_on__ = None;
                let mut held_ms__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::BudgetId => {
                            if budget_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("budgetId"));
                            }
                            budget_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Text => {
                            if text__.is_some() {
                                return Err(serde::de::Error::duplicate_field("text"));
                            }
                            text__ = Some(map_.next_value()?);
                        }
                        GeneratedField::StartTime => {
                            if start_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("startTime"));
                            }
                            start_time__ = map_.next_value()?;
                        }
                        GeneratedField::RunsOn => {
                            if runs_on__.is_some() {
                                return Err(serde::de::Error::duplicate_field("runsOn"));
                            }
                            runs_on__ = Some(map_.next_value()?);
                        }
                        GeneratedField::HeldMs => {
                            if held_ms__.is_some() {
                                return Err(serde::de::Error::duplicate_field("heldMs"));
                            }
                            held_ms__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(BudgetHold {
                    budget_id: budget_id__.unwrap_or_default(),
                    text: text__.unwrap_or_default(),
                    start_time: start_time__,
                    runs_on: runs_on__.unwrap_or_default(),
                    held_ms: held_ms__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.BudgetHold", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for BudgetLevel {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "BUDGET_LEVEL_UNSPECIFIED",
            Self::Soft => "BUDGET_LEVEL_SOFT",
            Self::Hard => "BUDGET_LEVEL_HARD",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for BudgetLevel {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "BUDGET_LEVEL_UNSPECIFIED",
            "BUDGET_LEVEL_SOFT",
            "BUDGET_LEVEL_HARD",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = BudgetLevel;

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
                    "BUDGET_LEVEL_UNSPECIFIED" => Ok(BudgetLevel::Unspecified),
                    "BUDGET_LEVEL_SOFT" => Ok(BudgetLevel::Soft),
                    "BUDGET_LEVEL_HARD" => Ok(BudgetLevel::Hard),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for BudgetRaisedEvent {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.held_ms != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.BudgetRaisedEvent", len)?;
        if self.held_ms != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("heldMs", ToString::to_string(&self.held_ms).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for BudgetRaisedEvent {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "held_ms",
            "heldMs",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            HeldMs,
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
                            "heldMs" | "held_ms" => Ok(GeneratedField::HeldMs),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = BudgetRaisedEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.BudgetRaisedEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<BudgetRaisedEvent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut held_ms__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::HeldMs => {
                            if held_ms__.is_some() {
                                return Err(serde::de::Error::duplicate_field("heldMs"));
                            }
                            held_ms__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(BudgetRaisedEvent {
                    held_ms: held_ms__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.BudgetRaisedEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for BudgetRaisedMessage {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let len = 0;
        let struct_ser = serializer.serialize_struct("autovibe.v1.BudgetRaisedMessage", len)?;
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for BudgetRaisedMessage {
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
            type Value = BudgetRaisedMessage;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.BudgetRaisedMessage")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<BudgetRaisedMessage, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                while map_.next_key::<GeneratedField>()?.is_some() {
                    let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                }
                Ok(BudgetRaisedMessage {
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.BudgetRaisedMessage", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for BudgetReachedEvent {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.hold.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.BudgetReachedEvent", len)?;
        if let Some(v) = self.hold.as_ref() {
            struct_ser.serialize_field("hold", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for BudgetReachedEvent {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "hold",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Hold,
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
                            "hold" => Ok(GeneratedField::Hold),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = BudgetReachedEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.BudgetReachedEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<BudgetReachedEvent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut hold__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Hold => {
                            if hold__.is_some() {
                                return Err(serde::de::Error::duplicate_field("hold"));
                            }
                            hold__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(BudgetReachedEvent {
                    hold: hold__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.BudgetReachedEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for BudgetReachedMessage {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.budget_id.is_empty() {
            len += 1;
        }
        if self.level != 0 {
            len += 1;
        }
        if !self.text.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.BudgetReachedMessage", len)?;
        if !self.budget_id.is_empty() {
            struct_ser.serialize_field("budgetId", &self.budget_id)?;
        }
        if self.level != 0 {
            let v = BudgetLevel::try_from(self.level)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.level)))?;
            struct_ser.serialize_field("level", &v)?;
        }
        if !self.text.is_empty() {
            struct_ser.serialize_field("text", &self.text)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for BudgetReachedMessage {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "budget_id",
            "budgetId",
            "level",
            "text",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            BudgetId,
            Level,
            Text,
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
                            "budgetId" | "budget_id" => Ok(GeneratedField::BudgetId),
                            "level" => Ok(GeneratedField::Level),
                            "text" => Ok(GeneratedField::Text),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = BudgetReachedMessage;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.BudgetReachedMessage")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<BudgetReachedMessage, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut budget_id__ = None;
                let mut level__ = None;
                let mut text__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::BudgetId => {
                            if budget_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("budgetId"));
                            }
                            budget_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Level => {
                            if level__.is_some() {
                                return Err(serde::de::Error::duplicate_field("level"));
                            }
                            level__ = Some(map_.next_value::<BudgetLevel>()? as i32);
                        }
                        GeneratedField::Text => {
                            if text__.is_some() {
                                return Err(serde::de::Error::duplicate_field("text"));
                            }
                            text__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(BudgetReachedMessage {
                    budget_id: budget_id__.unwrap_or_default(),
                    level: level__.unwrap_or_default(),
                    text: text__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.BudgetReachedMessage", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for BudgetScope {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "BUDGET_SCOPE_UNSPECIFIED",
            Self::Project => "BUDGET_SCOPE_PROJECT",
            Self::Lineage => "BUDGET_SCOPE_LINEAGE",
            Self::Machine => "BUDGET_SCOPE_MACHINE",
            Self::Turn => "BUDGET_SCOPE_TURN",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for BudgetScope {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "BUDGET_SCOPE_UNSPECIFIED",
            "BUDGET_SCOPE_PROJECT",
            "BUDGET_SCOPE_LINEAGE",
            "BUDGET_SCOPE_MACHINE",
            "BUDGET_SCOPE_TURN",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = BudgetScope;

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
                    "BUDGET_SCOPE_UNSPECIFIED" => Ok(BudgetScope::Unspecified),
                    "BUDGET_SCOPE_PROJECT" => Ok(BudgetScope::Project),
                    "BUDGET_SCOPE_LINEAGE" => Ok(BudgetScope::Lineage),
                    "BUDGET_SCOPE_MACHINE" => Ok(BudgetScope::Machine),
                    "BUDGET_SCOPE_TURN" => Ok(BudgetScope::Turn),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for BudgetWarnedEvent {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.budget_id.is_empty() {
            len += 1;
        }
        if !self.text.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.BudgetWarnedEvent", len)?;
        if !self.budget_id.is_empty() {
            struct_ser.serialize_field("budgetId", &self.budget_id)?;
        }
        if !self.text.is_empty() {
            struct_ser.serialize_field("text", &self.text)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for BudgetWarnedEvent {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "budget_id",
            "budgetId",
            "text",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            BudgetId,
            Text,
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
                            "budgetId" | "budget_id" => Ok(GeneratedField::BudgetId),
                            "text" => Ok(GeneratedField::Text),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = BudgetWarnedEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.BudgetWarnedEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<BudgetWarnedEvent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut budget_id__ = None;
                let mut text__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::BudgetId => {
                            if budget_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("budgetId"));
                            }
                            budget_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Text => {
                            if text__.is_some() {
                                return Err(serde::de::Error::duplicate_field("text"));
                            }
                            text__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(BudgetWarnedEvent {
                    budget_id: budget_id__.unwrap_or_default(),
                    text: text__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.BudgetWarnedEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Capabilities {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.driver.is_empty() {
            len += 1;
        }
        if !self.version.is_empty() {
            len += 1;
        }
        if self.level != 0 {
            len += 1;
        }
        if !self.level_reason.is_empty() {
            len += 1;
        }
        if !self.accelerator.is_empty() {
            len += 1;
        }
        if !self.accelerator_reason.is_empty() {
            len += 1;
        }
        if self.shared_fork_memory {
            len += 1;
        }
        if self.closed_network {
            len += 1;
        }
        if !self.limits.is_empty() {
            len += 1;
        }
        if !self.limits_reason.is_empty() {
            len += 1;
        }
        if self.vcpu_count != 0 {
            len += 1;
        }
        if self.memory_bytes != 0 {
            len += 1;
        }
        if self.pause {
            len += 1;
        }
        if self.machine_memory_bytes_max != 0 {
            len += 1;
        }
        if self.machine_vcpu_count_max != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.Capabilities", len)?;
        if !self.driver.is_empty() {
            struct_ser.serialize_field("driver", &self.driver)?;
        }
        if !self.version.is_empty() {
            struct_ser.serialize_field("version", &self.version)?;
        }
        if self.level != 0 {
            let v = CheckpointLevel::try_from(self.level)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.level)))?;
            struct_ser.serialize_field("level", &v)?;
        }
        if !self.level_reason.is_empty() {
            struct_ser.serialize_field("levelReason", &self.level_reason)?;
        }
        if !self.accelerator.is_empty() {
            struct_ser.serialize_field("accelerator", &self.accelerator)?;
        }
        if !self.accelerator_reason.is_empty() {
            struct_ser.serialize_field("acceleratorReason", &self.accelerator_reason)?;
        }
        if self.shared_fork_memory {
            struct_ser.serialize_field("sharedForkMemory", &self.shared_fork_memory)?;
        }
        if self.closed_network {
            struct_ser.serialize_field("closedNetwork", &self.closed_network)?;
        }
        if !self.limits.is_empty() {
            struct_ser.serialize_field("limits", &self.limits)?;
        }
        if !self.limits_reason.is_empty() {
            struct_ser.serialize_field("limitsReason", &self.limits_reason)?;
        }
        if self.vcpu_count != 0 {
            struct_ser.serialize_field("vcpuCount", &self.vcpu_count)?;
        }
        if self.memory_bytes != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("memoryBytes", ToString::to_string(&self.memory_bytes).as_str())?;
        }
        if self.pause {
            struct_ser.serialize_field("pause", &self.pause)?;
        }
        if self.machine_memory_bytes_max != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("machineMemoryBytesMax", ToString::to_string(&self.machine_memory_bytes_max).as_str())?;
        }
        if self.machine_vcpu_count_max != 0 {
            struct_ser.serialize_field("machineVcpuCountMax", &self.machine_vcpu_count_max)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Capabilities {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "driver",
            "version",
            "level",
            "level_reason",
            "levelReason",
            "accelerator",
            "accelerator_reason",
            "acceleratorReason",
            "shared_fork_memory",
            "sharedForkMemory",
            "closed_network",
            "closedNetwork",
            "limits",
            "limits_reason",
            "limitsReason",
            "vcpu_count",
            "vcpuCount",
            "memory_bytes",
            "memoryBytes",
            "pause",
            "machine_memory_bytes_max",
            "machineMemoryBytesMax",
            "machine_vcpu_count_max",
            "machineVcpuCountMax",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Driver,
            Version,
            Level,
            LevelReason,
            Accelerator,
            AcceleratorReason,
            SharedForkMemory,
            ClosedNetwork,
            Limits,
            LimitsReason,
            VcpuCount,
            MemoryBytes,
            Pause,
            MachineMemoryBytesMax,
            MachineVcpuCountMax,
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
                            "driver" => Ok(GeneratedField::Driver),
                            "version" => Ok(GeneratedField::Version),
                            "level" => Ok(GeneratedField::Level),
                            "levelReason" | "level_reason" => Ok(GeneratedField::LevelReason),
                            "accelerator" => Ok(GeneratedField::Accelerator),
                            "acceleratorReason" | "accelerator_reason" => Ok(GeneratedField::AcceleratorReason),
                            "sharedForkMemory" | "shared_fork_memory" => Ok(GeneratedField::SharedForkMemory),
                            "closedNetwork" | "closed_network" => Ok(GeneratedField::ClosedNetwork),
                            "limits" => Ok(GeneratedField::Limits),
                            "limitsReason" | "limits_reason" => Ok(GeneratedField::LimitsReason),
                            "vcpuCount" | "vcpu_count" => Ok(GeneratedField::VcpuCount),
                            "memoryBytes" | "memory_bytes" => Ok(GeneratedField::MemoryBytes),
                            "pause" => Ok(GeneratedField::Pause),
                            "machineMemoryBytesMax" | "machine_memory_bytes_max" => Ok(GeneratedField::MachineMemoryBytesMax),
                            "machineVcpuCountMax" | "machine_vcpu_count_max" => Ok(GeneratedField::MachineVcpuCountMax),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Capabilities;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.Capabilities")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Capabilities, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut driver__ = None;
                let mut version__ = None;
                let mut level__ = None;
                let mut level_reason__ = None;
                let mut accelerator__ = None;
                let mut accelerator_reason__ = None;
                let mut shared_fork_memory__ = None;
                let mut closed_network__ = None;
                let mut limits__ = None;
                let mut limits_reason__ = None;
                let mut vcpu_count__ = None;
                let mut memory_bytes__ = None;
                let mut pause__ = None;
                let mut machine_memory_bytes_max__ = None;
                let mut machine_vcpu_count_max__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Driver => {
                            if driver__.is_some() {
                                return Err(serde::de::Error::duplicate_field("driver"));
                            }
                            driver__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Version => {
                            if version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("version"));
                            }
                            version__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Level => {
                            if level__.is_some() {
                                return Err(serde::de::Error::duplicate_field("level"));
                            }
                            level__ = Some(map_.next_value::<CheckpointLevel>()? as i32);
                        }
                        GeneratedField::LevelReason => {
                            if level_reason__.is_some() {
                                return Err(serde::de::Error::duplicate_field("levelReason"));
                            }
                            level_reason__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Accelerator => {
                            if accelerator__.is_some() {
                                return Err(serde::de::Error::duplicate_field("accelerator"));
                            }
                            accelerator__ = Some(map_.next_value()?);
                        }
                        GeneratedField::AcceleratorReason => {
                            if accelerator_reason__.is_some() {
                                return Err(serde::de::Error::duplicate_field("acceleratorReason"));
                            }
                            accelerator_reason__ = Some(map_.next_value()?);
                        }
                        GeneratedField::SharedForkMemory => {
                            if shared_fork_memory__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sharedForkMemory"));
                            }
                            shared_fork_memory__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ClosedNetwork => {
                            if closed_network__.is_some() {
                                return Err(serde::de::Error::duplicate_field("closedNetwork"));
                            }
                            closed_network__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Limits => {
                            if limits__.is_some() {
                                return Err(serde::de::Error::duplicate_field("limits"));
                            }
                            limits__ = Some(map_.next_value()?);
                        }
                        GeneratedField::LimitsReason => {
                            if limits_reason__.is_some() {
                                return Err(serde::de::Error::duplicate_field("limitsReason"));
                            }
                            limits_reason__ = Some(map_.next_value()?);
                        }
                        GeneratedField::VcpuCount => {
                            if vcpu_count__.is_some() {
                                return Err(serde::de::Error::duplicate_field("vcpuCount"));
                            }
                            vcpu_count__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::MemoryBytes => {
                            if memory_bytes__.is_some() {
                                return Err(serde::de::Error::duplicate_field("memoryBytes"));
                            }
                            memory_bytes__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Pause => {
                            if pause__.is_some() {
                                return Err(serde::de::Error::duplicate_field("pause"));
                            }
                            pause__ = Some(map_.next_value()?);
                        }
                        GeneratedField::MachineMemoryBytesMax => {
                            if machine_memory_bytes_max__.is_some() {
                                return Err(serde::de::Error::duplicate_field("machineMemoryBytesMax"));
                            }
                            machine_memory_bytes_max__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::MachineVcpuCountMax => {
                            if machine_vcpu_count_max__.is_some() {
                                return Err(serde::de::Error::duplicate_field("machineVcpuCountMax"));
                            }
                            machine_vcpu_count_max__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Capabilities {
                    driver: driver__.unwrap_or_default(),
                    version: version__.unwrap_or_default(),
                    level: level__.unwrap_or_default(),
                    level_reason: level_reason__.unwrap_or_default(),
                    accelerator: accelerator__.unwrap_or_default(),
                    accelerator_reason: accelerator_reason__.unwrap_or_default(),
                    shared_fork_memory: shared_fork_memory__.unwrap_or_default(),
                    closed_network: closed_network__.unwrap_or_default(),
                    limits: limits__.unwrap_or_default(),
                    limits_reason: limits_reason__.unwrap_or_default(),
                    vcpu_count: vcpu_count__.unwrap_or_default(),
                    memory_bytes: memory_bytes__.unwrap_or_default(),
                    pause: pause__.unwrap_or_default(),
                    machine_memory_bytes_max: machine_memory_bytes_max__.unwrap_or_default(),
                    machine_vcpu_count_max: machine_vcpu_count_max__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.Capabilities", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Checkpoint {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.id.is_empty() {
            len += 1;
        }
        if !self.project_id.is_empty() {
            len += 1;
        }
        if !self.machine_id.is_empty() {
            len += 1;
        }
        if self.parent_id.is_some() {
            len += 1;
        }
        if !self.label.is_empty() {
            len += 1;
        }
        if self.state != 0 {
            len += 1;
        }
        if self.level != 0 {
            len += 1;
        }
        if !self.node_id.is_empty() {
            len += 1;
        }
        if !self.handle.is_empty() {
            len += 1;
        }
        if self.cut.is_some() {
            len += 1;
        }
        if self.size_bytes != 0 {
            len += 1;
        }
        if self.pause_us != 0 {
            len += 1;
        }
        if self.usage.is_some() {
            len += 1;
        }
        if !self.failure.is_empty() {
            len += 1;
        }
        if !self.guest_version.is_empty() {
            len += 1;
        }
        if !self.image_id.is_empty() {
            len += 1;
        }
        if self.workspace.is_some() {
            len += 1;
        }
        if self.create_time.is_some() {
            len += 1;
        }
        if self.update_time.is_some() {
            len += 1;
        }
        if self.revision != 0 {
            len += 1;
        }
        if self.delete_time.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.Checkpoint", len)?;
        if !self.id.is_empty() {
            struct_ser.serialize_field("id", &self.id)?;
        }
        if !self.project_id.is_empty() {
            struct_ser.serialize_field("projectId", &self.project_id)?;
        }
        if !self.machine_id.is_empty() {
            struct_ser.serialize_field("machineId", &self.machine_id)?;
        }
        if let Some(v) = self.parent_id.as_ref() {
            struct_ser.serialize_field("parentId", v)?;
        }
        if !self.label.is_empty() {
            struct_ser.serialize_field("label", &self.label)?;
        }
        if self.state != 0 {
            let v = CheckpointState::try_from(self.state)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.state)))?;
            struct_ser.serialize_field("state", &v)?;
        }
        if self.level != 0 {
            let v = CheckpointLevel::try_from(self.level)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.level)))?;
            struct_ser.serialize_field("level", &v)?;
        }
        if !self.node_id.is_empty() {
            struct_ser.serialize_field("nodeId", &self.node_id)?;
        }
        if !self.handle.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("handle", pbjson::private::base64::encode(&self.handle).as_str())?;
        }
        if let Some(v) = self.cut.as_ref() {
            struct_ser.serialize_field("cut", v)?;
        }
        if self.size_bytes != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("sizeBytes", ToString::to_string(&self.size_bytes).as_str())?;
        }
        if self.pause_us != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("pauseUs", ToString::to_string(&self.pause_us).as_str())?;
        }
        if let Some(v) = self.usage.as_ref() {
            struct_ser.serialize_field("usage", v)?;
        }
        if !self.failure.is_empty() {
            struct_ser.serialize_field("failure", &self.failure)?;
        }
        if !self.guest_version.is_empty() {
            struct_ser.serialize_field("guestVersion", &self.guest_version)?;
        }
        if !self.image_id.is_empty() {
            struct_ser.serialize_field("imageId", &self.image_id)?;
        }
        if let Some(v) = self.workspace.as_ref() {
            struct_ser.serialize_field("workspace", v)?;
        }
        if let Some(v) = self.create_time.as_ref() {
            struct_ser.serialize_field("createTime", v)?;
        }
        if let Some(v) = self.update_time.as_ref() {
            struct_ser.serialize_field("updateTime", v)?;
        }
        if self.revision != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("revision", ToString::to_string(&self.revision).as_str())?;
        }
        if let Some(v) = self.delete_time.as_ref() {
            struct_ser.serialize_field("deleteTime", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Checkpoint {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "id",
            "project_id",
            "projectId",
            "machine_id",
            "machineId",
            "parent_id",
            "parentId",
            "label",
            "state",
            "level",
            "node_id",
            "nodeId",
            "handle",
            "cut",
            "size_bytes",
            "sizeBytes",
            "pause_us",
            "pauseUs",
            "usage",
            "failure",
            "guest_version",
            "guestVersion",
            "image_id",
            "imageId",
            "workspace",
            "create_time",
            "createTime",
            "update_time",
            "updateTime",
            "revision",
            "delete_time",
            "deleteTime",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Id,
            ProjectId,
            MachineId,
            ParentId,
            Label,
            State,
            Level,
            NodeId,
            Handle,
            Cut,
            SizeBytes,
            PauseUs,
            Usage,
            Failure,
            GuestVersion,
            ImageId,
            Workspace,
            CreateTime,
            UpdateTime,
            Revision,
            DeleteTime,
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
                            "id" => Ok(GeneratedField::Id),
                            "projectId" | "project_id" => Ok(GeneratedField::ProjectId),
                            "machineId" | "machine_id" => Ok(GeneratedField::MachineId),
                            "parentId" | "parent_id" => Ok(GeneratedField::ParentId),
                            "label" => Ok(GeneratedField::Label),
                            "state" => Ok(GeneratedField::State),
                            "level" => Ok(GeneratedField::Level),
                            "nodeId" | "node_id" => Ok(GeneratedField::NodeId),
                            "handle" => Ok(GeneratedField::Handle),
                            "cut" => Ok(GeneratedField::Cut),
                            "sizeBytes" | "size_bytes" => Ok(GeneratedField::SizeBytes),
                            "pauseUs" | "pause_us" => Ok(GeneratedField::PauseUs),
                            "usage" => Ok(GeneratedField::Usage),
                            "failure" => Ok(GeneratedField::Failure),
                            "guestVersion" | "guest_version" => Ok(GeneratedField::GuestVersion),
                            "imageId" | "image_id" => Ok(GeneratedField::ImageId),
                            "workspace" => Ok(GeneratedField::Workspace),
                            "createTime" | "create_time" => Ok(GeneratedField::CreateTime),
                            "updateTime" | "update_time" => Ok(GeneratedField::UpdateTime),
                            "revision" => Ok(GeneratedField::Revision),
                            "deleteTime" | "delete_time" => Ok(GeneratedField::DeleteTime),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Checkpoint;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.Checkpoint")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Checkpoint, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut id__ = None;
                let mut project_id__ = None;
                let mut machine_id__ = None;
                let mut parent_id__ = None;
                let mut label__ = None;
                let mut state__ = None;
                let mut level__ = None;
                let mut node_id__ = None;
                let mut handle__ = None;
                let mut cut__ = None;
                let mut size_bytes__ = None;
                let mut pause_us__ = None;
                let mut usage__ = None;
                let mut failure__ = None;
                let mut guest_version__ = None;
                let mut image_id__ = None;
                let mut workspace__ = None;
                let mut create_time__ = None;
                let mut update_time__ = None;
                let mut revision__ = None;
                let mut delete_time__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Id => {
                            if id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("id"));
                            }
                            id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ProjectId => {
                            if project_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("projectId"));
                            }
                            project_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::MachineId => {
                            if machine_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("machineId"));
                            }
                            machine_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ParentId => {
                            if parent_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("parentId"));
                            }
                            parent_id__ = map_.next_value()?;
                        }
                        GeneratedField::Label => {
                            if label__.is_some() {
                                return Err(serde::de::Error::duplicate_field("label"));
                            }
                            label__ = Some(map_.next_value()?);
                        }
                        GeneratedField::State => {
                            if state__.is_some() {
                                return Err(serde::de::Error::duplicate_field("state"));
                            }
                            state__ = Some(map_.next_value::<CheckpointState>()? as i32);
                        }
                        GeneratedField::Level => {
                            if level__.is_some() {
                                return Err(serde::de::Error::duplicate_field("level"));
                            }
                            level__ = Some(map_.next_value::<CheckpointLevel>()? as i32);
                        }
                        GeneratedField::NodeId => {
                            if node_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("nodeId"));
                            }
                            node_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Handle => {
                            if handle__.is_some() {
                                return Err(serde::de::Error::duplicate_field("handle"));
                            }
                            handle__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Cut => {
                            if cut__.is_some() {
                                return Err(serde::de::Error::duplicate_field("cut"));
                            }
                            cut__ = map_.next_value()?;
                        }
                        GeneratedField::SizeBytes => {
                            if size_bytes__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sizeBytes"));
                            }
                            size_bytes__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::PauseUs => {
                            if pause_us__.is_some() {
                                return Err(serde::de::Error::duplicate_field("pauseUs"));
                            }
                            pause_us__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Usage => {
                            if usage__.is_some() {
                                return Err(serde::de::Error::duplicate_field("usage"));
                            }
                            usage__ = map_.next_value()?;
                        }
                        GeneratedField::Failure => {
                            if failure__.is_some() {
                                return Err(serde::de::Error::duplicate_field("failure"));
                            }
                            failure__ = Some(map_.next_value()?);
                        }
                        GeneratedField::GuestVersion => {
                            if guest_version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("guestVersion"));
                            }
                            guest_version__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ImageId => {
                            if image_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("imageId"));
                            }
                            image_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Workspace => {
                            if workspace__.is_some() {
                                return Err(serde::de::Error::duplicate_field("workspace"));
                            }
                            workspace__ = map_.next_value()?;
                        }
                        GeneratedField::CreateTime => {
                            if create_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("createTime"));
                            }
                            create_time__ = map_.next_value()?;
                        }
                        GeneratedField::UpdateTime => {
                            if update_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("updateTime"));
                            }
                            update_time__ = map_.next_value()?;
                        }
                        GeneratedField::Revision => {
                            if revision__.is_some() {
                                return Err(serde::de::Error::duplicate_field("revision"));
                            }
                            revision__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::DeleteTime => {
                            if delete_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("deleteTime"));
                            }
                            delete_time__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Checkpoint {
                    id: id__.unwrap_or_default(),
                    project_id: project_id__.unwrap_or_default(),
                    machine_id: machine_id__.unwrap_or_default(),
                    parent_id: parent_id__,
                    label: label__.unwrap_or_default(),
                    state: state__.unwrap_or_default(),
                    level: level__.unwrap_or_default(),
                    node_id: node_id__.unwrap_or_default(),
                    handle: handle__.unwrap_or_default(),
                    cut: cut__,
                    size_bytes: size_bytes__.unwrap_or_default(),
                    pause_us: pause_us__.unwrap_or_default(),
                    usage: usage__,
                    failure: failure__.unwrap_or_default(),
                    guest_version: guest_version__.unwrap_or_default(),
                    image_id: image_id__.unwrap_or_default(),
                    workspace: workspace__,
                    create_time: create_time__,
                    update_time: update_time__,
                    revision: revision__.unwrap_or_default(),
                    delete_time: delete_time__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.Checkpoint", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for CheckpointCut {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.mailbox_position != 0 {
            len += 1;
        }
        if !self.session_id.is_empty() {
            len += 1;
        }
        if self.transcript_offset != 0 {
            len += 1;
        }
        if !self.git_head.is_empty() {
            len += 1;
        }
        if self.out_sequence != 0 {
            len += 1;
        }
        if self.turn_id.is_some() {
            len += 1;
        }
        if self.incarnation != 0 {
            len += 1;
        }
        if !self.workspace_commit.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.CheckpointCut", len)?;
        if self.mailbox_position != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("mailboxPosition", ToString::to_string(&self.mailbox_position).as_str())?;
        }
        if !self.session_id.is_empty() {
            struct_ser.serialize_field("sessionId", &self.session_id)?;
        }
        if self.transcript_offset != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("transcriptOffset", ToString::to_string(&self.transcript_offset).as_str())?;
        }
        if !self.git_head.is_empty() {
            struct_ser.serialize_field("gitHead", &self.git_head)?;
        }
        if self.out_sequence != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("outSequence", ToString::to_string(&self.out_sequence).as_str())?;
        }
        if let Some(v) = self.turn_id.as_ref() {
            struct_ser.serialize_field("turnId", v)?;
        }
        if self.incarnation != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("incarnation", ToString::to_string(&self.incarnation).as_str())?;
        }
        if !self.workspace_commit.is_empty() {
            struct_ser.serialize_field("workspaceCommit", &self.workspace_commit)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CheckpointCut {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "mailbox_position",
            "mailboxPosition",
            "session_id",
            "sessionId",
            "transcript_offset",
            "transcriptOffset",
            "git_head",
            "gitHead",
            "out_sequence",
            "outSequence",
            "turn_id",
            "turnId",
            "incarnation",
            "workspace_commit",
            "workspaceCommit",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            MailboxPosition,
            SessionId,
            TranscriptOffset,
            GitHead,
            OutSequence,
            TurnId,
            Incarnation,
            WorkspaceCommit,
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
                            "mailboxPosition" | "mailbox_position" => Ok(GeneratedField::MailboxPosition),
                            "sessionId" | "session_id" => Ok(GeneratedField::SessionId),
                            "transcriptOffset" | "transcript_offset" => Ok(GeneratedField::TranscriptOffset),
                            "gitHead" | "git_head" => Ok(GeneratedField::GitHead),
                            "outSequence" | "out_sequence" => Ok(GeneratedField::OutSequence),
                            "turnId" | "turn_id" => Ok(GeneratedField::TurnId),
                            "incarnation" => Ok(GeneratedField::Incarnation),
                            "workspaceCommit" | "workspace_commit" => Ok(GeneratedField::WorkspaceCommit),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = CheckpointCut;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.CheckpointCut")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CheckpointCut, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut mailbox_position__ = None;
                let mut session_id__ = None;
                let mut transcript_offset__ = None;
                let mut git_head__ = None;
                let mut out_sequence__ = None;
                let mut turn_id__ = None;
                let mut incarnation__ = None;
                let mut workspace_commit__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::MailboxPosition => {
                            if mailbox_position__.is_some() {
                                return Err(serde::de::Error::duplicate_field("mailboxPosition"));
                            }
                            mailbox_position__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::SessionId => {
                            if session_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sessionId"));
                            }
                            session_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::TranscriptOffset => {
                            if transcript_offset__.is_some() {
                                return Err(serde::de::Error::duplicate_field("transcriptOffset"));
                            }
                            transcript_offset__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::GitHead => {
                            if git_head__.is_some() {
                                return Err(serde::de::Error::duplicate_field("gitHead"));
                            }
                            git_head__ = Some(map_.next_value()?);
                        }
                        GeneratedField::OutSequence => {
                            if out_sequence__.is_some() {
                                return Err(serde::de::Error::duplicate_field("outSequence"));
                            }
                            out_sequence__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::TurnId => {
                            if turn_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("turnId"));
                            }
                            turn_id__ = map_.next_value()?;
                        }
                        GeneratedField::Incarnation => {
                            if incarnation__.is_some() {
                                return Err(serde::de::Error::duplicate_field("incarnation"));
                            }
                            incarnation__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::WorkspaceCommit => {
                            if workspace_commit__.is_some() {
                                return Err(serde::de::Error::duplicate_field("workspaceCommit"));
                            }
                            workspace_commit__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(CheckpointCut {
                    mailbox_position: mailbox_position__.unwrap_or_default(),
                    session_id: session_id__.unwrap_or_default(),
                    transcript_offset: transcript_offset__.unwrap_or_default(),
                    git_head: git_head__.unwrap_or_default(),
                    out_sequence: out_sequence__.unwrap_or_default(),
                    turn_id: turn_id__,
                    incarnation: incarnation__.unwrap_or_default(),
                    workspace_commit: workspace_commit__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.CheckpointCut", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for CheckpointFailedEvent {
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
        if !self.failure.is_empty() {
            len += 1;
        }
        if !self.label.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.CheckpointFailedEvent", len)?;
        if !self.checkpoint_id.is_empty() {
            struct_ser.serialize_field("checkpointId", &self.checkpoint_id)?;
        }
        if !self.failure.is_empty() {
            struct_ser.serialize_field("failure", &self.failure)?;
        }
        if !self.label.is_empty() {
            struct_ser.serialize_field("label", &self.label)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CheckpointFailedEvent {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "checkpoint_id",
            "checkpointId",
            "failure",
            "label",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            CheckpointId,
            Failure,
            Label,
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
                            "failure" => Ok(GeneratedField::Failure),
                            "label" => Ok(GeneratedField::Label),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = CheckpointFailedEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.CheckpointFailedEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CheckpointFailedEvent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut checkpoint_id__ = None;
                let mut failure__ = None;
                let mut label__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::CheckpointId => {
                            if checkpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointId"));
                            }
                            checkpoint_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Failure => {
                            if failure__.is_some() {
                                return Err(serde::de::Error::duplicate_field("failure"));
                            }
                            failure__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Label => {
                            if label__.is_some() {
                                return Err(serde::de::Error::duplicate_field("label"));
                            }
                            label__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(CheckpointFailedEvent {
                    checkpoint_id: checkpoint_id__.unwrap_or_default(),
                    failure: failure__.unwrap_or_default(),
                    label: label__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.CheckpointFailedEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for CheckpointForgettingEvent {
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
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.CheckpointForgettingEvent", len)?;
        if !self.checkpoint_id.is_empty() {
            struct_ser.serialize_field("checkpointId", &self.checkpoint_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CheckpointForgettingEvent {
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
            type Value = CheckpointForgettingEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.CheckpointForgettingEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CheckpointForgettingEvent, V::Error>
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
                Ok(CheckpointForgettingEvent {
                    checkpoint_id: checkpoint_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.CheckpointForgettingEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for CheckpointForgottenEvent {
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
        if self.former_checkpoint_id.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.CheckpointForgottenEvent", len)?;
        if !self.checkpoint_id.is_empty() {
            struct_ser.serialize_field("checkpointId", &self.checkpoint_id)?;
        }
        if let Some(v) = self.former_checkpoint_id.as_ref() {
            struct_ser.serialize_field("formerCheckpointId", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CheckpointForgottenEvent {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "checkpoint_id",
            "checkpointId",
            "former_checkpoint_id",
            "formerCheckpointId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            CheckpointId,
            FormerCheckpointId,
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
                            "formerCheckpointId" | "former_checkpoint_id" => Ok(GeneratedField::FormerCheckpointId),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = CheckpointForgottenEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.CheckpointForgottenEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CheckpointForgottenEvent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut checkpoint_id__ = None;
                let mut former_checkpoint_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::CheckpointId => {
                            if checkpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointId"));
                            }
                            checkpoint_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::FormerCheckpointId => {
                            if former_checkpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("formerCheckpointId"));
                            }
                            former_checkpoint_id__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(CheckpointForgottenEvent {
                    checkpoint_id: checkpoint_id__.unwrap_or_default(),
                    former_checkpoint_id: former_checkpoint_id__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.CheckpointForgottenEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for CheckpointFrozenEvent {
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
        if self.cut.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.CheckpointFrozenEvent", len)?;
        if !self.checkpoint_id.is_empty() {
            struct_ser.serialize_field("checkpointId", &self.checkpoint_id)?;
        }
        if let Some(v) = self.cut.as_ref() {
            struct_ser.serialize_field("cut", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CheckpointFrozenEvent {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "checkpoint_id",
            "checkpointId",
            "cut",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            CheckpointId,
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
                            "checkpointId" | "checkpoint_id" => Ok(GeneratedField::CheckpointId),
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
            type Value = CheckpointFrozenEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.CheckpointFrozenEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CheckpointFrozenEvent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut checkpoint_id__ = None;
                let mut cut__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::CheckpointId => {
                            if checkpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointId"));
                            }
                            checkpoint_id__ = Some(map_.next_value()?);
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
                Ok(CheckpointFrozenEvent {
                    checkpoint_id: checkpoint_id__.unwrap_or_default(),
                    cut: cut__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.CheckpointFrozenEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for CheckpointKeptEvent {
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
        if !self.failure.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.CheckpointKeptEvent", len)?;
        if !self.checkpoint_id.is_empty() {
            struct_ser.serialize_field("checkpointId", &self.checkpoint_id)?;
        }
        if !self.failure.is_empty() {
            struct_ser.serialize_field("failure", &self.failure)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CheckpointKeptEvent {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "checkpoint_id",
            "checkpointId",
            "failure",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            CheckpointId,
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
                            "checkpointId" | "checkpoint_id" => Ok(GeneratedField::CheckpointId),
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
            type Value = CheckpointKeptEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.CheckpointKeptEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CheckpointKeptEvent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut checkpoint_id__ = None;
                let mut failure__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::CheckpointId => {
                            if checkpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointId"));
                            }
                            checkpoint_id__ = Some(map_.next_value()?);
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
                Ok(CheckpointKeptEvent {
                    checkpoint_id: checkpoint_id__.unwrap_or_default(),
                    failure: failure__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.CheckpointKeptEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for CheckpointLevel {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "CHECKPOINT_LEVEL_UNSPECIFIED",
            Self::L0DiskRollback => "CHECKPOINT_LEVEL_L0_DISK_ROLLBACK",
            Self::L1DiskFork => "CHECKPOINT_LEVEL_L1_DISK_FORK",
            Self::L2Memory => "CHECKPOINT_LEVEL_L2_MEMORY",
            Self::L3MemoryFork => "CHECKPOINT_LEVEL_L3_MEMORY_FORK",
            Self::L4Live => "CHECKPOINT_LEVEL_L4_LIVE",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for CheckpointLevel {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "CHECKPOINT_LEVEL_UNSPECIFIED",
            "CHECKPOINT_LEVEL_L0_DISK_ROLLBACK",
            "CHECKPOINT_LEVEL_L1_DISK_FORK",
            "CHECKPOINT_LEVEL_L2_MEMORY",
            "CHECKPOINT_LEVEL_L3_MEMORY_FORK",
            "CHECKPOINT_LEVEL_L4_LIVE",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = CheckpointLevel;

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
                    "CHECKPOINT_LEVEL_UNSPECIFIED" => Ok(CheckpointLevel::Unspecified),
                    "CHECKPOINT_LEVEL_L0_DISK_ROLLBACK" => Ok(CheckpointLevel::L0DiskRollback),
                    "CHECKPOINT_LEVEL_L1_DISK_FORK" => Ok(CheckpointLevel::L1DiskFork),
                    "CHECKPOINT_LEVEL_L2_MEMORY" => Ok(CheckpointLevel::L2Memory),
                    "CHECKPOINT_LEVEL_L3_MEMORY_FORK" => Ok(CheckpointLevel::L3MemoryFork),
                    "CHECKPOINT_LEVEL_L4_LIVE" => Ok(CheckpointLevel::L4Live),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for CheckpointLostEvent {
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
        if !self.failure.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.CheckpointLostEvent", len)?;
        if !self.checkpoint_id.is_empty() {
            struct_ser.serialize_field("checkpointId", &self.checkpoint_id)?;
        }
        if !self.failure.is_empty() {
            struct_ser.serialize_field("failure", &self.failure)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CheckpointLostEvent {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "checkpoint_id",
            "checkpointId",
            "failure",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            CheckpointId,
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
                            "checkpointId" | "checkpoint_id" => Ok(GeneratedField::CheckpointId),
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
            type Value = CheckpointLostEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.CheckpointLostEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CheckpointLostEvent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut checkpoint_id__ = None;
                let mut failure__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::CheckpointId => {
                            if checkpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointId"));
                            }
                            checkpoint_id__ = Some(map_.next_value()?);
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
                Ok(CheckpointLostEvent {
                    checkpoint_id: checkpoint_id__.unwrap_or_default(),
                    failure: failure__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.CheckpointLostEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for CheckpointLostMessage {
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
        if !self.detail.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.CheckpointLostMessage", len)?;
        if !self.checkpoint_id.is_empty() {
            struct_ser.serialize_field("checkpointId", &self.checkpoint_id)?;
        }
        if !self.detail.is_empty() {
            struct_ser.serialize_field("detail", &self.detail)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CheckpointLostMessage {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "checkpoint_id",
            "checkpointId",
            "detail",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            CheckpointId,
            Detail,
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
                            "detail" => Ok(GeneratedField::Detail),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = CheckpointLostMessage;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.CheckpointLostMessage")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CheckpointLostMessage, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut checkpoint_id__ = None;
                let mut detail__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::CheckpointId => {
                            if checkpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointId"));
                            }
                            checkpoint_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Detail => {
                            if detail__.is_some() {
                                return Err(serde::de::Error::duplicate_field("detail"));
                            }
                            detail__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(CheckpointLostMessage {
                    checkpoint_id: checkpoint_id__.unwrap_or_default(),
                    detail: detail__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.CheckpointLostMessage", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for CheckpointMessage {
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
        if !self.label.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.CheckpointMessage", len)?;
        if !self.checkpoint_id.is_empty() {
            struct_ser.serialize_field("checkpointId", &self.checkpoint_id)?;
        }
        if !self.label.is_empty() {
            struct_ser.serialize_field("label", &self.label)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CheckpointMessage {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "checkpoint_id",
            "checkpointId",
            "label",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            CheckpointId,
            Label,
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
                            "label" => Ok(GeneratedField::Label),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = CheckpointMessage;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.CheckpointMessage")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CheckpointMessage, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut checkpoint_id__ = None;
                let mut label__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::CheckpointId => {
                            if checkpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointId"));
                            }
                            checkpoint_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Label => {
                            if label__.is_some() {
                                return Err(serde::de::Error::duplicate_field("label"));
                            }
                            label__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(CheckpointMessage {
                    checkpoint_id: checkpoint_id__.unwrap_or_default(),
                    label: label__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.CheckpointMessage", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for CheckpointQueuedEvent {
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
        if !self.label.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.CheckpointQueuedEvent", len)?;
        if !self.checkpoint_id.is_empty() {
            struct_ser.serialize_field("checkpointId", &self.checkpoint_id)?;
        }
        if !self.label.is_empty() {
            struct_ser.serialize_field("label", &self.label)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CheckpointQueuedEvent {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "checkpoint_id",
            "checkpointId",
            "label",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            CheckpointId,
            Label,
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
                            "label" => Ok(GeneratedField::Label),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = CheckpointQueuedEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.CheckpointQueuedEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CheckpointQueuedEvent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut checkpoint_id__ = None;
                let mut label__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::CheckpointId => {
                            if checkpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointId"));
                            }
                            checkpoint_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Label => {
                            if label__.is_some() {
                                return Err(serde::de::Error::duplicate_field("label"));
                            }
                            label__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(CheckpointQueuedEvent {
                    checkpoint_id: checkpoint_id__.unwrap_or_default(),
                    label: label__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.CheckpointQueuedEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for CheckpointReadyEvent {
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
        if self.outcome.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.CheckpointReadyEvent", len)?;
        if !self.checkpoint_id.is_empty() {
            struct_ser.serialize_field("checkpointId", &self.checkpoint_id)?;
        }
        if let Some(v) = self.outcome.as_ref() {
            struct_ser.serialize_field("outcome", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CheckpointReadyEvent {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "checkpoint_id",
            "checkpointId",
            "outcome",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            CheckpointId,
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
                            "checkpointId" | "checkpoint_id" => Ok(GeneratedField::CheckpointId),
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
            type Value = CheckpointReadyEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.CheckpointReadyEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CheckpointReadyEvent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut checkpoint_id__ = None;
                let mut outcome__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::CheckpointId => {
                            if checkpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointId"));
                            }
                            checkpoint_id__ = Some(map_.next_value()?);
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
                Ok(CheckpointReadyEvent {
                    checkpoint_id: checkpoint_id__.unwrap_or_default(),
                    outcome: outcome__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.CheckpointReadyEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for CheckpointStartedEvent {
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
        if self.mailbox_position != 0 {
            len += 1;
        }
        if !self.label.is_empty() {
            len += 1;
        }
        if self.still {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.CheckpointStartedEvent", len)?;
        if !self.checkpoint_id.is_empty() {
            struct_ser.serialize_field("checkpointId", &self.checkpoint_id)?;
        }
        if self.mailbox_position != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("mailboxPosition", ToString::to_string(&self.mailbox_position).as_str())?;
        }
        if !self.label.is_empty() {
            struct_ser.serialize_field("label", &self.label)?;
        }
        if self.still {
            struct_ser.serialize_field("still", &self.still)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CheckpointStartedEvent {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "checkpoint_id",
            "checkpointId",
            "mailbox_position",
            "mailboxPosition",
            "label",
            "still",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            CheckpointId,
            MailboxPosition,
            Label,
            Still,
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
                            "mailboxPosition" | "mailbox_position" => Ok(GeneratedField::MailboxPosition),
                            "label" => Ok(GeneratedField::Label),
                            "still" => Ok(GeneratedField::Still),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = CheckpointStartedEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.CheckpointStartedEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CheckpointStartedEvent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut checkpoint_id__ = None;
                let mut mailbox_position__ = None;
                let mut label__ = None;
                let mut still__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::CheckpointId => {
                            if checkpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointId"));
                            }
                            checkpoint_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::MailboxPosition => {
                            if mailbox_position__.is_some() {
                                return Err(serde::de::Error::duplicate_field("mailboxPosition"));
                            }
                            mailbox_position__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Label => {
                            if label__.is_some() {
                                return Err(serde::de::Error::duplicate_field("label"));
                            }
                            label__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Still => {
                            if still__.is_some() {
                                return Err(serde::de::Error::duplicate_field("still"));
                            }
                            still__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(CheckpointStartedEvent {
                    checkpoint_id: checkpoint_id__.unwrap_or_default(),
                    mailbox_position: mailbox_position__.unwrap_or_default(),
                    label: label__.unwrap_or_default(),
                    still: still__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.CheckpointStartedEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for CheckpointState {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "CHECKPOINT_STATE_UNSPECIFIED",
            Self::Creating => "CHECKPOINT_STATE_CREATING",
            Self::Ready => "CHECKPOINT_STATE_READY",
            Self::Failed => "CHECKPOINT_STATE_FAILED",
            Self::Deleting => "CHECKPOINT_STATE_DELETING",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for CheckpointState {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "CHECKPOINT_STATE_UNSPECIFIED",
            "CHECKPOINT_STATE_CREATING",
            "CHECKPOINT_STATE_READY",
            "CHECKPOINT_STATE_FAILED",
            "CHECKPOINT_STATE_DELETING",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = CheckpointState;

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
                    "CHECKPOINT_STATE_UNSPECIFIED" => Ok(CheckpointState::Unspecified),
                    "CHECKPOINT_STATE_CREATING" => Ok(CheckpointState::Creating),
                    "CHECKPOINT_STATE_READY" => Ok(CheckpointState::Ready),
                    "CHECKPOINT_STATE_FAILED" => Ok(CheckpointState::Failed),
                    "CHECKPOINT_STATE_DELETING" => Ok(CheckpointState::Deleting),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for CheckpointVmEffect {
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
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.CheckpointVmEffect", len)?;
        if !self.checkpoint_id.is_empty() {
            struct_ser.serialize_field("checkpointId", &self.checkpoint_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CheckpointVmEffect {
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
            type Value = CheckpointVmEffect;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.CheckpointVmEffect")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CheckpointVmEffect, V::Error>
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
                Ok(CheckpointVmEffect {
                    checkpoint_id: checkpoint_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.CheckpointVmEffect", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ContinuedTurn {
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
        if !self.message_id.is_empty() {
            len += 1;
        }
        if !self.prompt.is_empty() {
            len += 1;
        }
        if self.limit_ms != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.ContinuedTurn", len)?;
        if !self.turn_id.is_empty() {
            struct_ser.serialize_field("turnId", &self.turn_id)?;
        }
        if !self.message_id.is_empty() {
            struct_ser.serialize_field("messageId", &self.message_id)?;
        }
        if !self.prompt.is_empty() {
            struct_ser.serialize_field("prompt", &self.prompt)?;
        }
        if self.limit_ms != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("limitMs", ToString::to_string(&self.limit_ms).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ContinuedTurn {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "turn_id",
            "turnId",
            "message_id",
            "messageId",
            "prompt",
            "limit_ms",
            "limitMs",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            TurnId,
            MessageId,
            Prompt,
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
                            "messageId" | "message_id" => Ok(GeneratedField::MessageId),
                            "prompt" => Ok(GeneratedField::Prompt),
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
            type Value = ContinuedTurn;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.ContinuedTurn")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ContinuedTurn, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut turn_id__ = None;
                let mut message_id__ = None;
                let mut prompt__ = None;
                let mut limit_ms__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::TurnId => {
                            if turn_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("turnId"));
                            }
                            turn_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::MessageId => {
                            if message_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("messageId"));
                            }
                            message_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Prompt => {
                            if prompt__.is_some() {
                                return Err(serde::de::Error::duplicate_field("prompt"));
                            }
                            prompt__ = Some(map_.next_value()?);
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
                Ok(ContinuedTurn {
                    turn_id: turn_id__.unwrap_or_default(),
                    message_id: message_id__.unwrap_or_default(),
                    prompt: prompt__.unwrap_or_default(),
                    limit_ms: limit_ms__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.ContinuedTurn", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for CreateMessage {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.checkpoint_id.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.CreateMessage", len)?;
        if let Some(v) = self.checkpoint_id.as_ref() {
            struct_ser.serialize_field("checkpointId", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CreateMessage {
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
            type Value = CreateMessage;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.CreateMessage")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CreateMessage, V::Error>
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
                            checkpoint_id__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(CreateMessage {
                    checkpoint_id: checkpoint_id__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.CreateMessage", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for CreateVmEffect {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let len = 0;
        let struct_ser = serializer.serialize_struct("autovibe.v1.CreateVmEffect", len)?;
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CreateVmEffect {
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
            type Value = CreateVmEffect;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.CreateVmEffect")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CreateVmEffect, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                while map_.next_key::<GeneratedField>()?.is_some() {
                    let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                }
                Ok(CreateVmEffect {
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.CreateVmEffect", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for CreatedEvent {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.checkpoint_id.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.CreatedEvent", len)?;
        if let Some(v) = self.checkpoint_id.as_ref() {
            struct_ser.serialize_field("checkpointId", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CreatedEvent {
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
            type Value = CreatedEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.CreatedEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CreatedEvent, V::Error>
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
                            checkpoint_id__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(CreatedEvent {
                    checkpoint_id: checkpoint_id__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.CreatedEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for DeadLetter {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.id.is_empty() {
            len += 1;
        }
        if !self.project_id.is_empty() {
            len += 1;
        }
        if !self.machine_id.is_empty() {
            len += 1;
        }
        if !self.message_id.is_empty() {
            len += 1;
        }
        if self.body.is_some() {
            len += 1;
        }
        if self.reason != 0 {
            len += 1;
        }
        if !self.error.is_empty() {
            len += 1;
        }
        if self.attempt_count != 0 {
            len += 1;
        }
        if self.replay_message_id.is_some() {
            len += 1;
        }
        if !self.sender.is_empty() {
            len += 1;
        }
        if self.create_time.is_some() {
            len += 1;
        }
        if self.update_time.is_some() {
            len += 1;
        }
        if self.revision != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.DeadLetter", len)?;
        if !self.id.is_empty() {
            struct_ser.serialize_field("id", &self.id)?;
        }
        if !self.project_id.is_empty() {
            struct_ser.serialize_field("projectId", &self.project_id)?;
        }
        if !self.machine_id.is_empty() {
            struct_ser.serialize_field("machineId", &self.machine_id)?;
        }
        if !self.message_id.is_empty() {
            struct_ser.serialize_field("messageId", &self.message_id)?;
        }
        if let Some(v) = self.body.as_ref() {
            struct_ser.serialize_field("body", v)?;
        }
        if self.reason != 0 {
            let v = DeadLetterReason::try_from(self.reason)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.reason)))?;
            struct_ser.serialize_field("reason", &v)?;
        }
        if !self.error.is_empty() {
            struct_ser.serialize_field("error", &self.error)?;
        }
        if self.attempt_count != 0 {
            struct_ser.serialize_field("attemptCount", &self.attempt_count)?;
        }
        if let Some(v) = self.replay_message_id.as_ref() {
            struct_ser.serialize_field("replayMessageId", v)?;
        }
        if !self.sender.is_empty() {
            struct_ser.serialize_field("sender", &self.sender)?;
        }
        if let Some(v) = self.create_time.as_ref() {
            struct_ser.serialize_field("createTime", v)?;
        }
        if let Some(v) = self.update_time.as_ref() {
            struct_ser.serialize_field("updateTime", v)?;
        }
        if self.revision != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("revision", ToString::to_string(&self.revision).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for DeadLetter {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "id",
            "project_id",
            "projectId",
            "machine_id",
            "machineId",
            "message_id",
            "messageId",
            "body",
            "reason",
            "error",
            "attempt_count",
            "attemptCount",
            "replay_message_id",
            "replayMessageId",
            "sender",
            "create_time",
            "createTime",
            "update_time",
            "updateTime",
            "revision",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Id,
            ProjectId,
            MachineId,
            MessageId,
            Body,
            Reason,
            Error,
            AttemptCount,
            ReplayMessageId,
            Sender,
            CreateTime,
            UpdateTime,
            Revision,
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
                            "id" => Ok(GeneratedField::Id),
                            "projectId" | "project_id" => Ok(GeneratedField::ProjectId),
                            "machineId" | "machine_id" => Ok(GeneratedField::MachineId),
                            "messageId" | "message_id" => Ok(GeneratedField::MessageId),
                            "body" => Ok(GeneratedField::Body),
                            "reason" => Ok(GeneratedField::Reason),
                            "error" => Ok(GeneratedField::Error),
                            "attemptCount" | "attempt_count" => Ok(GeneratedField::AttemptCount),
                            "replayMessageId" | "replay_message_id" => Ok(GeneratedField::ReplayMessageId),
                            "sender" => Ok(GeneratedField::Sender),
                            "createTime" | "create_time" => Ok(GeneratedField::CreateTime),
                            "updateTime" | "update_time" => Ok(GeneratedField::UpdateTime),
                            "revision" => Ok(GeneratedField::Revision),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = DeadLetter;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.DeadLetter")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<DeadLetter, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut id__ = None;
                let mut project_id__ = None;
                let mut machine_id__ = None;
                let mut message_id__ = None;
                let mut body__ = None;
                let mut reason__ = None;
                let mut error__ = None;
                let mut attempt_count__ = None;
                let mut replay_message_id__ = None;
                let mut sender__ = None;
                let mut create_time__ = None;
                let mut update_time__ = None;
                let mut revision__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Id => {
                            if id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("id"));
                            }
                            id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ProjectId => {
                            if project_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("projectId"));
                            }
                            project_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::MachineId => {
                            if machine_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("machineId"));
                            }
                            machine_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::MessageId => {
                            if message_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("messageId"));
                            }
                            message_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Body => {
                            if body__.is_some() {
                                return Err(serde::de::Error::duplicate_field("body"));
                            }
                            body__ = map_.next_value()?;
                        }
                        GeneratedField::Reason => {
                            if reason__.is_some() {
                                return Err(serde::de::Error::duplicate_field("reason"));
                            }
                            reason__ = Some(map_.next_value::<DeadLetterReason>()? as i32);
                        }
                        GeneratedField::Error => {
                            if error__.is_some() {
                                return Err(serde::de::Error::duplicate_field("error"));
                            }
                            error__ = Some(map_.next_value()?);
                        }
                        GeneratedField::AttemptCount => {
                            if attempt_count__.is_some() {
                                return Err(serde::de::Error::duplicate_field("attemptCount"));
                            }
                            attempt_count__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::ReplayMessageId => {
                            if replay_message_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("replayMessageId"));
                            }
                            replay_message_id__ = map_.next_value()?;
                        }
                        GeneratedField::Sender => {
                            if sender__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sender"));
                            }
                            sender__ = Some(map_.next_value()?);
                        }
                        GeneratedField::CreateTime => {
                            if create_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("createTime"));
                            }
                            create_time__ = map_.next_value()?;
                        }
                        GeneratedField::UpdateTime => {
                            if update_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("updateTime"));
                            }
                            update_time__ = map_.next_value()?;
                        }
                        GeneratedField::Revision => {
                            if revision__.is_some() {
                                return Err(serde::de::Error::duplicate_field("revision"));
                            }
                            revision__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(DeadLetter {
                    id: id__.unwrap_or_default(),
                    project_id: project_id__.unwrap_or_default(),
                    machine_id: machine_id__.unwrap_or_default(),
                    message_id: message_id__.unwrap_or_default(),
                    body: body__,
                    reason: reason__.unwrap_or_default(),
                    error: error__.unwrap_or_default(),
                    attempt_count: attempt_count__.unwrap_or_default(),
                    replay_message_id: replay_message_id__,
                    sender: sender__.unwrap_or_default(),
                    create_time: create_time__,
                    update_time: update_time__,
                    revision: revision__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.DeadLetter", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for DeadLetterReason {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "DEAD_LETTER_REASON_UNSPECIFIED",
            Self::Poison => "DEAD_LETTER_REASON_POISON",
            Self::Expired => "DEAD_LETTER_REASON_EXPIRED",
            Self::Refused => "DEAD_LETTER_REASON_REFUSED",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for DeadLetterReason {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "DEAD_LETTER_REASON_UNSPECIFIED",
            "DEAD_LETTER_REASON_POISON",
            "DEAD_LETTER_REASON_EXPIRED",
            "DEAD_LETTER_REASON_REFUSED",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = DeadLetterReason;

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
                    "DEAD_LETTER_REASON_UNSPECIFIED" => Ok(DeadLetterReason::Unspecified),
                    "DEAD_LETTER_REASON_POISON" => Ok(DeadLetterReason::Poison),
                    "DEAD_LETTER_REASON_EXPIRED" => Ok(DeadLetterReason::Expired),
                    "DEAD_LETTER_REASON_REFUSED" => Ok(DeadLetterReason::Refused),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for DeletedEvent {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let len = 0;
        let struct_ser = serializer.serialize_struct("autovibe.v1.DeletedEvent", len)?;
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for DeletedEvent {
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
            type Value = DeletedEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.DeletedEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<DeletedEvent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                while map_.next_key::<GeneratedField>()?.is_some() {
                    let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                }
                Ok(DeletedEvent {
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.DeletedEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for DestroyVmEffect {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let len = 0;
        let struct_ser = serializer.serialize_struct("autovibe.v1.DestroyVmEffect", len)?;
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for DestroyVmEffect {
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
            type Value = DestroyVmEffect;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.DestroyVmEffect")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<DestroyVmEffect, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                while map_.next_key::<GeneratedField>()?.is_some() {
                    let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                }
                Ok(DestroyVmEffect {
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.DestroyVmEffect", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Effect {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.id.is_empty() {
            len += 1;
        }
        if !self.project_id.is_empty() {
            len += 1;
        }
        if !self.machine_id.is_empty() {
            len += 1;
        }
        if self.partition != 0 {
            len += 1;
        }
        if self.incarnation != 0 {
            len += 1;
        }
        if self.event_sequence != 0 {
            len += 1;
        }
        if self.body.is_some() {
            len += 1;
        }
        if self.attempt_count != 0 {
            len += 1;
        }
        if self.due_time.is_some() {
            len += 1;
        }
        if self.deadline_time.is_some() {
            len += 1;
        }
        if !self.last_error.is_empty() {
            len += 1;
        }
        if self.create_time.is_some() {
            len += 1;
        }
        if self.update_time.is_some() {
            len += 1;
        }
        if self.revision != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.Effect", len)?;
        if !self.id.is_empty() {
            struct_ser.serialize_field("id", &self.id)?;
        }
        if !self.project_id.is_empty() {
            struct_ser.serialize_field("projectId", &self.project_id)?;
        }
        if !self.machine_id.is_empty() {
            struct_ser.serialize_field("machineId", &self.machine_id)?;
        }
        if self.partition != 0 {
            struct_ser.serialize_field("partition", &self.partition)?;
        }
        if self.incarnation != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("incarnation", ToString::to_string(&self.incarnation).as_str())?;
        }
        if self.event_sequence != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("eventSequence", ToString::to_string(&self.event_sequence).as_str())?;
        }
        if let Some(v) = self.body.as_ref() {
            struct_ser.serialize_field("body", v)?;
        }
        if self.attempt_count != 0 {
            struct_ser.serialize_field("attemptCount", &self.attempt_count)?;
        }
        if let Some(v) = self.due_time.as_ref() {
            struct_ser.serialize_field("dueTime", v)?;
        }
        if let Some(v) = self.deadline_time.as_ref() {
            struct_ser.serialize_field("deadlineTime", v)?;
        }
        if !self.last_error.is_empty() {
            struct_ser.serialize_field("lastError", &self.last_error)?;
        }
        if let Some(v) = self.create_time.as_ref() {
            struct_ser.serialize_field("createTime", v)?;
        }
        if let Some(v) = self.update_time.as_ref() {
            struct_ser.serialize_field("updateTime", v)?;
        }
        if self.revision != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("revision", ToString::to_string(&self.revision).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Effect {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "id",
            "project_id",
            "projectId",
            "machine_id",
            "machineId",
            "partition",
            "incarnation",
            "event_sequence",
            "eventSequence",
            "body",
            "attempt_count",
            "attemptCount",
            "due_time",
            "dueTime",
            "deadline_time",
            "deadlineTime",
            "last_error",
            "lastError",
            "create_time",
            "createTime",
            "update_time",
            "updateTime",
            "revision",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Id,
            ProjectId,
            MachineId,
            Partition,
            Incarnation,
            EventSequence,
            Body,
            AttemptCount,
            DueTime,
            DeadlineTime,
            LastError,
            CreateTime,
            UpdateTime,
            Revision,
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
                            "id" => Ok(GeneratedField::Id),
                            "projectId" | "project_id" => Ok(GeneratedField::ProjectId),
                            "machineId" | "machine_id" => Ok(GeneratedField::MachineId),
                            "partition" => Ok(GeneratedField::Partition),
                            "incarnation" => Ok(GeneratedField::Incarnation),
                            "eventSequence" | "event_sequence" => Ok(GeneratedField::EventSequence),
                            "body" => Ok(GeneratedField::Body),
                            "attemptCount" | "attempt_count" => Ok(GeneratedField::AttemptCount),
                            "dueTime" | "due_time" => Ok(GeneratedField::DueTime),
                            "deadlineTime" | "deadline_time" => Ok(GeneratedField::DeadlineTime),
                            "lastError" | "last_error" => Ok(GeneratedField::LastError),
                            "createTime" | "create_time" => Ok(GeneratedField::CreateTime),
                            "updateTime" | "update_time" => Ok(GeneratedField::UpdateTime),
                            "revision" => Ok(GeneratedField::Revision),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Effect;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.Effect")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Effect, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut id__ = None;
                let mut project_id__ = None;
                let mut machine_id__ = None;
                let mut partition__ = None;
                let mut incarnation__ = None;
                let mut event_sequence__ = None;
                let mut body__ = None;
                let mut attempt_count__ = None;
                let mut due_time__ = None;
                let mut deadline_time__ = None;
                let mut last_error__ = None;
                let mut create_time__ = None;
                let mut update_time__ = None;
                let mut revision__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Id => {
                            if id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("id"));
                            }
                            id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ProjectId => {
                            if project_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("projectId"));
                            }
                            project_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::MachineId => {
                            if machine_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("machineId"));
                            }
                            machine_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Partition => {
                            if partition__.is_some() {
                                return Err(serde::de::Error::duplicate_field("partition"));
                            }
                            partition__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Incarnation => {
                            if incarnation__.is_some() {
                                return Err(serde::de::Error::duplicate_field("incarnation"));
                            }
                            incarnation__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::EventSequence => {
                            if event_sequence__.is_some() {
                                return Err(serde::de::Error::duplicate_field("eventSequence"));
                            }
                            event_sequence__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Body => {
                            if body__.is_some() {
                                return Err(serde::de::Error::duplicate_field("body"));
                            }
                            body__ = map_.next_value()?;
                        }
                        GeneratedField::AttemptCount => {
                            if attempt_count__.is_some() {
                                return Err(serde::de::Error::duplicate_field("attemptCount"));
                            }
                            attempt_count__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::DueTime => {
                            if due_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("dueTime"));
                            }
                            due_time__ = map_.next_value()?;
                        }
                        GeneratedField::DeadlineTime => {
                            if deadline_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("deadlineTime"));
                            }
                            deadline_time__ = map_.next_value()?;
                        }
                        GeneratedField::LastError => {
                            if last_error__.is_some() {
                                return Err(serde::de::Error::duplicate_field("lastError"));
                            }
                            last_error__ = Some(map_.next_value()?);
                        }
                        GeneratedField::CreateTime => {
                            if create_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("createTime"));
                            }
                            create_time__ = map_.next_value()?;
                        }
                        GeneratedField::UpdateTime => {
                            if update_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("updateTime"));
                            }
                            update_time__ = map_.next_value()?;
                        }
                        GeneratedField::Revision => {
                            if revision__.is_some() {
                                return Err(serde::de::Error::duplicate_field("revision"));
                            }
                            revision__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Effect {
                    id: id__.unwrap_or_default(),
                    project_id: project_id__.unwrap_or_default(),
                    machine_id: machine_id__.unwrap_or_default(),
                    partition: partition__.unwrap_or_default(),
                    incarnation: incarnation__.unwrap_or_default(),
                    event_sequence: event_sequence__.unwrap_or_default(),
                    body: body__,
                    attempt_count: attempt_count__.unwrap_or_default(),
                    due_time: due_time__,
                    deadline_time: deadline_time__,
                    last_error: last_error__.unwrap_or_default(),
                    create_time: create_time__,
                    update_time: update_time__,
                    revision: revision__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.Effect", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for EffectAwaitedEvent {
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
        if self.body.is_some() {
            len += 1;
        }
        if self.incarnation != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.EffectAwaitedEvent", len)?;
        if !self.effect_id.is_empty() {
            struct_ser.serialize_field("effectId", &self.effect_id)?;
        }
        if let Some(v) = self.body.as_ref() {
            struct_ser.serialize_field("body", v)?;
        }
        if self.incarnation != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("incarnation", ToString::to_string(&self.incarnation).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for EffectAwaitedEvent {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "effect_id",
            "effectId",
            "body",
            "incarnation",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            EffectId,
            Body,
            Incarnation,
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
                            "body" => Ok(GeneratedField::Body),
                            "incarnation" => Ok(GeneratedField::Incarnation),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = EffectAwaitedEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.EffectAwaitedEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<EffectAwaitedEvent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut effect_id__ = None;
                let mut body__ = None;
                let mut incarnation__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::EffectId => {
                            if effect_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("effectId"));
                            }
                            effect_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Body => {
                            if body__.is_some() {
                                return Err(serde::de::Error::duplicate_field("body"));
                            }
                            body__ = map_.next_value()?;
                        }
                        GeneratedField::Incarnation => {
                            if incarnation__.is_some() {
                                return Err(serde::de::Error::duplicate_field("incarnation"));
                            }
                            incarnation__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(EffectAwaitedEvent {
                    effect_id: effect_id__.unwrap_or_default(),
                    body: body__,
                    incarnation: incarnation__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.EffectAwaitedEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for EffectBody {
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
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.EffectBody", len)?;
        if let Some(v) = self.kind.as_ref() {
            match v {
                effect_body::Kind::CreateVm(v) => {
                    struct_ser.serialize_field("createVm", v)?;
                }
                effect_body::Kind::ForkVm(v) => {
                    struct_ser.serialize_field("forkVm", v)?;
                }
                effect_body::Kind::RestoreVm(v) => {
                    struct_ser.serialize_field("restoreVm", v)?;
                }
                effect_body::Kind::PowerVm(v) => {
                    struct_ser.serialize_field("powerVm", v)?;
                }
                effect_body::Kind::DestroyVm(v) => {
                    struct_ser.serialize_field("destroyVm", v)?;
                }
                effect_body::Kind::CheckpointVm(v) => {
                    struct_ser.serialize_field("checkpointVm", v)?;
                }
                effect_body::Kind::ForgetCheckpoint(v) => {
                    struct_ser.serialize_field("forgetCheckpoint", v)?;
                }
                effect_body::Kind::Prompt(v) => {
                    struct_ser.serialize_field("prompt", v)?;
                }
                effect_body::Kind::Interrupt(v) => {
                    struct_ser.serialize_field("interrupt", v)?;
                }
                effect_body::Kind::Freeze(v) => {
                    struct_ser.serialize_field("freeze", v)?;
                }
                effect_body::Kind::Thaw(v) => {
                    struct_ser.serialize_field("thaw", v)?;
                }
                effect_body::Kind::PrepareWorkspace(v) => {
                    struct_ser.serialize_field("prepareWorkspace", v)?;
                }
            }
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for EffectBody {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "create_vm",
            "createVm",
            "fork_vm",
            "forkVm",
            "restore_vm",
            "restoreVm",
            "power_vm",
            "powerVm",
            "destroy_vm",
            "destroyVm",
            "checkpoint_vm",
            "checkpointVm",
            "forget_checkpoint",
            "forgetCheckpoint",
            "prompt",
            "interrupt",
            "freeze",
            "thaw",
            "prepare_workspace",
            "prepareWorkspace",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            CreateVm,
            ForkVm,
            RestoreVm,
            PowerVm,
            DestroyVm,
            CheckpointVm,
            ForgetCheckpoint,
            Prompt,
            Interrupt,
            Freeze,
            Thaw,
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
                            "createVm" | "create_vm" => Ok(GeneratedField::CreateVm),
                            "forkVm" | "fork_vm" => Ok(GeneratedField::ForkVm),
                            "restoreVm" | "restore_vm" => Ok(GeneratedField::RestoreVm),
                            "powerVm" | "power_vm" => Ok(GeneratedField::PowerVm),
                            "destroyVm" | "destroy_vm" => Ok(GeneratedField::DestroyVm),
                            "checkpointVm" | "checkpoint_vm" => Ok(GeneratedField::CheckpointVm),
                            "forgetCheckpoint" | "forget_checkpoint" => Ok(GeneratedField::ForgetCheckpoint),
                            "prompt" => Ok(GeneratedField::Prompt),
                            "interrupt" => Ok(GeneratedField::Interrupt),
                            "freeze" => Ok(GeneratedField::Freeze),
                            "thaw" => Ok(GeneratedField::Thaw),
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
            type Value = EffectBody;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.EffectBody")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<EffectBody, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut kind__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::CreateVm => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("createVm"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(effect_body::Kind::CreateVm)
;
                        }
                        GeneratedField::ForkVm => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("forkVm"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(effect_body::Kind::ForkVm)
;
                        }
                        GeneratedField::RestoreVm => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("restoreVm"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(effect_body::Kind::RestoreVm)
;
                        }
                        GeneratedField::PowerVm => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("powerVm"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(effect_body::Kind::PowerVm)
;
                        }
                        GeneratedField::DestroyVm => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("destroyVm"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(effect_body::Kind::DestroyVm)
;
                        }
                        GeneratedField::CheckpointVm => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointVm"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(effect_body::Kind::CheckpointVm)
;
                        }
                        GeneratedField::ForgetCheckpoint => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("forgetCheckpoint"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(effect_body::Kind::ForgetCheckpoint)
;
                        }
                        GeneratedField::Prompt => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("prompt"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(effect_body::Kind::Prompt)
;
                        }
                        GeneratedField::Interrupt => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("interrupt"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(effect_body::Kind::Interrupt)
;
                        }
                        GeneratedField::Freeze => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("freeze"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(effect_body::Kind::Freeze)
;
                        }
                        GeneratedField::Thaw => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("thaw"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(effect_body::Kind::Thaw)
;
                        }
                        GeneratedField::PrepareWorkspace => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("prepareWorkspace"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(effect_body::Kind::PrepareWorkspace)
;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(EffectBody {
                    kind: kind__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.EffectBody", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for EffectDoneEvent {
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
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.EffectDoneEvent", len)?;
        if !self.effect_id.is_empty() {
            struct_ser.serialize_field("effectId", &self.effect_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for EffectDoneEvent {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "effect_id",
            "effectId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            EffectId,
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
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = EffectDoneEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.EffectDoneEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<EffectDoneEvent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut effect_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::EffectId => {
                            if effect_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("effectId"));
                            }
                            effect_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(EffectDoneEvent {
                    effect_id: effect_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.EffectDoneEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for EffectDoneMessage {
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
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.EffectDoneMessage", len)?;
        if !self.effect_id.is_empty() {
            struct_ser.serialize_field("effectId", &self.effect_id)?;
        }
        if let Some(v) = self.outcome.as_ref() {
            struct_ser.serialize_field("outcome", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for EffectDoneMessage {
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
            type Value = EffectDoneMessage;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.EffectDoneMessage")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<EffectDoneMessage, V::Error>
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
                Ok(EffectDoneMessage {
                    effect_id: effect_id__.unwrap_or_default(),
                    outcome: outcome__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.EffectDoneMessage", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for EffectDroppedEvent {
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
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.EffectDroppedEvent", len)?;
        if !self.effect_id.is_empty() {
            struct_ser.serialize_field("effectId", &self.effect_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for EffectDroppedEvent {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "effect_id",
            "effectId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            EffectId,
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
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = EffectDroppedEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.EffectDroppedEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<EffectDroppedEvent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut effect_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::EffectId => {
                            if effect_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("effectId"));
                            }
                            effect_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(EffectDroppedEvent {
                    effect_id: effect_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.EffectDroppedEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for EffectFailure {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.reason.is_empty() {
            len += 1;
        }
        if !self.text.is_empty() {
            len += 1;
        }
        if self.transient {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.EffectFailure", len)?;
        if !self.reason.is_empty() {
            struct_ser.serialize_field("reason", &self.reason)?;
        }
        if !self.text.is_empty() {
            struct_ser.serialize_field("text", &self.text)?;
        }
        if self.transient {
            struct_ser.serialize_field("transient", &self.transient)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for EffectFailure {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "reason",
            "text",
            "transient",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Reason,
            Text,
            Transient,
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
                            "reason" => Ok(GeneratedField::Reason),
                            "text" => Ok(GeneratedField::Text),
                            "transient" => Ok(GeneratedField::Transient),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = EffectFailure;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.EffectFailure")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<EffectFailure, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut reason__ = None;
                let mut text__ = None;
                let mut transient__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Reason => {
                            if reason__.is_some() {
                                return Err(serde::de::Error::duplicate_field("reason"));
                            }
                            reason__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Text => {
                            if text__.is_some() {
                                return Err(serde::de::Error::duplicate_field("text"));
                            }
                            text__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Transient => {
                            if transient__.is_some() {
                                return Err(serde::de::Error::duplicate_field("transient"));
                            }
                            transient__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(EffectFailure {
                    reason: reason__.unwrap_or_default(),
                    text: text__.unwrap_or_default(),
                    transient: transient__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.EffectFailure", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for EffectOutcome {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.failure.is_some() {
            len += 1;
        }
        if !self.handle.is_empty() {
            len += 1;
        }
        if !self.checkpoint_handle.is_empty() {
            len += 1;
        }
        if self.size_bytes != 0 {
            len += 1;
        }
        if self.pause_us != 0 {
            len += 1;
        }
        if self.level != 0 {
            len += 1;
        }
        if self.cut.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.EffectOutcome", len)?;
        if let Some(v) = self.failure.as_ref() {
            struct_ser.serialize_field("failure", v)?;
        }
        if !self.handle.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("handle", pbjson::private::base64::encode(&self.handle).as_str())?;
        }
        if !self.checkpoint_handle.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("checkpointHandle", pbjson::private::base64::encode(&self.checkpoint_handle).as_str())?;
        }
        if self.size_bytes != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("sizeBytes", ToString::to_string(&self.size_bytes).as_str())?;
        }
        if self.pause_us != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("pauseUs", ToString::to_string(&self.pause_us).as_str())?;
        }
        if self.level != 0 {
            let v = CheckpointLevel::try_from(self.level)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.level)))?;
            struct_ser.serialize_field("level", &v)?;
        }
        if let Some(v) = self.cut.as_ref() {
            struct_ser.serialize_field("cut", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for EffectOutcome {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "failure",
            "handle",
            "checkpoint_handle",
            "checkpointHandle",
            "size_bytes",
            "sizeBytes",
            "pause_us",
            "pauseUs",
            "level",
            "cut",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Failure,
            Handle,
            CheckpointHandle,
            SizeBytes,
            PauseUs,
            Level,
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
                            "failure" => Ok(GeneratedField::Failure),
                            "handle" => Ok(GeneratedField::Handle),
                            "checkpointHandle" | "checkpoint_handle" => Ok(GeneratedField::CheckpointHandle),
                            "sizeBytes" | "size_bytes" => Ok(GeneratedField::SizeBytes),
                            "pauseUs" | "pause_us" => Ok(GeneratedField::PauseUs),
                            "level" => Ok(GeneratedField::Level),
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
            type Value = EffectOutcome;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.EffectOutcome")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<EffectOutcome, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut failure__ = None;
                let mut handle__ = None;
                let mut checkpoint_handle__ = None;
                let mut size_bytes__ = None;
                let mut pause_us__ = None;
                let mut level__ = None;
                let mut cut__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Failure => {
                            if failure__.is_some() {
                                return Err(serde::de::Error::duplicate_field("failure"));
                            }
                            failure__ = map_.next_value()?;
                        }
                        GeneratedField::Handle => {
                            if handle__.is_some() {
                                return Err(serde::de::Error::duplicate_field("handle"));
                            }
                            handle__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::CheckpointHandle => {
                            if checkpoint_handle__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointHandle"));
                            }
                            checkpoint_handle__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::SizeBytes => {
                            if size_bytes__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sizeBytes"));
                            }
                            size_bytes__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::PauseUs => {
                            if pause_us__.is_some() {
                                return Err(serde::de::Error::duplicate_field("pauseUs"));
                            }
                            pause_us__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Level => {
                            if level__.is_some() {
                                return Err(serde::de::Error::duplicate_field("level"));
                            }
                            level__ = Some(map_.next_value::<CheckpointLevel>()? as i32);
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
                Ok(EffectOutcome {
                    failure: failure__,
                    handle: handle__.unwrap_or_default(),
                    checkpoint_handle: checkpoint_handle__.unwrap_or_default(),
                    size_bytes: size_bytes__.unwrap_or_default(),
                    pause_us: pause_us__.unwrap_or_default(),
                    level: level__.unwrap_or_default(),
                    cut: cut__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.EffectOutcome", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for EgressRule {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.id.is_empty() {
            len += 1;
        }
        if !self.project_id.is_empty() {
            len += 1;
        }
        if !self.host.is_empty() {
            len += 1;
        }
        if self.port != 0 {
            len += 1;
        }
        if !self.preset.is_empty() {
            len += 1;
        }
        if self.create_time.is_some() {
            len += 1;
        }
        if self.update_time.is_some() {
            len += 1;
        }
        if self.revision != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.EgressRule", len)?;
        if !self.id.is_empty() {
            struct_ser.serialize_field("id", &self.id)?;
        }
        if !self.project_id.is_empty() {
            struct_ser.serialize_field("projectId", &self.project_id)?;
        }
        if !self.host.is_empty() {
            struct_ser.serialize_field("host", &self.host)?;
        }
        if self.port != 0 {
            struct_ser.serialize_field("port", &self.port)?;
        }
        if !self.preset.is_empty() {
            struct_ser.serialize_field("preset", &self.preset)?;
        }
        if let Some(v) = self.create_time.as_ref() {
            struct_ser.serialize_field("createTime", v)?;
        }
        if let Some(v) = self.update_time.as_ref() {
            struct_ser.serialize_field("updateTime", v)?;
        }
        if self.revision != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("revision", ToString::to_string(&self.revision).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for EgressRule {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "id",
            "project_id",
            "projectId",
            "host",
            "port",
            "preset",
            "create_time",
            "createTime",
            "update_time",
            "updateTime",
            "revision",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Id,
            ProjectId,
            Host,
            Port,
            Preset,
            CreateTime,
            UpdateTime,
            Revision,
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
                            "id" => Ok(GeneratedField::Id),
                            "projectId" | "project_id" => Ok(GeneratedField::ProjectId),
                            "host" => Ok(GeneratedField::Host),
                            "port" => Ok(GeneratedField::Port),
                            "preset" => Ok(GeneratedField::Preset),
                            "createTime" | "create_time" => Ok(GeneratedField::CreateTime),
                            "updateTime" | "update_time" => Ok(GeneratedField::UpdateTime),
                            "revision" => Ok(GeneratedField::Revision),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = EgressRule;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.EgressRule")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<EgressRule, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut id__ = None;
                let mut project_id__ = None;
                let mut host__ = None;
                let mut port__ = None;
                let mut preset__ = None;
                let mut create_time__ = None;
                let mut update_time__ = None;
                let mut revision__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Id => {
                            if id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("id"));
                            }
                            id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ProjectId => {
                            if project_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("projectId"));
                            }
                            project_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Host => {
                            if host__.is_some() {
                                return Err(serde::de::Error::duplicate_field("host"));
                            }
                            host__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Port => {
                            if port__.is_some() {
                                return Err(serde::de::Error::duplicate_field("port"));
                            }
                            port__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Preset => {
                            if preset__.is_some() {
                                return Err(serde::de::Error::duplicate_field("preset"));
                            }
                            preset__ = Some(map_.next_value()?);
                        }
                        GeneratedField::CreateTime => {
                            if create_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("createTime"));
                            }
                            create_time__ = map_.next_value()?;
                        }
                        GeneratedField::UpdateTime => {
                            if update_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("updateTime"));
                            }
                            update_time__ = map_.next_value()?;
                        }
                        GeneratedField::Revision => {
                            if revision__.is_some() {
                                return Err(serde::de::Error::duplicate_field("revision"));
                            }
                            revision__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(EgressRule {
                    id: id__.unwrap_or_default(),
                    project_id: project_id__.unwrap_or_default(),
                    host: host__.unwrap_or_default(),
                    port: port__.unwrap_or_default(),
                    preset: preset__.unwrap_or_default(),
                    create_time: create_time__,
                    update_time: update_time__,
                    revision: revision__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.EgressRule", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for FailedEvent {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.failure.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.FailedEvent", len)?;
        if !self.failure.is_empty() {
            struct_ser.serialize_field("failure", &self.failure)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for FailedEvent {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "failure",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
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
            type Value = FailedEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.FailedEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<FailedEvent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut failure__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
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
                Ok(FailedEvent {
                    failure: failure__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.FailedEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for FailedRestore {
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
        if !self.failure.is_empty() {
            len += 1;
        }
        if self.incarnation != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.FailedRestore", len)?;
        if !self.checkpoint_id.is_empty() {
            struct_ser.serialize_field("checkpointId", &self.checkpoint_id)?;
        }
        if !self.failure.is_empty() {
            struct_ser.serialize_field("failure", &self.failure)?;
        }
        if self.incarnation != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("incarnation", ToString::to_string(&self.incarnation).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for FailedRestore {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "checkpoint_id",
            "checkpointId",
            "failure",
            "incarnation",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            CheckpointId,
            Failure,
            Incarnation,
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
                            "failure" => Ok(GeneratedField::Failure),
                            "incarnation" => Ok(GeneratedField::Incarnation),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = FailedRestore;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.FailedRestore")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<FailedRestore, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut checkpoint_id__ = None;
                let mut failure__ = None;
                let mut incarnation__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::CheckpointId => {
                            if checkpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointId"));
                            }
                            checkpoint_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Failure => {
                            if failure__.is_some() {
                                return Err(serde::de::Error::duplicate_field("failure"));
                            }
                            failure__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Incarnation => {
                            if incarnation__.is_some() {
                                return Err(serde::de::Error::duplicate_field("incarnation"));
                            }
                            incarnation__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(FailedRestore {
                    checkpoint_id: checkpoint_id__.unwrap_or_default(),
                    failure: failure__.unwrap_or_default(),
                    incarnation: incarnation__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.FailedRestore", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ForgetCheckpointEffect {
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
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.ForgetCheckpointEffect", len)?;
        if !self.checkpoint_id.is_empty() {
            struct_ser.serialize_field("checkpointId", &self.checkpoint_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ForgetCheckpointEffect {
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
            type Value = ForgetCheckpointEffect;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.ForgetCheckpointEffect")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ForgetCheckpointEffect, V::Error>
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
                Ok(ForgetCheckpointEffect {
                    checkpoint_id: checkpoint_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.ForgetCheckpointEffect", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ForgetMessage {
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
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.ForgetMessage", len)?;
        if !self.checkpoint_id.is_empty() {
            struct_ser.serialize_field("checkpointId", &self.checkpoint_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ForgetMessage {
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
            type Value = ForgetMessage;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.ForgetMessage")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ForgetMessage, V::Error>
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
                Ok(ForgetMessage {
                    checkpoint_id: checkpoint_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.ForgetMessage", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ForkVmEffect {
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
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.ForkVmEffect", len)?;
        if !self.checkpoint_id.is_empty() {
            struct_ser.serialize_field("checkpointId", &self.checkpoint_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ForkVmEffect {
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
            type Value = ForkVmEffect;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.ForkVmEffect")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ForkVmEffect, V::Error>
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
                Ok(ForkVmEffect {
                    checkpoint_id: checkpoint_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.ForkVmEffect", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for FreezeEffect {
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
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.FreezeEffect", len)?;
        if !self.checkpoint_id.is_empty() {
            struct_ser.serialize_field("checkpointId", &self.checkpoint_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for FreezeEffect {
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
            type Value = FreezeEffect;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.FreezeEffect")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<FreezeEffect, V::Error>
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
                Ok(FreezeEffect {
                    checkpoint_id: checkpoint_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.FreezeEffect", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GoalChangedEvent {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.goal != 0 {
            len += 1;
        }
        if self.grace_ms != 0 {
            len += 1;
        }
        if !self.failure.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.GoalChangedEvent", len)?;
        if self.goal != 0 {
            let v = MachineGoal::try_from(self.goal)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.goal)))?;
            struct_ser.serialize_field("goal", &v)?;
        }
        if self.grace_ms != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("graceMs", ToString::to_string(&self.grace_ms).as_str())?;
        }
        if !self.failure.is_empty() {
            struct_ser.serialize_field("failure", &self.failure)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GoalChangedEvent {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "goal",
            "grace_ms",
            "graceMs",
            "failure",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Goal,
            GraceMs,
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
                            "goal" => Ok(GeneratedField::Goal),
                            "graceMs" | "grace_ms" => Ok(GeneratedField::GraceMs),
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
            type Value = GoalChangedEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.GoalChangedEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GoalChangedEvent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut goal__ = None;
                let mut grace_ms__ = None;
                let mut failure__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Goal => {
                            if goal__.is_some() {
                                return Err(serde::de::Error::duplicate_field("goal"));
                            }
                            goal__ = Some(map_.next_value::<MachineGoal>()? as i32);
                        }
                        GeneratedField::GraceMs => {
                            if grace_ms__.is_some() {
                                return Err(serde::de::Error::duplicate_field("graceMs"));
                            }
                            grace_ms__ = 
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
                Ok(GoalChangedEvent {
                    goal: goal__.unwrap_or_default(),
                    grace_ms: grace_ms__.unwrap_or_default(),
                    failure: failure__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.GoalChangedEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GoalMessage {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.goal != 0 {
            len += 1;
        }
        if self.grace_ms != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.GoalMessage", len)?;
        if self.goal != 0 {
            let v = MachineGoal::try_from(self.goal)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.goal)))?;
            struct_ser.serialize_field("goal", &v)?;
        }
        if self.grace_ms != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("graceMs", ToString::to_string(&self.grace_ms).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GoalMessage {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "goal",
            "grace_ms",
            "graceMs",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Goal,
            GraceMs,
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
                            "goal" => Ok(GeneratedField::Goal),
                            "graceMs" | "grace_ms" => Ok(GeneratedField::GraceMs),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GoalMessage;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.GoalMessage")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GoalMessage, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut goal__ = None;
                let mut grace_ms__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Goal => {
                            if goal__.is_some() {
                                return Err(serde::de::Error::duplicate_field("goal"));
                            }
                            goal__ = Some(map_.next_value::<MachineGoal>()? as i32);
                        }
                        GeneratedField::GraceMs => {
                            if grace_ms__.is_some() {
                                return Err(serde::de::Error::duplicate_field("graceMs"));
                            }
                            grace_ms__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(GoalMessage {
                    goal: goal__.unwrap_or_default(),
                    grace_ms: grace_ms__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.GoalMessage", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GuestGreetedEvent {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.incarnation != 0 {
            len += 1;
        }
        if !self.guest_version.is_empty() {
            len += 1;
        }
        if !self.session_id.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.GuestGreetedEvent", len)?;
        if self.incarnation != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("incarnation", ToString::to_string(&self.incarnation).as_str())?;
        }
        if !self.guest_version.is_empty() {
            struct_ser.serialize_field("guestVersion", &self.guest_version)?;
        }
        if !self.session_id.is_empty() {
            struct_ser.serialize_field("sessionId", &self.session_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GuestGreetedEvent {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "incarnation",
            "guest_version",
            "guestVersion",
            "session_id",
            "sessionId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Incarnation,
            GuestVersion,
            SessionId,
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
                            "incarnation" => Ok(GeneratedField::Incarnation),
                            "guestVersion" | "guest_version" => Ok(GeneratedField::GuestVersion),
                            "sessionId" | "session_id" => Ok(GeneratedField::SessionId),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GuestGreetedEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.GuestGreetedEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GuestGreetedEvent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut incarnation__ = None;
                let mut guest_version__ = None;
                let mut session_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
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
                        GeneratedField::SessionId => {
                            if session_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sessionId"));
                            }
                            session_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(GuestGreetedEvent {
                    incarnation: incarnation__.unwrap_or_default(),
                    guest_version: guest_version__.unwrap_or_default(),
                    session_id: session_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.GuestGreetedEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GuestGreetedMessage {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.incarnation != 0 {
            len += 1;
        }
        if !self.guest_version.is_empty() {
            len += 1;
        }
        if !self.session_id.is_empty() {
            len += 1;
        }
        if self.open_turn_id.is_some() {
            len += 1;
        }
        if self.reborn {
            len += 1;
        }
        if self.frozen {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.GuestGreetedMessage", len)?;
        if self.incarnation != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("incarnation", ToString::to_string(&self.incarnation).as_str())?;
        }
        if !self.guest_version.is_empty() {
            struct_ser.serialize_field("guestVersion", &self.guest_version)?;
        }
        if !self.session_id.is_empty() {
            struct_ser.serialize_field("sessionId", &self.session_id)?;
        }
        if let Some(v) = self.open_turn_id.as_ref() {
            struct_ser.serialize_field("openTurnId", v)?;
        }
        if self.reborn {
            struct_ser.serialize_field("reborn", &self.reborn)?;
        }
        if self.frozen {
            struct_ser.serialize_field("frozen", &self.frozen)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GuestGreetedMessage {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "incarnation",
            "guest_version",
            "guestVersion",
            "session_id",
            "sessionId",
            "open_turn_id",
            "openTurnId",
            "reborn",
            "frozen",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Incarnation,
            GuestVersion,
            SessionId,
            OpenTurnId,
            Reborn,
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
                            "incarnation" => Ok(GeneratedField::Incarnation),
                            "guestVersion" | "guest_version" => Ok(GeneratedField::GuestVersion),
                            "sessionId" | "session_id" => Ok(GeneratedField::SessionId),
                            "openTurnId" | "open_turn_id" => Ok(GeneratedField::OpenTurnId),
                            "reborn" => Ok(GeneratedField::Reborn),
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
            type Value = GuestGreetedMessage;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.GuestGreetedMessage")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GuestGreetedMessage, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut incarnation__ = None;
                let mut guest_version__ = None;
                let mut session_id__ = None;
                let mut open_turn_id__ = None;
                let mut reborn__ = None;
                let mut frozen__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
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
                            open_turn_id__ = map_.next_value()?;
                        }
                        GeneratedField::Reborn => {
                            if reborn__.is_some() {
                                return Err(serde::de::Error::duplicate_field("reborn"));
                            }
                            reborn__ = Some(map_.next_value()?);
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
                Ok(GuestGreetedMessage {
                    incarnation: incarnation__.unwrap_or_default(),
                    guest_version: guest_version__.unwrap_or_default(),
                    session_id: session_id__.unwrap_or_default(),
                    open_turn_id: open_turn_id__,
                    reborn: reborn__.unwrap_or_default(),
                    frozen: frozen__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.GuestGreetedMessage", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Hub {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.id.is_empty() {
            len += 1;
        }
        if !self.name.is_empty() {
            len += 1;
        }
        if !self.address.is_empty() {
            len += 1;
        }
        if !self.version.is_empty() {
            len += 1;
        }
        if self.seen_time.is_some() {
            len += 1;
        }
        if self.create_time.is_some() {
            len += 1;
        }
        if self.update_time.is_some() {
            len += 1;
        }
        if self.revision != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.Hub", len)?;
        if !self.id.is_empty() {
            struct_ser.serialize_field("id", &self.id)?;
        }
        if !self.name.is_empty() {
            struct_ser.serialize_field("name", &self.name)?;
        }
        if !self.address.is_empty() {
            struct_ser.serialize_field("address", &self.address)?;
        }
        if !self.version.is_empty() {
            struct_ser.serialize_field("version", &self.version)?;
        }
        if let Some(v) = self.seen_time.as_ref() {
            struct_ser.serialize_field("seenTime", v)?;
        }
        if let Some(v) = self.create_time.as_ref() {
            struct_ser.serialize_field("createTime", v)?;
        }
        if let Some(v) = self.update_time.as_ref() {
            struct_ser.serialize_field("updateTime", v)?;
        }
        if self.revision != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("revision", ToString::to_string(&self.revision).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Hub {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "id",
            "name",
            "address",
            "version",
            "seen_time",
            "seenTime",
            "create_time",
            "createTime",
            "update_time",
            "updateTime",
            "revision",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Id,
            Name,
            Address,
            Version,
            SeenTime,
            CreateTime,
            UpdateTime,
            Revision,
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
                            "id" => Ok(GeneratedField::Id),
                            "name" => Ok(GeneratedField::Name),
                            "address" => Ok(GeneratedField::Address),
                            "version" => Ok(GeneratedField::Version),
                            "seenTime" | "seen_time" => Ok(GeneratedField::SeenTime),
                            "createTime" | "create_time" => Ok(GeneratedField::CreateTime),
                            "updateTime" | "update_time" => Ok(GeneratedField::UpdateTime),
                            "revision" => Ok(GeneratedField::Revision),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Hub;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.Hub")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Hub, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut id__ = None;
                let mut name__ = None;
                let mut address__ = None;
                let mut version__ = None;
                let mut seen_time__ = None;
                let mut create_time__ = None;
                let mut update_time__ = None;
                let mut revision__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Id => {
                            if id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("id"));
                            }
                            id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Name => {
                            if name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("name"));
                            }
                            name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Address => {
                            if address__.is_some() {
                                return Err(serde::de::Error::duplicate_field("address"));
                            }
                            address__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Version => {
                            if version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("version"));
                            }
                            version__ = Some(map_.next_value()?);
                        }
                        GeneratedField::SeenTime => {
                            if seen_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("seenTime"));
                            }
                            seen_time__ = map_.next_value()?;
                        }
                        GeneratedField::CreateTime => {
                            if create_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("createTime"));
                            }
                            create_time__ = map_.next_value()?;
                        }
                        GeneratedField::UpdateTime => {
                            if update_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("updateTime"));
                            }
                            update_time__ = map_.next_value()?;
                        }
                        GeneratedField::Revision => {
                            if revision__.is_some() {
                                return Err(serde::de::Error::duplicate_field("revision"));
                            }
                            revision__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Hub {
                    id: id__.unwrap_or_default(),
                    name: name__.unwrap_or_default(),
                    address: address__.unwrap_or_default(),
                    version: version__.unwrap_or_default(),
                    seen_time: seen_time__,
                    create_time: create_time__,
                    update_time: update_time__,
                    revision: revision__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.Hub", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Image {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.id.is_empty() {
            len += 1;
        }
        if !self.name.is_empty() {
            len += 1;
        }
        if !self.digest.is_empty() {
            len += 1;
        }
        if !self.arch.is_empty() {
            len += 1;
        }
        if self.disk.is_some() {
            len += 1;
        }
        if self.kernel.is_some() {
            len += 1;
        }
        if self.initrd.is_some() {
            len += 1;
        }
        if !self.kernel_command_line.is_empty() {
            len += 1;
        }
        if !self.packages.is_empty() {
            len += 1;
        }
        if !self.coding_agents.is_empty() {
            len += 1;
        }
        if !self.guest_version.is_empty() {
            len += 1;
        }
        if self.disk_bytes != 0 {
            len += 1;
        }
        if self.create_time.is_some() {
            len += 1;
        }
        if self.update_time.is_some() {
            len += 1;
        }
        if self.revision != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.Image", len)?;
        if !self.id.is_empty() {
            struct_ser.serialize_field("id", &self.id)?;
        }
        if !self.name.is_empty() {
            struct_ser.serialize_field("name", &self.name)?;
        }
        if !self.digest.is_empty() {
            struct_ser.serialize_field("digest", &self.digest)?;
        }
        if !self.arch.is_empty() {
            struct_ser.serialize_field("arch", &self.arch)?;
        }
        if let Some(v) = self.disk.as_ref() {
            struct_ser.serialize_field("disk", v)?;
        }
        if let Some(v) = self.kernel.as_ref() {
            struct_ser.serialize_field("kernel", v)?;
        }
        if let Some(v) = self.initrd.as_ref() {
            struct_ser.serialize_field("initrd", v)?;
        }
        if !self.kernel_command_line.is_empty() {
            struct_ser.serialize_field("kernelCommandLine", &self.kernel_command_line)?;
        }
        if !self.packages.is_empty() {
            struct_ser.serialize_field("packages", &self.packages)?;
        }
        if !self.coding_agents.is_empty() {
            struct_ser.serialize_field("codingAgents", &self.coding_agents)?;
        }
        if !self.guest_version.is_empty() {
            struct_ser.serialize_field("guestVersion", &self.guest_version)?;
        }
        if self.disk_bytes != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("diskBytes", ToString::to_string(&self.disk_bytes).as_str())?;
        }
        if let Some(v) = self.create_time.as_ref() {
            struct_ser.serialize_field("createTime", v)?;
        }
        if let Some(v) = self.update_time.as_ref() {
            struct_ser.serialize_field("updateTime", v)?;
        }
        if self.revision != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("revision", ToString::to_string(&self.revision).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Image {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "id",
            "name",
            "digest",
            "arch",
            "disk",
            "kernel",
            "initrd",
            "kernel_command_line",
            "kernelCommandLine",
            "packages",
            "coding_agents",
            "codingAgents",
            "guest_version",
            "guestVersion",
            "disk_bytes",
            "diskBytes",
            "create_time",
            "createTime",
            "update_time",
            "updateTime",
            "revision",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Id,
            Name,
            Digest,
            Arch,
            Disk,
            Kernel,
            Initrd,
            KernelCommandLine,
            Packages,
            CodingAgents,
            GuestVersion,
            DiskBytes,
            CreateTime,
            UpdateTime,
            Revision,
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
                            "id" => Ok(GeneratedField::Id),
                            "name" => Ok(GeneratedField::Name),
                            "digest" => Ok(GeneratedField::Digest),
                            "arch" => Ok(GeneratedField::Arch),
                            "disk" => Ok(GeneratedField::Disk),
                            "kernel" => Ok(GeneratedField::Kernel),
                            "initrd" => Ok(GeneratedField::Initrd),
                            "kernelCommandLine" | "kernel_command_line" => Ok(GeneratedField::KernelCommandLine),
                            "packages" => Ok(GeneratedField::Packages),
                            "codingAgents" | "coding_agents" => Ok(GeneratedField::CodingAgents),
                            "guestVersion" | "guest_version" => Ok(GeneratedField::GuestVersion),
                            "diskBytes" | "disk_bytes" => Ok(GeneratedField::DiskBytes),
                            "createTime" | "create_time" => Ok(GeneratedField::CreateTime),
                            "updateTime" | "update_time" => Ok(GeneratedField::UpdateTime),
                            "revision" => Ok(GeneratedField::Revision),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Image;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.Image")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Image, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut id__ = None;
                let mut name__ = None;
                let mut digest__ = None;
                let mut arch__ = None;
                let mut disk__ = None;
                let mut kernel__ = None;
                let mut initrd__ = None;
                let mut kernel_command_line__ = None;
                let mut packages__ = None;
                let mut coding_agents__ = None;
                let mut guest_version__ = None;
                let mut disk_bytes__ = None;
                let mut create_time__ = None;
                let mut update_time__ = None;
                let mut revision__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Id => {
                            if id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("id"));
                            }
                            id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Name => {
                            if name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("name"));
                            }
                            name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Digest => {
                            if digest__.is_some() {
                                return Err(serde::de::Error::duplicate_field("digest"));
                            }
                            digest__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Arch => {
                            if arch__.is_some() {
                                return Err(serde::de::Error::duplicate_field("arch"));
                            }
                            arch__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Disk => {
                            if disk__.is_some() {
                                return Err(serde::de::Error::duplicate_field("disk"));
                            }
                            disk__ = map_.next_value()?;
                        }
                        GeneratedField::Kernel => {
                            if kernel__.is_some() {
                                return Err(serde::de::Error::duplicate_field("kernel"));
                            }
                            kernel__ = map_.next_value()?;
                        }
                        GeneratedField::Initrd => {
                            if initrd__.is_some() {
                                return Err(serde::de::Error::duplicate_field("initrd"));
                            }
                            initrd__ = map_.next_value()?;
                        }
                        GeneratedField::KernelCommandLine => {
                            if kernel_command_line__.is_some() {
                                return Err(serde::de::Error::duplicate_field("kernelCommandLine"));
                            }
                            kernel_command_line__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Packages => {
                            if packages__.is_some() {
                                return Err(serde::de::Error::duplicate_field("packages"));
                            }
                            packages__ = Some(map_.next_value()?);
                        }
                        GeneratedField::CodingAgents => {
                            if coding_agents__.is_some() {
                                return Err(serde::de::Error::duplicate_field("codingAgents"));
                            }
                            coding_agents__ = Some(map_.next_value()?);
                        }
                        GeneratedField::GuestVersion => {
                            if guest_version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("guestVersion"));
                            }
                            guest_version__ = Some(map_.next_value()?);
                        }
                        GeneratedField::DiskBytes => {
                            if disk_bytes__.is_some() {
                                return Err(serde::de::Error::duplicate_field("diskBytes"));
                            }
                            disk_bytes__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::CreateTime => {
                            if create_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("createTime"));
                            }
                            create_time__ = map_.next_value()?;
                        }
                        GeneratedField::UpdateTime => {
                            if update_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("updateTime"));
                            }
                            update_time__ = map_.next_value()?;
                        }
                        GeneratedField::Revision => {
                            if revision__.is_some() {
                                return Err(serde::de::Error::duplicate_field("revision"));
                            }
                            revision__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Image {
                    id: id__.unwrap_or_default(),
                    name: name__.unwrap_or_default(),
                    digest: digest__.unwrap_or_default(),
                    arch: arch__.unwrap_or_default(),
                    disk: disk__,
                    kernel: kernel__,
                    initrd: initrd__,
                    kernel_command_line: kernel_command_line__.unwrap_or_default(),
                    packages: packages__.unwrap_or_default(),
                    coding_agents: coding_agents__.unwrap_or_default(),
                    guest_version: guest_version__.unwrap_or_default(),
                    disk_bytes: disk_bytes__.unwrap_or_default(),
                    create_time: create_time__,
                    update_time: update_time__,
                    revision: revision__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.Image", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ImageCodingAgent {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.kind.is_empty() {
            len += 1;
        }
        if !self.version.is_empty() {
            len += 1;
        }
        if !self.path.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.ImageCodingAgent", len)?;
        if !self.kind.is_empty() {
            struct_ser.serialize_field("kind", &self.kind)?;
        }
        if !self.version.is_empty() {
            struct_ser.serialize_field("version", &self.version)?;
        }
        if !self.path.is_empty() {
            struct_ser.serialize_field("path", &self.path)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ImageCodingAgent {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "kind",
            "version",
            "path",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Kind,
            Version,
            Path,
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
                            "kind" => Ok(GeneratedField::Kind),
                            "version" => Ok(GeneratedField::Version),
                            "path" => Ok(GeneratedField::Path),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ImageCodingAgent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.ImageCodingAgent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ImageCodingAgent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut kind__ = None;
                let mut version__ = None;
                let mut path__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Kind => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("kind"));
                            }
                            kind__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Version => {
                            if version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("version"));
                            }
                            version__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Path => {
                            if path__.is_some() {
                                return Err(serde::de::Error::duplicate_field("path"));
                            }
                            path__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ImageCodingAgent {
                    kind: kind__.unwrap_or_default(),
                    version: version__.unwrap_or_default(),
                    path: path__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.ImageCodingAgent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ImageFile {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.name.is_empty() {
            len += 1;
        }
        if !self.digest.is_empty() {
            len += 1;
        }
        if self.size_bytes != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.ImageFile", len)?;
        if !self.name.is_empty() {
            struct_ser.serialize_field("name", &self.name)?;
        }
        if !self.digest.is_empty() {
            struct_ser.serialize_field("digest", &self.digest)?;
        }
        if self.size_bytes != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("sizeBytes", ToString::to_string(&self.size_bytes).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ImageFile {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "name",
            "digest",
            "size_bytes",
            "sizeBytes",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Name,
            Digest,
            SizeBytes,
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
                            "name" => Ok(GeneratedField::Name),
                            "digest" => Ok(GeneratedField::Digest),
                            "sizeBytes" | "size_bytes" => Ok(GeneratedField::SizeBytes),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ImageFile;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.ImageFile")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ImageFile, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut name__ = None;
                let mut digest__ = None;
                let mut size_bytes__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Name => {
                            if name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("name"));
                            }
                            name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Digest => {
                            if digest__.is_some() {
                                return Err(serde::de::Error::duplicate_field("digest"));
                            }
                            digest__ = Some(map_.next_value()?);
                        }
                        GeneratedField::SizeBytes => {
                            if size_bytes__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sizeBytes"));
                            }
                            size_bytes__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ImageFile {
                    name: name__.unwrap_or_default(),
                    digest: digest__.unwrap_or_default(),
                    size_bytes: size_bytes__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.ImageFile", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ImagePackage {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.name.is_empty() {
            len += 1;
        }
        if !self.version.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.ImagePackage", len)?;
        if !self.name.is_empty() {
            struct_ser.serialize_field("name", &self.name)?;
        }
        if !self.version.is_empty() {
            struct_ser.serialize_field("version", &self.version)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ImagePackage {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "name",
            "version",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Name,
            Version,
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
                            "name" => Ok(GeneratedField::Name),
                            "version" => Ok(GeneratedField::Version),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ImagePackage;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.ImagePackage")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ImagePackage, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut name__ = None;
                let mut version__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Name => {
                            if name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("name"));
                            }
                            name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Version => {
                            if version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("version"));
                            }
                            version__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ImagePackage {
                    name: name__.unwrap_or_default(),
                    version: version__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.ImagePackage", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for IncarnationStartedEvent {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.incarnation != 0 {
            len += 1;
        }
        if self.checkpoint_id.is_some() {
            len += 1;
        }
        if self.state != 0 {
            len += 1;
        }
        if self.continued_turn.is_some() {
            len += 1;
        }
        if !self.session_id.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.IncarnationStartedEvent", len)?;
        if self.incarnation != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("incarnation", ToString::to_string(&self.incarnation).as_str())?;
        }
        if let Some(v) = self.checkpoint_id.as_ref() {
            struct_ser.serialize_field("checkpointId", v)?;
        }
        if self.state != 0 {
            let v = MachineState::try_from(self.state)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.state)))?;
            struct_ser.serialize_field("state", &v)?;
        }
        if let Some(v) = self.continued_turn.as_ref() {
            struct_ser.serialize_field("continuedTurn", v)?;
        }
        if !self.session_id.is_empty() {
            struct_ser.serialize_field("sessionId", &self.session_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for IncarnationStartedEvent {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "incarnation",
            "checkpoint_id",
            "checkpointId",
            "state",
            "continued_turn",
            "continuedTurn",
            "session_id",
            "sessionId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Incarnation,
            CheckpointId,
            State,
            ContinuedTurn,
            SessionId,
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
                            "incarnation" => Ok(GeneratedField::Incarnation),
                            "checkpointId" | "checkpoint_id" => Ok(GeneratedField::CheckpointId),
                            "state" => Ok(GeneratedField::State),
                            "continuedTurn" | "continued_turn" => Ok(GeneratedField::ContinuedTurn),
                            "sessionId" | "session_id" => Ok(GeneratedField::SessionId),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = IncarnationStartedEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.IncarnationStartedEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<IncarnationStartedEvent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut incarnation__ = None;
                let mut checkpoint_id__ = None;
                let mut state__ = None;
                let mut continued_turn__ = None;
                let mut session_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Incarnation => {
                            if incarnation__.is_some() {
                                return Err(serde::de::Error::duplicate_field("incarnation"));
                            }
                            incarnation__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::CheckpointId => {
                            if checkpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointId"));
                            }
                            checkpoint_id__ = map_.next_value()?;
                        }
                        GeneratedField::State => {
                            if state__.is_some() {
                                return Err(serde::de::Error::duplicate_field("state"));
                            }
                            state__ = Some(map_.next_value::<MachineState>()? as i32);
                        }
                        GeneratedField::ContinuedTurn => {
                            if continued_turn__.is_some() {
                                return Err(serde::de::Error::duplicate_field("continuedTurn"));
                            }
                            continued_turn__ = map_.next_value()?;
                        }
                        GeneratedField::SessionId => {
                            if session_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sessionId"));
                            }
                            session_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(IncarnationStartedEvent {
                    incarnation: incarnation__.unwrap_or_default(),
                    checkpoint_id: checkpoint_id__,
                    state: state__.unwrap_or_default(),
                    continued_turn: continued_turn__,
                    session_id: session_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.IncarnationStartedEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for InterruptEffect {
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
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.InterruptEffect", len)?;
        if !self.turn_id.is_empty() {
            struct_ser.serialize_field("turnId", &self.turn_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for InterruptEffect {
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
            type Value = InterruptEffect;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.InterruptEffect")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<InterruptEffect, V::Error>
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
                Ok(InterruptEffect {
                    turn_id: turn_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.InterruptEffect", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for InterruptMessage {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.turn_id.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.InterruptMessage", len)?;
        if let Some(v) = self.turn_id.as_ref() {
            struct_ser.serialize_field("turnId", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for InterruptMessage {
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
            type Value = InterruptMessage;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.InterruptMessage")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<InterruptMessage, V::Error>
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
                            turn_id__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(InterruptMessage {
                    turn_id: turn_id__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.InterruptMessage", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Lease {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.id.is_empty() {
            len += 1;
        }
        if self.partition != 0 {
            len += 1;
        }
        if !self.owner.is_empty() {
            len += 1;
        }
        if self.epoch != 0 {
            len += 1;
        }
        if self.expire_time.is_some() {
            len += 1;
        }
        if !self.address.is_empty() {
            len += 1;
        }
        if self.create_time.is_some() {
            len += 1;
        }
        if self.update_time.is_some() {
            len += 1;
        }
        if self.revision != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.Lease", len)?;
        if !self.id.is_empty() {
            struct_ser.serialize_field("id", &self.id)?;
        }
        if self.partition != 0 {
            struct_ser.serialize_field("partition", &self.partition)?;
        }
        if !self.owner.is_empty() {
            struct_ser.serialize_field("owner", &self.owner)?;
        }
        if self.epoch != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("epoch", ToString::to_string(&self.epoch).as_str())?;
        }
        if let Some(v) = self.expire_time.as_ref() {
            struct_ser.serialize_field("expireTime", v)?;
        }
        if !self.address.is_empty() {
            struct_ser.serialize_field("address", &self.address)?;
        }
        if let Some(v) = self.create_time.as_ref() {
            struct_ser.serialize_field("createTime", v)?;
        }
        if let Some(v) = self.update_time.as_ref() {
            struct_ser.serialize_field("updateTime", v)?;
        }
        if self.revision != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("revision", ToString::to_string(&self.revision).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Lease {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "id",
            "partition",
            "owner",
            "epoch",
            "expire_time",
            "expireTime",
            "address",
            "create_time",
            "createTime",
            "update_time",
            "updateTime",
            "revision",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Id,
            Partition,
            Owner,
            Epoch,
            ExpireTime,
            Address,
            CreateTime,
            UpdateTime,
            Revision,
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
                            "id" => Ok(GeneratedField::Id),
                            "partition" => Ok(GeneratedField::Partition),
                            "owner" => Ok(GeneratedField::Owner),
                            "epoch" => Ok(GeneratedField::Epoch),
                            "expireTime" | "expire_time" => Ok(GeneratedField::ExpireTime),
                            "address" => Ok(GeneratedField::Address),
                            "createTime" | "create_time" => Ok(GeneratedField::CreateTime),
                            "updateTime" | "update_time" => Ok(GeneratedField::UpdateTime),
                            "revision" => Ok(GeneratedField::Revision),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Lease;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.Lease")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Lease, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut id__ = None;
                let mut partition__ = None;
                let mut owner__ = None;
                let mut epoch__ = None;
                let mut expire_time__ = None;
                let mut address__ = None;
                let mut create_time__ = None;
                let mut update_time__ = None;
                let mut revision__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Id => {
                            if id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("id"));
                            }
                            id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Partition => {
                            if partition__.is_some() {
                                return Err(serde::de::Error::duplicate_field("partition"));
                            }
                            partition__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Owner => {
                            if owner__.is_some() {
                                return Err(serde::de::Error::duplicate_field("owner"));
                            }
                            owner__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Epoch => {
                            if epoch__.is_some() {
                                return Err(serde::de::Error::duplicate_field("epoch"));
                            }
                            epoch__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::ExpireTime => {
                            if expire_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("expireTime"));
                            }
                            expire_time__ = map_.next_value()?;
                        }
                        GeneratedField::Address => {
                            if address__.is_some() {
                                return Err(serde::de::Error::duplicate_field("address"));
                            }
                            address__ = Some(map_.next_value()?);
                        }
                        GeneratedField::CreateTime => {
                            if create_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("createTime"));
                            }
                            create_time__ = map_.next_value()?;
                        }
                        GeneratedField::UpdateTime => {
                            if update_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("updateTime"));
                            }
                            update_time__ = map_.next_value()?;
                        }
                        GeneratedField::Revision => {
                            if revision__.is_some() {
                                return Err(serde::de::Error::duplicate_field("revision"));
                            }
                            revision__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Lease {
                    id: id__.unwrap_or_default(),
                    partition: partition__.unwrap_or_default(),
                    owner: owner__.unwrap_or_default(),
                    epoch: epoch__.unwrap_or_default(),
                    expire_time: expire_time__,
                    address: address__.unwrap_or_default(),
                    create_time: create_time__,
                    update_time: update_time__,
                    revision: revision__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.Lease", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for LeaseToken {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.partition != 0 {
            len += 1;
        }
        if self.epoch != 0 {
            len += 1;
        }
        if !self.owner.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.LeaseToken", len)?;
        if self.partition != 0 {
            struct_ser.serialize_field("partition", &self.partition)?;
        }
        if self.epoch != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("epoch", ToString::to_string(&self.epoch).as_str())?;
        }
        if !self.owner.is_empty() {
            struct_ser.serialize_field("owner", &self.owner)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for LeaseToken {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "partition",
            "epoch",
            "owner",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Partition,
            Epoch,
            Owner,
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
                            "partition" => Ok(GeneratedField::Partition),
                            "epoch" => Ok(GeneratedField::Epoch),
                            "owner" => Ok(GeneratedField::Owner),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = LeaseToken;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.LeaseToken")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<LeaseToken, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut partition__ = None;
                let mut epoch__ = None;
                let mut owner__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Partition => {
                            if partition__.is_some() {
                                return Err(serde::de::Error::duplicate_field("partition"));
                            }
                            partition__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Epoch => {
                            if epoch__.is_some() {
                                return Err(serde::de::Error::duplicate_field("epoch"));
                            }
                            epoch__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Owner => {
                            if owner__.is_some() {
                                return Err(serde::de::Error::duplicate_field("owner"));
                            }
                            owner__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(LeaseToken {
                    partition: partition__.unwrap_or_default(),
                    epoch: epoch__.unwrap_or_default(),
                    owner: owner__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.LeaseToken", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Machine {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.id.is_empty() {
            len += 1;
        }
        if !self.project_id.is_empty() {
            len += 1;
        }
        if !self.name.is_empty() {
            len += 1;
        }
        if self.parent_id.is_some() {
            len += 1;
        }
        if self.origin_checkpoint_id.is_some() {
            len += 1;
        }
        if !self.image_id.is_empty() {
            len += 1;
        }
        if !self.template.is_empty() {
            len += 1;
        }
        if !self.coding_agent.is_empty() {
            len += 1;
        }
        if self.spec.is_some() {
            len += 1;
        }
        if !self.node_id.is_empty() {
            len += 1;
        }
        if self.partition != 0 {
            len += 1;
        }
        if self.state != 0 {
            len += 1;
        }
        if self.goal != 0 {
            len += 1;
        }
        if self.incarnation != 0 {
            len += 1;
        }
        if !self.handle.is_empty() {
            len += 1;
        }
        if self.turn_id.is_some() {
            len += 1;
        }
        if !self.session_id.is_empty() {
            len += 1;
        }
        if self.checkpoint_id.is_some() {
            len += 1;
        }
        if !self.failure.is_empty() {
            len += 1;
        }
        if self.usage.is_some() {
            len += 1;
        }
        if self.event_sequence != 0 {
            len += 1;
        }
        if self.restart_policy != 0 {
            len += 1;
        }
        if self.actor.is_some() {
            len += 1;
        }
        if self.create_time.is_some() {
            len += 1;
        }
        if self.update_time.is_some() {
            len += 1;
        }
        if self.revision != 0 {
            len += 1;
        }
        if self.delete_time.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.Machine", len)?;
        if !self.id.is_empty() {
            struct_ser.serialize_field("id", &self.id)?;
        }
        if !self.project_id.is_empty() {
            struct_ser.serialize_field("projectId", &self.project_id)?;
        }
        if !self.name.is_empty() {
            struct_ser.serialize_field("name", &self.name)?;
        }
        if let Some(v) = self.parent_id.as_ref() {
            struct_ser.serialize_field("parentId", v)?;
        }
        if let Some(v) = self.origin_checkpoint_id.as_ref() {
            struct_ser.serialize_field("originCheckpointId", v)?;
        }
        if !self.image_id.is_empty() {
            struct_ser.serialize_field("imageId", &self.image_id)?;
        }
        if !self.template.is_empty() {
            struct_ser.serialize_field("template", &self.template)?;
        }
        if !self.coding_agent.is_empty() {
            struct_ser.serialize_field("codingAgent", &self.coding_agent)?;
        }
        if let Some(v) = self.spec.as_ref() {
            struct_ser.serialize_field("spec", v)?;
        }
        if !self.node_id.is_empty() {
            struct_ser.serialize_field("nodeId", &self.node_id)?;
        }
        if self.partition != 0 {
            struct_ser.serialize_field("partition", &self.partition)?;
        }
        if self.state != 0 {
            let v = MachineState::try_from(self.state)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.state)))?;
            struct_ser.serialize_field("state", &v)?;
        }
        if self.goal != 0 {
            let v = MachineGoal::try_from(self.goal)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.goal)))?;
            struct_ser.serialize_field("goal", &v)?;
        }
        if self.incarnation != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("incarnation", ToString::to_string(&self.incarnation).as_str())?;
        }
        if !self.handle.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("handle", pbjson::private::base64::encode(&self.handle).as_str())?;
        }
        if let Some(v) = self.turn_id.as_ref() {
            struct_ser.serialize_field("turnId", v)?;
        }
        if !self.session_id.is_empty() {
            struct_ser.serialize_field("sessionId", &self.session_id)?;
        }
        if let Some(v) = self.checkpoint_id.as_ref() {
            struct_ser.serialize_field("checkpointId", v)?;
        }
        if !self.failure.is_empty() {
            struct_ser.serialize_field("failure", &self.failure)?;
        }
        if let Some(v) = self.usage.as_ref() {
            struct_ser.serialize_field("usage", v)?;
        }
        if self.event_sequence != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("eventSequence", ToString::to_string(&self.event_sequence).as_str())?;
        }
        if self.restart_policy != 0 {
            let v = RestartPolicy::try_from(self.restart_policy)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.restart_policy)))?;
            struct_ser.serialize_field("restartPolicy", &v)?;
        }
        if let Some(v) = self.actor.as_ref() {
            struct_ser.serialize_field("actor", v)?;
        }
        if let Some(v) = self.create_time.as_ref() {
            struct_ser.serialize_field("createTime", v)?;
        }
        if let Some(v) = self.update_time.as_ref() {
            struct_ser.serialize_field("updateTime", v)?;
        }
        if self.revision != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("revision", ToString::to_string(&self.revision).as_str())?;
        }
        if let Some(v) = self.delete_time.as_ref() {
            struct_ser.serialize_field("deleteTime", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Machine {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "id",
            "project_id",
            "projectId",
            "name",
            "parent_id",
            "parentId",
            "origin_checkpoint_id",
            "originCheckpointId",
            "image_id",
            "imageId",
            "template",
            "coding_agent",
            "codingAgent",
            "spec",
            "node_id",
            "nodeId",
            "partition",
            "state",
            "goal",
            "incarnation",
            "handle",
            "turn_id",
            "turnId",
            "session_id",
            "sessionId",
            "checkpoint_id",
            "checkpointId",
            "failure",
            "usage",
            "event_sequence",
            "eventSequence",
            "restart_policy",
            "restartPolicy",
            "actor",
            "create_time",
            "createTime",
            "update_time",
            "updateTime",
            "revision",
            "delete_time",
            "deleteTime",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Id,
            ProjectId,
            Name,
            ParentId,
            OriginCheckpointId,
            ImageId,
            Template,
            CodingAgent,
            Spec,
            NodeId,
            Partition,
            State,
            Goal,
            Incarnation,
            Handle,
            TurnId,
            SessionId,
            CheckpointId,
            Failure,
            Usage,
            EventSequence,
            RestartPolicy,
            Actor,
            CreateTime,
            UpdateTime,
            Revision,
            DeleteTime,
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
                            "id" => Ok(GeneratedField::Id),
                            "projectId" | "project_id" => Ok(GeneratedField::ProjectId),
                            "name" => Ok(GeneratedField::Name),
                            "parentId" | "parent_id" => Ok(GeneratedField::ParentId),
                            "originCheckpointId" | "origin_checkpoint_id" => Ok(GeneratedField::OriginCheckpointId),
                            "imageId" | "image_id" => Ok(GeneratedField::ImageId),
                            "template" => Ok(GeneratedField::Template),
                            "codingAgent" | "coding_agent" => Ok(GeneratedField::CodingAgent),
                            "spec" => Ok(GeneratedField::Spec),
                            "nodeId" | "node_id" => Ok(GeneratedField::NodeId),
                            "partition" => Ok(GeneratedField::Partition),
                            "state" => Ok(GeneratedField::State),
                            "goal" => Ok(GeneratedField::Goal),
                            "incarnation" => Ok(GeneratedField::Incarnation),
                            "handle" => Ok(GeneratedField::Handle),
                            "turnId" | "turn_id" => Ok(GeneratedField::TurnId),
                            "sessionId" | "session_id" => Ok(GeneratedField::SessionId),
                            "checkpointId" | "checkpoint_id" => Ok(GeneratedField::CheckpointId),
                            "failure" => Ok(GeneratedField::Failure),
                            "usage" => Ok(GeneratedField::Usage),
                            "eventSequence" | "event_sequence" => Ok(GeneratedField::EventSequence),
                            "restartPolicy" | "restart_policy" => Ok(GeneratedField::RestartPolicy),
                            "actor" => Ok(GeneratedField::Actor),
                            "createTime" | "create_time" => Ok(GeneratedField::CreateTime),
                            "updateTime" | "update_time" => Ok(GeneratedField::UpdateTime),
                            "revision" => Ok(GeneratedField::Revision),
                            "deleteTime" | "delete_time" => Ok(GeneratedField::DeleteTime),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Machine;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.Machine")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Machine, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut id__ = None;
                let mut project_id__ = None;
                let mut name__ = None;
                let mut parent_id__ = None;
                let mut origin_checkpoint_id__ = None;
                let mut image_id__ = None;
                let mut template__ = None;
                let mut coding_agent__ = None;
                let mut spec__ = None;
                let mut node_id__ = None;
                let mut partition__ = None;
                let mut state__ = None;
                let mut goal__ = None;
                let mut incarnation__ = None;
                let mut handle__ = None;
                let mut turn_id__ = None;
                let mut session_id__ = None;
                let mut checkpoint_id__ = None;
                let mut failure__ = None;
                let mut usage__ = None;
                let mut event_sequence__ = None;
                let mut restart_policy__ = None;
                let mut actor__ = None;
                let mut create_time__ = None;
                let mut update_time__ = None;
                let mut revision__ = None;
                let mut delete_time__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Id => {
                            if id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("id"));
                            }
                            id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ProjectId => {
                            if project_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("projectId"));
                            }
                            project_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Name => {
                            if name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("name"));
                            }
                            name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ParentId => {
                            if parent_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("parentId"));
                            }
                            parent_id__ = map_.next_value()?;
                        }
                        GeneratedField::OriginCheckpointId => {
                            if origin_checkpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("originCheckpointId"));
                            }
                            origin_checkpoint_id__ = map_.next_value()?;
                        }
                        GeneratedField::ImageId => {
                            if image_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("imageId"));
                            }
                            image_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Template => {
                            if template__.is_some() {
                                return Err(serde::de::Error::duplicate_field("template"));
                            }
                            template__ = Some(map_.next_value()?);
                        }
                        GeneratedField::CodingAgent => {
                            if coding_agent__.is_some() {
                                return Err(serde::de::Error::duplicate_field("codingAgent"));
                            }
                            coding_agent__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Spec => {
                            if spec__.is_some() {
                                return Err(serde::de::Error::duplicate_field("spec"));
                            }
                            spec__ = map_.next_value()?;
                        }
                        GeneratedField::NodeId => {
                            if node_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("nodeId"));
                            }
                            node_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Partition => {
                            if partition__.is_some() {
                                return Err(serde::de::Error::duplicate_field("partition"));
                            }
                            partition__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::State => {
                            if state__.is_some() {
                                return Err(serde::de::Error::duplicate_field("state"));
                            }
                            state__ = Some(map_.next_value::<MachineState>()? as i32);
                        }
                        GeneratedField::Goal => {
                            if goal__.is_some() {
                                return Err(serde::de::Error::duplicate_field("goal"));
                            }
                            goal__ = Some(map_.next_value::<MachineGoal>()? as i32);
                        }
                        GeneratedField::Incarnation => {
                            if incarnation__.is_some() {
                                return Err(serde::de::Error::duplicate_field("incarnation"));
                            }
                            incarnation__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Handle => {
                            if handle__.is_some() {
                                return Err(serde::de::Error::duplicate_field("handle"));
                            }
                            handle__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::TurnId => {
                            if turn_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("turnId"));
                            }
                            turn_id__ = map_.next_value()?;
                        }
                        GeneratedField::SessionId => {
                            if session_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sessionId"));
                            }
                            session_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::CheckpointId => {
                            if checkpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointId"));
                            }
                            checkpoint_id__ = map_.next_value()?;
                        }
                        GeneratedField::Failure => {
                            if failure__.is_some() {
                                return Err(serde::de::Error::duplicate_field("failure"));
                            }
                            failure__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Usage => {
                            if usage__.is_some() {
                                return Err(serde::de::Error::duplicate_field("usage"));
                            }
                            usage__ = map_.next_value()?;
                        }
                        GeneratedField::EventSequence => {
                            if event_sequence__.is_some() {
                                return Err(serde::de::Error::duplicate_field("eventSequence"));
                            }
                            event_sequence__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::RestartPolicy => {
                            if restart_policy__.is_some() {
                                return Err(serde::de::Error::duplicate_field("restartPolicy"));
                            }
                            restart_policy__ = Some(map_.next_value::<RestartPolicy>()? as i32);
                        }
                        GeneratedField::Actor => {
                            if actor__.is_some() {
                                return Err(serde::de::Error::duplicate_field("actor"));
                            }
                            actor__ = map_.next_value()?;
                        }
                        GeneratedField::CreateTime => {
                            if create_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("createTime"));
                            }
                            create_time__ = map_.next_value()?;
                        }
                        GeneratedField::UpdateTime => {
                            if update_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("updateTime"));
                            }
                            update_time__ = map_.next_value()?;
                        }
                        GeneratedField::Revision => {
                            if revision__.is_some() {
                                return Err(serde::de::Error::duplicate_field("revision"));
                            }
                            revision__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::DeleteTime => {
                            if delete_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("deleteTime"));
                            }
                            delete_time__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Machine {
                    id: id__.unwrap_or_default(),
                    project_id: project_id__.unwrap_or_default(),
                    name: name__.unwrap_or_default(),
                    parent_id: parent_id__,
                    origin_checkpoint_id: origin_checkpoint_id__,
                    image_id: image_id__.unwrap_or_default(),
                    template: template__.unwrap_or_default(),
                    coding_agent: coding_agent__.unwrap_or_default(),
                    spec: spec__,
                    node_id: node_id__.unwrap_or_default(),
                    partition: partition__.unwrap_or_default(),
                    state: state__.unwrap_or_default(),
                    goal: goal__.unwrap_or_default(),
                    incarnation: incarnation__.unwrap_or_default(),
                    handle: handle__.unwrap_or_default(),
                    turn_id: turn_id__,
                    session_id: session_id__.unwrap_or_default(),
                    checkpoint_id: checkpoint_id__,
                    failure: failure__.unwrap_or_default(),
                    usage: usage__,
                    event_sequence: event_sequence__.unwrap_or_default(),
                    restart_policy: restart_policy__.unwrap_or_default(),
                    actor: actor__,
                    create_time: create_time__,
                    update_time: update_time__,
                    revision: revision__.unwrap_or_default(),
                    delete_time: delete_time__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.Machine", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for MachineActor {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.awaited.is_empty() {
            len += 1;
        }
        if self.mailbox_position != 0 {
            len += 1;
        }
        if self.active_checkpoint.is_some() {
            len += 1;
        }
        if !self.queued_checkpoints.is_empty() {
            len += 1;
        }
        if !self.restart_times.is_empty() {
            len += 1;
        }
        if !self.guest_version.is_empty() {
            len += 1;
        }
        if self.greeted_incarnation != 0 {
            len += 1;
        }
        if self.continued_turn.is_some() {
            len += 1;
        }
        if self.restart_pending {
            len += 1;
        }
        if self.turn_limit_ms != 0 {
            len += 1;
        }
        if self.source_checkpoint_id.is_some() {
            len += 1;
        }
        if self.grace_ms != 0 {
            len += 1;
        }
        if self.failed_restore.is_some() {
            len += 1;
        }
        if !self.former_session_id.is_empty() {
            len += 1;
        }
        if self.workspace_ready {
            len += 1;
        }
        if self.budget_hold.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.MachineActor", len)?;
        if !self.awaited.is_empty() {
            struct_ser.serialize_field("awaited", &self.awaited)?;
        }
        if self.mailbox_position != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("mailboxPosition", ToString::to_string(&self.mailbox_position).as_str())?;
        }
        if let Some(v) = self.active_checkpoint.as_ref() {
            struct_ser.serialize_field("activeCheckpoint", v)?;
        }
        if !self.queued_checkpoints.is_empty() {
            struct_ser.serialize_field("queuedCheckpoints", &self.queued_checkpoints)?;
        }
        if !self.restart_times.is_empty() {
            struct_ser.serialize_field("restartTimes", &self.restart_times)?;
        }
        if !self.guest_version.is_empty() {
            struct_ser.serialize_field("guestVersion", &self.guest_version)?;
        }
        if self.greeted_incarnation != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("greetedIncarnation", ToString::to_string(&self.greeted_incarnation).as_str())?;
        }
        if let Some(v) = self.continued_turn.as_ref() {
            struct_ser.serialize_field("continuedTurn", v)?;
        }
        if self.restart_pending {
            struct_ser.serialize_field("restartPending", &self.restart_pending)?;
        }
        if self.turn_limit_ms != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("turnLimitMs", ToString::to_string(&self.turn_limit_ms).as_str())?;
        }
        if let Some(v) = self.source_checkpoint_id.as_ref() {
            struct_ser.serialize_field("sourceCheckpointId", v)?;
        }
        if self.grace_ms != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("graceMs", ToString::to_string(&self.grace_ms).as_str())?;
        }
        if let Some(v) = self.failed_restore.as_ref() {
            struct_ser.serialize_field("failedRestore", v)?;
        }
        if !self.former_session_id.is_empty() {
            struct_ser.serialize_field("formerSessionId", &self.former_session_id)?;
        }
        if self.workspace_ready {
            struct_ser.serialize_field("workspaceReady", &self.workspace_ready)?;
        }
        if let Some(v) = self.budget_hold.as_ref() {
            struct_ser.serialize_field("budgetHold", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for MachineActor {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "awaited",
            "mailbox_position",
            "mailboxPosition",
            "active_checkpoint",
            "activeCheckpoint",
            "queued_checkpoints",
            "queuedCheckpoints",
            "restart_times",
            "restartTimes",
            "guest_version",
            "guestVersion",
            "greeted_incarnation",
            "greetedIncarnation",
            "continued_turn",
            "continuedTurn",
            "restart_pending",
            "restartPending",
            "turn_limit_ms",
            "turnLimitMs",
            "source_checkpoint_id",
            "sourceCheckpointId",
            "grace_ms",
            "graceMs",
            "failed_restore",
            "failedRestore",
            "former_session_id",
            "formerSessionId",
            "workspace_ready",
            "workspaceReady",
            "budget_hold",
            "budgetHold",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Awaited,
            MailboxPosition,
            ActiveCheckpoint,
            QueuedCheckpoints,
            RestartTimes,
            GuestVersion,
            GreetedIncarnation,
            ContinuedTurn,
            RestartPending,
            TurnLimitMs,
            SourceCheckpointId,
            GraceMs,
            FailedRestore,
            FormerSessionId,
            WorkspaceReady,
            BudgetHold,
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
                            "awaited" => Ok(GeneratedField::Awaited),
                            "mailboxPosition" | "mailbox_position" => Ok(GeneratedField::MailboxPosition),
                            "activeCheckpoint" | "active_checkpoint" => Ok(GeneratedField::ActiveCheckpoint),
                            "queuedCheckpoints" | "queued_checkpoints" => Ok(GeneratedField::QueuedCheckpoints),
                            "restartTimes" | "restart_times" => Ok(GeneratedField::RestartTimes),
                            "guestVersion" | "guest_version" => Ok(GeneratedField::GuestVersion),
                            "greetedIncarnation" | "greeted_incarnation" => Ok(GeneratedField::GreetedIncarnation),
                            "continuedTurn" | "continued_turn" => Ok(GeneratedField::ContinuedTurn),
                            "restartPending" | "restart_pending" => Ok(GeneratedField::RestartPending),
                            "turnLimitMs" | "turn_limit_ms" => Ok(GeneratedField::TurnLimitMs),
                            "sourceCheckpointId" | "source_checkpoint_id" => Ok(GeneratedField::SourceCheckpointId),
                            "graceMs" | "grace_ms" => Ok(GeneratedField::GraceMs),
                            "failedRestore" | "failed_restore" => Ok(GeneratedField::FailedRestore),
                            "formerSessionId" | "former_session_id" => Ok(GeneratedField::FormerSessionId),
                            "workspaceReady" | "workspace_ready" => Ok(GeneratedField::WorkspaceReady),
                            "budgetHold" | "budget_hold" => Ok(GeneratedField::BudgetHold),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = MachineActor;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.MachineActor")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<MachineActor, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut awaited__ = None;
                let mut mailbox_position__ = None;
                let mut active_checkpoint__ = None;
                let mut queued_checkpoints__ = None;
                let mut restart_times__ = None;
                let mut guest_version__ = None;
                let mut greeted_incarnation__ = None;
                let mut continued_turn__ = None;
                let mut restart_pending__ = None;
                let mut turn_limit_ms__ = None;
                let mut source_checkpoint_id__ = None;
                let mut grace_ms__ = None;
                let mut failed_restore__ = None;
                let mut former_session_id__ = None;
                let mut workspace_ready__ = None;
                let mut budget_hold__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Awaited => {
                            if awaited__.is_some() {
                                return Err(serde::de::Error::duplicate_field("awaited"));
                            }
                            awaited__ = Some(map_.next_value()?);
                        }
                        GeneratedField::MailboxPosition => {
                            if mailbox_position__.is_some() {
                                return Err(serde::de::Error::duplicate_field("mailboxPosition"));
                            }
                            mailbox_position__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::ActiveCheckpoint => {
                            if active_checkpoint__.is_some() {
                                return Err(serde::de::Error::duplicate_field("activeCheckpoint"));
                            }
                            active_checkpoint__ = map_.next_value()?;
                        }
                        GeneratedField::QueuedCheckpoints => {
                            if queued_checkpoints__.is_some() {
                                return Err(serde::de::Error::duplicate_field("queuedCheckpoints"));
                            }
                            queued_checkpoints__ = Some(map_.next_value()?);
                        }
                        GeneratedField::RestartTimes => {
                            if restart_times__.is_some() {
                                return Err(serde::de::Error::duplicate_field("restartTimes"));
                            }
                            restart_times__ = Some(map_.next_value()?);
                        }
                        GeneratedField::GuestVersion => {
                            if guest_version__.is_some() {
                                return Err(serde::de::Error::duplicate_field("guestVersion"));
                            }
                            guest_version__ = Some(map_.next_value()?);
                        }
                        GeneratedField::GreetedIncarnation => {
                            if greeted_incarnation__.is_some() {
                                return Err(serde::de::Error::duplicate_field("greetedIncarnation"));
                            }
                            greeted_incarnation__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::ContinuedTurn => {
                            if continued_turn__.is_some() {
                                return Err(serde::de::Error::duplicate_field("continuedTurn"));
                            }
                            continued_turn__ = map_.next_value()?;
                        }
                        GeneratedField::RestartPending => {
                            if restart_pending__.is_some() {
                                return Err(serde::de::Error::duplicate_field("restartPending"));
                            }
                            restart_pending__ = Some(map_.next_value()?);
                        }
                        GeneratedField::TurnLimitMs => {
                            if turn_limit_ms__.is_some() {
                                return Err(serde::de::Error::duplicate_field("turnLimitMs"));
                            }
                            turn_limit_ms__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::SourceCheckpointId => {
                            if source_checkpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sourceCheckpointId"));
                            }
                            source_checkpoint_id__ = map_.next_value()?;
                        }
                        GeneratedField::GraceMs => {
                            if grace_ms__.is_some() {
                                return Err(serde::de::Error::duplicate_field("graceMs"));
                            }
                            grace_ms__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::FailedRestore => {
                            if failed_restore__.is_some() {
                                return Err(serde::de::Error::duplicate_field("failedRestore"));
                            }
                            failed_restore__ = map_.next_value()?;
                        }
                        GeneratedField::FormerSessionId => {
                            if former_session_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("formerSessionId"));
                            }
                            former_session_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::WorkspaceReady => {
                            if workspace_ready__.is_some() {
                                return Err(serde::de::Error::duplicate_field("workspaceReady"));
                            }
                            workspace_ready__ = Some(map_.next_value()?);
                        }
                        GeneratedField::BudgetHold => {
                            if budget_hold__.is_some() {
                                return Err(serde::de::Error::duplicate_field("budgetHold"));
                            }
                            budget_hold__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(MachineActor {
                    awaited: awaited__.unwrap_or_default(),
                    mailbox_position: mailbox_position__.unwrap_or_default(),
                    active_checkpoint: active_checkpoint__,
                    queued_checkpoints: queued_checkpoints__.unwrap_or_default(),
                    restart_times: restart_times__.unwrap_or_default(),
                    guest_version: guest_version__.unwrap_or_default(),
                    greeted_incarnation: greeted_incarnation__.unwrap_or_default(),
                    continued_turn: continued_turn__,
                    restart_pending: restart_pending__.unwrap_or_default(),
                    turn_limit_ms: turn_limit_ms__.unwrap_or_default(),
                    source_checkpoint_id: source_checkpoint_id__,
                    grace_ms: grace_ms__.unwrap_or_default(),
                    failed_restore: failed_restore__,
                    former_session_id: former_session_id__.unwrap_or_default(),
                    workspace_ready: workspace_ready__.unwrap_or_default(),
                    budget_hold: budget_hold__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.MachineActor", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for MachineEvent {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.id.is_empty() {
            len += 1;
        }
        if !self.project_id.is_empty() {
            len += 1;
        }
        if !self.machine_id.is_empty() {
            len += 1;
        }
        if self.sequence != 0 {
            len += 1;
        }
        if self.event_time.is_some() {
            len += 1;
        }
        if self.body.is_some() {
            len += 1;
        }
        if !self.message_id.is_empty() {
            len += 1;
        }
        if self.create_time.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.MachineEvent", len)?;
        if !self.id.is_empty() {
            struct_ser.serialize_field("id", &self.id)?;
        }
        if !self.project_id.is_empty() {
            struct_ser.serialize_field("projectId", &self.project_id)?;
        }
        if !self.machine_id.is_empty() {
            struct_ser.serialize_field("machineId", &self.machine_id)?;
        }
        if self.sequence != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("sequence", ToString::to_string(&self.sequence).as_str())?;
        }
        if let Some(v) = self.event_time.as_ref() {
            struct_ser.serialize_field("eventTime", v)?;
        }
        if let Some(v) = self.body.as_ref() {
            struct_ser.serialize_field("body", v)?;
        }
        if !self.message_id.is_empty() {
            struct_ser.serialize_field("messageId", &self.message_id)?;
        }
        if let Some(v) = self.create_time.as_ref() {
            struct_ser.serialize_field("createTime", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for MachineEvent {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "id",
            "project_id",
            "projectId",
            "machine_id",
            "machineId",
            "sequence",
            "event_time",
            "eventTime",
            "body",
            "message_id",
            "messageId",
            "create_time",
            "createTime",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Id,
            ProjectId,
            MachineId,
            Sequence,
            EventTime,
            Body,
            MessageId,
            CreateTime,
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
                            "id" => Ok(GeneratedField::Id),
                            "projectId" | "project_id" => Ok(GeneratedField::ProjectId),
                            "machineId" | "machine_id" => Ok(GeneratedField::MachineId),
                            "sequence" => Ok(GeneratedField::Sequence),
                            "eventTime" | "event_time" => Ok(GeneratedField::EventTime),
                            "body" => Ok(GeneratedField::Body),
                            "messageId" | "message_id" => Ok(GeneratedField::MessageId),
                            "createTime" | "create_time" => Ok(GeneratedField::CreateTime),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = MachineEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.MachineEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<MachineEvent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut id__ = None;
                let mut project_id__ = None;
                let mut machine_id__ = None;
                let mut sequence__ = None;
                let mut event_time__ = None;
                let mut body__ = None;
                let mut message_id__ = None;
                let mut create_time__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Id => {
                            if id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("id"));
                            }
                            id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ProjectId => {
                            if project_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("projectId"));
                            }
                            project_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::MachineId => {
                            if machine_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("machineId"));
                            }
                            machine_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Sequence => {
                            if sequence__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sequence"));
                            }
                            sequence__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::EventTime => {
                            if event_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("eventTime"));
                            }
                            event_time__ = map_.next_value()?;
                        }
                        GeneratedField::Body => {
                            if body__.is_some() {
                                return Err(serde::de::Error::duplicate_field("body"));
                            }
                            body__ = map_.next_value()?;
                        }
                        GeneratedField::MessageId => {
                            if message_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("messageId"));
                            }
                            message_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::CreateTime => {
                            if create_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("createTime"));
                            }
                            create_time__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(MachineEvent {
                    id: id__.unwrap_or_default(),
                    project_id: project_id__.unwrap_or_default(),
                    machine_id: machine_id__.unwrap_or_default(),
                    sequence: sequence__.unwrap_or_default(),
                    event_time: event_time__,
                    body: body__,
                    message_id: message_id__.unwrap_or_default(),
                    create_time: create_time__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.MachineEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for MachineEventBody {
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
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.MachineEventBody", len)?;
        if let Some(v) = self.kind.as_ref() {
            match v {
                machine_event_body::Kind::Created(v) => {
                    struct_ser.serialize_field("created", v)?;
                }
                machine_event_body::Kind::IncarnationStarted(v) => {
                    struct_ser.serialize_field("incarnationStarted", v)?;
                }
                machine_event_body::Kind::VmPlaced(v) => {
                    struct_ser.serialize_field("vmPlaced", v)?;
                }
                machine_event_body::Kind::GuestGreeted(v) => {
                    struct_ser.serialize_field("guestGreeted", v)?;
                }
                machine_event_body::Kind::TurnStarted(v) => {
                    struct_ser.serialize_field("turnStarted", v)?;
                }
                machine_event_body::Kind::TurnEnded(v) => {
                    struct_ser.serialize_field("turnEnded", v)?;
                }
                machine_event_body::Kind::CheckpointStarted(v) => {
                    struct_ser.serialize_field("checkpointStarted", v)?;
                }
                machine_event_body::Kind::CheckpointFrozen(v) => {
                    struct_ser.serialize_field("checkpointFrozen", v)?;
                }
                machine_event_body::Kind::CheckpointReady(v) => {
                    struct_ser.serialize_field("checkpointReady", v)?;
                }
                machine_event_body::Kind::CheckpointFailed(v) => {
                    struct_ser.serialize_field("checkpointFailed", v)?;
                }
                machine_event_body::Kind::GoalChanged(v) => {
                    struct_ser.serialize_field("goalChanged", v)?;
                }
                machine_event_body::Kind::StateChanged(v) => {
                    struct_ser.serialize_field("stateChanged", v)?;
                }
                machine_event_body::Kind::VmLost(v) => {
                    struct_ser.serialize_field("vmLost", v)?;
                }
                machine_event_body::Kind::Failed(v) => {
                    struct_ser.serialize_field("failed", v)?;
                }
                machine_event_body::Kind::Deleted(v) => {
                    struct_ser.serialize_field("deleted", v)?;
                }
                machine_event_body::Kind::EffectAwaited(v) => {
                    struct_ser.serialize_field("effectAwaited", v)?;
                }
                machine_event_body::Kind::EffectDone(v) => {
                    struct_ser.serialize_field("effectDone", v)?;
                }
                machine_event_body::Kind::MailboxAdvanced(v) => {
                    struct_ser.serialize_field("mailboxAdvanced", v)?;
                }
                machine_event_body::Kind::EffectDropped(v) => {
                    struct_ser.serialize_field("effectDropped", v)?;
                }
                machine_event_body::Kind::CheckpointQueued(v) => {
                    struct_ser.serialize_field("checkpointQueued", v)?;
                }
                machine_event_body::Kind::CheckpointForgetting(v) => {
                    struct_ser.serialize_field("checkpointForgetting", v)?;
                }
                machine_event_body::Kind::CheckpointForgotten(v) => {
                    struct_ser.serialize_field("checkpointForgotten", v)?;
                }
                machine_event_body::Kind::CheckpointKept(v) => {
                    struct_ser.serialize_field("checkpointKept", v)?;
                }
                machine_event_body::Kind::TimerSet(v) => {
                    struct_ser.serialize_field("timerSet", v)?;
                }
                machine_event_body::Kind::RestartPlanned(v) => {
                    struct_ser.serialize_field("restartPlanned", v)?;
                }
                machine_event_body::Kind::RestoreFailed(v) => {
                    struct_ser.serialize_field("restoreFailed", v)?;
                }
                machine_event_body::Kind::WorkspacePrepared(v) => {
                    struct_ser.serialize_field("workspacePrepared", v)?;
                }
                machine_event_body::Kind::BudgetReached(v) => {
                    struct_ser.serialize_field("budgetReached", v)?;
                }
                machine_event_body::Kind::BudgetRaised(v) => {
                    struct_ser.serialize_field("budgetRaised", v)?;
                }
                machine_event_body::Kind::BudgetWarned(v) => {
                    struct_ser.serialize_field("budgetWarned", v)?;
                }
                machine_event_body::Kind::CheckpointLost(v) => {
                    struct_ser.serialize_field("checkpointLost", v)?;
                }
            }
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for MachineEventBody {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "created",
            "incarnation_started",
            "incarnationStarted",
            "vm_placed",
            "vmPlaced",
            "guest_greeted",
            "guestGreeted",
            "turn_started",
            "turnStarted",
            "turn_ended",
            "turnEnded",
            "checkpoint_started",
            "checkpointStarted",
            "checkpoint_frozen",
            "checkpointFrozen",
            "checkpoint_ready",
            "checkpointReady",
            "checkpoint_failed",
            "checkpointFailed",
            "goal_changed",
            "goalChanged",
            "state_changed",
            "stateChanged",
            "vm_lost",
            "vmLost",
            "failed",
            "deleted",
            "effect_awaited",
            "effectAwaited",
            "effect_done",
            "effectDone",
            "mailbox_advanced",
            "mailboxAdvanced",
            "effect_dropped",
            "effectDropped",
            "checkpoint_queued",
            "checkpointQueued",
            "checkpoint_forgetting",
            "checkpointForgetting",
            "checkpoint_forgotten",
            "checkpointForgotten",
            "checkpoint_kept",
            "checkpointKept",
            "timer_set",
            "timerSet",
            "restart_planned",
            "restartPlanned",
            "restore_failed",
            "restoreFailed",
            "workspace_prepared",
            "workspacePrepared",
            "budget_reached",
            "budgetReached",
            "budget_raised",
            "budgetRaised",
            "budget_warned",
            "budgetWarned",
            "checkpoint_lost",
            "checkpointLost",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Created,
            IncarnationStarted,
            VmPlaced,
            GuestGreeted,
            TurnStarted,
            TurnEnded,
            CheckpointStarted,
            CheckpointFrozen,
            CheckpointReady,
            CheckpointFailed,
            GoalChanged,
            StateChanged,
            VmLost,
            Failed,
            Deleted,
            EffectAwaited,
            EffectDone,
            MailboxAdvanced,
            EffectDropped,
            CheckpointQueued,
            CheckpointForgetting,
            CheckpointForgotten,
            CheckpointKept,
            TimerSet,
            RestartPlanned,
            RestoreFailed,
            WorkspacePrepared,
            BudgetReached,
            BudgetRaised,
            BudgetWarned,
            CheckpointLost,
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
                            "created" => Ok(GeneratedField::Created),
                            "incarnationStarted" | "incarnation_started" => Ok(GeneratedField::IncarnationStarted),
                            "vmPlaced" | "vm_placed" => Ok(GeneratedField::VmPlaced),
                            "guestGreeted" | "guest_greeted" => Ok(GeneratedField::GuestGreeted),
                            "turnStarted" | "turn_started" => Ok(GeneratedField::TurnStarted),
                            "turnEnded" | "turn_ended" => Ok(GeneratedField::TurnEnded),
                            "checkpointStarted" | "checkpoint_started" => Ok(GeneratedField::CheckpointStarted),
                            "checkpointFrozen" | "checkpoint_frozen" => Ok(GeneratedField::CheckpointFrozen),
                            "checkpointReady" | "checkpoint_ready" => Ok(GeneratedField::CheckpointReady),
                            "checkpointFailed" | "checkpoint_failed" => Ok(GeneratedField::CheckpointFailed),
                            "goalChanged" | "goal_changed" => Ok(GeneratedField::GoalChanged),
                            "stateChanged" | "state_changed" => Ok(GeneratedField::StateChanged),
                            "vmLost" | "vm_lost" => Ok(GeneratedField::VmLost),
                            "failed" => Ok(GeneratedField::Failed),
                            "deleted" => Ok(GeneratedField::Deleted),
                            "effectAwaited" | "effect_awaited" => Ok(GeneratedField::EffectAwaited),
                            "effectDone" | "effect_done" => Ok(GeneratedField::EffectDone),
                            "mailboxAdvanced" | "mailbox_advanced" => Ok(GeneratedField::MailboxAdvanced),
                            "effectDropped" | "effect_dropped" => Ok(GeneratedField::EffectDropped),
                            "checkpointQueued" | "checkpoint_queued" => Ok(GeneratedField::CheckpointQueued),
                            "checkpointForgetting" | "checkpoint_forgetting" => Ok(GeneratedField::CheckpointForgetting),
                            "checkpointForgotten" | "checkpoint_forgotten" => Ok(GeneratedField::CheckpointForgotten),
                            "checkpointKept" | "checkpoint_kept" => Ok(GeneratedField::CheckpointKept),
                            "timerSet" | "timer_set" => Ok(GeneratedField::TimerSet),
                            "restartPlanned" | "restart_planned" => Ok(GeneratedField::RestartPlanned),
                            "restoreFailed" | "restore_failed" => Ok(GeneratedField::RestoreFailed),
                            "workspacePrepared" | "workspace_prepared" => Ok(GeneratedField::WorkspacePrepared),
                            "budgetReached" | "budget_reached" => Ok(GeneratedField::BudgetReached),
                            "budgetRaised" | "budget_raised" => Ok(GeneratedField::BudgetRaised),
                            "budgetWarned" | "budget_warned" => Ok(GeneratedField::BudgetWarned),
                            "checkpointLost" | "checkpoint_lost" => Ok(GeneratedField::CheckpointLost),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = MachineEventBody;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.MachineEventBody")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<MachineEventBody, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut kind__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Created => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("created"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(machine_event_body::Kind::Created)
;
                        }
                        GeneratedField::IncarnationStarted => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("incarnationStarted"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(machine_event_body::Kind::IncarnationStarted)
;
                        }
                        GeneratedField::VmPlaced => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("vmPlaced"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(machine_event_body::Kind::VmPlaced)
;
                        }
                        GeneratedField::GuestGreeted => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("guestGreeted"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(machine_event_body::Kind::GuestGreeted)
;
                        }
                        GeneratedField::TurnStarted => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("turnStarted"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(machine_event_body::Kind::TurnStarted)
;
                        }
                        GeneratedField::TurnEnded => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("turnEnded"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(machine_event_body::Kind::TurnEnded)
;
                        }
                        GeneratedField::CheckpointStarted => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointStarted"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(machine_event_body::Kind::CheckpointStarted)
;
                        }
                        GeneratedField::CheckpointFrozen => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointFrozen"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(machine_event_body::Kind::CheckpointFrozen)
;
                        }
                        GeneratedField::CheckpointReady => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointReady"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(machine_event_body::Kind::CheckpointReady)
;
                        }
                        GeneratedField::CheckpointFailed => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointFailed"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(machine_event_body::Kind::CheckpointFailed)
;
                        }
                        GeneratedField::GoalChanged => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("goalChanged"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(machine_event_body::Kind::GoalChanged)
;
                        }
                        GeneratedField::StateChanged => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("stateChanged"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(machine_event_body::Kind::StateChanged)
;
                        }
                        GeneratedField::VmLost => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("vmLost"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(machine_event_body::Kind::VmLost)
;
                        }
                        GeneratedField::Failed => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("failed"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(machine_event_body::Kind::Failed)
;
                        }
                        GeneratedField::Deleted => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("deleted"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(machine_event_body::Kind::Deleted)
;
                        }
                        GeneratedField::EffectAwaited => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("effectAwaited"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(machine_event_body::Kind::EffectAwaited)
;
                        }
                        GeneratedField::EffectDone => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("effectDone"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(machine_event_body::Kind::EffectDone)
;
                        }
                        GeneratedField::MailboxAdvanced => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("mailboxAdvanced"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(machine_event_body::Kind::MailboxAdvanced)
;
                        }
                        GeneratedField::EffectDropped => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("effectDropped"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(machine_event_body::Kind::EffectDropped)
;
                        }
                        GeneratedField::CheckpointQueued => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointQueued"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(machine_event_body::Kind::CheckpointQueued)
;
                        }
                        GeneratedField::CheckpointForgetting => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointForgetting"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(machine_event_body::Kind::CheckpointForgetting)
;
                        }
                        GeneratedField::CheckpointForgotten => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointForgotten"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(machine_event_body::Kind::CheckpointForgotten)
;
                        }
                        GeneratedField::CheckpointKept => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointKept"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(machine_event_body::Kind::CheckpointKept)
;
                        }
                        GeneratedField::TimerSet => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("timerSet"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(machine_event_body::Kind::TimerSet)
;
                        }
                        GeneratedField::RestartPlanned => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("restartPlanned"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(machine_event_body::Kind::RestartPlanned)
;
                        }
                        GeneratedField::RestoreFailed => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("restoreFailed"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(machine_event_body::Kind::RestoreFailed)
;
                        }
                        GeneratedField::WorkspacePrepared => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("workspacePrepared"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(machine_event_body::Kind::WorkspacePrepared)
;
                        }
                        GeneratedField::BudgetReached => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("budgetReached"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(machine_event_body::Kind::BudgetReached)
;
                        }
                        GeneratedField::BudgetRaised => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("budgetRaised"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(machine_event_body::Kind::BudgetRaised)
;
                        }
                        GeneratedField::BudgetWarned => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("budgetWarned"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(machine_event_body::Kind::BudgetWarned)
;
                        }
                        GeneratedField::CheckpointLost => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointLost"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(machine_event_body::Kind::CheckpointLost)
;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(MachineEventBody {
                    kind: kind__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.MachineEventBody", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for MachineGoal {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "MACHINE_GOAL_UNSPECIFIED",
            Self::Running => "MACHINE_GOAL_RUNNING",
            Self::Paused => "MACHINE_GOAL_PAUSED",
            Self::Stopped => "MACHINE_GOAL_STOPPED",
            Self::Deleted => "MACHINE_GOAL_DELETED",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for MachineGoal {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "MACHINE_GOAL_UNSPECIFIED",
            "MACHINE_GOAL_RUNNING",
            "MACHINE_GOAL_PAUSED",
            "MACHINE_GOAL_STOPPED",
            "MACHINE_GOAL_DELETED",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = MachineGoal;

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
                    "MACHINE_GOAL_UNSPECIFIED" => Ok(MachineGoal::Unspecified),
                    "MACHINE_GOAL_RUNNING" => Ok(MachineGoal::Running),
                    "MACHINE_GOAL_PAUSED" => Ok(MachineGoal::Paused),
                    "MACHINE_GOAL_STOPPED" => Ok(MachineGoal::Stopped),
                    "MACHINE_GOAL_DELETED" => Ok(MachineGoal::Deleted),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for MachineSpec {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.vcpu_count != 0 {
            len += 1;
        }
        if self.memory_bytes != 0 {
            len += 1;
        }
        if self.disk_bytes != 0 {
            len += 1;
        }
        if self.open_network {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.MachineSpec", len)?;
        if self.vcpu_count != 0 {
            struct_ser.serialize_field("vcpuCount", &self.vcpu_count)?;
        }
        if self.memory_bytes != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("memoryBytes", ToString::to_string(&self.memory_bytes).as_str())?;
        }
        if self.disk_bytes != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("diskBytes", ToString::to_string(&self.disk_bytes).as_str())?;
        }
        if self.open_network {
            struct_ser.serialize_field("openNetwork", &self.open_network)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for MachineSpec {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "vcpu_count",
            "vcpuCount",
            "memory_bytes",
            "memoryBytes",
            "disk_bytes",
            "diskBytes",
            "open_network",
            "openNetwork",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            VcpuCount,
            MemoryBytes,
            DiskBytes,
            OpenNetwork,
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
                            "vcpuCount" | "vcpu_count" => Ok(GeneratedField::VcpuCount),
                            "memoryBytes" | "memory_bytes" => Ok(GeneratedField::MemoryBytes),
                            "diskBytes" | "disk_bytes" => Ok(GeneratedField::DiskBytes),
                            "openNetwork" | "open_network" => Ok(GeneratedField::OpenNetwork),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = MachineSpec;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.MachineSpec")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<MachineSpec, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut vcpu_count__ = None;
                let mut memory_bytes__ = None;
                let mut disk_bytes__ = None;
                let mut open_network__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::VcpuCount => {
                            if vcpu_count__.is_some() {
                                return Err(serde::de::Error::duplicate_field("vcpuCount"));
                            }
                            vcpu_count__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::MemoryBytes => {
                            if memory_bytes__.is_some() {
                                return Err(serde::de::Error::duplicate_field("memoryBytes"));
                            }
                            memory_bytes__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::DiskBytes => {
                            if disk_bytes__.is_some() {
                                return Err(serde::de::Error::duplicate_field("diskBytes"));
                            }
                            disk_bytes__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::OpenNetwork => {
                            if open_network__.is_some() {
                                return Err(serde::de::Error::duplicate_field("openNetwork"));
                            }
                            open_network__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(MachineSpec {
                    vcpu_count: vcpu_count__.unwrap_or_default(),
                    memory_bytes: memory_bytes__.unwrap_or_default(),
                    disk_bytes: disk_bytes__.unwrap_or_default(),
                    open_network: open_network__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.MachineSpec", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for MachineState {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "MACHINE_STATE_UNSPECIFIED",
            Self::Pending => "MACHINE_STATE_PENDING",
            Self::Starting => "MACHINE_STATE_STARTING",
            Self::Ready => "MACHINE_STATE_READY",
            Self::Working => "MACHINE_STATE_WORKING",
            Self::Checkpointing => "MACHINE_STATE_CHECKPOINTING",
            Self::Restoring => "MACHINE_STATE_RESTORING",
            Self::Paused => "MACHINE_STATE_PAUSED",
            Self::Stopping => "MACHINE_STATE_STOPPING",
            Self::Stopped => "MACHINE_STATE_STOPPED",
            Self::Failed => "MACHINE_STATE_FAILED",
            Self::Deleting => "MACHINE_STATE_DELETING",
            Self::Deleted => "MACHINE_STATE_DELETED",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for MachineState {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "MACHINE_STATE_UNSPECIFIED",
            "MACHINE_STATE_PENDING",
            "MACHINE_STATE_STARTING",
            "MACHINE_STATE_READY",
            "MACHINE_STATE_WORKING",
            "MACHINE_STATE_CHECKPOINTING",
            "MACHINE_STATE_RESTORING",
            "MACHINE_STATE_PAUSED",
            "MACHINE_STATE_STOPPING",
            "MACHINE_STATE_STOPPED",
            "MACHINE_STATE_FAILED",
            "MACHINE_STATE_DELETING",
            "MACHINE_STATE_DELETED",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = MachineState;

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
                    "MACHINE_STATE_UNSPECIFIED" => Ok(MachineState::Unspecified),
                    "MACHINE_STATE_PENDING" => Ok(MachineState::Pending),
                    "MACHINE_STATE_STARTING" => Ok(MachineState::Starting),
                    "MACHINE_STATE_READY" => Ok(MachineState::Ready),
                    "MACHINE_STATE_WORKING" => Ok(MachineState::Working),
                    "MACHINE_STATE_CHECKPOINTING" => Ok(MachineState::Checkpointing),
                    "MACHINE_STATE_RESTORING" => Ok(MachineState::Restoring),
                    "MACHINE_STATE_PAUSED" => Ok(MachineState::Paused),
                    "MACHINE_STATE_STOPPING" => Ok(MachineState::Stopping),
                    "MACHINE_STATE_STOPPED" => Ok(MachineState::Stopped),
                    "MACHINE_STATE_FAILED" => Ok(MachineState::Failed),
                    "MACHINE_STATE_DELETING" => Ok(MachineState::Deleting),
                    "MACHINE_STATE_DELETED" => Ok(MachineState::Deleted),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for MailboxAdvancedEvent {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.position != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.MailboxAdvancedEvent", len)?;
        if self.position != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("position", ToString::to_string(&self.position).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for MailboxAdvancedEvent {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "position",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Position,
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
                            "position" => Ok(GeneratedField::Position),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = MailboxAdvancedEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.MailboxAdvancedEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<MailboxAdvancedEvent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut position__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Position => {
                            if position__.is_some() {
                                return Err(serde::de::Error::duplicate_field("position"));
                            }
                            position__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(MailboxAdvancedEvent {
                    position: position__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.MailboxAdvancedEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for MailboxEntry {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.id.is_empty() {
            len += 1;
        }
        if !self.project_id.is_empty() {
            len += 1;
        }
        if !self.machine_id.is_empty() {
            len += 1;
        }
        if self.partition != 0 {
            len += 1;
        }
        if self.lane != 0 {
            len += 1;
        }
        if self.sequence != 0 {
            len += 1;
        }
        if self.attempt_count != 0 {
            len += 1;
        }
        if self.due_time.is_some() {
            len += 1;
        }
        if self.expire_time.is_some() {
            len += 1;
        }
        if !self.last_error.is_empty() {
            len += 1;
        }
        if self.create_time.is_some() {
            len += 1;
        }
        if self.update_time.is_some() {
            len += 1;
        }
        if self.revision != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.MailboxEntry", len)?;
        if !self.id.is_empty() {
            struct_ser.serialize_field("id", &self.id)?;
        }
        if !self.project_id.is_empty() {
            struct_ser.serialize_field("projectId", &self.project_id)?;
        }
        if !self.machine_id.is_empty() {
            struct_ser.serialize_field("machineId", &self.machine_id)?;
        }
        if self.partition != 0 {
            struct_ser.serialize_field("partition", &self.partition)?;
        }
        if self.lane != 0 {
            let v = MessageLane::try_from(self.lane)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.lane)))?;
            struct_ser.serialize_field("lane", &v)?;
        }
        if self.sequence != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("sequence", ToString::to_string(&self.sequence).as_str())?;
        }
        if self.attempt_count != 0 {
            struct_ser.serialize_field("attemptCount", &self.attempt_count)?;
        }
        if let Some(v) = self.due_time.as_ref() {
            struct_ser.serialize_field("dueTime", v)?;
        }
        if let Some(v) = self.expire_time.as_ref() {
            struct_ser.serialize_field("expireTime", v)?;
        }
        if !self.last_error.is_empty() {
            struct_ser.serialize_field("lastError", &self.last_error)?;
        }
        if let Some(v) = self.create_time.as_ref() {
            struct_ser.serialize_field("createTime", v)?;
        }
        if let Some(v) = self.update_time.as_ref() {
            struct_ser.serialize_field("updateTime", v)?;
        }
        if self.revision != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("revision", ToString::to_string(&self.revision).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for MailboxEntry {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "id",
            "project_id",
            "projectId",
            "machine_id",
            "machineId",
            "partition",
            "lane",
            "sequence",
            "attempt_count",
            "attemptCount",
            "due_time",
            "dueTime",
            "expire_time",
            "expireTime",
            "last_error",
            "lastError",
            "create_time",
            "createTime",
            "update_time",
            "updateTime",
            "revision",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Id,
            ProjectId,
            MachineId,
            Partition,
            Lane,
            Sequence,
            AttemptCount,
            DueTime,
            ExpireTime,
            LastError,
            CreateTime,
            UpdateTime,
            Revision,
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
                            "id" => Ok(GeneratedField::Id),
                            "projectId" | "project_id" => Ok(GeneratedField::ProjectId),
                            "machineId" | "machine_id" => Ok(GeneratedField::MachineId),
                            "partition" => Ok(GeneratedField::Partition),
                            "lane" => Ok(GeneratedField::Lane),
                            "sequence" => Ok(GeneratedField::Sequence),
                            "attemptCount" | "attempt_count" => Ok(GeneratedField::AttemptCount),
                            "dueTime" | "due_time" => Ok(GeneratedField::DueTime),
                            "expireTime" | "expire_time" => Ok(GeneratedField::ExpireTime),
                            "lastError" | "last_error" => Ok(GeneratedField::LastError),
                            "createTime" | "create_time" => Ok(GeneratedField::CreateTime),
                            "updateTime" | "update_time" => Ok(GeneratedField::UpdateTime),
                            "revision" => Ok(GeneratedField::Revision),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = MailboxEntry;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.MailboxEntry")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<MailboxEntry, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut id__ = None;
                let mut project_id__ = None;
                let mut machine_id__ = None;
                let mut partition__ = None;
                let mut lane__ = None;
                let mut sequence__ = None;
                let mut attempt_count__ = None;
                let mut due_time__ = None;
                let mut expire_time__ = None;
                let mut last_error__ = None;
                let mut create_time__ = None;
                let mut update_time__ = None;
                let mut revision__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Id => {
                            if id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("id"));
                            }
                            id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ProjectId => {
                            if project_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("projectId"));
                            }
                            project_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::MachineId => {
                            if machine_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("machineId"));
                            }
                            machine_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Partition => {
                            if partition__.is_some() {
                                return Err(serde::de::Error::duplicate_field("partition"));
                            }
                            partition__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Lane => {
                            if lane__.is_some() {
                                return Err(serde::de::Error::duplicate_field("lane"));
                            }
                            lane__ = Some(map_.next_value::<MessageLane>()? as i32);
                        }
                        GeneratedField::Sequence => {
                            if sequence__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sequence"));
                            }
                            sequence__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::AttemptCount => {
                            if attempt_count__.is_some() {
                                return Err(serde::de::Error::duplicate_field("attemptCount"));
                            }
                            attempt_count__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::DueTime => {
                            if due_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("dueTime"));
                            }
                            due_time__ = map_.next_value()?;
                        }
                        GeneratedField::ExpireTime => {
                            if expire_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("expireTime"));
                            }
                            expire_time__ = map_.next_value()?;
                        }
                        GeneratedField::LastError => {
                            if last_error__.is_some() {
                                return Err(serde::de::Error::duplicate_field("lastError"));
                            }
                            last_error__ = Some(map_.next_value()?);
                        }
                        GeneratedField::CreateTime => {
                            if create_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("createTime"));
                            }
                            create_time__ = map_.next_value()?;
                        }
                        GeneratedField::UpdateTime => {
                            if update_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("updateTime"));
                            }
                            update_time__ = map_.next_value()?;
                        }
                        GeneratedField::Revision => {
                            if revision__.is_some() {
                                return Err(serde::de::Error::duplicate_field("revision"));
                            }
                            revision__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(MailboxEntry {
                    id: id__.unwrap_or_default(),
                    project_id: project_id__.unwrap_or_default(),
                    machine_id: machine_id__.unwrap_or_default(),
                    partition: partition__.unwrap_or_default(),
                    lane: lane__.unwrap_or_default(),
                    sequence: sequence__.unwrap_or_default(),
                    attempt_count: attempt_count__.unwrap_or_default(),
                    due_time: due_time__,
                    expire_time: expire_time__,
                    last_error: last_error__.unwrap_or_default(),
                    create_time: create_time__,
                    update_time: update_time__,
                    revision: revision__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.MailboxEntry", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Message {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.id.is_empty() {
            len += 1;
        }
        if !self.project_id.is_empty() {
            len += 1;
        }
        if !self.machine_id.is_empty() {
            len += 1;
        }
        if !self.sender.is_empty() {
            len += 1;
        }
        if self.lane != 0 {
            len += 1;
        }
        if self.body.is_some() {
            len += 1;
        }
        if self.not_before_time.is_some() {
            len += 1;
        }
        if self.expire_time.is_some() {
            len += 1;
        }
        if !self.cause_id.is_empty() {
            len += 1;
        }
        if self.create_time.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.Message", len)?;
        if !self.id.is_empty() {
            struct_ser.serialize_field("id", &self.id)?;
        }
        if !self.project_id.is_empty() {
            struct_ser.serialize_field("projectId", &self.project_id)?;
        }
        if !self.machine_id.is_empty() {
            struct_ser.serialize_field("machineId", &self.machine_id)?;
        }
        if !self.sender.is_empty() {
            struct_ser.serialize_field("sender", &self.sender)?;
        }
        if self.lane != 0 {
            let v = MessageLane::try_from(self.lane)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.lane)))?;
            struct_ser.serialize_field("lane", &v)?;
        }
        if let Some(v) = self.body.as_ref() {
            struct_ser.serialize_field("body", v)?;
        }
        if let Some(v) = self.not_before_time.as_ref() {
            struct_ser.serialize_field("notBeforeTime", v)?;
        }
        if let Some(v) = self.expire_time.as_ref() {
            struct_ser.serialize_field("expireTime", v)?;
        }
        if !self.cause_id.is_empty() {
            struct_ser.serialize_field("causeId", &self.cause_id)?;
        }
        if let Some(v) = self.create_time.as_ref() {
            struct_ser.serialize_field("createTime", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Message {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "id",
            "project_id",
            "projectId",
            "machine_id",
            "machineId",
            "sender",
            "lane",
            "body",
            "not_before_time",
            "notBeforeTime",
            "expire_time",
            "expireTime",
            "cause_id",
            "causeId",
            "create_time",
            "createTime",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Id,
            ProjectId,
            MachineId,
            Sender,
            Lane,
            Body,
            NotBeforeTime,
            ExpireTime,
            CauseId,
            CreateTime,
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
                            "id" => Ok(GeneratedField::Id),
                            "projectId" | "project_id" => Ok(GeneratedField::ProjectId),
                            "machineId" | "machine_id" => Ok(GeneratedField::MachineId),
                            "sender" => Ok(GeneratedField::Sender),
                            "lane" => Ok(GeneratedField::Lane),
                            "body" => Ok(GeneratedField::Body),
                            "notBeforeTime" | "not_before_time" => Ok(GeneratedField::NotBeforeTime),
                            "expireTime" | "expire_time" => Ok(GeneratedField::ExpireTime),
                            "causeId" | "cause_id" => Ok(GeneratedField::CauseId),
                            "createTime" | "create_time" => Ok(GeneratedField::CreateTime),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Message;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.Message")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Message, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut id__ = None;
                let mut project_id__ = None;
                let mut machine_id__ = None;
                let mut sender__ = None;
                let mut lane__ = None;
                let mut body__ = None;
                let mut not_before_time__ = None;
                let mut expire_time__ = None;
                let mut cause_id__ = None;
                let mut create_time__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Id => {
                            if id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("id"));
                            }
                            id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ProjectId => {
                            if project_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("projectId"));
                            }
                            project_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::MachineId => {
                            if machine_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("machineId"));
                            }
                            machine_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Sender => {
                            if sender__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sender"));
                            }
                            sender__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Lane => {
                            if lane__.is_some() {
                                return Err(serde::de::Error::duplicate_field("lane"));
                            }
                            lane__ = Some(map_.next_value::<MessageLane>()? as i32);
                        }
                        GeneratedField::Body => {
                            if body__.is_some() {
                                return Err(serde::de::Error::duplicate_field("body"));
                            }
                            body__ = map_.next_value()?;
                        }
                        GeneratedField::NotBeforeTime => {
                            if not_before_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("notBeforeTime"));
                            }
                            not_before_time__ = map_.next_value()?;
                        }
                        GeneratedField::ExpireTime => {
                            if expire_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("expireTime"));
                            }
                            expire_time__ = map_.next_value()?;
                        }
                        GeneratedField::CauseId => {
                            if cause_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("causeId"));
                            }
                            cause_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::CreateTime => {
                            if create_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("createTime"));
                            }
                            create_time__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Message {
                    id: id__.unwrap_or_default(),
                    project_id: project_id__.unwrap_or_default(),
                    machine_id: machine_id__.unwrap_or_default(),
                    sender: sender__.unwrap_or_default(),
                    lane: lane__.unwrap_or_default(),
                    body: body__,
                    not_before_time: not_before_time__,
                    expire_time: expire_time__,
                    cause_id: cause_id__.unwrap_or_default(),
                    create_time: create_time__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.Message", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for MessageBody {
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
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.MessageBody", len)?;
        if let Some(v) = self.kind.as_ref() {
            match v {
                message_body::Kind::Create(v) => {
                    struct_ser.serialize_field("create", v)?;
                }
                message_body::Kind::Prompt(v) => {
                    struct_ser.serialize_field("prompt", v)?;
                }
                message_body::Kind::Interrupt(v) => {
                    struct_ser.serialize_field("interrupt", v)?;
                }
                message_body::Kind::Goal(v) => {
                    struct_ser.serialize_field("goal", v)?;
                }
                message_body::Kind::Checkpoint(v) => {
                    struct_ser.serialize_field("checkpoint", v)?;
                }
                message_body::Kind::Restore(v) => {
                    struct_ser.serialize_field("restore", v)?;
                }
                message_body::Kind::EffectDone(v) => {
                    struct_ser.serialize_field("effectDone", v)?;
                }
                message_body::Kind::GuestGreeted(v) => {
                    struct_ser.serialize_field("guestGreeted", v)?;
                }
                message_body::Kind::TurnEnded(v) => {
                    struct_ser.serialize_field("turnEnded", v)?;
                }
                message_body::Kind::VmObserved(v) => {
                    struct_ser.serialize_field("vmObserved", v)?;
                }
                message_body::Kind::Forget(v) => {
                    struct_ser.serialize_field("forget", v)?;
                }
                message_body::Kind::Timer(v) => {
                    struct_ser.serialize_field("timer", v)?;
                }
                message_body::Kind::BudgetReached(v) => {
                    struct_ser.serialize_field("budgetReached", v)?;
                }
                message_body::Kind::BudgetRaised(v) => {
                    struct_ser.serialize_field("budgetRaised", v)?;
                }
                message_body::Kind::CheckpointLost(v) => {
                    struct_ser.serialize_field("checkpointLost", v)?;
                }
            }
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for MessageBody {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "create",
            "prompt",
            "interrupt",
            "goal",
            "checkpoint",
            "restore",
            "effect_done",
            "effectDone",
            "guest_greeted",
            "guestGreeted",
            "turn_ended",
            "turnEnded",
            "vm_observed",
            "vmObserved",
            "forget",
            "timer",
            "budget_reached",
            "budgetReached",
            "budget_raised",
            "budgetRaised",
            "checkpoint_lost",
            "checkpointLost",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Create,
            Prompt,
            Interrupt,
            Goal,
            Checkpoint,
            Restore,
            EffectDone,
            GuestGreeted,
            TurnEnded,
            VmObserved,
            Forget,
            Timer,
            BudgetReached,
            BudgetRaised,
            CheckpointLost,
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
                            "create" => Ok(GeneratedField::Create),
                            "prompt" => Ok(GeneratedField::Prompt),
                            "interrupt" => Ok(GeneratedField::Interrupt),
                            "goal" => Ok(GeneratedField::Goal),
                            "checkpoint" => Ok(GeneratedField::Checkpoint),
                            "restore" => Ok(GeneratedField::Restore),
                            "effectDone" | "effect_done" => Ok(GeneratedField::EffectDone),
                            "guestGreeted" | "guest_greeted" => Ok(GeneratedField::GuestGreeted),
                            "turnEnded" | "turn_ended" => Ok(GeneratedField::TurnEnded),
                            "vmObserved" | "vm_observed" => Ok(GeneratedField::VmObserved),
                            "forget" => Ok(GeneratedField::Forget),
                            "timer" => Ok(GeneratedField::Timer),
                            "budgetReached" | "budget_reached" => Ok(GeneratedField::BudgetReached),
                            "budgetRaised" | "budget_raised" => Ok(GeneratedField::BudgetRaised),
                            "checkpointLost" | "checkpoint_lost" => Ok(GeneratedField::CheckpointLost),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = MessageBody;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.MessageBody")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<MessageBody, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut kind__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Create => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("create"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(message_body::Kind::Create)
;
                        }
                        GeneratedField::Prompt => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("prompt"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(message_body::Kind::Prompt)
;
                        }
                        GeneratedField::Interrupt => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("interrupt"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(message_body::Kind::Interrupt)
;
                        }
                        GeneratedField::Goal => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("goal"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(message_body::Kind::Goal)
;
                        }
                        GeneratedField::Checkpoint => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpoint"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(message_body::Kind::Checkpoint)
;
                        }
                        GeneratedField::Restore => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("restore"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(message_body::Kind::Restore)
;
                        }
                        GeneratedField::EffectDone => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("effectDone"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(message_body::Kind::EffectDone)
;
                        }
                        GeneratedField::GuestGreeted => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("guestGreeted"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(message_body::Kind::GuestGreeted)
;
                        }
                        GeneratedField::TurnEnded => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("turnEnded"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(message_body::Kind::TurnEnded)
;
                        }
                        GeneratedField::VmObserved => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("vmObserved"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(message_body::Kind::VmObserved)
;
                        }
                        GeneratedField::Forget => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("forget"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(message_body::Kind::Forget)
;
                        }
                        GeneratedField::Timer => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("timer"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(message_body::Kind::Timer)
;
                        }
                        GeneratedField::BudgetReached => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("budgetReached"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(message_body::Kind::BudgetReached)
;
                        }
                        GeneratedField::BudgetRaised => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("budgetRaised"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(message_body::Kind::BudgetRaised)
;
                        }
                        GeneratedField::CheckpointLost => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointLost"));
                            }
                            kind__ = map_.next_value::<::std::option::Option<_>>()?.map(message_body::Kind::CheckpointLost)
;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(MessageBody {
                    kind: kind__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.MessageBody", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for MessageLane {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "MESSAGE_LANE_UNSPECIFIED",
            Self::Control => "MESSAGE_LANE_CONTROL",
            Self::Normal => "MESSAGE_LANE_NORMAL",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for MessageLane {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "MESSAGE_LANE_UNSPECIFIED",
            "MESSAGE_LANE_CONTROL",
            "MESSAGE_LANE_NORMAL",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = MessageLane;

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
                    "MESSAGE_LANE_UNSPECIFIED" => Ok(MessageLane::Unspecified),
                    "MESSAGE_LANE_CONTROL" => Ok(MessageLane::Control),
                    "MESSAGE_LANE_NORMAL" => Ok(MessageLane::Normal),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for Node {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.id.is_empty() {
            len += 1;
        }
        if !self.name.is_empty() {
            len += 1;
        }
        if !self.address.is_empty() {
            len += 1;
        }
        if self.capabilities.is_some() {
            len += 1;
        }
        if !self.image_digests.is_empty() {
            len += 1;
        }
        if self.seen_time.is_some() {
            len += 1;
        }
        if self.create_time.is_some() {
            len += 1;
        }
        if self.update_time.is_some() {
            len += 1;
        }
        if self.revision != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.Node", len)?;
        if !self.id.is_empty() {
            struct_ser.serialize_field("id", &self.id)?;
        }
        if !self.name.is_empty() {
            struct_ser.serialize_field("name", &self.name)?;
        }
        if !self.address.is_empty() {
            struct_ser.serialize_field("address", &self.address)?;
        }
        if let Some(v) = self.capabilities.as_ref() {
            struct_ser.serialize_field("capabilities", v)?;
        }
        if !self.image_digests.is_empty() {
            struct_ser.serialize_field("imageDigests", &self.image_digests)?;
        }
        if let Some(v) = self.seen_time.as_ref() {
            struct_ser.serialize_field("seenTime", v)?;
        }
        if let Some(v) = self.create_time.as_ref() {
            struct_ser.serialize_field("createTime", v)?;
        }
        if let Some(v) = self.update_time.as_ref() {
            struct_ser.serialize_field("updateTime", v)?;
        }
        if self.revision != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("revision", ToString::to_string(&self.revision).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Node {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "id",
            "name",
            "address",
            "capabilities",
            "image_digests",
            "imageDigests",
            "seen_time",
            "seenTime",
            "create_time",
            "createTime",
            "update_time",
            "updateTime",
            "revision",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Id,
            Name,
            Address,
            Capabilities,
            ImageDigests,
            SeenTime,
            CreateTime,
            UpdateTime,
            Revision,
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
                            "id" => Ok(GeneratedField::Id),
                            "name" => Ok(GeneratedField::Name),
                            "address" => Ok(GeneratedField::Address),
                            "capabilities" => Ok(GeneratedField::Capabilities),
                            "imageDigests" | "image_digests" => Ok(GeneratedField::ImageDigests),
                            "seenTime" | "seen_time" => Ok(GeneratedField::SeenTime),
                            "createTime" | "create_time" => Ok(GeneratedField::CreateTime),
                            "updateTime" | "update_time" => Ok(GeneratedField::UpdateTime),
                            "revision" => Ok(GeneratedField::Revision),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Node;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.Node")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Node, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut id__ = None;
                let mut name__ = None;
                let mut address__ = None;
                let mut capabilities__ = None;
                let mut image_digests__ = None;
                let mut seen_time__ = None;
                let mut create_time__ = None;
                let mut update_time__ = None;
                let mut revision__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Id => {
                            if id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("id"));
                            }
                            id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Name => {
                            if name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("name"));
                            }
                            name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Address => {
                            if address__.is_some() {
                                return Err(serde::de::Error::duplicate_field("address"));
                            }
                            address__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Capabilities => {
                            if capabilities__.is_some() {
                                return Err(serde::de::Error::duplicate_field("capabilities"));
                            }
                            capabilities__ = map_.next_value()?;
                        }
                        GeneratedField::ImageDigests => {
                            if image_digests__.is_some() {
                                return Err(serde::de::Error::duplicate_field("imageDigests"));
                            }
                            image_digests__ = Some(map_.next_value()?);
                        }
                        GeneratedField::SeenTime => {
                            if seen_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("seenTime"));
                            }
                            seen_time__ = map_.next_value()?;
                        }
                        GeneratedField::CreateTime => {
                            if create_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("createTime"));
                            }
                            create_time__ = map_.next_value()?;
                        }
                        GeneratedField::UpdateTime => {
                            if update_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("updateTime"));
                            }
                            update_time__ = map_.next_value()?;
                        }
                        GeneratedField::Revision => {
                            if revision__.is_some() {
                                return Err(serde::de::Error::duplicate_field("revision"));
                            }
                            revision__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Node {
                    id: id__.unwrap_or_default(),
                    name: name__.unwrap_or_default(),
                    address: address__.unwrap_or_default(),
                    capabilities: capabilities__,
                    image_digests: image_digests__.unwrap_or_default(),
                    seen_time: seen_time__,
                    create_time: create_time__,
                    update_time: update_time__,
                    revision: revision__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.Node", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for PowerVmEffect {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.goal != 0 {
            len += 1;
        }
        if self.grace_ms != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.PowerVmEffect", len)?;
        if self.goal != 0 {
            let v = MachineGoal::try_from(self.goal)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.goal)))?;
            struct_ser.serialize_field("goal", &v)?;
        }
        if self.grace_ms != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("graceMs", ToString::to_string(&self.grace_ms).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for PowerVmEffect {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "goal",
            "grace_ms",
            "graceMs",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Goal,
            GraceMs,
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
                            "goal" => Ok(GeneratedField::Goal),
                            "graceMs" | "grace_ms" => Ok(GeneratedField::GraceMs),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = PowerVmEffect;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.PowerVmEffect")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<PowerVmEffect, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut goal__ = None;
                let mut grace_ms__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Goal => {
                            if goal__.is_some() {
                                return Err(serde::de::Error::duplicate_field("goal"));
                            }
                            goal__ = Some(map_.next_value::<MachineGoal>()? as i32);
                        }
                        GeneratedField::GraceMs => {
                            if grace_ms__.is_some() {
                                return Err(serde::de::Error::duplicate_field("graceMs"));
                            }
                            grace_ms__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(PowerVmEffect {
                    goal: goal__.unwrap_or_default(),
                    grace_ms: grace_ms__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.PowerVmEffect", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for PrepareWorkspaceEffect {
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
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.PrepareWorkspaceEffect", len)?;
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
impl<'de> serde::Deserialize<'de> for PrepareWorkspaceEffect {
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
            type Value = PrepareWorkspaceEffect;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.PrepareWorkspaceEffect")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<PrepareWorkspaceEffect, V::Error>
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
                Ok(PrepareWorkspaceEffect {
                    blob_id: blob_id__.unwrap_or_default(),
                    base_commit: base_commit__.unwrap_or_default(),
                    branch: branch__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.PrepareWorkspaceEffect", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Project {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.id.is_empty() {
            len += 1;
        }
        if !self.name.is_empty() {
            len += 1;
        }
        if !self.description.is_empty() {
            len += 1;
        }
        if self.source.is_some() {
            len += 1;
        }
        if self.create_time.is_some() {
            len += 1;
        }
        if self.update_time.is_some() {
            len += 1;
        }
        if self.revision != 0 {
            len += 1;
        }
        if self.delete_time.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.Project", len)?;
        if !self.id.is_empty() {
            struct_ser.serialize_field("id", &self.id)?;
        }
        if !self.name.is_empty() {
            struct_ser.serialize_field("name", &self.name)?;
        }
        if !self.description.is_empty() {
            struct_ser.serialize_field("description", &self.description)?;
        }
        if let Some(v) = self.source.as_ref() {
            struct_ser.serialize_field("source", v)?;
        }
        if let Some(v) = self.create_time.as_ref() {
            struct_ser.serialize_field("createTime", v)?;
        }
        if let Some(v) = self.update_time.as_ref() {
            struct_ser.serialize_field("updateTime", v)?;
        }
        if self.revision != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("revision", ToString::to_string(&self.revision).as_str())?;
        }
        if let Some(v) = self.delete_time.as_ref() {
            struct_ser.serialize_field("deleteTime", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Project {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "id",
            "name",
            "description",
            "source",
            "create_time",
            "createTime",
            "update_time",
            "updateTime",
            "revision",
            "delete_time",
            "deleteTime",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Id,
            Name,
            Description,
            Source,
            CreateTime,
            UpdateTime,
            Revision,
            DeleteTime,
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
                            "id" => Ok(GeneratedField::Id),
                            "name" => Ok(GeneratedField::Name),
                            "description" => Ok(GeneratedField::Description),
                            "source" => Ok(GeneratedField::Source),
                            "createTime" | "create_time" => Ok(GeneratedField::CreateTime),
                            "updateTime" | "update_time" => Ok(GeneratedField::UpdateTime),
                            "revision" => Ok(GeneratedField::Revision),
                            "deleteTime" | "delete_time" => Ok(GeneratedField::DeleteTime),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Project;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.Project")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Project, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut id__ = None;
                let mut name__ = None;
                let mut description__ = None;
                let mut source__ = None;
                let mut create_time__ = None;
                let mut update_time__ = None;
                let mut revision__ = None;
                let mut delete_time__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Id => {
                            if id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("id"));
                            }
                            id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Name => {
                            if name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("name"));
                            }
                            name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Description => {
                            if description__.is_some() {
                                return Err(serde::de::Error::duplicate_field("description"));
                            }
                            description__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Source => {
                            if source__.is_some() {
                                return Err(serde::de::Error::duplicate_field("source"));
                            }
                            source__ = map_.next_value()?;
                        }
                        GeneratedField::CreateTime => {
                            if create_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("createTime"));
                            }
                            create_time__ = map_.next_value()?;
                        }
                        GeneratedField::UpdateTime => {
                            if update_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("updateTime"));
                            }
                            update_time__ = map_.next_value()?;
                        }
                        GeneratedField::Revision => {
                            if revision__.is_some() {
                                return Err(serde::de::Error::duplicate_field("revision"));
                            }
                            revision__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::DeleteTime => {
                            if delete_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("deleteTime"));
                            }
                            delete_time__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Project {
                    id: id__.unwrap_or_default(),
                    name: name__.unwrap_or_default(),
                    description: description__.unwrap_or_default(),
                    source: source__,
                    create_time: create_time__,
                    update_time: update_time__,
                    revision: revision__.unwrap_or_default(),
                    delete_time: delete_time__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.Project", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for PromptEffect {
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
        if !self.message_id.is_empty() {
            len += 1;
        }
        if !self.session_id.is_empty() {
            len += 1;
        }
        if self.limit_ms != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.PromptEffect", len)?;
        if !self.turn_id.is_empty() {
            struct_ser.serialize_field("turnId", &self.turn_id)?;
        }
        if !self.message_id.is_empty() {
            struct_ser.serialize_field("messageId", &self.message_id)?;
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
impl<'de> serde::Deserialize<'de> for PromptEffect {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "turn_id",
            "turnId",
            "message_id",
            "messageId",
            "session_id",
            "sessionId",
            "limit_ms",
            "limitMs",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            TurnId,
            MessageId,
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
                            "messageId" | "message_id" => Ok(GeneratedField::MessageId),
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
            type Value = PromptEffect;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.PromptEffect")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<PromptEffect, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut turn_id__ = None;
                let mut message_id__ = None;
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
                        GeneratedField::MessageId => {
                            if message_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("messageId"));
                            }
                            message_id__ = Some(map_.next_value()?);
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
                Ok(PromptEffect {
                    turn_id: turn_id__.unwrap_or_default(),
                    message_id: message_id__.unwrap_or_default(),
                    session_id: session_id__.unwrap_or_default(),
                    limit_ms: limit_ms__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.PromptEffect", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for PromptMessage {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.text.is_empty() {
            len += 1;
        }
        if self.blob_id.is_some() {
            len += 1;
        }
        if self.limit_ms != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.PromptMessage", len)?;
        if !self.text.is_empty() {
            struct_ser.serialize_field("text", &self.text)?;
        }
        if let Some(v) = self.blob_id.as_ref() {
            struct_ser.serialize_field("blobId", v)?;
        }
        if self.limit_ms != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("limitMs", ToString::to_string(&self.limit_ms).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for PromptMessage {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "text",
            "blob_id",
            "blobId",
            "limit_ms",
            "limitMs",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Text,
            BlobId,
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
                            "text" => Ok(GeneratedField::Text),
                            "blobId" | "blob_id" => Ok(GeneratedField::BlobId),
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
            type Value = PromptMessage;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.PromptMessage")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<PromptMessage, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut text__ = None;
                let mut blob_id__ = None;
                let mut limit_ms__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Text => {
                            if text__.is_some() {
                                return Err(serde::de::Error::duplicate_field("text"));
                            }
                            text__ = Some(map_.next_value()?);
                        }
                        GeneratedField::BlobId => {
                            if blob_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("blobId"));
                            }
                            blob_id__ = map_.next_value()?;
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
                Ok(PromptMessage {
                    text: text__.unwrap_or_default(),
                    blob_id: blob_id__,
                    limit_ms: limit_ms__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.PromptMessage", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for RestartPlannedEvent {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.loss_time.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.RestartPlannedEvent", len)?;
        if let Some(v) = self.loss_time.as_ref() {
            struct_ser.serialize_field("lossTime", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for RestartPlannedEvent {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "loss_time",
            "lossTime",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            LossTime,
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
                            "lossTime" | "loss_time" => Ok(GeneratedField::LossTime),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = RestartPlannedEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.RestartPlannedEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<RestartPlannedEvent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut loss_time__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::LossTime => {
                            if loss_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("lossTime"));
                            }
                            loss_time__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(RestartPlannedEvent {
                    loss_time: loss_time__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.RestartPlannedEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for RestartPolicy {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "RESTART_POLICY_UNSPECIFIED",
            Self::LastCheckpoint => "RESTART_POLICY_LAST_CHECKPOINT",
            Self::Disk => "RESTART_POLICY_DISK",
            Self::Never => "RESTART_POLICY_NEVER",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for RestartPolicy {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "RESTART_POLICY_UNSPECIFIED",
            "RESTART_POLICY_LAST_CHECKPOINT",
            "RESTART_POLICY_DISK",
            "RESTART_POLICY_NEVER",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = RestartPolicy;

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
                    "RESTART_POLICY_UNSPECIFIED" => Ok(RestartPolicy::Unspecified),
                    "RESTART_POLICY_LAST_CHECKPOINT" => Ok(RestartPolicy::LastCheckpoint),
                    "RESTART_POLICY_DISK" => Ok(RestartPolicy::Disk),
                    "RESTART_POLICY_NEVER" => Ok(RestartPolicy::Never),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for RestoreFailedEvent {
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
        if !self.failure.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.RestoreFailedEvent", len)?;
        if !self.checkpoint_id.is_empty() {
            struct_ser.serialize_field("checkpointId", &self.checkpoint_id)?;
        }
        if !self.failure.is_empty() {
            struct_ser.serialize_field("failure", &self.failure)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for RestoreFailedEvent {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "checkpoint_id",
            "checkpointId",
            "failure",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            CheckpointId,
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
                            "checkpointId" | "checkpoint_id" => Ok(GeneratedField::CheckpointId),
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
            type Value = RestoreFailedEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.RestoreFailedEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<RestoreFailedEvent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut checkpoint_id__ = None;
                let mut failure__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::CheckpointId => {
                            if checkpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointId"));
                            }
                            checkpoint_id__ = Some(map_.next_value()?);
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
                Ok(RestoreFailedEvent {
                    checkpoint_id: checkpoint_id__.unwrap_or_default(),
                    failure: failure__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.RestoreFailedEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for RestoreMessage {
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
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.RestoreMessage", len)?;
        if !self.checkpoint_id.is_empty() {
            struct_ser.serialize_field("checkpointId", &self.checkpoint_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for RestoreMessage {
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
            type Value = RestoreMessage;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.RestoreMessage")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<RestoreMessage, V::Error>
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
                Ok(RestoreMessage {
                    checkpoint_id: checkpoint_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.RestoreMessage", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for RestoreVmEffect {
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
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.RestoreVmEffect", len)?;
        if !self.checkpoint_id.is_empty() {
            struct_ser.serialize_field("checkpointId", &self.checkpoint_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for RestoreVmEffect {
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
            type Value = RestoreVmEffect;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.RestoreVmEffect")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<RestoreVmEffect, V::Error>
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
                Ok(RestoreVmEffect {
                    checkpoint_id: checkpoint_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.RestoreVmEffect", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Secret {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.id.is_empty() {
            len += 1;
        }
        if !self.project_id.is_empty() {
            len += 1;
        }
        if !self.name.is_empty() {
            len += 1;
        }
        if !self.environment_name.is_empty() {
            len += 1;
        }
        if !self.hosts.is_empty() {
            len += 1;
        }
        if !self.placeholder.is_empty() {
            len += 1;
        }
        if !self.sealed.is_empty() {
            len += 1;
        }
        if self.create_time.is_some() {
            len += 1;
        }
        if self.update_time.is_some() {
            len += 1;
        }
        if self.revision != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.Secret", len)?;
        if !self.id.is_empty() {
            struct_ser.serialize_field("id", &self.id)?;
        }
        if !self.project_id.is_empty() {
            struct_ser.serialize_field("projectId", &self.project_id)?;
        }
        if !self.name.is_empty() {
            struct_ser.serialize_field("name", &self.name)?;
        }
        if !self.environment_name.is_empty() {
            struct_ser.serialize_field("environmentName", &self.environment_name)?;
        }
        if !self.hosts.is_empty() {
            struct_ser.serialize_field("hosts", &self.hosts)?;
        }
        if !self.placeholder.is_empty() {
            struct_ser.serialize_field("placeholder", &self.placeholder)?;
        }
        if !self.sealed.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("sealed", pbjson::private::base64::encode(&self.sealed).as_str())?;
        }
        if let Some(v) = self.create_time.as_ref() {
            struct_ser.serialize_field("createTime", v)?;
        }
        if let Some(v) = self.update_time.as_ref() {
            struct_ser.serialize_field("updateTime", v)?;
        }
        if self.revision != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("revision", ToString::to_string(&self.revision).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Secret {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "id",
            "project_id",
            "projectId",
            "name",
            "environment_name",
            "environmentName",
            "hosts",
            "placeholder",
            "sealed",
            "create_time",
            "createTime",
            "update_time",
            "updateTime",
            "revision",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Id,
            ProjectId,
            Name,
            EnvironmentName,
            Hosts,
            Placeholder,
            Sealed,
            CreateTime,
            UpdateTime,
            Revision,
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
                            "id" => Ok(GeneratedField::Id),
                            "projectId" | "project_id" => Ok(GeneratedField::ProjectId),
                            "name" => Ok(GeneratedField::Name),
                            "environmentName" | "environment_name" => Ok(GeneratedField::EnvironmentName),
                            "hosts" => Ok(GeneratedField::Hosts),
                            "placeholder" => Ok(GeneratedField::Placeholder),
                            "sealed" => Ok(GeneratedField::Sealed),
                            "createTime" | "create_time" => Ok(GeneratedField::CreateTime),
                            "updateTime" | "update_time" => Ok(GeneratedField::UpdateTime),
                            "revision" => Ok(GeneratedField::Revision),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Secret;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.Secret")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Secret, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut id__ = None;
                let mut project_id__ = None;
                let mut name__ = None;
                let mut environment_name__ = None;
                let mut hosts__ = None;
                let mut placeholder__ = None;
                let mut sealed__ = None;
                let mut create_time__ = None;
                let mut update_time__ = None;
                let mut revision__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Id => {
                            if id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("id"));
                            }
                            id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ProjectId => {
                            if project_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("projectId"));
                            }
                            project_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Name => {
                            if name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("name"));
                            }
                            name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::EnvironmentName => {
                            if environment_name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("environmentName"));
                            }
                            environment_name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Hosts => {
                            if hosts__.is_some() {
                                return Err(serde::de::Error::duplicate_field("hosts"));
                            }
                            hosts__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Placeholder => {
                            if placeholder__.is_some() {
                                return Err(serde::de::Error::duplicate_field("placeholder"));
                            }
                            placeholder__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Sealed => {
                            if sealed__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sealed"));
                            }
                            sealed__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::CreateTime => {
                            if create_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("createTime"));
                            }
                            create_time__ = map_.next_value()?;
                        }
                        GeneratedField::UpdateTime => {
                            if update_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("updateTime"));
                            }
                            update_time__ = map_.next_value()?;
                        }
                        GeneratedField::Revision => {
                            if revision__.is_some() {
                                return Err(serde::de::Error::duplicate_field("revision"));
                            }
                            revision__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Secret {
                    id: id__.unwrap_or_default(),
                    project_id: project_id__.unwrap_or_default(),
                    name: name__.unwrap_or_default(),
                    environment_name: environment_name__.unwrap_or_default(),
                    hosts: hosts__.unwrap_or_default(),
                    placeholder: placeholder__.unwrap_or_default(),
                    sealed: sealed__.unwrap_or_default(),
                    create_time: create_time__,
                    update_time: update_time__,
                    revision: revision__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.Secret", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Spend {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.id.is_empty() {
            len += 1;
        }
        if !self.project_id.is_empty() {
            len += 1;
        }
        if !self.machine_id.is_empty() {
            len += 1;
        }
        if !self.lineage_id.is_empty() {
            len += 1;
        }
        if self.usage.is_some() {
            len += 1;
        }
        if self.working_ms != 0 {
            len += 1;
        }
        if !self.turn_id.is_empty() {
            len += 1;
        }
        if self.turn_usage.is_some() {
            len += 1;
        }
        if self.turn_working_ms != 0 {
            len += 1;
        }
        if self.create_time.is_some() {
            len += 1;
        }
        if self.update_time.is_some() {
            len += 1;
        }
        if self.revision != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.Spend", len)?;
        if !self.id.is_empty() {
            struct_ser.serialize_field("id", &self.id)?;
        }
        if !self.project_id.is_empty() {
            struct_ser.serialize_field("projectId", &self.project_id)?;
        }
        if !self.machine_id.is_empty() {
            struct_ser.serialize_field("machineId", &self.machine_id)?;
        }
        if !self.lineage_id.is_empty() {
            struct_ser.serialize_field("lineageId", &self.lineage_id)?;
        }
        if let Some(v) = self.usage.as_ref() {
            struct_ser.serialize_field("usage", v)?;
        }
        if self.working_ms != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("workingMs", ToString::to_string(&self.working_ms).as_str())?;
        }
        if !self.turn_id.is_empty() {
            struct_ser.serialize_field("turnId", &self.turn_id)?;
        }
        if let Some(v) = self.turn_usage.as_ref() {
            struct_ser.serialize_field("turnUsage", v)?;
        }
        if self.turn_working_ms != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("turnWorkingMs", ToString::to_string(&self.turn_working_ms).as_str())?;
        }
        if let Some(v) = self.create_time.as_ref() {
            struct_ser.serialize_field("createTime", v)?;
        }
        if let Some(v) = self.update_time.as_ref() {
            struct_ser.serialize_field("updateTime", v)?;
        }
        if self.revision != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("revision", ToString::to_string(&self.revision).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Spend {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "id",
            "project_id",
            "projectId",
            "machine_id",
            "machineId",
            "lineage_id",
            "lineageId",
            "usage",
            "working_ms",
            "workingMs",
            "turn_id",
            "turnId",
            "turn_usage",
            "turnUsage",
            "turn_working_ms",
            "turnWorkingMs",
            "create_time",
            "createTime",
            "update_time",
            "updateTime",
            "revision",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Id,
            ProjectId,
            MachineId,
            LineageId,
            Usage,
            WorkingMs,
            TurnId,
            TurnUsage,
            TurnWorkingMs,
            CreateTime,
            UpdateTime,
            Revision,
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
                            "id" => Ok(GeneratedField::Id),
                            "projectId" | "project_id" => Ok(GeneratedField::ProjectId),
                            "machineId" | "machine_id" => Ok(GeneratedField::MachineId),
                            "lineageId" | "lineage_id" => Ok(GeneratedField::LineageId),
                            "usage" => Ok(GeneratedField::Usage),
                            "workingMs" | "working_ms" => Ok(GeneratedField::WorkingMs),
                            "turnId" | "turn_id" => Ok(GeneratedField::TurnId),
                            "turnUsage" | "turn_usage" => Ok(GeneratedField::TurnUsage),
                            "turnWorkingMs" | "turn_working_ms" => Ok(GeneratedField::TurnWorkingMs),
                            "createTime" | "create_time" => Ok(GeneratedField::CreateTime),
                            "updateTime" | "update_time" => Ok(GeneratedField::UpdateTime),
                            "revision" => Ok(GeneratedField::Revision),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Spend;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.Spend")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Spend, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut id__ = None;
                let mut project_id__ = None;
                let mut machine_id__ = None;
                let mut lineage_id__ = None;
                let mut usage__ = None;
                let mut working_ms__ = None;
                let mut turn_id__ = None;
                let mut turn_usage__ = None;
                let mut turn_working_ms__ = None;
                let mut create_time__ = None;
                let mut update_time__ = None;
                let mut revision__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Id => {
                            if id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("id"));
                            }
                            id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ProjectId => {
                            if project_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("projectId"));
                            }
                            project_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::MachineId => {
                            if machine_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("machineId"));
                            }
                            machine_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::LineageId => {
                            if lineage_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("lineageId"));
                            }
                            lineage_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Usage => {
                            if usage__.is_some() {
                                return Err(serde::de::Error::duplicate_field("usage"));
                            }
                            usage__ = map_.next_value()?;
                        }
                        GeneratedField::WorkingMs => {
                            if working_ms__.is_some() {
                                return Err(serde::de::Error::duplicate_field("workingMs"));
                            }
                            working_ms__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::TurnId => {
                            if turn_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("turnId"));
                            }
                            turn_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::TurnUsage => {
                            if turn_usage__.is_some() {
                                return Err(serde::de::Error::duplicate_field("turnUsage"));
                            }
                            turn_usage__ = map_.next_value()?;
                        }
                        GeneratedField::TurnWorkingMs => {
                            if turn_working_ms__.is_some() {
                                return Err(serde::de::Error::duplicate_field("turnWorkingMs"));
                            }
                            turn_working_ms__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::CreateTime => {
                            if create_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("createTime"));
                            }
                            create_time__ = map_.next_value()?;
                        }
                        GeneratedField::UpdateTime => {
                            if update_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("updateTime"));
                            }
                            update_time__ = map_.next_value()?;
                        }
                        GeneratedField::Revision => {
                            if revision__.is_some() {
                                return Err(serde::de::Error::duplicate_field("revision"));
                            }
                            revision__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Spend {
                    id: id__.unwrap_or_default(),
                    project_id: project_id__.unwrap_or_default(),
                    machine_id: machine_id__.unwrap_or_default(),
                    lineage_id: lineage_id__.unwrap_or_default(),
                    usage: usage__,
                    working_ms: working_ms__.unwrap_or_default(),
                    turn_id: turn_id__.unwrap_or_default(),
                    turn_usage: turn_usage__,
                    turn_working_ms: turn_working_ms__.unwrap_or_default(),
                    create_time: create_time__,
                    update_time: update_time__,
                    revision: revision__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.Spend", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for StateChangedEvent {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.state != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.StateChangedEvent", len)?;
        if self.state != 0 {
            let v = MachineState::try_from(self.state)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.state)))?;
            struct_ser.serialize_field("state", &v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for StateChangedEvent {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "state",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            State,
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
                            "state" => Ok(GeneratedField::State),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = StateChangedEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.StateChangedEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<StateChangedEvent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut state__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::State => {
                            if state__.is_some() {
                                return Err(serde::de::Error::duplicate_field("state"));
                            }
                            state__ = Some(map_.next_value::<MachineState>()? as i32);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(StateChangedEvent {
                    state: state__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.StateChangedEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for TelemetrySample {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.id.is_empty() {
            len += 1;
        }
        if !self.project_id.is_empty() {
            len += 1;
        }
        if !self.subject_id.is_empty() {
            len += 1;
        }
        if !self.metric.is_empty() {
            len += 1;
        }
        if self.value != 0. {
            len += 1;
        }
        if !self.unit.is_empty() {
            len += 1;
        }
        if self.sample_time.is_some() {
            len += 1;
        }
        if self.create_time.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.TelemetrySample", len)?;
        if !self.id.is_empty() {
            struct_ser.serialize_field("id", &self.id)?;
        }
        if !self.project_id.is_empty() {
            struct_ser.serialize_field("projectId", &self.project_id)?;
        }
        if !self.subject_id.is_empty() {
            struct_ser.serialize_field("subjectId", &self.subject_id)?;
        }
        if !self.metric.is_empty() {
            struct_ser.serialize_field("metric", &self.metric)?;
        }
        if self.value != 0. {
            struct_ser.serialize_field("value", &self.value)?;
        }
        if !self.unit.is_empty() {
            struct_ser.serialize_field("unit", &self.unit)?;
        }
        if let Some(v) = self.sample_time.as_ref() {
            struct_ser.serialize_field("sampleTime", v)?;
        }
        if let Some(v) = self.create_time.as_ref() {
            struct_ser.serialize_field("createTime", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for TelemetrySample {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "id",
            "project_id",
            "projectId",
            "subject_id",
            "subjectId",
            "metric",
            "value",
            "unit",
            "sample_time",
            "sampleTime",
            "create_time",
            "createTime",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Id,
            ProjectId,
            SubjectId,
            Metric,
            Value,
            Unit,
            SampleTime,
            CreateTime,
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
                            "id" => Ok(GeneratedField::Id),
                            "projectId" | "project_id" => Ok(GeneratedField::ProjectId),
                            "subjectId" | "subject_id" => Ok(GeneratedField::SubjectId),
                            "metric" => Ok(GeneratedField::Metric),
                            "value" => Ok(GeneratedField::Value),
                            "unit" => Ok(GeneratedField::Unit),
                            "sampleTime" | "sample_time" => Ok(GeneratedField::SampleTime),
                            "createTime" | "create_time" => Ok(GeneratedField::CreateTime),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = TelemetrySample;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.TelemetrySample")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<TelemetrySample, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut id__ = None;
                let mut project_id__ = None;
                let mut subject_id__ = None;
                let mut metric__ = None;
                let mut value__ = None;
                let mut unit__ = None;
                let mut sample_time__ = None;
                let mut create_time__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Id => {
                            if id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("id"));
                            }
                            id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ProjectId => {
                            if project_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("projectId"));
                            }
                            project_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::SubjectId => {
                            if subject_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("subjectId"));
                            }
                            subject_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Metric => {
                            if metric__.is_some() {
                                return Err(serde::de::Error::duplicate_field("metric"));
                            }
                            metric__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Value => {
                            if value__.is_some() {
                                return Err(serde::de::Error::duplicate_field("value"));
                            }
                            value__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Unit => {
                            if unit__.is_some() {
                                return Err(serde::de::Error::duplicate_field("unit"));
                            }
                            unit__ = Some(map_.next_value()?);
                        }
                        GeneratedField::SampleTime => {
                            if sample_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sampleTime"));
                            }
                            sample_time__ = map_.next_value()?;
                        }
                        GeneratedField::CreateTime => {
                            if create_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("createTime"));
                            }
                            create_time__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(TelemetrySample {
                    id: id__.unwrap_or_default(),
                    project_id: project_id__.unwrap_or_default(),
                    subject_id: subject_id__.unwrap_or_default(),
                    metric: metric__.unwrap_or_default(),
                    value: value__.unwrap_or_default(),
                    unit: unit__.unwrap_or_default(),
                    sample_time: sample_time__,
                    create_time: create_time__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.TelemetrySample", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for Template {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.id.is_empty() {
            len += 1;
        }
        if !self.name.is_empty() {
            len += 1;
        }
        if self.spec.is_some() {
            len += 1;
        }
        if self.memory_bytes_min != 0 {
            len += 1;
        }
        if self.memory_bytes_max != 0 {
            len += 1;
        }
        if self.create_time.is_some() {
            len += 1;
        }
        if self.update_time.is_some() {
            len += 1;
        }
        if self.revision != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.Template", len)?;
        if !self.id.is_empty() {
            struct_ser.serialize_field("id", &self.id)?;
        }
        if !self.name.is_empty() {
            struct_ser.serialize_field("name", &self.name)?;
        }
        if let Some(v) = self.spec.as_ref() {
            struct_ser.serialize_field("spec", v)?;
        }
        if self.memory_bytes_min != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("memoryBytesMin", ToString::to_string(&self.memory_bytes_min).as_str())?;
        }
        if self.memory_bytes_max != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("memoryBytesMax", ToString::to_string(&self.memory_bytes_max).as_str())?;
        }
        if let Some(v) = self.create_time.as_ref() {
            struct_ser.serialize_field("createTime", v)?;
        }
        if let Some(v) = self.update_time.as_ref() {
            struct_ser.serialize_field("updateTime", v)?;
        }
        if self.revision != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("revision", ToString::to_string(&self.revision).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Template {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "id",
            "name",
            "spec",
            "memory_bytes_min",
            "memoryBytesMin",
            "memory_bytes_max",
            "memoryBytesMax",
            "create_time",
            "createTime",
            "update_time",
            "updateTime",
            "revision",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Id,
            Name,
            Spec,
            MemoryBytesMin,
            MemoryBytesMax,
            CreateTime,
            UpdateTime,
            Revision,
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
                            "id" => Ok(GeneratedField::Id),
                            "name" => Ok(GeneratedField::Name),
                            "spec" => Ok(GeneratedField::Spec),
                            "memoryBytesMin" | "memory_bytes_min" => Ok(GeneratedField::MemoryBytesMin),
                            "memoryBytesMax" | "memory_bytes_max" => Ok(GeneratedField::MemoryBytesMax),
                            "createTime" | "create_time" => Ok(GeneratedField::CreateTime),
                            "updateTime" | "update_time" => Ok(GeneratedField::UpdateTime),
                            "revision" => Ok(GeneratedField::Revision),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Template;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.Template")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Template, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut id__ = None;
                let mut name__ = None;
                let mut spec__ = None;
                let mut memory_bytes_min__ = None;
                let mut memory_bytes_max__ = None;
                let mut create_time__ = None;
                let mut update_time__ = None;
                let mut revision__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Id => {
                            if id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("id"));
                            }
                            id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Name => {
                            if name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("name"));
                            }
                            name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Spec => {
                            if spec__.is_some() {
                                return Err(serde::de::Error::duplicate_field("spec"));
                            }
                            spec__ = map_.next_value()?;
                        }
                        GeneratedField::MemoryBytesMin => {
                            if memory_bytes_min__.is_some() {
                                return Err(serde::de::Error::duplicate_field("memoryBytesMin"));
                            }
                            memory_bytes_min__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::MemoryBytesMax => {
                            if memory_bytes_max__.is_some() {
                                return Err(serde::de::Error::duplicate_field("memoryBytesMax"));
                            }
                            memory_bytes_max__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::CreateTime => {
                            if create_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("createTime"));
                            }
                            create_time__ = map_.next_value()?;
                        }
                        GeneratedField::UpdateTime => {
                            if update_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("updateTime"));
                            }
                            update_time__ = map_.next_value()?;
                        }
                        GeneratedField::Revision => {
                            if revision__.is_some() {
                                return Err(serde::de::Error::duplicate_field("revision"));
                            }
                            revision__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Template {
                    id: id__.unwrap_or_default(),
                    name: name__.unwrap_or_default(),
                    spec: spec__,
                    memory_bytes_min: memory_bytes_min__.unwrap_or_default(),
                    memory_bytes_max: memory_bytes_max__.unwrap_or_default(),
                    create_time: create_time__,
                    update_time: update_time__,
                    revision: revision__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.Template", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ThawEffect {
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
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.ThawEffect", len)?;
        if !self.checkpoint_id.is_empty() {
            struct_ser.serialize_field("checkpointId", &self.checkpoint_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ThawEffect {
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
            type Value = ThawEffect;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.ThawEffect")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ThawEffect, V::Error>
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
                Ok(ThawEffect {
                    checkpoint_id: checkpoint_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.ThawEffect", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for TimerKind {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "TIMER_KIND_UNSPECIFIED",
            Self::Greeting => "TIMER_KIND_GREETING",
            Self::Restart => "TIMER_KIND_RESTART",
            Self::TurnLimit => "TIMER_KIND_TURN_LIMIT",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for TimerKind {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "TIMER_KIND_UNSPECIFIED",
            "TIMER_KIND_GREETING",
            "TIMER_KIND_RESTART",
            "TIMER_KIND_TURN_LIMIT",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = TimerKind;

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
                    "TIMER_KIND_UNSPECIFIED" => Ok(TimerKind::Unspecified),
                    "TIMER_KIND_GREETING" => Ok(TimerKind::Greeting),
                    "TIMER_KIND_RESTART" => Ok(TimerKind::Restart),
                    "TIMER_KIND_TURN_LIMIT" => Ok(TimerKind::TurnLimit),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for TimerMessage {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.kind != 0 {
            len += 1;
        }
        if self.incarnation != 0 {
            len += 1;
        }
        if self.turn_id.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.TimerMessage", len)?;
        if self.kind != 0 {
            let v = TimerKind::try_from(self.kind)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.kind)))?;
            struct_ser.serialize_field("kind", &v)?;
        }
        if self.incarnation != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("incarnation", ToString::to_string(&self.incarnation).as_str())?;
        }
        if let Some(v) = self.turn_id.as_ref() {
            struct_ser.serialize_field("turnId", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for TimerMessage {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "kind",
            "incarnation",
            "turn_id",
            "turnId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Kind,
            Incarnation,
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
                            "kind" => Ok(GeneratedField::Kind),
                            "incarnation" => Ok(GeneratedField::Incarnation),
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
            type Value = TimerMessage;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.TimerMessage")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<TimerMessage, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut kind__ = None;
                let mut incarnation__ = None;
                let mut turn_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Kind => {
                            if kind__.is_some() {
                                return Err(serde::de::Error::duplicate_field("kind"));
                            }
                            kind__ = Some(map_.next_value::<TimerKind>()? as i32);
                        }
                        GeneratedField::Incarnation => {
                            if incarnation__.is_some() {
                                return Err(serde::de::Error::duplicate_field("incarnation"));
                            }
                            incarnation__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::TurnId => {
                            if turn_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("turnId"));
                            }
                            turn_id__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(TimerMessage {
                    kind: kind__.unwrap_or_default(),
                    incarnation: incarnation__.unwrap_or_default(),
                    turn_id: turn_id__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.TimerMessage", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for TimerSetEvent {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.timer.is_some() {
            len += 1;
        }
        if self.due_time.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.TimerSetEvent", len)?;
        if let Some(v) = self.timer.as_ref() {
            struct_ser.serialize_field("timer", v)?;
        }
        if let Some(v) = self.due_time.as_ref() {
            struct_ser.serialize_field("dueTime", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for TimerSetEvent {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "timer",
            "due_time",
            "dueTime",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Timer,
            DueTime,
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
                            "timer" => Ok(GeneratedField::Timer),
                            "dueTime" | "due_time" => Ok(GeneratedField::DueTime),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = TimerSetEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.TimerSetEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<TimerSetEvent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut timer__ = None;
                let mut due_time__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Timer => {
                            if timer__.is_some() {
                                return Err(serde::de::Error::duplicate_field("timer"));
                            }
                            timer__ = map_.next_value()?;
                        }
                        GeneratedField::DueTime => {
                            if due_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("dueTime"));
                            }
                            due_time__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(TimerSetEvent {
                    timer: timer__,
                    due_time: due_time__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.TimerSetEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for TokenRole {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "TOKEN_ROLE_UNSPECIFIED",
            Self::Admin => "TOKEN_ROLE_ADMIN",
            Self::Member => "TOKEN_ROLE_MEMBER",
            Self::Viewer => "TOKEN_ROLE_VIEWER",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for TokenRole {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "TOKEN_ROLE_UNSPECIFIED",
            "TOKEN_ROLE_ADMIN",
            "TOKEN_ROLE_MEMBER",
            "TOKEN_ROLE_VIEWER",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = TokenRole;

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
                    "TOKEN_ROLE_UNSPECIFIED" => Ok(TokenRole::Unspecified),
                    "TOKEN_ROLE_ADMIN" => Ok(TokenRole::Admin),
                    "TOKEN_ROLE_MEMBER" => Ok(TokenRole::Member),
                    "TOKEN_ROLE_VIEWER" => Ok(TokenRole::Viewer),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for Turn {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.id.is_empty() {
            len += 1;
        }
        if !self.project_id.is_empty() {
            len += 1;
        }
        if !self.machine_id.is_empty() {
            len += 1;
        }
        if !self.message_id.is_empty() {
            len += 1;
        }
        if !self.prompt.is_empty() {
            len += 1;
        }
        if self.state != 0 {
            len += 1;
        }
        if self.resumed_from.is_some() {
            len += 1;
        }
        if self.result.is_some() {
            len += 1;
        }
        if self.start_time.is_some() {
            len += 1;
        }
        if self.end_time.is_some() {
            len += 1;
        }
        if self.incarnation != 0 {
            len += 1;
        }
        if self.limit_ms != 0 {
            len += 1;
        }
        if !self.start_commit.is_empty() {
            len += 1;
        }
        if !self.end_commit.is_empty() {
            len += 1;
        }
        if self.create_time.is_some() {
            len += 1;
        }
        if self.update_time.is_some() {
            len += 1;
        }
        if self.revision != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.Turn", len)?;
        if !self.id.is_empty() {
            struct_ser.serialize_field("id", &self.id)?;
        }
        if !self.project_id.is_empty() {
            struct_ser.serialize_field("projectId", &self.project_id)?;
        }
        if !self.machine_id.is_empty() {
            struct_ser.serialize_field("machineId", &self.machine_id)?;
        }
        if !self.message_id.is_empty() {
            struct_ser.serialize_field("messageId", &self.message_id)?;
        }
        if !self.prompt.is_empty() {
            struct_ser.serialize_field("prompt", &self.prompt)?;
        }
        if self.state != 0 {
            let v = TurnState::try_from(self.state)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.state)))?;
            struct_ser.serialize_field("state", &v)?;
        }
        if let Some(v) = self.resumed_from.as_ref() {
            struct_ser.serialize_field("resumedFrom", v)?;
        }
        if let Some(v) = self.result.as_ref() {
            struct_ser.serialize_field("result", v)?;
        }
        if let Some(v) = self.start_time.as_ref() {
            struct_ser.serialize_field("startTime", v)?;
        }
        if let Some(v) = self.end_time.as_ref() {
            struct_ser.serialize_field("endTime", v)?;
        }
        if self.incarnation != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("incarnation", ToString::to_string(&self.incarnation).as_str())?;
        }
        if self.limit_ms != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("limitMs", ToString::to_string(&self.limit_ms).as_str())?;
        }
        if !self.start_commit.is_empty() {
            struct_ser.serialize_field("startCommit", &self.start_commit)?;
        }
        if !self.end_commit.is_empty() {
            struct_ser.serialize_field("endCommit", &self.end_commit)?;
        }
        if let Some(v) = self.create_time.as_ref() {
            struct_ser.serialize_field("createTime", v)?;
        }
        if let Some(v) = self.update_time.as_ref() {
            struct_ser.serialize_field("updateTime", v)?;
        }
        if self.revision != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("revision", ToString::to_string(&self.revision).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Turn {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "id",
            "project_id",
            "projectId",
            "machine_id",
            "machineId",
            "message_id",
            "messageId",
            "prompt",
            "state",
            "resumed_from",
            "resumedFrom",
            "result",
            "start_time",
            "startTime",
            "end_time",
            "endTime",
            "incarnation",
            "limit_ms",
            "limitMs",
            "start_commit",
            "startCommit",
            "end_commit",
            "endCommit",
            "create_time",
            "createTime",
            "update_time",
            "updateTime",
            "revision",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Id,
            ProjectId,
            MachineId,
            MessageId,
            Prompt,
            State,
            ResumedFrom,
            Result,
            StartTime,
            EndTime,
            Incarnation,
            LimitMs,
            StartCommit,
            EndCommit,
            CreateTime,
            UpdateTime,
            Revision,
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
                            "id" => Ok(GeneratedField::Id),
                            "projectId" | "project_id" => Ok(GeneratedField::ProjectId),
                            "machineId" | "machine_id" => Ok(GeneratedField::MachineId),
                            "messageId" | "message_id" => Ok(GeneratedField::MessageId),
                            "prompt" => Ok(GeneratedField::Prompt),
                            "state" => Ok(GeneratedField::State),
                            "resumedFrom" | "resumed_from" => Ok(GeneratedField::ResumedFrom),
                            "result" => Ok(GeneratedField::Result),
                            "startTime" | "start_time" => Ok(GeneratedField::StartTime),
                            "endTime" | "end_time" => Ok(GeneratedField::EndTime),
                            "incarnation" => Ok(GeneratedField::Incarnation),
                            "limitMs" | "limit_ms" => Ok(GeneratedField::LimitMs),
                            "startCommit" | "start_commit" => Ok(GeneratedField::StartCommit),
                            "endCommit" | "end_commit" => Ok(GeneratedField::EndCommit),
                            "createTime" | "create_time" => Ok(GeneratedField::CreateTime),
                            "updateTime" | "update_time" => Ok(GeneratedField::UpdateTime),
                            "revision" => Ok(GeneratedField::Revision),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Turn;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.Turn")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Turn, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut id__ = None;
                let mut project_id__ = None;
                let mut machine_id__ = None;
                let mut message_id__ = None;
                let mut prompt__ = None;
                let mut state__ = None;
                let mut resumed_from__ = None;
                let mut result__ = None;
                let mut start_time__ = None;
                let mut end_time__ = None;
                let mut incarnation__ = None;
                let mut limit_ms__ = None;
                let mut start_commit__ = None;
                let mut end_commit__ = None;
                let mut create_time__ = None;
                let mut update_time__ = None;
                let mut revision__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Id => {
                            if id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("id"));
                            }
                            id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ProjectId => {
                            if project_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("projectId"));
                            }
                            project_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::MachineId => {
                            if machine_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("machineId"));
                            }
                            machine_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::MessageId => {
                            if message_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("messageId"));
                            }
                            message_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Prompt => {
                            if prompt__.is_some() {
                                return Err(serde::de::Error::duplicate_field("prompt"));
                            }
                            prompt__ = Some(map_.next_value()?);
                        }
                        GeneratedField::State => {
                            if state__.is_some() {
                                return Err(serde::de::Error::duplicate_field("state"));
                            }
                            state__ = Some(map_.next_value::<TurnState>()? as i32);
                        }
                        GeneratedField::ResumedFrom => {
                            if resumed_from__.is_some() {
                                return Err(serde::de::Error::duplicate_field("resumedFrom"));
                            }
                            resumed_from__ = map_.next_value()?;
                        }
                        GeneratedField::Result => {
                            if result__.is_some() {
                                return Err(serde::de::Error::duplicate_field("result"));
                            }
                            result__ = map_.next_value()?;
                        }
                        GeneratedField::StartTime => {
                            if start_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("startTime"));
                            }
                            start_time__ = map_.next_value()?;
                        }
                        GeneratedField::EndTime => {
                            if end_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("endTime"));
                            }
                            end_time__ = map_.next_value()?;
                        }
                        GeneratedField::Incarnation => {
                            if incarnation__.is_some() {
                                return Err(serde::de::Error::duplicate_field("incarnation"));
                            }
                            incarnation__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::LimitMs => {
                            if limit_ms__.is_some() {
                                return Err(serde::de::Error::duplicate_field("limitMs"));
                            }
                            limit_ms__ = 
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
                        GeneratedField::CreateTime => {
                            if create_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("createTime"));
                            }
                            create_time__ = map_.next_value()?;
                        }
                        GeneratedField::UpdateTime => {
                            if update_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("updateTime"));
                            }
                            update_time__ = map_.next_value()?;
                        }
                        GeneratedField::Revision => {
                            if revision__.is_some() {
                                return Err(serde::de::Error::duplicate_field("revision"));
                            }
                            revision__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Turn {
                    id: id__.unwrap_or_default(),
                    project_id: project_id__.unwrap_or_default(),
                    machine_id: machine_id__.unwrap_or_default(),
                    message_id: message_id__.unwrap_or_default(),
                    prompt: prompt__.unwrap_or_default(),
                    state: state__.unwrap_or_default(),
                    resumed_from: resumed_from__,
                    result: result__,
                    start_time: start_time__,
                    end_time: end_time__,
                    incarnation: incarnation__.unwrap_or_default(),
                    limit_ms: limit_ms__.unwrap_or_default(),
                    start_commit: start_commit__.unwrap_or_default(),
                    end_commit: end_commit__.unwrap_or_default(),
                    create_time: create_time__,
                    update_time: update_time__,
                    revision: revision__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.Turn", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for TurnEndedEvent {
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
        if !self.start_commit.is_empty() {
            len += 1;
        }
        if !self.end_commit.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.TurnEndedEvent", len)?;
        if !self.turn_id.is_empty() {
            struct_ser.serialize_field("turnId", &self.turn_id)?;
        }
        if let Some(v) = self.result.as_ref() {
            struct_ser.serialize_field("result", v)?;
        }
        if !self.session_id.is_empty() {
            struct_ser.serialize_field("sessionId", &self.session_id)?;
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
impl<'de> serde::Deserialize<'de> for TurnEndedEvent {
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
            type Value = TurnEndedEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.TurnEndedEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<TurnEndedEvent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut turn_id__ = None;
                let mut result__ = None;
                let mut session_id__ = None;
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
                Ok(TurnEndedEvent {
                    turn_id: turn_id__.unwrap_or_default(),
                    result: result__,
                    session_id: session_id__.unwrap_or_default(),
                    start_commit: start_commit__.unwrap_or_default(),
                    end_commit: end_commit__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.TurnEndedEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for TurnEndedMessage {
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
        if self.incarnation != 0 {
            len += 1;
        }
        if !self.start_commit.is_empty() {
            len += 1;
        }
        if !self.end_commit.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.TurnEndedMessage", len)?;
        if !self.turn_id.is_empty() {
            struct_ser.serialize_field("turnId", &self.turn_id)?;
        }
        if let Some(v) = self.result.as_ref() {
            struct_ser.serialize_field("result", v)?;
        }
        if !self.session_id.is_empty() {
            struct_ser.serialize_field("sessionId", &self.session_id)?;
        }
        if self.incarnation != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("incarnation", ToString::to_string(&self.incarnation).as_str())?;
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
impl<'de> serde::Deserialize<'de> for TurnEndedMessage {
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
            "incarnation",
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
            Incarnation,
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
                            "incarnation" => Ok(GeneratedField::Incarnation),
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
            type Value = TurnEndedMessage;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.TurnEndedMessage")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<TurnEndedMessage, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut turn_id__ = None;
                let mut result__ = None;
                let mut session_id__ = None;
                let mut incarnation__ = None;
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
                        GeneratedField::Incarnation => {
                            if incarnation__.is_some() {
                                return Err(serde::de::Error::duplicate_field("incarnation"));
                            }
                            incarnation__ = 
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
                Ok(TurnEndedMessage {
                    turn_id: turn_id__.unwrap_or_default(),
                    result: result__,
                    session_id: session_id__.unwrap_or_default(),
                    incarnation: incarnation__.unwrap_or_default(),
                    start_commit: start_commit__.unwrap_or_default(),
                    end_commit: end_commit__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.TurnEndedMessage", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for TurnOutcome {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "TURN_OUTCOME_UNSPECIFIED",
            Self::Ok => "TURN_OUTCOME_OK",
            Self::Interrupted => "TURN_OUTCOME_INTERRUPTED",
            Self::TimedOut => "TURN_OUTCOME_TIMED_OUT",
            Self::ReplyLimit => "TURN_OUTCOME_REPLY_LIMIT",
            Self::ApiError => "TURN_OUTCOME_API_ERROR",
            Self::ConfigError => "TURN_OUTCOME_CONFIG_ERROR",
            Self::Denied => "TURN_OUTCOME_DENIED",
            Self::Failed => "TURN_OUTCOME_FAILED",
            Self::Crashed => "TURN_OUTCOME_CRASHED",
            Self::Superseded => "TURN_OUTCOME_SUPERSEDED",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for TurnOutcome {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "TURN_OUTCOME_UNSPECIFIED",
            "TURN_OUTCOME_OK",
            "TURN_OUTCOME_INTERRUPTED",
            "TURN_OUTCOME_TIMED_OUT",
            "TURN_OUTCOME_REPLY_LIMIT",
            "TURN_OUTCOME_API_ERROR",
            "TURN_OUTCOME_CONFIG_ERROR",
            "TURN_OUTCOME_DENIED",
            "TURN_OUTCOME_FAILED",
            "TURN_OUTCOME_CRASHED",
            "TURN_OUTCOME_SUPERSEDED",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = TurnOutcome;

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
                    "TURN_OUTCOME_UNSPECIFIED" => Ok(TurnOutcome::Unspecified),
                    "TURN_OUTCOME_OK" => Ok(TurnOutcome::Ok),
                    "TURN_OUTCOME_INTERRUPTED" => Ok(TurnOutcome::Interrupted),
                    "TURN_OUTCOME_TIMED_OUT" => Ok(TurnOutcome::TimedOut),
                    "TURN_OUTCOME_REPLY_LIMIT" => Ok(TurnOutcome::ReplyLimit),
                    "TURN_OUTCOME_API_ERROR" => Ok(TurnOutcome::ApiError),
                    "TURN_OUTCOME_CONFIG_ERROR" => Ok(TurnOutcome::ConfigError),
                    "TURN_OUTCOME_DENIED" => Ok(TurnOutcome::Denied),
                    "TURN_OUTCOME_FAILED" => Ok(TurnOutcome::Failed),
                    "TURN_OUTCOME_CRASHED" => Ok(TurnOutcome::Crashed),
                    "TURN_OUTCOME_SUPERSEDED" => Ok(TurnOutcome::Superseded),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for TurnResult {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.outcome != 0 {
            len += 1;
        }
        if !self.text.is_empty() {
            len += 1;
        }
        if self.http_status != 0 {
            len += 1;
        }
        if self.denial_count != 0 {
            len += 1;
        }
        if self.usage.is_some() {
            len += 1;
        }
        if self.duration_ms != 0 {
            len += 1;
        }
        if self.reply_count != 0 {
            len += 1;
        }
        if self.synthesised {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.TurnResult", len)?;
        if self.outcome != 0 {
            let v = TurnOutcome::try_from(self.outcome)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.outcome)))?;
            struct_ser.serialize_field("outcome", &v)?;
        }
        if !self.text.is_empty() {
            struct_ser.serialize_field("text", &self.text)?;
        }
        if self.http_status != 0 {
            struct_ser.serialize_field("httpStatus", &self.http_status)?;
        }
        if self.denial_count != 0 {
            struct_ser.serialize_field("denialCount", &self.denial_count)?;
        }
        if let Some(v) = self.usage.as_ref() {
            struct_ser.serialize_field("usage", v)?;
        }
        if self.duration_ms != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("durationMs", ToString::to_string(&self.duration_ms).as_str())?;
        }
        if self.reply_count != 0 {
            struct_ser.serialize_field("replyCount", &self.reply_count)?;
        }
        if self.synthesised {
            struct_ser.serialize_field("synthesised", &self.synthesised)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for TurnResult {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "outcome",
            "text",
            "http_status",
            "httpStatus",
            "denial_count",
            "denialCount",
            "usage",
            "duration_ms",
            "durationMs",
            "reply_count",
            "replyCount",
            "synthesised",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Outcome,
            Text,
            HttpStatus,
            DenialCount,
            Usage,
            DurationMs,
            ReplyCount,
            Synthesised,
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
                            "outcome" => Ok(GeneratedField::Outcome),
                            "text" => Ok(GeneratedField::Text),
                            "httpStatus" | "http_status" => Ok(GeneratedField::HttpStatus),
                            "denialCount" | "denial_count" => Ok(GeneratedField::DenialCount),
                            "usage" => Ok(GeneratedField::Usage),
                            "durationMs" | "duration_ms" => Ok(GeneratedField::DurationMs),
                            "replyCount" | "reply_count" => Ok(GeneratedField::ReplyCount),
                            "synthesised" => Ok(GeneratedField::Synthesised),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = TurnResult;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.TurnResult")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<TurnResult, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut outcome__ = None;
                let mut text__ = None;
                let mut http_status__ = None;
                let mut denial_count__ = None;
                let mut usage__ = None;
                let mut duration_ms__ = None;
                let mut reply_count__ = None;
                let mut synthesised__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Outcome => {
                            if outcome__.is_some() {
                                return Err(serde::de::Error::duplicate_field("outcome"));
                            }
                            outcome__ = Some(map_.next_value::<TurnOutcome>()? as i32);
                        }
                        GeneratedField::Text => {
                            if text__.is_some() {
                                return Err(serde::de::Error::duplicate_field("text"));
                            }
                            text__ = Some(map_.next_value()?);
                        }
                        GeneratedField::HttpStatus => {
                            if http_status__.is_some() {
                                return Err(serde::de::Error::duplicate_field("httpStatus"));
                            }
                            http_status__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::DenialCount => {
                            if denial_count__.is_some() {
                                return Err(serde::de::Error::duplicate_field("denialCount"));
                            }
                            denial_count__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Usage => {
                            if usage__.is_some() {
                                return Err(serde::de::Error::duplicate_field("usage"));
                            }
                            usage__ = map_.next_value()?;
                        }
                        GeneratedField::DurationMs => {
                            if duration_ms__.is_some() {
                                return Err(serde::de::Error::duplicate_field("durationMs"));
                            }
                            duration_ms__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::ReplyCount => {
                            if reply_count__.is_some() {
                                return Err(serde::de::Error::duplicate_field("replyCount"));
                            }
                            reply_count__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Synthesised => {
                            if synthesised__.is_some() {
                                return Err(serde::de::Error::duplicate_field("synthesised"));
                            }
                            synthesised__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(TurnResult {
                    outcome: outcome__.unwrap_or_default(),
                    text: text__.unwrap_or_default(),
                    http_status: http_status__.unwrap_or_default(),
                    denial_count: denial_count__.unwrap_or_default(),
                    usage: usage__,
                    duration_ms: duration_ms__.unwrap_or_default(),
                    reply_count: reply_count__.unwrap_or_default(),
                    synthesised: synthesised__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.TurnResult", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for TurnStartedEvent {
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
        if !self.message_id.is_empty() {
            len += 1;
        }
        if self.resumed_from.is_some() {
            len += 1;
        }
        if !self.prompt.is_empty() {
            len += 1;
        }
        if self.limit_ms != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.TurnStartedEvent", len)?;
        if !self.turn_id.is_empty() {
            struct_ser.serialize_field("turnId", &self.turn_id)?;
        }
        if !self.message_id.is_empty() {
            struct_ser.serialize_field("messageId", &self.message_id)?;
        }
        if let Some(v) = self.resumed_from.as_ref() {
            struct_ser.serialize_field("resumedFrom", v)?;
        }
        if !self.prompt.is_empty() {
            struct_ser.serialize_field("prompt", &self.prompt)?;
        }
        if self.limit_ms != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("limitMs", ToString::to_string(&self.limit_ms).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for TurnStartedEvent {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "turn_id",
            "turnId",
            "message_id",
            "messageId",
            "resumed_from",
            "resumedFrom",
            "prompt",
            "limit_ms",
            "limitMs",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            TurnId,
            MessageId,
            ResumedFrom,
            Prompt,
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
                            "messageId" | "message_id" => Ok(GeneratedField::MessageId),
                            "resumedFrom" | "resumed_from" => Ok(GeneratedField::ResumedFrom),
                            "prompt" => Ok(GeneratedField::Prompt),
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
            type Value = TurnStartedEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.TurnStartedEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<TurnStartedEvent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut turn_id__ = None;
                let mut message_id__ = None;
                let mut resumed_from__ = None;
                let mut prompt__ = None;
                let mut limit_ms__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::TurnId => {
                            if turn_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("turnId"));
                            }
                            turn_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::MessageId => {
                            if message_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("messageId"));
                            }
                            message_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ResumedFrom => {
                            if resumed_from__.is_some() {
                                return Err(serde::de::Error::duplicate_field("resumedFrom"));
                            }
                            resumed_from__ = map_.next_value()?;
                        }
                        GeneratedField::Prompt => {
                            if prompt__.is_some() {
                                return Err(serde::de::Error::duplicate_field("prompt"));
                            }
                            prompt__ = Some(map_.next_value()?);
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
                Ok(TurnStartedEvent {
                    turn_id: turn_id__.unwrap_or_default(),
                    message_id: message_id__.unwrap_or_default(),
                    resumed_from: resumed_from__,
                    prompt: prompt__.unwrap_or_default(),
                    limit_ms: limit_ms__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.TurnStartedEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for TurnState {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "TURN_STATE_UNSPECIFIED",
            Self::Running => "TURN_STATE_RUNNING",
            Self::Ended => "TURN_STATE_ENDED",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for TurnState {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "TURN_STATE_UNSPECIFIED",
            "TURN_STATE_RUNNING",
            "TURN_STATE_ENDED",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = TurnState;

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
                    "TURN_STATE_UNSPECIFIED" => Ok(TurnState::Unspecified),
                    "TURN_STATE_RUNNING" => Ok(TurnState::Running),
                    "TURN_STATE_ENDED" => Ok(TurnState::Ended),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for Usage {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.input_tokens != 0 {
            len += 1;
        }
        if self.output_tokens != 0 {
            len += 1;
        }
        if self.cache_read_tokens != 0 {
            len += 1;
        }
        if self.cache_write_tokens != 0 {
            len += 1;
        }
        if self.cost_micros != 0 {
            len += 1;
        }
        if self.request_count != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.Usage", len)?;
        if self.input_tokens != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("inputTokens", ToString::to_string(&self.input_tokens).as_str())?;
        }
        if self.output_tokens != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("outputTokens", ToString::to_string(&self.output_tokens).as_str())?;
        }
        if self.cache_read_tokens != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("cacheReadTokens", ToString::to_string(&self.cache_read_tokens).as_str())?;
        }
        if self.cache_write_tokens != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("cacheWriteTokens", ToString::to_string(&self.cache_write_tokens).as_str())?;
        }
        if self.cost_micros != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("costMicros", ToString::to_string(&self.cost_micros).as_str())?;
        }
        if self.request_count != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("requestCount", ToString::to_string(&self.request_count).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for Usage {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "input_tokens",
            "inputTokens",
            "output_tokens",
            "outputTokens",
            "cache_read_tokens",
            "cacheReadTokens",
            "cache_write_tokens",
            "cacheWriteTokens",
            "cost_micros",
            "costMicros",
            "request_count",
            "requestCount",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            InputTokens,
            OutputTokens,
            CacheReadTokens,
            CacheWriteTokens,
            CostMicros,
            RequestCount,
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
                            "inputTokens" | "input_tokens" => Ok(GeneratedField::InputTokens),
                            "outputTokens" | "output_tokens" => Ok(GeneratedField::OutputTokens),
                            "cacheReadTokens" | "cache_read_tokens" => Ok(GeneratedField::CacheReadTokens),
                            "cacheWriteTokens" | "cache_write_tokens" => Ok(GeneratedField::CacheWriteTokens),
                            "costMicros" | "cost_micros" => Ok(GeneratedField::CostMicros),
                            "requestCount" | "request_count" => Ok(GeneratedField::RequestCount),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = Usage;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.Usage")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<Usage, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut input_tokens__ = None;
                let mut output_tokens__ = None;
                let mut cache_read_tokens__ = None;
                let mut cache_write_tokens__ = None;
                let mut cost_micros__ = None;
                let mut request_count__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::InputTokens => {
                            if input_tokens__.is_some() {
                                return Err(serde::de::Error::duplicate_field("inputTokens"));
                            }
                            input_tokens__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::OutputTokens => {
                            if output_tokens__.is_some() {
                                return Err(serde::de::Error::duplicate_field("outputTokens"));
                            }
                            output_tokens__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::CacheReadTokens => {
                            if cache_read_tokens__.is_some() {
                                return Err(serde::de::Error::duplicate_field("cacheReadTokens"));
                            }
                            cache_read_tokens__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::CacheWriteTokens => {
                            if cache_write_tokens__.is_some() {
                                return Err(serde::de::Error::duplicate_field("cacheWriteTokens"));
                            }
                            cache_write_tokens__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::CostMicros => {
                            if cost_micros__.is_some() {
                                return Err(serde::de::Error::duplicate_field("costMicros"));
                            }
                            cost_micros__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::RequestCount => {
                            if request_count__.is_some() {
                                return Err(serde::de::Error::duplicate_field("requestCount"));
                            }
                            request_count__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(Usage {
                    input_tokens: input_tokens__.unwrap_or_default(),
                    output_tokens: output_tokens__.unwrap_or_default(),
                    cache_read_tokens: cache_read_tokens__.unwrap_or_default(),
                    cache_write_tokens: cache_write_tokens__.unwrap_or_default(),
                    cost_micros: cost_micros__.unwrap_or_default(),
                    request_count: request_count__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.Usage", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for VmLostEvent {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.detail.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.VmLostEvent", len)?;
        if !self.detail.is_empty() {
            struct_ser.serialize_field("detail", &self.detail)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for VmLostEvent {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "detail",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Detail,
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
                            "detail" => Ok(GeneratedField::Detail),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = VmLostEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.VmLostEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<VmLostEvent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut detail__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Detail => {
                            if detail__.is_some() {
                                return Err(serde::de::Error::duplicate_field("detail"));
                            }
                            detail__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(VmLostEvent {
                    detail: detail__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.VmLostEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for VmObservedMessage {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.incarnation != 0 {
            len += 1;
        }
        if self.lost {
            len += 1;
        }
        if !self.detail.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.VmObservedMessage", len)?;
        if self.incarnation != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("incarnation", ToString::to_string(&self.incarnation).as_str())?;
        }
        if self.lost {
            struct_ser.serialize_field("lost", &self.lost)?;
        }
        if !self.detail.is_empty() {
            struct_ser.serialize_field("detail", &self.detail)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for VmObservedMessage {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "incarnation",
            "lost",
            "detail",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Incarnation,
            Lost,
            Detail,
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
                            "incarnation" => Ok(GeneratedField::Incarnation),
                            "lost" => Ok(GeneratedField::Lost),
                            "detail" => Ok(GeneratedField::Detail),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = VmObservedMessage;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.VmObservedMessage")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<VmObservedMessage, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut incarnation__ = None;
                let mut lost__ = None;
                let mut detail__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Incarnation => {
                            if incarnation__.is_some() {
                                return Err(serde::de::Error::duplicate_field("incarnation"));
                            }
                            incarnation__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Lost => {
                            if lost__.is_some() {
                                return Err(serde::de::Error::duplicate_field("lost"));
                            }
                            lost__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Detail => {
                            if detail__.is_some() {
                                return Err(serde::de::Error::duplicate_field("detail"));
                            }
                            detail__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(VmObservedMessage {
                    incarnation: incarnation__.unwrap_or_default(),
                    lost: lost__.unwrap_or_default(),
                    detail: detail__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.VmObservedMessage", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for VmPlacedEvent {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.handle.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.VmPlacedEvent", len)?;
        if !self.handle.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("handle", pbjson::private::base64::encode(&self.handle).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for VmPlacedEvent {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "handle",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Handle,
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
                            "handle" => Ok(GeneratedField::Handle),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = VmPlacedEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.VmPlacedEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<VmPlacedEvent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut handle__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Handle => {
                            if handle__.is_some() {
                                return Err(serde::de::Error::duplicate_field("handle"));
                            }
                            handle__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(VmPlacedEvent {
                    handle: handle__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.VmPlacedEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for WorkspacePreparedEvent {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let len = 0;
        let struct_ser = serializer.serialize_struct("autovibe.v1.WorkspacePreparedEvent", len)?;
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for WorkspacePreparedEvent {
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
            type Value = WorkspacePreparedEvent;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.WorkspacePreparedEvent")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<WorkspacePreparedEvent, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                while map_.next_key::<GeneratedField>()?.is_some() {
                    let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                }
                Ok(WorkspacePreparedEvent {
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.WorkspacePreparedEvent", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for WorkspaceSnapshot {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.commit.is_empty() {
            len += 1;
        }
        if !self.head_commit.is_empty() {
            len += 1;
        }
        if !self.base_commit.is_empty() {
            len += 1;
        }
        if !self.blob_id.is_empty() {
            len += 1;
        }
        if self.size_bytes != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.WorkspaceSnapshot", len)?;
        if !self.commit.is_empty() {
            struct_ser.serialize_field("commit", &self.commit)?;
        }
        if !self.head_commit.is_empty() {
            struct_ser.serialize_field("headCommit", &self.head_commit)?;
        }
        if !self.base_commit.is_empty() {
            struct_ser.serialize_field("baseCommit", &self.base_commit)?;
        }
        if !self.blob_id.is_empty() {
            struct_ser.serialize_field("blobId", &self.blob_id)?;
        }
        if self.size_bytes != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("sizeBytes", ToString::to_string(&self.size_bytes).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for WorkspaceSnapshot {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "commit",
            "head_commit",
            "headCommit",
            "base_commit",
            "baseCommit",
            "blob_id",
            "blobId",
            "size_bytes",
            "sizeBytes",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Commit,
            HeadCommit,
            BaseCommit,
            BlobId,
            SizeBytes,
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
                            "commit" => Ok(GeneratedField::Commit),
                            "headCommit" | "head_commit" => Ok(GeneratedField::HeadCommit),
                            "baseCommit" | "base_commit" => Ok(GeneratedField::BaseCommit),
                            "blobId" | "blob_id" => Ok(GeneratedField::BlobId),
                            "sizeBytes" | "size_bytes" => Ok(GeneratedField::SizeBytes),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = WorkspaceSnapshot;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.WorkspaceSnapshot")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<WorkspaceSnapshot, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut commit__ = None;
                let mut head_commit__ = None;
                let mut base_commit__ = None;
                let mut blob_id__ = None;
                let mut size_bytes__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Commit => {
                            if commit__.is_some() {
                                return Err(serde::de::Error::duplicate_field("commit"));
                            }
                            commit__ = Some(map_.next_value()?);
                        }
                        GeneratedField::HeadCommit => {
                            if head_commit__.is_some() {
                                return Err(serde::de::Error::duplicate_field("headCommit"));
                            }
                            head_commit__ = Some(map_.next_value()?);
                        }
                        GeneratedField::BaseCommit => {
                            if base_commit__.is_some() {
                                return Err(serde::de::Error::duplicate_field("baseCommit"));
                            }
                            base_commit__ = Some(map_.next_value()?);
                        }
                        GeneratedField::BlobId => {
                            if blob_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("blobId"));
                            }
                            blob_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::SizeBytes => {
                            if size_bytes__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sizeBytes"));
                            }
                            size_bytes__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(WorkspaceSnapshot {
                    commit: commit__.unwrap_or_default(),
                    head_commit: head_commit__.unwrap_or_default(),
                    base_commit: base_commit__.unwrap_or_default(),
                    blob_id: blob_id__.unwrap_or_default(),
                    size_bytes: size_bytes__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.WorkspaceSnapshot", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for WorkspaceSource {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.origin.is_empty() {
            len += 1;
        }
        if !self.base_commit.is_empty() {
            len += 1;
        }
        if !self.branch.is_empty() {
            len += 1;
        }
        if !self.head_commit.is_empty() {
            len += 1;
        }
        if !self.blob_id.is_empty() {
            len += 1;
        }
        if self.size_bytes != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.v1.WorkspaceSource", len)?;
        if !self.origin.is_empty() {
            struct_ser.serialize_field("origin", &self.origin)?;
        }
        if !self.base_commit.is_empty() {
            struct_ser.serialize_field("baseCommit", &self.base_commit)?;
        }
        if !self.branch.is_empty() {
            struct_ser.serialize_field("branch", &self.branch)?;
        }
        if !self.head_commit.is_empty() {
            struct_ser.serialize_field("headCommit", &self.head_commit)?;
        }
        if !self.blob_id.is_empty() {
            struct_ser.serialize_field("blobId", &self.blob_id)?;
        }
        if self.size_bytes != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("sizeBytes", ToString::to_string(&self.size_bytes).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for WorkspaceSource {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "origin",
            "base_commit",
            "baseCommit",
            "branch",
            "head_commit",
            "headCommit",
            "blob_id",
            "blobId",
            "size_bytes",
            "sizeBytes",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Origin,
            BaseCommit,
            Branch,
            HeadCommit,
            BlobId,
            SizeBytes,
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
                            "origin" => Ok(GeneratedField::Origin),
                            "baseCommit" | "base_commit" => Ok(GeneratedField::BaseCommit),
                            "branch" => Ok(GeneratedField::Branch),
                            "headCommit" | "head_commit" => Ok(GeneratedField::HeadCommit),
                            "blobId" | "blob_id" => Ok(GeneratedField::BlobId),
                            "sizeBytes" | "size_bytes" => Ok(GeneratedField::SizeBytes),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = WorkspaceSource;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.v1.WorkspaceSource")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<WorkspaceSource, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut origin__ = None;
                let mut base_commit__ = None;
                let mut branch__ = None;
                let mut head_commit__ = None;
                let mut blob_id__ = None;
                let mut size_bytes__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Origin => {
                            if origin__.is_some() {
                                return Err(serde::de::Error::duplicate_field("origin"));
                            }
                            origin__ = Some(map_.next_value()?);
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
                        GeneratedField::HeadCommit => {
                            if head_commit__.is_some() {
                                return Err(serde::de::Error::duplicate_field("headCommit"));
                            }
                            head_commit__ = Some(map_.next_value()?);
                        }
                        GeneratedField::BlobId => {
                            if blob_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("blobId"));
                            }
                            blob_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::SizeBytes => {
                            if size_bytes__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sizeBytes"));
                            }
                            size_bytes__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(WorkspaceSource {
                    origin: origin__.unwrap_or_default(),
                    base_commit: base_commit__.unwrap_or_default(),
                    branch: branch__.unwrap_or_default(),
                    head_commit: head_commit__.unwrap_or_default(),
                    blob_id: blob_id__.unwrap_or_default(),
                    size_bytes: size_bytes__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.v1.WorkspaceSource", FIELDS, GeneratedVisitor)
    }
}
