/// Counts the rows of a sheet that hold a value, over nothing but the tags in its bytes.
///
/// A second opinion on what ``SheetReader`` makes of the same bytes by other means: it knows no
/// namespace, type, style or shared string. A row counts where a `<v>` or a `<t>` inside it, that of
/// a phonetic run apart, has at least one character.
struct RowScan {
  /// Rows that hold a value.
  private(set) var rows = 0
  /// Whether the bytes are of two a character, so that nothing can be said of them.
  private(set) var isWide = false

  private enum State {
    case content
    /// Behind `<`.
    case opening
    case name
    case attributes
    case quoted
    /// Between `<!` or `<?` and the end of what they begin.
    case other
  }

  private enum Tag {
    static let row: UInt64 = 0x72_6F77
    static let value: UInt64 = 0x76
    static let text: UInt64 = 0x74
    static let phonetic: UInt64 = 0x72_5068
  }

  private var state = State.content
  private var isStart = true
  /// The last eight letters of the name of a tag, behind its prefix.
  private var name: UInt64 = 0
  private var isClosing = false
  private var quote: UInt8 = 0
  /// The last eight bytes.
  private var recent: UInt64 = 0
  /// What ends the comment, the section or the instruction that was begun, and its length in bits.
  private var ending: (bytes: UInt64, bits: UInt64) = (0, 8)
  private var isCharacterData = false
  private var isInRow = false
  private var isInValue = false
  private var hasValue = false
  private var phoneticDepth = 0

  mutating func scan(_ block: UnsafeBufferPointer<UInt8>) {
    if isStart {
      // UTF-16, by its byte order mark or by the zero beside its first `<`.
      isWide = block.starts(with: [0xFE, 0xFF]) || block.starts(with: [0xFF, 0xFE])
      isWide = isWide || block.prefix(2).contains(0)
      isStart = false
    }
    if isWide { return }
    for byte in block { step(byte) }
  }

  private mutating func step(_ byte: UInt8) {
    recent = recent << 8 | UInt64(byte)
    switch state {
    case .content:
      if byte == UInt8(ascii: "<") {
        state = .opening
        isClosing = false
        name = 0
      } else if isInValue {
        hasValue = true
      }
    case .opening:
      switch byte {
      case UInt8(ascii: "/"):
        isClosing = true
        state = .name
      case UInt8(ascii: "!"), UInt8(ascii: "?"):
        state = .other
        isCharacterData = false
        // `>` until it shows whether it is a comment or a section of characters.
        ending = byte == UInt8(ascii: "?") ? (0x3F3E, 16) : (0x3E, 8)
      default:
        state = .name
        addToName(byte)
      }
    case .name:
      switch byte {
      case UInt8(ascii: ">"): endTag()
      case UInt8(ascii: " "), 9, 10, 13, UInt8(ascii: "/"): state = .attributes
      default: addToName(byte)
      }
    case .attributes:
      if byte == UInt8(ascii: ">") {
        endTag()
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
        state = .quoted
      }
    case .quoted: if byte == quote { state = .attributes }
    case .other: stepOther(byte)
    }
  }

  private mutating func addToName(_ byte: UInt8) {
    name = byte == UInt8(ascii: ":") ? 0 : name << 8 | UInt64(byte)
  }

  /// Goes on in `<!…`: `<!--` and `<![CDATA[` have ends of their own.
  private mutating func stepOther(_ byte: UInt8) {
    if ending.bits == 8 && recent & 0xFFFF_FFFF == 0x3C21_2D2D {
      // Not to take the two `-` of the beginning for those of the end.
      recent = 0
      ending = (0x2D_2D3E, 24)
    } else if ending.bits == 8 && recent == 0x215B_4344_4154_415B {
      recent = 0
      ending = (0x5D_5D3E, 24)
      isCharacterData = true
    } else if recent & ((1 << ending.bits) - 1) == ending.bytes {
      state = .content
    } else if isCharacterData && isInValue && byte != UInt8(ascii: "]") {
      hasValue = true
    }
  }

  private mutating func endTag() {
    state = .content
    // `/` is the last byte but one of `<row/>`.
    let isEmpty = recent >> 8 & 0xFF == UInt64(UInt8(ascii: "/")) && !isClosing
    switch name {
    case Tag.row:
      if isClosing && hasValue { rows += 1 }
      isInRow = !isClosing && !isEmpty
      hasValue = false
      isInValue = false
      phoneticDepth = 0
    case Tag.value, Tag.text:
      isInValue = isInRow && !isClosing && !isEmpty && phoneticDepth == 0
    case Tag.phonetic: if !isEmpty { phoneticDepth += isClosing ? -1 : 1 }
    default: break
    }
  }
}
