/// What `--generate` prints: documents that are made from the table of options, so that they say
/// what the program does.
enum Document: String, CaseIterable, Sendable {
  case man, bash, zsh, fish

  /// What it is, in a few words.
  var help: String {
    switch self {
    case .man: "the manual page, in the macros of man(7)"
    case .bash, .zsh, .fish: "completions of \(rawValue)"
    }
  }

  /// The whole document.
  var text: String {
    switch self {
    case .man: ManualPage.text
    case .bash: BashCompletion.text
    case .zsh: ZshCompletion.text
    case .fish: FishCompletion.text
    }
  }
}
