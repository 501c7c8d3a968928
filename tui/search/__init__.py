"""Search in one briefing and in a library of briefings."""
