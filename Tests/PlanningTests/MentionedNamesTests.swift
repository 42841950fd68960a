import Testing

@testable import Planning

struct MentionedNamesTests {
  @Test(arguments: [
    "FROM 'f.csv'", "SELECT * FROM 'f.csv'", "SELECT f.* FROM 'f.csv'", "SELECT a, * FROM 'f.csv'",
    "SELECT DISTINCT * FROM 'f.csv'", "SELECT count(*) FROM (FROM 'f.csv')",
    "SELECT count(*) FROM (FROM 'f.csv' WHERE a = 1 UNION SELECT 1)",
    "SELECT 1 UNION FROM 'f.csv'", "WITH x AS (FROM 'f.csv') SELECT count(*) FROM x",
    "SELECT COLUMNS('a.*') FROM 'f.csv'", "SELECT a FROM 'f.csv' NATURAL JOIN t",
    "DESCRIBE SELECT a FROM 'f.csv'", "SELECT a FROM (TABLE t)", "CREATE TABLE t AS FROM 'f.csv'",
  ])
  func everyColumnMayBeNeeded(text: String) {
    #expect(MentionedNames.columns(in: text) == nil)
  }

  @Test(arguments: [
    ("SELECT a FROM 'f.csv'", ["a"]), ("SELECT A, \"B b\" FROM 'f.csv'", ["a", "b b"]),
    (
      "SELECT sum(a * b) FROM 'f.csv' WHERE c > 1 GROUP BY d ORDER BY e", ["a", "b", "c", "d", "e"]
    ),
    ("SELECT a FROM read_csv('f.csv', columns = {'a': 'DATE', 'b': 'DATE'})", ["a"]),
    ("SELECT count(*) FROM 'f.csv' WHERE \"say \"\"x\"\"\" = 1", ["say \"x\""]),
    ("FROM 'f.csv' SELECT a", ["a"]), ("SELECT a, 2 * 3 FROM 'f.csv'", ["a"]),
    ("SELECT extract(year FROM d) FROM 'f.csv'", ["d"]),
    ("SELECT a FROM 'f.csv' ORDER BY b DESC", ["a", "b"]),
    ("CREATE OR REPLACE TABLE t AS SELECT a FROM 'f.csv'", ["a"]),
    ("WITH x AS (SELECT a FROM 'f.csv') FROM x SELECT b", ["a", "b"]),
  ])
  func onlyNamesThatOccurAreNeeded(text: String, names: [String]) throws {
    let found = try #require(MentionedNames.columns(in: text))
    #expect(found.isSuperset(of: names))
    #expect(!found.contains("z"))
  }
}
