/// Where a cell stands: `C5` is in column 2, counted from 0, and row 5, counted from 1.
struct CellReference {
  let column: Int
  let row: Int

  /// The rows and columns of a sheet (Microsoft, "Excel specifications and limits").
  static let maximumRow = 1_048_576
  static let columnLimit = 16_384

  /// Reads `C5`; nil where it is no cell of a sheet.
  init?(_ text: UnsafePointer<CChar>) {
    var place = text
    var column = 0
    while place[0] >= CChar(ascii: "A") && place[0] <= CChar(ascii: "Z") {
      column = column * 26 + Int(place[0] - CChar(ascii: "A")) + 1
      if column > Self.columnLimit { return nil }
      place += 1
    }
    guard column > 0, let row = Self.number(place), row >= 1, row <= Self.maximumRow else {
      return nil
    }
    self.column = column - 1
    self.row = row
  }

  init?(_ text: String) {
    guard let reference = text.withCString({ CellReference($0) }) else { return nil }
    self = reference
  }

  /// The whole number of up to 9 digits that `text` is; nil where it is none.
  static func number(_ text: UnsafePointer<CChar>) -> Int? {
    var value = 0
    var count = 0
    while text[count] != 0 {
      let digit = Int(text[count]) - 48
      guard (0...9).contains(digit), count < 9 else { return nil }
      value = value * 10 + digit
      count += 1
    }
    return count > 0 ? value : nil
  }

  /// The letters of a column: `A` for 0, `AA` for 26.
  static func letters(_ column: Int) -> String {
    var rest = column + 1
    var letters = ""
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8((rest - 1) % 26) + UInt8(ascii: "A"))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  static func name(column: Int, row: Int) -> String { "\(letters(column))\(row)" }

  /// `A`, or `A to C`.
  static func letters(_ columns: ClosedRange<Int>) -> String {
    columns.count == 1
      ? letters(columns.lowerBound)
      : "\(letters(columns.lowerBound)) to \(letters(columns.upperBound))"
  }
}

extension CChar {
  fileprivate init(ascii: UnicodeScalar) { self.init(bitPattern: UInt8(ascii: ascii)) }
}
