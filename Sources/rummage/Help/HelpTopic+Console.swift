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
        "Tab completes words, tables, columns, functions, files, units and values of columns;",
        "  twice lists what fits.",
        "Enter hands over a statement that ends with ; and else begins another line of it;",
        "  Alt-Enter always begins a line.",
        "Up and Down go line by line inside a statement, and through the history at its ends;",
        "  PageUp and PageDown through the history. What was typed or changed is kept meanwhile.",
        "Ctrl-R looks for an earlier statement, Ctrl-R again for one before it, Ctrl-G gives up.",
        "Ctrl-C drops the statement, or stops the query that runs;",
        "pressed again before the query has stopped, it leaves.",
        "Ctrl-D leaves, Ctrl-Z suspends, Ctrl-L clears the screen.",
        "Ctrl-A and Ctrl-E go to the ends of the line, Ctrl-K cuts to its end, Ctrl-Y puts it back.",
        "Ctrl-X Ctrl-E goes on in $EDITOR; .edit takes the last statement there.",
        "bind -v in ~/.editrc gives the keys of vi.",
      ]),
  ]
}
