/// The type of a column and its cells, worked out the slow way: what the loader is held to.
enum ReferenceTypes {
  /// `cells` as a column shows them (`∅`, or text between quotes), read as the one type that they
  /// all have.
  static func column(_ cells: [String]) -> (type: String, shown: [String]) {
    let texts = cells.map { $0 == "∅" ? nil : String($0.dropFirst().dropLast()) }
    let values = Set(texts.compactMap { $0 }.filter { !$0.isEmpty })
    func read(_ shown: (String) -> String) -> [String] {
      texts.map { $0.map { $0.isEmpty ? "∅" : shown($0) } ?? "∅" }
    }
    if values.isEmpty || values.contains(where: isCode) { return ("VARCHAR", cells) }
    if values.allSatisfy({ Int64($0) != nil && isNumber($0) }) {
      return ("BIGINT", read { "\(Int64($0) ?? 0)" })
    }
    if values.allSatisfy(isNumber), !values.contains(where: { isWhole($0) && Int64($0) == nil }) {
      let plain = values.allSatisfy { !$0.lowercased().contains("e") }
      let scale = values.map { places($0) }.max() ?? 0
      let whole = values.map { wholeDigits($0) }.max() ?? 0
      if plain && scale + whole <= 18 {
        return ("DECIMAL(18,\(scale))", read { unscaled($0, scale) })
      }
      if plain && scale + whole <= 38 {
        return ("DECIMAL(38,\(scale))", read { unscaled($0, scale) })
      }
      if values.allSatisfy({ Double($0)?.isFinite == true }) {
        return ("DOUBLE", read { "\(Double($0) ?? 0)d" })
      }
    }
    let lowered = values.map { $0.lowercased() }
    if lowered.allSatisfy({ $0 == "true" || $0 == "false" }) {
      return ("BOOLEAN", read { $0.lowercased() })
    }
    return ("VARCHAR", cells)
  }

  private static func isNumber(_ text: String) -> Bool {
    text.wholeMatch(of: /-?([0-9]+(\.[0-9]+)?|\.[0-9]+)([eE][-+]?[0-9]+)?/) != nil
  }

  private static func isWhole(_ text: String) -> Bool {
    text.wholeMatch(of: /-?[0-9]+/) != nil
  }

  private static func isCode(_ text: String) -> Bool {
    isNumber(text) && text.prefixMatch(of: /-?0[0-9]/) != nil
  }

  private static func places(_ text: String) -> Int {
    text.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
  }

  private static func wholeDigits(_ text: String) -> Int {
    let whole = text.drop { $0 == "-" }.prefix { $0 != "." }
    return whole == "0" ? 0 : whole.count
  }

  private static func unscaled(_ text: String, _ scale: Int) -> String {
    let digits = text.filter { $0 != "." } + String(repeating: "0", count: scale - places(text))
    return "\(Int128(digits) ?? 0)/\(scale)"
  }
}
