extension AggregateFunction {
  /// All aggregates.
  package static let all: [AggregateFunction] =
    basic + logic + picking + statistics + quantiles + texts
    + grouping

  /// The aggregate called `name`, in lower case.
  package static func named(_ name: String) -> AggregateFunction? { byName[name] }

  private static let byName: [String: AggregateFunction] = {
    var result: [String: AggregateFunction] = [:]
    for function in all {
      for name in function.names { result[name] = function }
    }
    return result
  }()
}
