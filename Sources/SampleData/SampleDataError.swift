import Glibc

/// Why a data set could not be made.
package enum SampleDataError: Error, Equatable, CustomStringConvertible {
  /// The number of rows asked for is outside `CENSampleData.rowRange`.
  case rowsOutOfRange(Int)
  /// The folder is not there and could not be made; `code` is the system's `errno`.
  case cannotCreateDirectory(path: String, code: Int32)
  /// A file in it could not be opened, written, closed or renamed.
  case cannotWrite(path: String, code: Int32)

  package var description: String {
    switch self {
    case .rowsOutOfRange(let rows):
      let range = CENSampleData.rowRange
      return "cannot make \(rows) rows: expected \(range.lowerBound) to \(range.upperBound)"
    case .cannotCreateDirectory(let path, let code):
      return "cannot make the folder '\(path)': \(String(cString: strerror(code)))"
    case .cannotWrite(let path, let code):
      return "cannot write '\(path)': \(String(cString: strerror(code)))"
    }
  }
}
