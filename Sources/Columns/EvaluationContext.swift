#if canImport(Glibc)
  import Glibc
#endif
import Synchronization

/// What is said of rows in a note under a result, with how many they are.
package struct RowNote: Hashable, Sendable {
  package enum Kind: Int, Sendable {
    /// A text that was looked up, or asked about a group of countries, names no country.
    case noCountry
    /// A text that was looked up, or asked about a branch, in the Harmonized System is no code of it.
    case noGoodsCode
  }

  package let kind: Kind
  /// The column that holds the texts; nil where they are computed.
  package let column: String?

  package init(_ kind: Kind, column: String?) {
    self.kind = kind
    self.column = column
  }
}

/// What evaluating expressions needs and leaves behind besides values: the time at which the
/// statement began, and counts for the notes that stand under its result.
///
/// One context serves a whole statement and is shared by all its threads. Counts are sums, so they
/// are the same on any number of threads.
package final class EvaluationContext: Sendable {
  private let zeroDivisions = Atomic<Int>(0)
  private let lostMeasures = Mutex<[LostMeasures: Int]>([:])

  /// Calls of `try_convert`, and what they ask of a measure.
  private struct LostMeasures: Hashable {
    let dimension: String
    let call: Int
  }

  /// Sentences, and what each is about.
  private let sentences = Mutex<[String: Set<String>]>([:])
  /// By note, rows by who counted them.
  private let notedRows: Mutex<[RowNote: [ObjectIdentifier: Int]]> = Mutex([:])
  /// Microseconds since 1970-01-01 00:00:00 UTC at which the statement began.
  private let start: Int64

  package init() {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    start = Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
  }

  /// A context of the same statement that counts for itself: for what may have to be done again.
  package init(within outer: EvaluationContext) { start = outer.start }

  /// Adds what `inner` has counted.
  package func add(_ inner: EvaluationContext) {
    countDivisionsByZero(inner.divisionsByZero)
    for (lost, rows) in inner.lostMeasures.withLock({ $0 }) {
      lostMeasures.withLock { $0[lost, default: 0] += rows }
    }
    for (sentence, places) in inner.sentences.withLock({ $0 }) {
      sentences.withLock { $0[sentence, default: []].formUnion(places) }
    }
    for (note, counts) in inner.notedRows.withLock({ $0 }) {
      for (counter, rows) in counts { count(rows, note, by: counter) }
    }
  }

  /// The moment at which the statement began, in UTC: one for all its rows.
  package var now: Value { .timestamp(start) }

  /// The date of ``now``.
  package var today: Value {
    .date(Int32(ClockTime.floorDivide(Int(start), ClockTime.microsecondsPerDay)))
  }

  /// The time of day of ``now``.
  package var timeOfDay: Value {
    .time(Int64(ClockTime.floorRemainder(Int(start), ClockTime.microsecondsPerDay)))
  }

  /// Rows in which a division by zero gave NULL.
  package var divisionsByZero: Int { zeroDivisions.load(ordering: .relaxed) }

  /// How many rows with a measure `try_convert` made NULL, by the dimension that they do not have;
  /// calls that lost as many rows count once, since they most likely are about the same.
  package var unconverted: [(dimension: String, rows: Int)] {
    var counts: [String: Set<Int>] = [:]
    for (lost, rows) in lostMeasures.withLock({ $0 }) {
      counts[lost.dimension, default: []].insert(rows)
    }
    return counts.sorted { $0.key < $1.key }.flatMap { dimension, rows in
      rows.sorted(by: >).map { (dimension, $0) }
    }
  }

  /// Adds `rows` that have a measure and not in `dimension`.
  ///
  /// - Parameter call: a number that tells the calls of one statement apart.
  package func countUnconverted(_ rows: Int, dimension: String, call: Int) {
    if rows == 0 { return }
    lostMeasures.withLock {
      $0[LostMeasures(dimension: dimension, call: call), default: 0] += rows
    }
  }

  /// The most places that a note names.
  private static let mostPlaces = 3

  /// What else the reader must know, each sentence once, in alphabetical order: which is the same
  /// whichever thread came first.
  package var notes: [String] {
    sentences.withLock { $0 }.sorted { $0.key < $1.key }.map { sentence, places in
      if places.isEmpty { return sentence }
      let shown = places.sorted().prefix(Self.mostPlaces).joined(separator: "; ")
      let rest = places.count - Self.mostPlaces
      return "\(sentence): \(shown)\(rest > 0 ? "; and \(rest) more" : "")"
    }
  }

  /// Adds a sentence to ``notes``.
  ///
  /// - Parameter place: where it holds; the places of one sentence are listed behind it.
  package func note(_ sentence: String, of place: String? = nil) {
    sentences.withLock { known in
      known[sentence, default: []].formUnion(place.map { [$0] } ?? [])
    }
  }

  /// Adds `rows` divisions by zero.
  package func countDivisionsByZero(_ rows: Int) {
    if rows != 0 { zeroDivisions.add(rows, ordering: .relaxed) }
  }

  /// The notes on rows, and of how many rows each is to be said: where several calls say the same of
  /// a column, those of the call that saw most.
  package var rowNotes: [(note: RowNote, rows: Int)] {
    notedRows.withLock { $0 }
      .map { note, counts in (note, counts.values.max() ?? 0) }
      .sorted { ($0.0.kind.rawValue, $0.0.column ?? "") < ($1.0.kind.rawValue, $1.0.column ?? "") }
  }

  /// Adds `rows` of which `note` is to be said to those that `counter` has counted.
  package func count(_ rows: Int, _ note: RowNote, by counter: ObjectIdentifier) {
    if rows != 0 { notedRows.withLock { $0[note, default: [:]][counter, default: 0] += rows } }
  }
}
