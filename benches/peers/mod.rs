//! What `check` is compared with: `ron` into plain structs, and DuckDB as a process of its own.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use serde::Deserialize;

/// A claims file as the plainest program would read it.
#[derive(Deserialize)]
#[expect(dead_code, reason = "the fields are there to be deserialised")]
pub struct Plain {
    entities: Vec<PlainEntity>,
    sources: Vec<PlainSource>,
    claims: Vec<PlainClaim>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "the fields are there to be deserialised")]
struct PlainEntity {
    id: String,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "the fields are there to be deserialised")]
struct PlainSource {
    id: String,
    published: String,
    kind: PlainKind,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum PlainKind {
    Primary,
    Secondary,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "the fields are there to be deserialised")]
struct PlainClaim {
    id: String,
    subject: String,
    relation: String,
    object: String,
    valid: String,
    sources: Vec<String>,
}

/// Deserialises a claims file with `ron` and nothing else.
pub fn deserialise(text: &str) -> usize {
    match ron::from_str::<Plain>(text) {
        Ok(plain) => plain.claims.len(),
        Err(error) => {
            println!("  `ron` refuses the generated file: {error}");
            0
        }
    }
}

/// Loads the same file into DuckDB and runs the same conflict query: same subject and functional relation, other object,
/// overlapping periods; and the incompatible relations.
const DUCKDB: &str = r#"
import duckdb, sys
con = duckdb.connect()
con.execute("set preserve_insertion_order=false")
con.execute(f"""create temp table c as select id, subject, relation, "object" o,
    coalesce(cast(left(nullif("from", '') || '-01-01', 10) as date), date '0001-01-01') f,
    coalesce(cast(left(nullif("until", '') || '-01-01', 10) as date), date '9999-12-31') u, len(sources) = 0 ns,
    cast(substr(id, 2) as bigint) k, cast(substr(relation, 2) as int) r
    from read_json('{sys.argv[1]}', format='newline_delimited', columns={{id:'VARCHAR',subject:'VARCHAR',
    relation:'VARCHAR',"object":'VARCHAR',"from":'VARCHAR',"until":'VARCHAR',sources:'VARCHAR[]'}})""")
n = con.execute("""select count(*) from c a join c b on a.subject = b.subject and a.relation = b.relation
    where a.k < b.k and a.o <> b.o and a.f < b.u and b.f < a.u and a.r < 150""").fetchone()[0]
m = con.execute("""select count(*) from c a join c b on a.subject = b.subject and a.o = b.o and b.r = a.r + 150
    where a.r < 40 and a.f < b.u and b.f < a.u""").fetchone()[0]
s = con.execute("select count(*) from c where ns").fetchone()[0]
print(n, m, s)
"#;

/// Writes a workspace to a temporary folder.
///
/// # Errors
///
/// The folder cannot be written.
pub fn workspace(claims: &str, rules: &str) -> std::io::Result<PathBuf> {
    let folder = std::env::temp_dir().join("erstwhile-bench");
    std::fs::create_dir_all(folder.join("claims"))?;
    std::fs::create_dir_all(folder.join("rules"))?;
    std::fs::write(folder.join("claims/bench.jsonl"), claims)?;
    std::fs::write(folder.join("rules/bench.ron"), rules)?;
    Ok(folder)
}

/// Times `erstwhile check` and DuckDB as processes over the same file, in turn, and removes the folder.
pub fn processes(folder: &Path) {
    if let Err(error) = in_turn(folder) {
        println!("  the processes could not be compared: {error}");
    }
}

fn in_turn(folder: &Path) -> std::io::Result<()> {
    let python = std::env::var("ERSTWHILE_BENCH_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let has_duckdb =
        Command::new(&python).args(["-c", "import duckdb"]).output().is_ok_and(|run| run.status.success());
    let (mut own, mut peer) = (Vec::new(), Vec::new());
    for _ in 0..7 {
        let out = std::fs::File::create(folder.join("report.json"))?;
        let start = Instant::now();
        Command::new(env!("CARGO_BIN_EXE_erstwhile"))
            .args(["check", "--output-format", "json", "--as-of", "2026-11-23"])
            .current_dir(folder)
            .stdout(out)
            .status()?;
        own.push(start.elapsed().as_secs_f64());
        if has_duckdb {
            let start = Instant::now();
            Command::new(&python).args(["-c", DUCKDB]).arg(folder.join("claims/bench.jsonl")).output()?;
            peer.push(start.elapsed().as_secs_f64());
        }
    }
    own.sort_by(f64::total_cmp);
    peer.sort_by(f64::total_cmp);
    let median = own[own.len() / 2];
    println!("  erstwhile, whole process   {median:>9.3}s (median of {})", own.len());
    match peer.get(peer.len() / 2) {
        Some(other) => {
            println!("  DuckDB, whole process      {other:>9.3}s   {:.2} times as long", other / median)
        }
        None => {
            println!("  DuckDB: not there (`pip install duckdb`, or name a Python in ERSTWHILE_BENCH_PYTHON)")
        }
    }
    std::fs::remove_dir_all(folder)
}
