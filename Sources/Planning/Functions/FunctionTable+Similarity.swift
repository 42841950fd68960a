import Columns

extension FunctionTable {
  /// Functions that find texts that were meant to be the same.
  static let similarities: [ScalarFunction] = [
    distance(
      .levenshtein, "levenshtein", "editdist3",
      help: "How many characters must be put in, taken out or exchanged to make one of the other."),
    distance(
      .damerauLevenshtein, "damerau_levenshtein",
      help: "Like levenshtein, but two neighbours that change places count once."),
    distance(
      .hamming, "hamming", "mismatches",
      help: "At how many places two texts of one length differ."),
    similarity(
      .jaccard, "jaccard", takesCutoff: false,
      help: "The share of the characters of two texts that stand in both, 0 to 1."),
    similarity(
      .jaro, "jaro_similarity", takesCutoff: true,
      help: "How alike two texts are by Jaro's measure, 0 to 1; 0 below the cutoff."),
    similarity(
      .jaroWinkler, "jaro_winkler_similarity", "jaro_winkler", takesCutoff: true,
      help: "Jaro's measure raised for a common start, 0 to 1; 0 below the cutoff."),
    function(
      "soundex", signature: "soundex(text)",
      help: "A letter and three digits that English names share which sound alike.",
      example: "SELECT soundex('Mohammed'), soundex('Muhamad')",
      [.varchar], .varchar
    ) { try CleaningKernels.soundex($0[0]) },
    function(
      "strip_accents", signature: "strip_accents(text)",
      help: "The text without the accents on its letters: é is e, but ø stays.",
      example: "SELECT strip_accents('São Tomé and Príncipe')",
      [.varchar], .varchar
    ) { try CleaningKernels.stripAccents($0[0]) },
    function(
      "nfc_normalize", signature: "nfc_normalize(text)",
      help: "The text with letters and accents composed, so that what looks alike is equal.",
      example: "SELECT nfc_normalize('e' || chr(769)) = 'é', 'e' || chr(769) = 'é'",
      [.varchar], .varchar
    ) { try CleaningKernels.compose($0[0]) },
    function(
      "normalize_text", signature: "normalize_text(text)",
      help: "The text in small letters without accents, with single spaces and none at the ends.",
      example: "SELECT normalize_text('  CÔTE   d''Ivoire ')",
      [.varchar], .varchar
    ) { try CleaningKernels.normalize($0[0]) },
  ]

  private static func distance(
    _ measure: TextMeasure, _ names: String..., help: String
  ) -> ScalarFunction {
    let overload = ScalarOverload([.varchar, .varchar], .bigint, isSlow: true) { arguments, _, _ in
      try TextDistanceKernels.distance(measure, arguments[0], arguments[1])
    }
    return ScalarFunction(
      names: names, signature: "\(names[0])(text, text)", help: help,
      example: "SELECT \(names[0])('Guinea', 'Guniea')"
    ) { types, _ in overload.ifMatching(types) }
  }

  private static func similarity(
    _ measure: TextSimilarity, _ names: String..., takesCutoff: Bool, help: String
  ) -> ScalarFunction {
    var overloads = [
      ScalarOverload([.varchar, .varchar], .double, isSlow: true) { arguments, _, _ in
        try TextDistanceKernels.similarity(measure, arguments[0], arguments[1])
      }
    ]
    if takesCutoff {
      overloads.append(
        ScalarOverload([.varchar, .varchar, .double], .double, isSlow: true) { arguments, _, _ in
          try TextDistanceKernels.similarity(
            measure, arguments[0], arguments[1], cutoff: arguments[2])
        })
    }
    let all = overloads
    return ScalarFunction(
      names: names, signature: "\(names[0])(text, text\(takesCutoff ? " [, cutoff]" : ""))",
      help: help, example: "SELECT \(names[0])('tramadol', 'tramadole')"
    ) { types, _ in ScalarOverload.matching(types, all) }
  }
}
