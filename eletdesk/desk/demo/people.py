"""Names and sentences for the demo desk; nobody in it exists."""

FIRST_NAMES = (
    ("female", "Noor"), ("male", "Ilyas"), ("male", "Mathis"), ("female", "Amina"), ("male", "Jef"),
    ("female", "Lotte"), ("male", "Rayan"), ("female", "Sofia"), ("other", "Yentl"), ("male", "Bilal"),
    ("female", "Chloé"), ("male", "Seppe"), ("female", "Zeynep"), ("male", "Łukasz"), ("female", "Fatoumata"),
    ("male", "Thibault"), ("female", "Ylva"), ("male", "Hamza"), ("female", "Maëlle"), ("male", "Brecht"),
    ("female", "Salma"), ("male", "Nguyên"), ("female", "Élodie"), ("male", "Emre"), ("female", "Joke"),
    ("male", "Wout"), ("female", "Inaya"), ("male", "Dimitri"), ("female", "Hanne"), ("male", "Adam"),
    ("female", "Nisrine"), ("male", "Stan"), ("female", "Léa"), ("male", "Kobe"), ("female", "Aya"),
    ("male", "Viktor"), ("female", "Şeyma"), ("male", "Milan"), ("female", "Rosalie"), ("male", "Yassin"),
)  # fmt: skip

LAST_NAMES = (
    "Verlinden", "Bensalem", "Lambert", "Diallo", "Claes", "Wouters", "El Idrissi", "Ionescu",
    "De Smet", "Aydın",
    "Mertens", "Peeters", "Öztürk", "Nowak", "Van den Broeck", "N'Diaye", "Janssens", "Đorđević",
    "Maes", "Haddad",
    "Vermeulen", "Dubois", "Trần", "Papadopoulos", "Van Hoof", "Willems", "Charlier",
)  # fmt: skip

SCHOOLS = ("TA De Linde", "Lyceum De Kade", "Atheneum Kanaalzone", "Instituut De Valk", "VTI Sint-Jozef")

STUDIES = (
    ("4de jaar", "Voeding", "labour_market"), ("5de jaar", "Logistiek", "labour_market"),
    ("3de jaar", "Mechanica", "dual"), ("6de jaar", "Zorg", "labour_market"),
    ("4de jaar", "Hout", "labour_market"),
    ("5de jaar", "Humane wetenschappen", "transfer"), ("2A", "", "none"),
    ("4de jaar", "Elektrotechnieken", "dual"),
)  # fmt: skip

NOTES = (
    "Vertelt dat de voormiddagen beter lukken. Wil woensdag proefdraaien bij de bakkerij.",
    "Conflict met de leerkracht praktijk besproken. Zegt zelf wat helpt: vooraf weten wat er komt.",
    "Stage besproken, ziet het zitten als ze niet meteen in de grote groep moet.",
    "Slaapt slecht, gsm blijft aan tot laat. We proberen de lader buiten de kamer.",
    "Goede week. Vier van de vijf voormiddagen aanwezig.",
    "Opgelucht dat er een plan is. Vraagt om woensdag opnieuw te bellen.",
    "Vandaag weinig gezegd. Gewandeld langs het kanaal, afspraak voor volgende week.",
    "Rooster bekeken met de leerlingenbegeleider: drie vakken eerst, de rest na de vakantie.",
)

TASKS = (
    "Stageplek bellen: bakkerij Het Graan", "Toestemming ouder laten tekenen", "Stagebezoek voorbereiden",
    "Verslag time-out naar leerlingenbegeleider", "Mama terugbellen", "Rondetafel plannen",
)  # fmt: skip
GOALS = (
    ("Vier van de vijf voormiddagen aanwezig.", "school"),
    ("Eén beroep verkennen met een proefdag.", "future"),
)
"""The words of the pathway, and the domain of life of each."""

DOMAINS = ("school", "future", "family", "friends", "leisure", "feeling", "agreements")

CARE = (
    ("phase_0", "school", "klastitularis", "Gesprek met de klas over aanwezig zijn", "Hielp even.", 180),
    ("phase_1", "school", "leerlingenbegeleiding", "Volgkaart en elke week een gesprek",
     "Twee weken beter, daarna niet meer.", 120),
    ("phase_2", "clb", "An Declercq, CLB De Brug", "Gesprekken met jongere en ouders",
     "De vraag is nu van iedereen.", 50),
)  # fmt: skip
"""Phase, who, by whom, what, effect, and how many days before the pathway."""
