"""Names of events: meetings, contests, editions."""
