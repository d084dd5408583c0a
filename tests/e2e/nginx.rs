//! A real nginx in front of the practice server, set up as SeaTable ships it, and as the page tells an admin to.

use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// What SeaTable 5.3 and later have in the `server` block: one page may read, and it is not this one.
pub(crate) const SHIPPED: &str = "
    proxy_hide_header 'Access-Control-Allow-Origin';
    add_header 'Access-Control-Allow-Origin' 'https://api.seatable.com' always;
    add_header 'Access-Control-Allow-Methods' 'GET,POST,PUT,DELETE,OPTIONS' always;
    add_header 'Access-Control-Allow-Headers' 'Content-Type, Accept, authorization, token, deviceType, x-seafile-otp' always;
    if ($request_method = 'OPTIONS') {
        return 204;
    }
";

/// How long nginx may take to listen.
const PATIENCE: Duration = Duration::from_secs(10);

/// A running nginx. Dropping it ends it.
pub(crate) struct Nginx {
    /// What its addresses begin with.
    pub(crate) origin: String,
    process: Child,
    folder: PathBuf,
}

impl Nginx {
    /// Starts one that passes everything on to a server, with these lines in its `server` block.
    ///
    /// `None` if this machine has no nginx. That is a failure where `CI` is set.
    pub(crate) async fn start(lines: &str, server: SocketAddr) -> Option<Self> {
        let port = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = port.local_addr().unwrap().port();
        let folder = std::env::temp_dir().join(format!("playground-nginx-{port}"));
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join("nginx.conf");
        std::fs::write(&file, configuration(lines, port, server)).unwrap();
        let started = Command::new("nginx")
            .arg("-p")
            .arg(&folder)
            .args(["-e", "error.log", "-c"])
            .arg(&file)
            .stdin(Stdio::null())
            .spawn();
        let process = match started {
            Ok(process) => process,
            Err(error) => {
                left_out::expected(&format!("this machine has no nginx: {error}"));
                return None;
            }
        };
        let mut nginx = Self {
            origin: format!("http://127.0.0.1:{port}"),
            process,
            folder,
        };
        nginx.wait(port).await;
        Some(nginx)
    }

    async fn wait(&mut self, port: u16) {
        let began = Instant::now();
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = self.process.try_wait().unwrap();
            let log = std::fs::read_to_string(self.folder.join("error.log"));
            assert!(
                ended.is_none() && began.elapsed() < PATIENCE,
                "nginx does not listen: {log:?}"
            );
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// A file of the shape of SeaTable's: the lines in the `server` block, and one `location` that hides headers by itself.
fn configuration(lines: &str, port: u16, server: SocketAddr) -> String {
    format!(
        "daemon off;
master_process off;
pid nginx.pid;
events {{}}
http {{
    access_log off;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    server {{
        listen 127.0.0.1:{port};
        server_name _;
{lines}
        location / {{
            proxy_pass http://{server};
            proxy_set_header Host $http_host;
            client_max_body_size 0;
        }}
        location /seafhttp {{
            proxy_pass http://{server};
            proxy_set_header Host $http_host;
            proxy_request_buffering off;
            client_max_body_size 0;
        }}
        location /api-gateway/ {{
            proxy_pass http://{server};
            proxy_set_header Host $http_host;
            proxy_hide_header Access-Control-Allow-Origin;
            proxy_hide_header Access-Control-Allow-Methods;
            proxy_hide_header Access-Control-Allow-Headers;
            client_max_body_size 10m;
        }}
    }}
}}
"
    )
}
