/// What whoever signs a figure must know of how records became rows.
struct JSONNotes {
  let keys: JSONKeys
  /// All keys, and those that are columns, in the order of the table.
  let order: [Int]
  let columns: [Int]
  let tally: JSONTally
  /// How many records there are.
  let records: Int

  /// One sentence each.
  var all: [String] {
    [nesting, arrays, emptyObjects].compactMap { $0 } + mixtures + missing
  }

  /// The most names that one note lists, and the most notes of one kind.
  private static let listed = 6

  private func list(_ keys: [Int]) -> String {
    let shown = keys.prefix(Self.listed).map(name).joined(separator: ", ")
    let more = keys.count - Self.listed
    return more > 0 ? "\(shown) and \(Wording.count(more)) more" : shown
  }

  private func name(_ key: Int) -> String { Wording.cell(keys.path(key)) }

  private var nesting: String? {
    let nested = columns.filter { keys.slots[$0].parent != 0 }
    return nested.isEmpty ? nil : "keys of nested objects became columns: \(list(nested))"
  }

  private var arrays: String? {
    let keys = columns.filter { tally[$0, .array] > 0 }
    return keys.isEmpty ? nil : "arrays stay what they are in JSON, as text: \(list(keys))"
  }

  private var emptyObjects: String? {
    let keys = columns.filter { tally[$0, .emptyObject] > 0 }
    return keys.isEmpty ? nil : "objects without a key were read as NULL: \(list(keys))"
  }

  /// What stands under keys whose values are of several kinds.
  private var mixtures: [String] {
    let notes = columns.compactMap { key -> String? in
      let kinds = [
        (tally[key, .number], "number"), (tally[key, .boolean], "truth value"),
        (tally[key, .string] + tally[key, .escapedString], "string"),
        (tally[key, .array], "array"), (tally[key, .object], "object"),
      ].filter { $0.0 > 0 }
      if kinds.count < 2 { return nil }
      let parts = kinds.map { Wording.count($0.0, $0.1) }
      return "\(name(key)) holds " + parts.dropLast().joined(separator: ", ")
        + " and " + parts[parts.count - 1]
    }
    return Self.cut(notes, "more keys hold values of several kinds")
  }

  private var missing: [String] {
    let notes = order.compactMap { key -> String? in
      let parent = keys.slots[key].parent
      let objects = parent == 0 ? records : tally[parent, .object] + tally[parent, .emptyObject]
      let missing = objects - tally[key]
      if missing == 0 { return nil }
      return "the key \(name(key)) is missing in \(Wording.count(missing)) of "
        + Wording.count(objects, parent == 0 ? "record" : "object")
        + (parent == 0 ? "" : " \(name(parent))")
    }
    return Self.cut(notes, "more keys are missing in some records")
  }

  private static func cut(_ notes: [String], _ more: String) -> [String] {
    if notes.count <= listed + 1 { return notes }
    return notes.prefix(listed) + ["\(Wording.count(notes.count - listed)) \(more)"]
  }
}
