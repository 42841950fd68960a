import Columns
import Execution
import Language
import Rendering

/// A session in this process: the quick way.
struct SessionDatabase: LogicDatabase {
  private let session: Session

  init(threads: Int = 2, batchRows: Int? = nil) {
    session = Session(threads: threads)
    session.batchRows = batchRows
  }

  mutating func run(_ sql: String) -> LogicResult {
    var result = LogicResult.done
    for item in StatementSplitter.items(of: sql, name: nil) {
      guard case .statement(let source) = item else { continue }
      do {
        switch try session.run(source).content {
        case .message, .file: result = .done
        case .rows(let relation): result = .rows(Self.cells(relation))
        }
      } catch let diagnostic as Diagnostic {
        return .failed(diagnostic.message)
      } catch {
        return .failed("\(error)")
      }
    }
    return result
  }

  private static func cells(_ relation: Relation) -> [[String?]] {
    relation.chunks.flatMap { chunk in
      (0..<chunk.count).map { row in
        chunk.columns.map { $0.isNull(row) ? nil : CellText.string($0.value(row)) }
      }
    }
  }
}
