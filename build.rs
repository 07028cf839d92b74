//! The default theme and the starter site are compiled into the binary: build again when they change.

fn main() {
    println!("cargo:rerun-if-changed=themes/default");
    println!("cargo:rerun-if-changed=starter");
}
