extension HelpTopic {
  /// What other databases do not have.
  static let seizures: [HelpTopic] = [
    HelpTopic(
      "measures", aliases: ["measure", "unit", "units", "quantity", "quantities", "currency"],
      "quantities with their units, of which only like is added to like",
      body: [
        "Numbers beside a column of units become a MEASURE where a name says that they are amounts:",
        "  quantity, weight, value and value_unit; others by measures = {'seized': 'unit'} at load.",
        "MEASURE '5 kg' writes one, measure(amount, unit) makes one of two columns.",
        "SUM, AVG, MEDIAN, ORDER BY and < convert within a dimension and refuse across.",
        "Kilograms are never added to tablets, nor tablets to pieces, nor EUR to USD.",
        "try_convert(quantity, 'kg') leaves out what has no mass; a note counts the rows.",
        "convert(quantity, 'items') counts unlike things as items, and refuses kilograms.",
        "GROUP BY …, dimension_of(quantity) totals each dimension by itself.",
        "A total has the unit of most of its rows. There are no exchange rates, and no 'gallon'.",
        "A unit of a file that nobody knows adds to itself alone.",
        "CREATE UNIT strip10 = 10 tablets adds one; CREATE OR REPLACE UNIT carton = 200 sticks says",
        "  what a carton holds, in the tables too. .units lists all, .units TABLE those of a table.",
        "A condition on a column of several dimensions: try_convert(quantity, 'kg') >= '500 g'.",
        "measures = false at load keeps numbers apart from their units.",
      ],
      examples: [
        """
        SELECT dimension_of(q) AS dimension, COUNT(*) AS seizures, SUM(q) AS quantity
        FROM (VALUES (MEASURE '2 kg'), (MEASURE '500 g'), (MEASURE '40 tablets')) AS t(q)
        GROUP BY ALL
        """,
        "SELECT convert(MEASURE '3 lb', 'kg')",
      ]),
    HelpTopic(
      "shares", aliases: ["share", "hhi", "percent", "percentage", "concentration"],
      "parts of a total, and how concentrated it is",
      body: [
        "SHARE(SUM(n)) is the part of each group in the total of all groups, a PERCENT.",
        "SHARE(SUM(n)) OVER (PARTITION BY year) is the part in the total of its year.",
        "SHARE takes its total behind WHERE: a filter changes what is 100 %.",
        "Under TOP the share is still of all groups, also of those that are cut.",
        "HHI(n) adds up squared shares: 1 where one has all, 1/k where k are equal.",
        "HHI wants a row for each group: FROM (SELECT origin, SUM(n) AS n … GROUP BY origin).",
        "A PERCENT is 74.0 % on the screen and 0.74 in CSV and JSON; CAST(0.74 AS PERCENT).",
        "Where the total is 0 the share is NULL, and a note counts it.",
      ],
      examples: [
        """
        SELECT origin, SUM(n) AS seizures, SHARE(SUM(n)) AS share
        FROM (VALUES ('CN', 60), ('IN', 30), ('CN', 10)) AS t(origin, n) GROUP BY origin
        """,
        "SELECT HHI(n) FROM (VALUES ('CN', 70), ('IN', 30)) AS t(origin, n)",
      ]),
    HelpTopic(
      "suppress", aliases: ["suppression", "confidentiality"],
      "SUPPRESS BELOW n [ON count] hides small counts",
      body: [
        "It closes a query with GROUP BY, behind ORDER BY and LIMIT or TOP.",
        "Counts from 1 up to below n read <n.",
        "As many further rows are hidden, their count reading *, as it takes that no hidden count",
        "  can be computed from totals (ROLLUP, CUBE, GROUPING SETS, TOP … WITH TOTAL), from shares,",
        "  or from what small counts can be.",
        "All figures of hidden rows are NULL, also where rows are sorted by them.",
        "It goes by COUNT(*); ON says which other figure counts.",
        "It guards one result: several queries about the same rows can tell together what each",
        "  hides, and so can extremes, or averages beside sums.",
        "It hides more than must be at times, never less.",
      ],
      examples: [
        """
        SELECT origin, COUNT(*) AS seizures
        FROM (VALUES ('CN'), ('CN'), ('CN'), ('IN')) AS t(origin)
        GROUP BY ROLLUP (origin) SUPPRESS BELOW 3
        """
      ]),
    HelpTopic(
      "codes", aliases: ["code", "hs", "under", "tariff", "goods"],
      "codes of the Harmonized System, and UNDER",
      body: [
        "code UNDER '30' is true for all of a chapter, UNDER '3004' of a heading,",
        "  UNDER 'section XI' of a section.",
        "hs_chapter(code), hs_heading(code) and hs_section(code) cut a code, hs_label(code) names it.",
        "Points in a code do not matter, nor do national digits behind the sixth.",
        "A code wants its leading zero: '0507' is ivory, 507 is no code, gives NULL and is counted.",
        "Codes are loaded as text where one begins with 0; types = {'code': 'VARCHAR'} always.",
        "What is no code is not UNDER anything; a note counts the rows.",
        "ref.hs holds sections, chapters, headings and sub-headings of the edition of 2022;",
        "  older data may hold codes that have moved.",
        "ref.categories holds broad classes of goods with their chapters.",
      ],
      examples: [
        """
        SELECT hs_chapter(code) AS chapter, hs_label(hs_chapter(code)) AS label, COUNT(*) AS n
        FROM (VALUES ('300490'), ('3002.15'), ('240220')) AS t(code) GROUP BY ALL
        """,
        "SELECT code, label FROM ref.hs WHERE code UNDER '0507'",
      ]),
    HelpTopic(
      "places", aliases: ["place", "country", "countries", "region", "regions", "routes", "route"],
      "countries, their regions, and routes between them",
      body: [
        "A country is its ISO code, of letters (DE, DEU) or digits (276), or a name in use.",
        "Two small letters are a code too, but 'na' and 'no' stand for a missing value as often and",
        "  are none. NA is Namibia and never a missing value.",
        "country_code(c) makes all spellings one: group and join by it, not by the column.",
        "country_name(c) gives the name, wco_region(c) the region of the World Customs Organization.",
        "c UNDER 'EU', 'EFTA' or 'WCO Europe' asks for the members of today.",
        "ref.memberships has the days on which countries joined and left: a seizure of 2015 in GB",
        "  was in the EU, and 'GB' UNDER 'EU' is false.",
        "Countries that are no more are in ref.former_countries; country_code gives NULL for them.",
        "What is no country is not UNDER anything, and its country_code is NULL; a note counts both.",
        "route(departure, transit, destination) writes BR > PT > ES, and ? for a missing end;",
        "  route(departure, destination) leaves the transit out.",
        "ref.countries lists names, codes, regions and memberships.",
      ],
      examples: [
        """
        SELECT c, country_name(c) AS country, wco_region(c) AS region, c UNDER 'EU' AS in_eu
        FROM (VALUES ('NA'), ('Germany'), ('CHE')) AS t(c)
        """,
        "SELECT route('Brazil', 'PRT', 'ES')",
      ]),
    HelpTopic(
      "operations", aliases: ["operation", "during"],
      "joint operations, and the days they ran: DURING",
      body: [
        "seized_on DURING 'PANGEA XVI' is true from the first to the last day, both included.",
        "Capital letters do not matter, nor does 'Operation' before the name.",
        "FROM ref.operations lists names, days, leaders and sources.",
        "An operation of which no days are published is refused rather than guessed.",
        "A table operations of your own, with name, start_date and end_date, adds to it.",
        "The name is one operation: a join finds that of each row,",
        "  ON seized_on BETWEEN start_date AND end_date, and rows may match several.",
        "A seizure within the days need not be a result of the operation.",
      ],
      examples: [
        """
        SELECT day, day DURING 'PANGEA XVI' AS in_pangea
        FROM (VALUES (DATE '2023-10-03'), (DATE '2023-10-10'), (DATE '2023-10-11')) AS t(day)
        """,
        "SELECT name FROM ref.operations WHERE DATE '2023-10-05' BETWEEN start_date AND end_date",
      ]),
    HelpTopic(
      "duplicates", aliases: ["duplicate", "twice", "deduplicate"],
      "seizures that stand in the data twice",
      body: [
        "near_duplicates(seizures, seized_on, country, product, quantity) lists pairs of rows that",
        "  look like one seizure: the same product, days and quantities close together.",
        "days := 1 and tolerance := 0.01 say how close; key := seizure_id what row_1 and row_2 hold.",
        "Quantities meet in other units too: 5 kg and 5000 g are one.",
        "One place scores more than two of one region; pairs of two regions are not listed.",
        "The score goes up to 1 and is no proof: give the total with and without, as a range.",
        "Rows equal in every column: SELECT DISTINCT *, or GROUP BY ALL HAVING COUNT(*) > 1.",
        "One row for each key: SELECT DISTINCT ON (id) * … ORDER BY id, reported_on DESC.",
        "Spellings that mean the same: normalize_text(t), jaro_winkler_similarity(a, b) > 0.9.",
      ],
      examples: [
        """
        WITH s(d, c, what, q) AS (VALUES (DATE '2024-05-01', 'DE', 'gold', MEASURE '5 kg'),
          (DATE '2024-05-02', 'DE', 'gold', MEASURE '5000 g'),
          (DATE '2024-05-09', 'DE', 'gold', MEASURE '5 kg'))
        SELECT row_1, row_2, quantity_1, quantity_2, score FROM near_duplicates(s, d, c, what, q)
        """
      ]),
  ]
}
