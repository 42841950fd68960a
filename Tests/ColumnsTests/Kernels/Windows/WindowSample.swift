@testable import Columns

/// A small random table for windows, and what windows mean on it, row by row and by definition.
struct WindowSample {
  let count: Int
  /// The key of each row's partition; nil is NULL.
  let keys: [Int?]
  /// What each row is ordered by; nil is NULL.
  let order: [Int?]
  let isDescending: Bool
  let nullsFirst: Bool
  /// What is computed on.
  let values: [Int?]
  let filter: [Bool?]

  init(seed: UInt64, count: Int) {
    var numbers = SampleNumbers(seed: seed)
    func random(_ bound: UInt64, nulls: UInt64) -> Int? {
      numbers.next() >> 8 % 8 < nulls ? nil : Int(numbers.next() >> 8 % bound) - Int(bound / 3)
    }
    self.count = count
    keys = (0..<count).map { _ in random(3, nulls: 1) }
    order = (0..<count).map { _ in random(6, nulls: 1) }
    values = (0..<count).map { _ in random(100, nulls: 2) }
    filter = (0..<count).map { _ in
      [true, true, false, nil][Int(numbers.next() >> 8 % 4)]
    }
    isDescending = numbers.next() >> 8 % 2 == 0
    nullsFirst = numbers.next() >> 8 % 2 == 0
  }

  static func vector(_ values: [Int?], type: DataType = .bigint) -> Vector {
    Vector(
      values.map { value in
        guard let value else { return .null }
        return type == .double ? .double(Double(value) / 4) : .integer(Int128(value))
      }, type: type)
  }

  var filterVector: Vector {
    Vector(filter.map { $0.map { .boolean($0) } ?? .null }, type: .boolean)
  }

  /// The order as the kernel makes it.
  func windowOrder(hasPartition: Bool = true, hasOrder: Bool = true) throws -> WindowOrder {
    try WindowOrder(
      partition: hasPartition ? [Self.vector(keys)] : [],
      order: hasOrder
        ? [
          SortTerm(
            vector: Self.vector(order), isDescending: isDescending, nullsFirst: nullsFirst)
        ] : [],
      count: count)
  }

  /// The rows of the partition of `row` in order.
  func partition(of row: Int) -> [Int] {
    (0..<count).filter { keys[$0] == keys[row] }.sorted { a, b in
      isBefore(a, b) || (!isBefore(b, a) && a < b)
    }
  }

  func isBefore(_ a: Int, _ b: Int) -> Bool {
    switch (order[a], order[b]) {
    case (nil, nil): false
    case (nil, _): nullsFirst
    case (_, nil): !nullsFirst
    case (let x?, let y?): isDescending ? x > y : x < y
    }
  }

  func arePeers(_ a: Int, _ b: Int) -> Bool { order[a] == order[b] }

  /// A bound, the distance signed: negative ones precede. nil is UNBOUNDED.
  struct Bound {
    let distance: Int?

    func specified(_ unit: FrameSpecification.Unit, _ sample: WindowSample)
      -> FrameSpecification
      .Bound
    {
      guard let distance else { return .unbounded }
      if distance == 0 { return .currentRow }
      if unit == .range {
        let reached = sample.order.map { value in
          value.map { sample.isDescending ? $0 - distance : $0 + distance }
        }
        return .offset(WindowSample.vector(reached), isFollowing: distance > 0)
      }
      return .offset(
        Vector(constant: .integer(Int128(abs(distance))), type: .bigint, count: sample.count),
        isFollowing: distance > 0)
    }
  }

  /// The rows of the frame of `row`, in order.
  func frame(
    of row: Int, _ unit: FrameSpecification.Unit, _ start: Bound, _ end: Bound,
    _ exclusion: FrameSpecification.Exclusion
  ) -> [Int] {
    let rows = partition(of: row)
    var groups: [Int: Int] = [:]
    for (place, other) in rows.enumerated() {
      groups[other] =
        place == 0
        ? 0 : groups[rows[place - 1], default: 0] + (arePeers(rows[place - 1], other) ? 0 : 1)
    }
    let place = rows.firstIndex(of: row) ?? 0
    return rows.enumerated().filter { index, other in
      let isInside: Bool
      switch unit {
      case .rows: isInside = within(index - place, start, end)
      case .groups:
        isInside = within(groups[other, default: 0] - groups[row, default: 0], start, end)
      case .range:
        if let own = order[row], let value = order[other] {
          isInside = within(isDescending ? own - value : value - own, start, end)
        } else if arePeers(row, other) {
          isInside = true
        } else {
          // A distance cannot be measured to NULL: only an open end reaches over it.
          isInside = index < place ? start.distance == nil : end.distance == nil
        }
      }
      if !isInside { return false }
      switch exclusion {
      case .none: return true
      case .currentRow: return other != row
      case .group: return !arePeers(row, other)
      case .ties: return other == row || !arePeers(row, other)
      }
    }.map(\.element)
  }

  private func within(_ distance: Int, _ start: Bound, _ end: Bound) -> Bool {
    (start.distance.map { distance >= $0 } ?? true) && (end.distance.map { distance <= $0 } ?? true)
  }

  /// Frames of every kind.
  static let frames:
    [(
      unit: FrameSpecification.Unit, start: Bound, end: Bound,
      exclusion: FrameSpecification.Exclusion
    )] =
      {
        let bounds: [(Int?, Int?)] = [
          (nil, 0), (nil, nil), (0, nil), (0, 0), (-2, 0), (-1, 1), (0, 3), (-3, -1), (1, 2),
          (nil, -1), (2, nil), (-1, -2), (2, 1), (-1_000_000, 1_000_000),
        ]
        var result: [(FrameSpecification.Unit, Bound, Bound, FrameSpecification.Exclusion)] = []
        for unit in [FrameSpecification.Unit.rows, .range, .groups] {
          for (start, end) in bounds {
            for exclusion in [FrameSpecification.Exclusion.none, .currentRow, .group, .ties] {
              result.append((unit, Bound(distance: start), Bound(distance: end), exclusion))
            }
          }
        }
        return result
      }()

  /// The frames as the kernel makes them.
  func windowFrames(
    _ order: WindowOrder, _ unit: FrameSpecification.Unit, _ start: Bound, _ end: Bound,
    _ exclusion: FrameSpecification.Exclusion
  ) throws -> WindowFrames {
    try WindowFrames(
      FrameSpecification(
        unit: unit, start: start.specified(unit, self), end: end.specified(unit, self),
        exclusion: exclusion, key: unit == .range ? Self.vector(self.order) : nil,
        isDescending: isDescending), order)
  }

  /// Checks `body` on the frames of every kind over tables of several sizes.
  static func forEachFrame(
    _ body: (
      _ sample: WindowSample, _ order: WindowOrder, _ frames: WindowFrames,
      _ members: (Int) -> [Int], _ name: String
    ) throws -> Void
  ) throws {
    for (index, frame) in frames.enumerated() {
      for count in [1, 2, 7, 24] {
        let sample = WindowSample(seed: UInt64(index * 100 + count), count: count)
        let order = try sample.windowOrder()
        let made = try sample.windowFrames(
          order, frame.unit, frame.start, frame.end, frame.exclusion)
        try body(
          sample, order, made,
          { sample.frame(of: $0, frame.unit, frame.start, frame.end, frame.exclusion) },
          "\(frame), \(count) rows")
      }
    }
  }
}
