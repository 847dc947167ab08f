//! `cubaru completions`: what a shell needs to complete the command line.

use clap::{Args, CommandFactory};
use clap_complete::Shell;
use std::io::{self, Write};

const EXAMPLES: &str = "\
Examples:
  cubaru completions bash > ~/.local/share/bash-completion/completions/cubaru
  cubaru completions zsh > ~/.zfunc/_cubaru         (with ~/.zfunc in $fpath)
  cubaru completions fish > ~/.config/fish/completions/cubaru.fish";

/// Write the completions of a shell
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The shell
    shell: Shell,
}

pub(crate) fn run(arguments: &Arguments) -> io::Result<bool> {
    // Into memory first: `generate` panics where it cannot write.
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut crate::Arguments::command(), "cubaru", &mut script);
    io::stdout().write_all(&script)?;
    io::stdout().flush()?;
    Ok(true)
}
