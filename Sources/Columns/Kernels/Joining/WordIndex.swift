/// Numbers the distinct words of a build side from 1 on; word 0 has number 0.
///
/// An array from word to number where the largest word is not much larger than the row count, a
/// hash table otherwise.
final class WordIndex: @unchecked Sendable {
  private let direct: Buffer<UInt32>?
  // Written in `init` alone, and only read afterwards.
  private let table: GroupTable?
  /// How many numbers were given, 0 not counted.
  let groupCount: Int

  init(_ words: Buffer<UInt64>, count: Int) {
    var largest: UInt64 = 0
    var row = 0
    while row < count {
      largest = max(largest, words.pointer[row])
      row &+= 1
    }
    if largest < UInt64(count) &* 8 &+ 65_536 {
      let numbers = Buffer<UInt32>(repeating: 0, count: Int(largest) + 1)
      var next: UInt32 = 0
      row = 0
      while row < count {
        let word = Int(words.pointer[row])
        if word != 0 && numbers.pointer[word] == 0 {
          next &+= 1
          numbers.pointer[word] = next
        }
        row &+= 1
      }
      direct = numbers
      table = nil
      groupCount = Int(next)
    } else {
      let table = GroupTable(expected: count)
      for row in 0..<count where words.pointer[row] != 0 { _ = table.insert(words.pointer[row]) }
      self.table = table
      direct = nil
      groupCount = table.count
    }
  }

  /// The number of `word`; 0 where it did not occur.
  @inline(__always)
  func find(_ word: UInt64) -> UInt64 {
    if let direct {
      return word < UInt64(direct.count) ? UInt64(direct.pointer[Int(word)]) : 0
    }
    guard word != 0, let group = table?.find(word) else { return 0 }
    return UInt64(group) + 1
  }

  /// The numbers of `count` words.
  func find(
    _ words: Buffer<UInt64>, count: Int, into numbers: UnsafeMutablePointer<UInt32>
  ) {
    if let direct {
      let limit = UInt64(direct.count)
      let array = direct.pointer
      var row = 0
      while row < count {
        let word = words.pointer[row]
        numbers[row] = word < limit ? array[Int(word)] : 0
        row &+= 1
      }
    } else if let table {
      var row = 0
      while row < count {
        let word = words.pointer[row]
        numbers[row] = word == 0 ? 0 : table.find(word).map { $0 &+ 1 } ?? 0
        row &+= 1
      }
    }
  }
}
