import Testing

@testable import Loading

/// Random trees, written in every way that JSON allows, become the rows that a plain reading of
/// them gives; random damage is refused exactly where the text is no JSON.
@Suite struct JSONPropertyTests {
  private struct Maker {
    var random: Random

    init(_ seed: Int) { random = Random(seed) }

    mutating func pick<T>(_ choices: [T]) -> T {
      choices[Int.random(in: 0..<choices.count, using: &random)]
    }

    mutating func text() -> String {
      let parts = [
        "a", "plain text", "\"", "\\", "\n", "\t", "é", "€", "😀", ",", "}", "{", "[", ":", "\u{7F}",
        "\u{1}", "a long piece of text without anything special in it", "", "/",
      ]
      return (0..<Int.random(in: 0...4, using: &random)).map { _ in pick(parts) }.joined()
    }

    mutating func scalar() -> ReferenceJSON {
      switch Int.random(in: 0..<10, using: &random) {
      case 0: .null
      case 1: .boolean(Bool.random(using: &random))
      case 2...5:
        .number(pick(["0", "-0", "12", "-3.50", "1e5", "1.5E-3", "123456789012345678901"]))
      default: .string(text())
      }
    }

    mutating func value(_ depth: Int) -> ReferenceJSON {
      if depth == 0 { return scalar() }
      switch Int.random(in: 0..<8, using: &random) {
      case 0:
        return .array((0..<Int.random(in: 0...3, using: &random)).map { _ in value(depth - 1) })
      case 1, 2: return object(depth - 1)
      default: return scalar()
      }
    }

    mutating func object(_ depth: Int) -> ReferenceJSON {
      let names = ["a", "b", "c", "key", "", "a.b", "é\"", "a much longer key than the others"]
      var members: [ReferenceJSON.Member] = []
      for name in names.shuffled(using: &random).prefix(Int.random(in: 0...5, using: &random)) {
        members.append(ReferenceJSON.Member(key: name, value: value(depth)))
      }
      return .object(members)
    }

    // MARK: Writing

    mutating func space() -> String { pick(["", "", "", " ", "\n", "\r\n", "\t", "   "]) }

    mutating func written(_ text: String) -> String {
      var result = "\""
      for scalar in text.unicodeScalars {
        if Int.random(in: 0..<6, using: &random) == 0 {
          for unit in String(scalar).utf16 {
            let digits = String(unit, radix: 16, uppercase: Bool.random(using: &random))
            result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
          }
        } else if scalar == "/" && Bool.random(using: &random) {
          result += "\\/"
        } else {
          result += ReferenceJSON.quoted(String(scalar)).dropFirst().dropLast()
        }
      }
      return result + "\""
    }

    mutating func written(_ value: ReferenceJSON) -> String {
      switch value {
      case .string(let text): return written(text)
      case .array(let items):
        let inside = items.map { space() + written($0) + space() }.joined(separator: ",")
        return "[" + (items.isEmpty ? space() : inside) + "]"
      case .object(let members):
        let inside = members.map {
          space() + written($0.key) + space() + ":" + space() + written($0.value) + space()
        }.joined(separator: ",")
        return "{" + (members.isEmpty ? space() : inside) + "}"
      default: return value.compact
      }
    }
  }

  /// The rows of records, by a plain reading of what is documented: each column a path of keys.
  private struct Table {
    var names: [[String]] = []
    var rows: [[String]] = []

    init(_ records: [ReferenceJSON]) {
      // The order of a column is that of its key among the keys of its object.
      func collect(_ objects: [ReferenceJSON], _ path: [String]) {
        var order: [String] = []
        var values: [String: [ReferenceJSON]] = [:]
        for case .object(let members) in objects {
          for member in members {
            if values[member.key] == nil { order.append(member.key) }
            values[member.key, default: []].append(member.value)
          }
        }
        for key in order {
          let all = values[key] ?? []
          let objects = all.filter {
            if case .object(let members) = $0 { !members.isEmpty } else { false }
          }
          let plain = all.filter { if case .object = $0 { false } else { $0 != .null } }
          if !plain.isEmpty || objects.isEmpty { names.append(path + [key]) }
          collect(objects, path + [key])
        }
      }
      collect(records, [])
      rows = records.map { record in names.map { Self.cell(record, $0) } }
    }

    private static func cell(_ record: ReferenceJSON, _ path: [String]) -> String {
      var value = record
      for key in path {
        guard case .object(let members) = value,
          let member = members.first(where: { Array($0.key.utf8) == Array(key.utf8) })
        else { return "" }
        value = member.value
      }
      switch value {
      case .null, .object: return ""
      case .boolean, .number: return value.compact
      case .string(let text): return quoted(text)
      case .array: return quoted(value.compact)
      }
    }

    static func quoted(_ text: String) -> String {
      "\"" + text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }

    var text: String {
      ([names.map { Self.quoted($0.joined(separator: ".")) }] + rows)
        .map { $0.joined(separator: ",") + "\n" }.joined()
    }
  }

  @Test(arguments: 0..<300)
  func randomRecords(seed: Int) throws {
    var maker = Maker(seed)
    let records = (0..<Int.random(in: 1...8, using: &maker.random)).map { _ in maker.object(3) }
    // Strings in arrays stay as they are written, and are here written in one way.
    let isInArray = seed.isMultiple(of: 2)
    let written = records.map { record in
      isInArray || Self.hasArray(record) ? record.compact : maker.written(record)
    }
    let text =
      seed.isMultiple(of: 3)
      ? "[" + written.joined(separator: maker.space() + "," + maker.space()) + "]"
      : written.joined(separator: maker.pick(["\n", "", "\n\n", " "]))
    let table = Table(records)
    for size in [1 << 18, Int.random(in: 1...50, using: &maker.random)] {
      let converted = try ConvertedJSON(text, block: size)
      if table.names.isEmpty {
        #expect(converted == .refused(.badJSON(.noKeys), line: nil, offset: nil))
      } else if case .table(let found, let rows, _) = converted {
        #expect(found == table.text)
        #expect(rows == records.count + 1)
      } else {
        Issue.record("\(converted) of \(text)")
      }
    }
  }

  private static func hasArray(_ value: ReferenceJSON) -> Bool {
    switch value {
    case .array: true
    case .object(let members): members.contains { hasArray($0.value) }
    default: false
    }
  }

  /// Valid or not: as the reference finds, and the same in blocks of any size.
  @Test(arguments: 0..<1500)
  func damagedRecords(seed: Int) throws {
    var maker = Maker(seed + 10_000)
    let records = (0..<Int.random(in: 1...3, using: &maker.random)).map { _ in
      maker.written(maker.object(2))
    }
    var bytes = Array(
      (seed.isMultiple(of: 2)
        ? "[" + records.joined(separator: ",") + "]" : records.joined(separator: "\n"))
        .utf8)
    let signs = Array("{}[]:,\"\\/ue0123456789.+-tfn \n\t\u{1}x".utf8)
    for _ in 0..<Int.random(in: 0...2, using: &maker.random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &maker.random)
      switch Int.random(in: 0..<5, using: &maker.random) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(maker.pick(signs), at: place)
      case 2: bytes[place] = maker.pick(signs)
      case 3: bytes.removeSubrange(place...)
      default: bytes[place] = UInt8.random(in: 0...255, using: &maker.random)
      }
    }
    let converted = try ConvertedJSON(bytes)
    for size in [1, 2, 3, 5, 8, 13, 40] {
      let split = try ConvertedJSON(bytes, block: size)
      #expect(split == converted, "in blocks of \(size)")
    }
    #expect((converted.text != nil) == Self.isTable(bytes), "\(converted)")
  }

  /// Whether the reference finds records in `bytes`.
  private static func isTable(_ bytes: [UInt8]) -> Bool {
    guard let text = String(validating: bytes, as: UTF8.self),
      let values = ReferenceJSON.values(text)
    else { return false }
    var records = values
    if case .array(let items)? = values.first {
      if values.count > 1 { return false }
      records = items
    }
    return !records.isEmpty
      && records.allSatisfy { if case .object = $0 { !$0.hasDuplicateKey } else { false } }
      && records.contains { $0 != .object([]) }
  }
}
