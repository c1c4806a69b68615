"""All text shown to people, one module an area, so that a second language needs only this package."""
