import Rendering

/// The manual page rummage(1), made from the tables of options, dot-commands and formats.
enum ManualPage {
  static var text: String {
    var page = ManualText()
    page.title("RUMMAGE", date: HelpText.date, version: "rummage \(HelpText.version)")
    page.section("NAME")
    page.prose("rummage - \(Command.main.help)")
    page.section("SYNOPSIS")
    page.forms(Command.main.usages.map(\.form))
    page.section("DESCRIPTION")
    page.prose(description)
    page.paragraph(data)
    page.paragraph(streams)
    page.section("OPTIONS")
    list(Option.general, on: &page)
    page.section("COMMANDS")
    for command in Command.named {
      page.subsection(command.usages.map(\.form).joined())
      page.prose(sentence(command.help))
      page.prose(command.about)
      list(command.options, on: &page)
    }
    page.section("CONSOLE")
    page.prose(console)
    for command in DotCommand.all {
      let arguments = command.arguments.isEmpty ? "" : " \(command.arguments)"
      page.item(command.name + arguments, sentence(command.help))
    }
    page.section("FORMATS")
    page.prose("Results are written as one of these:")
    for format in OutputFormat.allCases { page.item(format.rawValue, sentence(format.summary)) }
    page.section("FILES")
    for (path, meaning) in files { page.item(path, meaning) }
    page.section("ENVIRONMENT")
    for (name, meaning) in environment { page.item(name, meaning) }
    page.section("EXIT STATUS")
    for status in ExitStatus.allCases { page.item("\(status.rawValue)", status.details) }
    page.section("EXAMPLES")
    for (index, (command, meaning)) in examples.enumerated() {
      if index == 0 { page.prose(meaning) } else { page.paragraph(meaning) }
      page.example(command)
    }
    return page.text
  }

  private static func list(_ options: [Option], on page: inout ManualText) {
    for option in options {
      let repetition = option.repeats ? "May be given several times." : ""
      page.item(
        option.names.map { $0 + option.placeholder }.joined(separator: ", "),
        [sentence(option.help, keeping: option.words), option.details, repetition]
          .joined(separator: " "))
    }
  }

  /// A line of help as a sentence; a word at its start that is typed so keeps its small letter.
  private static func sentence(_ help: String, keeping words: [Option.Word] = []) -> String {
    let first = help.prefix { $0.isLetter }
    let isTyped = words.contains { $0.text == first }
    return (isTyped ? help : help.prefix(1).uppercased() + help.dropFirst()) + "."
  }

  private static let description =
    "Rummage is a console and a query language like SQL for customs seizure data. It loads the "
    + "extracts that an analyst is sent, answers questions about them, and holds saved questions "
    + "to their answers."

  private static let data =
    "Each DATA is a file, a pattern such as `'2024/*.csv'`, whose files make one table, a "
    + "`datapackage.json`, or `-` for standard input. A table is named after its file. Delimited "
    + "text, JSON, JSON Lines, Excel workbooks and Arrow files are loaded, compressed by gzip or "
    + "zstd or not. A file whose name ends in `.sql` is run."

  private static let streams =
    "Where there is nothing to run, a console opens on a terminal; otherwise statements come from "
    + "standard input, and each is run when its semicolon has come. Results alone go to standard "
    + "output; load reports, notes, times, progress and errors go to standard error."

  private static let console =
    "A statement may run over several lines and ends with a semicolon. Tab completes what stands "
    + "before the cursor, Ctrl-R searches the history, Ctrl-C drops the line or stops the "
    + "statement that runs, Ctrl-D leaves. Commands begin with a dot and stand on a line of their own, in "
    + "saved queries and on standard input too:"

  private static let files = [
    (
      "~/.config/rummage/init.sql",
      "Statements and dot-commands that are run first, unless `--init` or `--no-init` is given."
    ),
    ("~/.local/state/rummage/history", "What was typed in the console."),
    ("~/.editrc", "Keys of the console, as editrc(5) describes them."),
  ]

  private static let environment = [
    ("NO_COLOR", "Where it is not empty, `--color auto` means `never`."),
    ("TERM", "Where it is `dumb` or missing, there are no colours and no progress."),
    ("COLUMNS", "How wide results are drawn where the terminal does not tell."),
    ("LINES", "How many rows of a result are shown where the terminal does not tell."),
    ("PAGER", "What long results are read in, `less` where it is not set."),
    ("VISUAL", "The editor of `.edit` and Ctrl-X Ctrl-E."),
    ("EDITOR", "The same where VISUAL is not set, and what `v` opens among the vi keys."),
    ("TMPDIR", "Where what is edited is kept meanwhile, in place of `/tmp`."),
    ("EDITRC", "The file of keys, in place of `~/.editrc`."),
    ("XDG_CONFIG_HOME", "The folder of settings, in place of `~/.config`."),
    ("XDG_STATE_HOME", "The folder of the history, in place of `~/.local/state`."),
    ("HOME", "The folder that `~` stands for."),
  ]

  private static let examples = [
    ("rummage seizures.csv.gz", "The console, with a file as the table `seizures`:"),
    (
      "rummage -c \"SELECT category, COUNT(*) FROM 'seizures.csv' GROUP BY ALL\"",
      "One question to a file:"
    ),
    (
      "rummage --param year=2024 --format json -f routes.sql >routes.json",
      "A saved query with a parameter, for another program:"
    ),
    ("rummage test queries", "Do the saved answers still hold?"),
    ("rummage sample-data cen --rows 5000000 -o data", "Synthetic seizures to practise on:"),
  ]
}
