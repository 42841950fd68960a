import Columns
import Language

extension Binder {
  /// CREATE VIEW, whose query must be right when it is made.
  func bind(_ create: CreateView) throws -> BoundStatement {
    let name = try unqualified(create.name)
    let existing = objectKind(named: name)
    if existing != nil && create.isIfNotExists && !create.isReplacing {
      return .nothing(message: "view \(name) is there already; nothing was changed")
    }
    if let existing, !(create.isReplacing && existing == "view") {
      throw TableProblem.exists(kind: existing, name: name).diagnostic(at: create.name.range)
    }
    openViews.append(name.lowercased())
    defer { openViews.removeLast() }
    let fields = try bind(create.query).fields
    guard create.columns.count <= fields.count else {
      throw BindingProblem.tooManyNames(
        create.columns.count, count: fields.count, clause: "CREATE VIEW"
      ).diagnostic(at: create.name.range)
    }
    let names = create.columns.map(\.name) + fields.dropFirst(create.columns.count).map(\.name)
    return .createView(
      Catalog.View(name: name, columns: Self.distinctNames(names), query: create.query))
  }

  /// The plan of a view that a statement names at `range`; nil where there is none of that name.
  ///
  /// - Throws: a ``Diagnostic`` about what is wrong inside, at that place.
  func view(named name: String, at range: SourceRange) throws -> (Plan, String)? {
    guard let view = catalog.view(named: name) else { return nil }
    guard !openViews.contains(view.name.lowercased()) else {
      throw TableProblem.readsItself(kind: "view", name: view.name).diagnostic(at: range)
    }
    openViews.append(view.name.lowercased())
    defer { openViews.removeLast() }
    let query = SyntaxRewriter(movingTo: range).rewrite(view.query)
    let plan = try telling(inside: "view \(view.name)", at: range) {
      try detached { try bind(query) }
    }
    guard plan.fields.count == view.columns.count else {
      throw TableProblem.viewChanged(
        name: view.name, columns: view.columns.count, found: plan.fields.count
      ).diagnostic(at: range)
    }
    return (plan.renamed(view.columns), view.name)
  }

  /// Binds what was written in another statement: names of the statement around it mean nothing
  /// there.
  func detached<Result>(_ body: () throws -> Result) rethrows -> Result {
    let tables = commonTables
    let scopes = enclosing
    let columns = mentionedColumns
    commonTables = []
    enclosing = []
    // Its words are not those of this statement.
    mentionedColumns = nil
    defer {
      commonTables = tables
      enclosing = scopes
      mentionedColumns = columns
    }
    return try body()
  }

  /// Runs `body`, telling of errors at `range` that they are inside of something.
  func telling<Result>(
    inside what: String, at range: SourceRange, _ body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch var diagnostic as Diagnostic where diagnostic.range == range {
      diagnostic.message = "\(what): \(diagnostic.message)"
      // A correction would change the name here, not what stands inside.
      diagnostic.fix = nil
      diagnostic.labels = []
      throw diagnostic
    }
  }
}
