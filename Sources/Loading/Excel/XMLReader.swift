import CExpat
import Glibc

/// Who is told what a part holds, in its order.
protocol XMLHandler {
  /// The namespaces whose elements it is told of; the tags of others are passed over.
  var namespaces: [StaticString] { get }
  mutating func start(_ element: XMLWord, _ attributes: XMLAttributes) throws
  mutating func end(_ element: XMLWord) throws
  /// Some of the text between two tags, in UTF-8.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws
}

extension XMLHandler {
  func end(_ element: XMLWord) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// The name of an element without its namespace, or the value of an attribute, to be compared with
/// literals; valid while the handler is told of it.
struct XMLWord {
  fileprivate let name: UnsafePointer<CChar>

  init(_ name: UnsafePointer<CChar>) { self.name = name }

  @inline(__always)
  static func ~= (pattern: StaticString, value: XMLWord) -> Bool {
    // Most names differ in their first letter.
    pattern.cString[0] == value.name[0] && strcmp(pattern.cString, value.name) == 0
  }
}

/// The attributes of an element; valid while the handler is told of it.
struct XMLAttributes {
  /// Names and values in turn, NULL at the end.
  fileprivate let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The value of an attribute without a namespace.
  subscript(name: StaticString) -> UnsafePointer<CChar>? {
    guard var place = list else { return nil }
    while let found = place[0], let value = place[1] {
      if name ~= XMLWord(found) { return value }
      place += 2
    }
    return nil
  }

  /// The value of an attribute in one of `namespaces`.
  subscript(name: StaticString, in namespaces: [StaticString]) -> UnsafePointer<CChar>? {
    guard var place = list else { return nil }
    while let found = place[0], let value = place[1] {
      if let local = XMLParser.localName(found, namespaces), name ~= XMLWord(local) {
        return value
      }
      place += 2
    }
    return nil
  }

  func string(_ name: StaticString) -> String? { self[name].map { String(cString: $0) } }

  /// Whether a truth value (ECMA-376-1, 22.9.2.7) is there and true.
  func isTrue(_ name: StaticString) -> Bool {
    guard let value = self[name] else { return false }
    switch XMLWord(value) {
    case "1", "true", "on": return true
    default: return false
    }
  }
}

/// Reads one part as XML with namespaces, block by block, in memory that does not grow with it.
///
/// A document type declaration is refused: entities, which attacks use to swell a text, can only
/// be declared there. So is a part in which a tag or a comment takes more than
/// ``XMLParser/maximumTokenBytes``, since the parser keeps it in memory until it ends.
final class XMLReader<Handler: XMLHandler>: XMLParser {
  private(set) var handler: Handler

  /// - Parameter part: the name of the part, for errors.
  init(part: String, handler: Handler) throws {
    self.handler = handler
    try super.init(part: part, namespaces: handler.namespaces)
  }

  fileprivate override func start(_ name: XMLWord, _ attributes: XMLAttributes) throws {
    try handler.start(name, attributes)
  }

  fileprivate override func end(_ name: XMLWord) throws { try handler.end(name) }

  fileprivate override func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    try handler.text(bytes)
  }
}

/// The side of an ``XMLReader`` that C calls, which knows nothing of the kind of its handler.
class XMLParser {
  static let maximumTokenBytes = 16 << 20
  /// Between a namespace and a name; no namespace may hold it.
  private static let separator = UInt8(ascii: "|")

  private let parser: XML_Parser
  private let part: String
  private let namespaces: [StaticString]
  private var failure: (any Error)?
  /// Bytes read since the handler was last told of anything.
  private var silentBytes = 0

  fileprivate init(part: String, namespaces: [StaticString]) throws {
    guard let parser = XML_ParserCreateNS(nil, XML_Char(bitPattern: Self.separator)) else {
      throw WorkbookFault.badXML(part, line: 1, "the parser did not start")
    }
    self.parser = parser
    self.part = part
    self.namespaces = namespaces
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { context, name, attributes in
        XMLParser.of(context)?.tell(name) { try $0.start($1, XMLAttributes(list: attributes)) }
      },
      { context, name in XMLParser.of(context)?.tell(name) { try $0.end($1) } })
    XML_SetCharacterDataHandler(parser) { context, text, count in
      XMLParser.of(context)?.tell(text, count)
    }
    XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      guard let reader = XMLParser.of(context) else { return }
      reader.fail(WorkbookFault.documentType(reader.part))
    }
  }

  deinit { XML_ParserFree(parser) }

  /// Reads the next block.
  ///
  /// - Throws: ``WorkbookFault``; what the handler throws.
  final func read(_ block: UnsafeBufferPointer<UInt8>) throws {
    silentBytes += block.count
    try parse(block, isLast: false)
    if silentBytes > Self.maximumTokenBytes {
      throw fault("a tag or a comment is longer than \(Wording.bytes(Self.maximumTokenBytes))")
    }
  }

  /// Ends the part.
  final func finish() throws { try parse(UnsafeBufferPointer(start: nil, count: 0), isLast: true) }

  private func parse(_ block: UnsafeBufferPointer<UInt8>, isLast: Bool) throws {
    let status = block.withMemoryRebound(to: CChar.self) {
      XML_Parse(parser, $0.baseAddress, CInt($0.count), isLast ? 1 : 0)
    }
    if let failure { throw failure }
    if status != XML_STATUS_OK {
      let reason = XML_ErrorString(XML_GetErrorCode(parser))
      throw fault(reason.map { String(cString: $0) } ?? "it is not well-formed")
    }
  }

  private func fault(_ reason: String) -> WorkbookFault {
    .badXML(part, line: Int(clamping: XML_GetCurrentLineNumber(parser)), reason)
  }

  // MARK: What the handler is told

  fileprivate func start(_ name: XMLWord, _ attributes: XMLAttributes) throws {}
  fileprivate func end(_ name: XMLWord) throws {}
  fileprivate func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {}

  // MARK: What the parser calls

  private static func of(_ context: UnsafeMutableRawPointer?) -> XMLParser? {
    context.map { Unmanaged<XMLParser>.fromOpaque($0).takeUnretainedValue() }
  }

  private func tell(
    _ name: UnsafePointer<XML_Char>?, _ event: (XMLParser, XMLWord) throws -> Void
  ) {
    silentBytes = 0
    guard failure == nil, let name, let local = Self.localName(name, namespaces) else { return }
    do {
      try event(self, XMLWord(local))
    } catch {
      fail(error)
    }
  }

  private func tell(_ start: UnsafePointer<XML_Char>?, _ count: CInt) {
    silentBytes = 0
    guard failure == nil, let start else { return }
    do {
      try UnsafeBufferPointer(start: start, count: Int(count)).withMemoryRebound(to: UInt8.self) {
        try text($0)
      }
    } catch {
      fail(error)
    }
  }

  private func fail(_ error: any Error) {
    failure = failure ?? error
    XML_StopParser(parser, 0)
  }

  /// The part of `name` behind one of `namespaces`; nil where it is in none of them.
  fileprivate static func localName(
    _ name: UnsafePointer<CChar>, _ namespaces: [StaticString]
  ) -> UnsafePointer<CChar>? {
    for namespace in namespaces {
      let count = namespace.utf8CodeUnitCount
      if strncmp(name, namespace.cString, count) == 0
        && name[count] == CChar(bitPattern: separator)
      {
        return name + count + 1
      }
    }
    return nil
  }
}

extension StaticString {
  /// The text as C has it: literals end in a zero.
  fileprivate var cString: UnsafePointer<CChar> {
    UnsafeRawPointer(utf8Start).assumingMemoryBound(to: CChar.self)
  }
}
