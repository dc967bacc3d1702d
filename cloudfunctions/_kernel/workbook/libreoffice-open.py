"""Opens an encrypted workbook in a LibreOffice of its own and prints its first sheet as JSON rows: soffice's command line takes no password.

usage: libreoffice-open.py FILE PASSWORD PROFILE_FOLDER
"""

import json
import os
import signal
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue

file, password, profile = sys.argv[1:]
pipe = f"annex{os.getpid()}"
office = subprocess.Popen(
    [
        "soffice",
        "--headless",
        "--norestore",
        f"-env:UserInstallation=file://{profile}",
        f"--accept=pipe,name={pipe};urp;",
    ],
    stdout=subprocess.DEVNULL,
    stderr=subprocess.DEVNULL,
    # The command starts the office as a child: they end together.
    start_new_session=True,
)


def desktop():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    while office.poll() is None:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:
            time.sleep(0.3)
    raise SystemExit("soffice did not start")


def saying(name, value):
    return PropertyValue(Name=name, Value=value)


try:
    book = desktop().loadComponentFromURL(
        f"file://{file}", "_blank", 0, (saying("Hidden", True), saying("Password", password))
    )
    if book is None:
        raise SystemExit("the workbook did not open")
    sheet = book.Sheets.getByIndex(0)
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    used = sheet.getCellRangeByPosition(0, 0, cursor.RangeAddress.EndColumn, cursor.RangeAddress.EndRow)
    print(json.dumps([[cell if isinstance(cell, str) else f"{cell:g}" for cell in row] for row in used.getDataArray()]))
    book.close(True)
finally:
    os.killpg(office.pid, signal.SIGKILL)
