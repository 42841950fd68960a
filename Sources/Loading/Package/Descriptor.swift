/// A value of a JSON file that describes others, and where in the file it stands: so that whatever
/// is wrong with it can be told with its place.
struct Descriptor {
  let value: JSONValue
  /// Such as `resources[0].dialect`; empty for the whole.
  let place: String
  /// The path of the file.
  let file: String

  init(_ value: JSONValue, place: String = "", file: String) {
    self.value = value
    self.place = place
    self.file = file
  }

  func failure(_ fault: DescriptorProblem.Fault) -> LoadError {
    LoadError(.badDescriptor(DescriptorProblem(place: place, fault: fault)), path: file)
  }

  // MARK: Parts

  /// What stands under `key`; nil where nothing does, or null.
  ///
  /// - Throws: ``LoadError`` where this is no object.
  func member(_ key: String) throws -> Descriptor? {
    guard case .object = value else { throw wrongType("an object") }
    guard let found = value[key], found != .null else { return nil }
    return Descriptor(found, place: place.isEmpty ? key : "\(place).\(key)", file: file)
  }

  /// What must stand under `key`.
  func required(_ key: String) throws -> Descriptor {
    if let member = try member(key) { return member }
    let place = place.isEmpty ? key : "\(place).\(key)"
    throw Descriptor(.null, place: place, file: file).failure(.missing)
  }

  /// The keys of an object.
  var keys: [String] {
    guard case .object(let members) = value else { return [] }
    return members.map(\.key)
  }

  func items() throws -> [Descriptor] {
    guard case .array(let items) = value else { throw wrongType("an array") }
    return items.enumerated().map {
      Descriptor($1, place: "\(place)[\($0)]", file: file)
    }
  }

  // MARK: Values

  func text() throws -> String {
    guard case .string(let text) = value else { throw wrongType("a string") }
    return text
  }

  func flag() throws -> Bool {
    guard case .boolean(let flag) = value else { throw wrongType("true or false") }
    return flag
  }

  /// A whole number from 0 on.
  func count() throws -> Int {
    guard case .number(let digits) = value, let number = Int(digits), number >= 0 else {
      throw wrongType("a whole number")
    }
    return number
  }

  /// One of the words that are known.
  func choice(of words: [String]) throws -> String {
    let word = try text()
    if words.contains(word) { return word }
    throw failure(.notOneOf(found: word, words))
  }

  /// One ASCII character that is no line end.
  func character() throws -> UInt8 {
    let text = try text()
    let bytes = Array(text.utf8)
    guard bytes.count == 1, bytes[0] < 0x80, ![0, 10, 13].contains(bytes[0]) else {
      throw failure(.notACharacter(text))
    }
    return bytes[0]
  }

  func texts() throws -> [String] { try items().map { try $0.text() } }

  /// A string, or an array of strings that is not empty.
  func textOrTexts() throws -> [String] {
    if case .string(let text) = value { return [text] }
    guard case .array(let items) = value, !items.isEmpty else {
      throw wrongType("a string or an array of strings")
    }
    return try texts()
  }

  /// A string, a number or a truth value, as text.
  func scalar() throws -> String {
    switch value {
    case .string(let text), .number(let text): return text
    case .boolean(let flag): return "\(flag)"
    default: throw wrongType("a string, a number or a truth value")
    }
  }

  func wrongType(_ expected: String) -> LoadError {
    failure(.wrongType(found: value.kindName, expected: expected))
  }

  // MARK: Files beside the descriptor

  /// The path of a file that the descriptor names, from where the program stands.
  ///
  /// - Throws: ``LoadError`` where it is no path of a file in the folder of the descriptor: as the
  ///   standard says, neither absolute nor through `..`.
  func path() throws -> String {
    let text = try text()
    if text.contains("://") { throw failure(.address(text)) }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if text.isEmpty || text.hasPrefix("/") || text.hasPrefix("~") || parts.contains("..")
      || text.contains("\\")
    {
      throw failure(.outside(text))
    }
    guard let slash = file.lastIndex(of: "/") else { return text }
    return String(file[...slash]) + text
  }

  /// The object that stands here, or in the file that is named here.
  func resolved() throws -> Descriptor {
    guard case .string = value else { return self }
    let path = try path()
    return Descriptor(try JSONValue(path: path), file: path)
  }
}

extension JSONValue {
  /// What it is, in words.
  fileprivate var kindName: String {
    switch self {
    case .null: "null"
    case .boolean: "a truth value"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
