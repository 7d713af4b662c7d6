"""Figures page by page, each with its report and the place it was read from. Needs Python 3 alone."""
import collections
import json
import urllib.parse
import urllib.request

SERVER = "http://127.0.0.1:8080"


def ask(path, **query):
    with urllib.request.urlopen(f"{SERVER}{path}?{urllib.parse.urlencode(query)}") as answer:
        return json.load(answer)


figures, page = [], ask("/api/v1/figures", limit=1000)
figures += page["figures"]
while page["next"]:
    page = ask("/api/v1/figures", limit=1000, cursor=page["next"])
    figures += page["figures"]

print(len(figures), "figures")
for state, count in collections.Counter(each["state"] for each in figures).most_common():
    print(state, count)
