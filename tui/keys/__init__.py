"""Keys: what they are called, what they do, and what a person has changed about them. Knows nothing of the screen."""
