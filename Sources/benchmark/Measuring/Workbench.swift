import Execution

/// What the suites measure with: the options, data that is made when it is first asked for, and the
/// results so far.
final class Workbench {
  let options: Options
  private(set) var measurements: [Measurement] = []
  private(set) var failures: [Failure] = []
  /// What was left out of the running suite, and why.
  private(set) var notes: [String] = []
  private var suite = ""
  private var knownFiles: SampleFiles?
  private var knownSample: PlainSample?
  private var knownSession: Session?
  private var knownSavedSeizures: String?
  private var knownKernelData: KernelData?

  init(_ options: Options) { self.options = options }

  // MARK: Data

  /// The files of the sample.
  func files() throws -> SampleFiles {
    if let knownFiles { return knownFiles }
    let made = try SampleFiles(rows: options.rows)
    knownFiles = made
    return made
  }

  /// The same data as a second, plain reader has it.
  func sample() throws -> PlainSample {
    if let knownSample { return knownSample }
    let made = PlainSample(try files())
    knownSample = made
    return made
  }

  /// A session in which the files are tables.
  func session() throws -> Session {
    if let knownSession { return knownSession }
    let files = try files()
    let made = Session(threads: options.threads)
    for path in [files.seizures, files.consignments, files.countries] { try made.load(path) }
    knownSession = made
    return made
  }

  /// The path of an Arrow file of the table of seizures.
  func savedSeizures() throws -> String {
    if let knownSavedSeizures { return knownSavedSeizures }
    let path = try files().path("seizures.arrow")
    _ = try session().save("seizures", to: path)
    knownSavedSeizures = path
    return path
  }

  /// Columns of the sample, made without the loader.
  func kernelData() throws -> KernelData {
    if let knownKernelData { return knownKernelData }
    let made = KernelData(try sample().seizures())
    knownKernelData = made
    return made
  }

  /// Removes the files.
  func tidy() { knownFiles?.remove() }

  // MARK: Measuring

  /// Runs a suite.
  ///
  /// - Returns: what it measured, and what it left out.
  func run(_ suite: Suite) throws -> (measurements: [Measurement], notes: [String]) {
    self.suite = suite.name
    notes = []
    let before = measurements.count
    try suite.run(self)
    return (Array(measurements[before...]), notes)
  }

  /// Whether the options ask for the measurement called `name`.
  func wants(_ name: String) -> Bool {
    options.filter.isEmpty
      || "\(suite)/\(name)".lowercased().contains(options.filter.lowercased())
  }

  /// Says why `name` is not measured.
  func skip(_ name: String, _ reason: String) {
    if wants(name) { notes.append("\(name): left out, \(reason)") }
  }

  /// Times `work`, once its answer was found right; a wrong one, or an error, is kept as a failure.
  ///
  /// The run that is checked warms up too.
  ///
  /// - Parameters:
  ///   - rows: that the work goes through; nil where it has none.
  ///   - check: what is wrong with an answer; nil for nothing.
  func measure<Answer>(
    _ name: String, rows: Int?, check: (Answer) throws -> Mismatch?, _ work: () throws -> Answer
  ) {
    guard wants(name) else { return }
    do {
      if let mismatch = try check(try work()) {
        return fail(name, .wrongAnswer(mismatch))
      }
      var samples: [Double] = []
      for _ in 0..<options.repetitions { samples.append(try Self.sample(work)) }
      add(name, .milliseconds, rows: rows, samples: samples)
    } catch {
      fail(name, .error(error))
    }
  }

  /// Runs go on until they have taken so many milliseconds: what is shorter is ruled by chance.
  private static let shortestSample = 5.0

  /// The milliseconds that a run takes, on average over the runs of one sample.
  private static func sample<Answer>(_ work: () throws -> Answer) throws -> Double {
    let clock = ContinuousClock()
    var (total, runs) = (0.0, 0.0)
    repeat {
      let start = clock.now
      let answer = try work()
      total += (clock.now - start) / .milliseconds(1)
      runs += 1
      // What it takes to give the answer up is not part of the work.
      withExtendedLifetime(answer) {}
    } while total < shortestSample
    return total / runs
  }

  /// Keeps what was measured.
  func add(_ name: String, _ unit: Measurement.Unit, rows: Int?, samples: [Double]) {
    measurements.append(
      Measurement(suite: suite, name: name, unit: unit, rows: rows, samples: samples))
  }

  /// Keeps that `name` was not measured.
  func fail(_ name: String, _ reason: Failure.Reason) {
    failures.append(Failure(name: "\(suite)/\(name)", reason: reason))
  }
}
