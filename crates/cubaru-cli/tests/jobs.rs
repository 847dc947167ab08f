//! The commands of `docs/jobs.md` print what stands under them. `UPDATE=1` writes what they print now: read the difference.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// A folder in which the examples lie as in the project, and into which the commands may write.
struct Desk(PathBuf);

impl Desk {
    fn new(root: &Path) -> Self {
        let desk = Self(env::temp_dir().join(format!("cubaru-jobs-{}", std::process::id())));
        fs::create_dir_all(&desk.0).unwrap();
        for folder in ["examples/articles", "examples/cuba-russia", "cases/petrarch/flat"] {
            fs::create_dir_all(desk.0.join(folder)).unwrap();
            for file in fs::read_dir(root.join(folder)).unwrap().map(|f| f.unwrap().path()) {
                fs::copy(&file, desk.0.join(folder).join(file.file_name().unwrap())).unwrap();
            }
        }
        desk
    }

    /// What a command prints, both streams, its lines without spaces at their ends.
    fn run(&self, command: &str) -> String {
        let program = Path::new(env!("CARGO_BIN_EXE_cubaru")).parent().unwrap();
        let path = env::join_paths([program.to_path_buf()].into_iter().chain(env::split_paths(&env::var_os("PATH").unwrap()))).unwrap();
        let output = Command::new("sh").args(["-c", &format!("({command}) 2>&1")]).current_dir(&self.0).env("PATH", path).output().unwrap();
        String::from_utf8(output.stdout).unwrap().lines().map(|line| format!("{}\n", line.trim_end())).collect()
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The text with each block of commands printed anew, and how many commands there were.
fn printed(text: &str, mut run: impl FnMut(&str) -> String) -> (String, usize) {
    let (mut out, mut within, mut commands) = (String::new(), false, 0);
    for line in text.lines() {
        match line {
            "```console" => within = true,
            "```" => within = false,
            _ if within => {
                if let Some(command) = line.strip_prefix("$ ") {
                    commands += 1;
                    out += &format!("{line}\n{}", run(command));
                }
                continue;
            }
            _ => {}
        }
        out += line;
        out.push('\n');
    }
    (out, commands)
}

#[test]
fn every_command_prints_what_the_page_shows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let page = root.join("docs/jobs.md");
    let shown = fs::read_to_string(&page).unwrap();
    let desk = Desk::new(&root);
    let (now, commands) = printed(&shown, |command| desk.run(command));
    assert!(commands >= 9, "{commands} commands");
    if env::var_os("UPDATE").is_some() {
        fs::write(&page, &now).unwrap();
    } else {
        for (a, b) in shown.lines().zip(now.lines()) {
            assert_eq!(a, b, "docs/jobs.md; `UPDATE=1` writes it anew");
        }
        assert_eq!(shown, now);
    }
}
