import Columns
import Reference

extension ReferenceTable {
  /// Joint operations, by series and by edition in each.
  static let operations = ReferenceTable(
    "operations", "joint operations: their first and last days, who led them, where it is told",
    operationFields
  ) { operationRelation }

  /// Broad classes of goods.
  static let categories = ReferenceTable(
    "categories", "broad classes of goods that are seized, with the chapters that they are in",
    categoryFields
  ) { categoryRelation }

  private static let operationFields = [
    Field(name: "name", type: .varchar), Field(name: "start_date", type: .date),
    Field(name: "end_date", type: .date), Field(name: "led_by", type: .varchar),
    Field(name: "source", type: .varchar),
  ]

  private static let operationRelation = relation(
    operationFields,
    Operations.all.map { operation in
      [
        .text(operation.name), operation.start.map { .date($0) } ?? .null,
        operation.end.map { .date($0) } ?? .null, .text(operation.ledBy),
        .text(orNull: operation.source.isEmpty ? nil : operation.source),
      ]
    })

  private static let categoryFields = ["code", "label", "section", "hs_chapters", "aliases"].map {
    Field(name: $0, type: .varchar)
  }

  private static let categoryRelation = relation(
    categoryFields,
    Categories.all.map { category in
      [
        .text(category.code), .text(category.label), .text(category.section.rawValue),
        .text(category.chapters.joined(separator: "; ")),
        .text(category.aliases.joined(separator: "; ")),
      ]
    })
}
