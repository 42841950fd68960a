import Foundation

extension Report {
  /// Reads a report that was kept.
  ///
  /// - Throws: ``UsageError`` for a file that cannot be read or is no such report, and says where.
  static func read(_ path: String) throws(UsageError) -> Report {
    let bytes = try contents(path)
    do {
      let version = try JSONDecoder().decode(Version.self, from: bytes).version
      guard version == currentVersion else {
        throw UsageError(
          message: "'\(path)' is a report of version \(version), and version \(currentVersion) "
            + "is expected")
      }
      let report = try JSONDecoder().decode(Report.self, from: bytes)
      try report.check(path)
      return report
    } catch let error as UsageError {
      throw error
    } catch {
      throw UsageError(
        message: "'\(path)' is no report that --json wrote: \(problem(error, bytes))")
    }
  }

  /// Finds out before the work whether the report can be kept.
  ///
  /// - Throws: ``UsageError``.
  static func checkWritable(_ path: String) throws(UsageError) {
    let files = FileManager.default
    var isFolder: ObjCBool = false
    let exists = files.fileExists(atPath: path, isDirectory: &isFolder)
    if exists && isFolder.boolValue {
      throw UsageError(message: "--json wants a file, and '\(path)' is a folder")
    }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard files.fileExists(atPath: folder) else {
      throw UsageError(message: "--json cannot write '\(path)': there is no folder '\(folder)'")
    }
    guard files.isWritableFile(atPath: exists ? path : folder) else {
      throw UsageError(message: "--json cannot write '\(path)': it is not allowed")
    }
  }

  /// What every version has.
  private struct Version: Decodable {
    let version: Int
  }

  /// Refuses figures that nothing takes.
  private func check(_ path: String) throws(UsageError) {
    for measurement in measurements where measurement.median < 0 {
      throw UsageError(
        message: "'\(path)' has \(measurement.median) as the median of "
          + "\(measurement.suite)/\(measurement.name), and no number below 0 is expected")
    }
  }

  private static func contents(_ path: String) throws(UsageError) -> Data {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw UsageError(message: "--compare wants a file, and '\(path)' is a folder")
    }
    guard access(path, R_OK) == 0 else {
      throw UsageError(
        message: "--compare cannot read '\(path)': \(String(cString: strerror(errno)))")
    }
    do {
      return try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw UsageError(
        message: "--compare cannot read '\(path)': \(error.localizedDescription)")
    }
  }

  // MARK: Words

  /// What the decoder found, and where.
  private static func problem(_ error: any Error, _ bytes: Data) -> String {
    switch error as? DecodingError {
    case .keyNotFound(let key, let context):
      return "\(place(context)) has no '\(key.stringValue)'"
    case .typeMismatch(let type, let context):
      return "\(place(context)) is not \(kind(type))"
    case .valueNotFound(let type, let context):
      return "\(place(context)) is null, and \(kind(type)) is expected"
    case .dataCorrupted(let context):
      // The decoder says this of a valid text too, where a value does not fit.
      let isJSON =
        (try? JSONSerialization.jsonObject(with: bytes, options: .fragmentsAllowed)) != nil
      return isJSON ? "\(place(context)) holds what no report has" : "it is not valid JSON"
    default:
      return error.localizedDescription
    }
  }

  /// What JSON calls a value of the type that the decoder asked for.
  private static func kind(_ type: Any.Type) -> String {
    switch type {
    case is Int.Type: "a whole number"
    case is Double.Type: "a number"
    case is String.Type: "a text"
    case is any Collection.Type: type is [String: Any].Type ? "an object" : "a list"
    default: "an object"
    }
  }

  /// `measurements[3].median`; `the report` for all of it.
  private static func place(_ context: DecodingError.Context) -> String {
    var result = ""
    for key in context.codingPath {
      if let index = key.intValue {
        result += "[\(index)]"
      } else {
        result += result.isEmpty ? key.stringValue : ".\(key.stringValue)"
      }
    }
    return result.isEmpty ? "the report" : result
  }
}
