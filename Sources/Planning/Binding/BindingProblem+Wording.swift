import Columns
import Language
import Reference

extension BindingProblem {
  /// The problem in words, at the place where it was found.
  package func diagnostic(at range: SourceRange) -> Diagnostic {
    var diagnostic = Diagnostic(.error, message, at: range, help: help)
    if let guess {
      diagnostic.help.insert("did you mean '\(guess)'?", at: 0)
      diagnostic.fix = Diagnostic.Fix(range, Self.written(guess))
    }
    return diagnostic
  }

  private var message: String {
    switch self {
    case .unknownTable(let name, _): "there is no table '\(name)'"
    case .unknownColumn(let name, let table?, _): "there is no column '\(name)' in \(table)"
    case .unknownColumn(let name, nil, let known):
      known.isEmpty
        ? "there is no column '\(name)': the query has no FROM" : "there is no column '\(name)'"
    case .ambiguousColumn(let name, let tables):
      Set(tables).count < 2
        ? "several columns here are called '\(name)'"
        : "'\(name)' could be a column of \(tables.joined(separator: " or of "))"
    case .unknownTableName(let name, _): "'\(name)' is not a table of this FROM"
    case .duplicateTableName(let name): "'\(name)' stands twice in FROM"
    case .unknownFunction(let name, _): "there is no function '\(name)'"
    case .unknownType(let name, _): "there is no type '\(name)'"
    case .missingType(let name, _): "\(name) is not among the types of this language"
    case .badDecimal:
      "a DECIMAL has 1 to \(DataType.maximumPrecision) digits, of which no more stand after the point"
    case .wrongArguments(let function, _, let types):
      types.isEmpty
        ? "\(function) was given no argument"
        : types.count < 3
          ? "\(function) does not take \(types.map(\.words).joined(separator: " and "))"
          : "\(function) does not take these \(types.count) arguments: \(types.map(\.words).joined(separator: ", "))"
    case .unreadableLiteral(let text, let type): "'\(text)' is not \(type.words)"
    case .wrongTypes(let symbol, let left, let right):
      "\(symbol) does not work between \(left.words) and \(right.words)"
    case .notBoolean(let clause, let type):
      "\(clause) needs a condition, but this is \(type.words)"
    case .aggregateNotAllowed(let name, let clause):
      "\(name) cannot stand in \(clause), which is asked of rows and not of groups"
    case .nestedAggregate(let name): "\(name) stands inside another aggregate"
    case .distinctOrder(let name):
      "\(name)(DISTINCT …) can only be ordered by its own argument"
    case .withinGroup(let name, _, let isTaken):
      isTaken
        ? "\(name) takes one number, and WITHIN GROUP with one term"
        : "\(name) does not take WITHIN GROUP"
    case .groupingWithoutKeys: "GROUPING speaks of the keys of GROUP BY, of which there are none"
    case .groupingOfNoKey: "this is no key of GROUP BY, and GROUPING speaks of those alone"
    case .tooManyGroupingSets(let most):
      "GROUP BY asks for more sets of keys than the \(most) that it may"
    case .notGrouped(let name):
      "'\(name)' is neither grouped by nor inside an aggregate: a group has many values of it"
    case .starNotAllowed(let hasFrom):
      hasFrom
        ? "'*' stands for many columns, and here is room for one value"
        : "'*' stands for all columns, but the query has no FROM"
    case .ordinalOutOfRange(let number, let count):
      "there is no column \(number): the SELECT list has \(count)"
    case .columnCountMismatch(let left, let right, let symbol):
      "\(symbol) needs as many columns on both sides, but these are \(left) and \(right)"
    case .tooManyNames(let found, let count, let clause):
      "\(clause) lists \(found) names for \(count) column\(count == 1 ? "" : "s")"
    case .noCommonType(let left, let right, let what):
      "\(what) would be both \(left.words) and \(right.words)"
    case .notInSelectList:
      "with SELECT DISTINCT, or behind UNION, ORDER BY can only use columns of the result"
    case .notAnInteger(let clause): "\(clause) needs a whole number that is not negative"
    case .tableExists(let name): "there is already a table '\(name)'"
    case .valuesLength(let expected, let found):
      "this row has \(found) value\(found == 1 ? "" : "s"), the first has \(expected)"
    case .subqueryColumns(let found, let wanted):
      "this query yields \(found) column\(found == 1 ? "" : "s"), \(wanted == 1 ? "one is" : "\(wanted) are") wanted here"
    case .quantifiedOperand: "ANY and ALL compare with the rows of a query or with a list"
    case .subqueryOfBothSides:
      "a query in the condition of an outer join can read columns of one side, not of both"
    case .dependentJoin(let kind):
      "the right side of a \(kind) JOIN cannot read columns of the left side"
    case .dependentOnRows:
      "this column of the query around cannot be read inside WITH RECURSIVE, below GROUPING SETS or in a query with SUPPRESS"
    case .subqueryRows(let count):
      "this query stands for one value, but it yields \(count.map { "\($0) rows" } ?? "several rows")"
    case .endlessRecursion(let name, let steps):
      "'\(name)' did not come to an end in \(steps) steps"
    case .windowNotAllowed(let name, let clause):
      "\(name) with OVER cannot stand in \(clause), which is settled before windows are"
    case .nestedWindow(let name, let isInWindow):
      isInWindow
        ? "a window function stands inside \(name) with OVER"
        : "\(name) with OVER stands inside an aggregate"
    case .windowNeedsOver(let name, _): "\(name) needs OVER (…)"
    case .overOfScalar(let name): "\(name) works on one row and takes no OVER"
    case .notForWindow(let what, let name): "\(name) with OVER takes no \(what)"
    case .unknownWindow(let name, _): "there is no window '\(name)'"
    case .duplicateWindow(let name): "the window '\(name)' is defined twice"
    case .windowOverride(let clause, let window):
      clause == "frame"
        ? "'\(window)' has a frame, so no other window can build on it"
        : "'\(window)' has its own \(clause), which cannot be added to"
    case .emptyFrame: "this frame would end before it starts"
    case .shareWithOrder: "share is of the total of the partition, in which there is no order"
    case .growthOrder(let terms):
      "growth goes from period to period: OVER wants one term in ORDER BY, and here \(terms == 0 ? "is none" : "are \(terms)")"
    case .growthPeriod(let type):
      "growth goes from period to period, which are whole numbers or dates, and this is \(type.words)"
    case .rangeNeedsOneKey(let terms):
      "a distance in RANGE is measured on one ORDER BY term, and here \(terms == 0 ? "is none" : "are \(terms)")"
    case .topWithoutGroups: "TOP ranks the groups of a SELECT with GROUP BY, and here are none"
    case .topBeside(let clause): "TOP does not work with \(clause)"
    case .shareOfSubtotals:
      "SHARE would divide by a total that counts subtotals too"
    case .topWindow(let name):
      "\(name) with OVER would see the groups that TOP lists, and not all of them"
    case .topPartition:
      "the groups that TOP does not list are one row here, and this would part them"
    case .topSum:
      "the groups that TOP does not list are one row here, of which this is not the sum over its groups"
    case .topCount: "TOP needs a whole number above 0"
    case .topList: "PER wants a column that the query groups by, and this is none"
    case .topOfLists: "PER names all that the query groups by, so each list would be of one group"
    case .topHaving: "others and total are made of all rows, and HAVING would leave groups out"
    case .topLabel:
      "others and total need a column of GROUP BY in the SELECT list, which names them"
    case .suppressWithoutGroups:
      "SUPPRESS hides groups that are small, and this query has no groups"
    case .suppressBeside(let clause):
      "SUPPRESS does not work with \(clause), which tells what it hides"
    case .suppressThreshold(let least): "SUPPRESS BELOW needs a whole number from \(least) on"
    case .suppressCount(let count):
      "SUPPRESS goes by the column COUNT(*), and here \(count == 0 ? "is none" : "are \(count)")"
    case .suppressOn: "SUPPRESS goes by a column of the result that counts, and this is none"
    case .suppressWindow(let name):
      "\(name) tells of a row what the rows beside it are, which SUPPRESS may hide"
    case .suppressKeys: "SUPPRESS works with at most 63 keys"
    case .qualifyWithoutWindow: "QUALIFY is for conditions on window functions, and here is none"
    case .unknownTableFunction(let name, _): "there is no table function '\(name)'"
    case .unnestNotAllowed(let clause):
      "unnest yields several rows: it stands in FROM or in a SELECT list, not in \(clause)"
    case .severalUnnests: "a SELECT list can hold one unnest: put the others in FROM"
    case .notAList: "this is no list: write [a, b, c], string_split(…) or generate_series(…)"
    case .pivotWithoutAggregate: "PIVOT puts aggregates into its columns, and this is none"
    case .pivotValue: "the values of a PIVOT are constants"
    case .tooManyPivotValues(let count, let most):
      "PIVOT would make \(count) columns of these values; it makes at most \(most)"
    case .columnsPattern: "COLUMNS takes * or a regular expression in quotes"
    case .noColumnMatches(let pattern, _): "no column's name matches '\(pattern)'"
    case .asOfCondition:
      "ASOF JOIN wants equalities and one comparison of numbers, dates or times: a.k = b.k AND a.t >= b.t"
    case .rowExpected: "a row in parentheses is compared with rows: (a, b) IN ((1, 2), (3, 4))"
    case .tiesWithoutOrder: "WITH TIES needs an ORDER BY, which says what a tie is"
    case .badPercentage: "a percentage is a number from 0 to 100"
    case .unknownSampling(let name, _): "there is no way of sampling called '\(name)'"
    case .notBuilt(let what): "\(what) is not part of this version of the language"
    case .value(let error): error.message
    }
  }

  private var help: [String] {
    switch self {
    case .unknownTable(_, let known):
      return known.isEmpty
        ? ["no table is loaded; a file can stand in its place: FROM 'seizures.csv'"]
        : ["tables: \(Self.list(known))"]
    case .unknownColumn(_, _, let known):
      return known.isEmpty || guess != nil ? [] : ["columns: \(Self.list(known))"]
    case .unknownTableName(_, let known):
      return known.isEmpty || guess != nil ? [] : ["tables of this FROM: \(Self.list(known))"]
    case .ambiguousColumn(let name, let tables):
      return Set(tables).count < 2
        ? ["give each a name of its own: … AS …"]
        : ["say which: \(tables.map { "\($0).\(name)" }.joined(separator: " or "))"]
    case .wrongArguments("sum", let signature, [.varchar]),
      .wrongArguments("avg", let signature, [.varchar]):
      return [
        "it is written \(signature)",
        "texts are counted with count(…); numbers that are stored as text: CAST(… AS DOUBLE)",
      ]
    case .wrongArguments(_, let signature, _), .withinGroup(_, let signature, _):
      return ["it is written \(signature)"]
    case .wrongTypes(_, let left, let right):
      if let form = left.form ?? right.form, left.isNumeric || right.isNumeric { return [form] }
      return left == .varchar || right == .varchar
        ? ["CAST(… AS …) makes one type of the other"] : []
    case .missingType(_, let substitute): return ["in its place: \(substitute)"]
    case .noCommonType: return ["CAST(… AS …) makes one type of the other"]
    case .starNotAllowed(hasFrom: true): return ["only count(*) takes a star"]
    case .windowNotAllowed(_, let clause):
      return clause == "WHERE" || clause == "HAVING"
        ? ["conditions on window functions stand in QUALIFY"]
        : ["compute it in a table of its own: FROM (SELECT … OVER … FROM …)"]
    case .nestedWindow:
      return ["compute the inner one in a table of its own: FROM (SELECT … OVER … FROM …)"]
    case .windowNeedsOver(_, let signature): return ["it is written \(signature)"]
    case .unknownWindow(_, let known):
      return known.isEmpty
        ? ["windows are defined behind WINDOW: WINDOW w AS (ORDER BY …)"]
        : guess != nil ? [] : ["windows: \(Self.list(known))"]
    case .windowOverride("frame", let window):
      return ["OVER \(window), without parentheses, takes it as it is"]
    case .shareWithOrder: return ["it is written share(x) OVER (PARTITION BY …)"]
    case .growthOrder: return ["it is written growth(x) OVER (PARTITION BY … ORDER BY year)"]
    case .growthPeriod(.varchar):
      return ["CAST(… AS BIGINT) makes a number of a year, CAST(… AS DATE) a date of a day"]
    case .topWithoutGroups: return ["rows are cut with ORDER BY … LIMIT …"]
    case .shareOfSubtotals:
      return ["within each level: SHARE(…) OVER (PARTITION BY GROUPING(…))"]
    case .topWindow:
      return [
        "SHARE and sums over whole partitions can stand here; compute others before: "
          + "FROM (SELECT … OVER … GROUP BY …)"
      ]
    case .topPartition:
      return [
        "windows can be parted by keys that stand behind PER; compute others before: "
          + "FROM (SELECT … OVER … GROUP BY …)"
      ]
    case .topSum:
      return [
        "sums and counts add up; compute others before: FROM (SELECT … OVER … GROUP BY …)"
      ]
    case .topBeside("QUALIFY"): return ["HAVING leaves groups out before they are ranked"]
    case .topHaving:
      return ["WHERE leaves rows out; without WITH OTHERS and WITH TOTAL, HAVING can"]
    case .suppressThreshold:
      return ["below 2 there is only 1, which the mark <2 would tell"]
    case .suppressCount: return ["it is written SUPPRESS BELOW 5 ON n, where n counts"]
    case .suppressOn: return ["COUNT(…) counts, and SUM(…) of whole numbers"]
    case .suppressWindow: return ["SHARE(…), and sums over whole partitions, can be shown"]
    case .suppressBeside("HAVING"): return ["WHERE leaves rows out"]
    case .qualifyWithoutWindow: return ["conditions on rows stand in WHERE"]
    case .nestedAggregate:
      return ["aggregate once in a table of its own: FROM (SELECT … GROUP BY …)"]
    case .unreadableLiteral(let text, let type), .value(.unreadable(let text, let type)):
      if type == .date, let month = Self.shortMonth(of: text) { return [month] }
      if type == .timestamp, CastKernels.isTimestampWithOffset(text) {
        return ["a TIMESTAMP has no time zone; TIMESTAMPTZ reads the offset and keeps UTC"]
      }
      if type == .measure, let unit = MeasureText.unknownUnit(in: text) {
        return [FunctionTable.unknownUnit(unit)]
      }
      return type.form.map { [$0] } ?? []
    case .value(.mixedDimensions(let rows)):
      let first = rows.first { $0.dimension.isKnown }
      let unit = first.map { Units.base(of: $0.dimension).symbol } ?? "kg"
      return [
        "measures of several dimensions are not added, compared or put in order",
        "take one dimension alone: try_convert(…, '\(unit)'), or WHERE dimension_of(…) = '\(first?.dimension.name ?? "mass")'",
      ]
    case .value(.inconvertible(let unit, _)):
      return ["try_convert(…, '\(unit.symbol)') leaves the others out, and says so"]
    case .aggregateNotAllowed(_, "WHERE"):
      return ["conditions on groups stand in HAVING, behind GROUP BY"]
    case .noColumnMatches(_, let known): return ["columns: \(Self.list(known))"]
    case .subqueryRows:
      return ["take one of them: min(…), LIMIT 1, or IN (…) to compare with all"]
    case .endlessRecursion:
      return ["a step needs a condition that fails at some time, or UNION in place of UNION ALL"]
    case .notGrouped(let name):
      return [
        "add \(name) to GROUP BY (or write GROUP BY ALL), or take one value of it: min(\(name))"
      ]
    default: return []
    }
  }

  private var guess: String? {
    switch self {
    case .unknownTable(let name, let known), .unknownTableName(let name, let known),
      .unknownColumn(let name, _, let known), .unknownFunction(let name, let known),
      .unknownType(let name, let known), .unknownSampling(let name, let known),
      .unknownTableFunction(let name, let known),
      .unknownWindow(let name, let known):
      Spelling.closest(to: name, among: known)
    default: nil
    }
  }

  /// What is wrong with a day that its month does not have; nil where the text says no such day.
  private static func shortMonth(of text: String) -> String? {
    let parts = text.split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      (1...9999).contains(year), (1...12).contains(month), day > 0
    else { return nil }
    let days = CivilDate.days(ofMonth: month, year: year)
    let written = month < 10 ? "0\(month)" : "\(month)"
    return day > days ? "\(year)-\(written) has \(days) days" : nil
  }

  /// A name as it must be written: quoted where it is not a plain word.
  private static func written(_ name: String) -> String {
    let isPlain =
      !name.isEmpty
      && name.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0 == "_" || ("0"..."9") ~= $0
      }
      && !("0"..."9").contains(name.unicodeScalars.first ?? "0")
    return isPlain ? name : "\"\(name)\""
  }

  private static func list(_ items: [String], most: Int = 12) -> String {
    let shown = items.prefix(most).joined(separator: ", ")
    return items.count > most ? "\(shown) and \(items.count - most) more" : shown
  }
}

extension ValueError {
  /// The error in words.
  package var message: String {
    switch self {
    case .overflow(let type): "the result does not fit \(type.article) \(type)"
    case .unreadable(let text, let type): "'\(text)' is not \(type.words)"
    case .outOfRange(let value, let type): "\(value) does not fit \(type.article) \(type)"
    case .badArgument(let reason): reason
    case .textTooLong: "the texts of this result exceed 4 GiB"
    case .interrupted: "the work was stopped"
    case .mixedDimensions(let rows):
      "this would take together \(BindingProblem.dimensions(rows))"
    case .inconvertible(let unit, let rows):
      "not everything here can be shown in \(unit.symbol): it has \(BindingProblem.dimensions(rows))"
    }
  }
}

extension DataType {
  /// What stands before the type's name.
  fileprivate var article: String { self == .interval ? "an" : "a" }

  /// The type in an analyst's words, its name behind them where that says more.
  fileprivate var words: String {
    switch self {
    case .null: "NULL"
    case .boolean: "a BOOLEAN"
    case .bigint, .hugeint: "a whole number (\(self))"
    case .double, .percent, .decimal: "a number (\(self))"
    case .varchar: "text (VARCHAR)"
    case .date: "a DATE"
    case .timestamp: "a TIMESTAMP"
    case .time: "a TIME"
    case .interval: "an INTERVAL"
    case .measure: "a MEASURE"
    }
  }

  /// How a value of the type is written, where that is not plain.
  fileprivate var form: String? {
    switch self {
    case .percent: "a percentage is written '74 %' or '0.74'"
    case .date: "a date is written '2024-12-31'"
    case .timestamp: "a timestamp is written '2024-12-31 23:59:59'"
    case .time: "a time of day is written '23:59:59'"
    case .interval: "an interval is written '1 year 2 months 3 days 04:05:06'"
    case .measure: "a measure is written '5 kg': a number and a unit that .units lists"
    default: nil
    }
  }
}
