/// `arg_min(x, y)` and `arg_max(x, y)`: the x of the row with the least or greatest y, of several
/// such rows the first.
package final class ArgExtremeState: AggregateState {
  /// What becomes of rows with a NULL.
  package enum NullTreatment: Sendable {
    /// Rows where x or y is NULL are left out.
    case leavesOut
    /// Rows where y is NULL are left out.
    case keepsValues
    /// Rows where y is NULL count where there are no others.
    case keysLast
  }

  private let picked = PickedValues()
  /// The best y of each group, as a number in the order of the values.
  private let best = Cells<Int128>(0)
  /// The best y of each group where it is text: a code of ``texts``.
  private let bestText = Cells<UInt32>(0)
  private let texts = TextDictionaryBuilder()
  /// Whether the value of a group was picked by a y that is not NULL.
  private let isKeyed = Cells<Bool>(false)
  /// The units of the y of each group, where they are measures: those must be of one dimension.
  private let units = UnitCounts()
  private let isMaximum: Bool
  private let nulls: NullTreatment
  private let type: DataType

  /// - Parameter type: of x.
  package init(isMaximum: Bool, nulls: NullTreatment, type: DataType, rows: GroupRowCounts) {
    self.isMaximum = isMaximum
    self.nulls = nulls
    self.type = type
    super.init(rows: rows)
  }

  package override func update(_ inputs: [Vector], _ groups: GroupNumbers) throws(ValueError) {
    guard inputs.count == 2 else { return }
    let (vector, key) = (inputs[0], inputs[1])
    picked.grow(to: groups.groups)
    best.grow(to: groups.groups)
    bestText.grow(to: groups.groups)
    isKeyed.grow(to: groups.groups)
    if nulls == .leavesOut && vector.constant?.isNull == true { return }
    let wanted = nulls == .leavesOut ? vector.validity : nil
    if key.constant?.isNull != true {
      if key.type == .measure { units.add(key, groups) }
      if key.type == .varchar {
        if let error = updateTexts(key, wanted, groups) { throw error }
      } else {
        updateNumbers(key, wanted, groups)
      }
    }
    if nulls == .keysLast { updateNulls(key, groups) }
    try picked.keep(of: vector)
  }

  private func updateNumbers(_ key: Vector, _ wanted: Bitmap?, _ groups: GroupNumbers) {
    let numbers = OrderNumbers.numbers(of: key)
    let validity = key.validity
    var row = 0
    while row < groups.count {
      if wanted?[row] ?? true, validity?[row] ?? true {
        let group = groups.ids.map { Int($0[row]) } ?? 0
        let number = numbers.pointer[row]
        let known = best.pointer[group]
        if !isKeyed.pointer[group] || (isMaximum ? number > known : number < known) {
          best.pointer[group] = number
          isKeyed.pointer[group] = true
          picked.pick(row: row, for: group)
        }
      }
      row &+= 1
    }
    withExtendedLifetime(numbers) {}
  }

  private func updateTexts(
    _ key: Vector, _ wanted: Bitmap?, _ groups: GroupNumbers
  ) -> ValueError? {
    TextReader.read(key) { reader in
      for row in 0..<groups.count where (wanted?[row] ?? true) && !key.isNull(row) {
        let group = groups.ids.map { Int($0[row]) } ?? 0
        if isBetter(reader[row], for: group) {
          guard let start = reader[row].baseAddress,
            let code = texts.code(start, reader[row].count)
          else { return .textTooLong }
          bestText.pointer[group] = code
          isKeyed.pointer[group] = true
          picked.pick(row: row, for: group)
        }
      }
      return nil
    }
  }

  private func isBetter(_ text: TextBytes, for group: Int) -> Bool {
    if !isKeyed.pointer[group] { return true }
    let known = texts.text(Int(bestText.pointer[group]))
    guard let start = text.baseAddress, let knownStart = known.baseAddress else { return false }
    let order = TextHash.compare(start, text.count, knownStart, known.count)
    return isMaximum ? order > 0 : order < 0
  }

  private func updateNulls(_ key: Vector, _ groups: GroupNumbers) {
    for row in 0..<groups.count where key.isNull(row) {
      let group = groups.ids.map { Int($0[row]) } ?? 0
      if !picked.has(group) { picked.pick(row: row, for: group) }
    }
  }

  package override func merge(_ other: AggregateState) throws(ValueError) {
    guard let other = other as? ArgExtremeState else { return }
    best.grow(to: other.best.count)
    bestText.grow(to: other.best.count)
    isKeyed.grow(to: other.best.count)
    picked.grow(to: other.picked.count)
    units.merge(other.units, groups: other.best.count)
    var isWanted: [Bool] = []
    for group in 0..<other.best.count { isWanted.append(try improve(group, other)) }
    picked.take(from: other.picked) { isWanted[$0] }
  }

  /// Takes over the best y of `other` for `group` where it is better; whether it is.
  private func improve(_ group: Int, _ other: ArgExtremeState) throws(ValueError) -> Bool {
    guard other.isKeyed.pointer[group] else { return !picked.has(group) }
    let text = Int(other.bestText.pointer[group])
    if text != 0 {
      let bytes = other.texts.text(text)
      guard isBetter(bytes, for: group) else { return false }
      guard let start = bytes.baseAddress, let code = texts.code(start, bytes.count) else {
        throw .textTooLong
      }
      bestText.pointer[group] = code
    } else {
      let number = other.best.pointer[group]
      let known = best.pointer[group]
      guard !isKeyed.pointer[group] || (isMaximum ? number > known : number < known) else {
        return false
      }
      best.pointer[group] = number
    }
    isKeyed.pointer[group] = true
    return true
  }

  package override func result(_ cells: RowSelection) throws(ValueError) -> Vector {
    _ = try units.commonest(cells)
    return try picked.vector(cells, type: type)
  }
}
