/// What is wrong with files that are to become one table: data here, words below.
package enum FilesProblem: Hashable, Sendable {
  /// The pattern names nothing that is there: `folder` is where the search ended, and `names` what
  /// lies in it; nil where there is no such folder.
  case noMatch(folder: String, names: [String]?)
  /// The pattern names more files than anybody means.
  case tooManyMatches(limit: Int)
  /// The file is named twice, and its rows would count twice.
  case namedTwice
  /// The file has other columns than `first`, those of the first file: `missing` are not there,
  /// `extra` are there instead; both are empty where only the order is another.
  case differentColumns(first: String, missing: [String], extra: [String])
  /// Another number of columns than `option` names.
  case columnCount(option: String, named: Int, found: Int)
  /// An option names a column that none of the files has.
  case unknownColumn(option: String, name: String, known: [String])
  /// The files have a column of the name that the column of files was to have.
  case fileColumnTaken(String)
  /// The texts of a column exceed what one dictionary holds.
  case textsTooLong
  /// A column has other types when the files are read again: a fault of the program.
  case unsettledTypes
  /// Standard input was read by an earlier statement, and is gone.
  case standardInputIsGone
  /// Statements come from standard input, so that no data can.
  case standardInputHoldsStatements
}

extension FilesProblem {
  /// The option that is wrong, by its canonical name; nil where the files are.
  package var option: String? {
    switch self {
    case .columnCount(let option, _, _), .unknownColumn(let option, _, _): option
    case .fileColumnTaken: "filename"
    default: nil
    }
  }
}

extension FilesProblem: CustomStringConvertible {
  /// What was found and what was expected, to stand behind the file's name.
  package var description: String {
    switch self {
    case .noMatch(let folder, nil): "matches no file: there is no folder '\(folder)'"
    case .noMatch(let folder, let names?):
      names.isEmpty
        ? "matches no file: \(Self.shown(folder)) is empty"
        : "matches no file: \(Self.shown(folder)) holds \(Self.list(names))"
    case .tooManyMatches(let limit): "matches more than \(Wording.count(limit)) files"
    case .namedTwice: "is named twice, and each of its rows would count twice"
    case .differentColumns(let first, let missing, let extra):
      if missing.isEmpty && extra.isEmpty {
        "has the columns of '\(first)' in another order; union_by_name = true matches them by name"
      } else {
        "has other columns than '\(first)': "
          + [
            missing.isEmpty ? nil : "it lacks \(Self.list(missing))",
            extra.isEmpty ? nil : "it has \(Self.list(extra)) besides",
          ].compactMap { $0 }.joined(separator: "; ")
          + "; union_by_name = true puts NULL where a file has no such column"
      }
    case .columnCount(let option, let named, let found):
      "has \(Wording.count(found, "column")), and '\(option)' names \(Wording.count(named))"
    case .unknownColumn(let option, let name, let known):
      "has no column '\(name)', which '\(option)' names: it has \(Self.list(known))"
    case .fileColumnTaken(let name):
      "has a column '\(name)' already; filename = 'another name' gives that of the files another"
    case .textsTooLong: "and the files behind it have more than 4 GiB of text in one column"
    case .unsettledTypes:
      "and the files behind it give other types when they are read again; nothing was loaded, and "
        + "this is a fault of the program"
    case .standardInputIsGone:
      "is standard input, which was read before and can be read once; "
        + "CREATE TABLE t AS FROM '-' keeps it"
    case .standardInputHoldsStatements:
      "is standard input, where the statements come from; give them with -c or -f"
    }
  }

  private static func shown(_ folder: String) -> String {
    folder == "." ? "this folder" : "the folder '\(folder)'"
  }

  private static func list(_ names: [String], most: Int = 5) -> String {
    let shown = names.prefix(most).joined(separator: ", ")
    return names.count > most ? "\(shown) and \(Wording.count(names.count - most)) more" : shown
  }
}
