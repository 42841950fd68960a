extension HelpTopic {
  /// How results look, and the keys of the console.
  static let console: [HelpTopic] = [
    HelpTopic(
      "formats", aliases: ["format", "mode", "display", "markdown", "html"],
      "how results look: .mode",
      body: [
        ".mode box is the format of the screen; csv, tsv, json and jsonl are for programs,",
        "  markdown and html for reports, line shows a field a line, insert writes statements.",
        ".mode csv split writes a measure as two columns, the amount and the unit.",
        "On the screen thousands are grouped, 12,500, and NULL is written out;",
        "  in CSV they are not, NULL is nothing and an empty text is \"\".",
        "A percent is 74.0 % in box, markdown, html and line, and 0.74 elsewhere.",
        ".once report.md writes the next result into a file.",
        ".notes off leaves notes out: they tell what a figure does not hold.",
        "format('{:,} kg', n), round(x, 1) and strftime(d, '%d %B %Y') make texts for a report.",
      ],
      examples: [
        "SELECT 12500 AS seizures, CAST(0.74 AS PERCENT) AS share, NULL AS transit, '' AS remark"
      ]),
    HelpTopic(
      "charts", aliases: ["chart", "plot", "graph", "histogram", "sparkline", "heatmap", "svg"],
      "results as pictures: CHART",
      body: [
        "SELECT … CHART [KIND] [TO 'file.svg'] ends a statement and draws its result.",
        ".chart [KIND] [-o FILE.svg] draws the last result.",
        "KIND is bar, column, line, histogram, heatmap or sparkline.",
        "TO and -o write an SVG file, for a report.",
        "bar(n, 0, max, 40) draws one bar as a text, in a column of any result.",
      ]),
    HelpTopic(
      "keys", aliases: ["key", "keyboard", "editing", "history", "completion", "tab", "shortcuts"],
      "the keys of the console",
      body: [
        "Tab completes words, tables, columns, functions and files; twice lists what fits.",
        "Up and Down go through the history, and line by line inside a statement.",
        "Ctrl-R searches the history.",
        "Alt-Enter inserts a line; a statement ends with ; and may run over several lines.",
        "Ctrl-C drops the line, or stops the query that runs; twice leaves.",
        "Ctrl-D leaves, Ctrl-Z suspends.",
        "Ctrl-A and Ctrl-E go to the ends of the line, Ctrl-K cuts to its end, Ctrl-Y puts it back.",
        "bind -v in ~/.editrc gives the keys of vi.",
        ".edit opens $EDITOR for a long statement.",
      ]),
  ]
}
