"""Links between a target and a figure that may tell of the same, in the next report or in the same one."""
