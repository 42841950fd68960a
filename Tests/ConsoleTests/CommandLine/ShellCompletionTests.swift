import Rendering
import Testing

@testable import rummage

/// The completions, asked of the shells that they are for.
@Suite struct ShellCompletionTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["seizures.csv", "my seizures.CSV", "routes.sql", "notes.md"] {
      _ = try folder.file(name, "")
    }
    try Directories.make(folder.path + "/data")
    _ = try folder.file("data/2024.xlsx", "")
    for document in [Document.bash, .zsh, .fish] {
      _ = try folder.file("rummage.\(document)", document.text)
    }
  }

  /// A word at the end of a command line, and what it may become: the same in every shell, but for
  /// the short names of options.
  static let cases: [(line: String, words: [String])] = [
    ("rummage --fo", ["--format"]),
    ("rummage --format ", OutputFormat.allCases.map(\.rawValue)),
    ("rummage --format j", ["json", "jsonl"]),
    ("rummage --color ", ["auto", "always", "never"]),
    ("rummage --generate ", Document.allCases.map(\.rawValue)),
    ("rummage --threads ", []),
    ("rummage --param ", []),
    ("rummage te", ["test"]),
    ("rummage ", ["data", "my seizures.CSV", "routes.sql", "seizures.csv", "sample-data", "test"]),
    ("rummage seizures.csv ", ["data", "my seizures.CSV", "routes.sql", "seizures.csv"]),
    ("rummage data/", ["data/2024.xlsx"]),
    ("rummage -f ", ["data", "routes.sql"]),
    ("rummage --init ", ["data", "routes.sql"]),
    ("rummage test ", ["data", "routes.sql"]),
    ("rummage test --bl", ["--bless"]),
    ("rummage test --fo", []),
    ("rummage test --threads ", []),
    ("rummage sample-data ", SampleDataCommand.dataSets.map(\.text)),
    ("rummage sample-data --", ["--help", "--output", "--rows", "--seed"]),
    ("rummage sample-data -o ", ["data"]),
  ]

  @Test(arguments: cases)
  func bash(_ line: String, _ words: [String]) throws {
    let arguments = line.split(separator: " ", omittingEmptySubsequences: false).dropFirst()
    #expect(try bash(arguments.map(String.init)) == words.sorted())
  }

  /// Bash parts a line at `=` too, and gives quotes and backslashes as they were typed.
  @Test(arguments: [
    (["--format", "="], OutputFormat.allCases.map(\.rawValue)),
    (["--format", "=", "m"], ["markdown"]), (["--timer", "="], ["json"]),
    (["--param", "year", "=", "s"], []), (["\"my"], ["my seizures.CSV"]),
    (["my\\ s"], ["my seizures.CSV"]),
  ])
  func bashWords(_ arguments: [String], _ words: [String]) throws {
    #expect(try bash(arguments) == words.sorted())
  }

  private func bash(_ arguments: [String]) throws -> [String] {
    let script = """
      source ./rummage.bash
      COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
      _rummage
      ((${#COMPREPLY[@]})) && printf '%s\\n' "${COMPREPLY[@]}"
      """
    return try answers("bash", ["--norc", "-c", script, "bash", "rummage"] + arguments)
  }

  @Test(
    .enabled(if: InstalledProgram.isInstalled("fish"), "fish is not installed"), arguments: cases)
  func fish(_ line: String, _ words: [String]) throws {
    let script = "source ./rummage.fish; complete -C $argv[1]"
    let answers = try answers("fish", ["--no-config", "-c", script, line])
    // What a word means stands behind a tab.
    let found = answers.map { $0.prefix { $0 != "\t" } }.map {
      $0.hasSuffix("/") ? $0.dropLast() : $0
    }
    #expect(found.map(String.init).sorted() == words.sorted())
    if line == "rummage te" { #expect(answers == ["test\t\(Command.test.help)"]) }
  }

  /// zsh completes on a terminal alone: it is given one, on which it notes all that its completions
  /// add.
  @Test(.enabled(if: InstalledProgram.isInstalled("zsh"), "zsh is not installed"))
  func zsh() throws {
    _ = try folder.file("inner.zsh", Self.inner)
    _ = try folder.file("outer.zsh", Self.outer)
    _ = try folder.file("lines", Self.cases.map { $0.line + "\n" }.joined())
    let answers = try answers("timeout", ["60", "zsh", "-f", "outer.zsh"], sorted: false)
    let found = answers.split(omittingEmptySubsequences: false) { $0 == "." }.map(Array.init)
    #expect(found.count == Self.cases.count + 1)
    for ((line, words), found) in zip(Self.cases, found) {
      // Files come quoted, and without what was typed of their folders.
      let typed = line.last == "/" ? "data/" : ""
      #expect(Set(found.map { typed + $0.filter { $0 != "\\" } }) == Set(words), "\(line)")
    }
  }

  private static let inner = """
    PS1= ; unsetopt prompt_cr prompt_sp
    autoload -U compinit; compinit -u -D
    source ./rummage.zsh
    compadd() {
      local -a added
      if [[ -z ${(M)@:#-[AOD]} ]]; then
        builtin compadd -A added "$@"
        print -rl -- $added >>answers
      fi
      builtin compadd "$@"
    }
    ask() {
      local line
      while IFS= read -r line; do
        BUFFER=$line CURSOR=$#line
        zle list-choices
        print -r -- . >>answers
      done <lines
      BUFFER=
      print -r -- 'all asked'
    }
    zle -N ask
    bindkey '^X' ask
    print -r -- 'ready to ask'

    """

  private static let outer = """
    zmodload zsh/zpty
    zpty inner zsh -f -i
    zpty -w inner 'source ./inner.zsh'
    zpty -r inner shown '*ready to ask*'
    zpty -w -n inner $'\\C-x'
    zpty -r inner shown '*all asked*'
    zpty -d inner
    cat answers

    """

  /// The lines that a shell prints, in order of their bytes where they are sorted.
  private func answers(
    _ shell: String, _ arguments: [String], sorted: Bool = true
  ) throws -> [String] {
    let program = try #require(InstalledProgram(shell))
    let lines = try program.run(arguments, in: folder.path).output
      .split(separator: "\n").map(String.init)
    return sorted ? lines.sorted() : lines
  }
}
