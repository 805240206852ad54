//! Key files: made at the first start, read ever after, readable by the service's user only.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rand::TryRng;
use rand::rngs::SysRng;

/// Of a key that is not a key pair, in bytes.
const LENGTH: usize = 32;

/// The random bytes in this file.
pub fn load_or_create(path: &Path) -> io::Result<Vec<u8>> {
    let key = read_or_make(path, || Ok(random::<LENGTH>()?.to_vec()))?;
    match key.len() {
        LENGTH.. => Ok(key),
        _ => Err(io::Error::new(io::ErrorKind::InvalidData, format!("{}: too short for a key", path.display()))),
    }
}

/// An Ed25519 private key as PKCS#8 in PEM (RFC 8410, RFC 7468).
pub fn load_or_create_ed25519(path: &Path) -> io::Result<Vec<u8>> {
    // The DER of such a key is always this prefix and the 32 random bytes that are the key.
    const PREFIX: [u8; 16] = [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];
    read_or_make(path, || {
        let der = [PREFIX.as_slice(), &random::<LENGTH>()?].concat();
        Ok(format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", STANDARD.encode(der)).into_bytes())
    })
}

/// Random bytes of the operating system.
pub fn random<const N: usize>() -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    SysRng.try_fill_bytes(&mut bytes).map_err(io::Error::other)?;
    Ok(bytes)
}

fn read_or_make(path: &Path, make: impl FnOnce() -> io::Result<Vec<u8>>) -> io::Result<Vec<u8>> {
    let named = |err: io::Error| io::Error::new(err.kind(), format!("{}: {err}", path.display()));
    match fs::read(path) {
        Ok(key) => return Ok(key),
        Err(err) if err.kind() == io::ErrorKind::NotFound => {}
        Err(err) => return Err(named(err)),
    }
    publish(path, &make()?).map_err(named)?;
    // Another server may have been faster: what is in the file now is the key of both.
    fs::read(path).map_err(named)
}

/// Puts the file there whole or not at all, and never over one that is there.
fn publish(path: &Path, content: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    private_folder().create(folder)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let draft = folder.join(format!(".{name}.{:x}", u64::from_ne_bytes(random()?)));
    let mut file = private_file(&draft)?;
    file.write_all(content)?;
    file.sync_all()?;
    let linked = match fs::hard_link(&draft, path) {
        Err(err) if err.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        // Some file systems have no links; there a rename is the next best.
        Err(_) => return fs::rename(&draft, path),
        Ok(()) => File::open(folder)?.sync_all(),
    };
    fs::remove_file(&draft)?;
    linked
}

#[cfg(unix)]
fn private_folder() -> DirBuilder {
    use std::os::unix::fs::DirBuilderExt;
    let mut folder = DirBuilder::new();
    folder.recursive(true).mode(0o700);
    folder
}
#[cfg(unix)]
fn private_file(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn private_folder() -> DirBuilder {
    let mut folder = DirBuilder::new();
    folder.recursive(true);
    folder
}
#[cfg(not(unix))]
fn private_file(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).open(path)
}

#[cfg(test)]
mod tests {
    use super::{load_or_create, load_or_create_ed25519};

    fn folder() -> std::path::PathBuf {
        std::env::temp_dir().join(format!("hamkor-keys-{}", uuid::Uuid::now_v7()))
    }

    #[test]
    fn a_key_is_made_once_and_readable_by_its_owner_only() {
        let folder = folder();
        let path = folder.join("keys/cursor.key");
        let first = load_or_create(&path).unwrap();
        assert_eq!((first.len(), &load_or_create(&path).unwrap()), (32, &first));
        assert_eq!(std::fs::read_dir(folder.join("keys")).unwrap().count(), 1, "no draft is left behind");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_truncated_key_is_refused() {
        let folder = folder();
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("key"), b"short").unwrap();
        assert!(load_or_create(&folder.join("key")).is_err());
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn servers_that_start_together_get_one_signing_key() {
        let folder = folder();
        let path = folder.join("access-token.pem");
        let keys: Vec<_> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(|| load_or_create_ed25519(&path).unwrap())).collect();
            threads.into_iter().map(|it| it.join().unwrap()).collect()
        });
        assert!(keys.windows(2).all(|pair| pair[0] == pair[1]));
        std::fs::remove_dir_all(folder).unwrap();
    }
}
