//! `#[derive(Packed)]`: packs a struct field after field, and an enum as the number of its variant followed by that one's fields.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Data, DeriveInput, Fields, Ident, Member, Variant};

/// Writes how a type is packed and unpacked.
///
/// A number that no variant has, which only a damaged text could hold, stands for the last one: unpacking cannot fail.
#[proc_macro_derive(Packed)]
pub fn packed(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let input = syn::parse_macro_input!(input as DeriveInput);
    let written = implementation(&input);
    written
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}

fn implementation(input: &DeriveInput) -> syn::Result<TokenStream> {
    let (pack, unpack) = match &input.data {
        Data::Struct(data) => of_struct(&data.fields),
        Data::Enum(data) => {
            let variants: Vec<_> = data.variants.iter().collect();
            of_enum(&variants).ok_or_else(|| refused(input, "an enum without variants"))?
        }
        Data::Union(_) => return Err(refused(input, "a union")),
    };
    let name = &input.ident;
    Ok(quote! {
        impl crate::packed::Packed for #name {
            fn pack(&self, to: &mut crate::packed::Packer) { #pack }
            fn unpack(from: &mut crate::packed::Unpacker) -> Self { #unpack }
        }
    })
}

fn refused(input: &DeriveInput, what: &str) -> syn::Error {
    syn::Error::new_spanned(&input.ident, format!("{what} cannot be packed"))
}

fn of_struct(fields: &Fields) -> (TokenStream, TokenStream) {
    let (members, names) = (members(fields), names(fields));
    let pack = quote! {
        let Self { #(#members: #names),* } = self;
        #(crate::packed::Packed::pack(#names, to);)*
    };
    (pack, filled(&quote!(Self), &members))
}

fn of_enum(variants: &[&Variant]) -> Option<(TokenStream, TokenStream)> {
    let packed = (0usize..).zip(variants).map(|(number, variant)| {
        let (members, names, name) = (
            members(&variant.fields),
            names(&variant.fields),
            &variant.ident,
        );
        quote! {
            Self::#name { #(#members: #names),* } => {
                crate::packed::Packed::pack(&#number, to);
                #(crate::packed::Packed::pack(#names, to);)*
            }
        }
    });
    let (last, others) = variants.split_last()?;
    let others = (0usize..).zip(others).map(|(number, variant)| {
        let variant = unpacked(variant);
        quote!(#number => #variant,)
    });
    let last = unpacked(last);
    let pack = quote!(match self { #(#packed)* });
    let unpack = quote! {
        match <usize as crate::packed::Packed>::unpack(from) {
            #(#others)*
            _ => #last,
        }
    };
    Some((pack, unpack))
}

fn unpacked(variant: &Variant) -> TokenStream {
    let name = &variant.ident;
    filled(&quote!(Self::#name), &members(&variant.fields))
}

/// Fields are evaluated in the order in which they stand, which is that of packing.
fn filled(path: &TokenStream, members: &[Member]) -> TokenStream {
    quote!(#path { #(#members: crate::packed::Packed::unpack(from)),* })
}

fn members(fields: &Fields) -> Vec<Member> {
    fields.members().collect()
}

fn names(fields: &Fields) -> Vec<Ident> {
    (0..fields.len())
        .map(|place| format_ident!("field_{place}"))
        .collect()
}
