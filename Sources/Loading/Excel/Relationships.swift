/// Which parts a part of a package names, by identifiers of its own (ECMA-376-2, 6.5).
struct Relationships: XMLHandler {
  let namespaces = SpreadsheetNames.package

  struct Target {
    /// The last word of its type: `worksheet`, `styles`, ….
    let kind: Substring
    /// The name of the part in the package.
    let part: String
  }

  private(set) var targets: [String: Target] = [:]
  /// The folder of the part that they are those of, with a slash behind it.
  private let folder: Substring

  /// - Parameter part: the part that they are those of; empty for the package itself.
  private init(of part: String) {
    folder = part.lastIndex(of: "/").map { part[...$0] } ?? ""
  }

  /// Reads the relationships of `part`, empty for the package itself.
  ///
  /// - Throws: ``WorkbookFault``.
  static func read(of part: String, in archive: ZipArchive) throws -> Relationships {
    let relationships = Relationships(of: part)
    let file = part[relationships.folder.endIndex...]
    return try archive.parse("\(relationships.folder)_rels/\(file).rels", relationships)
  }

  /// The first target of a kind.
  func target(ofKind kind: String) -> String? {
    targets.sorted { $0.key < $1.key }.first { $0.value.kind == kind }?.value.part
  }

  mutating func start(_ element: XMLWord, _ attributes: XMLAttributes) {
    guard case "Relationship" = element, attributes.string("TargetMode") != "External",
      let identifier = attributes.string("Id"), let type = attributes.string("Type"),
      let target = attributes.string("Target")
    else { return }
    targets[identifier] = Target(
      kind: type.split(separator: "/").last ?? "", part: Self.resolve(target, in: folder))
  }

  /// The part that `target`, absolute or seen from `folder`, names.
  static func resolve(_ target: String, in folder: Substring) -> String {
    let path = target.hasPrefix("/") ? target : folder + target
    var segments: [Substring] = []
    for segment in path.split(separator: "/") {
      switch segment {
      case ".": break
      case "..": segments = segments.dropLast()
      default: segments.append(segment)
      }
    }
    return decoded(segments.joined(separator: "/"))
  }

  /// `text` with the characters that `%HH` stands for.
  private static func decoded(_ text: String) -> String {
    guard text.contains("%") else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      let digits = String(decoding: rest.dropFirst().prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), digits.count == 2, let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension ZipArchive {
  /// Reads the XML of a part into `handler`, and shows its bytes to `witness` as well.
  ///
  /// - Returns: the handler, which has seen the whole part.
  /// - Throws: ``WorkbookFault``; what the handler throws.
  func parse<Handler: XMLHandler>(
    _ part: String, _ handler: Handler,
    witness: (UnsafeBufferPointer<UInt8>) -> Void = { _ in }
  ) throws -> Handler {
    let reader = try XMLReader(part: part, handler: handler)
    try read(part) { block in
      witness(block)
      try reader.read(block)
    }
    try reader.finish()
    return reader.handler
  }
}
