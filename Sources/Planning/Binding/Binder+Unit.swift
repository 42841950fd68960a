import Columns
import Language
import Reference

extension Binder {
  /// CREATE UNIT: OR REPLACE is for the user's own, and for containers, of which a user may know what
  /// they hold.
  func bind(_ create: CreateUnit) throws -> BoundStatement {
    let name = create.name.name
    let known = UnitRegistry.unit(named: name)
    if let known {
      let isOwn = UnitRegistry.own(named: name) != nil
      if create.isIfNotExists {
        return .nothing(message: "unit \(name) is there already; nothing was changed")
      }
      let isReplaceable = isOwn || known.isContainer
      guard create.isReplacing && isReplaceable else {
        throw TableProblem.unitExists(
          isOwn || known.name == name ? name : "\(name) (\(known.name))",
          isReplaceable: isReplaceable
        )
        .diagnostic(at: create.name.range)
      }
    }
    guard let factor = DecimalFactor(create.factor), factor.unscaled > 0 else {
      throw BindingProblem.value(.badArgument("a unit is a number above 0 of another one"))
        .diagnostic(at: create.factorRange)
    }
    guard let unit = UnitRegistry.unit(named: create.unit) else {
      throw BindingProblem.value(.badArgument(FunctionTable.unknownUnit(create.unit)))
        .diagnostic(at: create.unitRange)
    }
    guard unit != known else {
      throw BindingProblem.value(.badArgument("a unit is a number above 0 of another one"))
        .diagnostic(at: create.unitRange)
    }
    return .createUnit(BoundUnit(name: name, factor: factor, unit: unit, range: create.factorRange))
  }
}

/// A unit that a user defines: so many times another.
package struct BoundUnit: Sendable {
  package let name: String
  package let factor: DecimalFactor
  package let unit: Unit
  /// Where the factor stands in the statement's text.
  package let range: SourceRange
}
