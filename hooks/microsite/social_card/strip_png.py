"""PNG files that differ in a strip of rows only: what is around the strip is packed once.

Packing is most of what a picture costs, and Pillow can only pack all of it.
"""

import struct
import zlib

from PIL import Image

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
# Eight bits a pixel, each the place of a color in the palette; no interlacing.
_FORM = (8, 3, 0, 0, 0)
_ZLIB_HEADER = b"\x78\x9c"


class StripPng:
    """A picture with a palette, ready but for its rows from ``top`` to ``bottom``."""

    def __init__(self, frame: Image.Image, *, top: int, bottom: int) -> None:
        above = _rows(frame.crop((0, 0, frame.width, top)))
        self._below = _rows(frame.crop((0, bottom, frame.width, frame.height)))
        self._packed_above = _pack(above, zlib.Z_FULL_FLUSH)
        self._packed_below = _pack(self._below, zlib.Z_FINISH)
        self._sum_above = zlib.adler32(above)
        size = struct.pack(">II5B", frame.width, frame.height, *_FORM)
        colors = bytes(frame.getpalette() or ())
        self._head = _SIGNATURE + _chunk(b"IHDR", size) + _chunk(b"PLTE", colors)

    def fill(self, strip: Image.Image) -> bytes:
        """The file with its strip, a picture of one byte a pixel: the place of its color in the palette."""
        rows = _rows(strip)
        checked = zlib.adler32(self._below, zlib.adler32(rows, self._sum_above))
        # Runs of one color are all that letters on paper have to pack, and the quickest to find.
        packed = _pack(rows, zlib.Z_FULL_FLUSH, zlib.Z_RLE)
        data = b"".join([_ZLIB_HEADER, self._packed_above, packed, self._packed_below, struct.pack(">I", checked)])
        return self._head + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _rows(image: Image.Image) -> bytes:
    """The pixels as a PNG has them: a zero before each row says that they stand there as they are."""
    pixels, width = image.tobytes(), image.width
    return b"".join(b"\0" + pixels[start : start + width] for start in range(0, len(pixels), width))


def _pack(rows: bytes, end: int, strategy: int = zlib.Z_DEFAULT_STRATEGY) -> bytes:
    """Rows packed by themselves, so that other rows may stand beside them."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS, strategy=strategy)
    return packer.compress(rows) + packer.flush(end)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
