/// A column that an expression can name.
struct Column {
  /// As it is written.
  let sql: String
  let kind: Kind
}

/// What an expression can name: the columns of its own query, and those of the queries around it.
struct Scope {
  var columns: [Column]
  var outer: [Column] = []
  /// Whether expressions may hold queries.
  var allowsQueries = true

  /// What a query inside can name of this one: names with their table, as others may be its own.
  var visible: [Column] { columns.filter { $0.sql.contains(".") } + outer }

  /// The same without what is around, and without queries: for places where a reference to the
  /// outside, or a query, would mean something else to each engine.
  var closed: Scope { Scope(columns: columns, allowsQueries: false) }
}

/// What stands behind FROM.
struct FromClause {
  var sql: String
  var columns: [Column]
  /// What `*` yields.
  var star: [Kind]
  /// Whether no two rows are alike.
  var isUnique: Bool
  /// Columns that can be named alone after USING.
  var merged: [Column] = []
}

/// A table or a query that FROM can name.
struct Readable {
  let sql: String
  let columns: [(name: String, kind: Kind)]
  /// Whether no two rows are alike.
  let isUnique: Bool
  /// Whether it is one of the tables, which all have the same columns.
  let isTable: Bool
}

/// A query: its text, and what it yields.
struct Query {
  var sql: String
  var columns: [(name: String, kind: Kind)]
  /// Whether no two rows are alike.
  var isUnique = false
}
