//! New records are made from templates: JSON in which some texts stand for what is known only when the request is there.
//!
//! - `@name` is a member of the request, `@name!` one that it must have; a change sets those that it has.
//! - `$user.name`, `$base.name`, `$to.name` and `$group.name` are members of the user who asks, of the base, and of the
//!   user or group that the request names.
//! - `$link PATH` is the address of a page of this server; the rest are the single words in [`Source::word`].

use crate::Object;
use crate::fault::Fault;
use crate::json;
use crate::json::Value;
use crate::number;
use crate::route::Call;
use crate::time;
use crate::world::{Base, Permission};

const DAY_MS: u64 = 86_400_000;

/// What the words of a template stand for.
pub(super) struct Source<'a> {
    call: &'a Call<'a>,
    base: Option<&'a Base>,
    fields: Object,
    /// The number, the token and the uuid that a new record may take.
    fresh: [Value; 3],
}

impl Call<'_> {
    /// Returns what the request says: the members of its body, then those of its query.
    pub(crate) fn fields(&self) -> Object {
        let mut fields = match json::read(&self.request.body) {
            Some(Value::Object(members)) if self.request.media_type() == "application/json" => {
                members
            }
            _ => self.form().into_object(),
        };
        for (name, value) in self.queries() {
            if !fields.contains_key(name) {
                fields.insert(name.clone(), value.as_str().into());
            }
        }
        fields
    }

    /// Refuses in the words of the part of SeaTable that the request is for.
    pub(crate) fn fault(&self, status: u16, text: impl Into<String>) -> Fault {
        if self.request.path.starts_with("/api-gateway/") {
            Fault::gateway(status, text)
        } else {
            Fault::web(status, text)
        }
    }
}

impl<'a> Source<'a> {
    pub(super) fn new(call: &'a Call<'a>, base: Option<&'a Base>, fresh: [Value; 3]) -> Self {
        Self {
            call,
            base,
            fields: call.fields(),
            fresh,
        }
    }

    /// Makes the members of a new record.
    pub(super) fn fill(&self, template: &Value) -> Result<Value, Fault> {
        match template {
            Value::Object(members) => {
                let mut filled = Object::new();
                for (name, value) in members.iter() {
                    filled.insert(name.clone(), self.fill(value)?);
                }
                Ok(filled.into())
            }
            Value::String(text) => match text.split_at_checked(1) {
                Some(("@", name)) => self.field(name),
                Some(("$", word)) => self.word(word),
                _ => Ok(template.clone()),
            },
            _ => Ok(template.clone()),
        }
    }

    /// Changes those members that the request has.
    pub(super) fn change(&self, template: &Value, members: &mut Object) -> Result<(), Fault> {
        for (member, template) in template.as_object().into_iter().flat_map(Object::iter) {
            match (template, members.get_mut(member)) {
                (Value::Object(_), Some(Value::Object(inner))) => self.change(template, inner)?,
                (Value::String(text), Some(value)) if self.concerns(text) => {
                    *value = self.fill(template)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Whether the request says something about this text of a template.
    fn concerns(&self, text: &str) -> bool {
        let name = match text {
            "$expiry" => "expire_days",
            _ => text.strip_prefix('@').unwrap_or_default(),
        };
        self.fields.contains_key(name.trim_end_matches('!'))
    }

    fn field(&self, name: &str) -> Result<Value, Fault> {
        let (name, is_required) = match name.strip_suffix('!') {
            Some(name) => (name, true),
            None => (name, false),
        };
        let value = self.fields.get(name).filter(|value| *value != "");
        if value.is_none() && !is_required {
            return Ok(Value::Null);
        }
        let is_right = |value: &&Value| match (name, self.base) {
            ("permission", _) => self.text(name).and_then(Permission::parse).is_some(),
            _ => !value.is_null(),
        };
        let value = value
            .filter(is_right)
            .ok_or_else(|| self.call.fault(400, format!("{name} invalid.")))?;
        match self.base.is_none_or(|base| self.exists(base, name)) {
            true => Ok(value.clone()),
            false => Err(self.missing(name)),
        }
    }

    /// Whether the base has what the request names.
    fn exists(&self, base: &Base, name: &str) -> bool {
        let wanted = self.text(name).unwrap_or_default();
        let table = self.text("table_id").and_then(|id| base.table(id));
        match name {
            "table_id" => table.is_some(),
            "view_id" => {
                table.is_some_and(|table| table.views.iter().any(|view| view.id == wanted))
            }
            "row_id" => base.tables.iter().any(|table| table.row(wanted).is_some()),
            _ => true,
        }
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.fields.get(name).and_then(Value::as_str)
    }

    fn missing(&self, name: &str) -> Fault {
        let wanted = self.fields[name].to_plain();
        self.call.fault(404, format!("{name} {wanted} not found."))
    }

    fn word(&self, word: &str) -> Result<Value, Fault> {
        let call = self.call;
        let now_ms = call.now_ms();
        if let Some(path) = word.strip_prefix("link ") {
            return Ok(self.link(path).into());
        }
        let [number, token, uuid] = &self.fresh;
        Ok(match word.split_once('.') {
            Some(("base", member)) => self.base.map(|base| call.base_member(base, member)).into(),
            Some(("user", member)) => call
                .world
                .user(&call.user)
                .map(|user| call.user_member(user, member))
                .into(),
            Some(("to", member)) => {
                let name = ["email", "to_user"]
                    .into_iter()
                    .find(|name| self.fields.contains_key(name));
                let name = name.unwrap_or("email");
                let user = call
                    .world
                    .user_by_login(self.text(name).unwrap_or_default());
                call.user_member(user.ok_or_else(|| self.missing(name))?, member)
            }
            Some((_, member)) => {
                let name = ["group_id", "to_group_id"]
                    .into_iter()
                    .find(|name| self.fields.contains_key(name));
                let name = name.unwrap_or("group_id");
                let id = self.fields.get(name).map(Value::to_plain);
                let group = call
                    .world
                    .groups
                    .iter()
                    .find(|group| Some(group.id.to_string()) == id);
                call.group_member(group.ok_or_else(|| self.missing(name))?, member)
            }
            None => match word {
                "id" => number.clone(),
                "token" => self
                    .text("token")
                    .map_or_else(|| token.clone(), Value::from),
                "uuid" => uuid.clone(),
                "is_custom" => self.text("token").is_some().into(),
                "is_protected" => self.text("password").is_some().into(),
                "workspace" => number::natural(call.parameter("workspace_id")).into(),
                "author" => call.user.as_str().into(),
                "utc" => time::utc_millis(now_ms).into(),
                "expiry" => self.expiry().into(),
                _ => time::iso(now_ms).into(),
            },
        })
    }

    /// Returns the address of the page that a link opens.
    fn link(&self, path: &str) -> String {
        let [_, token, uuid] = &self.fresh;
        let (custom, token) = match self.text("token") {
            Some(token) => ("custom/", token),
            None if path.contains("forms") => ("", uuid.as_str().unwrap_or_default()),
            None => ("", token.as_str().unwrap_or_default()),
        };
        format!(
            "{}/dtable/{path}/{custom}{token}/",
            self.call.request.origin()
        )
    }

    /// Returns when a link expires; empty where it does not.
    fn expiry(&self) -> String {
        let days = self.fields.get("expire_days").map(Value::to_plain);
        let days: Option<u64> = days.and_then(|days| number::natural(&days));
        days.map(|days| time::iso(self.call.now_ms() + days.min(36_500) * DAY_MS))
            .unwrap_or_default()
    }
}
