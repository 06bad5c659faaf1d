"""The deeds of a pitching: `planning` up to the programme and its notices, `hearing` in the hall and after."""

from kinoqor.deciding.pitching.actions.hearing import (
    hand_in as hand_in,
)
from kinoqor.deciding.pitching.actions.hearing import (
    note_came as note_came,
)
from kinoqor.deciding.pitching.actions.hearing import (
    open_sheets as open_sheets,
)
from kinoqor.deciding.pitching.actions.hearing import (
    show_out as show_out,
)
from kinoqor.deciding.pitching.actions.hearing import (
    write_sheet as write_sheet,
)
from kinoqor.deciding.pitching.actions.planning import (
    cancel as cancel,
)
from kinoqor.deciding.pitching.actions.planning import (
    declare_away as declare_away,
)
from kinoqor.deciding.pitching.actions.planning import (
    log_contact as log_contact,
)
from kinoqor.deciding.pitching.actions.planning import (
    move as move,
)
from kinoqor.deciding.pitching.actions.planning import (
    plan_programme as plan_programme,
)
from kinoqor.deciding.pitching.actions.planning import (
    prepare as prepare,
)
from kinoqor.deciding.pitching.actions.planning import (
    publish as publish,
)
from kinoqor.deciding.pitching.actions.planning import (
    remind as remind,
)
from kinoqor.deciding.pitching.actions.planning import (
    set_days as set_days,
)
from kinoqor.deciding.pitching.actions.planning import (
    take_back as take_back,
)
