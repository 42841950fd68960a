import Columns
import Rendering

/// A value that two engines can be compared by, whatever they call its type.
enum Cell: Hashable {
  case null
  /// A whole number; also a truth value, which SQLite has as 0 and 1.
  case integer(Int128)
  case real(Double)
  case text(String)

  init(_ value: Value) {
    switch value {
    case .null: self = .null
    case .boolean(let truth): self = .integer(truth ? 1 : 0)
    case .integer(let number): self = .integer(number)
    case .double(let number): self = .real(number)
    case .decimal(let unscaled, let scale):
      self = .real(Double(unscaled) / Self.powerOfTen(scale))
    case .text(let text): self = .text(text)
    default: self = .text(CellText.string(value))
    }
  }

  private static func powerOfTen(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// Equal as numbers or byte for byte: a whole real equals the integer.
  static func == (a: Cell, b: Cell) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.integer(let x), .integer(let y)): x == y
    case (.text(let x), .text(let y)): x.utf8.elementsEqual(y.utf8)
    case (.real(let x), .real(let y)): x == y || x.isNaN && y.isNaN
    case (.integer(let x), .real(let y)), (.real(let y), .integer(let x)): Double(x) == y
    default: false
    }
  }

  func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .integer(let number): hasher.combine(Double(number))
    case .real(let number): hasher.combine(number.isNaN ? .nan : number)
    case .text(let text): for byte in text.utf8 { hasher.combine(byte) }
    }
  }
}

extension Cell: CustomStringConvertible {
  /// As in SQL.
  var description: String {
    switch self {
    case .null: "NULL"
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .text(let text): "'\(text.replacing("'", with: "''"))'"
    }
  }
}
