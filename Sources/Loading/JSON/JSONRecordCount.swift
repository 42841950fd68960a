import CKernels

/// Counts the records of a JSON text without understanding it: by its brackets alone.
///
/// For the independent count that every load is held to, so it shares nothing with the code that
/// reads records. Of a text that is no JSON it counts nonsense.
struct JSONRecordCount {
  private var scan = bracket_scan_start()

  var records: Int { Int(scan.records) }

  /// Looks at the next `count` bytes of the text; 63 bytes behind them must be readable.
  mutating func add(_ start: UnsafePointer<UInt8>, count: Int) {
    scan_brackets(start, 0, Int64(count), &scan)
  }
}
