//! The built single-page application, served beside the API.

use serde_json::json;

use crate::support::{Answer, App, Kind, run};

fn policy(answer: &Answer) -> String {
    answer.header("content-security-policy").unwrap()
}

async fn pages_and_files(mut app: App) {
    let folder = app.config.data.join("dist");
    std::fs::create_dir_all(folder.join("assets")).unwrap();
    for (name, content) in [
        ("index.html", "<!doctype html><html lang=\"uz\"><title>Hamkor</title><p>Hamkor"),
        ("assets/app-1a2b.js", "export {}"),
        ("assets/app-1a2b.js.gz", "pressed"),
        ("favicon.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
    ] {
        std::fs::write(folder.join(name), content).unwrap();
    }
    std::fs::write(app.config.data.join("secret.txt"), "secret").unwrap();
    app.config.frontend = Some(folder);
    let get = async |path: &str| app.call("GET", path).send().await;

    for path in ["/", "/index.html", "/tiiame", "/app/agreements?stage=draft"] {
        let page = get(path).await;
        assert_eq!((page.status, page.text.contains("Hamkor")), (200, true), "{path}");
        assert!(policy(&page).contains("script-src 'self'") && !policy(&page).contains("unsafe"), "{path}");
        assert_eq!(page.header("cache-control").as_deref(), Some("no-cache"), "{path}");
    }
    let portal = get("/alpha").await;
    assert!(portal.text.contains("<title>alpha — international cooperation</title>"), "{}", portal.text);
    assert!(portal.text.contains("<html lang=\"en\">") && portal.text.contains("href=\"https://hamkor.example/alpha\""));
    assert!(policy(&portal).contains("script-src 'self'"));
    let script = get("/assets/app-1a2b.js").await;
    assert_eq!((script.status, script.text.as_str()), (200, "export {}"));
    assert!(script.header("cache-control").unwrap().contains("immutable"));
    let pressed = app.call("GET", "/assets/app-1a2b.js").header("accept-encoding", "gzip").send().await;
    assert_eq!((pressed.text.as_str(), pressed.header("content-encoding").as_deref()), ("pressed", Some("gzip")));
    assert!(pressed.header("content-type").unwrap().contains("javascript"));

    for path in [
        "/assets/gone.js",
        "/assets/gone",
        "/assets/",
        "/.env",
        "/secret.txt",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/api/v1/nothing",
        "/api/v2",
        "/api",
    ] {
        let nowhere = get(path).await;
        assert_eq!((nowhere.status, &nowhere.body["code"]), (404, &json!("not_found")), "{path}: {}", nowhere.text);
        assert!(!nowhere.header("cache-control").unwrap().contains("immutable"), "{path}");
    }
    let beyond = app.call("GET", "/assets/app-1a2b.js").header("range", "bytes=999-").send().await;
    assert_eq!(beyond.status, 416);
    for path in ["/healthz", "/readyz", "/api/docs/", "/api/v1/openapi.json", "/"] {
        assert_eq!(app.call("HEAD", path).send().await.status, 200, "{path}");
    }
    assert_eq!(get("/readyz").await.body["status"], "ready");
    assert_eq!(get("/api/v1/me").await.status, 401);
    assert_eq!(app.call("POST", "/tiiame").send().await.status, 404);
}

#[test]
fn pages_and_files_are_served_beside_the_api() {
    run(Kind::Sqlite, "https://hamkor.example", pages_and_files);
}
