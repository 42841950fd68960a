import Reference

/// Measures as two columns each: an amount and a unit, for programs that know no measures.
package enum MeasureSplitting {
  /// The same rows, in which every column `q` of measures is a column `q` of amounts, a DECIMAL, and
  /// a column `q_unit` of their units behind it.
  ///
  /// Amounts that do not fit one DECIMAL are texts.
  package static func split(_ relation: Relation) -> Relation {
    guard relation.fields.contains(where: { $0.type == .measure }) else { return relation }
    var fields: [Field] = []
    var columns: [[Vector]] = relation.chunks.map { _ in [] }
    for (place, field) in relation.fields.enumerated() {
      guard field.type == .measure else {
        fields.append(field)
        for chunk in relation.chunks.indices {
          columns[chunk].append(relation.chunks[chunk].columns[place])
        }
        continue
      }
      let vectors = relation.chunks.map { $0.columns[place] }
      let amounts = amounts(vectors)
      fields.append(Field(name: field.name, type: amounts.type))
      fields.append(Field(name: field.name + "_unit", type: .varchar))
      for chunk in relation.chunks.indices {
        columns[chunk].append(amounts.vectors[chunk])
        columns[chunk].append(MeasureConversion.units(vectors[chunk]))
      }
    }
    return Relation(
      fields: fields,
      chunks: zip(relation.chunks, columns).map { Chunk(count: $0.count, columns: $1) })
  }

  private static func amounts(_ vectors: [Vector]) -> (type: DataType, vectors: [Vector]) {
    var scale = 0
    var isExact = true
    let shown = vectors.map { vector in
      (0..<vector.count).map { row -> (unscaled: Int128, scale: Int)? in
        guard case .measure(let measure) = vector.value(row) else { return nil }
        let amount = MeasureText.shownAmount(measure)
        scale = max(scale, amount.scale)
        return amount
      }
    }
    let type = DataType.decimal(precision: DataType.maximumPrecision, scale: scale)
    let range = PowersOfTen.range(of: type)
    let decimals = shown.map { amounts in
      Vector(
        amounts.map { amount -> Value in
          guard let amount else { return .null }
          let (number, overflow) = amount.unscaled.multipliedReportingOverflow(
            by: PowersOfTen.integer(scale - amount.scale))
          if overflow || !range.contains(number) { isExact = false }
          return .decimal(unscaled: number, scale: scale)
        }, type: type)
    }
    if isExact { return (type, decimals) }
    return (
      .varchar,
      shown.map { amounts in
        Vector(
          amounts.map { amount in
            amount.map { .text(ValueText.string(.decimal(unscaled: $0.unscaled, scale: $0.scale))) }
              ?? .null
          }, type: .varchar)
      }
    )
  }
}
