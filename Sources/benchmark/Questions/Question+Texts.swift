import Columns

extension Question {
  /// What is in texts.
  static let texts: [Question] = [
    Question(
      name: "LIKE",
      statement: "SELECT count(*) FROM seizures WHERE narrative LIKE '%carbon%arrest%'"
    ) { sample in
      let notes = try sample.seizures().narratives
      return count(notes) { row in
        guard let end = notes.end(of: Array("carbon".utf8), in: row) else { return false }
        return notes.end(of: Array("arrest".utf8), in: row, from: end) != nil
      }
    },
    Question(
      name: "regular expression",
      statement: "SELECT count(*) FROM seizures WHERE narrative ~ 'cash|carbon|furniture'"
    ) { sample in
      let notes = try sample.seizures().narratives
      let parts = ["cash", "carbon", "furniture"].map { Array($0.utf8) }
      return count(notes) { notes.hasOne(of: parts, in: $0) }
    },
    Question(
      name: "first words and lengths",
      statement: """
        SELECT split_part(narrative, ' ', 1) AS word, count(*), sum(length(narrative))
        FROM seizures WHERE narrative IS NOT NULL GROUP BY word
        """
    ) { sample in
      let notes = try sample.seizures().narratives
      var totals: [String: PlainTotal] = [:]
      for row in 0..<notes.count where !notes[row].isEmpty {
        let word = notes[row].prefix { $0 != UInt8(ascii: " ") }
        totals[String(decoding: word, as: UTF8.self), default: PlainTotal()]
          .add(notes.length(row))
      }
      return .unordered(totals.map { [.text($0), .whole($1.rows), .whole($1.sum)] })
    },
    Question(
      name: "chapters of codes",
      statement: """
        SELECT left(hs_code, 2) AS chapter, count(*), sum(value_usd) FROM seizures GROUP BY chapter
        """
    ) { sample in
      let seizures = try sample.seizures()
      var totals: [String: PlainTotal] = [:]
      for row in seizures.rows {
        let code = seizures.codes.texts[Int(seizures.codes.codes[row])]
        totals[String(code.prefix(2)), default: PlainTotal()].add(seizures.cents[row])
      }
      return .unordered(
        totals.map { chapter, total in
          [chapter.isEmpty ? .null : .text(chapter), .whole(total.rows), .decimal(total.sum, 2)]
        })
    },
  ]

  /// One row: how many notes are `wanted`.
  private static func count(_ notes: PlainNotes, _ wanted: (Int) -> Bool) -> Expected {
    .unordered([[.whole((0..<notes.count).count(where: wanted))]])
  }
}
