/// What the program tells the one that started it.
enum ExitStatus: Int32 {
  case success = 0
  case statementFailed = 1
  case wrongUsage = 2
  case goldenTestFailed = 3
  /// 128 and the number of SIGINT, as shells count.
  case interrupted = 130
}
