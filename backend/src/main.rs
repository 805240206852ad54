//! The command line.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use hamkor::commands;
use hamkor::config::{Config, SETTINGS};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The system of record of a university's international cooperation office.
#[derive(Parser)]
#[command(version, after_help = settings())]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Answer requests; the database is brought to the newest version first
    Serve {
        /// Fill an empty database with the demo institutions
        #[arg(long)]
        demo: bool,
    },
    /// Bring the database to the newest version
    Migrate,
    /// Print the OpenAPI document
    Openapi,
    /// Make an account of the role admin, and its institution where there is none of the slug
    CreateAdmin(commands::create_admin::CreateAdmin),
    /// Copy the SQLite database while it is in use
    Backup {
        /// The new file
        file: PathBuf,
    },
    /// Put a backup in the place of the SQLite database; stop the service first
    Restore {
        /// A file that `backup` made
        file: PathBuf,
        /// Replace a database that is there
        #[arg(long)]
        force: bool,
    },
    /// Check the hash chain of every institution's journal
    VerifyAudit,
    /// Ask a running service whether it is ready; for containers
    Healthcheck,
}

fn settings() -> String {
    let rows = SETTINGS.iter().map(|(name, default, meaning)| format!("  {name:<20} {meaning}\n{:23}[default: {default}]\n", ""));
    format!("Settings, from the environment:\n{}", rows.collect::<String>())
}

fn main() -> ExitCode {
    // What the service writes holds password hashes and people's papers: database, backups, keys.
    #[cfg(unix)]
    rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o077));
    match run(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("hamkor: {why}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<(), String> {
    // The document needs no configuration.
    if let Command::Openapi = command {
        return commands::openapi();
    }
    let config = Config::from_env()?;
    match command {
        Command::Serve { demo } => commands::serve::serve(&config, demo),
        Command::Migrate => commands::migrate(&config),
        Command::CreateAdmin(options) => commands::create_admin::create_admin(&config, options),
        Command::Backup { file } => commands::backup::backup(&config, &file),
        Command::Restore { file, force } => commands::backup::restore(&config, &file, force),
        Command::VerifyAudit => commands::verify_audit(&config),
        Command::Healthcheck => commands::healthcheck(&config),
        Command::Openapi => Ok(()),
    }
}
