"""Screens: the main one, a layout that holds a controller for each thing a reader does, and the dialogs over it."""
