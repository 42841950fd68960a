/// Which signs stand between the parts of a path.
package enum PathSeparator: String, Sendable {
  /// `/` and `\`
  case both = "both_slash"
  case forward = "forward_slash"
  case backward = "backslash"
  /// That of the system, which is `/`.
  case system = "system"

  @inline(__always)
  fileprivate func matches(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "/"): self != .backward
    case UInt8(ascii: "\\"): self == .both || self == .backward
    default: false
    }
  }
}

/// A part of a path.
package enum PathPart: Sendable {
  /// What stands behind the last separator.
  case fileName
  /// The same without what follows the last dot.
  case stem
  /// What stands before the first separator; the separator where the path begins with one.
  case topFolder
  /// What stands before the last separator; the separator where that is all.
  case folderPath
}

extension TextKernels {
  /// A part of each path; empty where the path does not have it.
  package static func pathPart(_ part: PathPart, _ paths: Vector, _ separator: PathSeparator) throws
    -> Vector
  {
    try apply([paths], .varchar, paths.count) { arguments, count in
      try TextReader.read(arguments[0]) { texts in
        try Self.texts(arguments, count: count, byteCount: byteCount(arguments[0])) { row, writer in
          let path = texts[row]
          let first = path.firstIndex(where: separator.matches)
          let last = path.lastIndex(where: separator.matches)
          switch part {
          case .fileName, .stem:
            let name = CodePoints.slice(path, last.map { $0 + 1 } ?? 0, path.count)
            let end =
              part == .stem ? name.lastIndex(of: UInt8(ascii: ".")) ?? name.count : name.count
            writer.append(CodePoints.slice(name, 0, end))
          case .topFolder:
            if let first { writer.append(CodePoints.slice(path, 0, max(1, first))) }
          case .folderPath:
            guard let last else { return }
            // A path of nothing but its first separator is that.
            writer.append(CodePoints.slice(path, 0, path.count == 1 ? 1 : last))
          }
        }
      }
    }
  }
}
