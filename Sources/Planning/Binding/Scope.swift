import Columns
import Language

/// The columns that an expression can name, each at a position of the batch it is evaluated on.
struct Scope {
  struct Column {
    /// The table's name or alias, as written.
    let table: String?
    let name: String
    let type: DataType
    /// False for the right one of two columns joined by USING, which only a qualified name finds.
    var isVisible = true
  }

  /// By position.
  var columns: [Column] = []

  /// The columns of a relation called `table`.
  init(table: String? = nil, fields: [Field] = []) {
    columns = fields.map { field in
      // No statement can write such a name: the binder made the column.
      let isHidden = field.name.utf8.first == 1
      return Column(table: table, name: field.name, type: field.type, isVisible: !isHidden)
    }
  }

  /// The names of the tables, in order.
  var tables: [String] {
    var seen: [String] = []
    for column in columns {
      if let table = column.table, !seen.contains(table) { seen.append(table) }
    }
    return seen
  }

  /// The position of the column that `name` means; nil where there is none.
  ///
  /// - Throws: a ``Diagnostic`` where it could mean several.
  func find(_ name: QualifiedName) throws(Diagnostic) -> Int? {
    guard let last = name.parts.last else {
      throw BindingProblem.starNotAllowed(hasFrom: true).diagnostic(at: name.range)
    }
    let folded = last.folded
    let qualifier = name.qualifiers.last?.folded
    let candidates = columns.indices.filter { position in
      let column = columns[position]
      guard column.name.lowercased() == folded else { return false }
      guard let qualifier else { return column.isVisible }
      return column.table?.lowercased() == qualifier
    }
    if candidates.count > 1 {
      let tables = candidates.compactMap { columns[$0].table }
      throw BindingProblem.ambiguousColumn(last.name, tables: tables).diagnostic(at: name.range)
    }
    return candidates.first
  }

  /// The position of the column that `name` means.
  ///
  /// - Throws: a ``Diagnostic`` where it means none or could mean several.
  func resolve(_ name: QualifiedName) throws(Diagnostic) -> Int {
    if let position = try find(name) { return position }
    guard let last = name.parts.last else {
      throw BindingProblem.starNotAllowed(hasFrom: true).diagnostic(at: name.range)
    }
    if let qualifier = name.qualifiers.last {
      let known = columns.filter { $0.table?.lowercased() == qualifier.folded }
      guard !known.isEmpty else {
        throw BindingProblem.unknownTableName(qualifier.name, known: tables)
          .diagnostic(at: qualifier.range)
      }
      throw BindingProblem.unknownColumn(
        last.name, table: qualifier.name, known: known.map(\.name)
      ).diagnostic(at: last.range)
    }
    let table = tables.count == 1 ? tables[0] : nil
    throw BindingProblem.unknownColumn(
      last.name, table: table, known: columns.filter(\.isVisible).map(\.name)
    ).diagnostic(at: last.range)
  }

  /// Both sides of a join.
  func joined(with other: Scope) -> Scope {
    var result = self
    result.columns += other.columns
    return result
  }
}
