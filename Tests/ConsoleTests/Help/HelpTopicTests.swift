import Language
import Testing

@testable import rummage

@Suite struct HelpTopicTests {
  @Test func wordsLeadToOneTopic() {
    let words = HelpTopic.all.flatMap { [$0.name] + $0.aliases }
    #expect(Set(words).count == words.count)
    #expect(words.allSatisfy { $0.allSatisfy { $0.isLetter && $0.isLowercase } })
  }

  @Test func areInTheOrderOfTheirNames() {
    let names = HelpTopic.all.map(\.name)
    #expect(names == names.sorted())
  }

  @Test(arguments: [
    ("Measures", "measures"), ("UNDER", "codes"), ("during", "operations"), ("hhi", "shares"),
    ("over", "windows"), ("rejects", "loading"), ("arrow", "saving"), ("explain", "plans"),
  ])
  func isFoundInAnyCase(_ word: String, _ name: String) {
    #expect(HelpTopic.named(word)?.name == name)
  }

  @Test func isNotGuessed() {
    #expect(HelpTopic.named("measure-") == nil)
    #expect(HelpTopic.named("") == nil)
  }

  @Test(arguments: HelpTopic.all)
  func fitsTheScreen(_ topic: HelpTopic) {
    #expect((4...14).contains(topic.body.count), "\(topic.name): \(topic.body.count) lines")
    #expect(!topic.summary.isEmpty)
    let examples = topic.examples.flatMap { $0.split(separator: "\n").map(String.init) }
    for line in topic.body + [topic.summary] + examples {
      #expect(line.count <= HelpTopic.width, "\(topic.name): \(line)")
    }
  }

  @Test(arguments: HelpTopic.all)
  func examplesRunInAnEmptySession(_ topic: HelpTopic) throws {
    for example in topic.examples {
      let engine = Engine(threads: 1, isStrict: false) { Issue.record("\(example) loads: \($0)") }
      let relation = try engine.run(Source(example)).relation
      #expect((1...10).contains(relation?.rowCount ?? 0), "\(topic.name): \(example)")
      #expect(!example.contains(";"))
    }
  }
}

extension HelpTopic: CustomTestStringConvertible {
  /// What test reports call it.
  public var testDescription: String { name }
}
