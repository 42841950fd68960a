import Columns
import Language
import Planning

extension Session {
  /// BEGIN, COMMIT and ROLLBACK. The catalog is a value: to give a transaction up is to take the
  /// tables as they were.
  func perform(_ transaction: Transaction) throws -> Outcome {
    switch transaction {
    case .begin:
      guard transactionStart == nil else {
        throw Diagnostic(
          .error, "a transaction has begun already: COMMIT or ROLLBACK ends it", at: nil)
      }
      transactionStart = catalog
      return .message("transaction begun")
    case .commit:
      guard transactionStart != nil else { throw Self.noTransaction("commit") }
      if isTransactionBroken {
        _ = try perform(.rollback)
        return .message("a statement of the transaction had failed: all of it was given up")
      }
      transactionStart = nil
      return .message("transaction committed")
    case .rollback:
      guard let start = transactionStart else { throw Self.noTransaction("give up") }
      catalog = start
      transactionStart = nil
      isTransactionBroken = false
      return .message("transaction given up; the tables are as before")
    }
  }

  private static func noTransaction(_ what: String) -> Diagnostic {
    Diagnostic(.error, "there is no transaction to \(what)", at: nil, help: ["BEGIN begins one"])
  }

  /// Runs a statement inside a transaction, if there is one: after a failure there, the transaction
  /// can only be given up.
  func guarded(_ statement: BoundStatement, _ body: () throws -> Outcome) throws -> Outcome {
    if case .transaction = statement { return try body() }
    if isTransactionBroken {
      throw Diagnostic(
        .error, "a statement of this transaction failed: ROLLBACK gives the transaction up", at: nil
      )
    }
    do {
      return try body()
    } catch {
      isTransactionBroken = transactionStart != nil
      throw error
    }
  }
}
