"""The way back and forward through places."""

from desktop.model import ArticleId
from desktop.ui.article.trail import Spot, Trail

ONE, TWO, THREE, HERE = (Spot(ArticleId(name), place) for name, place in (("a", 0), ("a", 900), ("b", 40), ("c", 7)))


def test_back_leads_through_the_places_that_were_left_and_forward_through_them_again():
    trail = Trail()
    for spot in (ONE, TWO, THREE):
        trail.leave(spot)
    back = [trail.back(HERE), trail.back(THREE), trail.back(TWO), trail.back(ONE)]
    forward = [trail.forward(ONE), trail.forward(TWO), trail.forward(THREE), trail.forward(HERE)]
    assert (back, forward) == ([THREE, TWO, ONE, None], [TWO, THREE, HERE, None])


def test_a_jump_forgets_what_lay_ahead_and_one_place_is_left_once():
    trail = Trail()
    for spot in (ONE, TWO, TWO):
        trail.leave(spot)
    trail.back(HERE)
    trail.leave(THREE)
    assert (trail.behind, trail.ahead) == ([ONE, THREE], [])


def test_an_article_that_is_gone_is_forgotten_and_a_hundred_places_are_enough():
    trail = Trail()
    for at in range(150):
        trail.leave(Spot(ArticleId("ab"[at % 2]), at))
    kept = len(trail.behind)
    trail.keep(lambda article: article != "a")
    assert (kept, {spot.article for spot in trail.behind}) == (100, {"b"})
