import Columns

/// How one value looks as text: the same digits in every format, on screen and in a file.
///
/// | type | looks |
/// |---|---|
/// | BOOLEAN | `true`, `false` |
/// | BIGINT, HUGEINT | `-1234` |
/// | DECIMAL | with all digits of its scale: `12.50` |
/// | DOUBLE | the fewest digits that read back as the same number, never without a sign that it is no integer: `0.1`, `3.0`, `1e+20`, `nan` |
/// | PERCENT | as a DOUBLE; where it is read by people in hundredths with one decimal, `74.0 %` |
/// | DATE | `2024-01-31`; before the year 1, `0044-03-15 (BC)` |
/// | TIMESTAMP | `2024-01-31 23:59:59`, then the fraction without trailing zeros where there is one |
/// | TIME | `23:59:59`, then the fraction as in a TIMESTAMP |
/// | MEASURE | the amount without trailing zeros, and the symbol of its unit: `299320.849 kg` |
/// | INTERVAL | `1 year 2 months -3 days 04:05:06`, parts that are zero left out |
///
/// Quotes, escapes and the grouping of thousands belong to the formats.
package enum CellText {
  /// Appends `value`; nothing for NULL.
  package static func append(_ value: Value, to out: inout ByteBuffer) {
    switch value {
    case .null: break
    case .boolean(let value): append(value, to: &out)
    case .integer(let value): append(value, scale: 0, to: &out)
    case .double(let value): append(value, to: &out)
    case .decimal(let unscaled, let scale): append(unscaled, scale: scale, to: &out)
    case .text(let value): out.append(value)
    case .date(let days): append(days: Int64(days), to: &out)
    case .timestamp(let microseconds): append(microseconds: microseconds, to: &out)
    case .time(let microseconds): append(time: microseconds, to: &out)
    case .interval: out.append(ValueText.string(value))
    case .measure(let measure): out.append(MeasureText.string(measure))
    }
  }

  /// `value` as text; empty for NULL.
  package static func string(_ value: Value) -> String {
    var out = ByteBuffer()
    append(value, to: &out)
    return out.string
  }

  @inline(__always)
  static func append(_ value: Bool, to out: inout ByteBuffer) {
    if value { out.append("true") } else { out.append("false") }
  }
}

extension DataType {
  /// Whether values stand right in a table, so that figures of one column compare at a glance.
  var standsRight: Bool { isNumeric || self == .measure }
}
