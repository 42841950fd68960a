extension Countries {
  /// One country a line, in order of its alpha-2 code: alpha-2, alpha-3, numeric, name, WCO region.
  ///
  /// The codes and names are those of ISO 3166-1 as of 2025; a name stands without the article that
  /// ISO puts after it in parentheses ("Bahamas (the)" is "Bahamas"). The last field is a
  /// `WCORegion.abbreviation`, and empty for a country that is not a member of the World Customs
  /// Organization (members as of September 2025, when Saint Vincent and the Grenadines became the
  /// 187th; Kosovo is a member too, but has no ISO 3166-1 code).
  static let table = """
    AD|AND|020|Andorra|EUR
    AE|ARE|784|United Arab Emirates|MENA
    AF|AFG|004|Afghanistan|AP
    AG|ATG|028|Antigua and Barbuda|AMS
    AI|AIA|660|Anguilla|
    AL|ALB|008|Albania|EUR
    AM|ARM|051|Armenia|EUR
    AO|AGO|024|Angola|ESA
    AQ|ATA|010|Antarctica|
    AR|ARG|032|Argentina|AMS
    AS|ASM|016|American Samoa|
    AT|AUT|040|Austria|EUR
    AU|AUS|036|Australia|AP
    AW|ABW|533|Aruba|
    AX|ALA|248|Åland Islands|
    AZ|AZE|031|Azerbaijan|EUR
    BA|BIH|070|Bosnia and Herzegovina|EUR
    BB|BRB|052|Barbados|AMS
    BD|BGD|050|Bangladesh|AP
    BE|BEL|056|Belgium|EUR
    BF|BFA|854|Burkina Faso|WCA
    BG|BGR|100|Bulgaria|EUR
    BH|BHR|048|Bahrain|MENA
    BI|BDI|108|Burundi|ESA
    BJ|BEN|204|Benin|WCA
    BL|BLM|652|Saint Barthélemy|
    BM|BMU|060|Bermuda|AMS
    BN|BRN|096|Brunei Darussalam|AP
    BO|BOL|068|Bolivia (Plurinational State of)|AMS
    BQ|BES|535|Bonaire, Sint Eustatius and Saba|
    BR|BRA|076|Brazil|AMS
    BS|BHS|044|Bahamas|AMS
    BT|BTN|064|Bhutan|AP
    BV|BVT|074|Bouvet Island|
    BW|BWA|072|Botswana|ESA
    BY|BLR|112|Belarus|EUR
    BZ|BLZ|084|Belize|AMS
    CA|CAN|124|Canada|AMS
    CC|CCK|166|Cocos (Keeling) Islands|
    CD|COD|180|Congo (Democratic Republic of the)|WCA
    CF|CAF|140|Central African Republic|WCA
    CG|COG|178|Congo|WCA
    CH|CHE|756|Switzerland|EUR
    CI|CIV|384|Côte d'Ivoire|WCA
    CK|COK|184|Cook Islands|
    CL|CHL|152|Chile|AMS
    CM|CMR|120|Cameroon|WCA
    CN|CHN|156|China|AP
    CO|COL|170|Colombia|AMS
    CR|CRI|188|Costa Rica|AMS
    CU|CUB|192|Cuba|AMS
    CV|CPV|132|Cabo Verde|WCA
    CW|CUW|531|Curaçao|AMS
    CX|CXR|162|Christmas Island|
    CY|CYP|196|Cyprus|EUR
    CZ|CZE|203|Czechia|EUR
    DE|DEU|276|Germany|EUR
    DJ|DJI|262|Djibouti|ESA
    DK|DNK|208|Denmark|EUR
    DM|DMA|212|Dominica|
    DO|DOM|214|Dominican Republic|AMS
    DZ|DZA|012|Algeria|MENA
    EC|ECU|218|Ecuador|AMS
    EE|EST|233|Estonia|EUR
    EG|EGY|818|Egypt|MENA
    EH|ESH|732|Western Sahara|
    ER|ERI|232|Eritrea|ESA
    ES|ESP|724|Spain|EUR
    ET|ETH|231|Ethiopia|ESA
    FI|FIN|246|Finland|EUR
    FJ|FJI|242|Fiji|AP
    FK|FLK|238|Falkland Islands (Malvinas)|
    FM|FSM|583|Micronesia (Federated States of)|
    FO|FRO|234|Faroe Islands|
    FR|FRA|250|France|EUR
    GA|GAB|266|Gabon|WCA
    GB|GBR|826|United Kingdom of Great Britain and Northern Ireland|EUR
    GD|GRD|308|Grenada|
    GE|GEO|268|Georgia|EUR
    GF|GUF|254|French Guiana|
    GG|GGY|831|Guernsey|
    GH|GHA|288|Ghana|WCA
    GI|GIB|292|Gibraltar|
    GL|GRL|304|Greenland|
    GM|GMB|270|Gambia|WCA
    GN|GIN|324|Guinea|WCA
    GP|GLP|312|Guadeloupe|
    GQ|GNQ|226|Equatorial Guinea|WCA
    GR|GRC|300|Greece|EUR
    GS|SGS|239|South Georgia and the South Sandwich Islands|
    GT|GTM|320|Guatemala|AMS
    GU|GUM|316|Guam|
    GW|GNB|624|Guinea-Bissau|WCA
    GY|GUY|328|Guyana|AMS
    HK|HKG|344|Hong Kong|AP
    HM|HMD|334|Heard Island and McDonald Islands|
    HN|HND|340|Honduras|AMS
    HR|HRV|191|Croatia|EUR
    HT|HTI|332|Haiti|AMS
    HU|HUN|348|Hungary|EUR
    ID|IDN|360|Indonesia|AP
    IE|IRL|372|Ireland|EUR
    IL|ISR|376|Israel|EUR
    IM|IMN|833|Isle of Man|
    IN|IND|356|India|AP
    IO|IOT|086|British Indian Ocean Territory|
    IQ|IRQ|368|Iraq|MENA
    IR|IRN|364|Iran (Islamic Republic of)|AP
    IS|ISL|352|Iceland|EUR
    IT|ITA|380|Italy|EUR
    JE|JEY|832|Jersey|
    JM|JAM|388|Jamaica|AMS
    JO|JOR|400|Jordan|MENA
    JP|JPN|392|Japan|AP
    KE|KEN|404|Kenya|ESA
    KG|KGZ|417|Kyrgyzstan|EUR
    KH|KHM|116|Cambodia|AP
    KI|KIR|296|Kiribati|
    KM|COM|174|Comoros|ESA
    KN|KNA|659|Saint Kitts and Nevis|
    KP|PRK|408|Korea (Democratic People's Republic of)|
    KR|KOR|410|Korea (Republic of)|AP
    KW|KWT|414|Kuwait|MENA
    KY|CYM|136|Cayman Islands|
    KZ|KAZ|398|Kazakhstan|EUR
    LA|LAO|418|Lao People's Democratic Republic|AP
    LB|LBN|422|Lebanon|MENA
    LC|LCA|662|Saint Lucia|AMS
    LI|LIE|438|Liechtenstein|
    LK|LKA|144|Sri Lanka|AP
    LR|LBR|430|Liberia|WCA
    LS|LSO|426|Lesotho|ESA
    LT|LTU|440|Lithuania|EUR
    LU|LUX|442|Luxembourg|EUR
    LV|LVA|428|Latvia|EUR
    LY|LBY|434|Libya|MENA
    MA|MAR|504|Morocco|MENA
    MC|MCO|492|Monaco|
    MD|MDA|498|Moldova (Republic of)|EUR
    ME|MNE|499|Montenegro|EUR
    MF|MAF|663|Saint Martin (French part)|
    MG|MDG|450|Madagascar|ESA
    MH|MHL|584|Marshall Islands|
    MK|MKD|807|North Macedonia|EUR
    ML|MLI|466|Mali|WCA
    MM|MMR|104|Myanmar|AP
    MN|MNG|496|Mongolia|AP
    MO|MAC|446|Macao|AP
    MP|MNP|580|Northern Mariana Islands|
    MQ|MTQ|474|Martinique|
    MR|MRT|478|Mauritania|WCA
    MS|MSR|500|Montserrat|
    MT|MLT|470|Malta|EUR
    MU|MUS|480|Mauritius|ESA
    MV|MDV|462|Maldives|AP
    MW|MWI|454|Malawi|ESA
    MX|MEX|484|Mexico|AMS
    MY|MYS|458|Malaysia|AP
    MZ|MOZ|508|Mozambique|ESA
    NA|NAM|516|Namibia|ESA
    NC|NCL|540|New Caledonia|
    NE|NER|562|Niger|WCA
    NF|NFK|574|Norfolk Island|
    NG|NGA|566|Nigeria|WCA
    NI|NIC|558|Nicaragua|AMS
    NL|NLD|528|Netherlands (Kingdom of the)|EUR
    NO|NOR|578|Norway|EUR
    NP|NPL|524|Nepal|AP
    NR|NRU|520|Nauru|
    NU|NIU|570|Niue|
    NZ|NZL|554|New Zealand|AP
    OM|OMN|512|Oman|MENA
    PA|PAN|591|Panama|AMS
    PE|PER|604|Peru|AMS
    PF|PYF|258|French Polynesia|
    PG|PNG|598|Papua New Guinea|AP
    PH|PHL|608|Philippines|AP
    PK|PAK|586|Pakistan|AP
    PL|POL|616|Poland|EUR
    PM|SPM|666|Saint Pierre and Miquelon|
    PN|PCN|612|Pitcairn|
    PR|PRI|630|Puerto Rico|
    PS|PSE|275|Palestine, State of|MENA
    PT|PRT|620|Portugal|EUR
    PW|PLW|585|Palau|AP
    PY|PRY|600|Paraguay|AMS
    QA|QAT|634|Qatar|MENA
    RE|REU|638|Réunion|
    RO|ROU|642|Romania|EUR
    RS|SRB|688|Serbia|EUR
    RU|RUS|643|Russian Federation|EUR
    RW|RWA|646|Rwanda|ESA
    SA|SAU|682|Saudi Arabia|MENA
    SB|SLB|090|Solomon Islands|AP
    SC|SYC|690|Seychelles|ESA
    SD|SDN|729|Sudan|MENA
    SE|SWE|752|Sweden|EUR
    SG|SGP|702|Singapore|AP
    SH|SHN|654|Saint Helena, Ascension and Tristan da Cunha|
    SI|SVN|705|Slovenia|EUR
    SJ|SJM|744|Svalbard and Jan Mayen|
    SK|SVK|703|Slovakia|EUR
    SL|SLE|694|Sierra Leone|WCA
    SM|SMR|674|San Marino|
    SN|SEN|686|Senegal|WCA
    SO|SOM|706|Somalia|ESA
    SR|SUR|740|Suriname|AMS
    SS|SSD|728|South Sudan|ESA
    ST|STP|678|Sao Tome and Principe|WCA
    SV|SLV|222|El Salvador|AMS
    SX|SXM|534|Sint Maarten (Dutch part)|
    SY|SYR|760|Syrian Arab Republic|MENA
    SZ|SWZ|748|Eswatini|ESA
    TC|TCA|796|Turks and Caicos Islands|
    TD|TCD|148|Chad|WCA
    TF|ATF|260|French Southern Territories|
    TG|TGO|768|Togo|WCA
    TH|THA|764|Thailand|AP
    TJ|TJK|762|Tajikistan|EUR
    TK|TKL|772|Tokelau|
    TL|TLS|626|Timor-Leste|AP
    TM|TKM|795|Turkmenistan|EUR
    TN|TUN|788|Tunisia|MENA
    TO|TON|776|Tonga|AP
    TR|TUR|792|Türkiye|EUR
    TT|TTO|780|Trinidad and Tobago|AMS
    TV|TUV|798|Tuvalu|
    TW|TWN|158|Taiwan (Province of China)|
    TZ|TZA|834|Tanzania (United Republic of)|ESA
    UA|UKR|804|Ukraine|EUR
    UG|UGA|800|Uganda|ESA
    UM|UMI|581|United States Minor Outlying Islands|
    US|USA|840|United States of America|AMS
    UY|URY|858|Uruguay|AMS
    UZ|UZB|860|Uzbekistan|EUR
    VA|VAT|336|Holy See|
    VC|VCT|670|Saint Vincent and the Grenadines|AMS
    VE|VEN|862|Venezuela (Bolivarian Republic of)|AMS
    VG|VGB|092|Virgin Islands (British)|
    VI|VIR|850|Virgin Islands (U.S.)|
    VN|VNM|704|Viet Nam|AP
    VU|VUT|548|Vanuatu|AP
    WF|WLF|876|Wallis and Futuna|
    WS|WSM|882|Samoa|AP
    YE|YEM|887|Yemen|MENA
    YT|MYT|175|Mayotte|
    ZA|ZAF|710|South Africa|ESA
    ZM|ZMB|894|Zambia|ESA
    ZW|ZWE|716|Zimbabwe|ESA
    """
}
