#!/usr/bin/env python3
"""Makes the fonts that reports embed, once: `tools/report-fonts.py CHINESE LATIN`, where the two are unpacked
`npm pack @fontsource/noto-sans-sc` and `@fontsource/noto-sans`. The packages cut a font into a hundred WOFF2 files; here they become
one TTF of each weight, without hinting and layout tables (a PDF needs neither). What Noto Sans SC lacks of Latin, Greek and Cyrillic
comes from Noto Sans. Needs fonttools and brotli (Debian: python3-fonttools, python3-brotli).
"""
import glob
import sys
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

target = Path(__file__).parent.parent / "apps/api/src/reports/files/fonts"
kept = {"GlyphOrder", "head", "hhea", "maxp", "OS/2", "hmtx", "cmap", "loca", "glyf", "name", "post"}


# Where both have a character, that of Noto Sans SC is taken; but its quotes are as wide as Chinese characters.
narrow = {ord(each) for each in "‘’“”…·•"}


def merged(files, chinese):
    fonts = [bare(file) for file in files]
    taken = set()
    parts = []
    for at, font in enumerate(fonts):
        # A character that an earlier file has would make two glyphs of one.
        for table in font["cmap"].tables:
            table.cmap = {code: glyph for code, glyph in table.cmap.items() if code not in taken and not (at < chinese and code in narrow)}
        taken |= set(font.getBestCmap())
        part = f"/tmp/report-font-{at}.ttf"
        font.save(part)
        parts.append(part)
    font = Merger().merge(parts)
    for part in parts:
        Path(part).unlink()
    # What no character reaches goes, and the names of glyphs with it.
    options = Options(layout_features=[], glyph_names=False, notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap())
    subsetter.subset(font)
    return font


def bare(file):
    font = TTFont(file)
    for tag in set(font.keys()) - kept:
        del font[tag]
    for glyph in font["glyf"].keys():
        font["glyf"][glyph].removeHinting()
    font["cmap"].tables = [table for table in font["cmap"].tables if table.isUnicode()]
    font.flavor = None
    return font


def named(font, weight):
    for record in list(font["name"].names):
        font["name"].removeNames(nameID=record.nameID) if record.nameID not in (13, 14) else None
    for id, text in ((1, "Noto Sans SC"), (2, weight), (4, f"Noto Sans SC {weight}"), (6, f"NotoSansSC-{weight}")):
        font["name"].setName(text, id, 3, 1, 0x409)
    return font


def files_of(folder, weight):
    files = glob.glob(f"{folder}/files/noto-sans-*-{weight}-normal.woff2")
    # Devanagari needs the layout tables.
    return sorted((file for file in files if "devanagari" not in file), key=lambda file: ("-latin-" not in file, file))


chinese, latin = sys.argv[1:]
for weight, name in ((400, "Regular"), (600, "SemiBold")):
    files = files_of(chinese, weight)
    font = merged(files + files_of(latin, weight), len(files))
    named(font, name).save(target / f"noto-sans-sc-{name.lower()}.ttf")
