"""A person's notes and highlights: kept apart from reports, and found again in them by what they quote."""
