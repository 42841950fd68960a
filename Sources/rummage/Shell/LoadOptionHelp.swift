import Loading
import Planning

/// What `.help` says of the options of loading.
enum LoadOptionHelp {
  /// A line for each option of a reading function, or of `.load` and COPY.
  ///
  /// - Parameter function: nil for all options.
  static func lines(of function: FileFunction?) -> [String] {
    let format = function.flatMap { FileFormat(rawValue: $0.format) }
    let options = LoadOption.all.filter { option in
      // A function says by its name what the files are.
      guard let format else { return true }
      return option.scope.covers(format) && option.name != "format"
    }
    let heads = options.map { "\($0.names.joined(separator: ", "))" }
    let width = heads.map(\.count).max() ?? 0
    return zip(heads, options).map { head, option in
      let padding = String(repeating: " ", count: width - head.count + 2)
      return "  \(head)\(padding)\(option.help) (\(option.takes.rawValue))"
    }
  }
}
