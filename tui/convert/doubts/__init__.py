"""Find what may be wrong with a finished outline, each with the place to look at.

The checks look at the tree and the text as they are, not at how they came about, so they hold whatever rules made them.
Harmless things, such as chapters without numbers, are no doubts.
"""
