import Columns

extension ConvertedText {
  /// The file as delimited text where it is of another format; nil where it is such text already.
  ///
  /// - Parameters:
  ///   - opened: the file, whose source is left at its first byte.
  ///   - limit: the most bytes of memory that the text may take.
  /// - Throws: ``LoadError``; `Interrupted`.
  static func of(
    _ opened: OpenedFile, path: String, options: LoadOptions, limit: Int
  ) throws -> ConvertedText? {
    let format =
      try options.format ?? format(of: opened.source, path: path) ?? JSONText.format(ofPath: path)
    try options.check(format ?? .csv, path: path)
    switch format {
    case .xlsx:
      let file = try WholeFile(opened.source, size: opened.bytes, limit: limit, path: path)
      try opened.source.rewind()
      return try ExcelWorkbook(
        file, path: path, limit: limit, cancellation: options.cancellation,
        progress: options.progress
      ).text(sheet: options.sheet)
    case .json, .jsonl:
      return try JSONText.converted(
        source: opened.source, path: path, format: format ?? .json, options: options)
    default: return nil
    }
  }

  /// The format that the first bytes of `source` give away; nil for none.
  ///
  /// - Throws: ``LoadError/Kind/markup(_:)`` where they begin a page of the web or the like.
  private static func format(of source: any ByteSource, path: String) throws -> FileFormat? {
    var head = [UInt8](repeating: 0, count: 256)
    let got = try head.withUnsafeMutableBufferPointer { head in
      guard let start = head.baseAddress else { return 0 }
      return try source.readFully(into: start, count: head.count)
    }
    try source.rewind()
    return try head[..<got].withUnsafeBufferPointer { head in
      if FileSignature.isZip(head) { return .xlsx }
      if let markup = FileSignature.markup(head) { throw LoadError(.markup(markup), path: path) }
      // Of JSON in either form, the name says what to call it.
      return FileSignature.json(head).map { JSONText.format(ofPath: path) ?? $0 }
    }
  }
}
