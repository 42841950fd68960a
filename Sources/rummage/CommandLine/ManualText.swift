/// Text in the macros of man(7), written a piece at a time.
///
/// What is given is plain text, of which nothing is taken for a request; in prose, words in
/// backquotes are set in bold.
struct ManualText {
  private(set) var text = ""

  /// Bytes of a line of the source, as is the custom.
  private static let width = 80

  /// The heading of the page, and its foot.
  mutating func title(_ name: String, date: String, version: String) {
    // The date is read by programs, which want its hyphens bare.
    request("TH", Self.argument(name), "1", date, Self.argument(version))
  }

  mutating func section(_ title: String) { request("SH", Self.argument(title)) }

  mutating func subsection(_ title: String) { request("SS", Self.argument(title)) }

  mutating func paragraph(_ prose: String) {
    request("PP")
    self.prose(prose)
  }

  /// Sentences where the text stands; each begins a line of the source, as roff wants it.
  mutating func prose(_ prose: String) {
    var line = ""
    for word in Self.inBold(prose).split(separator: " ") {
      if !line.isEmpty, line.utf8.count + 1 + word.utf8.count > Self.width {
        self.line(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
      if word.hasSuffix(".") {
        self.line(line)
        line = ""
      }
    }
    if !line.isEmpty { self.line(line) }
  }

  /// A form such as `--timer [json]`, and what it means.
  mutating func item(_ form: String, _ prose: String) {
    request("TP")
    line(Self.form(form))
    self.prose(prose)
  }

  /// Forms, a line each.
  mutating func forms(_ forms: [String]) {
    line(Self.form(forms.first ?? ""))
    for form in forms.dropFirst() {
      request("br")
      line(Self.form(form))
    }
  }

  /// A command as it is typed, below the text.
  mutating func example(_ command: String) {
    request("RS", "4")
    request("EX")
    line(Self.escaped(command))
    request("EE")
    request("RE")
  }

  /// A line of text.
  private mutating func line(_ line: String) {
    text += (line.hasPrefix(".") ? "\\&" : "") + line + "\n"
  }

  private mutating func request(_ name: String, _ arguments: String...) {
    text += ([".\(name)"] + arguments).joined(separator: " ") + "\n"
  }

  /// Names in bold, what stands for something else in italics: a word of which the first two
  /// letters are capitals, or the only one.
  private static func form(_ form: String) -> String {
    var out = ""
    var rest = form[...]
    while let first = rest.first {
      guard isOfWord(first) else {
        out += escaped(String(rest.removeFirst()))
        continue
      }
      let word = rest.prefix(while: isOfWord)
      let isPlaceholder = word.prefix(2).allSatisfy(\.isUppercase)
      out += "\\f\(isPlaceholder ? "I" : "B")\(escaped(String(word)))\\fR"
      rest = rest.dropFirst(word.count)
    }
    return out
  }

  private static func isOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "-_./~$".contains(character)
  }

  /// The words between backquotes in bold.
  private static func inBold(_ prose: String) -> String {
    prose.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .map { $0.isMultiple(of: 2) ? escaped(String($1)) : "\\fB\(escaped(String($1)))\\fR" }
      .joined()
  }

  private static func argument(_ text: String) -> String { "\"\(escaped(text))\"" }

  /// The text as it is to be read, between quotes too.
  ///
  /// What means something to roff, and what it would print as another character, becomes an escape
  /// of groff_char(7) that mandoc knows too.
  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": out += "\\(rs"
      case "-": out += "\\-"
      case "'": out += "\\(aq"
      case "\"": out += "\\(dq"
      case "`": out += "\\(ga"
      case "^": out += "\\(ha"
      case "~": out += "\\(ti"
      case "…": out += "..."
      case _ where scalar.isASCII: out.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        out += "\\[u\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)]"
      }
    }
    return out
  }
}
