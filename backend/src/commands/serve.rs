use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

use crate::app::{self, Shared};
use crate::commands::{prepare, said};
use crate::config::{Config, LogFormat};
use crate::demo::{self, Outcome};
use crate::platform::clock::Clock;
use crate::platform::db::Db;

pub fn serve(config: &Config, with_demo: bool) -> Result<(), String> {
    log(config)?;
    prepare(config)?;
    let db = Db::open(config.database.clone()).map_err(|err| format!("DATABASE_URL={}: {err}", config.database))?;
    let shared = Shared::new(config, db, Clock::System).map_err(said)?;
    actix_web::rt::System::new().block_on(async {
        if with_demo {
            load_demo(config, &shared).await?;
        }
        let server = app::serve(config, shared).map_err(|err| format!("HAMKOR_BIND={}: {err}", config.bind))?;
        println!("Hamkor listens on {} (documentation: {}/api/docs/)", config.public_url, config.public_url);
        server.await.map_err(said)
    })
}

async fn load_demo(config: &Config, shared: &Shared) -> Result<(), String> {
    let (schemas, now) = (shared.schemas.clone(), shared.clock.now());
    let outcome = shared.db.write(move |conn| demo::load(conn, &schemas, now)).await.map_err(said)?;
    match outcome {
        Outcome::Refused => return Err(format!("{} holds institutions that are no demo data; --demo leaves it alone", config.database)),
        Outcome::Loaded => println!("Demo data was loaded."),
        Outcome::Present => println!("Demo data is there already."),
    }
    println!("Sign in with the password {} as one of", demo::PASSWORD);
    for accounts in demo::accounts() {
        println!("  {accounts}");
    }
    Ok(())
}

fn log(config: &Config) -> Result<(), String> {
    let filter = EnvFilter::try_new(&config.log_level).map_err(|err| format!("HAMKOR_LOG={}: {err}", config.log_level))?;
    // The program's output says where it listens; the log goes beside it.
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(std::io::stderr().is_terminal());
    match config.log_format {
        LogFormat::Text => log.try_init(),
        LogFormat::Json => log.json().flatten_event(true).try_init(),
    }
    .map_err(said)
}
