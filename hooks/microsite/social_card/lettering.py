"""Letters that are drawn once and then only put in place: a site of many pages has many titles of the same letters."""

from PIL import Image, ImageDraw, ImageFont


class Lettering:
    """A font at one size. What it has drawn and measured it keeps, as long as it lives."""

    def __init__(self, font: ImageFont.FreeTypeFont) -> None:
        self._font = font
        self._steps: dict[str, float] = {}
        self._widths: dict[str, float] = {}
        self._letters: dict[str, tuple[Image.Image, int, int]] = {}

    def width(self, text: str) -> float:
        """How wide a line is."""
        if text not in self._widths:
            self._widths[text] = sum(self._step(text[place : place + 2]) for place in range(len(text)))
        return self._widths[text]

    def write(self, text: str, image: Image.Image, *, left: float, baseline: float) -> None:
        """Write a line into a picture of how much is covered, each letter at the nearest pixel."""
        for place, letter in enumerate(text):
            mask, across, down = self._letter(letter)
            image.paste(255, (round(left) + across, round(baseline) + down), mask)
            left += self._step(text[place : place + 2])

    def _step(self, pair: str) -> float:
        """From a letter to the one after it, which may stand nearer than the letter is wide; at the end its width."""
        if pair not in self._steps:
            self._steps[pair] = self._font.getlength(pair) - (self._font.getlength(pair[1]) if len(pair) > 1 else 0)
        return self._steps[pair]

    def _letter(self, letter: str) -> tuple[Image.Image, int, int]:
        if letter not in self._letters:
            left, top, right, bottom = (round(edge) for edge in self._font.getbbox(letter, anchor="ls"))
            mask = Image.new("L", (max(right - left, 1), max(bottom - top, 1)))
            ImageDraw.Draw(mask).text((-left, -top), letter, font=self._font, fill=255, anchor="ls")
            self._letters[letter] = (mask, left, top)
        return self._letters[letter]
