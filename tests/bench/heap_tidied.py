"""As heap_program, with a collection once a second."""

from tests.bench import heap_program


def main(board):
    """Run the firmware."""
    heap_program.main(board, tidy=True)
