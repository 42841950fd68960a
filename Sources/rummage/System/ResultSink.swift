import Columns
import Rendering

/// Where a result goes: Ctrl-C stops it.
final class ResultSink: ByteSink {
  private let output: FileOutput

  init(_ output: FileOutput) { self.output = output }

  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    try Interrupts.check()
    try output.write(bytes)
  }
}

/// A screen on which a result is written that was meant for files: what would speak to the terminal
/// is made visible.
final class ScreenSink: ByteSink {
  private let sink: ResultSink

  init(_ output: FileOutput) { sink = ResultSink(output) }

  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    var out = ByteBuffer(capacity: bytes.count)
    VisibleText.appendLines(bytes, to: &out)
    try sink.write(out.bytes)
  }
}
