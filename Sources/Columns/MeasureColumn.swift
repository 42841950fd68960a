import CKernels
import Reference

/// Measures as a file has them: a column of amounts beside a column of units.
///
/// Row by row the measure is `amounts` in the unit of `codes`; nothing is converted until an answer
/// needs it. Most kernels take measures packed (``Measure/bits``); sums, conversions and
/// comparisons read this form as it is, with one factor for each unit.
package final class MeasureColumn: Sendable {
  /// BIGINT or DECIMAL integers, one stored a row; where the measure is NULL, 0.
  package let amounts: Vector
  /// The place of each row's unit in ``units``.
  package let codes: Buffer<UInt8>
  package let units: MeasureUnits
  /// A bit for each code that occurs, in NULL rows too; nil where there are more than 64 units.
  let present: UInt64?

  /// - Parameters:
  ///   - amounts: not a constant; its validity is that of the measures.
  ///   - codes: as many as amounts, each less than the number of units.
  package init(amounts: Vector, codes: Buffer<UInt8>, units: MeasureUnits) {
    self.amounts = amounts
    self.codes = codes
    self.units = units
    present =
      units.entries.count > 64
      ? nil : codes_present(codes.pointer, Int64(min(codes.count, amounts.count)))
  }

  /// Digits behind the point of the amounts.
  package var scale: Int { amounts.type.scale }

  /// The measure of `row`, which is not NULL. For results, never for loops.
  package func measure(_ row: Int) -> Measure {
    let entry = units.entries[Int(codes.pointer[row])]
    let number: Int128 =
      switch amounts.storage {
      case .int8(let buffer): Int128(buffer.pointer[row])
      case .int16(let buffer): Int128(buffer.pointer[row])
      case .int32(let buffer): Int128(buffer.pointer[row])
      case .int64(let buffer): Int128(buffer.pointer[row])
      case .int128(let buffer): buffer.pointer[row]
      default: 0
      }
    return Measure(amount: entry.amount(number, scale: scale), unit: entry.shown)
  }
}

/// The units of a column of measures, by their codes.
package final class MeasureUnits: Sendable {
  /// One unit of a column: what its amounts are worth, and how they are shown.
  package struct Entry: Hashable, Sendable {
    /// What the amounts are in.
    package let source: Unit
    /// The number of the unit in which results are shown, of the same dimension or, counted as
    /// items, of ``Units/items``.
    package let shown: UInt16
    /// The dimension of the unit shown.
    package let dimension: Dimension

    package init?(source: Unit, shown: Unit) {
      guard let number = UnitRegistry.number(of: shown) else { return nil }
      self.source = source
      self.shown = number
      dimension = shown.dimension
    }

    /// A number and a power of ten by which an amount of `scale` is multiplied to give base units ×
    /// 10^``Dimension/decimals``; the power is 0 unless digits have to be cut.
    package func multiplier(scale: Int) -> (factor: Int128, power: Int) {
      let power = dimension.decimals - scale - source.factor.scale
      let factor = Int128(source.factor.unscaled)
      if power >= 0 && power <= 19 { return (factor * PowersOfTen.integer(power), 0) }
      return (factor, power)
    }

    /// `number` / 10^`scale` of the unit in base units × 10^``Dimension/decimals``.
    package func amount(_ number: Int128, scale: Int) -> Int128 {
      let (factor, power) = multiplier(scale: scale)
      return DecimalScaling.product(number, factor, power: power) ?? 0
    }
  }

  /// Code 0 stands for no unit.
  package let entries: [Entry]

  /// The most units of one column: their codes fit a byte.
  package static let most = 256

  package init(entries: [Entry]) { self.entries = entries }

  /// The units that the texts of `dictionary` name, under the codes of those texts; nil where there
  /// are more than ``most``.
  package convenience init?(_ dictionary: TextDictionary) {
    guard dictionary.count <= Self.most else { return nil }
    var entries: [Entry] = []
    for code in 0..<max(1, dictionary.count) {
      let unit =
        code == 0
        ? UnitRegistry.noUnit : UnitRegistry.unit(ofCell: dictionary.texts.string(code))
      guard let entry = Entry(source: unit, shown: unit) else { return nil }
      entries.append(entry)
    }
    self.init(entries: entries)
  }
}

extension Vector {
  /// A vector of the measures of `column`.
  package convenience init(_ column: MeasureColumn) {
    self.init(
      type: .measure, count: column.amounts.count, storage: .measure(column),
      validity: column.amounts.validity)
  }
}
