//! Whether a host is in the local network: browsers ask the person before a page may reach it.

/// Whether a host (`name`, `name:port`, `[::1]:port`) is this machine or in the local network, as far as its name tells.
pub fn is_nearby(host: &str) -> bool {
    if let Some(address) = host.strip_prefix('[') {
        let address = address.to_ascii_lowercase();
        return ["::1]", "fc", "fd", "fe8", "fe9", "fea", "feb"]
            .iter()
            .any(|begin| address.starts_with(begin));
    }
    let name = host.split(':').next().unwrap_or_default();
    if let Some(numbers) = ipv4(name) {
        return match numbers {
            [127 | 10, ..] | [192, 168, ..] | [169, 254, ..] => true,
            [172, second, ..] => (16..32).contains(&second),
            [100, second, ..] => (64..128).contains(&second),
            _ => false,
        };
    }
    !name.contains('.')
        || [".localhost", ".local", ".internal", ".lan", ".home.arpa"]
            .iter()
            .any(|end| name.ends_with(end))
}

fn ipv4(name: &str) -> Option<[u8; 4]> {
    let mut parts = name.split('.').map(|part| part.parse().ok());
    let numbers = [
        parts.next()??,
        parts.next()??,
        parts.next()??,
        parts.next()??,
    ];
    parts.next().is_none().then_some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_local_network_is_known_by_its_names_and_numbers() {
        for (host, expected) in [
            ("127.0.0.1:8000", true),
            ("localhost", true),
            ("seatable.localhost:80", true),
            ("10.1.2.3", true),
            ("172.16.0.9:8443", true),
            ("172.32.0.9", false),
            ("192.168.1.7", true),
            ("169.254.1.1", true),
            ("100.64.0.1", true),
            ("nas", true),
            ("nas.local", true),
            ("[::1]:8080", true),
            ("[fd00::1]", true),
            ("[2001:db8::1]", false),
            ("cloud.seatable.io", false),
            ("8.8.8.8", false),
            ("10.example.com", false),
        ] {
            assert_eq!(is_nearby(host), expected, "{host}");
        }
    }
}
