import Columns
import Reference

/// Makes measures of the columns of numbers beside which a column of units stands.
package struct MeasureBinding {
  /// What became of a table.
  package struct Result {
    package var relation: Relation
    /// What is to be told, one sentence each.
    package var notes: [String] = []
    /// The columns that are measures now, by their places.
    package var bound: [Int] = []
  }

  /// The names of all columns of the file.
  let names: [String]
  /// The place of each in the table; nil where it was not loaded.
  private let places: [Int?]
  var result: Result

  /// The measures of a table.
  ///
  /// A column of units is one whose texts are units in at least half of the rows that have one. A
  /// unit that nobody knows adds to itself alone.
  ///
  /// - Parameters:
  ///   - names: those of all columns of the file, of which the table may have some.
  ///   - wanted: the columns that somebody asked for, in lower case; nil for all. Others are there to
  ///     tell which numbers a unit is for, and stay as they are.
  /// - Throws: `ValueError` where what was declared is not there, or an amount is too large for it.
  /// - Complexity: O(rows / 64) for amounts that are exact numbers; O(rows) for doubles.
  package static func bind(
    _ relation: Relation, _ choice: MeasureChoice, names: [String], wanted: Set<String>?
  ) throws -> Result {
    let loaded = Dictionary(
      relation.fields.enumerated().map { ($1.name.lowercased(), $0) },
      uniquingKeysWith: { a, _ in a })
    var binding = MeasureBinding(
      names: names, places: names.map { loaded[$0.lowercased()] },
      result: Result(relation: relation))
    let isWanted = names.map { wanted?.contains($0.lowercased()) ?? true }
    switch choice {
    case .none: break
    case .declared(let pairs): try binding.bindDeclared(pairs, isWanted)
    case .automatic: try binding.bindByNames(isWanted)
    }
    return binding.result
  }

  /// What is loaded of the column at a place among all of the file.
  func field(_ place: Int) -> Field? { places[place].map { result.relation.fields[$0] } }

  /// The texts of a column of units; nil where it was not loaded, or holds none.
  func unitTexts(_ place: Int) -> UnitTexts? {
    guard let unit = places[place], result.relation.fields[unit].type == .varchar else {
      return nil
    }
    return UnitTexts(result.relation, column: unit)
  }

  private mutating func bindDeclared(
    _ pairs: [MeasureChoice.Pair], _ isWanted: [Bool]
  ) throws {
    let lowered = names.map { $0.lowercased() }
    let amounts = try pairs.map { pair in
      guard let place = lowered.firstIndex(of: pair.amount.lowercased()) else {
        throw ValueError.badArgument("there is no column '\(pair.amount)'")
      }
      return place
    }
    for (pair, amount) in zip(pairs, amounts) where isWanted[amount] && holdsNumbers(amount) {
      guard let unit = lowered.firstIndex(of: pair.unit.lowercased()) else {
        try bind(amount, unitNamed: pair.unit)
        continue
      }
      if field(unit) == nil { continue }
      guard let texts = unitTexts(unit), texts.isCountable else {
        noteNoMeasure(amount, "\(names[unit]) holds no units")
        continue
      }
      try bind(amount, unit, texts)
    }
  }

  // MARK: A column of units

  /// Makes column `amount` a measure in the units of column `unit`.
  ///
  /// - Throws: `ValueError` where an amount is too large.
  mutating func bind(_ amount: Int, _ unit: Int, _ texts: UnitTexts) throws {
    guard let amountPlace = places[amount], let unitPlace = places[unit] else { return }
    let vectors = try self.vectors(amountPlace, unitPlace)
    let digits =
      field(amount)?.type == .double ? "; doubles count with 15 digits" : ""
    replace(amountPlace, with: vectors)
    result.notes.append(
      "\(names[amount]) is a measure in the units of \(names[unit])\(texts.summary)\(digits)")
  }

  private func vectors(_ amount: Int, _ unit: Int) throws -> [Vector] {
    let relation = result.relation
    let dictionary = relation.chunks.lazy.compactMap { $0.columns[unit].dictionary }.first
    let table = dictionary.flatMap { MeasureUnits($0) }
    return try relation.chunks.map { chunk in
      let (amounts, units) = (chunk.columns[amount], chunk.columns[unit])
      if let table, units.dictionary == nil || units.dictionary === dictionary,
        let column = try MeasureMaking.column(amounts, codes: units, table)
      {
        return column
      }
      return try MeasureMaking.make(amounts, units)
    }
  }

  // MARK: One unit for all

  private mutating func bind(_ amount: Int, unitNamed name: String) throws {
    guard let place = places[amount] else { return }
    guard let unit = UnitRegistry.unit(named: name) else {
      throw ValueError.badArgument("there is neither a column nor a unit '\(name)'")
    }
    let vectors = try result.relation.chunks.map { chunk in
      try MeasureMaking.make(
        chunk.columns[place],
        Vector(constant: .text(name), type: .varchar, count: chunk.count))
    }
    replace(place, with: vectors)
    result.notes.append("\(names[amount]) is a measure in \(unit.symbol)")
  }

  private mutating func replace(_ place: Int, with vectors: [Vector]) {
    let relation = result.relation
    var fields = relation.fields
    fields[place] = Field(name: fields[place].name, type: .measure)
    let chunks = zip(relation.chunks, vectors).map { chunk, vector in
      var columns = chunk.columns
      columns[place] = vector
      return Chunk(count: chunk.count, columns: columns)
    }
    result.relation = Relation(fields: fields, chunks: chunks)
    result.bound.append(place)
  }

  // MARK: What is none

  /// Whether a loaded column holds numbers; where it does not, a note says so.
  mutating func holdsNumbers(_ place: Int) -> Bool {
    guard let field = field(place) else { return false }
    if !field.type.isNumeric { noteNoMeasure(place, "it holds no numbers") }
    return field.type.isNumeric
  }

  /// Notes why the column at `place` is no measure.
  mutating func noteNoMeasure(_ place: Int, _ reason: String) {
    result.notes.append("\(names[place]) is no measure: \(reason)")
  }
}
