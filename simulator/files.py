"""Files that the bot and its people sent, kept by identifier as Telegram keeps them."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simulator.errors import ApiError, bad_request
from simulator.pictures import ANY_SIZE, image_size

MAX_PHOTO = 10 * 1024 * 1024
MAX_UPLOAD = 50 * 1024 * 1024
MAX_DOWNLOAD = 20 * 1024 * 1024
_FOLDERS = {"photo": "photos", "document": "documents", "voice": "voice", "sticker": "stickers"}
_PREFIXES = {"photo": "AgACAgIAAxkB", "document": "BQACAgIAAxkB", "voice": "AwACAgIAAxkB"}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it comes in: its name and bytes."""

    name: str
    content: bytes
    content_type: str = ""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file with its identifiers; `kind` is photo, document, voice or sticker."""

    file_id: str
    unique_id: str
    kind: str
    name: str
    mime: str
    content: bytes
    path: str
    size_in_pixels: tuple[int, int] = ANY_SIZE

    def as_media(self) -> Any:
        """The value of a message's field `kind`."""
        base = {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": len(self.content)}
        width, height = self.size_in_pixels
        if self.kind == "photo":
            return [{**base, "width": width, "height": height}]
        if self.kind == "voice":
            return {**base, "duration": 3, "mime_type": self.mime}
        if self.kind == "sticker":
            kinds = {"type": "regular", "is_animated": False, "is_video": False}
            return {**base, **kinds, "width": 512, "height": 512, "emoji": "🙂"}
        return {**base, "file_name": self.name, "mime_type": self.mime}


class Files:
    """All files by `file_id`."""

    def __init__(self) -> None:
        self.by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def keep(self, kind: str, upload: Upload) -> StoredFile:
        """Store an upload under a new `file_id`; equal bytes share their unique id."""
        number = len(self.by_id) + 1
        unique = hashlib.sha256(upload.content).hexdigest()[:16]
        mime = upload.content_type if kind == "document" else ""
        guessed = mimetypes.guess_type(upload.name)[0]
        if not mime or mime == "application/octet-stream":
            mime = guessed or ("audio/ogg" if kind == "voice" else "application/octet-stream")
        ending = upload.name.rpartition(".")[2].lower() if "." in upload.name else "bin"
        ending = ending if ending.isalnum() else "bin"
        stored = StoredFile(
            file_id=f"{_PREFIXES.get(kind, 'CAACAgIAAxkB')}{unique}{number:06d}",
            unique_id=f"AQAD{unique}",
            kind=kind,
            name=upload.name,
            mime=mime,
            content=upload.content,
            path=f"{_FOLDERS[kind]}/file_{number}.{ending}",
            size_in_pixels=image_size(upload.content) or ANY_SIZE,
        )
        self.put_back(stored)
        return stored

    def put_back(self, stored: StoredFile) -> None:
        """Register a file that has its identifiers already."""
        self.by_id[stored.file_id] = stored
        self._by_path[stored.path] = stored

    def at_path(self, path: str) -> bytes | None:
        """The bytes behind a `file_path` that getFile gave."""
        stored = self._by_path.get(path)
        return stored.content if stored else None

    def describe(self, file_id: str | None) -> dict[str, Any]:
        """The answer of getFile; raises `ApiError` for an unknown or too big file."""
        if not file_id:
            raise bad_request("file_id not specified")
        stored = self.by_id.get(file_id)
        if stored is None:
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        if len(stored.content) > MAX_DOWNLOAD:
            raise bad_request("file is too big")
        return {
            "file_id": stored.file_id,
            "file_unique_id": stored.unique_id,
            "file_size": len(stored.content),
            "file_path": stored.path,
        }

    def resolve(self, kind: str, value: Any, uploads: Mapping[str, Upload]) -> StoredFile:
        """The file a bot names: `attach://name`, an upload under the field's name, or a `file_id`."""
        upload = self._uploaded(kind, value, uploads)
        if upload is not None:
            return self.keep(kind, _checked(kind, upload))
        if not isinstance(value, str) or not value:
            raise bad_request(f"there is no {kind} in the request")
        stored = self.by_id.get(value)
        if stored is None:
            if value.startswith(("http://", "https://")):
                raise bad_request("failed to get HTTP URL content")
            raise bad_request("wrong remote file identifier specified: Wrong string length")
        if stored.kind != kind:
            raise bad_request(f"can't use file of type {stored.kind.title()} as {kind.title()}")
        return stored

    @staticmethod
    def _uploaded(kind: str, value: Any, uploads: Mapping[str, Upload]) -> Upload | None:
        if isinstance(value, str) and value.startswith("attach://"):
            upload = uploads.get(value.removeprefix("attach://"))
            if upload is None:
                raise bad_request("wrong file identifier/HTTP URL specified")
            return upload
        return None if value else uploads.get(kind)


def _checked(kind: str, upload: Upload) -> Upload:
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > MAX_UPLOAD:
        raise ApiError(413, "Request Entity Too Large")
    if kind == "photo":
        if len(upload.content) > MAX_PHOTO:
            raise bad_request("file is too big")
        size = image_size(upload.content)
        if size is None:
            raise bad_request("IMAGE_PROCESS_FAILED")
        width, height = size
        if width + height > 10_000 or max(size) > 20 * min(size):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return upload
