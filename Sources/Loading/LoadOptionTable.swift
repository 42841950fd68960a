import Columns

extension LoadOption {
  /// All options, in the order of the help.
  ///
  /// Names are DuckDB's where it has such an option.
  package static let all: [LoadOption] = dialect + columns + cells + files

  /// The formats that can be asked for by name, and what each means.
  static let formats: [(name: String, format: FileFormat, delimiter: UInt8?)] = [
    ("csv", .csv, nil), ("tsv", .csv, UInt8(ascii: "\t")), ("json", .json, nil),
    ("jsonl", .jsonl, nil), ("ndjson", .jsonl, nil), ("xlsx", .xlsx, nil), ("arrow", .arrow, nil),
  ]

  /// Options of DuckDB that have nothing to say here, and why.
  static let elsewhere: [String: String] = [
    "sample_size": "types are decided from every row, not from a sample",
    "auto_detect": "what no option says is always found out",
    "auto_type_candidates": "types says which types columns have, all_varchar that all are text",
    "parallel": "files are always read by all threads; .threads says how many",
    "buffer_size": "max_line_size says how long a row may be",
    "store_rejects": "the table rejects always holds what was left out",
    "null_padding": "rows with too few fields are put into the table rejects",
    "compression": "compressed files are recognised by their first bytes",
    "hive_partitioning": "filename = true tells the file of each row",
  ]

  private static let dialect: [LoadOption] = [
    LoadOption(
      names: ["delim", "sep", "delimiter"], takes: .character, scope: .delimited,
      help: "the character between fields; '\\t' for TAB"
    ) { argument, request throws(LoadOptionProblem) in
      request.options.delimiter = try argument.character(orNone: false)
    },
    LoadOption(
      names: ["quote"], takes: .character, scope: .delimited,
      help: "the character around fields that hold others; '' for none"
    ) { argument, request throws(LoadOptionProblem) in
      request.options.quote =
        try argument.character(orNone: true).map { .character($0) } ?? LoadOptions.Quote.none
    },
    LoadOption(
      names: ["escape"], takes: .character, scope: .delimited,
      help:
        "the character before a quote that belongs to a quoted field; the quote itself unless said"
    ) { argument, request throws(LoadOptionProblem) in
      request.options.escape = try argument.character(orNone: true)
    },
    LoadOption(
      names: ["comment"], takes: .character, scope: .delimited,
      help: "lines that begin with this character hold no data"
    ) { argument, request throws(LoadOptionProblem) in
      request.options.comment = try argument.character(orNone: true)
    },
    LoadOption(
      names: ["skip"], takes: .number, scope: .cells, help: "lines before the row of names"
    ) { argument, request throws(LoadOptionProblem) in
      request.options.skip = try argument.number(from: 0)
    },
    LoadOption(
      names: ["header"], takes: .truth, scope: .cells, help: "whether the first row holds names"
    ) { argument, request throws(LoadOptionProblem) in
      request.options.header = try argument.truth()
    },
    LoadOption(
      names: ["encoding"], takes: .text, scope: .delimited,
      help: "how bytes stand for characters, such as 'windows-1252'"
    ) { argument, request throws(LoadOptionProblem) in
      request.options.encoding = try argument.text()
    },
    LoadOption(
      names: ["max_line_size", "maximum_line_size"], takes: .number, scope: .text,
      help: "the longest row in bytes"
    ) { argument, request throws(LoadOptionProblem) in
      request.options.maximumRowBytes = try argument.number(from: 1)
    },
    LoadOption(
      names: ["sheet"], takes: .text, scope: .workbooks, help: "the sheet of a workbook by name"
    ) { argument, request throws(LoadOptionProblem) in
      request.options.sheet = try argument.text()
    },
  ]

  private static let columns: [LoadOption] = [
    LoadOption(
      names: ["columns"], takes: .columns, scope: .cells,
      help: "the names and types of all columns, in the order of the file"
    ) { argument, request throws(LoadOptionProblem) in
      let types = try argument.typesByName()
      request.options.names = types.map(\.name)
      request.namesAllColumns = true
      for (name, type) in types { request.options.types[name] = type }
    },
    LoadOption(
      names: ["types", "dtypes", "column_types"], takes: .types, scope: .cells,
      help: "the types of some columns by name, or of the first ones in their order"
    ) { argument, request throws(LoadOptionProblem) in
      if case .list(let types) = argument.value {
        request.listedTypes = []
        for type in types { request.listedTypes.append(try argument.type(written: type)) }
      } else {
        for (name, type) in try argument.typesByName() { request.options.types[name] = type }
      }
    },
    LoadOption(
      names: ["names", "column_names"], takes: .names, scope: .all,
      help: "other names for the columns, from the first on"
    ) { argument, request throws(LoadOptionProblem) in
      request.options.names = try argument.names()
    },
    LoadOption(
      names: ["all_varchar"], takes: .truth, scope: .cells, help: "whether all columns are text"
    ) { argument, request throws(LoadOptionProblem) in
      request.options.allVarchar = try argument.truth()
    },
  ]

  private static let cells: [LoadOption] = [
    LoadOption(
      names: ["dateformat", "date_format"], takes: .text, scope: .cells,
      help: "how dates are written, such as '%d/%m/%Y'"
    ) { argument, request throws(LoadOptionProblem) in
      request.options.dateFormat = try argument.text()
    },
    LoadOption(
      names: ["timestampformat", "timestamp_format"], takes: .text, scope: .cells,
      help: "how dates with times are written, such as '%d.%m.%Y %H:%M'"
    ) { argument, request throws(LoadOptionProblem) in
      request.options.timestampFormat = try argument.text()
    },
    LoadOption(
      names: ["decimal_separator"], takes: .character, scope: .cells,
      help: "the character before the fraction of numbers: '.' or ','"
    ) { argument, request throws(LoadOptionProblem) in
      let character = try argument.text("'.' or ','")
      guard character == "." || character == "," else { throw argument.wrong("'.' or ','") }
      request.options.decimalMark = character.utf8.first
    },
    LoadOption(
      names: ["thousands"], takes: .text, scope: .cells,
      help: "the character that groups the digits of numbers; '' for none"
    ) { argument, request throws(LoadOptionProblem) in
      let wanted = "one character that is no digit, or '' for none"
      let text = try argument.text(wanted)
      guard text.unicodeScalars.count <= 1,
        text.unicodeScalars.allSatisfy({ !$0.properties.isAlphabetic && !("0"..."9" ~= $0) })
      else { throw argument.wrong(wanted) }
      request.options.thousands = text
    },
    LoadOption(
      names: ["nullstr", "null"], takes: .texts, scope: .cells,
      help: "texts that stand for NULL"
    ) { argument, request throws(LoadOptionProblem) in
      request.options.nullTexts = try argument.texts()
    },
    LoadOption(
      names: ["measures"], takes: .units, scope: .all,
      help: "which numbers have units: 'NAME': a column of units, or one unit; false for none"
    ) { argument, request throws(LoadOptionProblem) in
      request.options.measures = try argument.measures()
    },
    LoadOption(
      names: ["ignore_errors"], takes: .truth, scope: .all,
      help: "true puts rows and cells that do not fit into the rejects, false refuses their file"
    ) { argument, request throws(LoadOptionProblem) in
      request.options.ignoresErrors = try argument.truth()
    },
  ]

  private static let files: [LoadOption] = [
    LoadOption(
      names: ["format"], takes: .format, scope: .all,
      help: "what the files are: " + formats.map(\.name).joined(separator: ", ")
    ) { argument, request throws(LoadOptionProblem) in
      let name = try argument.text().lowercased()
      guard let known = formats.first(where: { $0.name == name }) else {
        throw argument.wrong("one of \(formats.map(\.name).joined(separator: ", "))")
      }
      request.options.format = known.format
      if let delimiter = known.delimiter { request.options.delimiter = delimiter }
    },
    LoadOption(
      names: ["union_by_name"], takes: .truth, scope: .all,
      help: "whether the columns of several files are matched by their names"
    ) { argument, request throws(LoadOptionProblem) in
      request.unionsByName = try argument.truth()
    },
    LoadOption(
      names: ["filename"], takes: .truthOrName, scope: .all,
      help: "whether a column, of this name, holds the file of each row"
    ) { argument, request throws(LoadOptionProblem) in
      if case .text(let name) = argument.value, (try? argument.truth()) == nil, !name.isEmpty {
        request.fileColumn = name
      } else {
        request.fileColumn = try argument.truth() ? "filename" : nil
      }
    },
  ]
}
