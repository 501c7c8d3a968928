"""Abbreviations: what a full stop after a word says about the end of a sentence."""


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


TITLES = _listed(
    "Mr Mrs Ms Messrs Dr Prof Gen Lt Col Maj Sgt Capt Cmdr Adm Brig Sen Rep Gov Pres Amb Hon Rev "
    "Fr St Ste Mt Ft Sra Srta Mme Mlle Mgr Hr "
    "vs v cf viz eg ie e.g i.e approx ca resp esp incl bzw vgl "
    "проф Проф ген Ген им ул г-н"
)
"""What follows belongs to them: the sentence goes on."""

BEFORE_NUMBERS = _listed(
    "No Nos no nos Nr nr Art art Arts Fig fig Figs Sec sec Para para Ch ch Vol vol p pp Rs "
    "Abs abs Res Eq рис ст стр"
)
"""Abbreviations before a number, and else ordinary words or ends."""

TRAILING = _listed(
    "Inc Ltd Co Corp Bros Jr Sr etc al est dept Dept Ave Blvd Rd "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec "
    "Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun"
)
"""These may end a sentence; as acronyms with stops and initials do, if a new one clearly begins."""

SENTENCE_STARTERS = _listed(
    "A According After Afterwards All Also Although Among An And Another Any As At Because Before "
    "Both But By Despite During Each Earlier Even Every Few Finally First For From Further "
    "Furthermore Given He Hence Her Here His How However I If In Indeed Instead It Its Last Later "
    "Many Meanwhile More Moreover Most Much Neither Nevertheless Next No None Nor Not Nothing Now "
    "Of On Once One Only Or Other Others Our Over Perhaps Recently She Should Since So Some Soon "
    "Still Such Than That The Their Then There Therefore These They This Those Though Through "
    "Throughout Thus To Today Under Until Upon We Were What When Where Whereas Whether Which While "
    "Who Why With Within Without Yes Yesterday Yet You"
)
"""Words that are capitalised because a sentence begins with them, and hardly ever as a name."""

GERMAN_MONTHS = _listed(
    "Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember"
)
"""After an ordinal, which German writes with a stop: `am 5. Mai`."""
