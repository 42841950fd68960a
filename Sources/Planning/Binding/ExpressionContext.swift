import Language

/// What an expression may use, which depends on the clause that it stands in.
struct ExpressionContext {
  let scope: Scope
  /// The clause, for messages: `WHERE`.
  var clause: String
  var allowsAggregates = false
  /// Whether a function may have OVER.
  var allowsWindows = false
  /// The windows of the WINDOW clause, by folded name.
  var windows: [String: WindowSpecification] = [:]
  /// Results of the SELECT list that were bound already, by folded alias.
  var aliases: [String: BoundExpression] = [:]
  /// Expressions of the SELECT list with an alias, bound when something names them first.
  var pendingAliases: [String: Expression] = [:]
  /// In HAVING, the columns that are grouped by. A name of any other means the result of that name
  /// before it means the column, of which a group has many values.
  var groupedColumns: Set<Int>?
  /// Where an `unnest` may put its column; nil where none may stand.
  var expansion: SelectExpansion?
  /// What the query groups by, as it is written.
  var grouping: String?
  /// The aggregate whose argument is being bound.
  var enclosingAggregate: String?

  init(scope: Scope, clause: String) {
    self.scope = scope
    self.clause = clause
  }
}
