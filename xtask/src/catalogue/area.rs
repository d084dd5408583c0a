//! The areas of the API, and the document that each is made from.

use super::error::Error;
use playground_core::catalogue::Area;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// Returns the name of SeaTable's file.
pub(super) fn document(area: Area) -> &'static str {
    match area {
        Area::Authentication => "authentication.yaml",
        Area::Base => "base_operations.yaml",
        Area::File => "file_operations.yaml",
        Area::User => "user_account_operations.yaml",
        Area::TeamAdmin => "team_admin_account_operations.yaml",
        Area::SystemAdmin => "system_admin_account_operations.yaml",
        Area::Scheduler => "python-scheduler.yaml",
    }
}

/// Finds the document of every area among files and directories. Files of other names within a
/// directory are passed over.
///
/// # Errors
///
/// A file that was named but belongs to no area, a second document of an area, or none.
pub(super) fn find_documents(paths: &[PathBuf]) -> Result<Vec<(Area, PathBuf)>, Error> {
    let mut named = Vec::new();
    for path in paths {
        if path.is_dir() {
            let documents = Area::ALL.map(|area| path.join(document(area)));
            named.extend(documents.into_iter().filter(|path| path.is_file()));
        } else {
            named.push(path.clone());
        }
    }
    if let Some(stranger) = named.iter().find(|path| area_of(path).is_none()) {
        return Err(Error::new("this is the document of no area").in_file(stranger.display()));
    }
    Area::ALL
        .into_iter()
        .map(|area| Ok((area, only_document(area, &named)?)))
        .collect()
}

fn area_of(path: &Path) -> Option<Area> {
    Area::ALL
        .into_iter()
        .find(|area| path.file_name() == Some(OsStr::new(document(*area))))
}

fn only_document(area: Area, named: &[PathBuf]) -> Result<PathBuf, Error> {
    let mut documents = named.iter().filter(|path| area_of(path) == Some(area));
    match (documents.next(), documents.next()) {
        (Some(document), None) => Ok(document.clone()),
        (None, _) => Err(Error::new(format!("`{}` was not given", document(area)))),
        (Some(_), Some(second)) => {
            Err(Error::new("this area has two documents").in_file(second.display()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all_but(left_out: Area) -> Vec<PathBuf> {
        let others = Area::ALL.into_iter().filter(|area| *area != left_out);
        others
            .map(|area| Path::new("docs").join(document(area)))
            .collect()
    }

    #[test]
    fn documents_are_ordered_by_area_whatever_the_order_given() {
        let mut paths = all_but(Area::Base);
        paths.insert(0, PathBuf::from("base_operations.yaml"));
        paths.reverse();
        let areas: Vec<_> = find_documents(&paths)
            .unwrap()
            .into_iter()
            .map(|d| d.0)
            .collect();
        assert_eq!(areas, Area::ALL);
    }

    #[test]
    fn a_missing_document_is_named() {
        let error = find_documents(&all_but(Area::File)).unwrap_err();
        assert_eq!(error.to_string(), "`file_operations.yaml` was not given");
    }

    #[test]
    fn a_file_of_no_area_is_refused() {
        let mut paths = all_but(Area::File);
        paths.push(PathBuf::from("cats.yaml"));
        let error = find_documents(&paths).unwrap_err();
        assert_eq!(
            error.to_string(),
            "cats.yaml: this is the document of no area"
        );
    }

    #[test]
    fn a_second_document_of_an_area_is_refused() {
        let mut paths = all_but(Area::File);
        paths.push(PathBuf::from("one/file_operations.yaml"));
        paths.push(PathBuf::from("two/file_operations.yaml"));
        let error = find_documents(&paths).unwrap_err();
        assert_eq!(
            error.to_string(),
            "two/file_operations.yaml: this area has two documents"
        );
    }

    #[test]
    fn the_name_of_an_area_is_how_it_is_written_in_json() {
        for area in Area::ALL {
            assert_eq!(serde_json::to_value(area).unwrap(), area.name());
        }
    }
}
