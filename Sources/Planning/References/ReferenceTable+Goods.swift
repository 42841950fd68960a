import Columns
import Reference

extension ReferenceTable {
  /// The Harmonized System, an entry a row, each behind the one that it is under.
  static let goods = ReferenceTable(
    "hs", "the Harmonized System, edition 2022: sections, chapters, headings, sub-headings",
    goodsFields
  ) { goodsRelation }

  private static let goodsFields = ["code", "level", "label", "parent", "section", "chapter"].map {
    Field(name: $0, type: .varchar)
  }

  private static let goodsRelation = relation(
    goodsFields,
    HarmonizedSystem.all.map { entry in
      [
        .text(entry.code), .text(entry.level.rawValue), .text(entry.label),
        .text(orNull: entry.parent),
        .text(orNull: HarmonizedSystem.section(of: entry.code)?.code),
        .text(orNull: HarmonizedSystem.chapter(of: entry.code)),
      ]
    })
}
