import Columns
import Loading

extension Value {
  /// The value in a form that tells kinds apart.
  var shown: String {
    switch self {
    case .null: "∅"
    case .boolean(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .double(let value): "\(value)d"
    case .decimal(let unscaled, let scale): "\(unscaled)/\(scale)"
    case .text(let text): "'\(text)'"
    case .date(let days): "day \(days)"
    case .timestamp(let micros): "µs \(micros)"
    case .time(let microseconds): "T\(microseconds)"
    case .interval(let interval): "I\(interval.bits)"
    case .measure(let measure): "M\(measure.bits)"
    }
  }
}

extension Relation {
  /// Every row, one string a cell.
  var shownRows: [[String]] {
    chunks.flatMap { chunk in
      (0..<chunk.count).map { row in chunk.columns.map { $0.value(row).shown } }
    }
  }

  /// The cells of one column.
  func shownColumn(_ column: Int) -> [String] { shownRows.map { $0[column] } }

  /// What the vectors promise and a reader would otherwise find out late: widths, bounds, zeros
  /// under NULL, one dictionary a column, chunks of the wanted size.
  func faults(chunkRows: Int) -> [String] {
    var faults: [String] = []
    for (index, chunk) in chunks.enumerated() {
      if chunk.count != chunkRows && index + 1 < chunks.count || chunk.count > chunkRows
        || chunk.count == 0
      {
        faults.append("chunk \(index) has \(chunk.count) rows")
      }
      for (place, vector) in chunk.columns.enumerated() {
        if vector.type != fields[place].type || vector.count != chunk.count {
          faults.append("vector \(index),\(place) is \(vector.type) × \(vector.count)")
        }
        faults += vector.faults(dictionary: chunks[0].columns[place].dictionary)
      }
    }
    return faults
  }
}

extension Vector {
  fileprivate func faults(dictionary first: TextDictionary?) -> [String] {
    var faults: [String] = []
    if dictionary !== first { faults.append("two dictionaries in one column") }
    if let validity {
      if validity.count != count { faults.append("validity of \(validity.count) rows") }
      if (0..<count).allSatisfy({ validity[$0] }) { faults.append("validity without a NULL") }
    }
    if let dictionary, first === dictionary, dictionary.count > 1 {
      let texts = (1..<dictionary.count).map { dictionary.texts.string($0) }
      if Set(texts.map { Array($0.utf8) }).count != texts.count {
        faults.append("a text with two codes")
      }
    }
    for row in 0..<count {
      let raw = rawInteger(row)
      if isNull(row), let raw, raw != 0 { faults.append("NULL row \(row) holds \(raw)") }
      if let bounds, let raw, !isNull(row), !bounds.contains(raw) {
        faults.append("\(raw) outside \(bounds)")
      }
      if !isNull(row), dictionary != nil, raw == 0 { faults.append("code 0 in row \(row)") }
    }
    return faults
  }

  private func rawInteger(_ row: Int) -> Int64? {
    switch storage {
    case .int8(let buffer): Int64(buffer.pointer[row])
    case .int16(let buffer): Int64(buffer.pointer[row])
    case .int32(let buffer): Int64(buffer.pointer[row])
    case .int64(let buffer): buffer.pointer[row]
    case .code8(let buffer, _): Int64(buffer.pointer[row])
    case .code16(let buffer, _): Int64(buffer.pointer[row])
    case .code32(let buffer, _): Int64(buffer.pointer[row])
    default: nil
    }
  }
}
