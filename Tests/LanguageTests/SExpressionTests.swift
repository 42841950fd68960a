import Language
import Testing

@Suite struct SExpressionTests {
  @Test func aTreeIsIndentedWhereItIsWide() throws {
    let statement = try Parser.statement(
      Source("SELECT category, sum(quantity) AS total FROM seizures WHERE unit = 'kg' LIMIT 5"))
    #expect(
      statement.tree.indented(width: 40) == """
        (query
          (select
            (category
              (as (call sum quantity) total))
            (from seizures)
            (where (= unit 'kg')))
          (limit 5))
        """)
  }

  @Test func aNarrowTreeStaysOnItsLine() throws {
    let statement = try Parser.statement(Source("FROM t"))
    #expect(statement.tree.indented() == "(select (*) (from t))")
  }
}
