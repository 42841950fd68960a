/// Writes the consignments in which seized goods travelled: none, one or several for each seizure.
struct Consignments {
  static let columns = [
    "consignment_id", "seizure_id", "document_no", "carrier", "container_no", "packages",
    "gross_kg", "declared_goods", "declared_value_usd",
  ]

  private let carriers: FieldPool
  private let carrierChoice = AliasTable.zipf(count: carriersPerMode, offset: 2)
  private let goods: FieldPool
  private let goodsChoice: AliasTable
  private let logNormal = LogNormal()
  private(set) var count = 0

  private static let carriersPerMode = 12

  init() {
    var names = InventedNames(stream: 2)
    carriers = FieldPool(
      Circumstances.Mode.allCases.flatMap { mode in
        (0..<Self.carriersPerMode).map { _ in "\(names.brand()) \(Self.trade(mode))" }
      })
    let texts = Self.declared.split(separator: "|").map(String.init)
    goods = FieldPool(texts)
    goodsChoice = .zipf(count: texts.count, offset: 4)
  }

  /// Writes the consignments of one seizure; passengers carry their goods without any.
  mutating func write(
    seizure: Int, _ mode: Circumstances.Mode, to file: CSVFile, _ random: inout SplitMix64
  ) throws(SampleDataError) {
    if mode == .passenger { return }
    let draw = random.below(100)
    let number = draw < 20 ? 0 : draw < 88 ? 1 : draw < 97 ? 2 : 3
    for _ in 0..<number {
      count += 1
      let bits = random.next()
      file.put(count)
      file.comma()
      file.put(seizure)
      file.comma()
      file.put(Self.letter(bits >> 1))
      file.put(Self.letter(bits >> 9))
      file.put(Int(bits >> 20 & 0xFF_FFFF), digits: 8)
      file.comma()
      file.put(carriers, mode.rawValue * Self.carriersPerMode + carrierChoice.pick(&random))
      file.comma()
      if mode == .sea {
        // An owner's three letters, U for a freight container, and seven digits (ISO 6346; the last
        // digit is not the check digit).
        let owner = random.next()
        file.put(Self.letter(owner))
        file.put(Self.letter(owner >> 8))
        file.put(Self.letter(owner >> 16))
        file.put(UInt8(ascii: "U"))
        file.put(Int(owner >> 24 & 0xFF_FFFF) % 10_000_000, digits: 7)
      }
      file.comma()
      let packages = logNormal.draw(median: Self.usualPackages(mode), spread: 380, &random)
      file.put(packages)
      file.comma()
      // One consignment in twelve was not weighed.
      if bits >> 44 & 0xFFF >= 341 {
        file.put(thousandths: logNormal.draw(median: 6_500, spread: 330, &random) * packages)
      }
      file.comma()
      file.put(goods, goodsChoice.pick(&random))
      file.comma()
      if bits >> 56 & 7 != 0 {
        file.put(hundredths: logNormal.draw(median: 4_200, spread: 420, &random) * packages)
      }
      try file.endLine()
    }
  }

  private static func letter(_ bits: UInt64) -> UInt8 {
    UInt8(ascii: "A") &+ UInt8(truncatingIfNeeded: ((bits & 0xFF) * 26) >> 8)
  }

  private static func usualPackages(_ mode: Circumstances.Mode) -> Int {
    switch mode {
    case .mail, .express: 1
    case .air, .passenger: 6
    case .road: 40
    case .rail: 90
    case .sea: 260
    }
  }

  private static func trade(_ mode: Circumstances.Mode) -> String {
    switch mode {
    case .mail: "Post"
    case .express: "Couriers"
    case .air: "Air Cargo"
    case .sea: "Lines"
    case .road: "Haulage"
    case .rail: "Rail"
    case .passenger: "Travel"
    }
  }

  private static let declared = """
    Clothing|Household goods|Gift|Documents|Electronic accessories|Spare parts|Toys|Footwear|\
    Plastic articles|Food supplements|Cosmetics|Furniture|Ceramic tiles|Fresh fruit|Coffee, green|\
    Machinery parts|Books and magazines|Garments, mixed|Fabric in rolls|Tools, hand|Kitchenware|\
    Paper products|Frozen fish|Sports equipment|Empty bottles|Scrap metal|Samples, no value|\
    Building material|Cleaning products|Personal effects|Charcoal|Stationery|Leather goods|\
    Lamps, LED|Animal feed|Wood, sawn|Glassware|Handicraft|Vehicle parts, used|Returned goods
    """
}
