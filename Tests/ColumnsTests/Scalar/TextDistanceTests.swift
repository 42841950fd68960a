import Testing

@testable import Columns

struct TextDistanceTests {
  private func text(_ value: String) -> Vector {
    Vector(constant: .text(value), type: .varchar, count: 1)
  }

  static let distances: [(TextMeasure, String, String, Int)] = [
    (.levenshtein, "kitten", "sitting", 3), (.levenshtein, "", "abc", 3), (.levenshtein, "", "", 0),
    // DuckDB counts bytes and says 2.
    (.levenshtein, "é", "e", 1), (.levenshtein, "ab", "ba", 2), (.levenshtein, "abc", "abc", 0),
    (.damerauLevenshtein, "ab", "ba", 1), (.damerauLevenshtein, "ca", "abc", 2),
    (.damerauLevenshtein, "", "ab", 2), (.damerauLevenshtein, "jellyfish", "smellyfish", 2),
    (.hamming, "karolin", "kathrin", 3), (.hamming, "é", "e", 1), (.hamming, "a", "a", 0),
  ]

  @Test(arguments: distances)
  func distance(measure: TextMeasure, a: String, b: String, expected: Int) throws {
    #expect(
      try TextDistanceKernels.distance(measure, text(a), text(b)).value(0)
        == .integer(Int128(expected)))
    #expect(
      try TextDistanceKernels.distance(measure, text(b), text(a)).value(0)
        == .integer(Int128(expected)))
  }

  static let similarities: [(TextSimilarity, String, String, Double)] = [
    (.jaccard, "duck", "luck", 0.6), (.jaccard, "ab", "cd", 0), (.jaccard, "aab", "abb", 1),
    (.jaro, "martha", "marhta", 0.9444444444444445),
    (.jaro, "dixon", "dicksonx", 0.7666666666666666),
    (.jaro, "", "", 0), (.jaro, "a", "", 0), (.jaro, "abc", "abc", 1),
    (.jaroWinkler, "martha", "marhta", 0.9611111111111111),
    (.jaroWinkler, "duck", "duckdb", 0.9333333333333333),
    (.jaroWinkler, "dixon", "dicksonx", 0.8133333333333332),
  ]

  @Test(arguments: similarities)
  func similarity(measure: TextSimilarity, a: String, b: String, expected: Double) throws {
    let result = try TextDistanceKernels.similarity(measure, text(a), text(b)).value(0)
    guard case .double(let value) = result else {
      Issue.record("no number")
      return
    }
    #expect((value - expected).magnitude < 1e-15)
    let cutoff = Vector(constant: .double(expected + 0.01), type: .double, count: 1)
    #expect(
      try TextDistanceKernels.similarity(measure, text(a), text(b), cutoff: cutoff).value(0)
        == .double(0))
  }

  @Test func refusals() {
    #expect(throws: ValueError.self) {
      try TextDistanceKernels.distance(.hamming, text("ab"), text("abc"))
    }
    #expect(throws: ValueError.self) {
      try TextDistanceKernels.similarity(.jaccard, text(""), text("abc"))
    }
  }
}
