"""What a briefing is: frozen records, one declaration for each field."""
