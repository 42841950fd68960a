/// Blocks that fill a part of a cell.
enum Blocks {
  /// From the left, in eighths.
  static let left: [Character] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
  /// From below, in eighths.
  static let lower: [Character] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  /// From above, as near to `eighths`, 1 … 8, as there are signs.
  static func upper(_ eighths: Int) -> Character {
    eighths < 3 ? "▔" : eighths < 7 ? "▀" : "█"
  }
  /// Levels of a grid without colour.
  static let shades: [Character] = ["░", "▒", "▓", "█"]

  /// A bar of `eighths` that grows to the right.
  static func bar(_ eighths: Int) -> String {
    let count = max(eighths, 0)
    let part = count % 8 == 0 ? "" : String(left[count % 8])
    return String(repeating: "█", count: count / 8) + part
  }

  /// A bar of `eighths` that grows to the left: its end is to the eighth or the half, for which
  /// there are signs.
  static func leftwardBar(_ eighths: Int) -> String {
    let count = max(eighths, 0)
    let part =
      switch count % 8 {
      case 0: ""
      case 1...2: "▕"
      case 3...6: "▐"
      default: "█"
      }
    return part + String(repeating: "█", count: count / 8)
  }

  /// The eighths of `cells` cells that `share`, 0 … 1, fills: none only for zero.
  static func eighths(_ share: Double, of cells: Int) -> Int {
    guard share > 0, cells > 0 else { return 0 }
    return min(max(Int((share * Double(cells) * 8).rounded()), 1), cells * 8)
  }
}
