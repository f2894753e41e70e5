"""Icons as the insides of an SVG of 24 by 24: strokes in the colour of the text, of different shape for each
verdict."""

from __future__ import annotations

ICONS: dict[str, str] = {
    # The four verdicts differ in outline, so that they can be told apart in grey: circle, square, diamond, dashed ring.
    "yes": '<circle cx="12" cy="12" r="10"/><path d="m7 12.5 3.5 3.5L17 9"/>',
    "no": '<rect x="2.5" y="2.5" width="19" height="19" rx="3"/><path d="m8 8 8 8m0-8-8 8"/>',
    "depends": '<path d="M12 1.5 22.5 12 12 22.5 1.5 12Z"/><path d="M9.6 9.4a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.2.9-1.2 1.8'
    'm0 2.6v.2"/>',
    "undetermined": '<circle cx="12" cy="12" r="10" stroke-dasharray="4 3.2"/><path d="M8 12h8"/>',
    "paid": '<path d="m4 12.5 5.2 5.2L20 7"/>',
    "unpaid": '<path d="M6 12h12"/>',
    "warning": '<path d="M12 2.5 23 21.5H1Z"/><path d="M12 9v6m0 2.6v.2"/>',
    "shield": '<path d="M12 2 4 5v6.5c0 5 3.4 8.6 8 10.5 4.6-1.9 8-5.5 8-10.5V5Z"/><path d="m8.5 12 2.6 2.6L16 9.8"/>',
    "tooth": '<path d="M7.5 3C4.8 3 3.5 5.2 3.8 8c.3 2.6 1.4 4 1.9 7 .4 2.6.8 6 2.2 6s1.4-3 2-5c.4-1.4 1.1-2 '
    "2.1-2s1.7.6 2.1 2c.6 2 .6 5 2 5s1.8-3.4 2.2-6c.5-3 1.6-4.4 1.9-7 .3-2.8-1-5-3.7-5-1.8 0-2.9 1-4.5 1S9.3 3 7.5 "
    '3Z"/>',
    "mask": '<path d="M4 9c0-1 1-2 3-2h10c2 0 3 1 3 2v4c0 4-4 6-8 6s-8-2-8-6Z"/><path d="M9 12h6m-6 3h6M12 7V3"/>',
    "coins": '<ellipse cx="12" cy="6" rx="8" ry="3.2"/><path d="M4 6v6c0 1.8 3.6 3.2 8 3.2s8-1.4 8-3.2V6M4 12v6c0 1.8 '
    '3.6 3.2 8 3.2s8-1.4 8-3.2v-6"/>',
    "search": '<circle cx="10.5" cy="10.5" r="7"/><path d="m16 16 6 6"/>',
    "calendar": '<rect x="3" y="4.5" width="18" height="17" rx="2"/><path d="M3 9.5h18M8 2v4m8-4v4"/>',
    "phone": '<path d="M5 2.5h4l2 5-2.5 2a13 13 0 0 0 6 6l2-2.5 5 2v4c0 1.2-1 2-2 2C10.5 20.5 3 13.5 3 4.5c0-1 .8-2 '
    '2-2Z"/>',
    "book": '<path d="M4 4.5C7 3 10 3 12 5c2-2 5-2 8-.5V20c-3-1.5-6-1.5-8 .5-2-2-5-2-8-.5ZM12 5v15.5"/>',
    "clinic": '<path d="M4 21.5V6l8-3.5L20 6v15.5M2 21.5h20M12 8v6m-3-3h6"/>',
    "arrow": '<path d="M5 12h14m-6-6 6 6-6 6"/>',
}
