import Rendering

/// What the command line asks for.
struct Options: Equatable {
  /// What to do.
  enum Action: Equatable {
    /// Load the data and run the inputs; without inputs, the console or standard input.
    case run
    case help(Command)
    case generate(Document)
    case version
    /// The golden tests under the files and folders.
    case test(paths: [String], bless: Bool)
    case sampleData(SampleDataRequest)
  }

  /// Statements to run, in the order of the command line.
  enum Input: Equatable {
    /// `-c`.
    case command(String)
    /// `-f`, or a `.sql` file among the data.
    case file(String)
  }

  enum Timer: Equatable {
    case off, text, json
  }

  enum Color: String, CaseIterable {
    case auto, always, never
  }

  /// Statements that are run before all others.
  enum Initialization: Equatable {
    /// `~/.config/rummage/init.sql` where it exists.
    case standard
    case none
    case file(String)
  }

  var action = Action.run
  /// Files, patterns and `-` for standard input, each of which becomes a table.
  var data: [String] = []
  var inputs: [Input] = []
  /// nil: a box on a terminal, CSV into a file or pipe.
  var format: OutputFormat?
  /// Whether a column of measures is shown as one of amounts and one of units.
  var splitsMeasures = false
  var timer = Timer.off
  /// nil: one for each processor.
  var threads: Int?
  var initialization = Initialization.standard
  var keepsGoing = false
  var color = Color.auto
  /// Whether a rejected row or cell at load is an error.
  var isStrict = false
  /// Values for the parameters `$name` of statements, in the order of the command line.
  var parameters: [StatementParameter] = []
}

/// `--param name=value`, as written.
struct StatementParameter: Equatable {
  let name: String
  let value: String
}

/// What `rummage sample-data` is asked for.
struct SampleDataRequest: Equatable {
  var name: String
  var rows: Int?
  var seed: UInt64?
  var directory: String?
}

/// The command line cannot be understood.
struct UsageError: Error, Equatable {
  let message: String
}
