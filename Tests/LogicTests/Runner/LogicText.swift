import Foundation

/// How the cells of an answer are written in a script.
enum LogicText: CaseIterable {
  /// As the program prints them, which is DuckDB's way.
  case plain
  /// By the type letters of the query, which is SQLite's way: integers cut, reals with three
  /// digits after the point, `@` for what is not printable.
  case typed

  /// The rows as a script has them.
  func cells(_ rows: [[String?]], types: String) -> [[String]] {
    let letters = Array(types)
    return rows.map { row in
      row.enumerated().map { column, cell in
        guard let cell else { return "NULL" }
        switch self {
        case .plain: return cell.isEmpty ? "(empty)" : cell
        case .typed: return Self.typed(cell, column < letters.count ? letters[column] : "T")
        }
      }
    }
  }

  private static func typed(_ cell: String, _ letter: Character) -> String {
    switch letter {
    case "I":
      if cell == "true" { return "1" }
      if cell == "false" { return "0" }
      if let number = Int128(cell) { return "\(number)" }
      if let number = Double(cell), number.magnitude < 9e18 { return "\(Int64(number))" }
      return cell
    case "R":
      guard let number = Double(cell) else { return cell }
      return String(format: "%.3f", number)
    default:
      if cell.isEmpty { return "(empty)" }
      return String(
        decoding: cell.utf8.map { (0x20...0x7E).contains($0) ? $0 : UInt8(ascii: "@") },
        as: UTF8.self)
    }
  }
}
