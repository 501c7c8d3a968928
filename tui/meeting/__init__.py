"""Meetings: agenda, clock and record, and sessions shared between readers."""
