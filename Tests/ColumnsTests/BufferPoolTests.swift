import Testing

@testable import Columns

struct BufferPoolTests {
  @Test func givesABlockAgainThatIsNotInUse() {
    let bytes = 3_000_017
    let first = BufferPool.allocate(bytes)
    let second = BufferPool.allocate(bytes)
    #expect(first != second)
    first.storeBytes(of: 1, toByteOffset: bytes - 1, as: UInt8.self)
    BufferPool.deallocate(first, bytes)
    BufferPool.deallocate(second, bytes)
    BufferPool.clear()
    BufferPool.clear()
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 1 << 22, 10_000_001])
  func blocksAreAligned(bytes: Int) {
    let block = BufferPool.allocate(bytes)
    #expect(UInt(bitPattern: block) % 64 == 0)
    block.initializeMemory(as: UInt8.self, repeating: 7, count: bytes)
    BufferPool.deallocate(block, bytes)
  }
}
