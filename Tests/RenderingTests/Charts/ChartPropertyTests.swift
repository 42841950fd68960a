import Columns
import Language
import Foundation
import FoundationXML
import Testing

@testable import Rendering

/// What holds for any result, of any kind, on any screen.
@Suite struct ChartPropertyTests {
  private static let widths = [1, 2, 5, 8, 20, 33, 40, 80, 120]

  @Test(arguments: 0..<60)
  func everyDrawingKeepsToItsScreen(_ seed: Int) throws {
    var source = RandomResult(seed: UInt64(seed))
    let relation = source.relation()
    var drawings = 0
    for kind in ChartKind.allCases.map(Optional.some) + [nil] {
      guard let chart = try? Chart(relation, kind: kind) else { continue }
      drawings += 1
      for width in Self.widths {
        let plain = chart.text(screen: Screen(width: width, maximumRows: 20))
        #expect(plain.hasSuffix("\n"))
        let widest = plain.split(separator: "\n").map(DisplayWidth.of).max() ?? 0
        #expect(widest <= width, "\(chart.kind) at \(width)")
        #expect(!plain.unicodeScalars.contains("\u{1B}"))
        let painted = chart.text(screen: Screen(width: width, usesColor: true))
        let bare = painted.replacing(/\u{1B}\[[0-9;]*m/, with: "")
        #expect(!bare.unicodeScalars.contains("\u{1B}"))
        #expect((bare.split(separator: "\n").map(DisplayWidth.of).max() ?? 0) <= width)
      }
      let svg = try ParsedSVG(chart.svg())
      #expect(svg.root == "svg")
    }
    #expect(drawings > 0)
  }

  @Test(arguments: ChartKind.allCases)
  func heightIsKept(_ kind: ChartKind) throws {
    let relation =
      kind == .heatmap
      ? ChartSamples.series((0..<90).map { "t\($0)" }, count: 3) { $0 + $1 }
      : ChartSamples.series(["a"], count: 90) { $0 + $1 * $1 }
    let drawn = try chart(relation, kind, width: 80, rows: 20)
    #expect(drawn.split(separator: "\n", omittingEmptySubsequences: false).count <= 26)
  }
}

/// Small results with every kind of trouble, from a seed.
private struct RandomResult {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  private mutating func next(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(truncatingIfNeeded: state >> 33) % count
  }

  mutating func relation() -> Relation {
    let rows = 1 + next(40)
    var columns: [(name: String, type: DataType, values: [Value])] = []
    for index in 0..<next(4) {
      let types: [DataType] = [.varchar, .date, .timestamp, .bigint, .boolean]
      let type = types[next(types.count)]
      let name = type == .bigint ? "year" : "g\(index)"
      columns.append((name, type, (0..<rows).map { _ in value(type) }))
    }
    for index in 0...next(5) {
      let types: [DataType] = [
        .double, .bigint, .hugeint, .decimal(precision: 30, scale: 4), .percent,
      ]
      let type = types[next(types.count)]
      columns.append(("n\(index)", type, (0..<rows).map { _ in value(type) }))
    }
    return Samples.relation(columns)
  }

  private mutating func value(_ type: DataType) -> Value {
    if next(8) == 0 { return .null }
    switch type {
    case .varchar:
      let texts = ["Drugs", "", "医薬品医薬品", "e\u{301}", "\u{1B}[31m", "NULL", "a b\tc", "👩‍👧"]
      return .text(texts[next(texts.count)] + (next(3) == 0 ? "\(next(20))" : ""))
    case .date: return .date(next(9) == 0 ? [.min, .max][next(2)] : Int32(19_000 + next(900)))
    case .timestamp:
      return .timestamp(next(9) == 0 ? [.min, .max][next(2)] : Int64(next(1 << 30)) * 1_000_000)
    case .boolean: return .boolean(next(2) == 0)
    case .double, .percent:
      let numbers: [Double] = [
        0, -0.0, 1, -1, 0.1, 1e-300, 5e300, -.greatestFiniteMagnitude, .infinity, .nan,
        .greatestFiniteMagnitude, .leastNonzeroMagnitude, 123_456.789,
      ]
      return .double(next(2) == 0 ? numbers[next(numbers.count)] : Double(next(1000)) / 8)
    case .hugeint: return .integer(next(3) == 0 ? .max / Int128(1 + next(9)) : Int128(next(50)))
    case .decimal: return .decimal(unscaled: Int128(next(1 << 30)) - 1 << 29, scale: 4)
    default:
      return .integer(next(9) == 0 ? Int128([Int64.min, .max][next(2)]) : Int128(1900 + next(150)))
    }
  }
}
