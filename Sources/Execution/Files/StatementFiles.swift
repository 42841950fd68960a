import Columns
import Loading
import Planning

/// The files that one statement names, each request loaded once for one set of columns however often
/// it is made.
final class StatementFiles {
  private let load: (FileRequest, Set<String>?) throws -> LoadedFiles
  private var known: [FileRequest.Identity: (relation: Relation, isWhole: Bool)] = [:]
  /// In the order in which they were first named.
  private(set) var loaded: [(request: FileRequest, files: LoadedFiles)] = []
  /// Whether columns of a file were left out because the statement does not mention them.
  private(set) var areNarrowed = false

  /// - Parameter load: loads files with the columns of some names, or with all.
  init(_ load: @escaping (FileRequest, Set<String>?) throws -> LoadedFiles) { self.load = load }

  /// What the binder calls for files in FROM.
  ///
  /// - Throws: a `Diagnostic` at the place of what is wrong.
  var loader: Catalog.FileLoader {
    { [self] request, columns in
      if let known = known[request.identity], known.isWhole || columns != nil {
        return known.relation
      }
      let files = try load(request, columns)
      known[request.identity] = (files.relation, columns == nil)
      loaded.append((request, files))
      if columns != nil { areNarrowed = true }
      return files.relation
    }
  }
}
