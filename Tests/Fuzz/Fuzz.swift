import Glibc
import Loading

// A program for coverage-guided fuzzing of the readers; see CONTRIBUTING.md.
//
// `RUMMAGE_FUZZ_FORMAT` says what the bytes are given out as: csv, json, jsonl, xlsx or arrow.

private let format =
  getenv("RUMMAGE_FUZZ_FORMAT").flatMap { FileFormat(rawValue: String(cString: $0)) } ?? .csv

/// A file in memory under a name that ends as the format's do.
private let path = "/dev/shm/rummage-fuzz-\(getpid()).\(format.rawValue)"
private let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC, 0o600)

/// Loads the bytes as a file, in one of a few ways that the bytes themselves choose: what the fuzzer's
/// loop calls with input after input.
@_cdecl("LLVMFuzzerTestOneInput")
public func load(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard ftruncate(descriptor, 0) == 0, pwrite(descriptor, bytes, count, 0) == count else { abort() }
  var options = LoadOptions()
  options.format = format
  options.memoryLimit = 256 << 20
  if count.isMultiple(of: 3) {
    options.blockBytes = 7
    options.chunkRows = 3
  }
  if count.isMultiple(of: 2) { options.ignoresErrors = true }
  do {
    let ledger = try TableLoader.load(path: path, options: options).ledger
    if ledger.rowsInFile != ledger.rowsLoaded + ledger.rowsRejected { abort() }
    _ = ledger.report
  } catch let error as LoadError {
    if case .miscounted = error.kind { abort() }
    _ = error.description
  } catch {
    _ = error
  }
  return 0
}
