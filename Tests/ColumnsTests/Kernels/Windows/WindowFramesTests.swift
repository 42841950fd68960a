import Testing

@testable import Columns

struct WindowFramesTests {
  @Test func framesTakeInWhatTheirDefinitionSays() throws {
    try WindowSample.forEachFrame { sample, order, frames, members, name in
      var total = 0
      for position in 0..<sample.count {
        let row = Int(order.rows.pointer[position])
        let taken = frames.runs.flatMap { run in
          (run.starts.pointer[position]..<run.ends.pointer[position]).map {
            Int(order.rows.pointer[Int($0)])
          }
        }
        #expect(taken == members(row), "row \(row) of \(name)")
        total += taken.count
      }
      #expect(frames.totalLength == total)
    }
  }

  /// What is written out by batches and by steps is what the frames take in.
  @Test func batchesAndStepsHoldTheFrames() throws {
    try WindowSample.forEachFrame { sample, order, frames, members, name in
      let filter = sample.filterVector
      func expected(_ row: Int) -> [Int] { members(row).filter { sample.filter[$0] == true } }
      var batches = try FrameBatches(frames, order, filter: filter)
      var written: [[Int]] = []
      while let batch = batches.nextBatch() {
        var frames = Array(repeating: [Int](), count: batch.frames)
        for index in 0..<batch.rows.count {
          frames[Int(batch.ids.pointer[index])].append(Int(batch.rows.rows.pointer[index]))
        }
        written += frames
      }
      for row in 0..<sample.count {
        #expect(written[Int(batches.frameNumbers.rows.pointer[row])] == expected(row), "\(name)")
      }
      guard frames.isRunning else { return }
      var growth = try FrameGrowth(frames, order, filter: filter)
      var states: [[Int]] = []
      while let step = growth.nextStep() {
        let before = step.isFirst ? [] : states.last ?? []
        states.append(before + step.rows.rows.elements.prefix(step.rows.count).map { Int($0) })
      }
      for row in 0..<sample.count {
        #expect(states[Int(growth.stepNumbers.rows.pointer[row])] == expected(row), "\(name)")
      }
    }
  }

  /// More rows than a batch holds, in one frame and in many.
  @Test func longFramesAreWrittenOutWhole() throws {
    let count = 2000
    let order = try WindowOrder(partition: [], order: [], count: count)
    let distance = Vector(constant: .integer(200), type: .bigint, count: count)
    let frames = try WindowFrames(
      FrameSpecification(
        unit: .rows, start: .offset(distance, isFollowing: false), end: .currentRow,
        exclusion: .none, key: nil, isDescending: false), order)
    var batches = try FrameBatches(frames, order, filter: nil)
    var sizes: [Int] = []
    while let batch = batches.nextBatch() {
      var own = Array(repeating: 0, count: batch.frames)
      for index in 0..<batch.rows.count { own[Int(batch.ids.pointer[index])] += 1 }
      sizes += own
    }
    #expect(sizes == (0..<count).map { min($0, 200) + 1 })
    #expect(batches.frameCount == count)
  }

  @Test func distancesMustBeThereAndNotNegative() throws {
    let order = try WindowOrder(
      partition: [],
      order: [
        SortTerm(
          vector: Vector([.integer(1), .integer(5)], type: .bigint), isDescending: false,
          nullsFirst: false)
      ], count: 2)
    let key = Vector([.integer(1), .integer(5)], type: .bigint)
    let wrong: [(FrameSpecification.Unit, [Value])] = [
      (.rows, [.integer(1), .integer(-1)]), (.rows, [.null, .integer(1)]),
      (.groups, [.integer(-2), .integer(1)]), (.groups, [.integer(1), .null]),
      // Preceding, so the values reached must not be greater.
      (.range, [.integer(1), .integer(6)]), (.range, [.integer(0), .null]),
    ]
    for (unit, values) in wrong {
      let specification = FrameSpecification(
        unit: unit, start: .offset(Vector(values, type: .bigint), isFollowing: false),
        end: .currentRow, exclusion: .none, key: key, isDescending: false)
      #expect(throws: ValueError.self, "\(unit) \(values)") {
        try WindowFrames(specification, order)
      }
    }
  }
}
