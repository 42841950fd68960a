import Columns

extension Suite {
  /// The loops over rows by themselves, without statements, on one thread where nothing else is said.
  static let kernels = Suite(
    name: "kernels", summary: "loops over rows by themselves: sums, selection, sorts, texts, CASE"
  ) { bench in
    let rows = bench.options.rows
    bench.measure(
      "sums grouped by code", rows: rows,
      check: { try KernelChecks.sums($0, bench.kernelData()) }
    ) {
      try bench.kernelData().sumsByCategory()
    }
    bench.measure(
      "compare and select", rows: rows,
      check: { try KernelChecks.selections($0, bench.kernelData()) }
    ) {
      try bench.kernelData().selectRecent()
    }
    for threads in [1, 2] {
      bench.measure(
        "sort by two columns, \(threads == 1 ? "1 thread" : "\(threads) threads")", rows: rows,
        check: { try KernelChecks.order($0, bench.kernelData()) }
      ) {
        try bench.kernelData().sort(threads: threads)
      }
    }
    bench.measure(
      "search for a text", rows: rows,
      check: { try KernelChecks.matches($0, bench.kernelData(), parts: [KernelData.part]) }
    ) {
      try bench.kernelData().contains()
    }
    let pattern = try KernelData.compiledPattern()
    bench.measure(
      "search for a regular expression", rows: rows,
      check: { try KernelChecks.matches($0, bench.kernelData(), parts: KernelData.alternatives) }
    ) {
      try bench.kernelData().matches(pattern)
    }
    bench.measure(
      "blend for CASE", rows: rows,
      check: { try KernelChecks.blend($0, bench.kernelData()) }
    ) {
      try bench.kernelData().blendRecent()
    }
    bench.measure(
      "look up by code", rows: rows,
      check: { try KernelChecks.lookup($0, bench.kernelData()) }
    ) {
      try bench.kernelData().lookUpLengths()
    }
  }
}
