/// `AND`, `OR`, `NOT` and the tests that never answer NULL.
package enum LogicKernels {
  /// Whether all of `operands`, BOOLEAN vectors of `count` rows, are true: false where one is
  /// false, else NULL where one is NULL.
  package static func and(_ operands: [Vector], count: Int) -> Vector {
    combine(operands, count: count, deciding: false)
  }

  /// Whether one of `operands` is true: true where one is true, else NULL where one is NULL.
  package static func or(_ operands: [Vector], count: Int) -> Vector {
    combine(operands, count: count, deciding: true)
  }

  /// AND where `deciding` is false, OR where it is true: one operand with that value decides.
  private static func combine(_ operands: [Vector], count: Int, deciding: Bool) -> Vector {
    var columns: [(truth: Bitmap, validity: Bitmap?)] = []
    var hasNull = false
    for operand in operands {
      switch operand.storage {
      case .constant(let value):
        if value == .boolean(deciding) {
          return Vector(constant: value, type: .boolean, count: count)
        }
        if value.isNull { hasNull = true }
      case .bits(let bits): columns.append((bits, operand.validity))
      default: hasNull = true
      }
    }
    if columns.isEmpty {
      return Vector(
        constant: hasNull ? .null : .boolean(!deciding), type: .boolean, count: count)
    }
    // A row is decided where a known operand has the deciding value, and known where it is
    // decided or all operands are known.
    let decided = Buffer<UInt64>(repeating: 0, count: Bitmap.wordCount(forRows: count))
    let known = Buffer<UInt64>(repeating: hasNull ? 0 : .max, count: decided.count)
    let decidedWords = decided.pointer
    let knownWords = known.pointer
    let flip: UInt64 = deciding ? 0 : .max
    for column in columns {
      let truth = column.truth.words.pointer
      var word = 0
      if let valid = column.validity?.words.pointer {
        while word < decided.count {
          decidedWords[word] |= (truth[word] ^ flip) & valid[word]
          knownWords[word] &= valid[word]
          word &+= 1
        }
      } else {
        while word < decided.count {
          decidedWords[word] |= truth[word] ^ flip
          word &+= 1
        }
      }
    }
    let result = Buffer<UInt64>(count: decided.count)
    var unknown: UInt64 = 0
    var word = 0
    while word < decided.count {
      knownWords[word] |= decidedWords[word]
      result.pointer[word] = deciding ? decidedWords[word] : knownWords[word] & ~decidedWords[word]
      unknown |= ~knownWords[word]
      word &+= 1
    }
    var validity: Bitmap?
    if unknown != 0 {
      Bitmap.clearTail(known, count: count)
      validity = Bitmap(words: known, count: count)
    }
    return Nulls.booleans(result, count: count, validity: validity)
  }

  /// True for false and false for true.
  package static func not(_ operand: Vector) -> Vector {
    if case .constant(let value) = operand.storage {
      let result: Value = value.isNull ? .null : .boolean(value != .boolean(true))
      return Vector(constant: result, type: .boolean, count: operand.count)
    }
    let bits = NumberSource.bits(operand)
    return Nulls.booleans(inverted(bits), count: operand.count, validity: operand.validity)
  }

  /// `IS NULL`, or where `isNegated` `IS NOT NULL`, of a vector of any type.
  package static func isNull(_ operand: Vector, isNegated: Bool) -> Vector {
    let count = operand.count
    if case .constant(let value) = operand.storage {
      return Vector(constant: .boolean(value.isNull != isNegated), type: .boolean, count: count)
    }
    guard let validity = operand.validity else {
      return Vector(constant: .boolean(isNegated), type: .boolean, count: count)
    }
    if isNegated {
      return Vector(type: .boolean, count: count, storage: .bits(validity))
    }
    return Nulls.booleans(inverted(validity), count: count, validity: nil)
  }

  /// `IS TRUE` or `IS FALSE`, as `value` says, or where `isNegated` `IS NOT …`: never NULL.
  package static func `is`(_ value: Bool, _ operand: Vector, isNegated: Bool) -> Vector {
    let count = operand.count
    if case .constant(let constant) = operand.storage {
      let holds = constant == .boolean(value)
      return Vector(constant: .boolean(holds != isNegated), type: .boolean, count: count)
    }
    let bits = NumberSource.bits(operand)
    let words = Buffer<UInt64>(count: bits.words.count)
    let truth = bits.words.pointer
    let valid = operand.validity?.words.pointer
    var word = 0
    while word < words.count {
      // Bits of NULL rows are zero, so only `IS FALSE` needs the validity.
      let holds = value ? truth[word] : ~truth[word] & (valid.map { $0[word] } ?? .max)
      words.pointer[word] = isNegated ? ~holds : holds
      word &+= 1
    }
    return Nulls.booleans(words, count: count, validity: nil)
  }

  private static func inverted(_ bits: Bitmap) -> Buffer<UInt64> {
    let words = Buffer<UInt64>(count: bits.words.count)
    let source = bits.words.pointer
    let target = words.pointer
    var word = 0
    while word < words.count {
      target[word] = ~source[word]
      word &+= 1
    }
    return words
  }
}
