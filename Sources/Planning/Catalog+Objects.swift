import Columns
import Language

extension Catalog {
  /// A query with a name, bound anew wherever it is used.
  package struct View: Sendable {
    package let name: String
    /// The names of all its columns.
    package let columns: [String]
    package let query: Query

    /// The same view under another name.
    package func renamed(_ name: String) -> View {
      View(name: name, columns: columns, query: query)
    }
  }

  /// Syntax with a name and parameters, expanded wherever it is called.
  package struct Macro: Sendable {
    package let name: String
    package let forms: [CreateMacro.Form]

    /// Whether it yields rows.
    package var isTable: Bool {
      if case .table? = forms.first?.body { true } else { false }
    }
  }

  /// The view called `name`; case does not count.
  package func view(named name: String) -> View? {
    let folded = name.lowercased()
    return views.first { $0.name.lowercased() == folded }
  }

  /// Adds a view, in place of one of the same name.
  package mutating func set(_ view: View) {
    let folded = view.name.lowercased()
    if let index = views.firstIndex(where: { $0.name.lowercased() == folded }) {
      views[index] = view
    } else {
      views.append(view)
    }
  }

  package mutating func removeView(_ name: String) {
    let folded = name.lowercased()
    views.removeAll { $0.name.lowercased() == folded }
  }

  /// The macro called `name`, of values or of rows; case does not count.
  package func macro(named name: String, isTable: Bool) -> Macro? {
    let folded = name.lowercased()
    return macros.first { $0.isTable == isTable && $0.name.lowercased() == folded }
  }

  /// Adds a macro, in place of one of the same name and kind.
  package mutating func set(_ macro: Macro) {
    removeMacro(macro.name, isTable: macro.isTable)
    macros.append(macro)
  }

  package mutating func removeMacro(_ name: String, isTable: Bool) {
    let folded = name.lowercased()
    macros.removeAll { $0.isTable == isTable && $0.name.lowercased() == folded }
  }

  /// Notes that an index of a table has a name.
  package mutating func setIndex(_ name: String, onTable table: String) {
    indexNames[name.lowercased()] = table.lowercased()
  }

  /// The table of an index, in lower case.
  package func table(ofIndex name: String) -> String? { indexNames[name.lowercased()] }

  package mutating func removeIndex(_ name: String) {
    indexNames.removeValue(forKey: name.lowercased())
  }
}
