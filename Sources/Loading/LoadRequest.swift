import Columns

/// Files that are to become one table, and how they are to be read.
package struct LoadRequest: Sendable {
  /// Paths and patterns, as they were written; a file that is called like a pattern is meant
  /// itself.
  package var paths: [String]
  /// How each of the files is to be read.
  package var options = LoadOptions()
  /// The types of the columns from the first on, whatever their names.
  package var listedTypes: [DataType] = []
  /// The types of the columns from the first on, as far as there are columns and nothing else is
  /// asked for.
  package var assumedTypes: [DataType] = []
  /// Whether ``LoadOptions/names`` are those of all columns, so that a file with more or fewer is
  /// refused.
  package var namesAllColumns = false
  /// Whether ``LoadOptions/types`` may name columns that no file has, as a schema does.
  package var namesMoreTypes = false
  /// Whether columns of several files are matched by their names, and NULL stands in the rows of
  /// files that do not have one; otherwise the files must have the same columns.
  package var unionsByName = false
  /// The name of a column that holds the file of each row; nil for none.
  package var fileColumn: String?

  package init(paths: [String]) { self.paths = paths }
}
