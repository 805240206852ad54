//! The threads that own the connections.

use std::panic::{AssertUnwindSafe, catch_unwind};

use diesel::connection::{AnsiTransactionManager, Connection, SimpleConnection, TransactionManager};
use tokio::sync::oneshot::Sender;

use super::{Conn, DatabaseUrl, connect};
use crate::platform::problem::{Code, Problem};

pub enum Job {
    Read(Box<dyn FnOnce(Result<&mut Conn, Problem>) -> Health + Send>),
    Write(Box<dyn Write + Send>),
}

/// Whether the connection can go on after the work.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Health {
    Sound,
    Broken,
}

/// A write runs inside a transaction that is not its own and answers when that is committed.
pub trait Write {
    /// Leaves its result inside; `Err` when what it did must be undone.
    fn run(&mut self, conn: &mut Conn) -> Result<(), Health>;
    fn committed(self: Box<Self>);
    fn failed(self: Box<Self>, problem: Problem);
}

pub struct Once<W, T> {
    work: Option<W>,
    result: Option<Result<T, Problem>>,
    answer: Sender<Result<T, Problem>>,
}

impl<W, T> Once<W, T> {
    pub fn new(work: W, answer: Sender<Result<T, Problem>>) -> Self {
        Self { work: Some(work), result: None, answer }
    }
}

impl<W, T> Write for Once<W, T>
where
    W: FnOnce(&mut Conn) -> Result<T, Problem> + Send,
    T: Send,
{
    fn run(&mut self, conn: &mut Conn) -> Result<(), Health> {
        let Some(work) = self.work.take().filter(|_| !self.answer.is_closed()) else { return Err(Health::Sound) };
        let mut result = catch_unwind(AssertUnwindSafe(|| work(conn))).unwrap_or_else(|_| Err(panicked()));
        // Who was told 503 meanwhile will ask again: nothing may have happened, as far as that can be.
        if self.answer.is_closed() && result.is_ok() {
            result = Err(given_up());
        }
        let outcome = match &result {
            Ok(_) => Ok(()),
            Err(_) if self.answer.is_closed() => Err(Health::Sound),
            Err(problem) => Err(health(problem)),
        };
        self.result = Some(result);
        outcome
    }
    fn committed(self: Box<Self>) {
        let result = self.result.unwrap_or_else(|| Err(Problem::internal("a write was committed before it ran")));
        // Nobody listens when the caller has gone away; the effect stands all the same.
        let _ = self.answer.send(result);
    }
    fn failed(self: Box<Self>, problem: Problem) {
        let result = match self.result {
            Some(Err(own)) => Err(own),
            _ => Err(problem),
        };
        let _ = self.answer.send(result);
    }
}

/// Sends the answer of a read and says whether the connection survived it.
pub fn settle<T>(result: Result<T, Problem>, answer: Sender<Result<T, Problem>>) -> Health {
    let health = result.as_ref().err().map_or(Health::Sound, health);
    let _ = answer.send(result);
    health
}

fn health(problem: &Problem) -> Health {
    match problem.code {
        Code::Unavailable | Code::Internal => Health::Broken,
        _ => Health::Sound,
    }
}

fn given_up() -> Problem {
    Problem::because(Code::Unavailable, "unavailable", "")
}

fn panicked() -> Problem {
    Problem::internal("a database job panicked")
}

pub fn start(
    name: &str,
    threads: usize,
    url: &DatabaseUrl,
    jobs: &flume::Receiver<Job>,
    run: fn(&mut Owner, &flume::Receiver<Job>),
) -> Result<(), Problem> {
    for number in 0..threads {
        let jobs = jobs.clone();
        let mut owner = Owner { url: url.clone(), conn: None };
        std::thread::Builder::new().name(format!("{name}-{number}")).spawn(move || run(&mut owner, &jobs)).map_err(Problem::internal)?;
    }
    Ok(())
}

/// A thread's connection: made when first needed, made again after it broke.
pub struct Owner {
    url: DatabaseUrl,
    conn: Option<Conn>,
}

impl Owner {
    fn conn(&mut self) -> Result<&mut Conn, Problem> {
        match &mut self.conn {
            Some(conn) => Ok(conn),
            none => Ok(none.insert(limited(connect(&self.url)?)?)),
        }
    }
    fn mind(&mut self, health: Health) {
        if health == Health::Broken {
            self.conn = None;
        }
    }
    fn read(&mut self, job: Box<dyn FnOnce(Result<&mut Conn, Problem>) -> Health + Send>) {
        let conn = self.conn();
        let health = catch_unwind(AssertUnwindSafe(|| job(conn))).unwrap_or(Health::Broken);
        self.mind(health);
    }
}

/// A request of a caller who has long gone away ends on the server too; migrations may take longer.
fn limited(mut conn: Conn) -> Result<Conn, Problem> {
    if let Conn::Postgres(postgres) = &mut conn {
        postgres.batch_execute("SET statement_timeout = '30s'; SET idle_in_transaction_session_timeout = '60s'")?;
    }
    Ok(conn)
}

/// Each write a transaction of its own.
pub fn one_by_one(owner: &mut Owner, jobs: &flume::Receiver<Job>) {
    while let Ok(job) = jobs.recv() {
        match job {
            Job::Read(job) => owner.read(job),
            Job::Write(job) => together(owner, vec![job]),
        }
    }
}

/// Group commit: what is already waiting shares one transaction, each write in a savepoint of its own.
pub fn commit_together(owner: &mut Owner, jobs: &flume::Receiver<Job>) {
    const MOST: usize = 128;
    while let Ok(first) = jobs.recv() {
        let mut writes = Vec::new();
        for job in std::iter::once(first).chain(jobs.try_iter().take(MOST - 1)) {
            match job {
                Job::Read(job) => owner.read(job),
                Job::Write(job) => writes.push(job),
            }
        }
        together(owner, writes);
    }
}

fn together(owner: &mut Owner, writes: Vec<Box<dyn Write + Send>>) {
    let begun = owner.conn().and_then(|conn| Ok(begin(conn)?));
    if let Err(problem) = begun {
        owner.mind(health(&problem));
        return fail(writes, &problem);
    }
    let mut done = Vec::with_capacity(writes.len());
    let mut health = Health::Sound;
    for mut write in writes {
        let Ok(conn) = owner.conn() else { continue };
        let mut inner = Health::Sound;
        // A nested transaction is a savepoint.
        let ran = conn.transaction(|conn| {
            write.run(conn).map_err(|health| {
                inner = health;
                diesel::result::Error::RollbackTransaction
            })
        });
        match ran {
            Ok(()) => done.push(write),
            Err(diesel::result::Error::RollbackTransaction) => write.failed(given_up()),
            Err(err) => {
                inner = Health::Broken;
                write.failed(Problem::from(err));
            }
        }
        if inner == Health::Broken {
            health = Health::Broken;
        }
    }
    let committed = owner.conn().and_then(|conn| Ok(commit(conn)?));
    match committed {
        Ok(()) => done.into_iter().for_each(Write::committed),
        Err(problem) => {
            if let Ok(conn) = owner.conn() {
                let _ = rollback(conn);
            }
            health = Health::Broken;
            fail(done, &problem);
        }
    }
    owner.mind(health);
}

/// SQLite takes the write lock at once, so that a write never meets another process's half way.
fn begin(conn: &mut Conn) -> diesel::QueryResult<()> {
    match conn {
        Conn::Sqlite(sqlite) => AnsiTransactionManager::begin_transaction_sql(sqlite, "BEGIN IMMEDIATE"),
        Conn::Postgres(_) => <Conn as Connection>::TransactionManager::begin_transaction(conn),
    }
}
fn commit(conn: &mut Conn) -> diesel::QueryResult<()> {
    <Conn as Connection>::TransactionManager::commit_transaction(conn)
}
fn rollback(conn: &mut Conn) -> diesel::QueryResult<()> {
    <Conn as Connection>::TransactionManager::rollback_transaction(conn)
}

fn fail(writes: Vec<Box<dyn Write + Send>>, problem: &Problem) {
    for write in writes {
        write.failed(problem.again());
    }
}
