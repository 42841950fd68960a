extension TutorialStep {
  /// All steps, each of which builds on those before.
  static let all: [TutorialStep] = [
    TutorialStep(
      title: "looking at a table",
      explanation: """
        practice holds 3,000 invented seizures of the years 2004 to 2024. Its load was reported: \
        rows loaded and rejected, and that quantity is a measure, a number with its unit. \
        DESCRIBE practice; lists the columns. FROM practice shows rows, LIMIT 3 the first three.
        """,
      question: "What are the first 5 rows of practice?",
      hint: "FROM practice LIMIT 3; with another number. Each statement ends with ;",
      query: "FROM practice LIMIT 5",
      praise: "Right: who knows the columns and their types asks better questions."),
    TutorialStep(
      title: "counting",
      explanation: """
        GROUP BY category makes one row of all rows with the same category, and COUNT(*) counts \
        them. AS seizures gives the count a name, ORDER BY seizures DESC puts the largest first.
        """,
      question: "How many seizures has each category, the largest number first?",
      hint: "SELECT category, COUNT(*) AS … FROM practice GROUP BY … ORDER BY … DESC;",
      query: """
        SELECT category, COUNT(*) AS seizures FROM practice
        GROUP BY category ORDER BY seizures DESC
        """,
      isOrdered: true,
      praise: "Right: these counts add up to the 3,000 rows, so no seizure is left out."),
    TutorialStep(
      title: "choosing rows",
      explanation: """
        WHERE keeps the rows for which a condition holds. A text stands in single quotes, and \
        capitals count: 'drugs' finds nothing. Type category = 'Dr and press Tab: what the column \
        holds is completed. Without GROUP BY, COUNT(*) counts all rows that are kept.
        """,
      question: "How many seizures are in the category Drugs?",
      hint: "SELECT COUNT(*) FROM practice WHERE category = '…';",
      query: "SELECT COUNT(*) FROM practice WHERE category = 'Drugs'",
      praise: "Right: a text that Tab wrote is in the data, letter by letter."),
    TutorialStep(
      title: "a period",
      explanation: """
        A day is written '2024-05-31', and AND joins conditions. May 2024 is \
        seized_on >= '2024-05-01' AND seized_on < '2024-06-01'. \
        The Up key brings back the last statement, to be changed.
        """,
      question: "How many of the seizures of Drugs were made in 2023?",
      hint: "… WHERE category = 'Drugs' AND seized_on >= '2023-01-01' AND seized_on < …;",
      query: """
        SELECT COUNT(*) FROM practice WHERE category = 'Drugs'
        AND seized_on >= '2023-01-01' AND seized_on < '2024-01-01'
        """,
      praise: "Right: from one first day up to the next, no day is lost and none taken twice."),
    TutorialStep(
      title: "adding up quantities",
      explanation: """
        SUM(quantity) adds up what can be added up, and refuses to add kilograms to tablets. Try \
        it on the seizures of step 4: the message says what is among them. \
        try_convert(quantity, 'kg') leaves out what has no mass, and a note counts it.
        """,
      question: "How many kilograms of Drugs were seized in 2023?",
      hint: "Take SUM(try_convert(quantity, 'kg')) in place of COUNT(*) in step 4.",
      query: """
        SELECT SUM(try_convert(quantity, 'kg')) FROM practice WHERE category = 'Drugs'
        AND seized_on >= '2023-01-01' AND seized_on < '2024-01-01'
        """,
      stumble: Stumble(
        sign: "would add",
        remark: """
          This refusal is meant: such a sum would be no quantity of anything. The message lists \
          the calls that work; take the one for mass.
          """),
      praise: "Right: it is a figure for what has a mass, and the note says how much has none."),
    TutorialStep(
      title: "a ranking",
      explanation: """
        TOP 3 BY kg behind GROUP BY keeps the three groups with the most kg, in that order. \
        WITH OTHERS adds a row for all other groups, WITH TOTAL one for the whole.
        """,
      question: "Which 5 products of Drugs weigh most, with the others and the total?",
      hint: """
        SELECT product, SUM(try_convert(quantity, 'kg')) AS kg FROM practice \
        WHERE category = 'Drugs' GROUP BY product TOP …;
        """,
      query: """
        SELECT product, SUM(try_convert(quantity, 'kg')) AS kg FROM practice
        WHERE category = 'Drugs' GROUP BY product TOP 5 BY kg WITH OTHERS WITH TOTAL
        """,
      isOrdered: true,
      praise: "Right: with the others and the total, nobody takes five products for all."),
    TutorialStep(
      title: "shares",
      explanation: """
        SHARE(COUNT(*)) is the part that the count of a group has in the count of all groups, as \
        a percentage. What WHERE keeps is the whole.
        """,
      question: "What share of the seizures of Drugs has each mode, the largest first?",
      hint: "SELECT mode, SHARE(COUNT(*)) AS share FROM practice WHERE … GROUP BY mode …;",
      query: """
        SELECT mode, SHARE(COUNT(*)) AS share FROM practice
        WHERE category = 'Drugs' GROUP BY mode ORDER BY share DESC
        """,
      isOrdered: true,
      praise: "Right: a share says nothing without its whole; here that is the category Drugs."),
    TutorialStep(
      title: "codes and regions",
      explanation: """
        UNDER asks whether a code lies in a branch: hs_code UNDER '24' is tobacco, a chapter of \
        the Harmonized System, and origin UNDER 'WCO Europe' a region. \
        Tab behind the quote lists what there is.
        """,
      question: "How many seizures of Drugs were on their way to the EU (destination)?",
      hint: "… WHERE category = 'Drugs' AND destination UNDER '…';",
      query: """
        SELECT COUNT(*) FROM practice
        WHERE category = 'Drugs' AND destination UNDER 'EU'
        """,
      praise: "Right: no list of countries to type, and none that is forgotten."),
    TutorialStep(
      title: "a drawing",
      explanation: """
        year(seized_on) is the year of a day, and year is then a column to group by. \
        CHART at the end of a statement draws its result, as lines, bars or what else suits it.
        """,
      question: "Draw the number of seizures of Drugs in each year.",
      hint: """
        SELECT year(seized_on) AS year, COUNT(*) AS seizures FROM practice WHERE … \
        GROUP BY year ORDER BY year CHART;
        """,
      query: """
        SELECT year(seized_on) AS year, COUNT(*) AS seizures FROM practice
        WHERE category = 'Drugs' GROUP BY year ORDER BY year
        """,
      goal: .drawing,
      praise: "Right: a gap or a leap is seen in a drawing before it is found in a table."),
    TutorialStep(
      title: "passing it on",
      explanation: """
        COPY (query) TO 'FILE.csv'; writes a result into a file, whose ending says how; \
        .once FILE writes the next result in the format that its ending names. \
        The file goes into the folder in which rummage was started.
        """,
      question: "Write the figures of step 9, a row for each year, into tutorial.csv.",
      hint: "COPY (SELECT year(seized_on) AS year, … ORDER BY year) TO 'tutorial.csv';",
      query: """
        SELECT year(seized_on) AS year, COUNT(*) AS seizures FROM practice
        WHERE category = 'Drugs' GROUP BY year ORDER BY year
        """,
      goal: .file("tutorial.csv"),
      praise: "Right: with the statement kept beside it, anyone can have the figures again."),
  ]

  /// Said when all steps are done.
  static let farewell = [
    """
    All ten steps are done. practice stays until .tutorial stop, and .tutorial 1 begins again.
    """,
    """
    With data of your own: .load FILE. A statement in a file is run by rummage -f FILE.sql, with \
    --param year=2024 for a $year in it; rummage test holds it to its answer. \
    .help lists the subjects.
    """,
  ]
}
