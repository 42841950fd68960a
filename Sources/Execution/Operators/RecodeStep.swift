import Columns

/// Puts text columns under the dictionary that all inputs of a union share.
struct RecodeStep: Step {
  /// For each column to recode: its domain, and the shared codes of that domain's values.
  private let recodings: [Int: (domain: ColumnDomain, image: Vector)]

  /// The inputs with each text column of theirs under one dictionary, where all know their texts
  /// but not by the same codes: grouping the union is then a matter of codes too.
  static func sharingDictionaries(_ inputs: [Pipeline]) throws -> [Pipeline] {
    var recodings = [[Int: (domain: ColumnDomain, image: Vector)]](
      repeating: [:], count: inputs.count)
    var result = inputs
    for position in inputs[0].columns.indices {
      let domains = inputs.map { $0.columns[position].domain }
      guard ColumnDomain(union: domains) == nil, let images = try sharedImages(domains) else {
        continue
      }
      for (index, image) in images.enumerated() {
        guard let domain = domains[index], let dictionary = image.dictionary else { continue }
        recodings[index][position] = (domain, image)
        result[index].columns[position] = PipelineColumn(
          type: .varchar, domain: .dictionary(dictionary))
      }
    }
    return result.indices.map { index in
      recodings[index].isEmpty
        ? result[index]
        : result[index].adding(
          RecodeStep(recodings: recodings[index]), columns: result[index].columns)
    }
  }

  /// The values of each dictionary, coded into one; nil where a domain is no dictionary.
  private static func sharedImages(_ domains: [ColumnDomain?]) throws -> [Vector]? {
    var values: [Vector] = []
    for domain in domains {
      guard case .dictionary? = domain, let texts = domain?.values(type: .varchar) else {
        return nil
      }
      values.append(texts)
    }
    return try DictionaryEncoding.encode(values)
  }

  func process(_ batch: Batch, _ emit: (Batch) throws -> Void) throws {
    try emit(
      batch.replacing { position, vector throws(ValueError) in
        guard let recoding = recodings[position] else { return nil }
        return try Lookup.rows(of: try vector(), in: recoding.domain, from: recoding.image)
      })
  }
}
