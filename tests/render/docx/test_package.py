from __future__ import annotations

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from generator.render.docx.package import archive, deflated, stored

names = st.text("abcdefgh/[]_.", min_size=1, max_size=20)


@given(st.dictionaries(names, st.tuples(st.binary(max_size=2000), st.booleans()), max_size=6))
def test_a_zip_reader_gets_back_every_part(parts: dict[str, tuple[bytes, bool]]) -> None:
    data = archive(
        deflated(n, content) if pack else stored(n, content) for n, (content, pack) in parts.items()
    )
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        assert package.namelist() == list(parts)
        for info in package.infolist():
            assert package.read(info) == parts[info.filename][0]
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert info.compress_type == (
                zipfile.ZIP_DEFLATED if parts[info.filename][1] else zipfile.ZIP_STORED
            )
