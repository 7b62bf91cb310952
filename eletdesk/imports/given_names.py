"""First names that are common among young people in Belgium, only to see which part of a name comes first."""

from eletdesk.domain.names import comparable

_NAMES = """
aaliyah aaron abdullah adam adem ahmed aicha alexander alexandre ali alice alina alyssa amber amelie amina
amir amira amy anaelle anais anas andrea anna anouk antoine anton arda arne arno arthur assia axelle aya
ayoub ayse baptiste bart ben bilal bjorn brahim bram brecht brent bruno bryan camille casper cedomir cedric
celine charlotte chiara chloe clara clement cyril daan damien daniel dario david dylan eda efe elena elias
elien elif elisa elise elke ella emilie emily emma emre enzo esra esther ethan eva evan evelien ewout eya
fatima fatma fatoumata febe fien fleur floor flor florian fran frauke gabin gabriel gaetan gilles giulia
glenn guillaume hafsa hamza hanna hannah hannelore hasan helena hind hugo hussein ibrahim ilias imane imran
inaya ine ines iris isaac isabel ismail jack jade jana janne jarne jasmine jasper jef jelle jens jente
jeroen jessica jinte joke jolien jonas jonathan joris jorne jose josephine joshua jules julia julie julien
juliette jutta kaat kamiel kamil kasper kato kawtar kevin khadija khalid kim kobe koen kyara lara lars laura
lauren laurens lea leila lena lennert lenny leon leonie liam lien lies lieselot lila lily lina linde lisa
lise loes loic lola lore lorenz lotte lou louis louisa louise luca lucas lucie luka lukas luna maelle maeva
mamadou manon margaux margot maria mariam marie marion marius maroua martin marwa mateo mathias mathilde
mathis mats matteo matthias mattis maud maxim maxime maya mehdi mehmet mel melissa merel michiel mila milan
mirre mohamed mohammed moussa mustafa naomi nassim nathalie nathan nel nele nicolas niels nina noa noah noe
noemie nolan noor nora nour oceane oliver olivia omar omer oscar ousmane paul pauline pieter pieterjan
quinten rachid rania raphael rayan rayane renaud robbe robin romain romane rosa rose ruben saar sabrina
sacha salma salome sam samira samuel sander sara sarah selin seppe seyma simon sofia sofie sophie soumaya
stan stef sterre steven stijn suzanne sven tess thea theo thibault thibo thijs thomas tibo tibor tijl tim
timo timothy tine tom tristan tuur vic victor victoria viktor vince wannes warre wassim wout xander yana
yanis yara yasmine yassin yassine ylva youssef yusuf zakaria zara zeynep ziggy zita zoe zohra
"""
_COMMON = frozenset(_NAMES.split())


def is_common_given_name(word: str) -> bool:
    """Tell whether a word, or the first half of a double name, is a common first name."""
    return bool(_COMMON.intersection(comparable(word).split()[:1]))
