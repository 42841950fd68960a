/// The names of tables that are files.
package enum FileNames {
  /// The characters that make a path a pattern.
  private static let wildcards: Set<Character> = ["*", "?", "["]

  /// The name of the table that the files at `path` are.
  ///
  /// | path | table |
  /// |---|---|
  /// | `data/seizures.csv.gz` | `seizures`: the file's name without folders and suffixes |
  /// | `data/seizures_*.csv` | `seizures`: what is fixed of it |
  /// | `data/2024/*.csv` | `2024`: the innermost folder that is fixed |
  /// | `*.csv` | `files` |
  /// | `-` | `stdin` |
  package static func tableName(ofPath path: String) -> String {
    if path == "-" { return "stdin" }
    let parts = path.split(separator: "/")
    guard let file = parts.last else { return path }
    let stem = file.split(separator: ".").first ?? file
    guard file.contains(where: wildcards.contains) else { return String(stem) }
    if let name = fixedPart(of: stem) { return name }
    for folder in parts.dropLast().reversed() where folder.contains(where: { $0 != "." }) {
      if !folder.contains(where: wildcards.contains) { return String(folder) }
      if let name = fixedPart(of: folder) { return name }
    }
    return "files"
  }

  /// The first stretch of a pattern that holds a letter and no wildcard, signs at its ends apart.
  private static func fixedPart(of pattern: Substring) -> String? {
    var rest = pattern
    while !rest.isEmpty {
      let stretch = rest.prefix { !wildcards.contains($0) }
      if stretch.contains(where: \.isLetter) {
        let isSign: (Character) -> Bool = { !$0.isLetter && !$0.isNumber }
        var name = stretch.drop(while: isSign)
        // Digits that a wildcard cuts, as in `seizures-202?`, say nothing.
        let digits = name.reversed().prefix(while: \.isNumber).count
        if name.dropLast(digits).last.map(isSign) == true { name = name.dropLast(digits) }
        return String(name.dropLast(name.reversed().prefix(while: isSign).count))
      }
      rest = rest.dropFirst(stretch.count)
      guard let sign = rest.first else { break }
      if sign == "[" {
        // A class ends with its bracket.
        rest = rest.drop { $0 != "]" }.dropFirst()
      } else {
        rest = rest.dropFirst()
      }
    }
    return nil
  }
}
