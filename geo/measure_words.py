"""More or less of a measure in words, for sentences that set one beside another: whole phrases, since each language bends them its own way."""

from geo.messages import mark, say

# More of it, less of it, and the end of the scale that a headline begins with: messages, for `say`.
_PHRASES = {
    "homicide_rate": (
        mark("a higher homicide rate"),
        mark("a lower homicide rate"),
        mark("the highest homicide rate"),
    ),
    "rule_of_law": (
        mark("a higher score for rule of law"),
        mark("a lower score for rule of law"),
        mark("the lowest score for rule of law"),
    ),
    "control_of_corruption": (
        mark("a higher score for control of corruption"),
        mark("a lower score for control of corruption"),
        mark("the lowest score for control of corruption"),
    ),
    "government_effectiveness": (
        mark("a higher score for government effectiveness"),
        mark("a lower score for government effectiveness"),
        mark("the lowest score for government effectiveness"),
    ),
    "political_stability": (
        mark("a higher score for political stability and absence of violence"),
        mark("a lower score for political stability and absence of violence"),
        mark("the lowest score for political stability and absence of violence"),
    ),
    "prison_occupancy_pct": (
        mark("a higher prison occupancy"),
        mark("a lower prison occupancy"),
        mark("the highest prison occupancy"),
    ),
    "prisoners_per_100k": (
        mark("more prisoners per 100,000"),
        mark("fewer prisoners per 100,000"),
        mark("the most prisoners per 100,000"),
    ),
    "police_per_100k": (
        mark("more police per 100,000"),
        mark("fewer police per 100,000"),
        mark("the most police per 100,000"),
    ),
    "private_security_per_100k": (
        mark("more private security guards per 100,000"),
        mark("fewer private security guards per 100,000"),
        mark("the most private security guards per 100,000"),
    ),
    "private_security_companies": (
        mark("more private security companies"),
        mark("fewer private security companies"),
        mark("the most private security companies"),
    ),
    "prosecutors_per_100k": (
        mark("more prosecutors per 100,000"),
        mark("fewer prosecutors per 100,000"),
        mark("the most prosecutors per 100,000"),
    ),
    "judges_per_100k": (
        mark("more judges and magistrates per 100,000"),
        mark("fewer judges and magistrates per 100,000"),
        mark("the most judges and magistrates per 100,000"),
    ),
    "committed": (
        mark("more EU money committed"),
        mark("less EU money committed"),
        mark("the most EU money committed"),
    ),
    "contracted": (
        mark("more EU money contracted"),
        mark("less EU money contracted"),
        mark("the most EU money contracted"),
    ),
}
# What is counted in people or companies: "more police go", "a higher rate goes".
PLURAL = frozenset(
    {
        "prisoners_per_100k", "police_per_100k", "private_security_per_100k", "private_security_companies",
        "prosecutors_per_100k", "judges_per_100k",
    }
)  # fmt: skip
RATES = frozenset({"homicide_rate"})


def say_more(measure_id: str, *, upward: bool = True) -> str:
    """Return more or less of a measure: "a higher homicide rate", "fewer judges". Raises KeyError for an unknown id."""
    more, less, _ = _PHRASES[measure_id]
    return say(more if upward else less)


def say_extreme(measure_id: str) -> str:
    """Return the end of the scale that a headline begins with: "the highest homicide rate". Raises KeyError for an unknown id."""
    return say(_PHRASES[measure_id][2])
