/// A share of the values: which value, in ascending order, has it below itself.
package struct QuantileFraction: Sendable {
  /// Numerator and denominator of the share, where it was written as an exact number.
  private let exact: (numerator: Int128, denominator: Int128)?
  private let share: Double
  /// Whether it is counted from the greatest value down.
  package let isDescending: Bool

  /// - Parameter value: a number of -1 … 1; a negative one counts from the greatest value down.
  /// - Throws: ``ValueError/badArgument(_:)`` for anything else.
  package init(_ value: Value?, isDescending: Bool = false) throws(ValueError) {
    var exact: (Int128, Int128)?
    let number: Double
    switch value {
    case .integer(let whole)?:
      exact = (whole, 1)
      number = Double(whole)
    case .decimal(let unscaled, let scale)?:
      exact = scale <= 18 ? (unscaled, PowersOfTen.integer(scale)) : nil
      number = Double(unscaled) / PowersOfTen.double(scale)
    case .double(let double)?: number = double
    case nil: throw .badArgument("the quantile must be a constant, such as 0.25")
    default: throw .badArgument("the quantile must be a number between -1 and 1")
    }
    guard number >= -1, number <= 1 else {
      throw .badArgument("the quantile must be a number between -1 and 1")
    }
    self.exact = exact.map { (abs($0.0), $0.1) }
    share = abs(number)
    self.isDescending = isDescending != (number < 0)
  }

  /// The half: the median.
  package static let half = QuantileFraction(half: ())

  private init(half: Void) {
    exact = (1, 2)
    share = 0.5
    isDescending = false
  }

  /// The place of the first of `count` values with at least the share at or below it.
  func discretePlace(_ count: Int) -> Int {
    let above: Int
    if let exact {
      let total = Int128(count) * exact.denominator
      above = Int((total - exact.numerator * Int128(count)) / exact.denominator)
    } else {
      above = Int((Double(count) - share * Double(count)).rounded(.down))
    }
    return place(min(count, max(1, count - above)) - 1, count)
  }

  /// The places of the two values around the share, and how far it lies from one to the other.
  func continuousPlaces(_ count: Int) -> (lower: Int, upper: Int, weight: Double) {
    let rank = Double(count - 1) * share
    let lower = min(count - 1, max(0, Int(rank.rounded(.down))))
    let upper = min(count - 1, max(0, Int(rank.rounded(.up))))
    return (place(lower, count), place(upper, count), rank - Double(lower))
  }

  private func place(_ index: Int, _ count: Int) -> Int { isDescending ? count - 1 - index : index }
}

/// Medians and other quantiles: keeps all values and selects.
///
/// | result | argument | rule |
/// |---|---|---|
/// | the value itself | any type | the first value with at least that share at or below it |
/// | DOUBLE | whole numbers, DOUBLE | lies between two values in proportion |
/// | DECIMAL | the same DECIMAL | the same, rounded to its scale, halves away from zero |
/// | TIMESTAMP, TIME | the same | the same, rounded to the microsecond |
/// | INTERVAL | INTERVAL | the mean of two, part by part |
package final class QuantileState: CollectingState {
  private let fraction: QuantileFraction
  private let isContinuous: Bool
  private let type: DataType
  private let resultType: DataType

  /// - Parameters:
  ///   - isContinuous: whether a result may lie between two values.
  ///   - type: of the argument.
  ///   - resultType: that type, or DOUBLE for a continuous one of whole numbers.
  package init(
    _ fraction: QuantileFraction, isContinuous: Bool, type: DataType, resultType: DataType,
    rows: GroupRowCounts
  ) {
    self.fraction = fraction
    self.isContinuous = isContinuous
    self.type = type
    self.resultType = resultType
    super.init(rows: rows)
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    guard let values = try collected.columns().first, values.constant?.isNull != true else {
      return Vector(constant: .null, type: resultType, count: cells.count)
    }
    let segments = ValueSegments(values, collected)
    let lower = Buffer<UInt32>(count: cells.count)
    let upper = Buffer<UInt32>(count: cells.count)
    let weights = Buffer<Double>(count: cells.count)
    for index in 0..<cells.count {
      let group = Int(cells.rows.pointer[index])
      let count = segments.count(group)
      weights.pointer[index] = 0
      if count == 0 {
        lower.pointer[index] = RowSelection.missing
        upper.pointer[index] = RowSelection.missing
      } else if isContinuous {
        let places = fraction.continuousPlaces(count)
        lower.pointer[index] = segments.row(at: places.lower, of: group)
        upper.pointer[index] =
          places.upper == places.lower
          ? lower.pointer[index] : segments.row(at: places.upper, of: group)
        weights.pointer[index] = places.weight
      } else {
        lower.pointer[index] = segments.row(at: fraction.discretePlace(count), of: group)
      }
    }
    let count = cells.count
    let below = try Gather.rows(
      RowSelection(rows: lower, count: count, hasMissing: true), of: values)
    if !isContinuous { return below }
    let above = try Gather.rows(
      RowSelection(rows: upper, count: count, hasMissing: true), of: values)
    return Self.between(below, above, weights, type: resultType)
  }

  /// What lies between the values of two vectors, by its weight from one to the other.
  private static func between(
    _ below: Vector, _ above: Vector, _ weights: Buffer<Double>, type: DataType
  ) -> Vector {
    let count = below.count
    if below.constant?.isNull == true {
      return Vector(constant: .null, type: type, count: count)
    }
    if type == .double {
      let low = below.type == .double
        ? NumberSource.doubles(below) : NumberSource.unscaledDoubles(below)
      let high = above.type == .double
        ? NumberSource.doubles(above) : NumberSource.unscaledDoubles(above)
      let result = Buffer<Double>(count: count)
      for row in 0..<count {
        let weight = weights.pointer[row]
        // Not one value plus a share of the difference, which may overflow.
        result.pointer[row] =
          weight == 0
          ? low.pointer[row] : low.pointer[row] * (1 - weight) + high.pointer[row] * weight
      }
      return Vector(
        type: .double, count: count, storage: .float64(result), validity: below.validity)
    }
    let low = NumberSource.integers(below, as: Int128.self)
    let high = NumberSource.integers(above, as: Int128.self)
    let result = Buffer<Int128>(count: count)
    if type == .interval {
      for row in 0..<count {
        var sum = IntervalSum()
        sum.add(Interval(bits: low.pointer[row]))
        sum.add(Interval(bits: high.pointer[row]))
        result.pointer[row] =
          weights.pointer[row] == 0 || below.isNull(row) ? low.pointer[row] : sum.mean.bits
      }
      return Vector(
        type: type, count: count, storage: .int128(result), validity: below.validity)
    }
    for row in 0..<count {
      result.pointer[row] = between(low.pointer[row], high.pointer[row], weights.pointer[row])
    }
    return CastKernels.vector(result, count, type, below.validity)
  }

  /// Rounded, halves away from zero.
  private static func between(_ low: Int128, _ high: Int128, _ weight: Double) -> Int128 {
    if weight == 0 || low == high { return low }
    if weight == 0.5 { return Rounded.mean(low, high) }
    let (distance, overflow) = high.subtractingReportingOverflow(low)
    if overflow {
      return Int128(exactly: (Double(low) * (1 - weight) + Double(high) * weight).rounded()) ?? low
    }
    let step = (Double(distance) * weight).rounded(.toNearestOrAwayFromZero)
    return low + (Int128(exactly: step) ?? 0)
  }
}

/// Divisions of whole numbers with rounding.
enum Rounded {
  /// The mean of two numbers of any size, halves away from zero.
  static func mean(_ a: Int128, _ b: Int128) -> Int128 {
    let (half, rest) = (a / 2 + b / 2, a % 2 + b % 2)
    if rest.magnitude != 1 { return half + rest / 2 }
    let isNegative = half < 0 || half == 0 && rest < 0
    return (rest < 0) == isNegative ? half + rest : half
  }

  /// The quotient of a number and a positive one, halves away from zero.
  static func quotient(_ number: Int128, _ divisor: Int128) -> Int128 {
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
    if remainder.magnitude < divisor.magnitude - remainder.magnitude { return quotient }
    return number < 0 ? quotient - 1 : quotient + 1
  }
}

/// The values of each group, NULLs left out, among which rows are found by their place in order.
struct ValueSegments {
  private let rows: GroupedRows
  /// Numbers in the order of the values: in the order of the rows, and a copy to be shuffled.
  private let numbers: Buffer<UInt64>
  private let work: Buffer<UInt64>

  /// - Parameter values: of all rows of `collected`, and not all NULL.
  init(_ values: Vector, _ collected: CollectedRows) {
    rows = collected.rowsByGroup(validity: values.validity)
    let term = SortTerm(vector: values, isDescending: false, nullsFirst: false)
    let ordered = SortField.fields(of: term).last?.numbers
    let numbers = Buffer<UInt64>(count: rows.rows.count)
    for index in 0..<rows.rows.count {
      numbers.pointer[index] = ordered?.pointer[Int(rows.rows.pointer[index])] ?? 0
    }
    self.numbers = numbers
    work = Buffer(numbers.elements)
  }

  /// Values of `group`.
  func count(_ group: Int) -> Int { rows.range(group).count }

  /// The rows of `group`, in their order.
  func rows(_ group: Int) -> UnsafeBufferPointer<UInt32> {
    UnsafeBufferPointer(rebasing: rows.rows.elements[rows.range(group)])
  }

  /// A row whose value stands at `place` when the values of `group` are in ascending order.
  ///
  /// - Complexity: O(values of the group) on average.
  func row(at place: Int, of group: Int) -> UInt32 {
    let range = rows.range(group)
    let segment = work.pointer + range.lowerBound
    Selection.select(place, of: segment, count: range.count)
    let number = segment[place]
    var index = range.lowerBound
    while numbers.pointer[index] != number { index += 1 }
    return rows.rows.pointer[index]
  }
}
