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

  /// The share of the rows with a unit of which somebody must know the unit, for numbers to become
  /// measures unasked: the name of the column says already that it holds units.
  private static let knownShare = 0.5

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
    var result = Result(relation: relation)
    let isDeclared = if case .declared = choice { true } else { false }
    let loaded = Dictionary(
      relation.fields.enumerated().map { ($1.name.lowercased(), $0) },
      uniquingKeysWith: { a, _ in a })
    let places = names.map { loaded[$0.lowercased()] }
    if case .declared(let declared) = choice {
      let known = Set(names.map { $0.lowercased() })
      for pair in declared where !known.contains(pair.amount.lowercased()) {
        throw ValueError.badArgument("there is no column '\(pair.amount)'")
      }
    }
    func type(_ place: Int) -> DataType? { places[place].map { relation.fields[$0].type } }
    let pairs = MeasurePairs.pairs(
      choice, among: names, isNumber: { type($0)?.isNumeric ?? false },
      isMeasure: { type($0) == .measure })
    for pair in pairs {
      guard let amount = places[pair.amount] else { continue }
      let field = relation.fields[amount]
      guard wanted?.contains(field.name.lowercased()) ?? true else { continue }
      guard field.type.isNumeric else {
        result.notes.append("\(field.name) is no measure: it holds no numbers")
        continue
      }
      if let place = pair.unit {
        guard let unit = places[place] else { continue }
        try bind(amount, unit, isDeclared: isDeclared, &result)
      } else {
        try bind(amount, unitNamed: pair.name, &result)
      }
    }
    return result
  }

  // MARK: A column of units

  private static func bind(
    _ amount: Int, _ unit: Int, isDeclared: Bool, _ result: inout Result
  ) throws {
    let fields = result.relation.fields
    let (name, unitName) = (fields[amount].name, fields[unit].name)
    guard fields[unit].type == .varchar else {
      if isDeclared {
        result.notes.append("\(name) is no measure: \(unitName) holds no units")
      }
      return
    }
    let tally = UnitTexts(result.relation, column: unit)
    guard tally.isCountable, isDeclared || tally.knownShare >= knownShare else {
      if tally.hasKnown {
        result.notes.append(
          "\(name) is no measure: too little of \(unitName) are units "
            + "(\(tally.examples)); measures = {'\(name)': '\(unitName)'} makes it one")
      }
      return
    }
    do {
      let vectors = try self.vectors(result.relation, amount, unit)
      result.relation = replacing(amount, with: vectors, in: result.relation)
    } catch let error as ValueError {
      if isDeclared { throw error }
      result.notes.append("\(name) is no measure: an amount is too large for one")
      return
    }
    result.bound.append(amount)
    let digits = fields[amount].type == .double ? "; doubles count with 15 digits" : ""
    result.notes.append("\(name) is a measure in the units of \(unitName)\(tally.summary)\(digits)")
  }

  private static func vectors(
    _ relation: Relation, _ amount: Int, _ unit: Int
  ) throws -> [Vector] {
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

  private static func bind(
    _ amount: Int, unitNamed name: String, _ result: inout Result
  ) throws {
    let field = result.relation.fields[amount]
    guard let unit = UnitRegistry.unit(named: name) else {
      throw ValueError.badArgument("there is neither a column nor a unit '\(name)'")
    }
    let vectors = try result.relation.chunks.map { chunk in
      try MeasureMaking.make(
        chunk.columns[amount],
        Vector(constant: .text(name), type: .varchar, count: chunk.count))
    }
    result.relation = replacing(amount, with: vectors, in: result.relation)
    result.bound.append(amount)
    result.notes.append("\(field.name) is a measure in \(unit.symbol)")
  }

  private static func replacing(
    _ place: Int, with vectors: [Vector], in relation: Relation
  ) -> Relation {
    var fields = relation.fields
    fields[place] = Field(name: fields[place].name, type: .measure)
    let chunks = zip(relation.chunks, vectors).map { chunk, vector in
      var columns = chunk.columns
      columns[place] = vector
      return Chunk(count: chunk.count, columns: columns)
    }
    return Relation(fields: fields, chunks: chunks)
  }
}
