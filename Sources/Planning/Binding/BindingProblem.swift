import Columns
import Language

/// Everything that can be wrong with a statement that parses: data here, words below.
package enum BindingProblem: Sendable {
  case unknownTable(String, known: [String])
  case unknownColumn(String, table: String?, known: [String])
  case ambiguousColumn(String, tables: [String])
  case unknownTableName(String, known: [String])
  case duplicateTableName(String)
  case unknownFunction(String, known: [String])
  case unknownType(String, known: [String])
  /// A type that other databases have.
  case missingType(String, substitute: String)
  /// A DECIMAL of digits that there are none of.
  case badDecimal
  case wrongArguments(function: String, signature: String, types: [DataType])
  case unreadableLiteral(text: String, type: DataType)
  case wrongTypes(operator: String, DataType, DataType)
  case notBoolean(clause: String, type: DataType)
  case aggregateNotAllowed(String, clause: String)
  case nestedAggregate(String)
  /// Values that count once cannot be ordered by something that each has several of.
  case distinctOrder(String)
  /// WITHIN GROUP where the function does not take it, or not as it takes it.
  case withinGroup(String, signature: String, isTaken: Bool)
  case notGrouped(String)
  case groupingWithoutKeys
  case groupingOfNoKey
  case tooManyGroupingSets(most: Int)
  /// A star where there is one value, not a list; `hasFrom` is false where no table is there.
  case starNotAllowed(hasFrom: Bool)
  case ordinalOutOfRange(String, count: Int)
  case columnCountMismatch(left: Int, right: Int, operator: String)
  /// More names in the list of `clause` than there are columns.
  case tooManyNames(Int, count: Int, clause: String)
  /// `what` needs one type and has two.
  case noCommonType(DataType, DataType, what: String)
  case notInSelectList
  case notAnInteger(clause: String)
  case tableExists(String)
  case valuesLength(expected: Int, found: Int)
  /// A query as a value, or behind IN, with another number of columns than is wanted.
  case subqueryColumns(Int, wanted: Int)
  /// ANY or ALL of something that is neither a query nor a list.
  case quantifiedOperand
  /// A query in the condition of an outer join that reads columns of both sides.
  case subqueryOfBothSides
  /// A join of this kind whose right side reads the left one.
  case dependentJoin(String)
  /// A query that depends on the rows around it below an operator that hides them.
  case dependentOnRows
  /// A query as a value with more than one row; how many where that is known.
  case subqueryRows(Int?)
  case endlessRecursion(String, steps: Int)
  case windowNotAllowed(String, clause: String)
  /// A window function where only rows or groups are; in another window, or in an aggregate.
  case nestedWindow(String, isInWindow: Bool)
  case windowNeedsOver(String, signature: String)
  /// OVER behind a function of one row.
  case overOfScalar(String)
  /// A part of a call that a window function does not take.
  case notForWindow(String, String)
  case unknownWindow(String, known: [String])
  case duplicateWindow(String)
  /// `clause` both in a window and in the one that it builds on.
  case windowOverride(String, window: String)
  case emptyFrame
  /// SHARE of a part of the partition that grows.
  case shareWithOrder
  /// GROWTH over so many terms of ORDER BY.
  case growthOrder(terms: Int)
  /// GROWTH over values that no others come before by one step.
  case growthPeriod(DataType)
  /// A distance in RANGE with `terms` terms in ORDER BY.
  case rangeNeedsOneKey(_ terms: Int)
  case qualifyWithoutWindow
  case topWithoutGroups
  /// A SHARE whose total would hold subtotals too.
  case shareOfSubtotals
  /// A window that would see the listed groups alone.
  case topWindow(String)
  /// A window that would part the groups that stand together as one row.
  case topPartition
  /// A sum of what is for groups together not the sum of what it is for each.
  case topSum
  /// TOP in a query with a clause that leaves it no groups to rank.
  case topBeside(String)
  case topCount
  /// A key of PER that is none of GROUP BY.
  case topList
  /// PER with all keys of GROUP BY.
  case topOfLists
  /// HAVING beside a row that is made of all rows.
  case topHaving
  case suppressWithoutGroups
  /// SUPPRESS in a query with a clause that tells of hidden rows.
  case suppressBeside(String)
  case suppressThreshold(least: Int)
  /// SUPPRESS without ON where there are so many outputs `COUNT(*)`.
  case suppressCount(Int)
  /// ON with something that does not count.
  case suppressOn
  /// A window function that tells of one row what another is.
  case suppressWindow(String)
  case suppressKeys
  /// A row of others or of the total without a column to say so.
  case topLabel
  case unknownTableFunction(String, known: [String])
  case unnestNotAllowed(String)
  case severalUnnests
  case notAList
  case pivotWithoutAggregate
  case pivotValue
  case tooManyPivotValues(Int, most: Int)
  case columnsPattern
  case noColumnMatches(String, known: [String])
  case asOfCondition
  /// A single value where a row in parentheses is compared with.
  case rowExpected
  case tiesWithoutOrder
  case badPercentage
  case unknownSampling(String, known: [String])
  case notBuilt(String)
  case value(ValueError)
}
