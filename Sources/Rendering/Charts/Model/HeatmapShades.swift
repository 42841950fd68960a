/// What the shades of a grid stand for: a step of its scale each.
struct HeatmapShades {
  private let scale: LinearScale
  /// How many there are to choose from.
  private let shades: Int

  init(_ model: HeatmapModel, shades: Int) {
    scale = model.scale(levels: shades)
    self.shades = shades
  }

  /// Steps of the scale.
  var count: Int { scale.count }

  /// The step in which `position` lies.
  func step(_ position: Double) -> Int {
    min(Int(scale.fraction(position) * Double(count)), count - 1)
  }

  /// The shade of a step: from the lightest to the darkest.
  func shade(_ step: Int) -> Int { count > 1 ? step * (shades - 1) / (count - 1) : 0 }

  /// What stands at the edge before a step.
  func text(_ step: Int) -> String { scale.text(step) }
}
