import Loading
import Planning

/// What `.help` says of the options of loading.
enum LoadOptionHelp {
  /// The names of each option of a reading function, or of `.load` and COPY, and what it is for.
  ///
  /// - Parameter function: nil for all options.
  static func entries(of function: FileFunction?) -> [(head: String, help: String)] {
    let format = function.flatMap { FileFormat(rawValue: $0.format) }
    let options = LoadOption.all.filter { option in
      // A function says by its name what the files are.
      guard let format else { return true }
      return option.scope.covers(format) && option.name != "format"
    }
    return options.map {
      ($0.names.joined(separator: ", "), "\($0.help) (\($0.takes.rawValue))")
    }
  }
}
