import Foundation
import SampleData

/// The synthetic data as files in a temporary folder, the same ones in every run.
struct SampleFiles {
  let rows: Int
  private let folder: URL

  /// Writes `rows` seizures and what belongs to them.
  ///
  /// - Throws: `SampleDataError`.
  init(rows: Int) throws {
    self.rows = rows
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("rummage-benchmark-\(ProcessInfo.processInfo.processIdentifier)")
    do {
      _ = try CENSampleData(rows: rows, seed: 1).write(to: folder.path)
    } catch {
      remove()
      throw error
    }
  }

  var seizures: String { path("seizures.csv") }
  var consignments: String { path("consignments.csv") }
  var countries: String { path("countries.csv") }

  /// Where a further file of the name may stand.
  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// `seizures.csv` compressed by the program `gzip`; nil where there is none.
  func compressedSeizures() -> String? {
    let result = path("seizures.csv.gz")
    if FileManager.default.fileExists(atPath: result) { return result }
    // How hard it tries hardly matters for the time of reading.
    let made = ChildProcess.run("gzip", ["--keep", "--fast", seizures])
    return made?.status == 0 ? result : nil
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}
