//! A small Python program reads the same deliveries and arrives at the same figures.

use std::fs;
use std::path::Path;
use std::process::Command;

use samlerapport_fixtures::plain_organisation;
use samlerapport_ingest::write_register;

use crate::folder::{Folder, SETTINGS};

#[test]
#[ignore = "needs python3 with openpyxl"]
fn another_language_counts_the_same() {
    let organisation = plain_organisation().unwrap();
    let folder = Folder::set(SETTINGS, &[]);
    let register = folder.dir().join("register.xlsx");
    fs::write(&register, write_register(&organisation.register).unwrap()).unwrap();
    // The run takes the inbox away, so the other program gets copies.
    let copies = folder.dir().join("copies");
    fs::create_dir(&copies).unwrap();
    for (name, bytes) in organisation.bytes().unwrap() {
        fs::write(copies.join(&name), &bytes).unwrap();
        folder.drop_file(&name, &bytes);
    }
    folder.run();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/independent_count.py");
    let output = Command::new("python3")
        .arg(script)
        .args([&copies, &register])
        .arg(folder.dir().join("out/likepersonsarbeid-2025.xlsx"))
        .arg("2025")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let complained = String::from_utf8_lossy(&output.stderr);
    println!("{said}");
    assert!(output.status.success(), "{said}{complained}");
    assert_eq!(
        said.matches("  same").count(),
        7,
        "four regions and three criteria\n{said}"
    );
}
