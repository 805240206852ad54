//! The only module that knows there are two databases.
//!
//! Database work runs on a fixed set of threads, each owning one connection, fed by bounded queues: the event
//! loop never blocks, a full queue is a 503, and a connection keeps its prepared statements. SQLite has one
//! writer, which commits what waits in its queue together; PostgreSQL's threads read and write alike.

pub mod sql;
mod url;
mod worker;

use std::time::Duration;

use diesel::connection::SimpleConnection;
use diesel::migration::{self, Migration, MigrationSource};
use diesel::prelude::{Connection, PgConnection, QueryableByName, RunQueryDsl, SqliteConnection};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};
use tokio::sync::oneshot::Receiver;

use crate::platform::problem::{Code, Problem};

pub use url::DatabaseUrl;

const SHARED: EmbeddedMigrations = embed_migrations!("../migrations/shared");
const SQLITE: EmbeddedMigrations = embed_migrations!("../migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("../migrations/postgres");

#[derive(diesel::MultiConnection)]
pub enum Conn {
    Postgres(PgConnection),
    Sqlite(SqliteConnection),
}

/// A handle on the database; cheap to clone.
#[derive(Clone)]
pub struct Db {
    readers: flume::Sender<worker::Job>,
    writers: flume::Sender<worker::Job>,
    url: DatabaseUrl,
    patience: Duration,
}

/// Work that waits at most; beyond it a caller is asked to come again.
const QUEUE: usize = 1024;
/// How long a caller waits for an answer: a database that stands still must not hold every request.
const PATIENCE: Duration = Duration::from_secs(15);

impl Db {
    /// Opens the database, brings it to the newest version and starts its threads.
    pub fn open(url: DatabaseUrl) -> Result<Self, Problem> {
        migrate(&url)?;
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        let (readers, reads) = flume::bounded(QUEUE);
        let writers = match &url {
            DatabaseUrl::Sqlite(_) => {
                let (writers, writes) = flume::bounded(QUEUE);
                worker::start("db-write", 1, &url, &writes, worker::commit_together)?;
                worker::start("db-read", cores + 1, &url, &reads, worker::one_by_one)?;
                writers
            }
            DatabaseUrl::Postgres(_) => {
                worker::start("db", cores * 4, &url, &reads, worker::one_by_one)?;
                readers.clone()
            }
        };
        Ok(Self { readers, writers, url, patience: PATIENCE })
    }

    /// The same database for callers who wait no longer than this.
    #[must_use]
    pub fn with_patience(&self, patience: Duration) -> Self {
        Self { patience, ..self.clone() }
    }

    pub fn url(&self) -> &DatabaseUrl {
        &self.url
    }

    /// Runs queries that change nothing. On SQLite they see one state of the database.
    pub async fn read<T: Send + 'static>(&self, work: impl FnOnce(&mut Conn) -> Result<T, Problem> + Send + 'static) -> Result<T, Problem> {
        let (answer, answered) = tokio::sync::oneshot::channel();
        let job = worker::Job::Read(Box::new(move |conn| match answer.is_closed() {
            true => worker::Health::Sound,
            false => worker::settle(conn.and_then(|conn| reading(conn, work)), answer),
        }));
        self.readers.try_send(job).map_err(|_| overloaded())?;
        self.wait(answered).await
    }

    /// One call, one transaction: it commits when `work` returns `Ok`, and answers after the commit.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let (answer, answered) = tokio::sync::oneshot::channel();
        let job = worker::Job::Write(Box::new(worker::Once::new(work, answer)));
        self.writers.try_send(job).map_err(|_| overloaded())?;
        self.wait(answered).await
    }

    /// Work that nobody waits for any more is not begun.
    async fn wait<T>(&self, answered: Receiver<Result<T, Problem>>) -> Result<T, Problem> {
        match tokio::time::timeout(self.patience, answered).await {
            Ok(answer) => answer.map_err(|_| Problem::internal("a database thread gave no answer"))?,
            Err(_) => Err(Problem::unavailable("the database does not answer in time")),
        }
    }
}

fn reading<T>(conn: &mut Conn, work: impl FnOnce(&mut Conn) -> Result<T, Problem>) -> Result<T, Problem> {
    match conn {
        Conn::Sqlite(_) => conn.transaction(work),
        // One statement sees one state; a snapshot over several costs two more round trips each time.
        Conn::Postgres(_) => work(conn),
    }
}

/// Several queries that see one state of the database, on both.
pub fn snapshot<T>(conn: &mut Conn, work: impl FnOnce(&mut Conn) -> Result<T, Problem>) -> Result<T, Problem> {
    conn.transaction(|conn| {
        if let Conn::Postgres(postgres) = conn {
            postgres.batch_execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")?;
        }
        work(conn)
    })
}

fn overloaded() -> Problem {
    Problem::new(Code::Unavailable).with("retry_after", 1)
}

/// Connects once and brings the schema to the newest version.
pub fn migrate(url: &DatabaseUrl) -> Result<(), Problem> {
    let mut conn = connect(url)?;
    let dialect = match url {
        DatabaseUrl::Postgres(_) => POSTGRES,
        DatabaseUrl::Sqlite(_) => SQLITE,
    };
    // Two servers may start at once; PostgreSQL lets one migrate while the other waits.
    if let Conn::Postgres(postgres) = &mut conn {
        postgres.batch_execute("SELECT pg_advisory_lock(7263001)")?;
    }
    conn.run_pending_migrations(Folders(vec![SHARED, dialect])).map_err(Problem::internal)?;
    Ok(())
}

/// For tests of the migrations themselves.
pub fn revert_all(url: &DatabaseUrl) -> Result<(), Problem> {
    let mut conn = connect(url)?;
    let dialect = match url {
        DatabaseUrl::Postgres(_) => POSTGRES,
        DatabaseUrl::Sqlite(_) => SQLITE,
    };
    conn.revert_all_migrations(Folders(vec![SHARED, dialect])).map_err(Problem::internal)?;
    Ok(())
}

/// Several folders of migrations as one, in the order of their versions.
struct Folders(Vec<EmbeddedMigrations>);

impl MigrationSource<MultiBackend> for Folders {
    fn migrations(&self) -> migration::Result<Vec<Box<dyn Migration<MultiBackend>>>> {
        let mut all = Vec::new();
        for folder in &self.0 {
            all.extend(MigrationSource::<MultiBackend>::migrations(folder)?);
        }
        all.sort_by_key(|it| it.name().version().as_owned());
        Ok(all)
    }
}

pub fn connect(url: &DatabaseUrl) -> Result<Conn, Problem> {
    match url {
        DatabaseUrl::Postgres(url) => {
            let mut conn = PgConnection::establish(&url::with_limits(url))
                .map_err(|err| Problem::unavailable(url::without_pieces(&err.to_string())))?;
            conn.batch_execute("SET TIME ZONE 'UTC'")?;
            Ok(Conn::Postgres(conn))
        }
        DatabaseUrl::Sqlite(path) => {
            let mut conn = SqliteConnection::establish(path).map_err(Problem::unavailable)?;
            // FULL: what was acknowledged survives a power cut, not only a crash of the process. LIKE tells upper case
            // from lower as PostgreSQL's does; what is searched is folded beforehand.
            conn.batch_execute(
                "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
                 PRAGMA foreign_keys = ON; PRAGMA cache_size = -8000; PRAGMA temp_store = MEMORY;
                 PRAGMA case_sensitive_like = ON;",
            )?;
            Ok(Conn::Sqlite(conn))
        }
    }
}

/// Does the database answer?
pub fn ping(conn: &mut Conn) -> Result<(), Problem> {
    diesel::sql_query("SELECT 1").execute(conn)?;
    Ok(())
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    count: i64,
}

/// The number that a `SELECT … AS count` finds.
pub fn count(conn: &mut Conn, query: sql::Sql) -> Result<i64, Problem> {
    Ok(query.get_result::<Count>(conn)?.count)
}
