//! Calling what is inside: in a module that is merged of the page's main module and of parts, a call through the table into one that is
//! there becomes a call of the function itself. wasm-opt can't do it: it would take places of the table that later parts fill for empty.

use std::collections::BTreeMap;
use std::convert::Infallible;

use anyhow::Result;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, Function, Instruction};
use wasmparser::{ElementItems, ElementKind, FunctionBody, Operator, Parser, Payload, TypeRef};

use super::anew::anew;

/// Returns the module with plain calls.
///
/// # Errors
///
/// Fails when these bytes are no module, or one that no Rust compiler wrote.
pub(super) fn direct(module: &[u8]) -> Result<Vec<u8>> {
    anew(module, &mut Writer::of(module)?)
}

/// What is known of the module.
#[derive(Default)]
struct Writer {
    /// The function at each place of the table that is filled from the start.
    filled: BTreeMap<u32, u32>,
    /// The type of each function. A module has each type once.
    types: Vec<u32>,
}

impl Writer {
    fn of(module: &[u8]) -> Result<Self> {
        let mut writer = Self::default();
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        if let TypeRef::Func(of_type) = import?.ty {
                            writer.types.push(of_type);
                        }
                    }
                }
                Payload::FunctionSection(functions) => {
                    for of_type in functions {
                        writer.types.push(of_type?);
                    }
                }
                Payload::ElementSection(elements) => {
                    for element in elements {
                        let element = element?;
                        if let ElementKind::Active { offset_expr, .. } = element.kind
                            && let Operator::I32Const { value } =
                                offset_expr.get_operators_reader().read()?
                        {
                            writer.fill(value.cast_unsigned(), element.items)?;
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(writer)
    }

    fn fill(&mut self, first: u32, items: ElementItems<'_>) -> Result<()> {
        match items {
            ElementItems::Functions(functions) => {
                for (place, function) in (first..).zip(functions) {
                    self.filled.insert(place, function?);
                }
            }
            ElementItems::Expressions(_, expressions) => {
                for (place, expression) in (first..).zip(expressions) {
                    let value = expression?.get_operators_reader().read()?;
                    if let Operator::RefFunc { function_index } = value {
                        self.filled.insert(place, function_index);
                    }
                }
            }
        }
        Ok(())
    }

    /// Returns the function that a call through the table calls; `None` where nothing is there yet, or something else is meant.
    fn called(&self, place: i32, of_type: u32) -> Option<u32> {
        let function = *self.filled.get(&place.cast_unsigned())?;
        (self.types.get(function as usize) == Some(&of_type)).then_some(function)
    }
}

impl Reencode for Writer {
    type Error = Infallible;

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> std::result::Result<(), Error<Infallible>> {
        let mut function: Function = self.new_function_with_parsed_locals(&body)?;
        let mut place = None;
        for operator in body.get_operators_reader()? {
            let operator = operator?;
            if let Operator::CallIndirect { type_index, .. } = operator
                && let Some(callee) = place.and_then(|place| self.called(place, type_index))
            {
                place = None;
                function.instruction(&Instruction::Call(callee));
                continue;
            }
            if let Some(value) = place.take() {
                function.instruction(&Instruction::I32Const(value));
            }
            match operator {
                Operator::I32Const { value } => place = Some(value),
                operator => {
                    function.instruction(&self.instruction(operator)?);
                }
            }
        }
        code.function(&function);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        ConstExpr, ElementSection, Elements, FunctionSection, Module, RefType, TableSection,
        TableType, TypeSection,
    };

    /// A module with two functions, the first of which calls what is at these places of the table; the second is at place 7.
    fn module(places: &[i32]) -> Vec<u8> {
        let (mut types, mut functions) = (TypeSection::new(), FunctionSection::new());
        types.ty().function([], []);
        types.ty().function([wasm_encoder::ValType::I32], []);
        functions.function(0).function(0);
        let (mut code, mut calls) = (CodeSection::new(), Function::new([]));
        for place in places {
            calls.instructions().i32_const(*place).call_indirect(0, 0);
        }
        // A number that is no place, and one that is called as another type.
        calls
            .instructions()
            .i32_const(3)
            .i32_const(7)
            .call_indirect(0, 1)
            .end();
        let mut stops = Function::new([]);
        stops.instructions().end();
        code.function(&calls).function(&stops);
        let mut tables = TableSection::new();
        tables.table(TableType {
            element_type: RefType::FUNCREF,
            minimum: 9,
            maximum: None,
            table64: false,
            shared: false,
        });
        let mut elements = ElementSection::new();
        elements.active(
            None,
            &ConstExpr::i32_const(6),
            Elements::Functions((&[0, 1]).into()),
        );
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&tables);
        module.section(&elements).section(&code);
        module.finish()
    }

    fn calls(module: &[u8]) -> Vec<String> {
        let body = Parser::new(0)
            .parse_all(module)
            .find_map(|payload| match payload.unwrap() {
                Payload::CodeSectionEntry(body) => Some(body),
                _ => None,
            });
        let operators = body.unwrap().get_operators_reader().unwrap();
        let operators = operators.into_iter().map(Result::unwrap);
        let named = operators.map(|operator| match operator {
            Operator::Call { function_index } => format!("call {function_index}"),
            Operator::CallIndirect { type_index, .. } => format!("call of type {type_index}"),
            Operator::I32Const { value } => value.to_string(),
            _ => "end".to_owned(),
        });
        named.collect()
    }

    #[test]
    fn what_is_inside_is_called_and_the_rest_through_the_table() {
        let written = direct(&module(&[7, 8, 6])).unwrap();
        assert_eq!(
            calls(&written),
            [
                "call 1",
                "8",
                "call of type 0",
                "call 0",
                "3",
                "7",
                "call of type 1",
                "end"
            ]
        );
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(direct(b"no module").is_err());
    }
}
