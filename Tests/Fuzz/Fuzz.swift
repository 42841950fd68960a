import FuzzInputs
import Glibc
import Loading

// A program for coverage-guided fuzzing of the readers; see CONTRIBUTING.md.
//
// `RUMMAGE_FUZZ_FORMAT` says what the bytes are given out as: csv, json, jsonl, xlsx or arrow.

private let format =
  getenv("RUMMAGE_FUZZ_FORMAT").flatMap { FileFormat(rawValue: String(cString: $0)) } ?? .csv

/// A file in memory under a name that ends as the format's do.
private let path = "/dev/shm/rummage-fuzz-\(getpid()).\(format.rawValue)"

/// Loads the bytes as a file: what the fuzzer's loop calls with input after input.
@_cdecl("LLVMFuzzerTestOneInput")
public func load(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  if let problem = FuzzInput(format: format, bytes: input).problem(at: path) {
    print(problem)
    abort()
  }
  return 0
}
