import Foundation
import SampleData

/// The synthetic seizures that the suites work on, written once into a temporary folder.
struct BenchmarkData {
  let folder: URL
  let rows: Int

  /// Writes `rows` seizures, the same ones in every run.
  init(rows: Int) throws {
    self.rows = rows
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("rummage-benchmark-\(ProcessInfo.processInfo.processIdentifier)")
    _ = try CENSampleData(rows: rows, seed: 1).write(to: folder.path)
  }

  var seizures: String { folder.appendingPathComponent("seizures.csv").path }

  /// The size of `seizures.csv`.
  var bytes: Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: seizures)
    return (attributes?[.size] as? Int) ?? 0
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}
