"""Who may ask for what: judged before anything else looks at a request."""

import asyncio
from base64 import b64decode
from binascii import Error as Base64Error
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from secrets import compare_digest
from socket import gethostname
from urllib.parse import parse_qs, quote

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from argmap.web.refusals import Refused
from argmap.web.serving import Serving, is_loopback

TOKEN = "X-Argmap-Token"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "X-Frame-Options": "DENY",
}
_WRONG_PASSWORD = 0.5  # seconds that a wrong guess costs
_NAMES = ("127.0.0.1", "localhost", "[::1]")


class Guard:
    """Lets through what comes from this server's own pages, or from somebody who may ask.

    A foreign page cannot reach it under a name of its own (`Host`), nor ask in the reader's name
    (`Origin`, `Sec-Fetch-Site`, the token for writing). Each answer gets the headers that bind a
    page to its own server.
    """

    def __init__(self, app: ASGIApp, serving: Serving) -> None:
        self.app, self.serving = app, serving

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": 1008})
                return
            await self.app(scope, receive, send)
            return

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Content-Security-Policy", POLICY)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        try:
            answer = await self._judge(scope)
        except Refused as refused:
            answer = JSONResponse(refused.data, refused.status)
        await (answer or self.app)(scope, receive, dressed)

    async def _judge(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        self._host(headers, scope)
        self._origin(headers, scope)
        answer = await self._access(headers, scope)
        if answer is None and scope["method"] not in ("GET", "HEAD"):
            self._writing(headers)
        return answer

    def _host(self, headers: Headers, scope: Scope) -> None:
        given = headers.getlist("host")
        port = (scope.get("server") or ("", None))[1]
        name, _, stated = given[0].rpartition(":") if len(given) == 1 else ("", "", "")
        if len(given) == 1 and (not name or name.endswith(":")):  # no port, or a bare [::1]
            name, stated = given[0], "80"
        if stated != str(port) or not self._is_own(name.lower()):
            raise Refused(403, "this address does not lead here")

    def _is_own(self, name: str) -> bool:
        host = self.serving.host
        if name in _NAMES:
            return True
        if is_loopback(host):
            return name == host.lower()
        # A page of somebody else that reaches this server does so under a name.
        try:
            ip_address(name.strip("[]"))
            return True
        except ValueError:
            return name in (host.lower(), gethostname().lower())

    def _origin(self, headers: Headers, scope: Scope) -> None:
        """Refuses what pages of other servers ask for, but for a link that leads to a page."""
        site = headers.get("sec-fetch-site", "same-origin")
        reading = scope["method"] in ("GET", "HEAD")
        is_link = reading and headers.get("sec-fetch-mode") == "navigate"
        path = scope["path"]
        is_page = path == "/" or path.startswith("/m/")
        if site not in ("same-origin", "none") and not (is_link and is_page):
            raise Refused(403, "pages of other servers cannot ask here")
        if site == "none" and not reading:
            raise Refused(403, "only this server's own pages can write")
        for origin in headers.getlist("origin"):
            if origin != f"{scope['scheme']}://{headers['host']}":
                raise Refused(403, "pages of other servers cannot ask here")

    async def _access(self, headers: Headers, scope: Scope) -> Response | None:
        """Asks for the password, or exchanges the key in an address for a cookie."""
        serving = self.serving
        if not serving.password and not serving.key:
            return None
        if serving.password and _is(_password(headers), serving.password):
            return None
        name = f"argmap-{(scope.get('server') or ('', ''))[1]}"
        if serving.key and _is(_cookie(headers, name), serving.key):
            return None
        given = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("key", [""])[0]
        if serving.key and scope["method"] == "GET" and _is(given, serving.key):
            answer = RedirectResponse("/" + quote(scope["path"].lstrip("/")), 303)
            answer.set_cookie(name, serving.key, httponly=True, samesite="lax")
            return answer
        if given or "authorization" in headers:
            await asyncio.sleep(_WRONG_PASSWORD)
        if serving.password:
            ask = {"WWW-Authenticate": 'Basic realm="argmap", charset="UTF-8"'}
            return JSONResponse({"message": "the password is wanted"}, 401, ask)
        raise Refused(403, "open the whole address that the server printed, with its key")

    def _writing(self, headers: Headers) -> None:
        if self.serving.read_only:
            raise Refused(403, "it is served for reading only")
        if not _is(headers.get(TOKEN, ""), self.serving.token):
            raise Refused(403, "the token is missing or old", "load the page again")
        if headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            raise Refused(415, "JSON is wanted, as application/json")


def _is(given: str, wanted: str) -> bool:
    return compare_digest(given.encode("utf-8", "replace"), wanted.encode())


def _password(headers: Headers) -> str:
    scheme, _, value = headers.get("authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return ""
    try:
        return b64decode(value, validate=True).decode().partition(":")[2]
    except (Base64Error, UnicodeDecodeError):
        return ""


def _cookie(headers: Headers, name: str) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return found.value if found else ""
