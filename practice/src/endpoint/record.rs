//! Lists, makes, changes and removes records. What is one collection's own stands in its [`Collection`].

use super::base_token::{base_in, base_of_uuid, named_base};
use super::show;
use super::team::page;
use super::template::Source;
use super::workspaces::workspace;
use crate::fault::Fault;
use crate::json::{self, Value, json};
use crate::message::Response;
use crate::route::{Answer, Call, ok};
use crate::world::{Base, Record};

/// Records of one kind, and how requests and answers name them.
#[derive(Debug)]
pub(crate) struct Collection {
    pub(crate) kind: &'static str,
    pub(crate) scope: Scope,
    /// The member that holds the list; without one the answer is the list.
    pub(crate) list: &'static str,
    /// The member that counts the list, whose answers then come by pages.
    pub(crate) count: &'static str,
    /// The member that holds a single record; without one the answer is the record. `success` stands for an answer that says only that.
    pub(crate) one: &'static str,
    /// The member by which a request names a record …
    pub(crate) key: &'static str,
    /// … and how it calls that, in its path, body or query.
    pub(crate) named: &'static str,
    /// The members that a query narrows a list by.
    pub(crate) by: &'static str,
    /// The members that are shown; all if none are named.
    pub(crate) show: &'static str,
    /// What a new one has.
    pub(crate) new: &'static str,
    /// The status of the answer to a new one.
    pub(crate) status: u16,
}

/// Whose records a request is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Those of the base that it names.
    Base,
    /// Those of the workspace that it names.
    Workspace,
    /// Those of the user who asks.
    User,
    /// Those in which this member is the user who asks.
    Mine(&'static str),
    /// All that there are: for the team's admin.
    Team,
}

/// What a request does with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    List,
    Get,
    Create,
    Change,
    Remove,
    /// Removes all that the query names.
    Clear,
}

impl Collection {
    /// What most collections have in common.
    pub(crate) const COMMON: Self = Self {
        kind: "",
        scope: Scope::Base,
        list: "",
        count: "",
        one: "",
        key: "id",
        named: "",
        by: "",
        show: "",
        new: "{}",
        status: 200,
    };

    /// Answers a request.
    pub(crate) fn answer(&self, call: &mut Call<'_>, action: Action) -> Answer {
        let owner = self.owner(call)?;
        match action {
            Action::List => {
                let found = self.found(call, &owner);
                return ok(self.listed(call, found));
            }
            Action::Create => return self.create(call, &owner),
            Action::Clear => {
                let gone: Vec<usize> = self.places(call, &owner);
                remove(call, &gone);
                return Ok(success());
            }
            _ => {}
        }
        let place = self.named(call, &owner)?;
        match action {
            Action::Remove => {
                call.world.records.remove(place);
                return Ok(success());
            }
            Action::Change => self.change(call, place)?,
            _ => {}
        }
        Ok(self.shown_alone(200, &call.world.records[place]))
    }

    /// Returns what the records belong to: the uuid of a base, or the id of a user or a workspace.
    fn owner(&self, call: &Call<'_>) -> Result<String, Fault> {
        Ok(match self.scope {
            Scope::Base => base(call)?.uuid.clone(),
            Scope::Workspace => workspace(call, call.parameter("workspace_id"))?.to_string(),
            Scope::User | Scope::Mine(_) | Scope::Team => call.user.clone(),
        })
    }

    /// Returns the places of the records that a request is about.
    fn places(&self, call: &Call<'_>, owner: &str) -> Vec<usize> {
        let is_meant = |record: &Record| {
            let is_owned = match self.scope {
                Scope::Mine(member) => record.has(member, owner),
                Scope::Team => true,
                _ => record.owner == owner,
            };
            let fits = |name| {
                call.query(name)
                    .is_none_or(|wanted| record.has(name, wanted))
            };
            record.kind == self.kind && is_owned && self.by.split_ascii_whitespace().all(fits)
        };
        let records = call.world.records.iter().enumerate();
        records
            .filter(|(_, record)| is_meant(record))
            .map(|(place, _)| place)
            .collect()
    }

    /// Returns the records that a request is about.
    pub(crate) fn found<'a>(&self, call: &'a Call<'_>, owner: &str) -> Vec<&'a Record> {
        self.places(call, owner)
            .into_iter()
            .map(|place| &call.world.records[place])
            .collect()
    }

    /// Writes records as the answer lists them.
    pub(crate) fn listed(&self, call: &Call<'_>, records: Vec<&Record>) -> Value {
        let count = records.len();
        let shown = records.into_iter().map(|record| self.shown(record));
        if self.list.is_empty() {
            return shown.collect();
        }
        let mut answer = json!({});
        if self.count.is_empty() {
            answer[self.list] = shown.collect();
        } else {
            answer[self.list] = page(call, shown.collect());
            answer[self.count] = count.into();
        }
        answer
    }

    /// Writes a record.
    pub(crate) fn shown(&self, record: &Record) -> Value {
        if self.show.is_empty() {
            return json!(record.members);
        }
        show::members(self.show, &|name| {
            record.members.get(name).cloned().unwrap_or_default()
        })
    }

    fn shown_alone(&self, status: u16, record: &Record) -> Response {
        let mut answer = self.shown(record);
        match self.one {
            "" => {}
            "success" => answer = json!({ "success": true }),
            one => {
                let mut wrapper = json!({});
                wrapper[one] = answer;
                answer = wrapper;
            }
        }
        Response::json(status, answer)
    }

    /// Returns the place of the record that a request names.
    fn named(&self, call: &Call<'_>, owner: &str) -> Result<usize, Fault> {
        let fields;
        let wanted = match call.parameter(self.named) {
            "" => {
                fields = call.fields();
                fields
                    .get(self.named)
                    .and_then(Value::as_str)
                    .unwrap_or_default()
            }
            wanted => wanted,
        };
        let mut places = self.places(call, owner).into_iter();
        let place = places.find(|place| call.world.records[*place].has(self.key, wanted));
        place.ok_or_else(|| call.fault(404, format!("{} {wanted} not found.", self.kind)))
    }

    fn create(&self, call: &mut Call<'_>, owner: &str) -> Answer {
        let fresh = fresh(call);
        let source = Source::new(call, call.world.base(owner), fresh);
        let Value::Object(members) = source.fill(&self.template())? else {
            return Err(call.fault(400, "invalid."));
        };
        let record = Record {
            kind: self.kind,
            owner: owner.to_owned(),
            members,
        };
        let answer = self.shown_alone(self.status, &record);
        // Whoever shares something a second time changes how it is shared.
        let records = &mut call.world.records;
        records.retain(|other| {
            (other.kind, &other.owner, other.members.get(self.key))
                != (record.kind, &record.owner, record.members.get(self.key))
        });
        records.push(record);
        Ok(answer)
    }

    fn change(&self, call: &mut Call<'_>, place: usize) -> Result<(), Fault> {
        let fresh = fresh(call);
        let record = &call.world.records[place];
        let mut members = record.members.clone();
        let source = Source::new(call, call.world.base(&record.owner), fresh);
        source.change(&self.template(), &mut members)?;
        call.world.records[place].members = members;
        Ok(())
    }

    fn template(&self) -> Value {
        json::read(self.new.as_bytes()).unwrap_or_default()
    }
}

/// Returns the number, the token and the uuid that a new record may take.
fn fresh(call: &mut Call<'_>) -> [Value; 3] {
    let ids = &mut call.world.ids;
    [ids.number().into(), ids.hex(20).into(), ids.uuid().into()]
}

/// Returns the base that a request names by its uuid, or by workspace and name, in its path or beside it.
fn base<'a>(call: &'a Call<'_>) -> Result<&'a Base, Fault> {
    if !call.parameter("base_uuid").is_empty() {
        return base_of_uuid(call, call.parameter("base_uuid"));
    }
    if !call.parameter("base_name").is_empty() {
        return named_base(call);
    }
    let fields = call.fields();
    let text = |names: &[&str]| {
        let value = names.iter().find_map(|name| fields.get(name));
        value.map(Value::to_plain).unwrap_or_default()
    };
    let workspace = workspace(call, &text(&["workspace_id", "workspace_id_query"]))?;
    base_in(call, workspace, &text(&["name", "base_name", "table_name"]))
}

/// Removes the records at these places, which ascend.
pub(crate) fn remove(call: &mut Call<'_>, places: &[usize]) {
    for place in places.iter().rev() {
        call.world.records.remove(*place);
    }
}

/// The answer that says no more than that all went well.
pub(crate) fn success() -> Response {
    Response::json(200, json!({ "success": true }))
}
