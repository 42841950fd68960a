extension Units {
  /// Kinds of things counted, each with its multiples by size, in things.
  ///
  /// A line is read as `parse` says. Kinds are kept apart even where a text would mix them (tablets,
  /// pills and capsules), because nothing tells how many of one are how many of the other; what is
  /// one kind here is so because the words mean the same thing. A package holds nobody knows how
  /// many of anything, so that packs, boxes and bottles are counted as what they are.
  static let countTable = """
    # items
    items|item|items||1|definition|
    # pieces
    pieces|piece|pieces|H87|1|definition|pc;pcs;pce;pces;piece(s);unit;units;unit(s);u;un;uns;uni;\
    unid;unids;unidad;unidades;unidade;unité;unités;ud;uds;each;ea;c62;one;no;nos;nr;nrs;nb;nbr;\
    num;number;numbers;number of items;number of units;number of pieces;number of articles;nar;\
    nmb;article;articles;p/st;stück;stk;stuks;pièce;pièces;pieza;piezas;pz;pzs;pza;pzas;peça;\
    peças;pezzo;pezzi;adet;sztuk;sztuki;szt;ks;шт;штук;штука;штуки;个;件;count
    ten|ten pieces|tens of pieces|TP|10|definition|tens;ten of units;10u
    dozen|dozen|dozens|DZN|12|definition|doz;dz;dozen pieces;dpc;dozen of units;12u
    score|score|scores|SCO|20|definition|
    hundred|hundred pieces|hundreds of pieces|CEN|100|definition|hundreds;hundred of units;\
    hundred units;hundred of pieces;hc;100 p/st;100u;100 pcs;hundred (units)
    gross|gross|gross|GRO|144|definition|grosses
    thousand|thousand pieces|thousands of pieces|MIL|1000|definition|thousands;thousand of units;\
    thousand units;thousand of pieces;t3;1000 p/st;1000u;1000 u;1000 pcs;1000 units;thousand \
    (units);thds;millar;millares;milheiro
    great gross|great gross|great gross|GGR|1728|definition|
    lakh|lakh|lakhs||100000|definition|lac;lacs
    million|million pieces|millions of pieces|MIO|1000000|definition|millions;million of units;\
    million units;million of pieces;mln;1000000u
    crore|crore|crores||10000000|definition|
    # pairs
    pairs|pair|pairs|PR|1|definition|pair(s);prs;2u;pa;number of pairs;par;pares;paire;paires;\
    paia;paar;пар;пара;双
    ten pairs|ten pairs|tens of pairs|TPR|10|definition|
    dozen pairs|dozen pairs|dozens of pairs|DPR|12|definition|dozen of pairs
    hundred pairs|hundred pairs|hundreds of pairs||100|definition|hundred of pairs
    thousand pairs|thousand pairs|thousands of pairs||1000|definition|thousand of pairs
    # sets
    sets|set|sets|SET|1|definition|set(s);nst;number of sets;juego;juegos;jeu;jeux;套
    # kits
    kits|kit|kits|KT*|1|definition|kit(s)
    # tablets
    tablets|tablet|tablets|U2|1|definition|tablet(s);tab;tabs;tbl;tbls;tblt;tabl;tableta;tabletas;\
    tablette;tabletten;comprimé;comprimés;comprimido;comprimidos;comp;compressa;compresse;\
    таблетка;таблетки;таблеток
    hundred tablets|hundred tablets|hundreds of tablets||100|definition|hundred of tablets
    thousand tablets|thousand tablets|thousands of tablets||1000|definition|thousand of tablets;\
    1000 tablets;thousand tabs
    million tablets|million tablets|millions of tablets||1000000|definition|million of tablets
    # pills
    pills|pill|pills||1|definition|pill(s);pilule;pilules;píldora;píldoras;pastilla;pastillas
    thousand pills|thousand pills|thousands of pills||1000|definition|thousand of pills;1000 pills
    # capsules
    capsules|capsule|capsules|XAV|1|definition|capsule(s);cap;caps;cápsula;cápsulas;gélule;\
    gélules;kapsel;kapseln;капсула;капсул
    thousand capsules|thousand capsules|thousands of capsules||1000|definition|thousand of \
    capsules;1000 capsules
    # lozenges
    lozenges|lozenge|lozenges||1|definition|
    # suppositories
    suppositories|suppository|suppositories||1|definition|
    # doses
    doses|dose|doses|E27|1|definition|dose(s);dosage unit;dosage units;dosage;dosages;du;dosis;\
    dosi
    hundred doses|hundred doses|hundreds of doses||100|definition|hundred of doses
    thousand doses|thousand doses|thousands of doses||1000|definition|thousand of doses;1000 doses
    million doses|million doses|millions of doses||1000000|definition|million of doses
    # ampoules
    ampoules|ampoule|ampoules|XAM|1|definition|ampoule(s);ampule;ampules;ampul;ampuls;amp;amps;\
    ampolla;ampollas;ampola;ampolas;ampulle;ampullen;ампула;ампул
    thousand ampoules|thousand ampoules|thousands of ampoules||1000|definition|thousand of \
    ampoules
    # vials
    vials|vial|vials|XVI|1|definition|vial(s);phial;phials
    # injections
    injections|injection|injections||1|definition|injection(s);inj;injs;inyección;inyecciones
    # syringes
    syringes|syringe|syringes|SYR|1|definition|syringe(s);jeringa;jeringas;seringue;seringues
    # patches
    patches|patch|patches||1|definition|
    # inhalers
    inhalers|inhaler|inhalers||1|definition|
    # international units
    international units|international unit|international units|NIU|1|definition|IU;number of \
    international units;i.u
    # drops
    drops|drop|drops||1|definition|
    # blisters
    blisters|blister|blisters||1|definition|blister(s);blister pack;blister packs;blister strip;\
    blister strips
    # strips
    strips|strip|strips|SR|1|definition|strip(s)
    # sachets
    sachets|sachet|sachets|XSH|1|definition|sachet(s);sobre;sobres
    # wraps
    wraps|wrap|wraps||1|definition|wrap(s)
    # papers
    papers|paper|papers||1|definition|paper (1/10 gm);paper (1/10 g);paper(s)
    # blotters
    blotters|blotter|blotters||1|definition|blotter(s);blotting paper;blotting papers;blotter \
    paper;blotter papers
    # stamps
    stamps|stamp|stamps||1|definition|stamp(s)
    # trips
    trips|trip|trips||1|definition|trip(s)
    # marks
    marks|mark|marks||1|definition|mark(s)
    # hits
    hits|hit|hits||1|definition|hit(s)
    # barettes
    barettes|barette|barettes||1|definition|barrette;barrettes;barette(s)
    # joints
    joints|joint|joints||1|definition|joint(s);reefer;reefers
    # sticks
    sticks|stick|sticks|STK*|1|definition|stick(s);cigarette;cigarettes;cigarette(s);cig;cigs;\
    cigarette stick;cigarette sticks;cigarrillo;cigarrillos;cigarro;cigarros;zigarette;zigaretten;\
    sigaretta;sigarette;papierosy;сигарета;сигарет;支
    hundred sticks|hundred sticks|hundreds of sticks||100|definition|hundred of sticks;hundred \
    cigarettes;hundred of cigarettes
    thousand sticks|thousand sticks|thousands of sticks|E12|1000|definition|thousand of sticks;\
    1000 sticks;thousand cigarettes;thousand of cigarettes;thousands of cigarettes;1000 \
    cigarettes;mille cigarettes;m sticks
    million sticks|million sticks|millions of sticks||1000000|definition|million of sticks;\
    million cigarettes;million of cigarettes;millions of cigarettes;mio sticks
    # cigars
    cigars|cigar|cigars||1|definition|cigar(s);cigarillo;cigarillos
    # packs
    packs|pack|packs|NMP|1|definition|pack(s);packet;packets;packet(s);pkt;pkts;xpa;number of \
    packs;paquet;paquets;paquete;paquetes;пачка;пачек;包
    # cartons
    cartons|carton|cartons|XCT|1|definition|carton(s);ctn;ctns;crtn;crtns;cartón;cartones;\
    cartouche;cartouches
    # master cases
    master cases|master case|master cases||1|definition|mastercase;mastercases;master carton;\
    master cartons
    # boxes
    boxes|box|boxes|XBX|1|definition|box(es);bxs;caja;cajas;caixa;caixas;boîte;boîtes;箱
    # cases
    cases|case|cases|XCS|1|definition|case(s)
    # crates
    crates|crate|crates|XCR|1|definition|crate(s)
    # packages
    packages|package|packages|XPK|1|definition|package(s);pkg;pkgs;pkge;pkges;colis;bulto;bultos
    # parcels
    parcels|parcel|parcels|XPC|1|definition|parcel(s);postal parcel;postal parcels
    # letters
    letters|letter|letters||1|definition|letter(s)
    # envelopes
    envelopes|envelope|envelopes|XEN|1|definition|envelope(s)
    # bags
    bags|bag|bags|XBG|1|definition|bag(s);bolsa;bolsas
    # sacks
    sacks|sack|sacks|XSA|1|definition|sack(s);saco;sacos
    # suitcases
    suitcases|suitcase|suitcases|XSU*|1|definition|suitcase(s)
    # bundles
    bundles|bundle|bundles|XBE|1|definition|bundle(s);bdl;bdls
    # bales
    bales|bale|bales|XBL|1|definition|bale(s);fardo;fardos
    # bricks
    bricks|brick|bricks||1|definition|brick(s);ladrillo;ladrillos
    # blocks
    blocks|block|blocks|XOK|1|definition|block(s)
    # bars
    bars|bar|bars|XBR|1|definition|bar(s);barra;barras
    # ingots
    ingots|ingot|ingots|XIN|1|definition|ingot(s)
    # balls
    balls|ball|balls|AA|1|definition|ball(s)
    # bottles
    bottles|bottle|bottles|XBO|1|definition|bottle(s);btl;btls;botella;botellas;garrafa;garrafas;\
    bouteille;bouteilles;flasche;flaschen
    # flacons
    flacons|flacon|flacons||1|definition|flacon(s);flask;flasks;frasco;frascos;флакон;флаконов
    # cans
    cans|can|cans|XCX|1|definition|can(s);lata;latas;tin;tins
    # jars
    jars|jar|jars|XJR|1|definition|jar(s)
    # jerrycans
    jerrycans|jerrycan|jerrycans|XJC|1|definition|jerrycan(s);jerry can;jerry cans;jerican;\
    jericans
    # drums
    drums|drum|drums|XDR*|1|definition|drum(s)
    # tubes
    tubes|tube|tubes|XTU|1|definition|tube(s)
    # containers
    containers|container|containers|XCN|1|definition|container(s);ctr;ctrs
    # pallets
    pallets|pallet|pallets|XPX|1|definition|pallet(s);plt;plts
    # cylinders
    cylinders|cylinder|cylinders|XCY|1|definition|cylinder(s);cyl;cyls;gas cylinder;gas cylinders
    # canisters
    canisters|canister|canisters|XCI|1|definition|canister(s)
    # rolls
    rolls|roll|rolls|XRO|1|definition|roll(s);rollo;rollos;rouleau;rouleaux
    # reels
    reels|reel|reels|XRL|1|definition|reel(s)
    # sheets
    sheets|sheet|sheets|XST|1|definition|sheet(s);leaf;leaves;lef;hoja;hojas;feuille;feuilles
    quire|quire|quires|QR|25|recommendation|
    ream|ream|reams|RM*|500|recommendation|
    # plants
    plants|plant|plants||1|definition|plant(s);planta;plantas;plante;plantes
    thousand plants|thousand plants|thousands of plants||1000|definition|thousand of plants
    million plants|million plants|millions of plants||1000000|definition|million of plants
    # seedlings
    seedlings|seedling|seedlings||1|definition|seedling(s);sapling;saplings
    # bushes
    bushes|bush|bushes||1|definition|bush(es);shrub;shrubs
    # trees
    trees|tree|trees||1|definition|tree(s)
    # seeds
    seeds|seed|seeds||1|definition|seed(s);semilla;semillas;graine;graines
    # stems
    stems|stem|stems||1|definition|stem(s);cut flower;cut flowers
    # roots
    roots|root|roots||1|definition|root(s)
    # logs
    logs|log|logs|XLG|1|definition|log(s)
    # flowers
    flowers|flower|flowers||1|definition|flower(s)
    # heads
    heads|head|heads|HEA|1|definition|head(s);hd;head of cattle;cabeza;cabezas
    # animals
    animals|animal|animals||1|definition|animal(s);live animal;live animals;individual;\
    individuals;animaux;animales
    # specimens
    specimens|specimen|specimens||1|definition|number of specimens;specimen(s)
    # bodies
    bodies|body|bodies||1|definition|carcass;carcasses;carcase;carcases
    # skins
    skins|skin|skins||1|definition|skin(s);hide;hides;pelt;pelts;piel;pieles
    # tusks
    tusks|tusk|tusks||1|definition|tusk(s)
    # horns
    horns|horn|horns||1|definition|horn(s)
    # teeth
    teeth|tooth|teeth||1|definition|
    # claws
    claws|claw|claws||1|definition|claw(s)
    # feathers
    feathers|feather|feathers||1|definition|feather(s)
    # scales
    scales|scale|scales||1|definition|scale(s)
    # shells
    shells|shell|shells||1|definition|shell(s)
    # eggs
    eggs|egg|eggs||1|definition|egg(s)
    # fins
    fins|fin|fins||1|definition|fin(s)
    # cartridges
    cartridges|cartridge|cartridges|XCQ|1|definition|cartridge(s);round;rounds;round(s);round of \
    ammunition;rounds of ammunition;bullet;bullets
    # magazines
    magazines|magazine|magazines||1|definition|magazine(s)
    # weapons
    weapons|weapon|weapons||1|definition|weapon(s);firearm;firearms;gun;guns;arma;armas;arme;armes
    # vehicles
    vehicles|vehicle|vehicles|XVN|1|definition|vehicle(s)
    # banknotes
    banknotes|banknote|banknotes||1|definition|banknote(s);bank note;bank notes;bill;bills;note;\
    notes
    # coins
    coins|coin|coins||1|definition|coin(s)
    # documents
    documents|document|documents||1|definition|document(s)
    # cards
    cards|card|cards||1|definition|card(s)
    # tyres
    tyres|tyre|tyres|E23|1|definition|tyre(s);tire;tires
    # books
    books|book|books|D63|1|definition|book(s)
    # phones
    phones|phone|phones||1|definition|mobile phone;mobile phones;telephone;telephones;cell phone;\
    cell phones
    # labels
    labels|label|labels||1|definition|label(s)
    # discs
    discs|disc|discs||1|definition|disc(s);disk;disks
    # shipments
    shipments|shipment|shipments||1|definition|shipment(s)
    # lots
    lots|lot|lots|LO|1|definition|lot(s);lote;lotes
    # portions
    portions|portion|portions|PTN|1|definition|portion(s)
    # events
    events|event|events||1|definition|event(s)
    # other things
    other things|other thing|other things||1|other|other;others;otro;otros;autre;autres
    """
}
