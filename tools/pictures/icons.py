"""Line icons, 24 by 24, in the colour of the text around them."""

from __future__ import annotations

LINES = {
    "help": "M5 4h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-6l-5 4v-4H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z"
    "M12 14.5C7.5 11.5 8 7.5 10.3 7.5c1 0 1.5.7 1.7 1.3.2-.6.7-1.3 1.7-1.3 2.3 0 2.8 4-1.7 7z",
    "exit": "M13 4H6a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h7M10 12h11M17 8l4 4-4 4",
    "phone": "M6.5 3.5h3l1.5 4.5-2.2 1.6a12 12 0 0 0 5.6 5.6L16 13l4.5 1.5v3a3 3 0 0 1-3.2 3A15.5 15.5 0 0 1 3.5 6.7"
    "a3 3 0 0 1 3-3.2z",
    "home": "M3 11.5L12 4l9 7.5M5.5 9.5V20h13V9.5M10 20v-6h4v6",
    "back": "M20 12H4M10 6l-6 6 6 6",
    "forward": "M4 12h16M14 6l6 6-6 6",
    "check": "M4 12.5l5.5 5.5L20 7",
    "think": "M4 12a8 8 0 1 0 2.5-5.8M4 4v5h5",
    "saved": "M7 19a4.5 4.5 0 0 1-.6-9A6 6 0 0 1 18 9.5 4.8 4.8 0 0 1 17.5 19zM9 13.5l2.3 2.3 4-4.3",
    "saving": "M7 19a4.5 4.5 0 0 1-.6-9A6 6 0 0 1 18 9.5 4.8 4.8 0 0 1 17.5 19zM8.5 14h.01M12 14h.01"
    "M15.5 14h.01",
    "offline": "M9 5.6A6 6 0 0 1 18 9.5a4.8 4.8 0 0 1 2.8 7.7M16.5 19H7a4.5 4.5 0 0 1-.6-9M4 3l17 18",
    "language": "M3 18L7.5 6 12 18M4.5 14h6M14.5 12.5c1-1.5 5.5-1.7 5.5 1.3V18"
    "M20 15c-3-.5-6 0-6 1.7s4.5 2 6-.7",
    "print": "M7 9V3h10v6M7 17H4a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1h16a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-3"
    "M7 14h10v7H7z",
    "people": "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-4 2.7-6 6.5-6s6.5 2 6.5 6"
    "M16 4.5a3.2 3.2 0 0 1 0 6.2M18 14.5c2.3.8 3.5 2.7 3.5 5.5",
    "lesson": "M12 6.5C10 5 7 4.5 3 4.5v14c4 0 7 .5 9 2 2-1.5 5-2 9-2v-14c-4 0-7 .5-9 2zM12 6.5v14",
    "projector": "M3 4h18M4.5 4v11h15V4M12 15v3M8 21l4-3 4 3",
    "close": "M5 5l14 14M19 5L5 19",
    "up": "M12 20V4M6 10l6-6 6 6",
    "down": "M12 4v16M6 14l6 6 6-6",
    "copy": "M9 9h11v11H9zM5 15H4V4h11v1",
    "step_text": "M5 6h14M5 10.5h14M5 15h14M5 19.5h8",
    "step_picture": "M3.5 5h17v14h-17zM3.5 16l5-5 4.5 4.5 3-3 4.5 4M15.5 9.5h.01",
    "step_scene": "M3.5 4h17v11h-9l-4.5 4.5V15H3.5zM8 8h8M8 11.5h5",
    "step_key_message": "M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1.1 5.9L12 16.9l-5.3 2.8 1.1-5.9L3.5 9.7l5.9-.8z",
    "step_decision": "M12 21v-8M12 13L5.5 6.5M12 13l6.5-6.5M5 11V6h5M14 6h5v5",
    "step_talk": "M3.5 4h11v8h-6L5 15v-3H3.5zM17.5 9h3v8H19v3l-3.5-3h-6v-2",
    "step_take_home": "M7 8.5a5 5 0 0 1 10 0M6 8.5h12a2 2 0 0 1 2 2V20H4v-9.5a2 2 0 0 1 2-2zM8.5 20v-6h7v6M8.5 16.5h7",
    "step_exits": "M3 8h8v8H3zM13 8h8v8h-8M5.5 12h3M15.5 12h3",
    "question_single": "M6 10.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM6 19.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM6 7.5h.01M12.5 7.5h8M12.5 16.5h8",
    "question_multiple": "M3 4.5h6v6H3zM3 13.5h6v6H3zM4.5 7.5L5.7 8.7 7.6 6.2M4.5 16.5l1.2 1.2 1.9-2.5M12.5 7.5h8M12.5 16.5h8",
    "question_truefalse": "M2.5 12.5l3.5 3.5L11 9M14.5 9l6.5 6.5M21 9l-6.5 6.5",
    "question_picture": "M3 4h8v8H3zM13.5 4h8v8h-8zM3 10l3-3 3 3M13.5 10l3-3 3 3M5 17.5l1.5 1.5L9 16M15 17.5h5",
    "question_order": "M4 5h2v5M4 10h4M4 14.5h4L4 19.5h4M12 7.5h8.5M12 17h8.5",
    "question_match": "M4.5 9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM4.5 20a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM19.5 9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM19.5 20a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM7 7l10 10M7 17L17 7",
    "question_buckets": "M3 11h7.5v9H3zM13.5 11H21v9h-7.5zM6.7 3v5M4.7 6l2 2 2-2M17.2 3v5M15.2 6l2 2 2-2",
    "speaker": "M4 9.5v5h3.5L13 19V5L7.5 9.5zM16.5 9a4.2 4.2 0 0 1 0 6M19 6a8.5 8.5 0 0 1 0 12",
}


def icons() -> dict[str, str]:
    """Picture id to SVG."""
    start = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" '
        'stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="'
    )
    return {name: f'{start}{lines}"/></svg>\n' for name, lines in LINES.items()}
