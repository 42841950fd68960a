import CKernels

extension TextKernels {
  /// The texts of all `arguments` one behind the other; NULL where one is NULL.
  package static func join(_ arguments: [Vector], count: Int) throws -> Vector {
    try apply(arguments, .varchar, count) { arguments, count in
      if arguments.count == 2 {
        return try TextReader.read(arguments[0], arguments[1]) { a, b in
          try texts(
            arguments, count: count, byteCount: arguments.reduce(0) { $0 + byteCount($1) }
          ) { row, writer in
            writer.append(a[row])
            writer.append(b[row])
          }
        }
      }
      return try TextReader.read(arguments) { parts in
        try texts(arguments, count: count) { row, writer in
          for part in parts { writer.append(part[row]) }
        }
      }
    }
  }

  /// The texts of all `arguments` that are not NULL, one behind the other, with `separator`
  /// between them; NULL only where the separator is.
  package static func joinPresent(_ arguments: [Vector], separator: Vector, count: Int) throws
    -> Vector
  {
    if separator.constant?.isNull == true {
      return Vector(constant: .null, type: .varchar, count: count)
    }
    return try ConstantFolding.apply(
      [separator] + arguments, type: .varchar, rows: count
    ) { all, count in
      let parts = Array(all.dropFirst())
      return try TextReader.read(all) { readers in
        try texts([all[0]], count: count) { row, writer in
          var isFirst = true
          for index in parts.indices where !parts[index].isNull(row) {
            if !isFirst { writer.append(readers[0][row]) }
            isFirst = false
            writer.append(readers[index + 1][row])
          }
        }
      }
    }
  }

  /// Each text with every occurrence of `part` exchanged for `replacement`; unchanged for an empty
  /// part.
  package static func replace(_ text: Vector, _ part: Vector, _ replacement: Vector) throws
    -> Vector
  {
    try apply([text, part, replacement], .varchar, text.count) { arguments, count in
      try TextReader.read(arguments[0], arguments[1], arguments[2]) { texts, parts, replacements in
        try Self.texts(arguments, count: count, byteCount: byteCount(arguments[0])) { row, writer in
          replace(texts[row], parts[row], replacements[row], &writer)
        }
      }
    }
  }

  @inline(__always)
  private static func replace(
    _ text: TextBytes, _ part: TextBytes, _ replacement: TextBytes, _ writer: inout TextWriter
  ) {
    guard let bytes = text.baseAddress, let needle = part.baseAddress, part.count > 0 else {
      writer.append(text)
      return
    }
    var nothing: UInt8 = 0
    let growth = text.count / part.count &* max(0, replacement.count &- part.count)
    withUnsafePointer(to: &nothing) { nothing in
      // The kernel writes whole registers, and so behind the result.
      writer.append(upTo: text.count &+ growth &+ 64) { target in
        replace_bytes(
          bytes, text.count, needle, part.count, replacement.baseAddress ?? nothing,
          replacement.count, target)
      }
    }
  }

  /// Each text `times` times; empty where that is not above zero.
  ///
  /// - Throws: ``ValueError/textTooLong``.
  package static func `repeat`(_ text: Vector, _ times: Vector) throws -> Vector {
    try apply([text, times], .varchar, text.count) { arguments, count in
      let times = NumberSource.integers(arguments[1], as: Int64.self)
      return try TextReader.read(arguments[0]) { texts in
        try Self.texts(arguments, count: count) { row, writer in
          let text = texts[row]
          let number = times.pointer[row]
          if number <= 0 || text.isEmpty { return }
          try checkLength(Int64(text.count).multipliedReportingOverflow(by: number))
          for _ in 0..<number { writer.append(text) }
        }
      }
    }
  }

  private static func checkLength(_ bytes: (partialValue: Int64, overflow: Bool)) throws {
    guard !bytes.overflow, bytes.partialValue <= Int64(UInt32.max) else {
      throw ValueError.textTooLong
    }
  }

  /// Each text brought to `length` code points: cut off at its end, or filled up with `filling`
  /// at its start, or where `atEnd` at its end.
  ///
  /// - Throws: ``ValueError/badArgument(_:)`` where an empty filling would have to fill,
  ///   ``ValueError/textTooLong``.
  package static func pad(_ text: Vector, _ length: Vector, _ filling: Vector, atEnd: Bool) throws
    -> Vector
  {
    try apply([text, length, filling], .varchar, text.count) { arguments, count in
      let lengths = NumberSource.integers(arguments[1], as: Int64.self)
      return try TextReader.read(arguments[0], arguments[2]) { texts, fillings in
        try Self.texts(arguments, count: count) { row, writer in
          let text = texts[row]
          let filling = fillings[row]
          let length = lengths.pointer[row]
          let missing = length.subtractingReportingOverflow(Int64(CodePoints.count(text)))
          if missing.overflow || missing.partialValue <= 0 {
            let end = CodePoints.advance(text, from: 0, by: Int(max(0, length)))
            writer.append(CodePoints.slice(text, 0, end))
            return
          }
          guard filling.count > 0 else {
            throw ValueError.badArgument("there is nothing to pad the text with")
          }
          try checkLength((missing.partialValue, false))
          if atEnd { writer.append(text) }
          var rest = Int(missing.partialValue)
          let width = CodePoints.count(filling)
          while rest > 0 {
            let end = CodePoints.advance(filling, from: 0, by: min(rest, width))
            writer.append(CodePoints.slice(filling, 0, end))
            rest &-= width
          }
          if !atEnd { writer.append(text) }
        }
      }
    }
  }

  /// Each text with its characters, as a reader sees them, in reverse order.
  package static func reverse(_ text: Vector) throws -> Vector {
    try apply([text], .varchar, text.count) { arguments, count in
      try TextReader.read(arguments[0]) { texts in
        try Self.texts(arguments, count: count, byteCount: byteCount(arguments[0])) { row, writer in
          let text = texts[row]
          if CodePoints.isASCII(text) {
            writer.append(text)
            writer.reverse()
          } else {
            writer.append(String(String(decoding: text, as: UTF8.self).reversed()))
          }
        }
      }
    }
  }

  /// The text of the one code point with each number.
  ///
  /// - Throws: ``ValueError/badArgument(_:)`` for a number that no code point has.
  package static func character(_ number: Vector) throws -> Vector {
    try apply([number], .varchar, number.count) { arguments, count in
      let numbers = NumberSource.integers(arguments[0], as: Int64.self)
      return try texts(arguments, count: count) { row, writer in
        let number = numbers.pointer[row]
        guard let value = UInt32(exactly: number), let scalar = Unicode.Scalar(value) else {
          throw ValueError.badArgument("\(number) is not the number of a Unicode code point")
        }
        writer.append(scalar)
      }
    }
  }
}
