import Columns

extension LoadOption {
  /// The value of an option, and the ways to read it.
  struct Argument {
    /// The option as it was written.
    let name: String
    let value: LoadOptionValue
    let type: TypeReader

    /// The refusal of the value.
    func wrong(_ wanted: String) -> LoadOptionProblem {
      LoadOptionProblem(name: name, .wrongValue(value, wanted: wanted))
    }

    func text(_ wanted: String = "a text") throws(LoadOptionProblem) -> String {
      switch value {
      case .text(let text): return text
      case .number(let number): return String(number)
      default: throw wrong(wanted)
      }
    }

    func truth() throws(LoadOptionProblem) -> Bool {
      switch value {
      case .truth(let truth): return truth
      case .number(0): return false
      case .number(1): return true
      case .text(let text):
        switch text.lowercased() {
        case "true", "on", "yes", "1": return true
        case "false", "off", "no", "0": return false
        default: throw wrong("true or false")
        }
      default: throw wrong("true or false")
      }
    }

    func number(from least: Int) throws(LoadOptionProblem) -> Int {
      let wanted = "a whole number" + (least == 0 ? "" : " of \(least) or more")
      switch value {
      case .number(let number) where number >= least: return number
      case .text(let text):
        guard let number = Int(text), number >= least else { throw wrong(wanted) }
        return number
      default: throw wrong(wanted)
      }
    }

    /// One ASCII character that is no line break; nil for an empty text where that is allowed.
    func character(orNone allowsNone: Bool) throws(LoadOptionProblem) -> UInt8? {
      let wanted = "one ASCII character" + (allowsNone ? ", or '' for none" : "")
      let text = try text(wanted)
      let bytes = Array((["\\t", "tab", "TAB"].contains(text) ? "\t" : text).utf8)
      if bytes.isEmpty && allowsNone { return nil }
      guard bytes.count == 1, bytes[0] < 0x80, bytes[0] != 0, bytes[0] != UInt8(ascii: "\n"),
        bytes[0] != UInt8(ascii: "\r")
      else { throw wrong(wanted) }
      return bytes[0]
    }

    /// One text or several.
    func texts() throws(LoadOptionProblem) -> [String] {
      if case .list(let texts) = value { return texts }
      return [try text("a text or a list of texts")]
    }

    /// A list of names, each of which stands once.
    func names() throws(LoadOptionProblem) -> [String] {
      guard case .list(let names) = value, !names.isEmpty else {
        throw wrong("a list of names: ['a', 'b']")
      }
      try checkUnique(names)
      return names
    }

    /// The types of columns by name, in the order in which they were written.
    func typesByName() throws(LoadOptionProblem) -> [(name: String, type: DataType)] {
      guard case .map(let entries) = value, !entries.isEmpty else {
        throw wrong("types by the names of columns: {'a': 'DATE', 'b': 'VARCHAR'}")
      }
      try checkUnique(entries.map(\.name))
      var types: [(name: String, type: DataType)] = []
      for entry in entries { types.append((entry.name, try self.type(written: entry.text))) }
      return types
    }

    /// Which columns of numbers are measures.
    func measures() throws(LoadOptionProblem) -> MeasureChoice {
      guard case .map(let entries) = value, !entries.isEmpty else {
        guard let truth = try? truth() else { throw wrong("true, false or {'quantity': 'unit'}") }
        return truth ? .automatic : .none
      }
      try checkUnique(entries.map(\.name))
      return .declared(entries.map { MeasureChoice.Pair(amount: $0.name, unit: $0.text) })
    }

    /// The type of which `text` is the name.
    func type(written text: String) throws(LoadOptionProblem) -> DataType {
      guard let type = type(text) else { throw LoadOptionProblem(name: name, .unknownType(text)) }
      switch type {
      case .boolean, .bigint, .double, .decimal, .varchar, .date, .timestamp: return type
      case .null, .hugeint, .percent, .time, .interval, .measure:
        throw LoadOptionProblem(name: name, .unreadableType(type))
      }
    }

    private func checkUnique(_ names: [String]) throws(LoadOptionProblem) {
      var seen: Set<String> = []
      for column in names where !seen.insert(column.lowercased()).inserted {
        throw LoadOptionProblem(name: name, .nameTwice(column))
      }
    }
  }
}
