import Glibc

@testable import Loading

/// A folder with a `datapackage.json` and files beside it, gone when the value is.
final class PackageFolder {
  private let first: TemporaryFile
  private var others: [String] = []

  /// The path of the descriptor.
  var path: String { first.path }
  var folder: String { first.folder }

  init(_ descriptor: String, files: [String: String] = [:]) throws {
    first = try TemporaryFile(descriptor, name: "datapackage.json")
    for (name, text) in files {
      let path = first.folder + "/" + name
      let file = open(path, O_WRONLY | O_CREAT, 0o600)
      defer { close(file) }
      var bytes = Array(text.utf8)
      guard write(file, &bytes, bytes.count) == bytes.count else { throw SetUpFailure(code: errno) }
      others.append(path)
    }
  }

  deinit { for path in others { unlink(path) } }
}
