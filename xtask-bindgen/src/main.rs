//! Writes the JavaScript side of a WebAssembly module: `xtask-bindgen IN.wasm FOLDER NAME`.
//!
//! Apart from `xtask`, so that the workspace's other commands need not wait for it to build.
use std::{env, error::Error, fs, path::Path, process::ExitCode};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [module, folder, name] = arguments.as_slice() else {
        eprintln!("usage: xtask-bindgen IN.wasm FOLDER NAME");
        return ExitCode::FAILURE;
    };
    match run(Path::new(module), Path::new(folder), name) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask-bindgen: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Leaves `NAME.js` (pages without a bundler, Node) and `NAME_bg.js` (bundlers) over one `NAME_bg.wasm`, with one `NAME.d.ts`: the
/// bundlers', which lacks the loading functions that only the first script has.
fn run(module: &Path, folder: &Path, name: &str) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    glue(module, name)?.web(true)?.generate(folder)?;
    let aside = folder.join("bundler");
    glue(module, name)?.bundler(true)?.generate(&aside)?;
    let binary = format!("{name}_bg.wasm");
    if fs::read(folder.join(&binary))? != fs::read(aside.join(&binary))? {
        return Err("the modules for pages and for bundlers differ: the package can't share one".into());
    }
    for file in [format!("{name}_bg.js"), format!("{name}.d.ts")] {
        fs::rename(aside.join(&file), folder.join(&file))?;
    }
    fs::remove_file(folder.join(format!("{name}_bg.wasm.d.ts")))?;
    fs::remove_dir_all(&aside)?;
    Ok(())
}

fn glue(module: &Path, name: &str) -> Result<Bindgen, Box<dyn Error>> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(module)
        .out_name(name)
        .typescript(true)
        .omit_default_module_path(false)
        .remove_name_section(true)
        .remove_producers_section(true);
    Ok(bindgen)
}
