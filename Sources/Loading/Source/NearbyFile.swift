import Glibc

/// Finds the file that was probably meant.
enum NearbyFile {
  /// The path of the file in the same folder whose name is nearest to that of `path`; nil where
  /// none is near.
  static func suggestion(for path: String) -> String? {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let wanted = slash.map { String(path[path.index(after: $0)...]) } ?? path
    guard !wanted.isEmpty, let directory = opendir(folder.isEmpty ? "." : folder) else {
      return nil
    }
    defer { closedir(directory) }
    let wantedStem = stem(wanted)
    var best: (distance: Int, name: String)?
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".") || entry.pointee.d_type == UInt8(DT_DIR) { continue }
      // A forgotten or wrong suffix is as near as one slip of the finger.
      let distance = min(
        editDistance(wanted.lowercased(), name.lowercased()),
        1 + editDistance(wantedStem, stem(name)))
      let known = best ?? (Int.max, "")
      if distance < known.distance || (distance == known.distance && name < known.name) {
        best = (distance, name)
      }
    }
    guard let best, best.distance <= max(1, wanted.count / 3) else { return nil }
    return folder + best.name
  }

  private static func stem(_ name: String) -> String {
    name.lowercased().split(separator: ".").first.map(String.init) ?? name
  }

  /// Insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`.
  ///
  /// - Complexity: the product of the lengths.
  static func editDistance(_ a: String, _ b: String) -> Int {
    let a = Array(a.unicodeScalars)
    let b = Array(b.unicodeScalars)
    var before = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [Int](repeating: i + 1, count: b.count + 1)
      for j in 0..<b.count {
        row[j + 1] = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
          row[j + 1] = min(row[j + 1], before[j - 1] + 1)
        }
      }
      before = last
      last = row
    }
    return last[b.count]
  }
}
