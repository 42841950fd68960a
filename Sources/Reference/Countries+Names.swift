extension Countries {
  /// What countries are called beside their ISO 3166-1 name: alpha-2, names between semicolons.
  ///
  /// These are the official names, and short and former ones, with the forms that occur in documents of
  /// the United Nations and its Office on Drugs and Crime, the World Customs Organization, the European
  /// Union and United States Customs and Border Protection, with some in French, Spanish, German and
  /// the country's own language. How a name is written is folded away before it is compared, as
  /// `CountryName` says, so that a name stands here once and not in all its orders of words.
  ///
  /// A part of a country that statistics name on its own (Scotland, Dubai, Gaza) stands for the whole;
  /// a name that two countries share (Korea, Virgin Islands) stands for neither.
  static let nameTable = """
    AD|Principality of Andorra;Andorre;Principat d'Andorra
    AE|UAE;U A E;Emirates;United Arab Emirate;Emirats arabes unis;Emiratos Árabes Unidos;Dubai;\
    Abu Dhabi
    AF|Islamic Republic of Afghanistan;Islamic Emirate of Afghanistan;Afganistán
    AG|Antigua;Barbuda
    AI|Anguilla (UK)
    AL|Republic of Albania;Albanie;Albanien;Shqipëria
    AM|Republic of Armenia;Arménie
    AO|Republic of Angola
    AQ|Antarctique
    AR|Argentine Republic;Argentine;República Argentina;Argentinien
    AS|Samoa (American);Eastern Samoa
    AT|Republic of Austria;Autriche;Österreich
    AU|Commonwealth of Australia;Australie;Australien
    AW|Aruba (Netherlands)
    AX|Åland;Aland Island;Ahvenanmaa
    AZ|Republic of Azerbaijan;Azerbaidjan;Azerbaïdjan;Aserbaidschan
    BA|Republic of Bosnia and Herzegovina;Bosnia;Bosnie-Herzégovine;Bosnien und Herzegowina;Bosna \
    i Hercegovina;BiH
    BB|Barbade
    BD|People's Republic of Bangladesh
    BE|Kingdom of Belgium;Belgique;België;Belgien;Bélgica
    BF|Burkina;Burkina Fasso
    BG|Republic of Bulgaria;Bulgarie;Bulgarien
    BH|Kingdom of Bahrain;State of Bahrain;Bahrein
    BI|Republic of Burundi
    BJ|Republic of Benin;Bénin
    BL|St Barts;Saint Barts;St Barth
    BM|Bermudas
    BN|Brunei;Nation of Brunei, Abode of Peace;State of Brunei Darussalam
    BO|Bolivia;Plurinational State of Bolivia;Republic of Bolivia;Estado Plurinacional de Bolivia;\
    Bolivie
    BQ|Caribbean NL;Bonaire, St Eustatius and Saba;Bonaire;Caribbean Netherlands;BES Islands;\
    Bonaire, Saint Eustatius and Saba;Sint Eustatius;Saba;Netherlands (Caribbean)
    BR|Federative Republic of Brazil;Brasil;Brésil;Brasilien
    BS|Bahamas Islands;Commonwealth of the Bahamas
    BT|Kingdom of Bhutan;Bhoutan
    BV|Bouvet
    BW|Republic of Botswana
    BY|Republic of Belarus;Belorussia;Byelorussia;White Russia;Belarus (Belorussia);Bélarus;\
    Biélorussie;Weißrussland
    BZ|British Honduras
    CA|Canadá;Kanada
    CC|Cocos Islands;Keeling Islands;Cocos (Keeling) Island
    CD|Democratic Republic of the Congo (Congo-Kinshasa);DR Congo;DRC;D R Congo;Congo DR;Congo \
    DRC;DRC Congo;Congo, Democratic Republic of the;Congo (Kinshasa);Congo-Kinshasa;Republic of \
    Zaire;Belgian Congo;RD Congo;République démocratique du Congo;República Democrática del Congo;\
    Demokratische Republik Kongo
    CF|CAR;C A R;Central Africa;Central African Rep;République centrafricaine
    CG|Republic of the Congo (Congo-Brazzaville);Republic of the Congo;Republic of Congo;Congo \
    (Brazzaville);Congo-Brazzaville;Congo ROC;People's Republic of the Congo;République du Congo
    CH|Swiss Confederation;Suisse;Schweiz;Svizzera;Suiza
    CI|Ivory Coast;Republic of Côte d'Ivoire;Cote d Ivoire;République de Côte d'Ivoire;Costa de \
    Marfil;Elfenbeinküste
    CK|Cook Island
    CL|Republic of Chile;Chili
    CM|Republic of Cameroon;United Republic of Cameroon;Cameroun;Kamerun
    CN|People's Republic of China;China PRC;PR China;P R China;PRC;P R C;Mainland China;China \
    (mainland);Chine;Volksrepublik China
    CO|Republic of Colombia;Colombie;Kolumbien
    CR|Republic of Costa Rica
    CU|Republic of Cuba;Kuba
    CV|Cape Verde;Republic of Cabo Verde;Republic of Cape Verde;Cap-Vert;Cape Verde Islands;Cabo \
    Verde Islands
    CW|Curacao (Netherlands);Curazao
    CX|Christmas Island (in the Indian Ocean);Christmas Island (Australia)
    CY|Republic of Cyprus;Chypre;Chipre;Zypern
    CZ|Czech Republic;Czech Rep;République tchèque;Tchéquie;Tschechien;Tschechische Republik;\
    Česko;Česká republika;República Checa
    DE|Federal Republic of Germany;Germany, Federal Republic of;FRG;F R Germany;FR Germany;West \
    Germany;Germany, West;Germany, East;Allemagne;Deutschland;Alemania;Alemanha
    DJ|Republic of Djibouti
    DK|Kingdom of Denmark;Danemark;Danmark;Dänemark;Dinamarca
    DM|Commonwealth of Dominica;Dominica Island
    DO|Dominican Rep;República Dominicana;République dominicaine
    DZ|People's Democratic Republic of Algeria;Algérie;Argelia;Algerien
    EC|Republic of Ecuador;Équateur
    EE|Republic of Estonia;Estonie;Estland;Eesti
    EG|Arab Republic of Egypt;Égypte;Egipto;Ägypten
    EH|Sahrawi Arab Democratic Republic;Sahara (Western)
    ER|State of Eritrea;Érythrée
    ES|Kingdom of Spain;España;Espagne;Spanien;Espanha
    ET|Federal Democratic Republic of Ethiopia;Éthiopie;Etiopía;Äthiopien
    FI|Republic of Finland;Finlande;Suomi;Finnland
    FJ|Republic of Fiji;Republic of the Fiji Islands;Fiji Islands;Fidji
    FK|Falkland Islands;Falklands;Malvinas;Islas Malvinas
    FM|FS Micronesia;Micronesia, Fed St;Micronesia, Fed Sts;Micronesia;Federated States of \
    Micronesia;Micronesia (Fed States of)
    FO|Faeroe Islands;Faroe Island;Faroes;Færøerne;Føroyar
    FR|French Republic;Metropolitan France;Francia;Frankreich;França
    GA|Gabonese Republic;Gabonese Rep
    GB|United Kingdom (excluding Northern Ireland);Britain (UK);United Kingdom;UK;Great Britain;\
    Britain;United Kingdom of Great Britain and Northern Ireland;United Kingdom (Great Britain);\
    Great Britain (UK);United Kingdom (UK);UK Great Britain;England;Scotland;Wales;Northern \
    Ireland;England and Wales;United Kingdom (England and Wales);United Kingdom (England);United \
    Kingdom (Scotland);United Kingdom (Wales);United Kingdom (Northern Ireland);Royaume-Uni;Reino \
    Unido;Vereinigtes Königreich
    GD|Grenade
    GE|Republic of Georgia;Géorgie;Georgien;Sakartvelo
    GF|Guyane;Guyane française;Guiana (French)
    GG|Bailiwick of Guernsey
    GH|Republic of Ghana
    GI|Gibraltar (UK)
    GL|Grønland;Groenland;Kalaallit Nunaat
    GM|Republic of the Gambia;Islamic Republic of the Gambia;Gambie
    GN|Republic of Guinea;Guinea (Conakry);Guinea-Conakry;Guinée;People's Revolutionary Republic \
    of Guinea
    GP|Guadeloupe (France)
    GQ|Republic of Equatorial Guinea;Guinea Ecuatorial;Guinée équatoriale;Spanish Guinea
    GR|Hellenic Republic;Hellas;Grèce;Griechenland;Grecia
    GS|South Georgia;South Georgia and South Sandwich Islands
    GT|Republic of Guatemala
    GU|Guam (US)
    GW|Republic of Guinea-Bissau;Guinée-Bissau;Guiné-Bissau;Portuguese Guinea
    GY|Co-operative Republic of Guyana;Republic of Guyana;British Guiana
    HK|Hong Kong SAR;China, Hong Kong SAR;Hong Kong, China;Hong Kong (China);Hong Kong, SAR of \
    China;Hong Kong SAR China;Hong Kong Special Administrative Region of China;Hong Kong Special \
    Administrative Region;China, Hong Kong Special Administrative Region;Hongkong;Hong Kong, \
    China SAR
    HM|Heard Island;Heard and McDonald Islands
    HN|Republic of Honduras
    HR|Republic of Croatia;Croatie;Hrvatska;Kroatien;Croacia
    HT|Republic of Haiti
    HU|Republic of Hungary;Hongrie;Ungarn;Magyarország;Hungría
    ID|Republic of Indonesia;Indonésie;Indonesien
    IE|Republic of Ireland;Éire;Irish Republic;Ireland (Republic);Irlande;Irland;Irlanda;Southern \
    Ireland
    IL|State of Israel;Israël
    IM|Isle of Man (UK)
    IN|Republic of India;Inde;Indien;Bharat
    IO|British Indian Ocean Territories;Chagos Islands;Diego Garcia
    IQ|Republic of Iraq;Irak;Iraq (Central Iraq);Iraq (Kurdistan Region);Kurdistan Region of Iraq
    IR|Iran;Islamic Republic of Iran;I R Iran;IR Iran;Iran (Islamic Rep);Persia
    IS|Republic of Iceland;Islande;Islandia
    IT|Italian Republic;Italia;Italie;Italien
    JE|Bailiwick of Jersey
    JM|Jamaïque
    JO|Hashemite Kingdom of Jordan;Jordanie;Jordanien
    JP|State of Japan;Nippon;Japon;Japón
    KE|Republic of Kenya;Kenia
    KG|Kyrgyz Republic;Kirghizia;Kirgizia;Kyrgyz Rep;Kirgizstan;Kirghizistan;Kyrghyzstan
    KH|Kingdom of Cambodia;Kampuchea;Democratic Kampuchea;Khmer Republic;Cambodge;Kambodscha
    KI|Republic of Kiribati
    KM|Union of the Comoros;Federal Islamic Republic of the Comoros;Comoro Islands;Comores
    KN|St Kitts and Nevis;St Kitts;St Kitts-Nevis;Saint Christopher and Nevis;St Christopher and \
    Nevis;Saint Kitts;Nevis
    KP|North Korea;Korea (North);Korea, DPR;DPR Korea;DPRK;D P R Korea;D P R K;DPR of Korea;\
    Democratic People's Republic of Korea;Korea, Democratic People's Republic of;Korea, \
    Democratic Republic of;Corée du Nord;Nordkorea
    KR|South Korea;Korea (South);Republic of Korea;Korea Rep;ROK;R O K;R O Korea;Korea ROK;Corée \
    du Sud;Südkorea;Corea del Sur
    KW|State of Kuwait;Koweït
    KY|Caymans;Cayman Island;Grand Cayman
    KZ|Republic of Kazakhstan;Kazakstan;Kasachstan
    LA|Laos;Lao PDR;Lao P D R;Lao;Lao People's Dem Rep;Lao People's Democratic Rep
    LB|Lebanese Republic;Liban;Líbano;Libanon
    LC|Sainte-Lucie
    LI|Principality of Liechtenstein
    LK|Democratic Socialist Republic of Sri Lanka;Ceylon
    LR|Republic of Liberia;Libéria
    LS|Kingdom of Lesotho;Basutoland
    LT|Republic of Lithuania;Lituanie;Lietuva;Litauen
    LU|Grand Duchy of Luxembourg;Luxemburg;Luxemburgo
    LV|Republic of Latvia;Lettonie;Latvija;Lettland
    LY|Libyan Arab Jamahiriya;State of Libya;Libyan Arab Rep;Great Socialist People's Libyan Arab \
    Jamahiriya;Libye;Libia;Libyen
    MA|Kingdom of Morocco;Maroc;Marruecos;Marokko
    MC|Principality of Monaco
    MD|Moldova;Republic of Moldova;Moldova, Republic of;Moldavia;Moldovia;Moldavie
    ME|Monténégro;Crna Gora;Republic of Montenegro
    MF|St Martin (French);Saint-Martin;St Martin;Saint Martin (France);St Martin (French part);\
    Collectivity of Saint Martin
    MG|Republic of Madagascar;Malagasy Republic;Madagaskar
    MH|Republic of the Marshall Islands;Marshalls
    MK|TFYR of Macedonia;TFYR Macedonia;Macedonia;North Macedonia, Republic of;Republic of North \
    Macedonia;Republic of Macedonia;FYROM;FYR Macedonia;F Y R O M;FYR of Macedonia;FYROM \
    Macedonia;The former Yugoslav Republic of Macedonia;Macedonia, former Yugoslav Republic of;\
    Former Yugoslav Rep of Macedonia;Macedonia (Skopje);Macédoine;Macédoine du Nord;Northern \
    Macedonia;Macedonia (North)
    ML|Republic of Mali
    MM|Republic of Myanmar;Burma;Myanmar (Burma);Burma (Myanmar);Republic of the Union of Myanmar;\
    Union of Myanmar;Union of Burma;Socialist Republic of the Union of Burma;Birmanie;Birma
    MN|Mongolie;Mongolian People's Republic;Outer Mongolia
    MO|Macau;Macao SAR;Macau SAR;China, Macao SAR;China, Macau SAR;Macao, China;Macau, China;\
    Macao (China);Macau, SAR of China;Macao, SAR of China;Macao Special Administrative Region of \
    China;Macau Special Administrative Region;China, Macao Special Administrative Region;Macao, \
    China SAR
    MP|N Mariana Islands;Northern Marianas;Commonwealth of the Northern Mariana Islands;Saipan;\
    Mariana Islands
    MQ|Martinique (France)
    MR|Islamic Republic of Mauritania;Mauritanie
    MS|Montserrat (UK)
    MT|Republic of Malta;Malte
    MU|Republic of Mauritius;Maurice;Île Maurice
    MV|Republic of Maldives;Maldive Islands;Maldivas
    MW|Republic of Malawi;Nyasaland
    MX|United Mexican States;México;Mexique;Mexiko;Estados Unidos Mexicanos
    MY|Federation of Malaysia;Malaisie;Malasia;Malaya
    MZ|Republic of Mozambique;Moçambique;Mosambik
    NA|Republic of Namibia;Namibie;South West Africa
    NC|Nouvelle-Calédonie
    NE|Republic of the Niger;Republic of Niger
    NF|Norfolk
    NG|Federal Republic of Nigeria;Nigéria
    NI|Republic of Nicaragua
    NL|Holland;Kingdom of the Netherlands;Nederland;The Netherlands;Pays-Bas;Países Bajos;\
    Niederlande;Netherlands (Holland)
    NO|Kingdom of Norway;Norge;Norvège;Norwegen;Noruega
    NP|Federal Democratic Republic of Nepal;Kingdom of Nepal;Népal
    NR|Republic of Nauru
    NU|Niue Island
    NZ|Aotearoa;Nouvelle-Zélande;N Zealand;NZ Aotearoa
    OM|Sultanate of Oman
    PA|Republic of Panama;República de Panamá
    PE|Republic of Peru;Pérou
    PF|Tahiti;Polynésie française;Polynesia (French)
    PG|PNG;P N G;Independent State of Papua New Guinea;Papua N Guinea
    PH|Republic of the Philippines;Filipinas;Pilipinas;Phillipines;Phillippines;Philippine Islands
    PK|Islamic Republic of Pakistan
    PL|Republic of Poland;Polska;Pologne;Polen;Polonia
    PM|St Pierre and Miquelon;Saint-Pierre-et-Miquelon
    PN|Pitcairn Islands;Pitcairn Island
    PR|Commonwealth of Puerto Rico;Puerto Rico (US);Porto Rico
    PS|Palestine;State of Palestine;Palestinian Territory;Palestinian Territories;Occupied \
    Palestinian Territory;Occupied Palestinian Territories;Palestinian Territory, Occupied;\
    Palestinian Authority;West Bank and Gaza;West Bank and Gaza Strip;West Bank;Gaza;Gaza Strip;\
    West Bank administered by Israel;Gaza Strip administered by Israel;OPT
    PT|Portuguese Republic;República Portuguesa
    PW|Republic of Palau;Belau
    PY|Republic of Paraguay
    QA|State of Qatar
    RE|Réunion Island;La Réunion;Réunion (France)
    RO|Rumania;Roumania;Roumanie;Rumänien
    RS|Republic of Serbia;Serbie;Srbija;Serbien
    RU|Russia (Russian Federation);Russia;Russian Fed;Russie;Russland;Rusia;Россия;Russian SFSR;\
    RSFSR
    RW|Rwandese Republic;Republic of Rwanda;Ruanda
    SA|Kingdom of Saudi Arabia;KSA;K S A;Saudi;Arabie saoudite;Arabia Saudita
    SB|Solomons;Solomon Island;British Solomon Islands
    SC|Republic of Seychelles;Seychelles Islands
    SD|Republic of the Sudan;Republic of Sudan;Soudan;North Sudan
    SE|Kingdom of Sweden;Sverige;Suède;Schweden;Suecia
    SG|Republic of Singapore;Singapour;Singapur
    SH|St Helena;Saint Helena;St Helena, Ascension and Tristan da Cunha;Ascension Island;\
    Ascension;Tristan da Cunha
    SI|Republic of Slovenia;Slovénie;Slovenija;Slowenien
    SJ|Svalbard;Jan Mayen;Svalbard and Jan Mayen Islands;Spitsbergen
    SK|Slovak Republic;Slovak Rep;Slovaquie;Slovensko;Slowakei
    SL|Republic of Sierra Leone
    SM|Republic of San Marino;Saint-Marin
    SN|Republic of Senegal;Sénégal
    SO|Federal Republic of Somalia;Somali Democratic Republic;Somali Republic;Somalie
    SR|Republic of Suriname;Surinam;Dutch Guiana
    SS|Republic of South Sudan;Southern Sudan;Sudan (South)
    ST|Democratic Republic of Sao Tome and Principe;Sao Tome;São Tomé;São Tomé e Príncipe
    SV|Republic of El Salvador;Salvador
    SX|St Maarten (Dutch);Sint Maarten;St Maarten;Saint Maarten;Sint Maarten (Netherlands);St \
    Martin (Dutch part)
    SY|Syria;Syrian Arab Rep;Syrie;Siria;Syrien
    SZ|Eswatini (formerly Swaziland);Swaziland;Kingdom of Eswatini;Kingdom of Swaziland;eSwatini \
    (Swaziland);Swaziland (Eswatini)
    TC|Turks and Caicos;Turks and Caicos Is;Turks Islands;Caicos Islands
    TD|Republic of Chad;Tchad
    TF|French Southern Terr;French Southern and Antarctic Lands;French Southern Territory;Terres \
    australes françaises;French Southern and Antarctic Territories
    TG|Togolese Republic
    TH|Kingdom of Thailand;Thaïlande;Tailandia;Siam
    TJ|Republic of Tajikistan;Tadjikistan;Tadzhikistan
    TK|Tokelau Islands
    TL|East Timor;Timor-Leste (East Timor);Democratic Republic of Timor-Leste;Timor Leste;Timor \
    Oriental
    TM|Turkmenia;Republic of Turkmenistan
    TN|Republic of Tunisia;Tunisie;Túnez;Tunesien
    TO|Kingdom of Tonga
    TR|Turkey;Republic of Turkey;Republic of Türkiye;Turquie;Turquía;Türkei
    TT|Trinidad;Tobago;Republic of Trinidad and Tobago
    TV|Ellice Islands
    TW|Taiwan;Chinese Taipei;Taiwan (China);Taiwan, China;Taiwan Province of China;Taiwan, \
    Republic of China;Republic of China;Taiwan ROC;Taiwan R O C;Taiwan (Republic of China);\
    Formosa;China (Taiwan);Taipei, Chinese;Separate Customs Territory of Taiwan, Penghu, Kinmen \
    and Matsu
    TZ|Tanzania;United Republic of Tanzania;Tanzanie;Tanganyika
    UA|Ukrainian SSR;Ukrainian Soviet Socialist Republic;Ucrania;Україна;Украина
    UG|Republic of Uganda;Ouganda
    UM|US Minor Outlying Islands;Minor Outlying Islands;United States Outlying Islands;Wake \
    Island;Midway Islands;Johnston Island
    US|United States (US);United States;USA;United States of America;U S A;US of America;United \
    States (USA);États-Unis;Estados Unidos;Estados Unidos de América;Vereinigte Staaten;EE UU;EEUU
    UY|Eastern Republic of Uruguay;Oriental Republic of Uruguay
    UZ|Republic of Uzbekistan;Ouzbékistan;Usbekistan
    VA|Holy See (Vatican City State);Vatican;Vatican City;Holy See;Vatican City State;Holy See \
    (Vatican City);Vatican City (Holy See);Saint-Siège
    VC|St Vincent and the Grenadines;Saint Vincent;St Vincent;Saint Vincent and Grenadines
    VE|Venezuela, RB;Venezuela;Bolivarian Republic of Venezuela;Republic of Venezuela
    VG|Br Virgin Islands;British Virgin Islands;BVI;Virgin Islands (UK);UK Virgin Islands
    VI|US Virgin Islands;United States Virgin Islands;USVI;American Virgin Islands;Virgin Islands \
    (USA);Virgin Islands (United States);Virgin Islands of the United States
    VN|Vietnam;Socialist Republic of Viet Nam;Socialist Republic of Vietnam;Vietnam, Socialist \
    Republic of;Republic of Vietnam
    VU|Republic of Vanuatu;New Hebrides
    WF|Wallis and Futuna Islands;Wallis
    WS|Western Samoa;Independent State of Samoa;Samoa (Western)
    XK|Republic of Kosovo;Kosovo under UNSCR 1244;Kosovo (UNSCR 1244);Kosovo (under UNSCR \
    1244/99);Kosovo under UN Security Council Resolution 1244;Kosovo under United Nations \
    Security Council Resolution 1244;Kosovo (as defined by United Nations Security Council \
    Resolution 1244);United Nations Interim Administration Mission in Kosovo;UNMIK;UNMIK/Kosovo;\
    UN Kosovo;Kosova
    YE|Republic of Yemen;Yémen;Jemen
    YT|Mayotte (France)
    ZA|RSA;R S A;Republic of South Africa;S Africa;Afrique du Sud;Sudáfrica;Südafrika;Union of \
    South Africa
    ZM|Republic of Zambia;Zambie;Northern Rhodesia
    ZW|Republic of Zimbabwe;Rhodesia
    """
}
