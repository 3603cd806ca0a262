"""Small drawings beside words; they carry nothing that the words don't say."""

from django.utils.safestring import SafeString, mark_safe

#: lines in a square of 24 by 24, drawn in the colour of the text
_DRAWINGS = {
    "letter": '<path d="M3 6h18v13H3z"/><path d="m3 7 9 7 9-7"/>',
    "payslip": '<path d="M6 3h12v18l-3-2-3 2-3-2-3 2z"/><path d="M9 8h6M9 12h6"/>',
    "home": '<path d="M4 11 12 4l8 7"/><path d="M6 10v10h12V10"/><path d="M10 20v-6h4v6"/>',
    "clock": '<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/>',
    "lock": '<path d="M5 11h14v9H5z"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>',
    "calendar": '<path d="M4 6h16v14H4z"/><path d="M4 10h16M8 3v4M16 3v4"/>',
    "curve": '<path d="M4 4v16h16"/><path d="m7 15 4-4 3 2 5-6"/>',
    "back": '<path d="M19 6H9a5 5 0 0 0 0 10h10"/><path d="m15 12 4 4-4 4"/>',
    "gift": '<path d="M4 11h16v9H4zM3 7h18v4H3zM12 7v13"/><path d="M12 7c-5 0-5-5-2-5 2 0 2 3 2 5'
    'zm0 0c5 0 5-5 2-5-2 0-2 3-2 5z"/>',
    "tasks": '<path d="m4 6 1.5 1.5L8 5M4 12l1.5 1.5L8 11M4 18l1.5 1.5L8 17"/>'
    '<path d="M11 6h9M11 12h9M11 18h9"/>',
    "person": '<circle cx="12" cy="8" r="4"/><path d="M4 21c0-5 4-7 8-7s8 2 8 7"/>',
    "question": '<circle cx="12" cy="12" r="9"/><path d="M9.5 9.5a2.5 2.5 0 1 1 3.5 2.3'
    'c-.7.3-1 .8-1 1.7"/><path d="M12 17v.01"/>',
    "paper": '<path d="M6 3h8l4 4v14H6z"/><path d="M14 3v4h4M9 12h6M9 16h6"/>',
    "share": '<path d="M12 15V4M8 8l4-4 4 4"/><path d="M5 13v7h14v-7"/>',
    "change": '<path d="M5 19h4L19 9l-4-4L5 15z"/><path d="m13 7 4 4"/>',
    "plus": '<path d="M12 5v14M5 12h14"/>',
}


def icon(name: str) -> SafeString:
    """The drawing ``name``; hidden from who can't see it, for the words stand beside it."""
    return mark_safe(  # noqa: S308 -- our own drawings, nothing that anybody typed
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">'
        f"{_DRAWINGS[name]}</svg>"
    )
