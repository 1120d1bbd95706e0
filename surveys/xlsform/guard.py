"""Looks at a file before anything opens it: what is no plain .xlsx is refused in one sentence.

Everything here works on the bytes and on the zip's own directory; nothing is unpacked but the first kilobytes of each
XML part, so a hostile file costs next to nothing.
"""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile, ZipInfo

from surveys.xlsform.errors import FormErrors, refuse

FILE_LIMIT = 5 * 1024 * 1024
"""Bytes; a questionnaire of 300 questions in three languages has 60 KB."""
UNPACKED_LIMIT = 50 * 1024 * 1024
PARTS_LIMIT = 2000
RATIO_LIMIT = 100
"""How many times larger a part of more than RATIO_FROM bytes may become: sheets with text reach about 20."""
RATIO_FROM = 1024 * 1024

_HEAD = 4096
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ENTITIES = tuple(mark.encode(code) for mark in ("<!DOCTYPE", "<!ENTITY") for code in ("utf-8", "utf-16-le"))
_MACRO_NAMES = (".xlsm", ".xltm", ".xlam")
_OUTSIDE = ("xl/externallinks/", "xl/connections.xml", "xl/querytables/", "xl/embeddings/")


def check_file(content: bytes, name: str) -> None:
    """Return if the bytes may be opened as a workbook; raise FormErrors with the one reason why not."""
    if len(content) > FILE_LIMIT:
        raise refuse("too-big", limit=FILE_LIMIT // 1024**2)
    if not content:
        raise refuse("empty-file")
    if name.lower().endswith(_MACRO_NAMES):
        raise refuse("macros")
    _check_beginning(content)
    try:
        with ZipFile(BytesIO(content)) as archive:
            _check_archive(archive)
    except FormErrors:
        raise
    except Exception:  # whatever a broken zip makes the library and its decompressors raise
        raise refuse("broken") from None


def _check_beginning(content: bytes) -> None:
    """Old .xls and encrypted workbooks share one container; anything that is no zip is no workbook."""
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise refuse("encrypted" if _ENCRYPTED in content else "old-xls")
    if not content.startswith(b"PK"):
        raise refuse("not-xlsx")


def _check_archive(archive: ZipFile) -> None:
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise refuse("encrypted")
    _check_size(parts)
    names = {part.filename.lower().lstrip("/") for part in parts}
    if "xl/workbook.xml" not in names or "[content_types].xml" not in names:
        raise refuse("ods" if "content.xml" in names else "not-xlsx")
    if any(name.endswith("vbaproject.bin") for name in names):
        raise refuse("macros")
    if any(name.startswith(_OUTSIDE) for name in names):
        raise refuse("links")
    for part in parts:
        _check_part(archive, part)


def _check_size(parts: list[ZipInfo]) -> None:
    """A zip bomb says itself how large it becomes; reading stops at what a part says, so it cannot lie."""
    total = sum(part.file_size for part in parts)
    packed = any(
        part.file_size > RATIO_FROM and part.file_size > RATIO_LIMIT * max(part.compress_size, 1) for part in parts
    )
    if total > UNPACKED_LIMIT or len(parts) > PARTS_LIMIT or packed:
        raise refuse("bomb", limit=UNPACKED_LIMIT // 1024**2)


def _check_part(archive: ZipFile, part: ZipInfo) -> None:
    """XML of a spreadsheet declares no document type; one that does may grow without bounds when it is read."""
    if part.filename.lower().endswith((".xml", ".rels")):
        with archive.open(part) as stream:
            head = stream.read(_HEAD)
        if any(mark in head for mark in _ENTITIES):
            raise refuse("broken")
        if part.filename.lower() == "[content_types].xml" and b"macroEnabled" in head:
            raise refuse("macros")
