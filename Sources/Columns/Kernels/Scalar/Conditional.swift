/// Functions that choose among their arguments.
///
/// All arguments are evaluated on all rows by the time they come here; what must not be evaluated
/// where it is not chosen is a CASE, which evaluates each branch on its own rows.
package enum ConditionalKernels {
  /// In each row the first of `values`, all of `type`, that is not NULL.
  package static func coalesce(_ values: [Vector], type: DataType, count: Int) throws(ValueError)
    -> Vector
  {
    guard let first = values.first else {
      return Vector(constant: .null, type: type, count: count)
    }
    var result = first
    for next in values.dropFirst() {
      if result.constant?.isNull == true {
        result = next
        continue
      }
      guard let validity = result.validity else { return result }
      result = try merge(validity, result, next, type: type)
    }
    return result
  }

  /// `whenTrue` where `condition` is true, `otherwise` where it is false or NULL.
  package static func choose(
    _ condition: Vector, _ whenTrue: Vector, _ otherwise: Vector, type: DataType
  ) throws(ValueError) -> Vector {
    // Bits of NULL rows are zero.
    switch condition.storage {
    case .bits(let bits): try merge(bits, whenTrue, otherwise, type: type)
    case .constant(.boolean(true)): whenTrue
    default: otherwise
    }
  }

  /// Each value, or NULL where it equals the other one of the same row.
  package static func nullIf(_ value: Vector, _ other: Vector) throws(ValueError) -> Vector {
    let nothing = Vector(constant: .null, type: value.type, count: value.count)
    return try choose(
      ComparisonKernels.compare(.equal, value, other), nothing, value, type: value.type)
  }

  /// In each row the greatest of `values`, or where not `wantsGreatest` the least; NULLs are left
  /// out, and the result is NULL only where all are.
  package static func extreme(
    _ values: [Vector], wantsGreatest: Bool, type: DataType, count: Int
  ) throws(ValueError) -> Vector {
    guard var result = values.first else {
      return Vector(constant: .null, type: type, count: count)
    }
    for next in values.dropFirst() {
      let isBetter = ComparisonKernels.compare(wantsGreatest ? .greater : .less, next, result)
      let isOnly = LogicKernels.isNull(result, isNegated: false)
      // Where `next` is NULL it is not better, and makes no difference where it is the only one.
      result = try choose(
        LogicKernels.or([isBetter, isOnly], count: count), next, result, type: type)
    }
    return result
  }

  /// `a` in the rows whose bit is set in `mask`, `b` in the others.
  static func merge(
    _ mask: Bitmap, _ a: Vector, _ b: Vector, type: DataType
  ) throws(ValueError) -> Vector {
    if let blended = Blending.blended(mask, a, b, type: type) { return blended }
    guard let chosen = Selecting.rows(mask, and: nil) else { return a }
    if chosen.count == 0 { return b }
    let others = Selecting.complement(of: chosen, count: mask.count)
    return try Selecting.interleave(
      [
        (chosen, try Gather.rows(chosen, of: a)),
        (others, try Gather.rows(others, of: b)),
      ], type: type, count: mask.count)
  }
}
