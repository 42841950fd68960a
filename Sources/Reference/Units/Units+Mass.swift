extension Units {
  /// Units of mass by size, in kilograms.
  ///
  /// A line is read as `parse` says; what the sources stand for is in `sourceTable`.
  /// A bare `gr` is a gram and not a grain, a bare `ct` a carat, and a bare `tael` or `picul` that of
  /// Hong Kong. A bare `libra` or hundredweight is left out: it differs from country to country.
  static let massTable = """
    ng|nanogram|nanograms||0.000000000001|SI|
    µg|microgram|micrograms|MC|0.000000001|SI|ug;mcg;mcgs;mikrogramm;microgramme;microgrammes;\
    microgramos
    mg|milligram|milligrams|MGM|0.000001|SI|mgs;mgr;mgrs;mgm;mgms;milligramme;milligrammes;\
    milligramm;miligramo;miligramos;miligram;miligrams
    cg|centigram|centigrams|CGM|0.00001|SI|centigramme;centigrammes
    grain|grain|grains|GRN|0.00006479891|pound|
    dg|decigram|decigrams|DG|0.0001|SI|decigramme;decigrammes
    ratti|ratti|rattis||0.00012149795625|tola|
    ct|metric carat|metric carats|CTM|0.0002|carat|carat;carats;cts;quilate;quilates;quilates \
    métricos;quilate métrico
    masha|masha|mashas||0.00097198365|tola|
    g|gram|grams|GRM|0.001|SI|gr;grs;gm;gms;gs;gramme;grammes;gramm;grammi;gramo;gramos;grama;\
    gramas;грамм;г;克
    s ap|apothecaries' scruple|apothecaries' scruples|SCR*|0.0012959782|apothecaries|scruple;\
    scruples
    dwt|pennyweight|pennyweights|DWT|0.00155517384|troy|
    dr|avoirdupois dram|avoirdupois drams|DRI|0.0017718451953125|pound|dram (avoirdupois);drams \
    (avoirdupois)
    momme|momme|mommes||0.00375|japan|
    don|don|dons||0.00375|korea|
    dr ap|apothecaries' dram|apothecaries' drams|DRA|0.0038879346|apothecaries|drachm;drachms
    qian|Chinese qian|Chinese qian||0.005|china|mace (china);市钱
    dag|decagram|decagrams|DJ|0.01|SI|decagramme;decagrammes;dekagram;dekagrams;dekagramm;dkg
    tola|tola|tolas||0.0116638038|tola|
    tical|tical|ticals||0.01632932532|viss|kyattha;kyat (weight)
    oz|ounce|ounces|ONZ|0.028349523125|ounce|ozs;oz av;ounce (avoirdupois);ounces (avoirdupois);\
    avoirdupois ounce;avoirdupois ounces;onza;onzas
    oz t|troy ounce|troy ounces|APZ|0.0311034768|troy|ozt;oz tr;t oz;toz;tr oz;ounce (troy);\
    ounces (troy);fine ounce;fine ounces;ounces troy;ounce troy
    Taiwan liang|Taiwan liang|Taiwan liang||0.0375|taiwan|taiwanese liang;liang (taiwan);tael \
    (taiwan);taels (taiwan);台兩
    HK tael|Hong Kong tael|Hong Kong taels||0.03779936375|hongkong|tael;taels;tael (hong kong);\
    taels (hong kong);leung
    liang|Chinese liang|Chinese liang||0.05|china|liangs;tael (china);taels (china);市两;两
    chittack|chittack|chittacks||0.058319019|tola|chhatank;chhataks
    hg|hectogram|hectograms|HGM|0.1|SI|hectogramme;hectogrammes;etto;etti
    100 g|hundred grams|hundreds of grams||0.1|definition|100 gram;100 grams;100g;100 gm;100 gms
    block of 350 g|block of 350 g|blocks of 350 g||0.35|named|block (350gr);block (350 gr);block \
    (350g);block (350 g)
    lb t|troy pound|troy pounds|LBT|0.3732417216|troy|pound (troy);pounds (troy)
    funt|funt|funts||0.40951241|russia|russian pound;russian pounds;фунт
    lb|pound|pounds|LBR|0.45359237|pound|lbs;lb av;pnd;avoirdupois pound;avoirdupois pounds;pound \
    (avoirdupois);pounds (avoirdupois);pound mass;lbm;libra inglesa
    metric pound|metric pound|metric pounds|M86|0.5|metric|pfund;livre (metric)
    jin|Chinese jin|Chinese jin||0.5|china|jins;catty (china);catties (china);市斤;斤
    kin|kin|kins||0.6|japan|
    Taiwan jin|Taiwan jin|Taiwan jin||0.6|taiwan|taiwanese jin;jin (taiwan);catty (taiwan);\
    catties (taiwan);台斤
    geun|geun|geuns||0.6|korea|
    catty|Hong Kong catty|Hong Kong catties||0.60478982|hongkong|catties;kan (hong kong);catty \
    (hong kong);catties (hong kong);kati;司馬斤
    seer|seer|seers||0.933104304|tola|sihr
    kg|kilogram|kilograms|KGM|1|SI|kgs;kgr;kgrs;kilo;kilos;kilogr;kilogramme;kilogrammes;\
    kilogramm;kilogrammi;chilogrammo;chilogrammi;kilogramo;kilogramos;quilo;quilos;quilograma;\
    quilogramas;кг;килограмм;公斤;千克;k g;kg net;kgn;net kg;net kilogram;net kilograms;kg (net);\
    kilogram net;kilograms (kg);kilogram (kg);kilogramme (kg)
    viss|viss|viss||1.632932532|viss|peiktha;viss (kg)
    kan|kan|kans||3.75|japan|kanme
    gwan|gwan|gwans||3.75|korea|
    st (stone)|stone|stone|STI|6.35029318|pound|stones
    lb quarter (US)|US quarter of a hundredweight|US quarters of a hundredweight||11.33980925|\
    pound|
    quarter (UK)|UK quarter of a hundredweight|UK quarters of a hundredweight|QTR|12.70058636|\
    pound|
    arroba (Brazil)|Brazilian arroba|Brazilian arrobas||15|brazil|
    pood|pood|poods||16.3804964|russia|pud;pouds;пуд
    maund|maund|maunds||37.32417216|tola|
    US cwt|US hundredweight|US hundredweights|CWA|45.359237|pound|short hundredweight;short \
    hundredweights;cental;centals;hundred pound;hundred pounds;hundredweight (US);hundredweights \
    (US)
    zentner|German zentner|German zentners||50|metric|
    dan|Chinese dan|Chinese dan||50|china|picul (china);piculs (china);市担
    UK cwt|UK hundredweight|UK hundredweights|CWI|50.80234544|pound|long hundredweight;long \
    hundredweights;imperial hundredweight;hundredweight (UK);hundredweights (UK)
    picul|Hong Kong picul|Hong Kong piculs||60.478982|hongkong|piculs;picul (hong kong);piculs \
    (hong kong)
    q|quintal|quintals|DTN|100|quintal|metric quintal;metric quintals;decitonne;decitonnes;\
    quintal métrico;quintales
    berkovets|berkovets|berkovets||163.804964|russia|
    short ton|short ton|short tons|STN*|907.18474|pound|us ton;us tons;ton (US);tons (US);ton, US;\
    ton (short);tons (short);net ton;net tons;short ton (US)
    t|tonne|tonnes|TNE|1000|tonne|ton;tons;mt;mts;metric ton;metric tons;metric tonne;metric \
    tonnes;m ton;m. ton;m tons;m. tons;megagram;megagrams;1000 kg;1,000 kg;tonelada;toneladas;\
    tonelada métrica;toneladas métricas;tonnellata;tonnellate;tm;tne.;tonne (metric);tonnes \
    (metric);ton (metric);tons (metric);tonne métrique;тонна;тонн;т;吨
    long ton|long ton|long tons|LTN|1016.0469088|pound|uk ton;uk tons;imperial ton;imperial tons;\
    ton (UK);tons (UK);ton (long);tons (long);gross ton (weight);long ton (UK)
    kt|kilotonne|kilotonnes|KTN|1000000|tonne|kiloton;kilotons
    megatonne|megatonne|megatonnes||1000000000|tonne|megaton;megatons
    """
}
