"""The laptop tool of Bascule: package and command `bascule`. Importing it makes `firmware` and `hal` importable."""

from bascule.table_files import on_path

on_path()
