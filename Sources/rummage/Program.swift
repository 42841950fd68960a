import Columns
import Glibc
import Language
import Rendering

/// The program from its arguments to its exit status.
enum Program {
  static func run(_ arguments: [String]) -> ExitStatus {
    // A closed pipe is an error of write, which ends the program without a word.
    signal(SIGPIPE, SIG_IGN)
    // A descriptor that is closed would be given to the next file that is opened.
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", O_RDWR)
    }
    do {
      return try perform(try OptionParser.parse(arguments))
    } catch let error as UsageError {
      let page = "\(Command.chosen(by: arguments).name) --help"
      return complain("\(error.message)\n'\(page)' lists what there is", .wrongUsage)
    } catch is ClosedPipe {
      return .success
    } catch is Interrupted {
      return .interrupted
    } catch is InputInterrupted {
      return .interrupted
    } catch let error as FileError {
      return complain(error.message, .statementFailed)
    } catch {
      return complain("\(error)", .statementFailed)
    }
  }

  private static func complain(_ message: String, _ status: ExitStatus) -> ExitStatus {
    try? FileOutput.standardError.write("error: \(message)\n")
    return status
  }

  private static func perform(_ options: Options) throws -> ExitStatus {
    switch options.action {
    case .help(let command):
      try FileOutput.standardOutput.write(HelpText.page(of: command))
      return .success
    case .generate(let document):
      try FileOutput.standardOutput.write(document.text)
      return .success
    case .version:
      try FileOutput.standardOutput.write("rummage \(HelpText.version)\n")
      return .success
    case .test(let paths, let bless):
      return try GoldenRunner(bless: bless, threads: options.threads).run(paths)
    case .sampleData(let request):
      return try SampleDataCommand.run(request)
    case .run:
      return try converse(options)
    }
  }

  /// Loads the data, then runs what is given, or else what comes in.
  private static func converse(_ options: Options) throws -> ExitStatus {
    let shell = Shell(options)
    Interrupts.listen(shell.engine.cancellation)
    let isConsole = options.inputs.isEmpty && isatty(0) != 0
    let isPrepared = try prepare(shell, options, loads: !isConsole)
    // Who can see the error can go on without what failed.
    guard isPrepared || isConsole else { return .statementFailed }
    var succeeded = true
    for input in options.inputs {
      switch input {
      case .command(let text):
        succeeded =
          try shell.run(all: text, name: nil, keepsGoing: options.keepsGoing) && succeeded
      case .file(let path):
        succeeded = try shell.run(file: path, keepsGoing: options.keepsGoing) && succeeded
      }
      if shell.wantsToLeave || !succeeded && !options.keepsGoing { break }
    }
    if options.inputs.isEmpty {
      if isConsole {
        // The prompt does not wait for the data.
        try Console(shell, loading: options.data, keepsGoing: options.keepsGoing).run()
      } else {
        succeeded = try runStandardInput(shell, keepsGoing: options.keepsGoing)
      }
    }
    return succeeded ? .success : .statementFailed
  }

  /// Runs the initial file and, unless somebody else does, loads the data.
  ///
  /// - Returns: whether to go on.
  private static func prepare(
    _ shell: Shell, _ options: Options, loads: Bool
  ) throws -> Bool {
    for parameter in options.parameters {
      do {
        try shell.engine.setParameter(parameter.name, to: parameter.value)
      } catch let diagnostic as Diagnostic {
        throw UsageError(message: "--param \(parameter.name): \(diagnostic.message)")
      }
    }
    var succeeded = true
    switch options.initialization {
    case .none: break
    case .file(let path):
      succeeded = try shell.run(file: path, keepsGoing: options.keepsGoing)
    case .standard:
      if let path = Directories.configuration.map({ $0 + "/init.sql" }), access(path, R_OK) == 0 {
        succeeded = try shell.run(file: path, keepsGoing: options.keepsGoing)
      }
    }
    if loads, succeeded || options.keepsGoing {
      succeeded =
        try shell.load(all: options.data, keepsGoing: options.keepsGoing) && succeeded
    }
    return succeeded || options.keepsGoing
  }

  /// Runs each statement when its `;` has come, before the next is read.
  private static func runStandardInput(_ shell: Shell, keepsGoing: Bool) throws -> Bool {
    var input = LineInput.standardInput()
    var splitter = StatementSplitter()
    var succeeded = true
    while !shell.wantsToLeave {
      let line = try input.next()
      let items = line.map { splitter.feed(line: $0) } ?? splitter.finish()
      for item in items where !shell.wantsToLeave {
        succeeded = try shell.run(item) && succeeded
        if !succeeded && !keepsGoing { return false }
      }
      if line == nil { break }
    }
    return succeeded
  }
}
