import Testing

@testable import Planning

struct FileNamesTests {
  @Test(arguments: [
    ("seizures.csv", "seizures"), ("data/seizures.csv.gz", "seizures"), ("noSuffix", "noSuffix"),
    ("/a/.hidden", "hidden"), ("-", "stdin"), ("data/seizures_*.csv", "seizures"),
    ("data/*_seizures.csv", "seizures"), ("data/seizures-202[34].csv", "seizures"),
    ("data/2024/*.csv", "2024"), ("data/20??/*.csv", "data"), ("data/**/*.csv", "data"),
    ("data/[0-9]*.csv", "data"), ("**/seizures.csv", "seizures"), ("*.csv", "files"),
    ("./*.csv", "files"), ("../*", "files"), ("[abc].csv", "files"), ("", ""), ("/", "/"),
    ("*/*.csv", "files"), ("cen?/*.csv", "cen"),
  ])
  func tables(path: String, name: String) {
    #expect(FileNames.tableName(ofPath: path) == name)
  }
}
