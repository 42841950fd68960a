extension HelpTopic {
  /// What comes from files, and what goes into them.
  static let files: [HelpTopic] = [
    HelpTopic(
      "loading",
      aliases: [
        "load", "file", "files", "csv", "excel", "xlsx", "json", "rejects", "ledger", "import",
      ],
      "files as tables, and the account of what was read",
      body: [
        "FROM 'seizures.csv' reads a file; rummage seizures.csv, or .load, keeps it as a table.",
        "'2024/*.csv' is one table of several files; filename = true adds which row is from which.",
        "CSV and its like, JSON, JSON Lines, Excel, Arrow and data packages; .gz and .zst too.",
        "Rows in the file = rows loaded + rows rejected, always; .ledger gives the account.",
        ".rejects, or FROM rejects, lists each row and cell left out, with its line and why.",
        "Types come from the whole column: one 'oops' among its numbers leaves it text, with a note.",
        "Ambiguous is not guessed: 03/04/2024 and 1.234 beside ';' stay text, with the option",
        "  that decides: dateformat = '%d/%m/%Y', decimal_separator = ','.",
        "Codes with leading zeros stay text, and NA in a column of countries is Namibia.",
        "types = {'code': 'VARCHAR'} sets a type, nullstr = 'Unknown' what is missing,",
        "  ignore_errors = true puts cells that do not fit into the rejects.",
        "In SQL read_csv('f.csv', delim = ';'), in the console .load f.csv t delim=;",
        ".help read_csv lists all options; --strict makes any reject an error.",
      ]),
    HelpTopic(
      "saving", aliases: ["save", "arrow", "copy", "export", "open", "output"],
      "keeping tables and results",
      body: [
        ".save t.arrow t keeps a table as an Arrow file, .save FOLDER all tables in one.",
        "pandas, Polars, DuckDB and R open it; .open brings it back with its types and measures.",
        "A file is whole or as it was before; one that was altered is refused.",
        "COPY (SELECT …) TO 'out.csv' writes a result: csv, tsv, json, jsonl, markdown, html, arrow.",
        "COPY t TO 'out.csv' (MEASURES SPLIT) writes amounts and units as two columns.",
        ".once FILE writes the next result, .output FILE all until .output: as .mode has it,",
        "  or where none was chosen as the ending of FILE says.",
        "Tables live in memory: what was not saved is gone at the end.",
        "CHECK t lists the rows that break what a table or its data package demands.",
        "CSV keeps no types: a measure becomes the text '5 kg', a percent 0.74.",
      ]),
    HelpTopic(
      "scripts",
      aliases: ["script", "saved", "test", "tests", "golden", "bless", "pipe", "batch"],
      "saved questions, and holding them to their answers",
      body: [
        "rummage -f FILE.sql runs a saved query, rummage -c \"SELECT …\" a statement; .read in here.",
        "Results go to standard output; load reports, notes and errors to standard error.",
        "In a pipe results are CSV: --format json, markdown or others choose.",
        "rummage test queries runs each NAME.sql and compares with NAME.expected beside it.",
        "rummage test queries --bless writes the answers down, after a look at what changed.",
        "A line -- tolerance 1e-9 in a query loosens the comparison of DOUBLEs, of nothing else.",
        "A failure stops the run with status 1; --keep-going goes on. Tests that fail give 3.",
        "--param year=2024 gives $year its value.",
        "Comments are -- to the end of the line, or /* … */.",
      ]),
  ]
}
