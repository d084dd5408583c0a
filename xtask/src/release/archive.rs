//! Archives that are the same whenever and wherever they are made of the same files.

use std::io::{Cursor, Write};

use anyhow::Result;
use flate2::{Compression, GzBuilder};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A file: its path from the folder on, with `/` between the parts, and its content.
pub(super) type File = (String, Vec<u8>);

/// What everybody may do with a file, and its owner besides.
const MODE: u32 = 0o644;

/// The first second that a zip archive can name; both kinds give it to every file.
const TIME: u64 = 315_532_800;

/// Packs files into a folder called `folder`, in their order.
pub(super) fn zip(folder: &str, files: &[File]) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(MODE);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        archive.start_file(format!("{folder}/{name}"), options)?;
        archive.write_all(content)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// The same as a compressed tar archive.
pub(super) fn tar_gz(folder: &str, files: &[File]) -> Result<Vec<u8>> {
    // The builder writes no time and no name of this machine's.
    let packed = GzBuilder::new().write(Vec::new(), Compression::best());
    let mut archive = tar::Builder::new(packed);
    for (name, content) in files {
        let mut header = tar::Header::new_gnu();
        header.set_size(content.len() as u64);
        header.set_mode(MODE);
        header.set_mtime(TIME);
        archive.append_data(&mut header, format!("{folder}/{name}"), content.as_slice())?;
    }
    Ok(archive.into_inner()?.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    fn files() -> Vec<File> {
        [
            ("boot.js", "1"),
            ("index.html", "<p>"),
            ("parts/a.wasm", "\0asm"),
        ]
        .map(|(name, content)| (name.to_owned(), content.as_bytes().to_vec()))
        .to_vec()
    }

    #[test]
    fn a_zip_archive_has_the_files_in_a_folder_and_no_time() {
        let packed = zip("page", &files()).unwrap();
        assert_eq!(packed, zip("page", &files()).unwrap());
        let mut archive = zip::ZipArchive::new(Cursor::new(packed)).unwrap();
        for (place, (name, content)) in files().iter().enumerate() {
            let mut file = archive.by_index(place).unwrap();
            assert_eq!(file.name().unwrap(), format!("page/{name}"));
            assert_eq!(file.last_modified(), Some(DateTime::DEFAULT));
            assert_eq!(file.unix_mode().map(|mode| mode & 0o777), Some(MODE));
            let mut read = Vec::new();
            file.read_to_end(&mut read).unwrap();
            assert_eq!(&read, content);
        }
    }

    #[test]
    fn a_tar_archive_has_the_files_in_a_folder_and_no_time() {
        let packed = tar_gz("page", &files()).unwrap();
        assert_eq!(packed, tar_gz("page", &files()).unwrap());
        let mut archive = tar::Archive::new(flate2::read::GzDecoder::new(packed.as_slice()));
        let entries = archive.entries().unwrap().map(|entry| {
            let mut entry = entry.unwrap();
            let name = entry.path().unwrap().display().to_string();
            assert_eq!(entry.header().mtime().unwrap(), TIME);
            assert_eq!(entry.header().mode().unwrap(), MODE);
            let mut content = Vec::new();
            entry.read_to_end(&mut content).unwrap();
            (name, content)
        });
        let in_folder = |(name, content)| (format!("page/{name}"), content);
        let wanted = files().into_iter().map(in_folder);
        assert!(entries.eq(wanted));
    }
}
