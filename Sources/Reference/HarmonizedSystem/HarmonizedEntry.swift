/// A section, chapter, heading or sub-heading of the Harmonized System.
package struct HarmonizedEntry: Sendable, Hashable {
  /// The levels of the system, from the widest to the narrowest.
  package enum Level: String, CaseIterable, Sendable {
    case section, chapter, heading, subheading
  }

  /// A Roman numeral for a section, `XI`; otherwise digits without dots: two for a chapter, `30`,
  /// four for a heading, `3004`, six for a sub-heading, `300490`.
  package let code: String
  package let level: Level
  /// A few plain words; never empty, and not the legal text.
  package let label: String
  /// The code one level up, `300490` to `3004` to `30` to `VI`; nil for a section.
  package let parent: String?
}
