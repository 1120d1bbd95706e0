"""Questionnaires as spreadsheets in the layout of XLSForm (https://xlsform.org): bytes in, a definition out, and back.

pyxform reads and checks the workbook; here it is guarded, its questions become ours, and every mistake gets its cell.
Nothing of it touches a file, the network or the clock. It is imported only where spreadsheets are worked on, by name:
pyxform and openpyxl are large.

    read(content, name, definition_id=…, version=…) -> ReadForm(definition, notes, form_id)    # raises FormErrors
    write(definition, options=None) -> bytes                                                   # raises FormErrors
"""

from surveys.xlsform.errors import FormError, FormErrors
from surveys.xlsform.reading import ReadForm, read
from surveys.xlsform.writing import write

__all__ = ["FormError", "FormErrors", "ReadForm", "read", "write"]
