/// The tables that a `datapackage.json` describes, and how each is to be loaded.
///
/// Data Package standard, versions 1 and 2 (datapackage.org). What of it is not supported is
/// refused where it would change what is read, and named in a note where it would not.
package struct DataPackage: Sendable {
  /// A table.
  package struct Resource: Sendable {
    package let name: String
    /// The files that hold its rows, one behind the other; never empty.
    package let paths: [String]
    package let options: LoadOptions
    package let schema: TableSchema?
    /// The bytes that the file is said to have.
    package let bytes: Int?
    /// The SHA-256 that the file is said to have, in small hexadecimal digits.
    package let digest: String?
    /// What whoever signs a figure must know, one sentence each.
    package let notes: [String]
  }

  /// The path of the descriptor.
  package let path: String
  /// Never empty.
  package let resources: [Resource]
  /// What was left out of the package, one sentence each.
  package let notes: [String]

  /// Whether the file at `path` is a package, by its name: `datapackage.json`.
  package static func isNamed(_ path: String) -> Bool {
    (path.split(separator: "/").last ?? "").lowercased() == "datapackage.json"
  }

  /// Reads the descriptor at `path`; the tables themselves are not opened.
  ///
  /// - Throws: ``LoadError`` that names the place of what is wrong, such as
  ///   `resources[0].dialect.delimiter`.
  package static func load(path: String) throws -> DataPackage {
    let descriptor = Descriptor(try JSONValue(path: path), file: path)
    let list = try descriptor.required("resources")
    var resources: [Resource] = []
    var notes: [String] = []
    for item in try list.items() {
      switch try ResourceReader(item).resource() {
      case .table(let resource):
        if resources.contains(where: { $0.name.lowercased() == resource.name.lowercased() }) {
          throw try item.required("name").failure(.twice(resource.name))
        }
        resources.append(resource)
      case .other(let note): notes.append(note)
      }
    }
    if resources.isEmpty { throw list.failure(.wrongType(found: "empty", expected: "a table")) }
    return DataPackage(path: path, resources: resources, notes: notes)
  }
}
