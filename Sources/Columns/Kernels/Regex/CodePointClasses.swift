import Synchronization

/// Sets of code points that have a name in a regular expression.
enum CodePointClasses {
  static let digits = CodePointSet([0x30...0x39])
  static let spaces = CodePointSet([0x09...0x0A, 0x0C...0x0D, 0x20...0x20])
  static let words = CodePointSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])

  /// The ASCII class called `name` in `[[:name:]]`, as POSIX has them; nil where there is none.
  static func posix(_ name: String) -> CodePointSet? {
    switch name {
    case "alnum": CodePointSet([0x30...0x39, 0x41...0x5A, 0x61...0x7A])
    case "alpha": CodePointSet([0x41...0x5A, 0x61...0x7A])
    case "ascii": CodePointSet([0...0x7F])
    case "blank": CodePointSet([0x09...0x09, 0x20...0x20])
    case "cntrl": CodePointSet([0...0x1F, 0x7F...0x7F])
    case "digit": digits
    case "graph": CodePointSet([0x21...0x7E])
    case "lower": CodePointSet([0x61...0x7A])
    case "print": CodePointSet([0x20...0x7E])
    case "punct": CodePointSet([0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E])
    case "space": CodePointSet([0x09...0x0D, 0x20...0x20])
    case "upper": CodePointSet([0x41...0x5A])
    case "word": words
    case "xdigit": CodePointSet([0x30...0x39, 0x41...0x46, 0x61...0x66])
    default: nil
    }
  }

  private static let found = Mutex<[String: CodePointSet]>([:])

  /// The code points of a general category by its short name, such as `L` or `Lu`; nil where there
  /// is no such category.
  ///
  /// - Complexity: one look at every code point, the first time.
  static func category(_ name: String) -> CodePointSet? {
    if name == "Any" { return .all }
    guard categories.contains(where: { $0.hasPrefix(name) }), !name.isEmpty else { return nil }
    if let known = found.withLock({ $0[name] }) { return known }
    var ranges: [ClosedRange<UInt32>] = []
    var start: UInt32?
    for value in 0...CodePointSet.maximum {
      let isMember =
        Unicode.Scalar(value).map { shortName($0.properties.generalCategory).hasPrefix(name) }
        ?? "Cs".hasPrefix(name)
      if isMember {
        if start == nil { start = value }
      } else if let first = start {
        ranges.append(first...(value - 1))
        start = nil
      }
    }
    if let first = start { ranges.append(first...CodePointSet.maximum) }
    let result = CodePointSet(ranges)
    found.withLock { $0[name] = result }
    return result
  }

  private static let categories = [
    "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi",
    "Pf", "Po", "Sm", "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co",
  ]

  private static func shortName(_ category: Unicode.GeneralCategory) -> String {
    switch category {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .surrogate: "Cs"
    case .privateUse: "Co"
    // Code points that stand for nothing yet are in no category that can be asked for.
    case .unassigned: ""
    @unknown default: ""
    }
  }
}
