"""The conditions a profile may declare: found by key or by words, explained with their sources.

Others use: `catalogue` (which there are), `lookup` (which one some words mean), `meaning` (what one does), `explained`
(what stands behind a cap or reason).
"""
