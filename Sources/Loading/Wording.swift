import Columns

/// Numbers and cells as the reports of a load write them.
enum Wording {
  /// `count` with its thousands grouped: `311,038`.
  static func count(_ count: Int) -> String { ValueText.grouped(count) }

  /// `number` of things: `1 row`, `2 rows`.
  static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    ValueText.count(number, noun, plural: plural)
  }

  /// A size in the largest decimal unit that gives at least 1, with one digit behind the point.
  static func bytes(_ bytes: Int) -> String {
    if bytes < 1000 { return "\(bytes) bytes" }
    var value = Double(bytes)
    var unit = 0
    let units = ["bytes", "kB", "MB", "GB", "TB"]
    while value >= 999.95 && unit < units.count - 1 {
      value /= 1000
      unit += 1
    }
    return "\(tenths(value)) \(units[unit])"
  }

  /// Seconds with two digits behind the point: `0.02 s`.
  static func seconds(_ seconds: Double) -> String {
    let hundredths = Int((seconds * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) s"
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(count(tenths / 10)).\(tenths % 10)"
  }

  /// A cell between quotes, line breaks made visible, cut after 40 characters.
  static func cell(_ text: String) -> String {
    var result = "'"
    for (index, character) in text.unicodeScalars.enumerated() {
      if index == 40 {
        result += "…"
        break
      }
      switch character {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(character)
      }
    }
    return result + "'"
  }

  /// A column's name, cut after 40 characters: headers can be whole paragraphs.
  static func name(_ name: String) -> String {
    name.unicodeScalars.count <= 40
      ? name : String(String.UnicodeScalarView(name.unicodeScalars.prefix(39))) + "…"
  }

  /// `3 April 2024` for the days from 1970-01-01.
  static func date(_ days: Int32) -> String {
    let date = CivilDate(daysSinceEpoch: Int(days))
    return "\(date.day) \(months[date.month - 1]) \(date.year)"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// A delimiter or quote by name where it has no visible form.
  static func character(_ byte: UInt8) -> String {
    byte == UInt8(ascii: "\t") ? "TAB" : String(UnicodeScalar(byte))
  }
}
