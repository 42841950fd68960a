import Columns
import Language

extension Binder {
  /// What a call of a function that takes text apart by a regular expression means; nil for other
  /// functions.
  func regexExpansion(
    _ call: FunctionCall, at range: SourceRange, _ context: inout ExpressionContext
  ) throws -> PlanExpansion? {
    let name = call.name.folded
    let splits = [
      "regexp_split_to_array", "string_split_regex", "str_split_regex", "regexp_split_to_table",
    ].contains(name)
    guard splits || name == "regexp_extract_all" else { return nil }
    let signature =
      splits
      ? "\(name)(text, regex [, options])" : "\(name)(text, regex [, group] [, options])"
    var inputs = try call.arguments.map { try bind($0.value, &context) }
    func refuse() -> Diagnostic {
      BindingProblem.wrongArguments(
        function: name, signature: signature, types: inputs.map(\.type)
      ).diagnostic(at: range)
    }
    // A text behind the pattern is options.
    var options = RegexOptions()
    if inputs.count > 2, let last = inputs.last, last.type == .varchar {
      guard case .text(let letters)? = last.constant else { throw refuse() }
      do {
        options = try RegexOptions(letters)
      } catch {
        throw BindingProblem.value(error).diagnostic(at: last.range)
      }
      inputs.removeLast()
    }
    guard inputs.count == 2 || inputs.count == 3 && !splits,
      inputs.prefix(2).allSatisfy({ $0.type == .varchar || $0.type == .null })
    else { throw refuse() }
    var pattern = RegexKernels.Pattern(options, isWhole: false)
    if case .text(let text)? = inputs[1].constant {
      do {
        pattern = try pattern.compiled(text)
      } catch {
        let fault = ArgumentFault(argument: 1, message: error.message, bytes: error.range)
        throw Self.diagnostic(fault, inputs, at: range)
      }
    }
    var expressions = try inputs.prefix(2).map { try cast($0, to: .varchar) }
    if !splits {
      let group = inputs.count > 2 ? inputs[2] : Self.whole(0, at: range)
      guard TypeRules.canCastImplicitly(group.type, .bigint) else { throw refuse() }
      expressions.append(try cast(group, to: .bigint))
    }
    return PlanExpansion(
      kind: splits ? .splitRegex(pattern) : .extractAll(pattern), expressions: expressions,
      type: .varchar, range: range)
  }
}
