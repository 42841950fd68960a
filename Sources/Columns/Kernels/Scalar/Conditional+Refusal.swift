extension ConditionalKernels {
  /// Fails with the text of the first row as the message, where there is one.
  ///
  /// - Throws: ``ValueError/badArgument(_:)``.
  package static func fail(_ messages: Vector) throws -> Vector {
    for row in 0..<messages.count {
      if case .text(let message) = messages.value(row) { throw ValueError.badArgument(message) }
    }
    return Vector(constant: .null, type: .null, count: messages.count)
  }

  /// Each value where none of `others` is NULL in its row, else NULL.
  package static func orNull(_ value: Vector, others: [Vector]) throws(ValueError) -> Vector {
    var result = value
    let nothing = Vector(constant: .null, type: value.type, count: value.count)
    for other in others {
      result = try choose(
        LogicKernels.isNull(other, isNegated: false), nothing, result, type: value.type)
    }
    return result
  }
}
