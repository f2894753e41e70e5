"""What Telegram signs about the account that opens a page: made here as its documentation says, apart from the code
that judges it."""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import datetime
from urllib.parse import urlencode

TOKEN = "123456789:AAGoodTokenOfABotThatNobodyHas-ever_saw"


def init_data(at: datetime, *, token: str = TOKEN, account: int = 77, **more: str) -> str:
    """``initData`` of that moment for the bot with this token."""
    told = {
        "query_id": "AAHdF6IQAAAAAN0XohDhrOrc",
        "user": json.dumps({"id": account, "first_name": "Әсел & К", "language_code": "kk"}, ensure_ascii=False),
        "auth_date": str(int(at.timestamp())),
        "signature": "made-with-another-key",
        **more,
    }
    key = hmac.new(b"WebAppData", token.encode(), hashlib.sha256).digest()
    signed = "\n".join(f"{name}={value}" for name, value in sorted(told.items()))
    return urlencode({**told, "hash": hmac.new(key, signed.encode(), hashlib.sha256).hexdigest()})
