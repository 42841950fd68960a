/// What rows that do not fit have in common.
enum RejectHint {
  /// A sentence on decimal commas, where most of the rows look like it.
  static func decimalCommas(_ rejects: [Reject], dialect: Dialect) -> String? {
    let sample = rejects.prefix(100)
    let commas = sample.count { hasDecimalComma($0) }
    guard dialect.delimiter == UInt8(ascii: ","), commas * 2 > sample.count else { return nil }
    return "numbers with a decimal comma and no quotes, such as 1,5, would look so"
  }

  /// A sentence on what may be wrong with a file whose rows mostly do not fit; nil where nothing is
  /// plain to see.
  static func hint(_ rejects: [Reject], dialect: Dialect) -> String? {
    if let commas = decimalCommas(rejects, dialect: dialect) { return commas }
    let sample = rejects.prefix(100)
    var counts: [Int: Int] = [:]
    for reject in sample {
      switch reject.reason {
      case .tooFewFields(let found, _), .tooManyFields(let found, _): counts[found, default: 0] += 1
      default: break
      }
    }
    if let common = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
      common.value * 10 > sample.count * 9
    {
      return "the table has \(Wording.count(dialect.columnCount, "column")) and these rows have "
        + "\(Wording.count(common.key, "field")): skip=… leaves lines before the table out, "
        + "header=false says that no row names the columns"
    }
    return nil
  }

  /// Whether a row with too many fields has two neighbours of digits, as `1,5` gives.
  private static func hasDecimalComma(_ reject: Reject) -> Bool {
    guard case .tooManyFields = reject.reason else { return false }
    let fields = reject.raw.split(separator: ",", omittingEmptySubsequences: false)
    return zip(fields, fields.dropFirst()).contains { whole, fraction in
      isDigits(whole.hasPrefix("-") ? whole.dropFirst() : whole) && isDigits(fraction)
    }
  }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
  }
}
