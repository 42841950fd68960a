/// One term of an ORDER BY, with the values to order by.
package struct SortTerm {
  package let vector: Vector
  package let isDescending: Bool
  package let nullsFirst: Bool

  package init(vector: Vector, isDescending: Bool, nullsFirst: Bool) {
    self.vector = vector
    self.isDescending = isDescending
    self.nullsFirst = nullsFirst
  }
}

/// Numbers whose ascending order is the order that a term asks for, NULLs included.
struct SortField: Sendable {
  /// Where the numbers come from.
  private enum Source: Sendable {
    case numbers(Buffer<UInt64>)
    /// The number of each code of a coded vector.
    case codes(Vector, image: Buffer<UInt32>)
    /// Integers whose number is `base` plus or minus the value.
    case integers(Vector, base: Int64, isNegated: Bool, null: UInt64)
  }

  private let source: Source
  /// Every number is less than 2^`bits`.
  let bits: Int

  private init(_ source: Source, bits: Int) {
    self.source = source
    self.bits = bits
  }

  /// - Parameter numbers: one for each row, less than 2^`bits`.
  init(numbers: Buffer<UInt64>, bits: Int) {
    self.init(.numbers(numbers), bits: bits)
  }

  /// The fields of all `terms`, in their order.
  static func fields(of terms: [SortTerm]) throws(ValueError) -> [SortField] {
    var fields: [SortField] = []
    for term in terms { fields += try self.fields(of: term) }
    return fields
  }

  /// The fields of a term: one, or for doubles a field for NULL and one for the value.
  ///
  /// - Throws: ``ValueError/interrupted`` alone.
  static func fields(of term: SortTerm) throws(ValueError) -> [SortField] {
    try Cancellation.point()
    let vector = comparable(term.vector)
    if vector.type.isFloating { return try doubleFields(vector, term) }
    if let domain = ColumnDomain(of: [vector]), let field = try self.field(vector, domain, term) {
      return [field]
    }
    let (numbers, last) = try ranks(vector)
    let order = Order(last: last, term)
    try Cancellation.forBlocks(of: 0..<vector.count) { rows in
      var row = rows.lowerBound
      while row < rows.upperBound {
        numbers.pointer[row] = order.number(numbers.pointer[row])
        row &+= 1
      }
    }
    return [SortField(numbers: numbers, bits: order.bits)]
  }

  /// A vector of numbers or texts in the same order.
  private static func comparable(_ vector: Vector) -> Vector {
    switch vector.type {
    case .interval: IntervalKernels.totals(vector)
    case .measure: MeasurePacking.order(vector)
    default: Bounding.bounded(vector)
    }
  }

  /// How the places of values, 1 … `last`, become numbers in the order of a term, and NULL's place,
  /// which is 0.
  private struct Order {
    let last: UInt64
    let isDescending: Bool
    let nullsFirst: Bool

    init(last: UInt64, _ term: SortTerm) {
      self.last = last
      isDescending = term.isDescending
      nullsFirst = term.nullsFirst
    }

    var bits: Int { KeyField.bits(forCount: Int(last) + 2) }
    var null: UInt64 { nullsFirst ? 0 : last + 1 }

    @inline(__always)
    func number(_ place: UInt64) -> UInt64 {
      let ordered = isDescending ? last &+ 1 &- place : place
      return place == 0 ? null : nullsFirst ? ordered : ordered &- 1
    }
  }

  /// The field of a vector whose values are numbered; nil where they must be looked at one by one.
  private static func field(
    _ vector: Vector, _ domain: ColumnDomain, _ term: SortTerm
  ) throws(ValueError) -> SortField? {
    guard let count = domain.count else { return nil }
    let order = Order(last: UInt64(count - 1), term)
    switch (domain, vector.storage) {
    case (.dictionary(let dictionary), .code8), (.dictionary(let dictionary), .code16),
      (.dictionary(let dictionary), .code32):
      guard order.bits <= 32 else { return nil }
      let ranks = try dictionary.ranks()
      let image = Buffer<UInt32>(count: max(1, dictionary.count))
      for code in 0..<image.count {
        image.pointer[code] = UInt32(truncatingIfNeeded: order.number(UInt64(ranks.pointer[code])))
      }
      return SortField(.codes(vector, image: image), bits: order.bits)
    case (.range(let bounds), .int8), (.range(let bounds), .int16), (.range(let bounds), .int32),
      (.range(let bounds), .int64):
      let first: Int64 = term.nullsFirst ? 1 : 0
      return SortField(
        .integers(
          vector,
          base: term.isDescending ? bounds.upperBound &+ first : first &- bounds.lowerBound,
          isNegated: term.isDescending, null: order.null),
        bits: order.bits)
    default:
      return nil
    }
  }

  /// Puts the numbers of the rows `places` behind those in `words`, or sets them where this is the
  /// first field.
  func append(to words: UnsafeMutablePointer<UInt64>, _ places: Range<Int>, isFirst: Bool) {
    switch source {
    case .numbers(let numbers):
      append(places, words, isFirst) { numbers.pointer[$0] }
    case .codes(let vector, let image):
      switch vector.storage {
      case .code8(let codes, _):
        append(places, words, isFirst) { UInt64(image.pointer[Int(codes.pointer[$0])]) }
      case .code16(let codes, _):
        append(places, words, isFirst) { UInt64(image.pointer[Int(codes.pointer[$0])]) }
      case .code32(let codes, _):
        append(places, words, isFirst) { UInt64(image.pointer[Int(codes.pointer[$0])]) }
      default: break
      }
    case .integers(let vector, let base, let isNegated, let null):
      switch vector.storage {
      case .int8(let values):
        append(values.pointer, vector.validity, base, isNegated, null, places, words, isFirst)
      case .int16(let values):
        append(values.pointer, vector.validity, base, isNegated, null, places, words, isFirst)
      case .int32(let values):
        append(values.pointer, vector.validity, base, isNegated, null, places, words, isFirst)
      case .int64(let values):
        append(values.pointer, vector.validity, base, isNegated, null, places, words, isFirst)
      default: break
      }
    }
  }

  @inline(__always)
  private func append<Number: FixedWidthInteger & SignedInteger>(
    _ values: UnsafePointer<Number>, _ validity: Bitmap?, _ base: Int64, _ isNegated: Bool,
    _ null: UInt64, _ places: Range<Int>, _ words: UnsafeMutablePointer<UInt64>, _ isFirst: Bool
  ) {
    let sign: Int64 = isNegated ? -1 : 0
    if let valid = validity?.words.pointer {
      append(places, words, isFirst) { row in
        let value = (Int64(truncatingIfNeeded: values[row]) ^ sign) &- sign
        let isValid = valid[row >> 6] >> UInt64(row & 63) & 1 != 0
        return isValid ? UInt64(bitPattern: value &+ base) : null
      }
    } else {
      append(places, words, isFirst) { row in
        let value = (Int64(truncatingIfNeeded: values[row]) ^ sign) &- sign
        return UInt64(bitPattern: value &+ base)
      }
    }
  }

  @inline(__always)
  private func append(
    _ places: Range<Int>, _ words: UnsafeMutablePointer<UInt64>, _ isFirst: Bool,
    _ number: (Int) -> UInt64
  ) {
    let shift = UInt64(min(bits, 63))
    var row = places.lowerBound
    if isFirst {
      while row < places.upperBound {
        words[row] = number(row)
        row &+= 1
      }
    } else {
      while row < places.upperBound {
        words[row] = words[row] << shift | number(row)
        row &+= 1
      }
    }
  }

  /// The numbers, one for each of `count` rows.
  func numbers(count: Int) -> Buffer<UInt64> {
    if case .numbers(let numbers) = source { return numbers }
    let result = Buffer<UInt64>(count: count)
    append(to: result.pointer, 0..<count, isFirst: true)
    return result
  }

  // MARK: Values without numbers

  /// The place of each value in ascending order, from 1 on, equal values in one place; 0 for
  /// NULL. And the last place.
  private static func ranks(
    _ vector: Vector
  ) throws(ValueError) -> (Buffer<UInt64>, last: UInt64) {
    if let domain = ColumnDomain(of: [vector]), let count = domain.count {
      let numbers = Buffer<UInt64>(count: vector.count)
      DomainNumbers.fold(vector, in: domain, multiplier: 0 as UInt64, into: numbers.pointer)
      return (numbers, UInt64(count - 1))
    }
    if case .text(let texts) = vector.storage {
      return try TextOrder.places(texts, vector.validity)
    }
    return try rankedValues(vector)
  }

  /// The places of values that have no domain: 128-bit integers, constants.
  private static func rankedValues(
    _ vector: Vector
  ) throws(ValueError) -> (Buffer<UInt64>, last: UInt64) {
    let numbers = Buffer<UInt64>(repeating: 0, count: vector.count)
    if let constant = vector.constant {
      if !constant.isNull { numbers.pointer.update(repeating: 1, count: vector.count) }
      return (numbers, 1)
    }
    // The two halves of each value, whose order as unsigned numbers is that of the values.
    let low = Buffer<UInt64>(repeating: 0, count: vector.count)
    let high = Buffer<UInt64>(repeating: 0, count: vector.count)
    let present = Buffer<UInt32>(count: vector.count)
    var count = 0
    try Cancellation.forBlocks(of: 0..<vector.count) { rows in
      for row in rows where !vector.isNull(row) {
        let value = Constants.unscaled(vector.value(row))
        low.pointer[row] = UInt64(truncatingIfNeeded: value)
        high.pointer[row] = UInt64(truncatingIfNeeded: value >> 64) ^ 1 << 63
        present.pointer[count] = UInt32(truncatingIfNeeded: row)
        count &+= 1
      }
    }
    let order = Buffer<UInt32>(present.elements[..<count])
    try RadixSort.sort(order, by: low, bits: 64)
    try RadixSort.sort(order, by: high, bits: 64)
    var place: UInt64 = 0
    try Cancellation.forBlocks(of: 0..<count) { places in
      for index in places {
        let row = Int(order.pointer[index])
        let before = index == 0 ? row : Int(order.pointer[index &- 1])
        let isNew =
          low.pointer[row] != low.pointer[before] || high.pointer[row] != high.pointer[before]
        if index == 0 || isNew { place &+= 1 }
        numbers.pointer[row] = place
      }
    }
    return (numbers, place)
  }

  private static func doubleFields(
    _ vector: Vector, _ term: SortTerm
  ) throws(ValueError) -> [SortField] {
    let count = vector.count
    let nulls = Buffer<UInt64>(count: count)
    let numbers = Buffer<UInt64>(repeating: 0, count: count)
    let expanded = Constants.expanded(vector)
    guard case .float64(let values) = expanded.storage else { return [] }
    try Cancellation.forBlocks(of: 0..<count) { rows in
      for row in rows {
        let isNull = expanded.isNull(row)
        nulls.pointer[row] = isNull == term.nullsFirst ? 0 : 1
        if isNull { continue }
        let ordered = self.ordered(values.pointer[row])
        numbers.pointer[row] = term.isDescending ? ~ordered : ordered
      }
    }
    let value = SortField(numbers: numbers, bits: 64)
    return expanded.validity == nil ? [value] : [SortField(numbers: nulls, bits: 1), value]
  }

  /// Bits whose unsigned order is the order of the numbers: NaN last, -0 equal to 0.
  @inline(__always)
  static func ordered(_ value: Double) -> UInt64 {
    if value.isNaN { return .max }
    let bits = (value == 0 ? 0 : value).bitPattern
    return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
  }

  /// The number whose ``ordered(_:)`` is `bits`.
  @inline(__always)
  static func double(_ bits: UInt64) -> Double {
    Double(bitPattern: bits >> 63 == 0 ? ~bits : bits & ~(1 << 63))
  }

  // MARK: Rough numbers

  /// Numbers that never descend in the order of `term`, made in one pass: equal ones may stand for
  /// values that are not.
  static func rough(_ term: SortTerm) throws(ValueError) -> Buffer<UInt64> {
    try Cancellation.point()
    let vector = comparable(term.vector)
    if !vector.type.isFloating, let domain = ColumnDomain(of: [vector]),
      let field = try field(vector, domain, term)
    {
      return field.numbers(count: vector.count)
    }
    switch vector.storage {
    case .text(let texts):
      return rough(vector, term) { TextOrder.prefix(texts, $0) }
    case .float64(let values):
      return rough(vector, term) { ordered(values.pointer[$0]) }
    case .int128(let values):
      return rough(vector, term) { row in
        let value = Int64(truncatingIfNeeded: values.pointer[row] >> 64)
        return UInt64(bitPattern: value) ^ 1 << 63
      }
    default:
      return try fields(of: term).first?.numbers(count: vector.count)
        ?? Buffer(repeating: 0, count: vector.count)
    }
  }

  @inline(__always)
  private static func rough(
    _ vector: Vector, _ term: SortTerm, _ ascending: (Int) -> UInt64
  ) -> Buffer<UInt64> {
    let numbers = Buffer<UInt64>(count: vector.count)
    let flip: UInt64 = term.isDescending ? .max : 0
    let null: UInt64 = term.nullsFirst ? 0 : .max
    var row = 0
    while row < vector.count {
      let isNull = vector.validity.map { !$0[row] } ?? false
      // The first and the last number are left to NULL.
      numbers.pointer[row] = isNull ? null : ((ascending(row) ^ flip) >> 2) &+ 1
      row &+= 1
    }
    return numbers
  }
}
