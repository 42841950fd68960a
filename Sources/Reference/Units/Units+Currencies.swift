extension Units {
  /// The currencies in order of their ISO 4217 code: code, name, plural, further spellings.
  ///
  /// Those in use in 2025, and of those that went shortly before or after ANG, BGN, CUC, HRK, SLL and
  /// ZWL; without funds, metals and units of account. A sign that several countries write, `$` or
  /// `£`, and a bare peso, dinar or rouble are left out, and `KGS` is kilograms.
  static let currencyTable = """
    AED|UAE dirham|UAE dirhams|emirati dirham;emirati dirhams;dirham (UAE)
    AFN|Afghan afghani|Afghan afghanis|afghani;afghanis
    ALL|Albanian lek|Albanian lekë|lek
    AMD|Armenian dram|Armenian drams|֏
    ANG|Netherlands Antillean guilder|Netherlands Antillean guilders|
    AOA|Angolan kwanza|Angolan kwanzas|kwanza;kwanzas
    ARS|Argentine peso|Argentine pesos|
    AUD|Australian dollar|Australian dollars|A$;AU$
    AWG|Aruban florin|Aruban florins|
    AZN|Azerbaijani manat|Azerbaijani manats|₼
    BAM|Bosnian convertible mark|Bosnian convertible marks|convertible mark;convertible marks
    BBD|Barbadian dollar|Barbadian dollars|
    BDT|Bangladeshi taka|Bangladeshi taka|taka;৳
    BGN|Bulgarian lev|Bulgarian leva|lev;leva
    BHD|Bahraini dinar|Bahraini dinars|
    BIF|Burundian franc|Burundian francs|
    BMD|Bermudian dollar|Bermudian dollars|
    BND|Brunei dollar|Brunei dollars|
    BOB|Bolivian boliviano|Bolivian bolivianos|boliviano;bolivianos
    BRL|Brazilian real|Brazilian reais|R$;reais
    BSD|Bahamian dollar|Bahamian dollars|
    BTN|Bhutanese ngultrum|Bhutanese ngultrums|ngultrum
    BWP|Botswana pula|Botswana pula|pula
    BYN|Belarusian rouble|Belarusian roubles|belarusian ruble;belarusian rubles
    BZD|Belize dollar|Belize dollars|
    CAD|Canadian dollar|Canadian dollars|C$;CA$;CDN$;Can$
    CDF|Congolese franc|Congolese francs|
    CHF|Swiss franc|Swiss francs|SFr
    CLP|Chilean peso|Chilean pesos|
    CNY|Chinese yuan|Chinese yuan|yuan;renminbi;rmb;yuan renminbi;人民币
    COP|Colombian peso|Colombian pesos|
    CRC|Costa Rican colón|Costa Rican colones|costa rican colon;₡
    CUC|Cuban convertible peso|Cuban convertible pesos|
    CUP|Cuban peso|Cuban pesos|
    CVE|Cabo Verde escudo|Cabo Verde escudos|cape verdean escudo;cape verdean escudos
    CZK|Czech koruna|Czech koruny|Kč
    DJF|Djibouti franc|Djibouti francs|
    DKK|Danish krone|Danish kroner|
    DOP|Dominican peso|Dominican pesos|RD$
    DZD|Algerian dinar|Algerian dinars|
    EGP|Egyptian pound|Egyptian pounds|
    ERN|Eritrean nakfa|Eritrean nakfas|nakfa
    ETB|Ethiopian birr|Ethiopian birr|birr
    EUR|euro|euros|€;евро;欧元
    FJD|Fiji dollar|Fiji dollars|
    FKP|Falkland Islands pound|Falkland Islands pounds|
    GBP|pound sterling|pounds sterling|sterling;british pound;british pounds;GB pound;GB pounds;\
    GB£;UK£
    GEL|Georgian lari|Georgian lari|lari;₾
    GHS|Ghanaian cedi|Ghanaian cedis|cedi;cedis;GH₵;₵
    GIP|Gibraltar pound|Gibraltar pounds|
    GMD|Gambian dalasi|Gambian dalasis|dalasi
    GNF|Guinean franc|Guinean francs|
    GTQ|Guatemalan quetzal|Guatemalan quetzales|quetzal;quetzales
    GYD|Guyanese dollar|Guyanese dollars|
    HKD|Hong Kong dollar|Hong Kong dollars|HK$
    HNL|Honduran lempira|Honduran lempiras|lempira;lempiras
    HRK|Croatian kuna|Croatian kunas|kuna;kunas
    HTG|Haitian gourde|Haitian gourdes|gourde;gourdes
    HUF|Hungarian forint|Hungarian forints|forint;forints
    IDR|Indonesian rupiah|Indonesian rupiahs|rupiah
    ILS|Israeli shekel|Israeli shekels|new israeli shekel;new israeli shekels;new israeli sheqel;\
    shekel;shekels;NIS;₪
    INR|Indian rupee|Indian rupees|₹
    IQD|Iraqi dinar|Iraqi dinars|
    IRR|Iranian rial|Iranian rials|
    ISK|Icelandic króna|Icelandic krónur|icelandic krona
    JMD|Jamaican dollar|Jamaican dollars|
    JOD|Jordanian dinar|Jordanian dinars|
    JPY|Japanese yen|Japanese yen|yen
    KES|Kenyan shilling|Kenyan shillings|KSh
    KGS*|Kyrgyz som|Kyrgyz soms|kyrgyzstani som
    KHR|Cambodian riel|Cambodian riels|riel;riels;៛
    KMF|Comorian franc|Comorian francs|
    KPW|North Korean won|North Korean won|
    KRW|South Korean won|South Korean won|korean won
    KWD|Kuwaiti dinar|Kuwaiti dinars|
    KYD|Cayman Islands dollar|Cayman Islands dollars|
    KZT|Kazakhstani tenge|Kazakhstani tenge|tenge;₸
    LAK|Lao kip|Lao kip|kip;₭
    LBP|Lebanese pound|Lebanese pounds|
    LKR|Sri Lankan rupee|Sri Lankan rupees|
    LRD|Liberian dollar|Liberian dollars|
    LSL|Lesotho loti|Lesotho maloti|loti;maloti
    LYD|Libyan dinar|Libyan dinars|
    MAD|Moroccan dirham|Moroccan dirhams|
    MDL|Moldovan leu|Moldovan lei|
    MGA|Malagasy ariary|Malagasy ariary|ariary
    MKD|Macedonian denar|Macedonian denars|denar;denars
    MMK|Myanmar kyat|Myanmar kyats|kyat;kyats;burmese kyat
    MNT|Mongolian tögrög|Mongolian tögrög|tugrik;tugriks;mongolian tugrik;₮
    MOP|Macanese pataca|Macanese patacas|pataca;patacas
    MRU|Mauritanian ouguiya|Mauritanian ouguiyas|ouguiya
    MUR|Mauritian rupee|Mauritian rupees|
    MVR|Maldivian rufiyaa|Maldivian rufiyaa|rufiyaa
    MWK|Malawian kwacha|Malawian kwachas|
    MXN|Mexican peso|Mexican pesos|Mex$;MX$
    MYR|Malaysian ringgit|Malaysian ringgit|ringgit
    MZN|Mozambican metical|Mozambican meticais|metical;meticais
    NAD|Namibian dollar|Namibian dollars|N$
    NGN|Nigerian naira|Nigerian naira|naira;₦
    NIO|Nicaraguan córdoba|Nicaraguan córdobas|nicaraguan cordoba;córdoba oro
    NOK|Norwegian krone|Norwegian kroner|
    NPR|Nepalese rupee|Nepalese rupees|
    NZD|New Zealand dollar|New Zealand dollars|NZ$
    OMR|Omani rial|Omani rials|
    PAB|Panamanian balboa|Panamanian balboas|balboa;balboas
    PEN|Peruvian sol|Peruvian soles|nuevo sol;nuevos soles
    PGK|Papua New Guinean kina|Papua New Guinean kina|kina
    PHP|Philippine peso|Philippine pesos|₱
    PKR|Pakistani rupee|Pakistani rupees|
    PLN|Polish złoty|Polish złotys|zloty;zlotys;polish zloty;złoty;zł
    PYG|Paraguayan guaraní|Paraguayan guaraníes|guaraní;guaraníes;paraguayan guarani;₲
    QAR|Qatari riyal|Qatari riyals|
    RON|Romanian leu|Romanian lei|
    RSD|Serbian dinar|Serbian dinars|
    RUB|Russian rouble|Russian roubles|russian ruble;russian rubles;₽;руб;рубль;рублей
    RWF|Rwandan franc|Rwandan francs|
    SAR|Saudi riyal|Saudi riyals|
    SBD|Solomon Islands dollar|Solomon Islands dollars|
    SCR|Seychelles rupee|Seychelles rupees|
    SDG|Sudanese pound|Sudanese pounds|
    SEK|Swedish krona|Swedish kronor|
    SGD|Singapore dollar|Singapore dollars|S$
    SHP|Saint Helena pound|Saint Helena pounds|
    SLE|Sierra Leonean leone|Sierra Leonean leones|leone;leones
    SLL|old Sierra Leonean leone|old Sierra Leonean leones|
    SOS|Somali shilling|Somali shillings|
    SRD|Surinamese dollar|Surinamese dollars|
    SSP|South Sudanese pound|South Sudanese pounds|
    STN|São Tomé dobra|São Tomé dobras|dobra;dobras
    SVC|Salvadoran colón|Salvadoran colones|
    SYP|Syrian pound|Syrian pounds|
    SZL|Eswatini lilangeni|Eswatini emalangeni|lilangeni;emalangeni
    THB|Thai baht|Thai baht|baht;฿
    TJS|Tajikistani somoni|Tajikistani somoni|somoni
    TMT|Turkmenistani manat|Turkmenistani manats|
    TND|Tunisian dinar|Tunisian dinars|
    TOP|Tongan paʻanga|Tongan paʻanga|pa'anga;paanga
    TRY|Turkish lira|Turkish liras|turkish lire;₺
    TTD|Trinidad and Tobago dollar|Trinidad and Tobago dollars|TT$
    TWD|New Taiwan dollar|New Taiwan dollars|NT$;taiwan dollar;taiwan dollars
    TZS|Tanzanian shilling|Tanzanian shillings|TSh
    UAH|Ukrainian hryvnia|Ukrainian hryvnias|hryvnia;hryvnias;₴;грн
    UGX|Ugandan shilling|Ugandan shillings|USh
    USD|US dollar|US dollars|US$;$US;united states dollar;united states dollars;american dollar;\
    american dollars;доллар США;美元
    UYU|Uruguayan peso|Uruguayan pesos|
    UZS|Uzbekistani sum|Uzbekistani sum|uzbek sum;uzbekistani som
    VED|Venezuelan digital bolívar|Venezuelan digital bolívares|
    VES|Venezuelan bolívar|Venezuelan bolívares|bolívar soberano;venezuelan bolivar
    VND|Vietnamese dong|Vietnamese dong|dong;đồng;₫
    VUV|Vanuatu vatu|Vanuatu vatu|vatu
    WST|Samoan tala|Samoan tala|
    XAF|Central African CFA franc|Central African CFA francs|FCFA (BEAC)
    XCD|East Caribbean dollar|East Caribbean dollars|EC$
    XCG|Caribbean guilder|Caribbean guilders|
    XOF|West African CFA franc|West African CFA francs|FCFA (BCEAO)
    XPF|CFP franc|CFP francs|
    YER|Yemeni rial|Yemeni rials|
    ZAR|South African rand|South African rand|rand;rands
    ZMW|Zambian kwacha|Zambian kwachas|
    ZWG|Zimbabwe Gold|Zimbabwe Gold|
    ZWL|Zimbabwean dollar|Zimbabwean dollars|
    """
}
