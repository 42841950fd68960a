/// Names as they are written in statements.
enum Identifier {
  /// Whether `name` is letters, digits and underscores, and begins with no digit.
  static func isPlain(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(0x30...0x39).contains(first) else { return false }
    return name.unicodeScalars.allSatisfy {
      $0 == "_" || ("0"..."9").contains($0) || $0.properties.isAlphabetic
    }
  }
}
