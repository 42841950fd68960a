import Columns

extension Vector {
  /// Bytes of memory that the vector holds by itself, its dictionary apart.
  var byteCount: Int {
    let values =
      switch storage {
      case .constant: 0
      case .bits(let bits): bits.words.count * 8
      case .int8(let buffer): buffer.count
      case .int16(let buffer): buffer.count * 2
      case .int32(let buffer): buffer.count * 4
      case .int64(let buffer): buffer.count * 8
      case .int128(let buffer): buffer.count * 16
      case .float64(let buffer): buffer.count * 8
      case .code8(let codes, _): codes.count
      case .code16(let codes, _): codes.count * 2
      case .code32(let codes, _): codes.count * 4
      case .text(let texts): texts.bytes.count + texts.offsets.count * 4
      case .measure(let column): column.amounts.byteCount + column.codes.count
      }
    return values + (validity?.words.count ?? 0) * 8
  }
}
