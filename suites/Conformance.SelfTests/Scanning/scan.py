#!/usr/bin/env python3
"""Looks through all files of a folder for secrets, in every form in which a reader would still have them.

    scan.py FOLDER SECRETS    SECRETS is a JSON file with a list of strings; exit code 1 if there are leaks
    scan.py --self-check      plants a secret in every form and looks whether it is found

It shares nothing with the suite, so that one mistake cannot be in both: what masks forms of secrets writes them out, and this reads
texts back. Escapes are undone again and again, letters are compared without their case, and what cannot be undone without knowing
where it begins (base64, hex, reversed) is looked for as it would have been written.
"""

import base64
import html
import json
import pathlib
import re
import sys
import tempfile
import urllib.parse

SHORTEST = 8  # Characters. Shorter secrets are words, which artefacts are full of.
GIVES_AWAY = 512  # Of a longer secret, its first so many characters.
ROUNDS = 4  # How many escapes are looked for within each other.
SHORTEST_WORD = 6  # Characters.
WORD = re.compile(r"[0-9a-z+/]{%d,}" % SHORTEST_WORD)
SHORT_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
JSON_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)


def unescaped(text):
    """The text with one round of escapes undone: those of JSON, URLs and XML."""
    if "\\" in text:
        text = JSON_ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else SHORT_ESCAPES.get(m[2], m[2]), text)
    if "%" in text:
        text = urllib.parse.unquote(text, errors="surrogateescape")
    return html.unescape(text) if "&" in text else text


def views(text):
    """The text as it is and with its escapes undone, each once, by the rounds it took; halves of surrogate pairs are put together."""
    seen = {}
    for rounds in range(ROUNDS + 1):
        seen.setdefault(plain(text), rounds)
        text = unescaped(text).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return seen


def plain(text):
    """Without what is written now so, now otherwise: case, and the two letters that base64url has instead of base64's."""
    return text.lower().replace("-", "+").replace("_", "/")


def in_base64(data, before):
    """The letters of base64 that depend on the data alone, whatever bytes, so many modulo 3, stand before and behind it."""
    encoded = base64.b64encode(bytes(before) + data + bytes(2)).decode()
    return encoded[(before * 8 + 5) // 6:(before + len(data)) * 8 // 6]


def forms(secret):
    """What to look for in views, by its name."""
    secret = secret[:GIVES_AWAY]
    data = secret.encode("utf-8", "surrogatepass")
    written = {"text": secret, "reversed": secret[::-1], "hex": data.hex()}
    written |= {f"base64, shifted by {before}": in_base64(data, before) for before in range(3)}
    return {name: plain(form) for name, form in written.items() if len(form) >= SHORTEST}


def anchor(form):
    """The longest word of a form. Where the form is, it is, too; and words, of which there are few different ones, are soon
    looked through."""
    return max(WORD.findall(form), key=len, default="")


def scan(folder, secrets):
    """How many files there are, and all leaks: file, secret, form, within how many escapes, and what stands around it."""
    files = [path for path in sorted(pathlib.Path(folder).rglob("*")) if path.is_file()]
    words = set()
    for path in files:
        for view in views(read(path)):
            words.update(WORD.findall(view))
    joined = "\n".join(words)
    beginnings = {word[at:at + SHORTEST_WORD] for word in words for at in range(len(word) - SHORTEST_WORD + 1)}
    suspected = [
        (secret, name, form)
        for secret in secrets if len(secret) >= SHORTEST
        for name, form in forms(secret).items()
        if not (word := anchor(form)) or (word[:SHORTEST_WORD] in beginnings and word in joined)]
    leaks = [] if not suspected else [
        (path, secret, name, rounds, view[max(0, at - 40):at + 40 + min(len(form), 80)])
        for path in files
        for view, rounds in views(read(path)).items()
        for secret, name, form in suspected if (at := view.find(form)) >= 0]
    return len(files), leaks


def read(path):
    """The text of a file, with the name of the file itself."""
    return f"{path.name}\n{path.read_bytes().decode('utf-8', 'surrogateescape')}"


def report(folder, secrets):
    """Tells of each form of each secret the first place, and how many other files have it."""
    count, leaks = scan(folder, secrets)
    places = {}
    for path, secret, name, rounds, around in leaks:
        places.setdefault((secret, name), {}).setdefault(path.relative_to(folder), (rounds, around))
    for (secret, name), files in places.items():
        first, (rounds, around) = next(iter(files.items()))
        others = f" and {len(files) - 1} others" if len(files) > 1 else ""
        print(f"{first}{others}: the secret {ascii(secret[:24])} ({name}, within {rounds} escapes) in {ascii(around)}")
    print(f"{count} files, {len(secrets)} secrets, {len(places)} leaks")
    return 1 if leaks else 0


def self_check():
    secret = 'pä55"<w&r>d-_+/\'%x 1\r\nQ\U0001f511zT'
    data = secret.encode()
    plants = {
        "as it is": secret,
        "percent-encoded": urllib.parse.quote(secret, safe=""),
        "percent-encoded throughout, twice": urllib.parse.quote("".join(f"%{byte:02x}" for byte in data)),
        "in JSON": json.dumps(secret, ensure_ascii=False),
        "in JSON, in ASCII": json.dumps({"a": secret}),
        "in JSON in JSON": json.dumps(json.dumps(secret)),
        "in JSON escapes throughout": "".join(f"\\u{int.from_bytes(unit):04X}" for unit in units(secret)),
        "in XML": html.escape(secret),
        "in numeric XML escapes": "".join(f"&#x{ord(letter):x};" for letter in secret),
        "in XML in JSON": json.dumps(html.escape(secret)),
        "in hex": data.hex(),
        "in HEX": data.hex().upper(),
        "in capitals": secret.upper(),
        "in small letters": secret.lower(),
        "reversed": secret[::-1],
        "reversed, in JSON": json.dumps(secret[::-1]),
    }
    for before in range(3):
        for behind in range(3):
            shifted = b"u" * before + data + b"x" * behind
            plants[f"in base64, {before} before, {behind} behind"] = base64.b64encode(shifted).decode()
            plants[f"in base64url, {before} before, {behind} behind"] = base64.urlsafe_b64encode(shifted).decode().rstrip("=")
    missed = [name for name, plant in plants.items() if not finds(f'{{"a":"x{plant}y"}}', secret)]
    mistaken = [text for text in ("", secret[1:], "<password#1>", secret[:-1] + "!") if finds(text, secret)]
    for name in missed:
        print(f"not found: {name}")
    for text in mistaken:
        print(f"found where it is not: {ascii(text)}")
    print(f"{len(plants)} forms, {len(missed)} not found, {len(mistaken)} mistaken")
    return 1 if missed or mistaken else 0


def units(text):
    encoded = text.encode("utf-16-be")
    return [encoded[at:at + 2] for at in range(0, len(encoded), 2)]


def finds(text, secret):
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "file").write_bytes(text.encode())
        return bool(scan(folder, [secret])[1])


if __name__ == "__main__":
    if sys.argv[1:] == ["--self-check"]:
        sys.exit(self_check())
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(report(sys.argv[1], json.loads(pathlib.Path(sys.argv[2]).read_text("utf-8"))))
