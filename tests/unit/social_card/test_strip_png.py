"""A picture whose frame was packed once: any reader sees the frame and the strip, pixel for pixel."""

from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from microsite.social_card.strip_png import StripPng

WIDTH, TOP, BOTTOM, HEIGHT = 7, 3, 8, 12
COLORS = [value for step in range(256) for value in (step, 255 - step, step // 2)]


@given(st.binary(min_size=WIDTH * HEIGHT, max_size=WIDTH * HEIGHT), st.randoms())
def test_a_strip_stands_in_its_frame(pixels: bytes, random) -> None:
    """What the frame has in the place of the strip is not seen; one frame takes many strips."""
    frame = Image.frombytes("P", (WIDTH, HEIGHT), pixels)
    frame.putpalette(COLORS)
    picture = StripPng(frame, top=TOP, bottom=BOTTOM)
    for _ in range(2):
        strip = random.randbytes(WIDTH * (BOTTOM - TOP))
        png = picture.fill(Image.frombytes("L", (WIDTH, BOTTOM - TOP), strip))
        Image.open(BytesIO(png)).verify()
        read = Image.open(BytesIO(png))
        assert (read.format, read.mode, read.getpalette()) == ("PNG", "P", COLORS)
        assert read.tobytes() == pixels[: WIDTH * TOP] + strip + pixels[WIDTH * BOTTOM :]
