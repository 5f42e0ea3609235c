impl serde::Serialize for CheckpointObservation {
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
        if !self.machine_id.is_empty() {
            len += 1;
        }
        if self.size_bytes != 0 {
            len += 1;
        }
        if self.create_time.is_some() {
            len += 1;
        }
        if !self.detail.is_empty() {
            len += 1;
        }
        if !self.handle.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.node.v1.CheckpointObservation", len)?;
        if !self.checkpoint_id.is_empty() {
            struct_ser.serialize_field("checkpointId", &self.checkpoint_id)?;
        }
        if !self.machine_id.is_empty() {
            struct_ser.serialize_field("machineId", &self.machine_id)?;
        }
        if self.size_bytes != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("sizeBytes", ToString::to_string(&self.size_bytes).as_str())?;
        }
        if let Some(v) = self.create_time.as_ref() {
            struct_ser.serialize_field("createTime", v)?;
        }
        if !self.detail.is_empty() {
            struct_ser.serialize_field("detail", &self.detail)?;
        }
        if !self.handle.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("handle", pbjson::private::base64::encode(&self.handle).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CheckpointObservation {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "checkpoint_id",
            "checkpointId",
            "machine_id",
            "machineId",
            "size_bytes",
            "sizeBytes",
            "create_time",
            "createTime",
            "detail",
            "handle",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            CheckpointId,
            MachineId,
            SizeBytes,
            CreateTime,
            Detail,
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
                            "checkpointId" | "checkpoint_id" => Ok(GeneratedField::CheckpointId),
                            "machineId" | "machine_id" => Ok(GeneratedField::MachineId),
                            "sizeBytes" | "size_bytes" => Ok(GeneratedField::SizeBytes),
                            "createTime" | "create_time" => Ok(GeneratedField::CreateTime),
                            "detail" => Ok(GeneratedField::Detail),
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
            type Value = CheckpointObservation;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.CheckpointObservation")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CheckpointObservation, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut checkpoint_id__ = None;
                let mut machine_id__ = None;
                let mut size_bytes__ = None;
                let mut create_time__ = None;
                let mut detail__ = None;
                let mut handle__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::CheckpointId => {
                            if checkpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointId"));
                            }
                            checkpoint_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::MachineId => {
                            if machine_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("machineId"));
                            }
                            machine_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::SizeBytes => {
                            if size_bytes__.is_some() {
                                return Err(serde::de::Error::duplicate_field("sizeBytes"));
                            }
                            size_bytes__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::CreateTime => {
                            if create_time__.is_some() {
                                return Err(serde::de::Error::duplicate_field("createTime"));
                            }
                            create_time__ = map_.next_value()?;
                        }
                        GeneratedField::Detail => {
                            if detail__.is_some() {
                                return Err(serde::de::Error::duplicate_field("detail"));
                            }
                            detail__ = Some(map_.next_value()?);
                        }
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
                Ok(CheckpointObservation {
                    checkpoint_id: checkpoint_id__.unwrap_or_default(),
                    machine_id: machine_id__.unwrap_or_default(),
                    size_bytes: size_bytes__.unwrap_or_default(),
                    create_time: create_time__,
                    detail: detail__.unwrap_or_default(),
                    handle: handle__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.CheckpointObservation", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for CommandHeader {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.token.is_some() {
            len += 1;
        }
        if !self.effect_id.is_empty() {
            len += 1;
        }
        if !self.machine_id.is_empty() {
            len += 1;
        }
        if self.incarnation != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.node.v1.CommandHeader", len)?;
        if let Some(v) = self.token.as_ref() {
            struct_ser.serialize_field("token", v)?;
        }
        if !self.effect_id.is_empty() {
            struct_ser.serialize_field("effectId", &self.effect_id)?;
        }
        if !self.machine_id.is_empty() {
            struct_ser.serialize_field("machineId", &self.machine_id)?;
        }
        if self.incarnation != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("incarnation", ToString::to_string(&self.incarnation).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CommandHeader {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "token",
            "effect_id",
            "effectId",
            "machine_id",
            "machineId",
            "incarnation",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Token,
            EffectId,
            MachineId,
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
                            "token" => Ok(GeneratedField::Token),
                            "effectId" | "effect_id" => Ok(GeneratedField::EffectId),
                            "machineId" | "machine_id" => Ok(GeneratedField::MachineId),
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
            type Value = CommandHeader;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.CommandHeader")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CommandHeader, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut token__ = None;
                let mut effect_id__ = None;
                let mut machine_id__ = None;
                let mut incarnation__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Token => {
                            if token__.is_some() {
                                return Err(serde::de::Error::duplicate_field("token"));
                            }
                            token__ = map_.next_value()?;
                        }
                        GeneratedField::EffectId => {
                            if effect_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("effectId"));
                            }
                            effect_id__ = Some(map_.next_value()?);
                        }
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
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(CommandHeader {
                    token: token__,
                    effect_id: effect_id__.unwrap_or_default(),
                    machine_id: machine_id__.unwrap_or_default(),
                    incarnation: incarnation__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.CommandHeader", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for CreateCheckpointRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.header.is_some() {
            len += 1;
        }
        if !self.checkpoint_id.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.node.v1.CreateCheckpointRequest", len)?;
        if let Some(v) = self.header.as_ref() {
            struct_ser.serialize_field("header", v)?;
        }
        if !self.checkpoint_id.is_empty() {
            struct_ser.serialize_field("checkpointId", &self.checkpoint_id)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CreateCheckpointRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "header",
            "checkpoint_id",
            "checkpointId",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Header,
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
                            "header" => Ok(GeneratedField::Header),
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
            type Value = CreateCheckpointRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.CreateCheckpointRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CreateCheckpointRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut header__ = None;
                let mut checkpoint_id__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Header => {
                            if header__.is_some() {
                                return Err(serde::de::Error::duplicate_field("header"));
                            }
                            header__ = map_.next_value()?;
                        }
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
                Ok(CreateCheckpointRequest {
                    header: header__,
                    checkpoint_id: checkpoint_id__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.CreateCheckpointRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for CreateCheckpointResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
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
        if self.machine.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.node.v1.CreateCheckpointResponse", len)?;
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
            let v = super::super::v1::CheckpointLevel::try_from(self.level)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.level)))?;
            struct_ser.serialize_field("level", &v)?;
        }
        if let Some(v) = self.machine.as_ref() {
            struct_ser.serialize_field("machine", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CreateCheckpointResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "checkpoint_handle",
            "checkpointHandle",
            "size_bytes",
            "sizeBytes",
            "pause_us",
            "pauseUs",
            "level",
            "machine",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            CheckpointHandle,
            SizeBytes,
            PauseUs,
            Level,
            Machine,
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
                            "checkpointHandle" | "checkpoint_handle" => Ok(GeneratedField::CheckpointHandle),
                            "sizeBytes" | "size_bytes" => Ok(GeneratedField::SizeBytes),
                            "pauseUs" | "pause_us" => Ok(GeneratedField::PauseUs),
                            "level" => Ok(GeneratedField::Level),
                            "machine" => Ok(GeneratedField::Machine),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = CreateCheckpointResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.CreateCheckpointResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CreateCheckpointResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut checkpoint_handle__ = None;
                let mut size_bytes__ = None;
                let mut pause_us__ = None;
                let mut level__ = None;
                let mut machine__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
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
                            level__ = Some(map_.next_value::<super::super::v1::CheckpointLevel>()? as i32);
                        }
                        GeneratedField::Machine => {
                            if machine__.is_some() {
                                return Err(serde::de::Error::duplicate_field("machine"));
                            }
                            machine__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(CreateCheckpointResponse {
                    checkpoint_handle: checkpoint_handle__.unwrap_or_default(),
                    size_bytes: size_bytes__.unwrap_or_default(),
                    pause_us: pause_us__.unwrap_or_default(),
                    level: level__.unwrap_or_default(),
                    machine: machine__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.CreateCheckpointResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for CreateMachineRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.header.is_some() {
            len += 1;
        }
        if !self.image_digest.is_empty() {
            len += 1;
        }
        if self.spec.is_some() {
            len += 1;
        }
        if self.seed.is_some() {
            len += 1;
        }
        if !self.guest_ticket.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.node.v1.CreateMachineRequest", len)?;
        if let Some(v) = self.header.as_ref() {
            struct_ser.serialize_field("header", v)?;
        }
        if !self.image_digest.is_empty() {
            struct_ser.serialize_field("imageDigest", &self.image_digest)?;
        }
        if let Some(v) = self.spec.as_ref() {
            struct_ser.serialize_field("spec", v)?;
        }
        if let Some(v) = self.seed.as_ref() {
            struct_ser.serialize_field("seed", v)?;
        }
        if !self.guest_ticket.is_empty() {
            struct_ser.serialize_field("guestTicket", &self.guest_ticket)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CreateMachineRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "header",
            "image_digest",
            "imageDigest",
            "spec",
            "seed",
            "guest_ticket",
            "guestTicket",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Header,
            ImageDigest,
            Spec,
            Seed,
            GuestTicket,
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
                            "header" => Ok(GeneratedField::Header),
                            "imageDigest" | "image_digest" => Ok(GeneratedField::ImageDigest),
                            "spec" => Ok(GeneratedField::Spec),
                            "seed" => Ok(GeneratedField::Seed),
                            "guestTicket" | "guest_ticket" => Ok(GeneratedField::GuestTicket),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = CreateMachineRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.CreateMachineRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CreateMachineRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut header__ = None;
                let mut image_digest__ = None;
                let mut spec__ = None;
                let mut seed__ = None;
                let mut guest_ticket__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Header => {
                            if header__.is_some() {
                                return Err(serde::de::Error::duplicate_field("header"));
                            }
                            header__ = map_.next_value()?;
                        }
                        GeneratedField::ImageDigest => {
                            if image_digest__.is_some() {
                                return Err(serde::de::Error::duplicate_field("imageDigest"));
                            }
                            image_digest__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Spec => {
                            if spec__.is_some() {
                                return Err(serde::de::Error::duplicate_field("spec"));
                            }
                            spec__ = map_.next_value()?;
                        }
                        GeneratedField::Seed => {
                            if seed__.is_some() {
                                return Err(serde::de::Error::duplicate_field("seed"));
                            }
                            seed__ = map_.next_value()?;
                        }
                        GeneratedField::GuestTicket => {
                            if guest_ticket__.is_some() {
                                return Err(serde::de::Error::duplicate_field("guestTicket"));
                            }
                            guest_ticket__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(CreateMachineRequest {
                    header: header__,
                    image_digest: image_digest__.unwrap_or_default(),
                    spec: spec__,
                    seed: seed__,
                    guest_ticket: guest_ticket__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.CreateMachineRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for CreateMachineResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.machine.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.node.v1.CreateMachineResponse", len)?;
        if let Some(v) = self.machine.as_ref() {
            struct_ser.serialize_field("machine", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for CreateMachineResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "machine",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Machine,
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
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = CreateMachineResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.CreateMachineResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<CreateMachineResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut machine__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Machine => {
                            if machine__.is_some() {
                                return Err(serde::de::Error::duplicate_field("machine"));
                            }
                            machine__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(CreateMachineResponse {
                    machine: machine__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.CreateMachineResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for DeleteCheckpointRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.header.is_some() {
            len += 1;
        }
        if !self.checkpoint_id.is_empty() {
            len += 1;
        }
        if !self.checkpoint_handle.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.node.v1.DeleteCheckpointRequest", len)?;
        if let Some(v) = self.header.as_ref() {
            struct_ser.serialize_field("header", v)?;
        }
        if !self.checkpoint_id.is_empty() {
            struct_ser.serialize_field("checkpointId", &self.checkpoint_id)?;
        }
        if !self.checkpoint_handle.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("checkpointHandle", pbjson::private::base64::encode(&self.checkpoint_handle).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for DeleteCheckpointRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "header",
            "checkpoint_id",
            "checkpointId",
            "checkpoint_handle",
            "checkpointHandle",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Header,
            CheckpointId,
            CheckpointHandle,
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
                            "header" => Ok(GeneratedField::Header),
                            "checkpointId" | "checkpoint_id" => Ok(GeneratedField::CheckpointId),
                            "checkpointHandle" | "checkpoint_handle" => Ok(GeneratedField::CheckpointHandle),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = DeleteCheckpointRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.DeleteCheckpointRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<DeleteCheckpointRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut header__ = None;
                let mut checkpoint_id__ = None;
                let mut checkpoint_handle__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Header => {
                            if header__.is_some() {
                                return Err(serde::de::Error::duplicate_field("header"));
                            }
                            header__ = map_.next_value()?;
                        }
                        GeneratedField::CheckpointId => {
                            if checkpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointId"));
                            }
                            checkpoint_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::CheckpointHandle => {
                            if checkpoint_handle__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointHandle"));
                            }
                            checkpoint_handle__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(DeleteCheckpointRequest {
                    header: header__,
                    checkpoint_id: checkpoint_id__.unwrap_or_default(),
                    checkpoint_handle: checkpoint_handle__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.DeleteCheckpointRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for DeleteCheckpointResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let len = 0;
        let struct_ser = serializer.serialize_struct("autovibe.node.v1.DeleteCheckpointResponse", len)?;
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for DeleteCheckpointResponse {
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
            type Value = DeleteCheckpointResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.DeleteCheckpointResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<DeleteCheckpointResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                while map_.next_key::<GeneratedField>()?.is_some() {
                    let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                }
                Ok(DeleteCheckpointResponse {
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.DeleteCheckpointResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for DestroyMachineRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.header.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.node.v1.DestroyMachineRequest", len)?;
        if let Some(v) = self.header.as_ref() {
            struct_ser.serialize_field("header", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for DestroyMachineRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "header",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Header,
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
                            "header" => Ok(GeneratedField::Header),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = DestroyMachineRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.DestroyMachineRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<DestroyMachineRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut header__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Header => {
                            if header__.is_some() {
                                return Err(serde::de::Error::duplicate_field("header"));
                            }
                            header__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(DestroyMachineRequest {
                    header: header__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.DestroyMachineRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for DestroyMachineResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let len = 0;
        let struct_ser = serializer.serialize_struct("autovibe.node.v1.DestroyMachineResponse", len)?;
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for DestroyMachineResponse {
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
            type Value = DestroyMachineResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.DestroyMachineResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<DestroyMachineResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                while map_.next_key::<GeneratedField>()?.is_some() {
                    let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                }
                Ok(DestroyMachineResponse {
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.DestroyMachineResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ForkMachineRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.header.is_some() {
            len += 1;
        }
        if !self.checkpoint_id.is_empty() {
            len += 1;
        }
        if !self.checkpoint_handle.is_empty() {
            len += 1;
        }
        if self.seed.is_some() {
            len += 1;
        }
        if !self.guest_ticket.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.node.v1.ForkMachineRequest", len)?;
        if let Some(v) = self.header.as_ref() {
            struct_ser.serialize_field("header", v)?;
        }
        if !self.checkpoint_id.is_empty() {
            struct_ser.serialize_field("checkpointId", &self.checkpoint_id)?;
        }
        if !self.checkpoint_handle.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("checkpointHandle", pbjson::private::base64::encode(&self.checkpoint_handle).as_str())?;
        }
        if let Some(v) = self.seed.as_ref() {
            struct_ser.serialize_field("seed", v)?;
        }
        if !self.guest_ticket.is_empty() {
            struct_ser.serialize_field("guestTicket", &self.guest_ticket)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ForkMachineRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "header",
            "checkpoint_id",
            "checkpointId",
            "checkpoint_handle",
            "checkpointHandle",
            "seed",
            "guest_ticket",
            "guestTicket",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Header,
            CheckpointId,
            CheckpointHandle,
            Seed,
            GuestTicket,
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
                            "header" => Ok(GeneratedField::Header),
                            "checkpointId" | "checkpoint_id" => Ok(GeneratedField::CheckpointId),
                            "checkpointHandle" | "checkpoint_handle" => Ok(GeneratedField::CheckpointHandle),
                            "seed" => Ok(GeneratedField::Seed),
                            "guestTicket" | "guest_ticket" => Ok(GeneratedField::GuestTicket),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ForkMachineRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.ForkMachineRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ForkMachineRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut header__ = None;
                let mut checkpoint_id__ = None;
                let mut checkpoint_handle__ = None;
                let mut seed__ = None;
                let mut guest_ticket__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Header => {
                            if header__.is_some() {
                                return Err(serde::de::Error::duplicate_field("header"));
                            }
                            header__ = map_.next_value()?;
                        }
                        GeneratedField::CheckpointId => {
                            if checkpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointId"));
                            }
                            checkpoint_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::CheckpointHandle => {
                            if checkpoint_handle__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointHandle"));
                            }
                            checkpoint_handle__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Seed => {
                            if seed__.is_some() {
                                return Err(serde::de::Error::duplicate_field("seed"));
                            }
                            seed__ = map_.next_value()?;
                        }
                        GeneratedField::GuestTicket => {
                            if guest_ticket__.is_some() {
                                return Err(serde::de::Error::duplicate_field("guestTicket"));
                            }
                            guest_ticket__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ForkMachineRequest {
                    header: header__,
                    checkpoint_id: checkpoint_id__.unwrap_or_default(),
                    checkpoint_handle: checkpoint_handle__.unwrap_or_default(),
                    seed: seed__,
                    guest_ticket: guest_ticket__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.ForkMachineRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ForkMachineResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.machine.is_some() {
            len += 1;
        }
        if self.level != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.node.v1.ForkMachineResponse", len)?;
        if let Some(v) = self.machine.as_ref() {
            struct_ser.serialize_field("machine", v)?;
        }
        if self.level != 0 {
            let v = super::super::v1::CheckpointLevel::try_from(self.level)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.level)))?;
            struct_ser.serialize_field("level", &v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ForkMachineResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "machine",
            "level",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Machine,
            Level,
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
                            "level" => Ok(GeneratedField::Level),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ForkMachineResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.ForkMachineResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ForkMachineResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut machine__ = None;
                let mut level__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Machine => {
                            if machine__.is_some() {
                                return Err(serde::de::Error::duplicate_field("machine"));
                            }
                            machine__ = map_.next_value()?;
                        }
                        GeneratedField::Level => {
                            if level__.is_some() {
                                return Err(serde::de::Error::duplicate_field("level"));
                            }
                            level__ = Some(map_.next_value::<super::super::v1::CheckpointLevel>()? as i32);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ForkMachineResponse {
                    machine: machine__,
                    level: level__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.ForkMachineResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GetStatsRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let len = 0;
        let struct_ser = serializer.serialize_struct("autovibe.node.v1.GetStatsRequest", len)?;
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GetStatsRequest {
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
            type Value = GetStatsRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.GetStatsRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GetStatsRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                while map_.next_key::<GeneratedField>()?.is_some() {
                    let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                }
                Ok(GetStatsRequest {
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.GetStatsRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GetStatsResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.memory_available_bytes != 0 {
            len += 1;
        }
        if self.disk_available_bytes != 0 {
            len += 1;
        }
        if !self.machines.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.node.v1.GetStatsResponse", len)?;
        if self.memory_available_bytes != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("memoryAvailableBytes", ToString::to_string(&self.memory_available_bytes).as_str())?;
        }
        if self.disk_available_bytes != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("diskAvailableBytes", ToString::to_string(&self.disk_available_bytes).as_str())?;
        }
        if !self.machines.is_empty() {
            struct_ser.serialize_field("machines", &self.machines)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GetStatsResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "memory_available_bytes",
            "memoryAvailableBytes",
            "disk_available_bytes",
            "diskAvailableBytes",
            "machines",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            MemoryAvailableBytes,
            DiskAvailableBytes,
            Machines,
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
                            "memoryAvailableBytes" | "memory_available_bytes" => Ok(GeneratedField::MemoryAvailableBytes),
                            "diskAvailableBytes" | "disk_available_bytes" => Ok(GeneratedField::DiskAvailableBytes),
                            "machines" => Ok(GeneratedField::Machines),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GetStatsResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.GetStatsResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GetStatsResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut memory_available_bytes__ = None;
                let mut disk_available_bytes__ = None;
                let mut machines__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::MemoryAvailableBytes => {
                            if memory_available_bytes__.is_some() {
                                return Err(serde::de::Error::duplicate_field("memoryAvailableBytes"));
                            }
                            memory_available_bytes__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::DiskAvailableBytes => {
                            if disk_available_bytes__.is_some() {
                                return Err(serde::de::Error::duplicate_field("diskAvailableBytes"));
                            }
                            disk_available_bytes__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Machines => {
                            if machines__.is_some() {
                                return Err(serde::de::Error::duplicate_field("machines"));
                            }
                            machines__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(GetStatsResponse {
                    memory_available_bytes: memory_available_bytes__.unwrap_or_default(),
                    disk_available_bytes: disk_available_bytes__.unwrap_or_default(),
                    machines: machines__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.GetStatsResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GreetRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.tokens.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.node.v1.GreetRequest", len)?;
        if !self.tokens.is_empty() {
            struct_ser.serialize_field("tokens", &self.tokens)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GreetRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "tokens",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Tokens,
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
                            "tokens" => Ok(GeneratedField::Tokens),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GreetRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.GreetRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GreetRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut tokens__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Tokens => {
                            if tokens__.is_some() {
                                return Err(serde::de::Error::duplicate_field("tokens"));
                            }
                            tokens__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(GreetRequest {
                    tokens: tokens__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.GreetRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GreetResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.node_id.is_empty() {
            len += 1;
        }
        if !self.name.is_empty() {
            len += 1;
        }
        if self.capabilities.is_some() {
            len += 1;
        }
        if !self.machines.is_empty() {
            len += 1;
        }
        if !self.tokens.is_empty() {
            len += 1;
        }
        if !self.images.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.node.v1.GreetResponse", len)?;
        if !self.node_id.is_empty() {
            struct_ser.serialize_field("nodeId", &self.node_id)?;
        }
        if !self.name.is_empty() {
            struct_ser.serialize_field("name", &self.name)?;
        }
        if let Some(v) = self.capabilities.as_ref() {
            struct_ser.serialize_field("capabilities", v)?;
        }
        if !self.machines.is_empty() {
            struct_ser.serialize_field("machines", &self.machines)?;
        }
        if !self.tokens.is_empty() {
            struct_ser.serialize_field("tokens", &self.tokens)?;
        }
        if !self.images.is_empty() {
            struct_ser.serialize_field("images", &self.images)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GreetResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "node_id",
            "nodeId",
            "name",
            "capabilities",
            "machines",
            "tokens",
            "images",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            NodeId,
            Name,
            Capabilities,
            Machines,
            Tokens,
            Images,
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
                            "nodeId" | "node_id" => Ok(GeneratedField::NodeId),
                            "name" => Ok(GeneratedField::Name),
                            "capabilities" => Ok(GeneratedField::Capabilities),
                            "machines" => Ok(GeneratedField::Machines),
                            "tokens" => Ok(GeneratedField::Tokens),
                            "images" => Ok(GeneratedField::Images),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GreetResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.GreetResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GreetResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut node_id__ = None;
                let mut name__ = None;
                let mut capabilities__ = None;
                let mut machines__ = None;
                let mut tokens__ = None;
                let mut images__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::NodeId => {
                            if node_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("nodeId"));
                            }
                            node_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Name => {
                            if name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("name"));
                            }
                            name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Capabilities => {
                            if capabilities__.is_some() {
                                return Err(serde::de::Error::duplicate_field("capabilities"));
                            }
                            capabilities__ = map_.next_value()?;
                        }
                        GeneratedField::Machines => {
                            if machines__.is_some() {
                                return Err(serde::de::Error::duplicate_field("machines"));
                            }
                            machines__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Tokens => {
                            if tokens__.is_some() {
                                return Err(serde::de::Error::duplicate_field("tokens"));
                            }
                            tokens__ = Some(map_.next_value()?);
                        }
                        GeneratedField::Images => {
                            if images__.is_some() {
                                return Err(serde::de::Error::duplicate_field("images"));
                            }
                            images__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(GreetResponse {
                    node_id: node_id__.unwrap_or_default(),
                    name: name__.unwrap_or_default(),
                    capabilities: capabilities__,
                    machines: machines__.unwrap_or_default(),
                    tokens: tokens__.unwrap_or_default(),
                    images: images__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.GreetResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for GuestSeed {
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
        if !self.bootstrap_secret.is_empty() {
            len += 1;
        }
        if !self.ca_certificate.is_empty() {
            len += 1;
        }
        if !self.hub_name.is_empty() {
            len += 1;
        }
        if !self.hub_address.is_empty() {
            len += 1;
        }
        if !self.coding_agent.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.node.v1.GuestSeed", len)?;
        if !self.machine_id.is_empty() {
            struct_ser.serialize_field("machineId", &self.machine_id)?;
        }
        if self.incarnation != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("incarnation", ToString::to_string(&self.incarnation).as_str())?;
        }
        if !self.bootstrap_secret.is_empty() {
            struct_ser.serialize_field("bootstrapSecret", &self.bootstrap_secret)?;
        }
        if !self.ca_certificate.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("caCertificate", pbjson::private::base64::encode(&self.ca_certificate).as_str())?;
        }
        if !self.hub_name.is_empty() {
            struct_ser.serialize_field("hubName", &self.hub_name)?;
        }
        if !self.hub_address.is_empty() {
            struct_ser.serialize_field("hubAddress", &self.hub_address)?;
        }
        if !self.coding_agent.is_empty() {
            struct_ser.serialize_field("codingAgent", &self.coding_agent)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for GuestSeed {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "machine_id",
            "machineId",
            "incarnation",
            "bootstrap_secret",
            "bootstrapSecret",
            "ca_certificate",
            "caCertificate",
            "hub_name",
            "hubName",
            "hub_address",
            "hubAddress",
            "coding_agent",
            "codingAgent",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            MachineId,
            Incarnation,
            BootstrapSecret,
            CaCertificate,
            HubName,
            HubAddress,
            CodingAgent,
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
                            "bootstrapSecret" | "bootstrap_secret" => Ok(GeneratedField::BootstrapSecret),
                            "caCertificate" | "ca_certificate" => Ok(GeneratedField::CaCertificate),
                            "hubName" | "hub_name" => Ok(GeneratedField::HubName),
                            "hubAddress" | "hub_address" => Ok(GeneratedField::HubAddress),
                            "codingAgent" | "coding_agent" => Ok(GeneratedField::CodingAgent),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = GuestSeed;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.GuestSeed")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<GuestSeed, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut machine_id__ = None;
                let mut incarnation__ = None;
                let mut bootstrap_secret__ = None;
                let mut ca_certificate__ = None;
                let mut hub_name__ = None;
                let mut hub_address__ = None;
                let mut coding_agent__ = None;
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
                        GeneratedField::BootstrapSecret => {
                            if bootstrap_secret__.is_some() {
                                return Err(serde::de::Error::duplicate_field("bootstrapSecret"));
                            }
                            bootstrap_secret__ = Some(map_.next_value()?);
                        }
                        GeneratedField::CaCertificate => {
                            if ca_certificate__.is_some() {
                                return Err(serde::de::Error::duplicate_field("caCertificate"));
                            }
                            ca_certificate__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::HubName => {
                            if hub_name__.is_some() {
                                return Err(serde::de::Error::duplicate_field("hubName"));
                            }
                            hub_name__ = Some(map_.next_value()?);
                        }
                        GeneratedField::HubAddress => {
                            if hub_address__.is_some() {
                                return Err(serde::de::Error::duplicate_field("hubAddress"));
                            }
                            hub_address__ = Some(map_.next_value()?);
                        }
                        GeneratedField::CodingAgent => {
                            if coding_agent__.is_some() {
                                return Err(serde::de::Error::duplicate_field("codingAgent"));
                            }
                            coding_agent__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(GuestSeed {
                    machine_id: machine_id__.unwrap_or_default(),
                    incarnation: incarnation__.unwrap_or_default(),
                    bootstrap_secret: bootstrap_secret__.unwrap_or_default(),
                    ca_certificate: ca_certificate__.unwrap_or_default(),
                    hub_name: hub_name__.unwrap_or_default(),
                    hub_address: hub_address__.unwrap_or_default(),
                    coding_agent: coding_agent__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.GuestSeed", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ListCheckpointsRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let len = 0;
        let struct_ser = serializer.serialize_struct("autovibe.node.v1.ListCheckpointsRequest", len)?;
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ListCheckpointsRequest {
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
            type Value = ListCheckpointsRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.ListCheckpointsRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ListCheckpointsRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                while map_.next_key::<GeneratedField>()?.is_some() {
                    let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                }
                Ok(ListCheckpointsRequest {
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.ListCheckpointsRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ListCheckpointsResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.checkpoints.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.node.v1.ListCheckpointsResponse", len)?;
        if !self.checkpoints.is_empty() {
            struct_ser.serialize_field("checkpoints", &self.checkpoints)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ListCheckpointsResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "checkpoints",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Checkpoints,
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
                            "checkpoints" => Ok(GeneratedField::Checkpoints),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ListCheckpointsResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.ListCheckpointsResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ListCheckpointsResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut checkpoints__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Checkpoints => {
                            if checkpoints__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpoints"));
                            }
                            checkpoints__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ListCheckpointsResponse {
                    checkpoints: checkpoints__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.ListCheckpointsResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ListImagesRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let len = 0;
        let struct_ser = serializer.serialize_struct("autovibe.node.v1.ListImagesRequest", len)?;
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ListImagesRequest {
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
            type Value = ListImagesRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.ListImagesRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ListImagesRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                while map_.next_key::<GeneratedField>()?.is_some() {
                    let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                }
                Ok(ListImagesRequest {
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.ListImagesRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ListImagesResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.images.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.node.v1.ListImagesResponse", len)?;
        if !self.images.is_empty() {
            struct_ser.serialize_field("images", &self.images)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ListImagesResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "images",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Images,
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
                            "images" => Ok(GeneratedField::Images),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ListImagesResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.ListImagesResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ListImagesResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut images__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Images => {
                            if images__.is_some() {
                                return Err(serde::de::Error::duplicate_field("images"));
                            }
                            images__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ListImagesResponse {
                    images: images__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.ListImagesResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ListMachinesRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let len = 0;
        let struct_ser = serializer.serialize_struct("autovibe.node.v1.ListMachinesRequest", len)?;
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ListMachinesRequest {
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
            type Value = ListMachinesRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.ListMachinesRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ListMachinesRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                while map_.next_key::<GeneratedField>()?.is_some() {
                    let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                }
                Ok(ListMachinesRequest {
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.ListMachinesRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ListMachinesResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.machines.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.node.v1.ListMachinesResponse", len)?;
        if !self.machines.is_empty() {
            struct_ser.serialize_field("machines", &self.machines)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ListMachinesResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "machines",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Machines,
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
                            "machines" => Ok(GeneratedField::Machines),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ListMachinesResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.ListMachinesResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ListMachinesResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut machines__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Machines => {
                            if machines__.is_some() {
                                return Err(serde::de::Error::duplicate_field("machines"));
                            }
                            machines__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ListMachinesResponse {
                    machines: machines__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.ListMachinesResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for MachineObservation {
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
        if self.power != 0 {
            len += 1;
        }
        if !self.handle.is_empty() {
            len += 1;
        }
        if !self.detail.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.node.v1.MachineObservation", len)?;
        if !self.machine_id.is_empty() {
            struct_ser.serialize_field("machineId", &self.machine_id)?;
        }
        if self.incarnation != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("incarnation", ToString::to_string(&self.incarnation).as_str())?;
        }
        if self.power != 0 {
            let v = PowerState::try_from(self.power)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.power)))?;
            struct_ser.serialize_field("power", &v)?;
        }
        if !self.handle.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("handle", pbjson::private::base64::encode(&self.handle).as_str())?;
        }
        if !self.detail.is_empty() {
            struct_ser.serialize_field("detail", &self.detail)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for MachineObservation {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "machine_id",
            "machineId",
            "incarnation",
            "power",
            "handle",
            "detail",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            MachineId,
            Incarnation,
            Power,
            Handle,
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
                            "machineId" | "machine_id" => Ok(GeneratedField::MachineId),
                            "incarnation" => Ok(GeneratedField::Incarnation),
                            "power" => Ok(GeneratedField::Power),
                            "handle" => Ok(GeneratedField::Handle),
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
            type Value = MachineObservation;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.MachineObservation")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<MachineObservation, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut machine_id__ = None;
                let mut incarnation__ = None;
                let mut power__ = None;
                let mut handle__ = None;
                let mut detail__ = None;
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
                        GeneratedField::Power => {
                            if power__.is_some() {
                                return Err(serde::de::Error::duplicate_field("power"));
                            }
                            power__ = Some(map_.next_value::<PowerState>()? as i32);
                        }
                        GeneratedField::Handle => {
                            if handle__.is_some() {
                                return Err(serde::de::Error::duplicate_field("handle"));
                            }
                            handle__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
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
                Ok(MachineObservation {
                    machine_id: machine_id__.unwrap_or_default(),
                    incarnation: incarnation__.unwrap_or_default(),
                    power: power__.unwrap_or_default(),
                    handle: handle__.unwrap_or_default(),
                    detail: detail__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.MachineObservation", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for MachineStats {
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
        if self.cpu_time_ms != 0 {
            len += 1;
        }
        if self.memory_bytes != 0 {
            len += 1;
        }
        if self.disk_bytes != 0 {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.node.v1.MachineStats", len)?;
        if !self.machine_id.is_empty() {
            struct_ser.serialize_field("machineId", &self.machine_id)?;
        }
        if self.cpu_time_ms != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("cpuTimeMs", ToString::to_string(&self.cpu_time_ms).as_str())?;
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
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for MachineStats {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "machine_id",
            "machineId",
            "cpu_time_ms",
            "cpuTimeMs",
            "memory_bytes",
            "memoryBytes",
            "disk_bytes",
            "diskBytes",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            MachineId,
            CpuTimeMs,
            MemoryBytes,
            DiskBytes,
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
                            "cpuTimeMs" | "cpu_time_ms" => Ok(GeneratedField::CpuTimeMs),
                            "memoryBytes" | "memory_bytes" => Ok(GeneratedField::MemoryBytes),
                            "diskBytes" | "disk_bytes" => Ok(GeneratedField::DiskBytes),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = MachineStats;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.MachineStats")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<MachineStats, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut machine_id__ = None;
                let mut cpu_time_ms__ = None;
                let mut memory_bytes__ = None;
                let mut disk_bytes__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::MachineId => {
                            if machine_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("machineId"));
                            }
                            machine_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::CpuTimeMs => {
                            if cpu_time_ms__.is_some() {
                                return Err(serde::de::Error::duplicate_field("cpuTimeMs"));
                            }
                            cpu_time_ms__ = 
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
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(MachineStats {
                    machine_id: machine_id__.unwrap_or_default(),
                    cpu_time_ms: cpu_time_ms__.unwrap_or_default(),
                    memory_bytes: memory_bytes__.unwrap_or_default(),
                    disk_bytes: disk_bytes__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.MachineStats", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for PowerGoal {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "POWER_GOAL_UNSPECIFIED",
            Self::Running => "POWER_GOAL_RUNNING",
            Self::Paused => "POWER_GOAL_PAUSED",
            Self::Off => "POWER_GOAL_OFF",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for PowerGoal {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "POWER_GOAL_UNSPECIFIED",
            "POWER_GOAL_RUNNING",
            "POWER_GOAL_PAUSED",
            "POWER_GOAL_OFF",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = PowerGoal;

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
                    "POWER_GOAL_UNSPECIFIED" => Ok(PowerGoal::Unspecified),
                    "POWER_GOAL_RUNNING" => Ok(PowerGoal::Running),
                    "POWER_GOAL_PAUSED" => Ok(PowerGoal::Paused),
                    "POWER_GOAL_OFF" => Ok(PowerGoal::Off),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for PowerState {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        let variant = match self {
            Self::Unspecified => "POWER_STATE_UNSPECIFIED",
            Self::Running => "POWER_STATE_RUNNING",
            Self::Paused => "POWER_STATE_PAUSED",
            Self::Off => "POWER_STATE_OFF",
            Self::Absent => "POWER_STATE_ABSENT",
        };
        serializer.serialize_str(variant)
    }
}
impl<'de> serde::Deserialize<'de> for PowerState {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "POWER_STATE_UNSPECIFIED",
            "POWER_STATE_RUNNING",
            "POWER_STATE_PAUSED",
            "POWER_STATE_OFF",
            "POWER_STATE_ABSENT",
        ];

        struct GeneratedVisitor;

        impl serde::de::Visitor<'_> for GeneratedVisitor {
            type Value = PowerState;

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
                    "POWER_STATE_UNSPECIFIED" => Ok(PowerState::Unspecified),
                    "POWER_STATE_RUNNING" => Ok(PowerState::Running),
                    "POWER_STATE_PAUSED" => Ok(PowerState::Paused),
                    "POWER_STATE_OFF" => Ok(PowerState::Off),
                    "POWER_STATE_ABSENT" => Ok(PowerState::Absent),
                    _ => Err(serde::de::Error::unknown_variant(value, FIELDS)),
                }
            }
        }
        deserializer.deserialize_any(GeneratedVisitor)
    }
}
impl serde::Serialize for ReadConsoleRequest {
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
        if self.tail_bytes != 0 {
            len += 1;
        }
        if self.follow {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.node.v1.ReadConsoleRequest", len)?;
        if !self.machine_id.is_empty() {
            struct_ser.serialize_field("machineId", &self.machine_id)?;
        }
        if self.tail_bytes != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("tailBytes", ToString::to_string(&self.tail_bytes).as_str())?;
        }
        if self.follow {
            struct_ser.serialize_field("follow", &self.follow)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ReadConsoleRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "machine_id",
            "machineId",
            "tail_bytes",
            "tailBytes",
            "follow",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            MachineId,
            TailBytes,
            Follow,
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
                            "tailBytes" | "tail_bytes" => Ok(GeneratedField::TailBytes),
                            "follow" => Ok(GeneratedField::Follow),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ReadConsoleRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.ReadConsoleRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ReadConsoleRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut machine_id__ = None;
                let mut tail_bytes__ = None;
                let mut follow__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::MachineId => {
                            if machine_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("machineId"));
                            }
                            machine_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::TailBytes => {
                            if tail_bytes__.is_some() {
                                return Err(serde::de::Error::duplicate_field("tailBytes"));
                            }
                            tail_bytes__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Follow => {
                            if follow__.is_some() {
                                return Err(serde::de::Error::duplicate_field("follow"));
                            }
                            follow__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ReadConsoleRequest {
                    machine_id: machine_id__.unwrap_or_default(),
                    tail_bytes: tail_bytes__.unwrap_or_default(),
                    follow: follow__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.ReadConsoleRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for ReadConsoleResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.data.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.node.v1.ReadConsoleResponse", len)?;
        if !self.data.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("data", pbjson::private::base64::encode(&self.data).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for ReadConsoleResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "data",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Data,
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
                            "data" => Ok(GeneratedField::Data),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = ReadConsoleResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.ReadConsoleResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<ReadConsoleResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut data__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Data => {
                            if data__.is_some() {
                                return Err(serde::de::Error::duplicate_field("data"));
                            }
                            data__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(ReadConsoleResponse {
                    data: data__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.ReadConsoleResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for RestoreMachineRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.header.is_some() {
            len += 1;
        }
        if !self.checkpoint_id.is_empty() {
            len += 1;
        }
        if !self.checkpoint_handle.is_empty() {
            len += 1;
        }
        if self.seed.is_some() {
            len += 1;
        }
        if !self.guest_ticket.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.node.v1.RestoreMachineRequest", len)?;
        if let Some(v) = self.header.as_ref() {
            struct_ser.serialize_field("header", v)?;
        }
        if !self.checkpoint_id.is_empty() {
            struct_ser.serialize_field("checkpointId", &self.checkpoint_id)?;
        }
        if !self.checkpoint_handle.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("checkpointHandle", pbjson::private::base64::encode(&self.checkpoint_handle).as_str())?;
        }
        if let Some(v) = self.seed.as_ref() {
            struct_ser.serialize_field("seed", v)?;
        }
        if !self.guest_ticket.is_empty() {
            struct_ser.serialize_field("guestTicket", &self.guest_ticket)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for RestoreMachineRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "header",
            "checkpoint_id",
            "checkpointId",
            "checkpoint_handle",
            "checkpointHandle",
            "seed",
            "guest_ticket",
            "guestTicket",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Header,
            CheckpointId,
            CheckpointHandle,
            Seed,
            GuestTicket,
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
                            "header" => Ok(GeneratedField::Header),
                            "checkpointId" | "checkpoint_id" => Ok(GeneratedField::CheckpointId),
                            "checkpointHandle" | "checkpoint_handle" => Ok(GeneratedField::CheckpointHandle),
                            "seed" => Ok(GeneratedField::Seed),
                            "guestTicket" | "guest_ticket" => Ok(GeneratedField::GuestTicket),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = RestoreMachineRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.RestoreMachineRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<RestoreMachineRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut header__ = None;
                let mut checkpoint_id__ = None;
                let mut checkpoint_handle__ = None;
                let mut seed__ = None;
                let mut guest_ticket__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Header => {
                            if header__.is_some() {
                                return Err(serde::de::Error::duplicate_field("header"));
                            }
                            header__ = map_.next_value()?;
                        }
                        GeneratedField::CheckpointId => {
                            if checkpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointId"));
                            }
                            checkpoint_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::CheckpointHandle => {
                            if checkpoint_handle__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointHandle"));
                            }
                            checkpoint_handle__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Seed => {
                            if seed__.is_some() {
                                return Err(serde::de::Error::duplicate_field("seed"));
                            }
                            seed__ = map_.next_value()?;
                        }
                        GeneratedField::GuestTicket => {
                            if guest_ticket__.is_some() {
                                return Err(serde::de::Error::duplicate_field("guestTicket"));
                            }
                            guest_ticket__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(RestoreMachineRequest {
                    header: header__,
                    checkpoint_id: checkpoint_id__.unwrap_or_default(),
                    checkpoint_handle: checkpoint_handle__.unwrap_or_default(),
                    seed: seed__,
                    guest_ticket: guest_ticket__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.RestoreMachineRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for RestoreMachineResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.machine.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.node.v1.RestoreMachineResponse", len)?;
        if let Some(v) = self.machine.as_ref() {
            struct_ser.serialize_field("machine", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for RestoreMachineResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "machine",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Machine,
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
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = RestoreMachineResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.RestoreMachineResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<RestoreMachineResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut machine__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Machine => {
                            if machine__.is_some() {
                                return Err(serde::de::Error::duplicate_field("machine"));
                            }
                            machine__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(RestoreMachineResponse {
                    machine: machine__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.RestoreMachineResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for SetPowerRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.header.is_some() {
            len += 1;
        }
        if self.goal != 0 {
            len += 1;
        }
        if self.grace_ms != 0 {
            len += 1;
        }
        if self.seed.is_some() {
            len += 1;
        }
        if !self.guest_ticket.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.node.v1.SetPowerRequest", len)?;
        if let Some(v) = self.header.as_ref() {
            struct_ser.serialize_field("header", v)?;
        }
        if self.goal != 0 {
            let v = PowerGoal::try_from(self.goal)
                .map_err(|_| serde::ser::Error::custom(format!("Invalid variant {}", self.goal)))?;
            struct_ser.serialize_field("goal", &v)?;
        }
        if self.grace_ms != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("graceMs", ToString::to_string(&self.grace_ms).as_str())?;
        }
        if let Some(v) = self.seed.as_ref() {
            struct_ser.serialize_field("seed", v)?;
        }
        if !self.guest_ticket.is_empty() {
            struct_ser.serialize_field("guestTicket", &self.guest_ticket)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for SetPowerRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "header",
            "goal",
            "grace_ms",
            "graceMs",
            "seed",
            "guest_ticket",
            "guestTicket",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Header,
            Goal,
            GraceMs,
            Seed,
            GuestTicket,
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
                            "header" => Ok(GeneratedField::Header),
                            "goal" => Ok(GeneratedField::Goal),
                            "graceMs" | "grace_ms" => Ok(GeneratedField::GraceMs),
                            "seed" => Ok(GeneratedField::Seed),
                            "guestTicket" | "guest_ticket" => Ok(GeneratedField::GuestTicket),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = SetPowerRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.SetPowerRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<SetPowerRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut header__ = None;
                let mut goal__ = None;
                let mut grace_ms__ = None;
                let mut seed__ = None;
                let mut guest_ticket__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Header => {
                            if header__.is_some() {
                                return Err(serde::de::Error::duplicate_field("header"));
                            }
                            header__ = map_.next_value()?;
                        }
                        GeneratedField::Goal => {
                            if goal__.is_some() {
                                return Err(serde::de::Error::duplicate_field("goal"));
                            }
                            goal__ = Some(map_.next_value::<PowerGoal>()? as i32);
                        }
                        GeneratedField::GraceMs => {
                            if grace_ms__.is_some() {
                                return Err(serde::de::Error::duplicate_field("graceMs"));
                            }
                            grace_ms__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Seed => {
                            if seed__.is_some() {
                                return Err(serde::de::Error::duplicate_field("seed"));
                            }
                            seed__ = map_.next_value()?;
                        }
                        GeneratedField::GuestTicket => {
                            if guest_ticket__.is_some() {
                                return Err(serde::de::Error::duplicate_field("guestTicket"));
                            }
                            guest_ticket__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(SetPowerRequest {
                    header: header__,
                    goal: goal__.unwrap_or_default(),
                    grace_ms: grace_ms__.unwrap_or_default(),
                    seed: seed__,
                    guest_ticket: guest_ticket__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.SetPowerRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for SetPowerResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.machine.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.node.v1.SetPowerResponse", len)?;
        if let Some(v) = self.machine.as_ref() {
            struct_ser.serialize_field("machine", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for SetPowerResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "machine",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Machine,
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
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = SetPowerResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.SetPowerResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<SetPowerResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut machine__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Machine => {
                            if machine__.is_some() {
                                return Err(serde::de::Error::duplicate_field("machine"));
                            }
                            machine__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(SetPowerResponse {
                    machine: machine__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.SetPowerResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for VerifyCheckpointRequest {
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
        if !self.checkpoint_handle.is_empty() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.node.v1.VerifyCheckpointRequest", len)?;
        if !self.checkpoint_id.is_empty() {
            struct_ser.serialize_field("checkpointId", &self.checkpoint_id)?;
        }
        if !self.checkpoint_handle.is_empty() {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("checkpointHandle", pbjson::private::base64::encode(&self.checkpoint_handle).as_str())?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for VerifyCheckpointRequest {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "checkpoint_id",
            "checkpointId",
            "checkpoint_handle",
            "checkpointHandle",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            CheckpointId,
            CheckpointHandle,
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
                            "checkpointHandle" | "checkpoint_handle" => Ok(GeneratedField::CheckpointHandle),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = VerifyCheckpointRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.VerifyCheckpointRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<VerifyCheckpointRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut checkpoint_id__ = None;
                let mut checkpoint_handle__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::CheckpointId => {
                            if checkpoint_id__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointId"));
                            }
                            checkpoint_id__ = Some(map_.next_value()?);
                        }
                        GeneratedField::CheckpointHandle => {
                            if checkpoint_handle__.is_some() {
                                return Err(serde::de::Error::duplicate_field("checkpointHandle"));
                            }
                            checkpoint_handle__ = 
                                Some(map_.next_value::<::pbjson::private::BytesDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(VerifyCheckpointRequest {
                    checkpoint_id: checkpoint_id__.unwrap_or_default(),
                    checkpoint_handle: checkpoint_handle__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.VerifyCheckpointRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for VerifyCheckpointResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if !self.difference.is_empty() {
            len += 1;
        }
        if self.read_bytes != 0 {
            len += 1;
        }
        if self.full {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.node.v1.VerifyCheckpointResponse", len)?;
        if !self.difference.is_empty() {
            struct_ser.serialize_field("difference", &self.difference)?;
        }
        if self.read_bytes != 0 {
            #[allow(clippy::needless_borrow)]
            #[allow(clippy::needless_borrows_for_generic_args)]
            struct_ser.serialize_field("readBytes", ToString::to_string(&self.read_bytes).as_str())?;
        }
        if self.full {
            struct_ser.serialize_field("full", &self.full)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for VerifyCheckpointResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "difference",
            "read_bytes",
            "readBytes",
            "full",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Difference,
            ReadBytes,
            Full,
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
                            "difference" => Ok(GeneratedField::Difference),
                            "readBytes" | "read_bytes" => Ok(GeneratedField::ReadBytes),
                            "full" => Ok(GeneratedField::Full),
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = VerifyCheckpointResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.VerifyCheckpointResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<VerifyCheckpointResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut difference__ = None;
                let mut read_bytes__ = None;
                let mut full__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Difference => {
                            if difference__.is_some() {
                                return Err(serde::de::Error::duplicate_field("difference"));
                            }
                            difference__ = Some(map_.next_value()?);
                        }
                        GeneratedField::ReadBytes => {
                            if read_bytes__.is_some() {
                                return Err(serde::de::Error::duplicate_field("readBytes"));
                            }
                            read_bytes__ = 
                                Some(map_.next_value::<::pbjson::private::NumberDeserialize<_>>()?.0)
                            ;
                        }
                        GeneratedField::Full => {
                            if full__.is_some() {
                                return Err(serde::de::Error::duplicate_field("full"));
                            }
                            full__ = Some(map_.next_value()?);
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(VerifyCheckpointResponse {
                    difference: difference__.unwrap_or_default(),
                    read_bytes: read_bytes__.unwrap_or_default(),
                    full: full__.unwrap_or_default(),
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.VerifyCheckpointResponse", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for WatchMachinesRequest {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let len = 0;
        let struct_ser = serializer.serialize_struct("autovibe.node.v1.WatchMachinesRequest", len)?;
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for WatchMachinesRequest {
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
            type Value = WatchMachinesRequest;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.WatchMachinesRequest")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<WatchMachinesRequest, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                while map_.next_key::<GeneratedField>()?.is_some() {
                    let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                }
                Ok(WatchMachinesRequest {
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.WatchMachinesRequest", FIELDS, GeneratedVisitor)
    }
}
impl serde::Serialize for WatchMachinesResponse {
    #[allow(deprecated)]
    fn serialize<S>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        use serde::ser::SerializeStruct;
        let mut len = 0;
        if self.machine.is_some() {
            len += 1;
        }
        let mut struct_ser = serializer.serialize_struct("autovibe.node.v1.WatchMachinesResponse", len)?;
        if let Some(v) = self.machine.as_ref() {
            struct_ser.serialize_field("machine", v)?;
        }
        struct_ser.end()
    }
}
impl<'de> serde::Deserialize<'de> for WatchMachinesResponse {
    #[allow(deprecated)]
    fn deserialize<D>(deserializer: D) -> std::result::Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        const FIELDS: &[&str] = &[
            "machine",
        ];

        #[allow(clippy::enum_variant_names)]
        enum GeneratedField {
            Machine,
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
                            _ => Ok(GeneratedField::__SkipField__),
                        }
                    }
                }
                deserializer.deserialize_identifier(GeneratedVisitor)
            }
        }
        struct GeneratedVisitor;
        impl<'de> serde::de::Visitor<'de> for GeneratedVisitor {
            type Value = WatchMachinesResponse;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("struct autovibe.node.v1.WatchMachinesResponse")
            }

            fn visit_map<V>(self, mut map_: V) -> std::result::Result<WatchMachinesResponse, V::Error>
                where
                    V: serde::de::MapAccess<'de>,
            {
                let mut machine__ = None;
                while let Some(k) = map_.next_key()? {
                    match k {
                        GeneratedField::Machine => {
                            if machine__.is_some() {
                                return Err(serde::de::Error::duplicate_field("machine"));
                            }
                            machine__ = map_.next_value()?;
                        }
                        GeneratedField::__SkipField__ => {
                            let _ = map_.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                }
                Ok(WatchMachinesResponse {
                    machine: machine__,
                })
            }
        }
        deserializer.deserialize_struct("autovibe.node.v1.WatchMachinesResponse", FIELDS, GeneratedVisitor)
    }
}
