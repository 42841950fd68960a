import Columns

/// Rows of one column that become one vector: parts of arrays, one behind the other.
struct ArrowRows {
  struct Slice {
    let array: ArrowArray
    /// The first row of the array that is taken.
    let from: Int
    let count: Int
  }

  let slices: [Slice]
  let count: Int
  /// Which rows hold a value; nil where all do.
  let validity: Bitmap?
  /// The number of the first row in the table, from 0.
  private let firstRow: Int
  /// The file, which counts the memory.
  let input: ArrowInput

  init(_ slices: [Slice], firstRow: Int, _ input: ArrowInput) {
    self.slices = slices
    self.firstRow = firstRow
    self.input = input
    count = slices.reduce(0) { $0 + $1.count }
    var joiner = BitmapJoiner(count: count)
    for slice in slices {
      joiner.append(slice.array.validity, from: slice.from, count: slice.count)
    }
    validity = joiner.finish()
  }

  /// All rows of some arrays.
  init(whole arrays: [ArrowArray], _ input: ArrowInput) {
    self.init(arrays.map { Slice(array: $0, from: 0, count: $0.rows) }, firstRow: 0, input)
  }

  /// The problem that `row`, counted from the first of these, is to blame for.
  func problem(_ column: String, _ row: Int, _ reason: String) -> ArrowProblem {
    .value(column: column, row: firstRow + row + 1, reason: reason)
  }

  // MARK: Values of one width

  /// The values as they lie in the file, and `zero` where there is NULL.
  ///
  /// They are not copied where one array holds all of them as a column wants them.
  func values<Element: BitwiseCopyable & Equatable>(zero: Element) -> Buffer<Element> {
    let stride = MemoryLayout<Element>.stride
    if slices.count == 1, (slices[0].from * stride).isMultiple(of: arrowAlignment) {
      let shared = Buffer<Element>(
        sharing: slices[0].array.buffers[0].block, from: slices[0].from * stride, count: count)
      if holdsZeros(shared, zero) { return shared }
    }
    return values(zero: zero) { (value: Element) in value }
  }

  /// The values as `convert` makes them, and `zero` where there is NULL.
  @inline(__always)
  func values<Source: BitwiseCopyable, Element: BitwiseCopyable>(
    zero: Element, _ convert: (Source) -> Element
  ) -> Buffer<Element> {
    let target = Buffer<Element>(count: count)
    var end = 0
    for slice in slices {
      let source = slice.array.buffers[0].elements(Source.self, count: slice.array.rows)
      let from = source.pointer + slice.from
      let into = target.pointer + end
      var row = 0
      while row < slice.count {
        into[row] = convert(from[row])
        row &+= 1
      }
      end += slice.count
    }
    clear(target, zero)
    return target
  }

  /// Whether all NULL rows of `values` hold `zero`.
  private func holdsZeros<Element: BitwiseCopyable & Equatable>(
    _ values: Buffer<Element>, _ zero: Element
  ) -> Bool {
    guard let validity else { return true }
    for index in 0..<validity.words.count where validity.words.pointer[index] != .max {
      for row in (index << 6)..<min(count, (index + 1) << 6)
      where !validity[row] && values.pointer[row] != zero {
        return false
      }
    }
    return true
  }

  /// Writes `zero` to the NULL rows of `values`.
  func clear<Element: BitwiseCopyable>(_ values: Buffer<Element>, _ zero: Element) {
    guard let validity else { return }
    for index in 0..<validity.words.count where validity.words.pointer[index] != .max {
      for row in (index << 6)..<min(count, (index + 1) << 6) where !validity[row] {
        values.pointer[row] = zero
      }
    }
  }

  /// One bit a row out of the second buffer, 0 where there is NULL.
  func bits() -> Bitmap {
    var joiner = BitmapJoiner(count: count)
    for slice in slices {
      let words = slice.array.buffers[0].elements(
        UInt64.self, count: Bitmap.wordCount(forRows: slice.array.rows))
      joiner.append(words, from: slice.from, count: slice.count)
    }
    let bits = joiner.finish() ?? Bitmap(repeating: true, count: count)
    if let validity {
      for index in 0..<bits.words.count {
        bits.words.pointer[index] &= validity.words.pointer[index]
      }
    }
    return bits
  }
}
