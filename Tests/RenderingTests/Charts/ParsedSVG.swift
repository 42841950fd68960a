import Foundation
import FoundationXML

/// What the tests look for in an SVG file.
final class ParsedSVG: NSObject, XMLParserDelegate {
  private(set) var root: String?
  /// Elements of the class `mark`.
  private(set) var marks = 0
  private(set) var texts: [String] = []
  /// Attributes and elements that would load something.
  private(set) var links: [String] = []
  private(set) var viewBox: String?

  /// - Throws: where the file is not well-formed XML.
  init(_ svg: String) throws {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    if !parser.parse() { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
    texts = texts.map { $0.trimmingCharacters(in: .newlines) }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if root == nil { (root, viewBox) = (name, attributes["viewBox"]) }
    if attributes["class"] == "mark" { marks += 1 }
    if ["script", "style", "image", "use", "a"].contains(name) { links.append(name) }
    links += attributes.keys.filter { $0.hasSuffix("href") || $0 == "src" || $0.hasPrefix("on") }
    texts.append("")
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if !texts.isEmpty { texts[texts.count - 1] += string }
  }
}
