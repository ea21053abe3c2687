"""Makes app/fonts/Inter-400.ttf and Inter-600.ttf, which PDF files embed, from app/fonts/Inter.woff2.

Usage: python3 .build/fontFiles.py (needs fonttools and brotli)

Only outlines, advances and the character map stay: a PDF places each glyph by its advance and asks for no features.
"""

from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FONTS = Path(__file__).resolve().parent.parent / "app/fonts"


def instance(weight: int) -> None:
    font = instantiateVariableFont(TTFont(FONTS / "Inter.woff2"), {"wght": weight})
    font.flavor = None
    data = BytesIO()
    font.save(data)
    data.seek(0)
    font = TTFont(data)
    options = Options(layout_features=[], hinting=False, notdef_outline=True, drop_tables=["GSUB", "GPOS", "GDEF", "STAT", "MVAR", "HVAR", "DSIG"])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=list(font.getBestCmap()))
    subsetter.subset(font)
    font.save(FONTS / f"Inter-{weight}.ttf")


for weight in (400, 600):
    instance(weight)
