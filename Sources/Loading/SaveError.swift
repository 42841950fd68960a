/// Why a table could not be saved, and where.
package struct SaveError: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The folder that the file is to stand in does not exist.
    case missingFolder
    case notPermitted
    /// There is a folder of that name.
    case directory
    /// There is something of that name that is no folder.
    case notFolder
    /// The folder holds a file that is no saved table.
    case foreignFolder(holds: String)
    case noSpace
    /// The system refused; the text is its own.
    case failed(String)
    /// A cell has no form in the file; rows count from 1.
    case value(column: String, row: Int, reason: String)
    /// The distinct texts of a column are more than a dictionary holds.
    case textTooLong(column: String)
  }

  package let kind: Kind
  package let path: String

  package init(_ kind: Kind, path: String) {
    self.kind = kind
    self.path = path
  }
}

extension SaveError: CustomStringConvertible {
  /// What was found and what was expected, in one line; the file is as it was before.
  package var description: String {
    let what =
      switch kind {
      case .missingFolder: "the folder that it is to stand in does not exist"
      case .notPermitted: "permission denied"
      case .directory: "it is a directory, and a file was expected"
      case .notFolder: "it is a file, and a folder was expected"
      case .foreignFolder(let name):
        "the folder holds \(Wording.cell(name)), which is no saved table; name another folder"
      case .noSpace: "there is no space left"
      case .failed(let reason): reason
      case .value(let column, let row, let reason):
        "column \(Wording.cell(column)), row \(Wording.count(row)): \(reason)"
      case .textTooLong(let column):
        "column \(Wording.cell(column)) has more than 4 GiB of distinct texts"
      }
    return "'\(path)' was not written: \(what)"
  }
}
