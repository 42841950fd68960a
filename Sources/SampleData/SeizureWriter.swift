/// Writes the rows of `seizures.csv`, and with each the consignments that belong to it.
struct SeizureWriter {
  private let model: SeizureModel
  private var items: ItemApportionment
  private(set) var consignments = Consignments()
  private let narratives = Narratives()

  private let dates: FieldPool
  private let operations: FieldPool
  private let categories = FieldPool(Category.allCases.map(\.text))
  private let units = FieldPool(Unit.allCases.map(\.text))
  private let products: FieldPool
  /// All subheadings, those of a product together from its entry in `firstCode`.
  private let codes: FieldPool
  private let firstCode: [Int]
  /// `BrandFamily.size` names for each family.
  private let brands: FieldPool
  /// For each product, the brand that its commonest one is; others follow in its family.
  private let brandChoice = AliasTable.zipf(count: BrandFamily.size, offset: 2)

  /// - Parameter items: as the first pass over the rows has left it.
  init(model: SeizureModel, items: ItemApportionment) {
    self.model = model
    self.items = items
    dates = FieldPool(model.period.days.map(\.text))
    operations = FieldPool(model.operations.map(\.name))
    products = FieldPool(model.products.map(\.name))
    codes = FieldPool(model.products.flatMap(\.codes))
    var firstCode: [Int] = []
    var next = 0
    for product in model.products {
      firstCode.append(next)
      next += product.codes.count
    }
    self.firstCode = firstCode
    var names = InventedNames(stream: 3)
    brands = FieldPool(
      (0..<BrandFamily.allCases.count * BrandFamily.size).map { index in
        // Some names hold what breaks careless readers of CSV.
        let name = names.brand()
        return index % 13 == 5
          ? "\(name) & \(names.brand())"
          : index % 29 == 11 ? "\(name), \(names.brand())" : name
      })
  }

  /// Writes the row after the last one written.
  mutating func write(
    _ row: Int, to file: CSVFile, _ consignmentFile: CSVFile
  ) throws(SampleDataError) {
    let subject = model.subject(row)
    let product = model.products[subject.product]
    let category = subject.category
    let year = model.period.days[subject.day].year
    var shared = subject.shared
    var own = subject.own
    let mode = subject.mode
    let route = model.places.route(category, mode, year: year, &shared)

    file.put(row + 1)
    file.comma()
    file.put(dates, subject.day)
    file.comma()
    file.put(model.places.codes, route.reporter)
    file.comma()
    file.put(model.places.offices, route.office)
    file.comma()
    if let operation = subject.operation { file.put(operations, operation) }
    file.comma()
    file.put(categories, category.rawValue)
    file.comma()
    file.put(products, subject.product)
    file.comma()
    // Three rows in a hundred have no code.
    let code = shared.below(100)
    if code >= 3 {
      let isFirst = product.codes.count == 1 || code < 70
      file.put(codes, firstCode[subject.product] + (isFirst ? 0 : 1))
    }
    file.comma()
    if let family = product.brands, shared.chance(perMille: product.branded) {
      // The commonest brand differs from product to product.
      let rank = (brandChoice.pick(&shared) + subject.product * 5) % BrandFamily.size
      file.put(brands, family.rawValue * BrandFamily.size + rank)
    }
    file.comma()
    if let right = model.circumstances.right(category, &shared) {
      file.put(model.circumstances.rights, right)
    }
    file.comma()
    file.put(model.circumstances.modes, mode.rawValue)
    file.comma()
    let detection = model.circumstances.detection(
      category, mode, inOperation: subject.operation != nil, &own)
    file.put(model.circumstances.detections, detection.rawValue)
    file.comma()
    let concealment = model.circumstances.concealment(category, mode, &own)
    // One row in five says nothing about it.
    if own.below(5) != 0 { file.put(model.circumstances.concealments, concealment) }
    file.comma()
    if let origin = route.origin { file.put(model.places.codes, origin) }
    file.comma()
    file.put(model.places.codes, route.departure)
    file.comma()
    if let transit = route.transit { file.put(model.places.codes, transit) }
    file.comma()
    file.put(model.places.codes, route.destination)
    file.comma()
    let thousandths = writeQuantity(subject, year: year, to: file, &own)
    file.comma()
    file.put(units, subject.amount.unit.rawValue)
    file.comma()
    // Three rows in twenty have no value, nor has what was not measured.
    if own.below(20) >= 3, let thousandths {
      file.put(hundredths: model.worth(thousandths, cents: subject.amount.cents, &own))
    }
    file.comma()
    if own.below(25) != 0 { narratives.write(mode, detection, to: file, &own) }
    try file.endLine()
    try consignments.write(seizure: row + 1, mode, to: consignmentFile, &own)
  }

  /// - Returns: the quantity in thousandths; nil when the goods were not measured, and the field
  ///   stays empty.
  private mutating func writeQuantity(
    _ subject: SeizureModel.Subject, year: Int, to file: CSVFile, _ random: inout SplitMix64
  ) -> Int? {
    let unit = subject.amount.unit
    if let kind = subject.category.itemKind(in: unit) {
      let quantity = items.next(year: year, kind: kind, weight: subject.weight, unit: unit)
      file.put(quantity)
      return quantity * 1000
    }
    // Of what is weighed or poured, one in a hundred was not.
    if random.below(100) == 0 { return nil }
    let quantity = model.written(subject.weight, unit: unit, &random)
    file.put(thousandths: quantity)
    return quantity
  }
}
