"""QR codes as SVG."""

import io

import segno


def qr_svg(text: str) -> bytes:
    """The text as a QR code: black on white, whatever the page's colours, with its quiet zone."""
    out = io.BytesIO()
    segno.make(text, error="m", micro=False).save(
        out, kind="svg", border=4, light="white", xmldecl=False, omitsize=True
    )
    return out.getvalue()
