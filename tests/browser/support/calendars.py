"""Reads calendar files with the package icalendar, and prints what it understood as JSON: for each path a list of
events with their times as ISO 8601 and the minutes from the reminder to the beginning."""

import json
import sys
from datetime import datetime, time, timezone

from icalendar import Calendar


KNOWN = {"UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "URL", "TRANSP"}


def start(moment):
    """A day begins at midnight, wherever one is; a moment has its zone."""
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time(), timezone.utc)


def read_event(event):
    begin, end = event.decoded("DTSTART"), event.decoded("DTEND", None)
    return {
        "uid": str(event["UID"]),
        "stamp": event.decoded("DTSTAMP").isoformat(),
        "begin": begin.isoformat(),
        "end": end and end.isoformat(),
        "summary": str(event["SUMMARY"]),
        "description": str(event["DESCRIPTION"]),
        "url": str(event["URL"]),
        "sequence": int(event["SEQUENCE"]),
        "other": sorted(set(event) - KNOWN),
        "reminders": [
            {
                "minutes": -alarm.decoded("TRIGGER").total_seconds() / 60,
                "action": str(alarm["ACTION"]),
                "text": str(alarm["DESCRIPTION"]),
            }
            for alarm in event.walk("VALARM")
        ],
    }


def read(path):
    with open(path, "rb") as file:
        bytes_ = file.read()
    calendar = Calendar.from_ical(bytes_)
    broken = [f"{name}: {problem}" for part in calendar.walk() for name, problem in part.errors]
    lines = bytes_.split(b"\r\n")
    return {
        "name": str(calendar["X-WR-CALNAME"]),
        "version": str(calendar["VERSION"]),
        "producer": str(calendar["PRODID"]),
        "broken": broken,
        "long": [line.decode() for line in lines if len(line) > 75],
        "bare": bytes_.replace(b"\r\n", b"").count(b"\n") + bytes_.replace(b"\r\n", b"").count(b"\r"),
        "parts": [part.name for part in calendar.walk()],
        "events": [read_event(event) for event in calendar.walk("VEVENT")],
    }


print(json.dumps({path: read(path) for path in sys.argv[1:]}))
