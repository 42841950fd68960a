import Columns
import Reference

extension FunctionTable {
  /// Functions of codes of the Harmonized System.
  static let goods: [ScalarFunction] = [
    naming(
      "hs_chapter", signature: "hs_chapter(code)",
      help: "The two digits of the chapter that a code of goods belongs to.",
      example: "SELECT hs_chapter('300490'), hs_chapter('0507.10')"
    ) { HarmonizedSystem.chapter(of: $0) },
    naming(
      "hs_heading", signature: "hs_heading(code)",
      help: "The four digits of the heading that a code of goods belongs to.",
      example: "SELECT hs_heading('300490')"
    ) { HarmonizedSystem.heading(of: $0) },
    naming(
      "hs_section", signature: "hs_section(code)",
      help: "The Roman numeral of the section that a code of goods belongs to.",
      example: "SELECT hs_section('300490')"
    ) { HarmonizedSystem.section(of: $0)?.code },
    naming(
      "hs_label", signature: "hs_label(code)",
      help: "What a code of goods stands for: of its sub-heading, heading, chapter or section.",
      example: "SELECT hs_label('300490'), hs_label('30'), hs_label('XI')"
    ) { HarmonizedSystem.entry($0)?.label },
  ]

  /// A function that looks a code of goods up.
  private static func naming(
    _ name: String, signature: String, help: String, example: String,
    _ body: @escaping @Sendable (String) -> String?
  ) -> ScalarFunction {
    naming(
      name, signature: signature, help: help, example: example, noting: .noGoodsCode, body,
      isKnown: { HarmonizedSystem.entry($0) != nil })
  }

  /// A function that looks a code or a name up: digits may be stored as a text or as a whole number.
  /// Its value is NULL where `body` gives nil; a note counts those of them that `isKnown` does not
  /// know.
  static func naming(
    _ name: String, signature: String, help: String, example: String, noting kind: RowNote.Kind,
    _ body: @escaping @Sendable (String) -> String?,
    isKnown: @escaping @Sendable (String) -> Bool
  ) -> ScalarFunction {
    @Sendable func overload(_ column: String?) -> ScalarOverload {
      let naming = TextNaming(body, isKnown: isKnown)
      let note = RowNote(kind, column: column)
      return ScalarOverload([.varchar], .varchar, countsNotes: true, noting: { overload($0) }) {
        arguments, _, context in
        let (names, unknown) = try naming.evaluate(arguments[0])
        context.count(unknown, note, by: ObjectIdentifier(naming))
        return names
      }
    }
    // What is known leaves no note, so that it is looked up while it is bound.
    let silent = ScalarOverload([.varchar], .varchar) { arguments, _, _ in
      try TextMapping.texts(arguments[0], body)
    }
    return ScalarFunction(names: [name], signature: signature, help: help, example: example) {
      types, constants in
      guard types.count == 1 && areCodes(types) else { return nil }
      guard let constant = constants[0] else { return overload(nil) }
      return text(of: constant).map { body($0) != nil || isKnown($0) } ?? true
        ? silent : overload(nil)
    }
  }

  /// Whether all of `types` can hold codes: texts, and whole numbers.
  static func areCodes(_ types: [DataType]) -> Bool {
    types.allSatisfy { $0 == .varchar || $0 == .bigint || $0 == .null }
  }
}
