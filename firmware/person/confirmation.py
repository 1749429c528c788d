"""The confirmation of one session: given at the panel, begun by leaving upright, too old after a while, and over."""

NONE = 0  # nobody has confirmed a session
GIVEN = 1  # one may begin
BEGUN = 2  # it has begun and may go further down
GIVEN_EXPIRED = 3  # it was not begun in time: nothing goes down any more
BEGUN_EXPIRED = 4  # it has begun and may only come up


class Confirmation:
    """state is one of the five above. A call that does not fit the state changes nothing."""

    def __init__(self):
        self.state = NONE

    @property
    def stands(self):
        """Whether somebody has confirmed a session that is not over."""
        return self.state != NONE

    @property
    def allows(self):
        """Whether the session may begin or go further down."""
        return self.state == GIVEN or self.state == BEGUN

    @property
    def begun(self):
        """Whether the session has begun: from then on it counts, however it ends."""
        return self.state == BEGUN or self.state == BEGUN_EXPIRED

    def give(self):
        """Somebody at the panel confirms a session."""
        if self.state == NONE:
            self.state = GIVEN

    def begin(self):
        """The table has left upright."""
        if self.state == GIVEN:
            self.state = BEGUN
        elif self.state == GIVEN_EXPIRED:
            self.state = BEGUN_EXPIRED

    def expire(self):
        """It is too old to go further down."""
        if self.state == GIVEN:
            self.state = GIVEN_EXPIRED
        elif self.state == BEGUN:
            self.state = BEGUN_EXPIRED

    def end(self):
        """The session is over, or the confirmation is taken back."""
        self.state = NONE
