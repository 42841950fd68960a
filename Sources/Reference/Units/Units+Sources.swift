extension Units {
  /// What the tables' keys for the origin of a factor stand for: key, text.
  static let sourceTable = """
    SI|SI (BIPM, SI Brochure, 9th edition)
    litre|SI Brochure, 9th edition, table 8: a litre is a cubic decimetre
    tonne|SI Brochure, 9th edition, table 8; a bare ton is taken as metric, as the extracts that \
    write it weigh in kilograms
    hectare|SI Brochure, 9th edition, table 8
    are|SI Brochure, 7th edition: a hundredth of a hectare
    stere|SI Brochure, 7th edition: a cubic metre, of wood
    nautical|First International Extraordinary Hydrographic Conference 1929
    quintal|UN/ECE Recommendation 20 (decitonne)
    carat|4th General Conference on Weights and Measures 1907
    yard|international yard and pound agreement 1959
    pound|international yard and pound agreement 1959
    ounce|international yard and pound agreement 1959; a bare ounce is taken as avoirdupois, not \
    troy
    troy|international yard and pound agreement 1959: a troy ounce is 480 grains
    apothecaries|international yard and pound agreement 1959: a scruple is 20 grains, a dram 60
    usgallon|NIST Handbook 44, appendix C: a US gallon is 231 cubic inches
    usbushel|NIST Handbook 44, appendix C: a US bushel is 2150.42 cubic inches
    usdrybarrel|NIST Handbook 44, appendix C: 7056 cubic inches
    usbeer|NIST Handbook 44, appendix C: 31 US gallons
    ukgallon|UK Weights and Measures Act 1985, schedule 1
    barrel|NIST Handbook 44, appendix C: 42 US gallons, of petroleum
    tola|India, Standards of Weight Act 1939: a tola is 180 grains, a seer 80 tolas, a maund 40 \
    seers
    viss|convention: a viss is 100 ticals and 3.6 pounds (Myanmar)
    china|China, State Council order of 1959: a jin is half a kilogram and 10 liang
    taiwan|Taiwan: a jin is 0.6 kg and 16 liang
    hongkong|Hong Kong, Weights and Measures Ordinance (chapter 68)
    japan|Japan, Weights and Measures Act 1891: a kan is 15/4 kg and 1000 momme
    korea|Korea, as in Japan: a gwan is 15/4 kg and 1000 don; a geun, of meat, 0.6 kg
    russia|Russia, Statute on Weights and Measures 1899
    metric|metric use in Germany from 1858: half a kilogram, and a hundred of them
    brazil|metric use in the cattle trade of Brazil: 15 kg
    thailand|Thailand, Weights and Measures Act 1923
    punjab|Punjab: a marla is 272.25 square feet and 20 are a kanal
    mu|China: 15 of them are a hectare; rounded to ten digits
    dunam|metric dunam, as in the Levant and Turkey since the 1920s
    greece|Greece: the royal stremma
    afghanistan|Afghanistan, metric jerib
    feddan|Egypt: 333 1/3 square qasaba of 3.55 m; rounded to eight digits
    definition|definition
    named|the name says it
    recommendation|UN/ECE Recommendation 20
    other|definition; those who write it mean things that are not listed
    ukold|convention, in gallons of the UK Weights and Measures Act 1985: a peck is 2, a bushel \
    8, a barrel of beer 36
    """
}
