import Execution

extension Suite {
  /// The memory that a loaded table takes.
  static let memory = Suite(
    name: "memory", summary: "resident bytes after a load, and at its worst moment"
  ) { bench in
    let (resident, peak) = ("resident after load", "peak while loading")
    guard bench.wants(resident) || bench.wants(peak) else { return }
    let files = try bench.files()
    let session = Session(threads: bench.options.threads)
    // What is made once for all loads is no memory of the table's.
    try session.load(files.countries)
    guard let before = ResidentMemory.now else {
      for name in [resident, peak] {
        bench.skip(name, "this system does not tell it in /proc/self/status")
      }
      return
    }
    let isPeakOwn = ResidentMemory.forgetPeak()
    try session.load(files.seizures)
    let after = ResidentMemory.now ?? before
    let highest = ResidentMemory.peak ?? after
    // The other reader takes memory too, so it comes behind.
    if let mismatch = try LoadedDigest.mismatch(session, bench.sample().seizures()) {
      return bench.fail(resident, .wrongAnswer(mismatch))
    }
    let rows = bench.options.rows
    if bench.wants(resident) {
      bench.add(resident, .bytes, rows: rows, samples: [Double(max(0, after - before))])
    }
    if isPeakOwn {
      if bench.wants(peak) {
        bench.add(peak, .bytes, rows: rows, samples: [Double(max(0, highest - before))])
      }
    } else {
      bench.skip(peak, "the peak before it could not be reset")
    }
  }
}
