"""Invented rows under the headings of the two public lists of schools."""

FLEMISH_HEADINGS = (
    "schoolnummer;naam;instellingstype;net;intern_vplnummer;hoofdzetel;adres;straat;huisnummer;busnummer;"
    "postcode;gemeente;niscode;provinciecode;provincie;VWO-vestigingsplaatscode;crab-code;crab-huisnr;lx;ly;"
    "kbo-nummer;telefoon;fax;e-mail;website;beheerder(s);soort instelling;onderwijsniveau;begindatum;"
    "einddatum;status erkenning;clb;bestuur;scholengemeenschap;leersteuncentrum;taalstelsel;"
    "ingerichte hoofdstructuren"
)
FRENCH_HEADINGS = (
    "N° FASE de l'établissement;Nom;Numéro BCE;Type d'enseignement;Niveau;Genre;Réseau;Adresse;Code postal;"
    "Localité;Commune;Bassin;Arrondissement;N° FASE de l'implantation;Latitude;Longitude;N° FASE du P.O."
)


def flemish_list(*rows: dict[str, str]) -> bytes:
    """Write a list as the Flemish Department of Education does."""
    return _written(FLEMISH_HEADINGS, rows).encode()


def french_list(*rows: dict[str, str]) -> bytes:
    """Write a list as the French Community does, double mark included."""
    return b"\xef\xbb\xbf\xef\xbb\xbf" + _written(FRENCH_HEADINGS, rows).encode()


def _written(headings: str, rows: tuple[dict[str, str], ...]) -> str:
    names = headings.split(";")
    lines = [";".join(row.get(name, "") for name in names) for row in rows]
    return "\r\n".join([headings, *lines, ""])


LINDE = {
    "schoolnummer": "012345", "naam": "TA De Linde", "net": "Vrij gesubsidieerd", "intern_vplnummer": "01",
    "straat": "Kerkstraat", "huisnummer": "12", "busnummer": "3", "postcode": "9000", "gemeente": "Gent",
    "niscode": "44021", "telefoon": "09 123 45 67", "e-mail": "info@delinde.example",
    "soort instelling": "School", "onderwijsniveau": "Secundair onderwijs", "clb": "Vrij CLB De Brug",
}  # fmt: skip
KADE = LINDE | {
    "schoolnummer": "054321", "naam": "Lyceum De Kade", "intern_vplnummer": "", "postcode": "1000",
    "gemeente": "Brussel", "niscode": "21004", "busnummer": "",
}  # fmt: skip
PRIMARY = KADE | {"schoolnummer": "000777", "naam": "De Kleine Linde", "onderwijsniveau": "Lager onderwijs"}
