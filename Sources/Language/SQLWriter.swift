/// Writes a tree back as SQL in one canonical form.
///
/// Keywords are in upper case, function names in lower case, every operator stands in parentheses;
/// names keep their case. What is written parses to the same tree.
struct SQLWriter {
  private(set) var text = ""

  static func text(_ write: (inout SQLWriter) -> Void) -> String {
    var writer = SQLWriter()
    write(&writer)
    return writer.text
  }

  mutating func write(_ part: String) {
    text += part
  }

  /// The elements with a comma and a space between them.
  mutating func list<Element>(
    _ elements: [Element], _ write: (inout SQLWriter, Element) -> Void
  ) {
    var isFirst = true
    for element in elements {
      if !isFirst { text += ", " }
      isFirst = false
      write(&self, element)
    }
  }

  mutating func list(_ expressions: [Expression]) {
    list(expressions) { $0.write($1) }
  }

  mutating func name(_ identifier: Identifier) {
    text += SQLText.name(identifier.name)
  }

  mutating func names(_ identifiers: [Identifier]) {
    list(identifiers) { $0.name($1) }
  }

  mutating func name(_ name: QualifiedName) {
    var isFirst = true
    for part in name.parts {
      if !isFirst { text += "." }
      isFirst = false
      self.name(part)
    }
  }
}

extension Expression {
  /// The expression as SQL in its canonical form, such as `(sum(quantity) / count(*))`.
  package var sql: String { SQLWriter.text { $0.write(self) } }

  /// What heads a column that has no alias: a column's own name, anything else as SQL.
  package var heading: String {
    if case .column(let name) = kind, let last = name.parts.last { return last.name }
    return sql
  }
}

extension Query {
  /// The query as SQL in its canonical form, on one line.
  package var sql: String { SQLWriter.text { $0.write(self) } }
}

extension TypeName {
  /// The type as SQL, such as `DECIMAL(18, 3)[]`.
  package var sql: String { SQLWriter.text { $0.write(self) } }
}

extension QualifiedName {
  /// The name as SQL, quoted where it must be.
  package var sql: String { SQLWriter.text { $0.name(self) } }
}

extension Literal {
  /// The literal as SQL.
  package var sql: String {
    switch self {
    case .null: "NULL"
    case .boolean(let value): value ? "true" : "false"
    case .integer(let digits), .decimal(let digits), .float(let digits): digits
    case .string(let text): SQLText.literal(text)
    }
  }
}
