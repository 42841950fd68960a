import Columns
import Testing

@testable import Loading

@Suite struct DataPackageTests {
  private static func resource(_ members: String, files: [String: String] = [:]) throws
    -> DataPackage.Resource
  {
    let folder = try PackageFolder("{\"resources\":[{\(members)}]}", files: files)
    let resources = try DataPackage.load(path: folder.path).resources
    return try #require(resources.first)
  }

  private static let table = "\"name\":\"t\",\"path\":\"t.csv\""

  private static func schema(_ fields: String, _ more: String = "") -> String {
    "\(table),\"schema\":{\"fields\":[\(fields)]\(more)}"
  }

  @Test func aWholePackage() throws {
    let folder = try PackageFolder(
      #"""
      {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "seizures", "title": "Seizures", "licenses": [{"name": "CC0-1.0"}],
        "resources": [
          {
            "name": "seizures", "type": "table", "path": "data/seizures.csv", "bytes": 120,
            "hash": "sha256:ABCDEF", "encoding": "windows-1252",
            "dialect": {"delimiter": ";", "quoteChar": "'", "escapeChar": "\\", "commentChar": "#",
                        "nullSequence": "\\N", "csvddfVersion": 1.2, "lineTerminator": "\n"},
            "schema": {
              "fields": [
                {"name": "id", "type": "integer", "constraints": {"required": true, "unique": true}},
                {"name": "seized_on", "type": "date"},
                {"name": "at", "type": "datetime"},
                {"name": "country", "type": "string", "rdfType": "https://schema.org/Country",
                 "constraints": {"pattern": "[A-Z]{2}", "minLength": 2, "maxLength": 2}},
                {"name": "quantity", "type": "number", "decimalChar": ",", "groupChar": ".",
                 "constraints": {"minimum": 0, "exclusiveMaximum": "1e6"}},
                {"name": "checked", "type": "boolean", "trueValues": ["yes"], "falseValues": ["no"]},
                {"name": "mode", "constraints": {"enum": ["air", "sea"]}}
              ],
              "missingValues": ["", "n/a", "-"],
              "primaryKey": "id", "uniqueKeys": [["seized_on", "country"]],
              "foreignKeys": [
                {"fields": "country", "reference": {"resource": "countries", "fields": "code"}},
                {"fields": ["id"], "reference": {"resource": "", "fields": ["id"]}}
              ]
            }
          },
          {"name": "countries", "path": "countries.json"},
          {"name": "logo", "path": "logo.png"}
        ]
      }
      """#)
    let package = try DataPackage.load(path: folder.path)
    #expect(package.notes == ["logo was left out: 'png' is no format of tables"])
    #expect(package.resources.map(\.name) == ["seizures", "countries"])
    #expect(package.resources[1].paths == [folder.folder + "/countries.json"])
    #expect(package.resources[1].options.format == .json && package.resources[1].schema == nil)
    let first = package.resources[0]
    #expect(first.paths == [folder.folder + "/data/seizures.csv"])
    #expect(first.bytes == 120 && first.digest == "abcdef")
    #expect(first.notes == [])
    let options = first.options
    #expect(options.format == .csv && options.encoding == "windows-1252")
    #expect(options.delimiter == UInt8(ascii: ";") && options.quote == .character(39))
    #expect(options.escape == UInt8(ascii: "\\") && options.comment == UInt8(ascii: "#"))
    #expect(options.header == true && options.names == [] && options.ignoresErrors == true)
    #expect(options.nullTexts == ["n/a", "-", "\\N"])
    #expect(options.decimalMark == UInt8(ascii: ",") && options.thousands == ".")
    #expect(
      options.types == [
        "id": .bigint, "seized_on": .date, "at": .timestamp, "country": .varchar,
        "checked": .varchar,
      ])
    let schema = try #require(first.schema)
    #expect(schema.primaryKey == ["id"] && schema.uniqueKeys == [["seized_on", "country"]])
    #expect(
      schema.foreignKeys == [
        .init(fields: ["country"], resource: "countries", referenced: ["code"]),
        .init(fields: ["id"], resource: nil, referenced: ["id"]),
      ])
    #expect(
      schema.fields.map(\.constraints) == [
        [.required, .unique], [], [], [.minLength(2), .maxLength(2), .pattern("[A-Z]{2}")],
        [.minimum("0"), .exclusiveMaximum("1e6")], [], [.enum(["air", "sea"])],
      ])
    #expect(schema.fields[5].reading == .booleans(true: ["yes"], false: ["no"]))
    #expect(schema.fields[6].type == .any)
  }

  // MARK: Options

  @Test func withoutDialectTheFileSpeaks() throws {
    let options = try Self.resource(Self.table).options
    #expect(options.delimiter == nil && options.quote == .automatic && options.nullTexts == nil)
    #expect(options.header == true)
    let empty = try Self.resource("\(Self.table),\"dialect\":{}").options
    #expect(empty.delimiter == UInt8(ascii: ",") && empty.quote == .character(34))
  }

  @Test func tabs() throws {
    let members = "\"name\":\"t\",\"path\":\"t.tsv\""
    #expect(try Self.resource(members).options.delimiter == 9)
    let dialect = "\(members),\"dialect\":{\"delimiter\":\"|\"}"
    #expect(try Self.resource(dialect).options.delimiter == UInt8(ascii: "|"))
  }

  @Test func headers() throws {
    let fields = "\"schema\":{\"fields\":[{\"name\":\"a\"},{\"name\":\"b\"}]}"
    let none = try Self.resource("\(Self.table),\(fields),\"dialect\":{\"header\":false}").options
    #expect(none.header == false && none.names == ["a", "b"])
    let third = try Self.resource("\(Self.table),\"dialect\":{\"headerRows\":[3]}").options
    #expect(third.header == true && third.skip == 2)
  }

  @Test func schemaAndDialectInFilesOfTheirOwn() throws {
    let folder = try PackageFolder(
      "{\"resources\":[{\(Self.table),\"schema\":\"s.json\",\"dialect\":\"d.json\"}]}",
      files: [
        "s.json": "{\"fields\":[{\"name\":\"a\",\"type\":\"date\"}]}",
        "d.json": "{\"delimiter\":\";;\"}",
      ])
    do {
      _ = try DataPackage.load(path: folder.path)
      Issue.record("read")
    } catch let error as LoadError {
      #expect(error.path == folder.folder + "/d.json")
      #expect(
        error.description.hasSuffix(
          "cannot be followed: delimiter: ';;' is not one ASCII character"))
    }
  }

  @Test(
    arguments: [
      (
        "{\"name\":\"a\",\"type\":\"time\"}", FieldReading.written(format: nil), DataType.varchar,
        []
      ),
      (
        "{\"name\":\"a\",\"type\":\"time\",\"format\":\"%H.%M\"}", .written(format: "%H.%M"),
        .varchar, []
      ),
      (
        "{\"name\":\"a\",\"type\":\"date\",\"format\":\"%d/%m/%Y\"}", .written(format: "%d/%m/%Y"),
        .varchar, []
      ),
      (
        "{\"name\":\"a\",\"type\":\"date\",\"format\":\"%Q\"}", .text, .varchar,
        ["a: the format '%Q' is not supported; the column is text"]
      ),
      ("{\"name\":\"a\",\"type\":\"date\",\"format\":\"any\"}", .loaded, nil, []),
      ("{\"name\":\"a\",\"type\":\"year\"}", .loaded, .bigint, []),
      ("{\"name\":\"a\",\"type\":\"number\"}", .loaded, nil, []),
      ("{\"name\":\"a\"}", .loaded, nil, []),
      (
        "{\"name\":\"a\",\"type\":\"boolean\"}",
        .booleans(true: ["true", "True", "TRUE", "1"], false: ["false", "False", "FALSE", "0"]),
        .varchar, []
      ),
      (
        "{\"name\":\"a\",\"type\":\"geopoint\"}", .text, .varchar,
        ["a: the type geopoint is not supported; the column is text"]
      ),
      (
        "{\"name\":\"a\",\"type\":\"integer\",\"bareNumber\":false}", .text, .varchar,
        ["a: bareNumber: false is not supported; the column is text"]
      ),
      (
        "{\"name\":\"a\",\"type\":\"integer\",\"missingValues\":[\"-99\"]}", .text, .varchar,
        ["a: missingValues of its own are not supported; the column is text"]
      ),
      (
        "{\"name\":\"a\",\"type\":\"integer\",\"missingValues\":[{\"value\":\"\",\"label\":\"none\"}]}",
        .loaded, .bigint, []
      ),
      (
        "{\"name\":\"a\",\"type\":\"string\",\"format\":\"email\"}", .loaded, .varchar,
        ["a: the format 'email' is not checked"]
      ),
      (
        "{\"name\":\"a\",\"type\":\"string\",\"categories\":[\"x\"]}", .loaded, .varchar,
        ["a: categories are not checked"]
      ),
      (
        "{\"name\":\"a\",\"type\":\"string\",\"constraints\":{\"jsonSchema\":{}}}", .loaded,
        .varchar, ["a: the constraint jsonSchema is not checked"]
      ),
    ] as [(String, FieldReading, DataType?, [String])])
  func fields(field: String, reading: FieldReading, type: DataType?, notes: [String]) throws {
    let resource = try Self.resource(Self.schema(field))
    #expect(resource.schema?.fields.first?.reading == reading)
    #expect(resource.options.types["a"] == type)
    #expect(resource.notes == notes)
  }

  @Test func numbersAreWrittenInOneWay() throws {
    let resource = try Self.resource(
      Self.schema(
        "{\"name\":\"a\",\"type\":\"number\"},"
          + "{\"name\":\"b\",\"type\":\"number\",\"decimalChar\":\",\"},"
          + "{\"name\":\"c\",\"type\":\"integer\"}"))
    #expect(resource.options.decimalMark == UInt8(ascii: ".") && resource.options.thousands == "")
    #expect(resource.options.types == ["b": .varchar, "c": .bigint])
    #expect(
      resource.notes == [
        "b: decimalChar and groupChar unlike those of the fields before are not supported; "
          + "the column is text"
      ])
  }

  @Test func missingValues() throws {
    let listed = try Self.resource(
      Self.schema(
        "{\"name\":\"a\"}", ",\"missingValues\":[{\"value\":\"NA\",\"label\":\"?\"},\"-\"]"))
    #expect(listed.options.nullTexts == ["NA", "-"])
    #expect(
      listed.notes == ["empty cells are NULL, though missingValues does not list the empty text"])
    #expect(try Self.resource(Self.schema("{\"name\":\"a\"}")).options.nullTexts == [])
  }

  @Test func whatDoesNotMatter() throws {
    let resource = try Self.resource(
      Self.schema("{\"name\":\"a\"}", ",\"fieldsMatch\":[\"partial\"]")
        + ",\"hash\":\"0123\",\"dialect\":{\"caseSensitiveHeader\":true,\"doubleQuote\":false,\"odd\":1}"
    )
    #expect(resource.schema?.allowsAbsentFields == true)
    #expect(
      resource.notes == [
        "two quotes in a quoted field are read as one, though doubleQuote is false",
        "names of columns are compared without regard to case",
        "resources[0].dialect.odd is not known and has no effect",
        "the hash is not checked: it is not of SHA-256",
      ])
  }

  // MARK: Refusals

  @Test(arguments: [
    ("\"path\":\"t.csv\"", "resources[0].name: is missing"),
    ("\"name\":\"t\"", "resources[0].path: is missing"),
    ("\"name\":1,\"path\":\"t.csv\"", "resources[0].name: is a number, and a string was expected"),
    ("\"name\":\"t\",\"path\":{}", "resources[0].path: is an object, and an array was expected"),
    (
      "\"name\":\"t\",\"path\":[]",
      "resources[0].path: is an array, and a string or an array of strings was expected"
    ),
    (
      "\"name\":\"t\",\"path\":[\"a.csv\",\"../b.csv\"]",
      "resources[0].path[1]: '../b.csv' leads out of the folder of the descriptor, which no path may"
    ),
    (
      "\"name\":\"t\",\"path\":\"/etc/passwd\"",
      "resources[0].path: '/etc/passwd' leads out of the folder of the descriptor, which no path may"
    ),
    (
      "\"name\":\"t\",\"path\":\"a/../../b.csv\"",
      "resources[0].path: 'a/../../b.csv' leads out of the folder of the descriptor, which no path may"
    ),
    (
      "\"name\":\"t\",\"path\":\"~/b.csv\"",
      "resources[0].path: '~/b.csv' leads out of the folder of the descriptor, which no path may"
    ),
    (
      "\"name\":\"t\",\"path\":\"\"",
      "resources[0].path: '' leads out of the folder of the descriptor, which no path may"
    ),
    (
      "\"name\":\"t\",\"path\":\"https://example.org/b.csv\"",
      "resources[0].path: 'https://example.org/b.csv' is an address, and only files beside the descriptor are read; fetch it and name the file"
    ),
    (
      "\"name\":\"t\",\"data\":[{\"a\":1}]",
      "resources[0].data: data inside the descriptor, not in a file beside it, is not supported"
    ),
    ("\(table),\"bytes\":-1", "resources[0].bytes: is a number, and a whole number was expected"),
    (
      "\(table),\"dialect\":{\"delimiter\":\"||\"}",
      "resources[0].dialect.delimiter: '||' is not one ASCII character"
    ),
    (
      "\(table),\"dialect\":{\"quoteChar\":\"«\"}",
      "resources[0].dialect.quoteChar: '«' is not one ASCII character"
    ),
    (
      "\(table),\"dialect\":{\"delimiter\":9}",
      "resources[0].dialect.delimiter: is a number, and a string was expected"
    ),
    (
      "\(table),\"dialect\":{\"header\":\"yes\"}",
      "resources[0].dialect.header: is a string, and true or false was expected"
    ),
    (
      "\(table),\"dialect\":{\"skipInitialSpace\":true}",
      "resources[0].dialect.skipInitialSpace: leaving out space behind a delimiter is not supported"
    ),
    (
      "\(table),\"dialect\":{\"commentRows\":[2]}",
      "resources[0].dialect.commentRows: leaving out rows by their numbers is not supported"
    ),
    (
      "\(table),\"dialect\":{\"headerRows\":[1,2]}",
      "resources[0].dialect.headerRows: a header of other than one row is not supported"
    ),
    (
      "\(table),\"dialect\":{\"lineTerminator\":\";\"}",
      "resources[0].dialect.lineTerminator: the line end ';' is not supported"
    ),
    (
      "\(table),\"dialect\":{\"property\":\"rows\"}",
      "resources[0].dialect.property: property is not supported"
    ),
    (
      "\(table),\"dialect\":\"https://example.org/d.json\"",
      "resources[0].dialect: 'https://example.org/d.json' is an address, and only files beside the descriptor are read; fetch it and name the file"
    ),
    ("\(table),\"schema\":{}", "resources[0].schema.fields: is missing"),
    ("\(table),\"schema\":[]", "resources[0].schema: is an array, and an object was expected"),
    (schema("{\"type\":\"date\"}"), "resources[0].schema.fields[0].name: is missing"),
    (
      schema("{\"name\":\"a\"},{\"name\":\"A\"}"), "resources[0].schema.fields[1]: 'A' stands twice"
    ),
    (
      schema("{\"name\":\"a\",\"type\":\"text\"}"),
      "resources[0].schema.fields[0].type: is 'text', and one of any, array, boolean, date, datetime, duration, geojson, geopoint, integer, list, number, object, string, time, year, yearmonth was expected"
    ),
    (
      schema("{\"name\":\"a\",\"type\":\"number\",\"decimalChar\":\"::\"}"),
      "resources[0].schema.fields[0].decimalChar: '::' is not one ASCII character"
    ),
    (
      schema("{\"name\":\"a\",\"type\":\"boolean\",\"trueValues\":\"yes\"}"),
      "resources[0].schema.fields[0].trueValues: is a string, and an array was expected"
    ),
    (
      schema("{\"name\":\"a\",\"type\":\"integer\",\"constraints\":{\"minimum\":1.5}}"),
      "resources[0].schema.fields[0].constraints.minimum: '1.5' is no integer"
    ),
    (
      schema("{\"name\":\"a\",\"type\":\"date\",\"constraints\":{\"maximum\":\"2024-13-01\"}}"),
      "resources[0].schema.fields[0].constraints.maximum: '2024-13-01' is no date"
    ),
    (
      schema("{\"name\":\"a\",\"type\":\"time\",\"constraints\":{\"minimum\":\"24:00\"}}"),
      "resources[0].schema.fields[0].constraints.minimum: '24:00' is no time"
    ),
    (
      schema("{\"name\":\"a\",\"type\":\"string\",\"constraints\":{\"minimum\":\"a\"}}"),
      "resources[0].schema.fields[0].constraints.minimum: minimum of a field of type string is not supported"
    ),
    (
      schema("{\"name\":\"a\",\"type\":\"integer\",\"constraints\":{\"maxLength\":2}}"),
      "resources[0].schema.fields[0].constraints.maxLength: maxLength of a field of type integer is not supported"
    ),
    (
      schema("{\"name\":\"a\",\"constraints\":{\"pattern\":\"a(\"}}"),
      "resources[0].schema.fields[0].constraints.pattern: is no regular expression: this '(' is not closed"
    ),
    (
      schema("{\"name\":\"a\",\"constraints\":{\"enum\":[{}]}}"),
      "resources[0].schema.fields[0].constraints.enum[0]: is an object, and a string, a number or a truth value was expected"
    ),
    (
      schema("{\"name\":\"a\"}", ",\"primaryKey\":\"b\""),
      "resources[0].schema.primaryKey: there is no field 'b' among a"
    ),
    (
      schema("{\"name\":\"a\"}", ",\"primaryKey\":[\"a\",\"a\"]"),
      "resources[0].schema.primaryKey: 'a' stands twice"
    ),
    (
      schema("{\"name\":\"a\"}", ",\"uniqueKeys\":[\"c\"]"),
      "resources[0].schema.uniqueKeys[0]: there is no field 'c' among a"
    ),
    (
      schema("{\"name\":\"a\"}", ",\"foreignKeys\":[{\"fields\":\"a\"}]"),
      "resources[0].schema.foreignKeys[0].reference: is missing"
    ),
    (
      schema(
        "{\"name\":\"a\"}",
        ",\"foreignKeys\":[{\"fields\":\"a\",\"reference\":{\"resource\":\"r\",\"fields\":[\"x\",\"y\"]}}]"
      ),
      "resources[0].schema.foreignKeys[0].reference.fields: is 2 fields, and 1 field was expected"
    ),
    (
      schema("{\"name\":\"a\"}", ",\"fieldsMatch\":\"some\""),
      "resources[0].schema.fieldsMatch: is 'some', and one of exact, equal, subset, superset, partial was expected"
    ),
    ("\(table)},{\"name\":\"T\",\"path\":\"u.csv\"", "resources[1].name: 'T' stands twice"),
    ("\"name\":\"t\",\"path\":\"logo.png\"", "resources: is empty, and a table was expected"),
  ])
  func refused(members: String, problem: String) throws {
    let folder = try PackageFolder("{\"resources\":[{\(members)}]}")
    do {
      _ = try DataPackage.load(path: folder.path)
      Issue.record("read")
    } catch let error as LoadError {
      #expect(error.description == "'\(folder.path)' cannot be followed: \(problem)")
    }
  }

  @Test(arguments: [
    ("{}", "resources: is missing"), ("[]", "is an array, and an object was expected"),
    ("{\"resources\":{}}", "resources: is an object, and an array was expected"),
    ("{\"resources\":[]}", "resources: is empty, and a table was expected"),
    ("{\"resources\":[1]}", "resources[0]: is a number, and an object was expected"),
  ])
  func noPackage(text: String, problem: String) throws {
    let folder = try PackageFolder(text)
    do {
      _ = try DataPackage.load(path: folder.path)
      Issue.record("read")
    } catch let error as LoadError {
      #expect(error.description == "'\(folder.path)' cannot be followed: \(problem)")
    }
  }

  @Test(arguments: [
    ("datapackage.json", true), ("x/DataPackage.json", true), ("datapackage.csv", false),
    ("my-datapackage.json", false), ("", false),
  ])
  func names(path: String, expected: Bool) {
    #expect(DataPackage.isNamed(path) == expected)
  }
}
