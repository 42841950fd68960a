import Columns
import Language

/// A file, or several as one table, that a statement names in the place of a table, and how they
/// are to be read.
///
/// What the options mean is known to whoever loads files; here they are names and values.
package struct FileRequest: Sendable {
  /// `name = value` in a reading function, `name value` in COPY.
  package struct Option: Sendable {
    /// As it was written.
    package let name: String
    package let value: LoadOptionValue
    /// Where the name and the value stand; nil where they stand in no statement.
    package let nameRange: SourceRange?
    package let valueRange: SourceRange?

    package init(
      _ name: Identifier, _ value: LoadOptionValue, at valueRange: SourceRange?
    ) {
      self.name = name.name
      self.value = value
      nameRange = name.range
      self.valueRange = valueRange
    }

    /// An option that stands in no statement.
    package init(name: String, value: LoadOptionValue) {
      self.name = name
      self.value = value
      nameRange = nil
      valueRange = nil
    }
  }

  /// What one request has in common with another that asks for the same.
  package struct Identity: Hashable, Sendable {
    let paths: [String]
    let format: String?
    let names: [String]
    let values: [LoadOptionValue]
  }

  /// Paths and patterns, as written; never empty.
  package let paths: [String]
  /// The format that the reading function is for: `csv`, `json`, `jsonl`, `xlsx`, `arrow`; nil: as
  /// the files are.
  package let format: String?
  /// In the order in which they were written.
  package let options: [Option]
  /// Where the paths stand; nil where they stand in no statement.
  package let range: SourceRange?

  package init(
    paths: [String], format: String? = nil, options: [Option] = [], range: SourceRange? = nil
  ) {
    self.paths = paths
    self.format = format
    self.options = options
    self.range = range
  }

  package var identity: Identity {
    Identity(
      paths: paths, format: format, names: options.map { $0.name.lowercased() },
      values: options.map(\.value))
  }

  /// What plans and messages call the files.
  package var name: String {
    paths.count > 1 ? "\(paths[0]) and \(paths.count - 1) more" : paths.first ?? ""
  }

  /// The name of the table that the files are.
  package var tableName: String { FileNames.tableName(ofPath: paths.first ?? "") }
}
