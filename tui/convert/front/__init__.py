"""One module a statement of the front matter: title, speaker, organisation, years; and what the file's name says."""
