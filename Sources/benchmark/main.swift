import Foundation

// Only the wiring: what is measured stands in Suites and Questions.
exit(Program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
