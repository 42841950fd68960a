/// The rows of each frame in an order of its own, as ORDER BY inside a window function asks for it;
/// rows that are equal in it keep the order of the window.
///
/// A row's standing is among the rows of its frame, whether it is one of them or not.
package struct FrameOrder {
  private let frames: WindowFrames
  private let order: WindowOrder
  /// The place of each position in the own order of all rows.
  private let places: Buffer<UInt32>
  /// The position at each place.
  private let positions: Buffer<UInt32>
  /// The number of the group of equal rows at each place.
  private let groups: Buffer<UInt32>
  private let counted: CountedPositions?

  /// - Parameters:
  ///   - terms: what the rows are ordered by; at least one.
  ///   - values: where given, rows at which it is NULL are passed over.
  package init(
    _ frames: WindowFrames, _ order: WindowOrder, terms: [SortTerm],
    skippingNullsOf values: Vector?
  ) throws(ValueError) {
    let rows = RowSelection(rows: order.rows, count: order.count)
    var sorted: [SortTerm] = []
    for term in terms {
      sorted.append(
        SortTerm(
          vector: try Gather.rows(rows, of: term.vector), isDescending: term.isDescending,
          nullsFirst: term.nullsFirst))
    }
    let own = try WindowOrder(partition: [], order: sorted, count: order.count)
    places = Buffer(count: order.count)
    groups = Buffer(count: order.count)
    positions = own.rows
    for group in 0..<own.peerStarts.count - 1 {
      for place in own.peerStarts.pointer[group]..<own.peerStarts.pointer[group + 1] {
        groups.pointer[Int(place)] = UInt32(truncatingIfNeeded: group)
        places.pointer[Int(own.rows.pointer[Int(place)])] = place
      }
    }
    self.frames = frames
    self.order = order
    counted = try values.map { (values) throws(ValueError) in
      try CountedPositions(order, values: values, filter: nil)
    }?.ifSome
  }

  // MARK: Standings

  /// Where a row stands among the rows of its frame.
  private struct Standing {
    /// Rows that come before it, equal ones included.
    var before = 0
    /// Rows that are less.
    var less = 0
    /// Rows that are less or equal.
    var upTo = 0
    /// All rows.
    var all = 0
  }

  /// - Complexity: O(rows of the frame).
  private func standing(_ position: Int) -> Standing {
    var result = Standing()
    let place = places.pointer[position]
    let group = groups.pointer[Int(place)]
    for run in frames.runs {
      for member in Int(run.starts.pointer[position])..<Int(run.ends.pointer[position]) {
        let other = places.pointer[member]
        let otherGroup = groups.pointer[Int(other)]
        if other < place { result.before &+= 1 }
        if otherGroup < group { result.less &+= 1 }
        if otherGroup <= group { result.upTo &+= 1 }
        result.all &+= 1
      }
    }
    return result
  }

  /// `row_number(ORDER BY …)`, or with `isRank` `rank(ORDER BY …)`.
  package func numbers(isRank: Bool) throws -> Vector {
    let result = Buffer<UInt32>(count: order.count)
    for position in 0..<order.count {
      try Cancellation.point(at: position, every: 1 << 10)
      let standing = standing(position)
      result.pointer[Int(order.rows.pointer[position])] = UInt32(
        truncatingIfNeeded: (isRank ? standing.less : standing.before) + 1)
    }
    return RankingKernels.numbers(result)
  }

  /// `percent_rank(ORDER BY …)`, or with `isCumulative` `cume_dist(ORDER BY …)`.
  package func shares(isCumulative: Bool) throws -> Vector {
    let result = Buffer<Double>(count: order.count)
    for position in 0..<order.count {
      try Cancellation.point(at: position, every: 1 << 10)
      let standing = standing(position)
      let share: Double
      if isCumulative {
        share = standing.all == 0 ? 0 : Double(standing.upTo) / Double(standing.all)
      } else {
        share = standing.all <= 1 ? 0 : Double(standing.less) / Double(standing.all - 1)
      }
      result.pointer[Int(order.rows.pointer[position])] = share
    }
    return Vector(type: .double, count: order.count, storage: .float64(result))
  }

  /// `ntile(counts ORDER BY …)`: NULL where the count is NULL or the frame is empty.
  ///
  /// - Throws: ``ValueError/badArgument(_:)`` where a count is not positive.
  package func buckets(counts: Vector) throws -> Vector {
    let numbers = try RankingKernels.bucketCounts(counts)
    let result = Buffer<Int64>(repeating: 0, count: order.count)
    var validity = ValidityBits(count: order.count)
    for position in 0..<order.count {
      try Cancellation.point(at: position, every: 1 << 10)
      let row = Int(order.rows.pointer[position])
      let standing = standing(position)
      if counts.isNull(row) || standing.all == 0 {
        validity.clear(row)
        continue
      }
      result.pointer[row] = RankingKernels.bucket(
        of: min(standing.before, standing.all - 1), in: standing.all,
        buckets: numbers.pointer[row])
    }
    return IntegerNarrowing.vector(
      result, count: order.count, type: .bigint, validity: validity.bitmap)
  }

  // MARK: Values

  /// The places of the rows of a frame that count, in order.
  ///
  /// - Complexity: O(*n* log *n*) for a frame of *n* rows.
  private func members(_ position: Int) -> [UInt32] {
    var result: [UInt32] = []
    for run in frames.runs {
      for member in Int(run.starts.pointer[position])..<Int(run.ends.pointer[position])
      where counted?.contains(member) ?? true {
        result.append(places.pointer[member])
      }
    }
    result.sort()
    return result
  }

  /// The row that `lag` or `lead` looks at, for each row, as ``PickingKernels`` gives it.
  package func shifted(distances: Vector?, isLead: Bool, fallback: Bool) throws -> RowSelection {
    let numbers = distances.map(WideNumbers.int64)
    let sources = Buffer<UInt32>(count: order.count)
    for position in 0..<order.count {
      try Cancellation.point(at: position, every: 1 << 10)
      let row = Int(order.rows.pointer[position])
      sources.pointer[row] = RowSelection.missing
      if let distances, distances.isNull(row) { continue }
      let members = members(position)
      let most = Int64(members.count) + 1
      let distance = Int(min(max(numbers?.pointer[row] ?? 1, -most), most))
      let step = isLead ? distance : -distance
      let own = places.pointer[position]
      let before = members.firstIndex { $0 >= own } ?? members.count
      let isMember = before < members.count && members[before] == own
      let target = before + step - (step > 0 && !isMember ? 1 : 0)
      if step == 0 {
        sources.pointer[row] = UInt32(truncatingIfNeeded: row)
      } else if members.indices.contains(target) {
        sources.pointer[row] = self.row(members[target])
      } else if fallback {
        sources.pointer[row] = UInt32(truncatingIfNeeded: order.count + row)
      }
    }
    return RowSelection(rows: sources, count: order.count, hasMissing: true)
  }

  /// The row that `first_value`, `last_value` or `nth_value` gives, for each row.
  package func picked(_ place: PickingKernels.Place) throws -> RowSelection {
    var numbers: Buffer<Int64>?
    if case .nth(let vector) = place { numbers = WideNumbers.int64(vector) }
    let sources = Buffer<UInt32>(count: order.count)
    for position in 0..<order.count {
      try Cancellation.point(at: position, every: 1 << 10)
      let row = Int(order.rows.pointer[position])
      let members = members(position)
      var index = 0
      switch place {
      case .first: index = 0
      case .last: index = members.count - 1
      case .nth(let vector):
        let number = numbers?.pointer[row] ?? 0
        index = vector.isNull(row) || number > Int64(members.count) ? -1 : Int(number) - 1
      }
      sources.pointer[row] =
        members.indices.contains(index) ? self.row(members[index]) : RowSelection.missing
    }
    return RowSelection(rows: sources, count: order.count, hasMissing: true)
  }

  private func row(_ place: UInt32) -> UInt32 {
    order.rows.pointer[Int(positions.pointer[Int(place)])]
  }
}
