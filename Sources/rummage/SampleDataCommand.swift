import Language
import Rendering
import SampleData

/// `rummage sample-data`: writes synthetic data to learn and to measure with.
enum SampleDataCommand {
  /// The data sets there are.
  static let dataSets = [
    Option.Word(
      text: "cen", help: "seizures in the shape of a Customs Enforcement Network extract")
  ]
  /// Rows where nobody says how many.
  static let standardRows = 20_000
  private static let standardSeed: UInt64 = 1

  /// Writes the files and prints what they are.
  ///
  /// - Throws: ``UsageError``, ``ClosedPipe``.
  static func run(_ request: SampleDataRequest) throws -> ExitStatus {
    let names = dataSets.map(\.text)
    guard names.contains(request.name) else {
      throw UsageError(
        message: "there is no data set '\(request.name)': there is \(names.joined(separator: ", "))"
      )
    }
    do {
      let data = try CENSampleData(
        rows: request.rows ?? standardRows, seed: request.seed ?? standardSeed)
      let showsProgress = FileOutput.standardError.isTerminal && !Terminal.isDumb
      let summary = try data.write(to: request.directory ?? request.name) { progress in
        if showsProgress { show(progress, of: data.rows) }
      }
      if showsProgress { try FileOutput.standardError.write("\r\u{1B}[K") }
      for file in summary.files {
        let rows = NumberGrouping.string(file.rows)
        let bytes = NumberGrouping.string(file.bytes)
        try FileOutput.standardOutput.write("\(file.path): \(rows) rows, \(bytes) bytes\n")
      }
      if !summary.unmetYears.isEmpty {
        let years = summary.unmetYears.map(String.init).joined(separator: ", ")
        try FileOutput.standardError.write(
          "note: too few rows to meet the published totals of \(years)\n")
      }
      return .success
    } catch let error as SampleDataError {
      if case .rowsOutOfRange = error { throw UsageError(message: error.description) }
      try FileOutput.standardError.write("error: \(error.description)\n")
      return .statementFailed
    }
  }

  private static func show(_ progress: CENSampleData.Progress, of rows: Int) {
    let work = progress.isWriting ? "writing" : "reckoning"
    let percent = progress.rows * 100 / max(rows, 1)
    // A display that fails stops nothing.
    try? FileOutput.standardError.write("\r\(work): \(percent) %\u{1B}[K")
  }
}
