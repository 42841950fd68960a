import Glibc

/// What one cell looks like by itself.
enum CellClass: Int, CaseIterable, Sendable {
  /// Nothing between two delimiters: NULL.
  case empty
  /// `""`: the empty text in a column of text, NULL in any other.
  case quotedEmpty
  case boolean
  /// A whole number of 64 bits.
  case integer
  /// A whole number that does not fit 64 bits.
  case wideInteger
  /// Digits with a point.
  case decimal
  /// A finite number with an exponent.
  case exponent
  /// Digits behind a zero that counts for nothing: a code, not a number.
  case leadingZero
  case date
  case timestamp
  case text

  /// Whether it is a number.
  var isNumber: Bool {
    switch self {
    case .integer, .decimal, .exponent: true
    default: false
    }
  }
}

/// A cell's class, and for plain numbers the digits on both sides of the point.
struct CellShape {
  var cellClass: CellClass
  /// Digits before the point, leading zero apart.
  var integerDigits = 0
  /// Digits behind the point.
  var scale = 0

  /// The shape of the `count` bytes from `start`, quotes taken off.
  ///
  /// - Complexity: linear; for looking closely, not for loading.
  init(_ start: UnsafePointer<UInt8>, _ count: Int) {
    if count == 0 {
      self.init(cellClass: .quotedEmpty)
    } else if let number = CellShape(number: start, count) {
      self = number
    } else if BooleanReader.boolean(start, count) != nil {
      self.init(cellClass: .boolean)
    } else if DateReader.date(start, count) != nil {
      self.init(cellClass: .date)
    } else if DateReader.timestamp(start, count) != nil {
      self.init(cellClass: .timestamp)
    } else {
      self.init(cellClass: .text)
    }
  }

  init(cellClass: CellClass) { self.cellClass = cellClass }

  /// The shape of a number, or of a code that looks like one.
  private init?(number start: UnsafePointer<UInt8>, _ count: Int) {
    func isDigit(_ index: Int) -> Bool {
      index < count && start[index] &- UInt8(ascii: "0") < 10
    }
    var index = start[0] == UInt8(ascii: "-") ? 1 : 0
    let first = index
    while isDigit(index) { index += 1 }
    let whole = index - first
    var places = 0
    if index < count && start[index] == UInt8(ascii: ".") {
      index += 1
      while isDigit(index) {
        index += 1
        places += 1
      }
      if places == 0 { return nil }
    }
    if whole + places == 0 { return nil }
    let isZeroLed = whole > 1 && start[first] == UInt8(ascii: "0")
    if index == count {
      if isZeroLed {
        self.init(cellClass: .leadingZero)
      } else if places > 0 {
        self.init(cellClass: .decimal)
        scale = places
        integerDigits = start[first] == UInt8(ascii: "0") ? 0 : whole
      } else {
        let fits = NumberReader.integer(start, count) != nil
        self.init(cellClass: fits ? .integer : .wideInteger)
        integerDigits = start[first] == UInt8(ascii: "0") ? 0 : whole
      }
      return
    }
    guard start[index] | 0x20 == UInt8(ascii: "e") else { return nil }
    index += 1
    if index < count && (start[index] == UInt8(ascii: "-") || start[index] == UInt8(ascii: "+")) {
      index += 1
    }
    guard isDigit(index) else { return nil }
    while isDigit(index) { index += 1 }
    guard index == count else { return nil }
    if isZeroLed {
      self.init(cellClass: .leadingZero)
    } else {
      // A number beyond the largest double has no value to load: it stays text.
      self.init(cellClass: NumberReader.double(start, count) == nil ? .text : .exponent)
    }
  }
}
