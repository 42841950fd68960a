import Glibc
import Testing

@testable import SampleData

struct CSVFileTests {
  private func written(_ write: (CSVFile) throws -> Void) throws -> String {
    let folder = try TemporaryFolder()
    let file = try CSVFile(path: folder.path + "/a.csv")
    try write(file)
    try file.finish()
    let bytes = try folder.bytes(of: "a.csv")
    #expect(bytes.count == file.byteCount)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    arguments: zip(
      [0, 7, 10, 999, 1_000_000_007, Int.max],
      ["0", "7", "10", "999", "1000000007", "9223372036854775807"]))
  func wholeNumbers(number: Int, text: String) throws {
    #expect(try written { $0.put(number) } == text)
  }

  @Test(
    arguments: zip(
      [0, 1, 10, 500, 1_500, 12_345, 12_000], ["0", "0.001", "0.01", "0.5", "1.5", "12.345", "12"]))
  func thousandths(number: Int, text: String) throws {
    #expect(try written { $0.put(thousandths: number) } == text)
  }

  @Test(arguments: zip([0, 5, 150, 99_999], ["0.00", "0.05", "1.50", "999.99"]))
  func hundredths(number: Int, text: String) throws {
    #expect(try written { $0.put(hundredths: number) } == text)
  }

  @Test func fieldsAreQuotedWhenTheyMustBe() throws {
    let text = try written { file in
      try file.line(["plain", "", "a,b", "say \"so\"", "two\nlines", "Źródło"])
      try file.line(["1", "2", "3", "4", "5", "6"])
    }
    #expect(text == "plain,,\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",Źródło\n1,2,3,4,5,6\n")
  }

  @Test func whatIsNotFinishedLeavesNothing() throws {
    let folder = try TemporaryFolder()
    do {
      let file = try CSVFile(path: folder.path + "/a.csv")
      try file.line(["a"])
    }
    #expect(access(folder.path + "/a.csv", F_OK) != 0)
    #expect(access(folder.path + "/a.csv.partial", F_OK) != 0)
  }

  @Test func aFolderThatIsNotThereIsAnError() {
    #expect(throws: SampleDataError.cannotWrite(path: "/nowhere/a.csv", code: ENOENT)) {
      _ = try CSVFile(path: "/nowhere/a.csv")
    }
  }

  @Test func errorsSayWhatHappened() {
    let missing = SampleDataError.cannotWrite(path: "/nowhere/a.csv", code: ENOENT)
    #expect("\(missing)" == "cannot write '/nowhere/a.csv': No such file or directory")
    #expect(
      "\(SampleDataError.rowsOutOfRange(0))" == "cannot make 0 rows: expected 1 to 100000000")
  }
}
