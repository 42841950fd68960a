extension Unit {
  /// Whether it counts things that hold others, nobody knows how many: `cartons`, `packs`, `bottles`.
  ///
  /// What one holds depends on the goods, so that a user may say it.
  package var isContainer: Bool {
    guard case .count(let kind) = dimension else { return false }
    return Unit.containers.contains(kind) && factor == DecimalFactor(unscaled: 1, scale: 0)
  }

  /// Kinds of ``Units/countTable`` whose content varies.
  private static let containers: Set<String> = [
    "ampoules", "bags", "bales", "blisters", "bottles", "boxes", "bundles", "canisters", "cans",
    "cartons", "cases", "containers", "crates", "cylinders", "drums", "envelopes", "flacons",
    "jars", "jerrycans", "kits", "lots", "master cases", "packages", "packs", "pallets", "papers",
    "parcels", "portions", "reels", "rolls", "sachets", "sacks", "sets", "shipments", "strips",
    "suitcases", "tubes", "vials", "wraps",
  ]
}
