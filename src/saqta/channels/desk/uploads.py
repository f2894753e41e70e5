"""Files that are sent to a working page: kept in memory up to the largest document, and on no disk."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from saqta.corrections.records import LARGEST_PROOF


class BoundedUpload(FileUploadHandler):
    """Takes what is sent as far as one byte more than a document may have, so that it is told to be too large; the
    rest is read past. The name that the sender gave is dropped."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self._received = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        if start <= LARGEST_PROOF:
            self._received.write(raw_data[: LARGEST_PROOF + 1 - start])
        return None

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self._received.seek(0)
        return InMemoryUploadedFile(self._received, self.field_name, "document", None, file_size, None)
