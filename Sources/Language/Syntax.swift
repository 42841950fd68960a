// What can be said: the syntax tree of a statement.
//
//     Syntax.swift            statements, and the names that every part uses
//     SyntaxQuery.swift       queries: WITH, SELECT, VALUES, set operations, ORDER BY, LIMIT
//     SyntaxTable.swift       what may stand in FROM
//     SyntaxExpression.swift  expressions
//     SyntaxStatement.swift   the parts of CREATE, INSERT, COPY …
//     SyntaxDefinition.swift  the parts of ALTER, CREATE MACRO, PREPARE …
//
// Every node has the range of source text that it was made from. The tree says what was written and
// nothing about what it means: names are not resolved, numbers keep their digits.

/// One statement, without its semicolon.
package struct Statement: Sendable {
  package indirect enum Kind: Sendable {
    case query(Query)
    case createTable(CreateTable)
    case createView(CreateView)
    case createMacro(CreateMacro)
    case createIndex(CreateIndex)
    case createSchema(CreateSchema)
    case createSequence(CreateSequence)
    case createUnit(CreateUnit)
    case alter(Alter)
    case drop(Drop)
    case insert(Insert)
    case update(Update)
    case delete(Delete)
    case truncate(QualifiedName)
    case copy(Copy)
    /// `DESCRIBE t` stands as the query `SELECT * FROM t`.
    case describe(Query)
    /// `SUMMARIZE t` stands as the query `SELECT * FROM t`.
    case summarize(Query)
    /// Without a name, all tables.
    case check(QualifiedName?)
    case showTables
    case explain(Statement, analyze: Bool)
    case set(SetVariable)
    case reset(Identifier, isVariable: Bool)
    case pragma(Pragma)
    case transaction(Transaction)
    case prepare(Identifier, Statement)
    case execute(Execute)
    /// Without a name, `DEALLOCATE ALL`.
    case deallocate(Identifier?)
  }

  package let kind: Kind
  package let range: SourceRange
  /// How its result is to be drawn; nil where it is to be shown as a table.
  package var chart: ChartClause?
}

/// `CHART [kind] [TO 'file.svg']` behind a query.
package struct ChartClause: Sendable {
  /// Picked from the columns where it is nil.
  package let kind: ChartKind?
  /// The SVG file to write; nil for a drawing in the terminal.
  package let path: String?
  package let range: SourceRange
}

/// The kinds of chart by the names that CHART and `.chart` take.
package enum ChartKind: String, CaseIterable, Sendable {
  case bar, column, line, histogram, heatmap, sparkline
}

/// A name as it was written, without its quotes.
package struct Identifier: Sendable {
  package let name: String
  /// Whether it stood in double quotes.
  package let isQuoted: Bool
  package let range: SourceRange

  package init(_ name: String, isQuoted: Bool = false, range: SourceRange) {
    self.name = name
    self.isQuoted = isQuoted
    self.range = range
  }

  /// The form in which names are compared: lower case, quoted or not, as DuckDB does.
  package var folded: String { name.lowercased() }
}

/// A name with the names that it belongs to: `column`, `table.column`, `schema.table`.
package struct QualifiedName: Sendable {
  /// Outermost first; never empty.
  package let parts: [Identifier]
  package let range: SourceRange

  package init(_ parts: [Identifier], range: SourceRange) {
    self.parts = parts
    self.range = range
  }

  /// The names before the last one, outermost first.
  package var qualifiers: ArraySlice<Identifier> { parts.dropLast() }
}

/// A type as it was written: `DECIMAL(18, 3)`, `TIMESTAMP WITH TIME ZONE`, `VARCHAR[]`.
package struct TypeName: Sendable {
  package indirect enum Argument: Sendable {
    case number(String)
    case text(String)
    case type(TypeName)
    case field(Identifier, TypeName)
  }

  /// Upper case, with single spaces between the words of a name such as `DOUBLE PRECISION`.
  package let name: String
  package let arguments: [Argument]
  /// How many `[]` follow it.
  package let listDepth: Int
  package let range: SourceRange
}
