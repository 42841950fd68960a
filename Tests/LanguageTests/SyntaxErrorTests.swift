import Language
import Testing

/// What is said about statements that do not parse: the place is marked in the statement; then come
/// the message, the labels, the help and the corrected statement.
@Suite struct SyntaxErrorTests {
  @Test(arguments: Script.cases(words) + Script.cases(signs) + Script.cases(clauses))
  func says(_ test: Script.Case) {
    let marked = MarkedText(test.input)
    #expect(throws: Never.self) {
      do throws(Diagnostic) {
        let statement = try Parser.statement(Source(marked.text))
        Issue.record("parsed: \(statement.tree)")
      } catch {
        #expect(error.range == marked.range)
        #expect(description(of: error, in: marked.text) == test.output)
      }
    }
  }

  /// A correction must lead further: what is corrected parses, or is wrong at another place.
  @Test(arguments: Script.cases(words) + Script.cases(signs) + Script.cases(clauses))
  func correctionsCorrect(_ test: Script.Case) {
    let text = MarkedText(test.input).text
    guard let diagnostic = diagnostic(of: text), let fix = diagnostic.fix,
      let fixed = fix.applied(to: text)
    else { return }
    guard let next = self.diagnostic(of: fixed) else { return }
    #expect(next.message != diagnostic.message || next.range != diagnostic.range)
  }

  private func diagnostic(of text: String) -> Diagnostic? {
    do throws(Diagnostic) {
      _ = try Parser.statement(Source(text))
      return nil
    } catch {
      return error
    }
  }

  private func description(of diagnostic: Diagnostic, in text: String) -> String {
    let source = Source(text)
    var lines = [diagnostic.message]
    for label in diagnostic.labels {
      lines.append("label \(source.text(of: label.range)): \(label.message)")
    }
    for help in diagnostic.help { lines.append("help: \(help)") }
    if let fix = diagnostic.fix {
      let fixed = fix.applied(to: text) ?? "not applicable"
      lines.append(
        "fix: "
          + fixed.split(separator: "\n", omittingEmptySubsequences: false)
          .joined(separator: "⏎"))
    }
    return lines.joined(separator: "\n")
  }
}
