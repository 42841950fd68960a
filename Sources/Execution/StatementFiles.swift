import Columns
import Language
import Loading
import Planning

/// The files that one statement names, each loaded once for one set of columns however often it is
/// named.
final class StatementFiles {
  private let load: (String, Set<String>?) throws -> LoadedTable
  private var byPath: [String: (relation: Relation, isWhole: Bool)] = [:]
  /// In the order in which they were first named.
  private(set) var loaded: [LoadedTable] = []
  /// Whether columns of a file were left out because the statement does not mention them.
  private(set) var areNarrowed = false

  /// - Parameter load: loads the file at a path with the columns of some names, or with all.
  init(_ load: @escaping (String, Set<String>?) throws -> LoadedTable) { self.load = load }

  /// What the binder calls for a file in FROM.
  ///
  /// - Throws: a ``Diagnostic`` at the place where the file is named.
  var loader: Catalog.FileLoader {
    { [self] path, columns, range in
      if let known = byPath[path], known.isWhole || columns != nil { return known.relation }
      do {
        let table = try load(path, columns)
        byPath[path] = (table.relation, columns == nil)
        loaded.append(table)
        if columns != nil { areNarrowed = true }
        return table.relation
      } catch let error as LoadError {
        throw Diagnostic(.error, error.description, at: range)
      }
    }
  }
}
