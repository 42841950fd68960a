import Glibc
import Reference

/// A synthetic table of customs seizures in the shape of an extract of the Customs Enforcement
/// Network, with the consignments and countries that belong to it.
///
/// The same rows and seed give the same bytes on every machine. Each year's items sum to
/// `ItemTotals`, whatever the number of rows.
package struct CENSampleData: Sendable {
  /// How many seizures.
  package let rows: Int
  /// What chooses one data set among all of this size.
  package let seed: UInt64

  /// The sizes that can be made; above, a year would have more rows than items.
  package static let rowRange = 1...100_000_000

  /// The header of `seizures.csv`.
  package static let columns = [
    "seizure_id", "seized_on", "reporting_country", "office", "operation", "category", "product",
    "hs_code", "brand", "ip_right", "mode", "detection", "concealment", "origin", "departure",
    "transit", "destination", "quantity", "unit", "value_usd", "narrative",
  ]

  /// How far the work is.
  package struct Progress: Sendable, Equatable {
    /// Of two passes over the rows, the first only reckons and the second writes.
    package var isWriting: Bool
    /// Rows of this pass that are done, out of the data set's rows.
    package var rows: Int
  }

  /// What was written.
  package struct Summary: Sendable, Equatable {
    package struct File: Sendable, Equatable {
      package var path: String
      /// Without the header.
      package var rows: Int
      package var bytes: Int
    }

    package var files: [File]
    /// Years whose published totals of items the rows are too few to meet; empty from some
    /// thousand rows on.
    package var unmetYears: [Int]
  }

  /// - Throws: `SampleDataError.rowsOutOfRange`.
  package init(rows: Int, seed: UInt64) throws(SampleDataError) {
    guard Self.rowRange.contains(rows) else { throw .rowsOutOfRange(rows) }
    self.rows = rows
    self.seed = seed
  }

  /// Writes `seizures.csv`, `consignments.csv` and `countries.csv` into a folder, which is made when
  /// it is missing; files of these names are replaced when the new ones are complete.
  ///
  /// - Parameter progress: called every 65,536 rows and at the end of each pass.
  /// - Complexity: O(rows) time in two passes; memory does not depend on the rows.
  package func write(
    to directory: String, progress: (Progress) -> Void = { _ in }
  ) throws(SampleDataError) -> Summary {
    try makeDirectory(directory)
    let model = SeizureModel(rows: rows, seed: seed)
    var items = ItemApportionment()
    for row in 0..<rows {
      let subject = model.subject(row)
      if let kind = subject.category.itemKind(in: subject.amount.unit) {
        items.add(year: model.period.days[subject.day].year, kind: kind, weight: subject.weight)
      }
      if row & 0xFFFF == 0xFFFF { progress(Progress(isWriting: false, rows: row + 1)) }
    }
    progress(Progress(isWriting: false, rows: rows))
    let unmetYears = items.unmetYears.map { StudyPeriod.firstYear + $0 }

    let seizures = try CSVFile(path: directory + "/seizures.csv")
    let consignments = try CSVFile(path: directory + "/consignments.csv")
    try seizures.line(Self.columns)
    try consignments.line(Consignments.columns)
    var writer = SeizureWriter(model: model, items: items)
    for row in 0..<rows {
      try writer.write(row, to: seizures, consignments)
      if row & 0xFFFF == 0xFFFF { progress(Progress(isWriting: true, rows: row + 1)) }
    }
    try seizures.finish()
    try consignments.finish()
    let countries = try writeCountries(to: directory)
    progress(Progress(isWriting: true, rows: rows))
    return Summary(
      files: [
        .init(path: seizures.path, rows: rows, bytes: seizures.byteCount),
        .init(
          path: consignments.path, rows: writer.consignments.count, bytes: consignments.byteCount),
        .init(path: countries.path, rows: Countries.all.count, bytes: countries.byteCount),
      ], unmetYears: unmetYears)
  }

  private func writeCountries(to directory: String) throws(SampleDataError) -> CSVFile {
    let file = try CSVFile(path: directory + "/countries.csv")
    try file.line(["alpha2", "alpha3", "numeric_code", "name", "wco_region"])
    for country in Countries.all {
      try file.line([
        country.alpha2, country.alpha3, country.numeric, country.name, country.region?.name ?? "",
      ])
    }
    try file.finish()
    return file
  }

  /// Makes a folder and those above it, as far as they are missing.
  private func makeDirectory(_ path: String) throws(SampleDataError) {
    var status = stat()
    if stat(path, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { return }
      throw .cannotCreateDirectory(path: path, code: ENOTDIR)
    }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try makeDirectory(String(path[..<slash]))
    }
    if mkdir(path, 0o755) != 0 && errno != EEXIST {
      throw .cannotCreateDirectory(path: path, code: errno)
    }
  }
}
