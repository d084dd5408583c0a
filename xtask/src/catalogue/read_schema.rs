//! Reading a schema: references resolved, `allOf` merged, prose left out.

use super::document::Document;
use super::error::Error;
use super::merge::merge;
use super::scalar;
use super::yaml::Node;
use playground_core::catalogue::{Additional, Keywords, Type};
use serde_json::{Number, Value};

/// What a schema may hold: facts, then prose, which is not read.
const KNOWN: &[&str] = &[
    "type",
    "format",
    "enum",
    "default",
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "pattern",
    "nullable",
    "required",
    "properties",
    "items",
    "oneOf",
    "allOf",
    "additionalProperties",
    "title",
    "description",
    "example",
];

/// Reads a schema.
pub(super) fn read_schema<'a>(document: Document<'a>, node: Node<'a>) -> Result<Keywords, Error> {
    Reader {
        document,
        open: Vec::new(),
    }
    .read(node)
}

struct Reader<'a> {
    document: Document<'a>,
    /// The references being followed, outermost first.
    open: Vec<&'a str>,
}

impl<'a> Reader<'a> {
    fn read(&mut self, node: Node<'a>) -> Result<Keywords, Error> {
        match self.document.reference(node)? {
            Some((name, _)) if self.open.contains(&name) => self.stub(node),
            Some((name, target)) => {
                self.open.push(name);
                let schema = self.read(target);
                self.open.pop();
                schema
            }
            None => self.read_here(node),
        }
    }

    /// Ends a recursion: of a schema inside itself only the type is told.
    fn stub(&self, node: Node<'a>) -> Result<Keywords, Error> {
        let target = self.document.resolve(node)?;
        Ok(Keywords {
            kind: declared_type(target)?,
            ..Keywords::default()
        })
    }

    fn read_here(&mut self, node: Node<'a>) -> Result<Keywords, Error> {
        let mut schema = Keywords {
            kind: declared_type(node)?,
            ..Keywords::default()
        };
        let mut parts = Vec::new();
        for (key, value) in node.entries_of(KNOWN)? {
            if key == "allOf" {
                parts = value
                    .items()?
                    .map(|part| self.read(part))
                    .collect::<Result<_, _>>()?;
            } else {
                self.read_keyword(&mut schema, key, value)?;
            }
        }
        for part in parts {
            schema = merge(schema, part).map_err(|message| node.error(message))?;
        }
        drop_wrong_default(&mut schema);
        drop_unknown_names(&mut schema);
        Ok(schema)
    }

    fn read_keyword(
        &mut self,
        schema: &mut Keywords,
        key: &str,
        value: Node<'a>,
    ) -> Result<(), Error> {
        match key {
            "format" => schema.format = Some(value.text()?.to_owned()),
            "enum" => schema.choices = choices(value, schema.kind)?,
            "default" => schema.default = scalar::value(value, schema.kind),
            "minimum" => schema.minimum = Some(bound(value)?),
            "maximum" => schema.maximum = Some(bound(value)?),
            "minLength" => schema.min_length = Some(value.count()?),
            "maxLength" => schema.max_length = Some(value.count()?),
            "pattern" => schema.pattern = Some(value.text()?.to_owned()),
            "nullable" => schema.nullable = value.boolean()?,
            "required" => schema.required = names(value)?,
            "properties" => schema.properties = self.properties(value)?,
            "items" => schema.items = Some(Box::new(self.read(value)?)),
            "oneOf" => {
                schema.one_of = value
                    .items()?
                    .map(|variant| self.read(variant))
                    .collect::<Result<_, _>>()?;
            }
            "additionalProperties" => {
                schema.additional_properties = Some(self.additional(value)?);
            }
            _ => {}
        }
        Ok(())
    }

    fn properties(&mut self, node: Node<'a>) -> Result<Vec<(String, Keywords)>, Error> {
        let members = node.entries()?.into_iter();
        members
            .map(|(name, member)| Ok((name.to_owned(), self.read(member)?)))
            .collect()
    }

    fn additional(&mut self, node: Node<'a>) -> Result<Additional, Error> {
        if node.text().is_ok() {
            return Ok(Additional::Allowed(node.boolean()?));
        }
        Ok(Additional::Of(Box::new(self.read(node)?)))
    }
}

fn declared_type(node: Node<'_>) -> Result<Option<Type>, Error> {
    let Some(declared) = node.get("type") else {
        return Ok(None);
    };
    let name = declared.text()?;
    let kind = Type::from_name(name);
    kind.map(Some)
        .ok_or_else(|| declared.error(format!("`{name}` isn't a type")))
}

fn choices(node: Node<'_>, kind: Option<Type>) -> Result<Vec<Value>, Error> {
    let choice = |item: Node<'_>| {
        scalar::value(item, kind)
            .ok_or_else(|| item.error("this choice isn't a value of the declared type"))
    };
    node.items()?.map(choice).collect()
}

fn names(node: Node<'_>) -> Result<Vec<String>, Error> {
    node.items()?
        .map(|name| Ok(name.text()?.to_owned()))
        .collect()
}

fn bound(node: Node<'_>) -> Result<Number, Error> {
    let text = node.text()?;
    scalar::number(text).ok_or_else(|| node.error(format!("`{text}` isn't a number")))
}

/// Drops a default that is none of the choices, as SeaTable's `order_by` of the scheduler has it.
fn drop_wrong_default(schema: &mut Keywords) {
    let choices = &schema.choices;
    if !choices.is_empty() {
        schema.default.take_if(|default| !choices.contains(default));
    }
}

/// Drops required names that no member has: some texts require members, since they are declared by a part of an object.
fn drop_unknown_names(schema: &mut Keywords) {
    let members = &schema.properties;
    let is_known = |name: &String| members.iter().any(|(member, _)| member == name);
    schema.required.retain(is_known);
}

#[cfg(test)]
mod tests;
