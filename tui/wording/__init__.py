"""The wording of reports: sentences beside each other, counterparts, new terms, concordances."""
