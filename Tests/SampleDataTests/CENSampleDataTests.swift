import Glibc
import Reference
import Testing

@testable import SampleData

struct CENSampleDataTests {
  // Pinned: whoever changes what is drawn changes this, and writes datasets/seizures anew.
  @Test func theBundledDataSetIsTheSameBytesEverywhere() throws {
    let folder = try TemporaryFolder()
    _ = try CENSampleData(rows: 20_000, seed: 2024).write(to: folder.path)
    for name in ["seizures.csv", "consignments.csv", "countries.csv"] {
      let made = try folder.bytes(of: name)
      let bundled = try Files.bytes(of: Files.repository + "/datasets/seizures/" + name)
      #expect(Digest.of(made) == Digest.of(bundled), "\(name) is not the bundled one")
    }
    #expect(Digest.of(try folder.bytes(of: "seizures.csv")) == 0xC1F2_BCA4_E13B_58DC)
    #expect(Digest.of(try folder.bytes(of: "consignments.csv")) == 0x89AE_31DC_B0E4_9FB6)
  }

  @Test func rowsAndSeedDecideTheBytes() throws {
    func digest(rows: Int, seed: UInt64) throws -> UInt64 {
      let folder = try TemporaryFolder()
      _ = try CENSampleData(rows: rows, seed: seed).write(to: folder.path)
      return Digest.of(try folder.bytes(of: "seizures.csv"))
    }
    let first = try digest(rows: 3_000, seed: 7)
    #expect(try digest(rows: 3_000, seed: 7) == first)
    #expect(try digest(rows: 3_000, seed: 8) != first)
    #expect(try digest(rows: 3_001, seed: 7) != first)
  }

  @Test(arguments: [(5_000, 1), (20_000, 2024), (20_000, 0), (60_000, UInt64.max), (137_911, 99)])
  func itemsMeetTheirTotals(rows: Int, seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let summary = try CENSampleData(rows: rows, seed: seed).write(to: folder.path)
    #expect(summary.unmetYears.isEmpty)
    var items = [String: Int]()
    var medicines = [String: Int]()
    for row in try folder.table("seizures.csv").rows {
      guard ["pieces", "pairs", "tablets", "ampoules", "sticks"].contains(row[18]) else { continue }
      let quantity = try #require(Int(row[17]))
      #expect(quantity >= 1)
      let year = String(row[1].prefix(4))
      items[year, default: 0] += quantity
      if row[5] == "Medicines" { medicines[year, default: 0] += quantity }
    }
    #expect(items["2004"] == 166_000_000)
    #expect(items["2024"] == 199_600_000)
    #expect(medicines["2024"] == 148_000_000)
    for (year, total) in ItemTotals.hundredThousands.enumerated() {
      #expect(items["\(2004 + year)"] == total.items * 100_000)
      #expect(medicines["\(2004 + year)"] == total.medicines * 100_000)
    }
  }

  @Test(arguments: [1, 2, 50, 400])
  func tooFewRowsForTheTotalsAreSaidToBe(rows: Int) throws {
    let folder = try TemporaryFolder()
    let summary = try CENSampleData(rows: rows, seed: 3).write(to: folder.path)
    #expect(!summary.unmetYears.isEmpty)
    #expect(try folder.table("seizures.csv").rows.count == rows)
  }

  @Test(arguments: [Int.min, -1, 0, 100_000_001, Int.max])
  func rowsOutsideTheRangeAreRefused(rows: Int) {
    #expect(throws: SampleDataError.rowsOutOfRange(rows)) {
      _ = try CENSampleData(rows: rows, seed: 1)
    }
  }

  @Test func rowsLeaveMemoryAsTheyAreMade() throws {
    let folder = try TemporaryFolder()
    var heldBack: [Int] = []
    let summary = try CENSampleData(rows: 400_000, seed: 1).write(to: folder.path) { progress in
      var status = stat()
      guard progress.isWriting, stat(folder.path + "/seizures.csv.partial", &status) == 0 else {
        return
      }
      // No row is shorter than a hundred bytes.
      heldBack.append(progress.rows * 100 - Int(status.st_size))
    }
    #expect(summary.files[0].bytes > 400_000 * 200)
    #expect(heldBack.count == 6)
    #expect(heldBack.allSatisfy { $0 < 1 << 20 })
  }

  @Test func progressReachesTheEndOfBothPasses() throws {
    let folder = try TemporaryFolder()
    var seen: [CENSampleData.Progress] = []
    _ = try CENSampleData(rows: 70_000, seed: 1).write(to: folder.path) { seen.append($0) }
    #expect(
      seen == [
        .init(isWriting: false, rows: 65_536), .init(isWriting: false, rows: 70_000),
        .init(isWriting: true, rows: 65_536), .init(isWriting: true, rows: 70_000),
      ])
  }

  @Test func theSummaryIsWhatIsInTheFiles() throws {
    let folder = try TemporaryFolder()
    let summary = try CENSampleData(rows: 2_500, seed: 5).write(to: folder.path + "/a/b")
    #expect(summary.files.count == 3)
    for file in summary.files {
      #expect(try Files.bytes(of: file.path).count == file.bytes)
      #expect(try CSVTable(Files.bytes(of: file.path)).rows.count == file.rows)
      #expect(access(file.path + ".partial", F_OK) != 0)
    }
  }

  @Test func aFolderThatCannotBeMadeIsAnError() throws {
    let folder = try TemporaryFolder()
    _ = try CENSampleData(rows: 10, seed: 5).write(to: folder.path)
    let file = folder.path + "/seizures.csv"
    #expect(throws: SampleDataError.cannotCreateDirectory(path: file, code: ENOTDIR)) {
      _ = try CENSampleData(rows: 10, seed: 5).write(to: file)
    }
    #expect(throws: SampleDataError.cannotCreateDirectory(path: file, code: ENOTDIR)) {
      _ = try CENSampleData(rows: 10, seed: 5).write(to: file + "/below")
    }
  }

  @Test func aFullDiskIsAnErrorAndLeavesNoFile() throws {
    // Every write to this device fails as on a full disk.
    let folder = try TemporaryFolder()
    #expect(symlink("/dev/full", folder.path + "/seizures.csv.partial") == 0)
    let path = folder.path + "/seizures.csv"
    #expect(throws: SampleDataError.cannotWrite(path: path, code: ENOSPC)) {
      _ = try CENSampleData(rows: 10_000, seed: 5).write(to: folder.path)
    }
    #expect(access(path, F_OK) != 0)
    #expect(access(path + ".partial", F_OK) != 0)
  }
}
