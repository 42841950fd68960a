/// Puts together the officer's note of a seizure: five to fifteen words, from four phrases.
///
/// Phrases hold commas, quotation marks and letters outside ASCII now and then, as such notes do.
struct Narratives {
  private var parts = FieldPool()
  /// For each part, whether a field that holds it must be quoted.
  private var quoted: [Bool] = []
  private let openings: [Range<Int>]
  private let findings: [Range<Int>]
  private let details: Range<Int>
  private let endings: Range<Int>

  init() {
    var parts = FieldPool()
    var quoted: [Bool] = []
    func add(_ text: String) -> Range<Int> {
      let first = quoted.count
      for phrase in text.split(separator: "|") {
        parts.addPart(String(phrase))
        quoted.append(FieldPool.needsQuotes(String(phrase)))
      }
      return first..<quoted.count
    }
    openings = Circumstances.Mode.allCases.map { add(Self.opening($0)) }
    findings = Circumstances.Detection.allCases.map { add(Self.finding($0)) }
    details = add(Self.detailPhrases)
    endings = add(Self.endingPhrases)
    self.parts = parts
    self.quoted = quoted
  }

  /// Writes one note as a CSV field.
  func write(
    _ mode: Circumstances.Mode, _ detection: Circumstances.Detection, to file: CSVFile,
    _ random: inout SplitMix64
  ) {
    let opening = pick(openings[mode.rawValue], &random)
    let finding = pick(findings[detection.rawValue], &random)
    let detail = pick(details, &random)
    let ending = pick(endings, &random)
    let shape = random.next()
    let hasDetail = shape & 7 != 0
    let hasEnding = !hasDetail || shape >> 3 & 3 != 0
    let hasComma = shape >> 5 & 3 == 0
    let hasSeal = hasDetail && shape >> 7 & 31 == 0
    var isQuoted = hasComma || quoted[opening] || quoted[finding]
    if hasDetail && !hasSeal { isQuoted = isQuoted || quoted[detail] }
    if hasEnding { isQuoted = isQuoted || quoted[ending] }

    if isQuoted { file.put(UInt8(ascii: "\"")) }
    file.put(parts, opening)
    if hasComma { file.comma() }
    file.put(UInt8(ascii: " "))
    file.put(parts, finding)
    if hasDetail {
      file.put(UInt8(ascii: " "))
      if hasSeal {
        file.put(parts, details.lowerBound)
        file.put(UInt8(ascii: " "))
        file.put(Int(shape >> 40 & 0xFFFFF) % 1_000_000, digits: 6)
      } else {
        file.put(parts, detail)
      }
    }
    if hasEnding {
      file.put(UInt8(ascii: " "))
      file.put(parts, ending)
    }
    if isQuoted { file.put(UInt8(ascii: "\"")) }
  }

  private func pick(_ range: Range<Int>, _ random: inout SplitMix64) -> Int {
    range.lowerBound + random.below(range.count)
  }

  private static func opening(_ mode: Circumstances.Mode) -> String {
    switch mode {
    case .mail:
      """
      Small padded envelope|Letter post item|Parcel without sender|Gift parcel from abroad|\
      Bundle of flat packets|Parcel addressed by hand|Registered mail item|Paczka bez nadawcy
      """
    case .express:
      """
      Courier consignment|Express parcel, low value|Box from online shop|Split express shipment|\
      Courier bag|Returned express parcel|Parcel for "M. Müller"|Envío urgente
      """
    case .air:
      """
      Air waybill shipment|Consolidated air pallet|Two pallets of freight|Transit air cargo|\
      Crate of samples|Freight for new importer|Palette « échantillons »
      """
    case .sea:
      """
      Forty-foot container|Container in transshipment|Reefer container|Groupage container|\
      Container with household goods|Part load, three cartons|Contêiner refrigerado
      """
    case .road:
      """
      Van with two occupants|Lorry in transit|Car of a commuter|Articulated lorry, empty return|\
      Coach with luggage trailer|Camper van|Tır, boş dönüş
      """
    case .rail:
      """
      Freight wagon|Sleeping car cabin|Block train container|Tank wagon|Wagon of scrap metal|\
      Parcel in luggage van
      """
    case .passenger:
      """
      Passenger on connecting flight|Traveller in green channel|Family with five suitcases|\
      Crew member|Ferry foot passenger|Frequent traveller, one bag|Viajero con dos maletas
      """
    }
  }

  private static func finding(_ detection: Circumstances.Detection) -> String {
    switch detection {
    case .risk:
      """
      stopped on risk profile|matched a watch rule|selected by targeting unit|\
      scored high on route|unusual trade lane
      """
    case .scan:
      """
      showed a dense block|scanner image was uneven|x-ray showed tablets|image unlike declared goods|\
      organic mass on screen
      """
    case .dog: "dog gave a signal|indicated by dog|dog reacted to pallet|second dog confirmed"
    case .intelligence:
      """
      named by a partner|followed from earlier case|alert from regional office|\
      tip from neighbouring service|on a shared list
      """
    case .documents:
      """
      invoice did not match|licence number was unknown|weight differed from manifest|\
      certificate looked altered|consignee does not exist
      """
    case .search:
      """
      opened during turn-out|found while unpacking|panel had fresh screws|goods under false bottom|\
      seam sewn twice
      """
    case .random: "drawn by lot|routine stop|one in fifty check|chosen without suspicion"
    case .rightHolder:
      """
      application for action matched|brand confirmed a fake|right holder sent photographs|\
      expert noted "poor copy"
      """
    }
  }

  /// The first one is followed by a number.
  private static let detailPhrases = """
    seal number|labels in two languages|holograms missing|batch numbers all alike|wrapped in carbon paper|\
    packed with coffee, chilli|taped between cardboard sheets|no leaflet, no expiry|\
    marked "samples, no value"|loose in plastic bags|hidden behind furniture|below layer of tiles|\
    strong smell of glue|same handwriting as before|false batch "LOT 000"|declared as garden tools|\
    declared as "naïve paintings"|boxes from Łódź|sender in Curaçao|printed shop façade|\
    cartons re-taped|tins with new lids|vacuum packed|in twelve equal bundles|under frozen fish|\
    inside hollow table legs|among used clothing|three phones and cash|driver could not explain|\
    traveller stayed calm|recipient known|second parcel same day|stamps of another country|\
    invoice far too low|paid in advance, cash|crème jars refilled|size tags differ|\
    cut-out in foam|double wall|tank smaller than measured
    """

  private static let endingPhrases = """
    handed to police|sent to laboratory|destroyed later|case still open|kept as evidence|fine paid|\
    owner informed|returned to sender|prosecutor informed|two arrests|controlled delivery|\
    sample taken|photographs stored|nobody claimed it|"nothing to declare"|appeal pending
    """
}
