extension DateKernels {
  /// Timestamps as they are, where all `zones` name UTC.
  ///
  /// A TIMESTAMP has no zone and counts as UTC, so that the clocks of other zones could not be told
  /// from it any more.
  ///
  /// - Throws: ``ValueError/badArgument(_:)`` for any other zone.
  package static func inUTC(_ moments: Vector, zones: Vector) throws -> Vector {
    try TextKernels.apply([moments, zones], .timestamp, moments.count) { inputs, count in
      let source = NumberSource.integers(inputs[0], as: Int64.self)
      return try TextReader.read(inputs[1]) { zones in
        try stored(inputs, count, .timestamp) { row in
          let zone = zones[row]
          guard
            ["utc", "gmt", "z", "etc/utc", "etc/gmt"].contains(where: {
              ValueWords.matches(zone, $0)
            })
          else {
            throw ValueError.badArgument(
              "'\(String(decoding: zone, as: UTF8.self))' is not UTC, the one time zone there is; "
                + "for another, add the INTERVAL by which its clocks differ")
          }
          return Int(source.pointer[row])
        }
      }
    }
  }
}
