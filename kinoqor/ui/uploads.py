"""A file that is too large is let go by while it comes in: nothing of it is kept, and the page can say so.

A browser listens only once all that it sends was read, so what is too large is read and thrown away. What is larger
than any file that could be meant is not even read.
"""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

_HOPELESS = 10  # times the largest file


class Capped(FileUploadHandler):
    """Stands before the handlers that keep a file; marks the request as `too_big` where it lets one go by."""

    def handle_raw_input(
        self, input_data: Any, META: Any, content_length: int, boundary: Any, encoding: Any = None
    ) -> None:
        """Refuse at once what is larger by far than anything that is taken."""
        if content_length > _HOPELESS * settings.UPLOAD_MOST:
            raise RequestDataTooBig(f"{content_length} bytes")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass a piece on to the next handler, as long as the file is not too large."""
        if start + len(raw_data) > settings.UPLOAD_MOST:
            self.request.too_big = True  # type: ignore[union-attr]
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """The next handler has the file."""
