import Testing

@testable import Reference

struct HarmonizedSystemTests {
  // Source of the counts: HS Nomenclature 2022 Edition, World Customs Organization, which has 1,228
  // headings, as the Combined Nomenclature of the European Union for 2023 lists them.
  @Test(
    arguments: [
      "01": 6, "02": 10, "03": 9, "04": 10, "05": 9, "06": 4, "07": 14, "08": 14, "09": 10,
      "10": 8, "11": 9, "12": 14, "13": 2, "14": 2, "15": 21, "16": 5, "17": 4, "18": 6, "19": 5,
      "20": 9, "21": 6, "22": 9, "23": 9, "24": 4, "25": 29, "26": 21, "27": 16, "28": 50,
      "29": 42, "30": 6, "31": 5, "32": 15, "33": 7, "34": 7, "35": 7, "36": 6, "37": 7, "38": 27,
      "39": 26, "40": 17, "41": 11, "42": 5, "43": 4, "44": 21, "45": 4, "46": 2, "47": 7,
      "48": 22, "49": 11, "50": 7, "51": 13, "52": 12, "53": 10, "54": 8, "55": 16, "56": 9,
      "57": 5, "58": 11, "59": 11, "60": 6, "61": 17, "62": 17, "63": 10, "64": 6, "65": 6, "66": 3,
      "67": 4, "68": 15, "69": 13, "70": 19, "71": 18, "72": 29, "73": 26, "74": 16, "75": 8,
      "76": 16, "78": 4, "79": 6, "80": 4, "81": 12, "82": 15, "83": 11, "84": 86, "85": 48,
      "86": 9, "87": 16, "88": 6, "89": 8, "90": 32, "91": 14, "92": 7, "93": 7, "94": 6, "95": 6,
      "96": 20, "97": 6,
    ])
  func headingsOfEachChapter(chapter: String, headings: Int) {
    #expect(HarmonizedSystem.all.filter { $0.parent == chapter }.count == headings)
  }

  // The same source, which has 5,612 sub-headings in all. A heading that is not divided counts as
  // one sub-heading with two zeros at its end, as 3303.00.
  @Test(
    arguments: [
      "24": 16, "30": 45, "33": 29, "42": 20, "61": 106, "62": 104, "64": 25, "71": 55, "85": 296,
      "91": 48, "93": 18, "95": 39,
    ])
  func subheadingsOfEachChapterThatHasThem(chapter: String, subheadings: Int) {
    let own = HarmonizedSystem.all.filter {
      $0.level == .subheading && $0.code.hasPrefix(chapter)
    }
    #expect(own.count == subheadings)
    #expect(
      Set(own.compactMap(\.parent))
        == Set(HarmonizedSystem.all.filter { $0.parent == chapter }.map(\.code)))
  }

  // Numbers that were given up, or never used, in this edition.
  @Test(
    arguments: [
      "0503", "0509", "1402", "1403", "1519", "2527", "2838", "2848", "2851", "300211", "300220",
      "300230", "300620", "300680", "330111", "330114", "77", "98", "99",
    ])
  func whatIsNotInTheEditionIsNoEntry(code: String) {
    #expect(!HarmonizedSystem.all.contains { $0.code == code })
  }

  // Numbers that came with this edition or with the one before.
  @Test(
    arguments: [
      "0309", "2404", "240411", "240412", "240419", "240491", "240492", "240499", "300241",
      "300242", "300249", "300251", "300259", "300360", "300460", "300693", "3827",
    ])
  func whatIsNewInTheEditionIsAnEntry(code: String) {
    #expect(HarmonizedSystem.entry(code)?.code == code)
  }

  @Test func theHeadingsAreAll() {
    #expect(HarmonizedSystem.all.filter { $0.level == .heading }.count == 1228)
  }

  @Test func everyLineOfTheTablesIsAnEntry() {
    let tables = [HarmonizedSystem.sections, HarmonizedSystem.chapters] + HarmonizedSystem.tables
    let lines = tables.map { $0.split(separator: "\n").count }.reduce(0, +)
    #expect(HarmonizedSystem.all.count == lines)
    #expect(HarmonizedSystem.all.filter { $0.level == .section }.count == 21)
    #expect(HarmonizedSystem.all.filter { $0.level == .chapter }.count == 96)
  }

  @Test func theTablesAreInOrder() {
    let lines = HarmonizedSystem.tables.flatMap { $0.split(separator: "\n") }
    let codes = lines.compactMap { $0.split(separator: "|").first }.map(String.init)
    #expect(codes == codes.sorted())
    let digits = HarmonizedSystem.all.filter { $0.level != .section }.map(\.code)
    #expect(digits == digits.sorted())
    #expect(Set(HarmonizedSystem.all.map(\.code)).count == HarmonizedSystem.all.count)
  }

  @Test(arguments: HarmonizedSystem.all)
  func anEntryStandsAfterItsParent(entry: HarmonizedEntry) throws {
    let all = HarmonizedSystem.all
    guard entry.level != .section else {
      #expect(entry.parent == nil)
      return
    }
    let parent = try #require(entry.parent)
    let place = try #require(all.firstIndex { $0.code == parent })
    #expect(place < (try #require(all.firstIndex(of: entry))))
    switch entry.level {
    case .section, .chapter: #expect(all[place].level == .section)
    case .heading: #expect(all[place].level == .chapter)
    case .subheading: #expect(all[place].level == .heading)
    }
  }

  @Test(arguments: HarmonizedSystem.all)
  func anEntryHasItsShapeAndIsFound(entry: HarmonizedEntry) {
    let isDigits = entry.code.utf8.allSatisfy { (48...57).contains($0) }
    switch entry.level {
    case .section: #expect(entry.code.allSatisfy("IVX".contains))
    case .chapter: #expect(isDigits && entry.code.utf8.count == 2)
    case .heading: #expect(isDigits && entry.code.utf8.count == 4)
    case .subheading: #expect(isDigits && entry.code.utf8.count == 6)
    }
    #expect(!entry.label.isEmpty && entry.label.count <= 80)
    #expect(entry.label.first?.isWhitespace == false && entry.label.last?.isWhitespace == false)
    #expect(!entry.label.contains("|"))
    #expect(HarmonizedSystem.entry(entry.code) == entry)
    #expect(HarmonizedSystem.isUnder(entry.code, branch: entry.code))
    if let parent = entry.parent {
      #expect(HarmonizedSystem.isUnder(entry.code, branch: parent))
      #expect(!HarmonizedSystem.isUnder(parent, branch: entry.code))
    }
  }

  @Test func labelsAreUniqueUnderTheirParent() {
    for (parent, children) in Dictionary(grouping: HarmonizedSystem.all, by: \.parent) {
      let labels = Set(children.map(\.label))
      #expect(labels.count == children.count, "under \(parent ?? "the root")")
    }
  }

  @Test func theSectionsFollowEachOther() throws {
    let lines = HarmonizedSystem.sections.split(separator: "\n").map { $0.split(separator: "|") }
    var next = 1
    for line in lines {
      #expect(Int(line[1]) == next)
      next = try #require(Int(line[2])) + 1
    }
    #expect(next == 98)
  }

  @Test(
    arguments: zip(
      ["01", "15", "24", "30", "40", "50", "63", "71", "83", "93", "97"],
      ["I", "III", "IV", "VI", "VII", "XI", "XI", "XIV", "XV", "XIX", "XXI"]))
  func theSectionOfAChapter(chapter: String, section: String) {
    #expect(HarmonizedSystem.section(ofChapter: chapter)?.code == section)
    #expect(HarmonizedSystem.entry(chapter)?.parent == section)
  }

  @Test(arguments: ["", "00", "1", "77", "98", "99", "VI", "3004", "٣٠"])
  func whatIsNoChapterHasNoSection(chapter: String) {
    #expect(HarmonizedSystem.section(ofChapter: chapter) == nil)
  }

  @Test(
    arguments: zip(
      [
        "30.04", "3004.90", "3004 90", "3004-90", "3004.90.00", "30049000", "3004.90.00.10",
        "300490001", " 3004 ", "3004.99", "0101.21.00", "010121", "30", "30.", "XI", "xi",
        "section XI", "Section  xi", "2939.72.0000", "24039999",
      ],
      [
        "3004", "300490", "300490", "300490", "300490", "300490", "300490",
        "300490", "3004", "3004", "0101", "0101", "30", "30", "XI", "XI",
        "XI", "XI", "2939", "240399",
      ]))
  func whatIsWrittenOddlyIsFound(code: String, found: String) {
    #expect(HarmonizedSystem.entry(code)?.code == found)
  }

  @Test(
    arguments: [
      "", " ", ".", "3", "3.", "304", "30049", "9011100", "77", "7701", "00", "0000", "3099",
      "309900", "30990000", "3004a", "HS 3004", "3004,90", "30/04", "XXII", "IIII", "section",
      "section 30", "section XI XII", "٣٠", "30\n04", "30\u{301}",
    ])
  func whatIsNoCodeIsNotFound(code: String) {
    #expect(HarmonizedSystem.entry(code) == nil)
  }

  @Test(
    arguments: zip(
      ["3004.90", " 30-04 ", "3", "0", "9999.99.99", "", " .-", "XI", "3004a", "３０", "3004\t"],
      ["300490", "3004", "3", "0", "99999999", nil, nil, nil, nil, nil, nil]))
  func digitsAreKeptAlone(code: String, digits: String?) {
    #expect(HarmonizedSystem.normalized(code) == digits)
  }

  @Test(
    arguments: zip(
      [
        "3004.90", "30", "30049000", "3004.90.00.10", "30.04", "300220", "3004", "XI", "section xi",
        "5208", "63", "9303.20", "3004900010",
      ],
      [
        "30", "30", "3004", "3004.90", "VI", "30", "section VI", "section XI", "XI",
        "XI", "Section XI", "XIX", "3004 9000",
      ]))
  func aCodeIsUnderItsBranch(code: String, branch: String) {
    #expect(HarmonizedSystem.isUnder(code, branch: branch))
  }

  @Test(
    arguments: zip(
      [
        "30", "3004", "3004", "3104", "5208", "XI", "XI", "77", "7701", "9011100", "30", "3004",
        "3004", "", "", "304", "abc", "abc", "X",
      ],
      [
        "3004", "300490", "31", "3004", "VI", "50", "X", "XV", "XV", "90", "3", "300",
        "section", "", "30", "30", "abc", "VI", "XI",
      ]))
  func aCodeIsNotUnderAnotherBranch(code: String, branch: String) {
    #expect(!HarmonizedSystem.isUnder(code, branch: branch))
  }
}
