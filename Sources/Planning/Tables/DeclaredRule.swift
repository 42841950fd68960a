import Language

/// Something that the rows of a table are said to fulfil: CHECK lists those that do not.
///
/// The rules of a `datapackage.json`, and REFERENCES, which is not enforced.
package struct DeclaredRule: Sendable {
  package enum Kind: Sendable {
    /// No row fails the condition; NULL does not fail it.
    case condition(Expression)
    /// No value of the column is NULL.
    case notNull
    /// No two rows agree in all the columns, where none of them is NULL.
    case unique
    /// The values of a row stand in one row of another table, where none of them is NULL; without
    /// `columns`, in those of its primary key.
    case reference(table: String, columns: [String])
    /// The table lacks a column of this name.
    case absent(column: String)
  }

  /// What CHECK calls it, such as `minimum`.
  package let name: String
  package private(set) var kind: Kind
  /// The positions of the columns that it is about.
  package private(set) var columns: [Int]
  /// What a row that breaks it does, such as `is less than 5`; empty where the kind says it.
  package let message: String

  package init(_ name: String, _ kind: Kind, columns: [Int], message: String = "") {
    self.name = name
    self.kind = kind
    self.columns = columns
    self.message = message
  }

  /// A foreign key.
  package static func reference(
    to table: String, _ referenced: [String], from columns: [Int]
  ) -> DeclaredRule {
    DeclaredRule("foreign key", .reference(table: table, columns: referenced), columns: columns)
  }

  /// The rule where the table loses the column at `position`; nil where it goes with it.
  func dropping(_ position: Int) -> DeclaredRule? {
    if columns.contains(position) { return nil }
    var rule = self
    rule.columns = columns.map { $0 > position ? $0 - 1 : $0 }
    return rule
  }

  func rewritten(by rewriter: SyntaxRewriter) -> DeclaredRule {
    guard case .condition(let condition) = kind else { return self }
    var rule = self
    rule.kind = .condition(rewriter.rewrite(condition))
    return rule
  }
}

extension TableDefinition {
  /// Everything that rows must fulfil, enforced or not.
  var rules: [DeclaredRule] {
    let filled = columns.indices.filter { columns[$0].isNotNull }.map {
      DeclaredRule("not null", .notNull, columns: [$0])
    }
    let keyed = keys.map {
      DeclaredRule($0.isPrimary ? "primary key" : "unique", .unique, columns: $0.columns)
    }
    let checked = checks.map { check in
      DeclaredRule(
        check.name ?? "check", .condition(check.condition),
        columns: check.columns(of: self).sorted(), message: "fails \(check.condition.sql)")
    }
    return filled + keyed + checked + declared
  }
}
