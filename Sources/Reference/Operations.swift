/// A joint operation of customs administrations and their partners.
package struct Operation: Sendable, Hashable {
  /// As the data set of operations writes it: `PANGEA XVI`.
  package let name: String
  /// The first day of its operational phase, in days since 1970-01-01; nil when no text that was
  /// found tells it.
  package let start: Int32?
  /// The last day, likewise.
  package let end: Int32?
  /// Who led it.
  package let ledBy: String
  /// The address of the text that tells of it; empty where it is known by name alone.
  package let source: String
}

/// The joint operations that are known, and the way to find one.
package enum Operations {
  /// By series, and by edition in each.
  package static let all: [Operation] = entries.map(\.operation)

  /// The operation of this name; nil when there is none.
  ///
  /// Case does not matter, nor does `operation` before the name. Editions may be numbered in Roman or
  /// Arabic numerals, and the first need not be: `Operation Pangea 16` is PANGEA XVI, and `OPSON I`
  /// is OPSON.
  ///
  /// - Complexity: O(1) in the number of operations.
  package static func operation(_ name: String) -> Operation? {
    index[key(name)].map { entries[$0].operation }
  }

  /// The name that a misspelt one was meant to be; nil when none is near, or the nearest are two.
  ///
  /// The number of the edition is not guessed at.
  ///
  /// - Complexity: O(*n* · *m*²) in the number of names and the length of one.
  package static func closest(to name: String) -> String? {
    let word = key(name)
    let edition = word.filter(\.isNumber)
    let candidates = index.filter { $0.key.filter(\.isNumber) == edition }
    return Misspelling.closest(to: word, among: candidates).map {
      entries[$0.value].operation.name
    }
  }

  /// Operations, and their names with those that the data set writes otherwise or in one.
  private static let entries: [(operation: Operation, names: [String])] =
    Table.rows(table).compactMap { fields in
      guard fields.count == 6 else { return nil }
      let operation = Operation(
        name: fields[0], start: DayNumber.day(fields[1]), end: DayNumber.day(fields[2]),
        ledBy: fields[3], source: fields[4])
      return (operation, [fields[0]] + Table.list(fields[5]))
    }

  /// Positions in `entries` by key.
  private static let index: [String: Int] = Dictionary(
    entries.enumerated().flatMap { position, entry in entry.names.map { (key($0), position) } },
    uniquingKeysWith: { first, _ in first })

  /// The name's words in lower case, the number of the edition in Arabic numerals and left out when it
  /// is 1.
  private static func key(_ name: String) -> String {
    var words = FoldedText.words(name)
    if words.count > 1, words.first == "operation" { words.removeFirst() }
    if words.count > 1, let last = words.last {
      words[words.count - 1] = arabic[last] ?? last
      if words.last == "1" { words.removeLast() }
    }
    return words.joined(separator: " ")
  }

  /// Roman numerals below fifty, in lower case, and what they are in Arabic ones.
  private static let arabic: [String: String] = Dictionary(
    uniqueKeysWithValues: (1...49).map { number in
      let tens = ["", "x", "xx", "xxx", "xl"][number / 10]
      let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"][number % 10]
      return (tens + ones, String(number))
    })

  /// Name, first day, last day, leaders, source, further names between semicolons: what
  /// `datasets/operations/operations.csv` has in the columns of these names, where it also says what
  /// contradicts what.
  private static let table = """
    PANGEA|||INTERPOL|https://www.interpol.int/es/Crime-areas/Pharmaceutical-crime/Operations|
    PANGEA II|2009-11-16|2009-11-20|INTERPOL|https://www.wcoomd.org/en/media/newsroom/2009/\
    november/international-operation-combats-the-online-supply-of-counterfeit-and-illegal-\
    medicines.aspx|
    PANGEA III|2010-10-05|2010-10-12|INTERPOL|https://www.interpol.int/News-and-Events/News/2010/\
    International-operation-targets-online-supply-of-counterfeit-and-illegal-medicines|
    PANGEA IV|2011-09-20|2011-09-27|INTERPOL|https://www.interpol.int/News-and-Events/News/2011/\
    Global-operation-strikes-at-online-supply-of-illegal-and-counterfeit-medicines-worldwide|
    PANGEA V|2012-09-25|2012-10-02|INTERPOL|https://www.wcoomd.org/en/media/newsroom/2012/october/\
    pangea-v.aspx|
    PANGEA VI|2013-06-18|2013-06-25|INTERPOL|https://www.wcoomd.org/zh-cn/media/newsroom/2013/\
    june/pangea-vi-international-operation.aspx|
    PANGEA VII|2014-05-13|2014-05-20|INTERPOL|https://fortissa.com/news/thousands-of-illicit-\
    online-pharmacies-shut-down|
    PANGEA VIII|2015-06-09|2015-06-16|INTERPOL|https://www.wcoomd.org/en/media/newsroom/2015/june/\
    millions-usd-worth-illicit-medicines-seized-in-global-operation.aspx|
    PANGEA IX||2016-06-07|INTERPOL|https://pharmaceuticalcommerce.com/latest-news/2016s-operation-\
    pangea-targets-nearly-5000-illicit-drug-websites|
    PANGEA X|2017-09-12|2017-09-19|INTERPOL|https://www.theportugalnews.com/news/thousands-of-\
    illegal-drugs-seized-in-portugal/43315|
    PANGEA XI|2018-10-09|2018-10-16|INTERPOL|https://eurobsit.eu/pangea-xi-online-drug-\
    trafficking-takes-a-hit/|
    PANGEA XII|||INTERPOL||
    PANGEA XIII|2020-03-03|2020-03-10|INTERPOL|https://securityaffairs.co/wordpress/100279/cyber-\
    crime/operation-pangea-coronavirus-europol.html|
    PANGEA XIV|2021-05-18|2021-05-25|INTERPOL|https://maritimefairtrade.org/thousands-of-fake-\
    online-pharmacies-shut-down-in-interpol-operation/|
    PANGEA XV|2022-06-23|2022-06-30|INTERPOL|https://securingindustry.com/pharmaceuticals/latest-\
    pangea-op-nets-3m-fake-medicines-worth-11m/s40/a14628|
    PANGEA XVI|2023-10-03|2023-10-10|INTERPOL|https://ris.world/?p=23921|
    PANGEA XVII|||INTERPOL|https://www.interpol.int/es/Noticias-y-acontecimientos/Noticias/2025/\
    Record-769-arrests-and-USD-65-million-in-illicit-pharmaceuticals-seized-in-global-bust|
    STOP|2020-05-11|2020-07-12|WCO|https://border-security-report.com/operation-stop-the-wco-\
    operation-hits-hard-the-illegal-trafficking-linked-to-covid-19/|
    STOP II|2021-04-30|2022-05-04|WCO|https://www.wcoomd.org/en/media/newsroom/2022/june/\
    operation-stop-ii.aspx|
    STOP III|||WCO||
    COBRA|2013-01-06|2013-02-05|Lusaka Agreement Task Force and other wildlife networks|https://\
    www.wcoomd.org/en/media/newsroom/2013/february/asia-and-africa-join-hands.aspx|
    COBRA II|2013-12-30|2014-01-26|Lusaka Agreement Task Force|https://lusakaagreement.org/latf-\
    successfully-coordinates-operation-cobra-ii/|
    COBRA III|2015-05-04|2015-05-27|ASEAN-WEN|https://lusakaagreement.org/more-success-from-the-\
    latf-coordinated-multi-regional-operation-cobraiii/|
    THUNDERBIRD|||INTERPOL|https://dhirubhai.net/pulse/operation-thunder-zachary-karabell-kjvje|\
    THUNDER 2017
    THUNDERSTORM|2018-05-01|2018-05-31|INTERPOL|https://eponline.com/Articles/2018/06/27/\
    Authorities-Break-Up-Smuggling-Ring.aspx|THUNDER 2018
    THUNDERBALL|2019-06-04|2019-06-30|INTERPOL and WCO|https://worldanimalnews.com/wildlife-\
    trafficking-organized-crime-hit-hard-by-joint-wco-interpol-global-enforcement-operation-\
    across-109-countries/|THUNDER 2019
    THUNDER 2020|2020-09-14|2020-10-11|INTERPOL and WCO|https://www.hstoday.us/subject-matter-\
    areas/border-security/international-operation-against-wildlife-crime-results-in-large-\
    seizures-and-arrests/|
    THUNDER 2021|2021-10-01|2021-10-31|INTERPOL and WCO|https://www.euroweeklynews.com/2021/11/30/\
    more-than-1000-big-cats-turtles-and-birds-seized-in-international-operation/|
    THUNDER 2022|2022-10-03|2022-10-30|INTERPOL and WCO|https://www.border-security-report.com/\
    global-crackdown-on-illegal-wildlife-and-timber-trade-interpol-and-world-customs-organization-\
    join-forces/|
    THUNDER 2023|2023-10-02|2023-10-27|INTERPOL and WCO|https://www.onegreenplanet.org/animals/\
    police-crackdown-on-wildlife-trafficking-and-seize-enormous-amount-of-animals/|
    THUNDER 2024|2024-11-11|2024-12-06|INTERPOL and WCO|https://omnitrans.com/news/global-law-\
    enforcement-operation-results-in-2-213-seizures-of-endangered-animals-and-timber|
    THUNDER 2025|2025-09-15|2025-10-15|INTERPOL and WCO|https://www.onlineupscinstitute.com/\
    current-affair/understanding-operation-thunder-2025-a-fight-against-environmental-crime|
    DEMETER IV|2018-06-04|2018-07-08|WCO|https://global-recycling.info/archives/2640|
    DEMETER V|2019-09-01|2019-09-30|WCO|https://www.wcoomd.org/ru-ru/media/newsroom/2019/december/\
    customs-successfully-target-environmentally-sensitive-goods-during-operation-demeter-v.aspx|
    DEMETER VI|||WCO|https://greencustoms.org/news/operation-demeter-vi-131-seizures-illegal-\
    transboundary-waste-ozone-depleting-substances-trade|
    DEMETER VIII|2022-10-01|2022-10-31|WCO|https://www.refrigerationworldnews.com/international-\
    customs-operation-demeter-viii-produces-significant-hfc-and-hcfc-seizures/|
    DEMETER IX|2023-10-01|2023-10-31|WCO|https://www.wcoomd.org/es-es/media/newsroom/2023/\
    december/operation-demeter-ix-in-fighting-the-trafficking-of-wastes-and-ozone-depleting-\
    substances.aspx|
    DEMETER X|||WCO|https://www.wcoomd.org/en/media/newsroom/2024/november/operation-demeter-\
    x.aspx|
    GRYPHON|2013-10-01|2014-03-31|WCO|https://www.wcoomd.org/ru-ru/media/newsroom/2014/october/\
    wco-announces-the-results-of-its-first-global-operation-against-illicit-trade-in-tobacco.aspx|
    GRYPHON II|2016-03-01||WCO|https://thecre.com/cc/?p=7021|
    VICE GRIPS 2|2012-07-11|2012-07-20|WCO|https://www.wcoomd.org/es-es/media/newsroom/2012/\
    october/high-impact-customs-operation-tackles-illicit-medicines-in-africa.aspx|
    BIYELA|2013-04-01|2013-04-10|WCO|https://www.iracm.com/en/operation-biyela-1-2/|
    BIYELA 2|2014-05-26|2014-06-04|WCO|http://www.iracm.com/en/2014/09/operation-biyela-2-record-\
    interceptions-of-products-that-are-a-threat-to-consumer-health-and-safety/|
    ACIM|2016-09-05|2016-09-14|WCO|https://www.wcoomd.org/en/media/newsroom/2017/january/new-\
    record-seizures-of-illicit-medicines-in-africa.aspx|
    WESTERLIES|2012-11-16|2012-11-25|WCO|https://www.wcoomd.org/ru-ru/media/newsroom/2012/\
    november/operation-westerlies.aspx|
    WESTERLIES 2|2013-12-06|2013-12-15|WCO|https://www.wcoomd.org/en/media/newsroom/2013/december/\
    customs-officers-intercept.aspx|
    REPLICA|||OLAF|https://tobaccoreporter.com/2014/10/13/olaf-led-operation-seizes-counterfeit-\
    goods-and-130-million-illicit-cigarettes|
    HYGIEA|2019-04-17|2019-09-01|OLAF|https://customnews.pk/2019/10/15/performance-of-ipr-\
    enforcement-appreciated-at-international-forum|
    OPSON|2011-11-28|2011-12-04|Europol and INTERPOL|https://www.interpol.int/en/News-and-Events/\
    News/2011/Tonnes-of-illicit-foods-seized-across-Europe-in-INTERPOL-Europol-led-operation|
    OPSON IV|||Europol and INTERPOL|https://nltimes.nl/2015/02/17/2500-tons-seized-europols-\
    massive-fake-food-operation|
    OPSON V|||Europol and INTERPOL|http://news.foodmate.com/201604/news_47588.html|
    OPSON VI|2016-12-01|2017-03-31|Europol and INTERPOL|https://europediplomatic.com/2017/04/25/\
    eu-9800-tonnes-of-food-counterfeit-seazed/|
    OPSON VII|2017-12-01|2018-03-31|Europol and INTERPOL|https://hr.n1info.com/english/news/\
    a300270-some-3600-tonnes-of-substandard-food-seized-by-europol/|
    OPSON VIII|||Europol and INTERPOL|https://foodrisk.eu/en/?p=2034|
    OPSON IX|||Europol and INTERPOL|https://fdocuments.net/document/operation-opson-ix-\
    europol.html|
    OPSON X|||Europol and INTERPOL|https://eucrim.eu/news/operation-opson-x-over-15000-tonnes-of-\
    illegal-food-and-beverages-taken-off-the-market/|
    OPSON XI|||Europol and INTERPOL|https://affidiajournal.com/en/food-fraud-maxi-seizure-of-food-\
    and-beverages-in-global-operation|
    OPSON XII|||Europol and INTERPOL|https://eucrim.eu/news/operation-opson-xii-8000-tonnes-of-\
    illicit-food-and-beverages-seized|
    PANDORA|||Europol|https://www.wcoomd.org/ru-ru/media/newsroom/2017/january/operation-\
    pandora.aspx|
    ATHENA / PANDORA II|||WCO and INTERPOL / Europol|https://www.vrt.be/vrtnws/nl/2018/02/21/41-\
    000-artefacten-in-beslag-genomen-tijdens-internationale-opera/|ATHENA;PANDORA II
    PANDORA III|||Europol|https://nczas.com/2019/08/02/miedzynarodowa-operacja-pandora-iii-\
    pozwolila-odzyskac-18-tys-zabytkowych-przedmiotow/|
    ATHENA II / PANDORA IV|||WCO and INTERPOL / Europol|https://art-crime.blogspot.com/2020/05/\
    interpol-europol-and-world-customs.html|ATHENA II;PANDORA IV
    PANDORA V|2020-06-01|2020-10-31|Europol|https://www.internationaltradecomplianceupdate.com/\
    2021/05/14/over-56400-cultural-goods-seized-and-67-arrests-made-in-action-involving-31-\
    countries/|
    TENTACLE|2019-08-25|2019-10-06|WCO|https://www.wcoomd.org/es-es/media/newsroom/2019/november/\
    over-5-million-us-dollars-seized-in-global-operation-targeting-cash-smuggling.aspx|
    TENTACLE Asia/Pacific II|2023-04-02|2023-06-04|WCO|https://www.wcoomd.org/ru-ru/media/\
    newsroom/2023/october/wco-operation-tentacle-asia-pacific-ii.aspx|TENTACLE II
    TENTACLE Asia/Pacific III|2024-05-01|2024-07-07|WCO|https://miragenews.com/customs-hosts-asia-\
    pacific-financial-crime-1347761|TENTACLE III
    """
}
