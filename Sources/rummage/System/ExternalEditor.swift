import Glibc

/// The user's own editor: `$VISUAL`, else `$EDITOR`, else vi.
enum ExternalEditor {
  /// Lets the user edit `text` there.
  ///
  /// - Returns: what was saved, without the line feeds at its end; nil where the editor failed, or
  ///   there is no folder for the file that it works on.
  static func edit(_ text: String) -> String? {
    // Ending in .sql, so that editors know what they edit.
    var name = Array("\(Directories.temporary)/rummage-XXXXXX.sql".utf8CString)
    let descriptor = mkstemps(&name, Int32(".sql".utf8.count))
    guard descriptor >= 0 else { return nil }
    close(descriptor)
    let path = name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    defer { unlink(path) }
    guard let output = try? FileOutput(creating: path), (try? output.write(text + "\n")) != nil,
      ChildProcess.run("\(command) \(ChildProcess.quoted(path))") == 0,
      var input = try? LineInput(path: path), var edited = try? input.rest()
    else { return nil }
    while edited.last?.isNewline == true { edited.removeLast() }
    return edited
  }

  private static var command: String {
    for name in ["VISUAL", "EDITOR"] {
      if let command = Environment[name], !command.isEmpty { return command }
    }
    return "vi"
  }
}
