extension CastKernels {
  /// Whether ``readTimestampsWithOffset(_:isTry:)`` reads `text`.
  package static func isTimestampWithOffset(_ text: String) -> Bool {
    var copy = text
    return copy.withUTF8 { DateReader.timestampWithOffset($0) != nil }
  }

  /// Timestamps at the nearest multiples of `unit` microseconds, a divisor of a day; halves away
  /// from 1970.
  package static func rounded(_ vector: Vector, toMicroseconds unit: Int) throws -> Vector {
    if unit <= 1 { return vector }
    return try TextKernels.apply([vector], .timestamp, vector.count) { inputs, count in
      let source = NumberSource.integers(inputs[0], as: Int64.self)
      return try DateKernels.stored(inputs, count, .timestamp) { row in
        let whole = dividedRoundingHalfAway(Int(source.pointer[row]), by: unit)
        let (result, overflow) = whole.multipliedReportingOverflow(by: unit)
        if overflow { throw ValueError.overflow(type: .timestamp) }
        return result
      }
    }
  }

  /// The moments in UTC of texts that may end with an offset from UTC: `10:11:12+02`, `-05:30`,
  /// `Z`. Without one a text counts as UTC.
  ///
  /// - Parameter isTry: whether a text that does not read so becomes NULL rather than an error.
  package static func readTimestampsWithOffset(
    _ vector: Vector, isTry: Bool = false
  ) throws -> Vector {
    try TextKernels.apply([vector], .timestamp, vector.count) { inputs, count in
      let vector = inputs[0]
      return try TextReader.read(vector) { texts in
        let result = Buffer<Int64>(repeating: 0, count: count)
        var failures: [Int] = []
        for row in 0..<count {
          if let moment = DateReader.timestampWithOffset(texts[row]) {
            result.pointer[row] = moment
          } else {
            failures.append(row)
          }
        }
        let validity = try settle(failures, vector, isTry: isTry) {
          .unreadable(text: String(decoding: texts[$0], as: UTF8.self), type: .timestamp)
        }
        return Self.vector(result, count, .timestamp, validity)
      }
    }
  }
}
