"""Makes the radical signs of STIX Two Math equally wide.

    python3 even-roots.py STIX-TWO-MATH.woff2 stix-two-math-even-roots.woff2

Run once, with fonttools; the result is kept beside this file. MathML Core has a browser reserve, for a root, the width
of the widest sign that the font offers, and draws the one that is high enough. The signs of STIX Two Math are between
0.79 and 1.21 em wide, so in Chromium a gap of up to 0.42 em followed each root. Here all have the same width: the
outlines are stretched or narrowed, by a quarter at most, and nothing else changes.
"""
import sys

from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

RADICAL = 0x221A
# In units of the font, of which an em has 1,000: between the narrowest sign and the widest.
WIDTH = 920


def radical_signs(font):
    """The names of the sign itself, of its higher variants and of the parts of the highest."""
    name = font.getBestCmap()[RADICAL]
    variants = font["MATH"].table.MathVariants
    construction = variants.VertGlyphConstruction[variants.VertGlyphCoverage.glyphs.index(name)]
    parts = [part.glyph for part in construction.GlyphAssembly.PartRecords]
    return {name, *(record.VariantGlyph for record in construction.MathGlyphVariantRecord), *parts}


def set_width(font, name, width):
    """Stretches the outline of a glyph so that its advance is `width`."""
    advance, bearing = font["hmtx"][name]
    scale = width / advance
    pen = TTGlyphPen(font.getGlyphSet())
    font.getGlyphSet()[name].draw(TransformPen(pen, (scale, 0, 0, 1, 0, 0)))
    font["glyf"][name] = pen.glyph()
    font["hmtx"][name] = (width, round(bearing * scale))


source, target = sys.argv[1:]
font = TTFont(source)
for sign in sorted(radical_signs(font)):
    set_width(font, sign, WIDTH)
font.flavor = "woff2"
font.save(target)
