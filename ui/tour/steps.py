"""The steps of the tour, in their order."""

from ui.tour.first_minutes import begin, make_desk, read_the_list
from ui.tour.tour import Step

STEPS: tuple[Step, ...] = (begin, make_desk, read_the_list)
