import Columns

extension ReferenceTable {
  /// All tables, in the order of their names.
  package static let all: [ReferenceTable] = [
    categories, countries, formerCountries, goods, memberships, operations, units,
  ]

  /// The tables as a table: what each is called and holds, how many rows and columns it has.
  package static var list: Relation {
    relation(
      [
        Field(name: "table", type: .varchar), Field(name: "rows", type: .bigint),
        Field(name: "columns", type: .bigint), Field(name: "holds", type: .varchar),
      ],
      all.map { table in
        [
          .text(table.qualifiedName), .integer(Int128(table.relation.rowCount)),
          .integer(Int128(table.fields.count)), .text(table.help),
        ]
      })
  }
}
