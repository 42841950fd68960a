/// What `.help` can be asked about.
enum HelpPage {
  static var candidates: [Completion.Candidate] {
    DotCommand.all.map { .init(text: $0.name, kind: $0.help) }
  }
}
