"""The steps of the tour, in their order."""

from ui.tour.day import (
    log_a_call,
    log_in_one_line,
    move_on,
    open_noor,
    record_consent,
    record_time_out,
    see_today,
)
from ui.tour.first_minutes import begin, make_desk, read_the_list
from ui.tour.leaving import issue_dossier, lock_and_unlock, make_summary, write_dossier
from ui.tour.screens import open_demo, see_in_dark, see_in_french, see_in_light, see_large
from ui.tour.tour import Step

STORY: tuple[Step, ...] = (
    begin,
    make_desk,
    read_the_list,
    see_today,
    log_in_one_line,
    open_noor,
    log_a_call,
    record_time_out,
    record_consent,
    move_on,
    write_dossier,
    issue_dossier,
    make_summary,
    lock_and_unlock,
)
SCREENS: tuple[Step, ...] = (
    open_demo,
    see_in_light,
    see_in_dark,
    see_in_french,
    see_large,
)
STEPS = STORY + SCREENS
