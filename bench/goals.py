"""Holds what a run of the bench found against the goals: goals.py RESULTS."""
import json, sys

found = json.load(open(sys.argv[1]))
one, four, ten = (found[case + ", 0 ms"] for case in ("one", "four", "ten"))
images = found.get("images")
rows = []


def row(figure, goal, aim, here):
    if here is not None:
        rows.append((figure, goal, aim, here))


row("wall / Node `fetch`, 4 requests", 1.3, 1.0, four["node fetch"]["ratio"])
row("wall, one token and request / `gh api`", 4, 2.5, one["gh api"]["ratio"] if "gh api" in one else None)
row("wall, one token and request / plain `java -cp`", 0.25, 0.2, one["plain java -cp"]["ratio"])
row("last output to process end, ms", 20, 5, max(case["token-preflight"]["tail"] for case in (one, four, ten)))
row("peak memory, 1 token, MiB", 90, 64, max(case["token-preflight"]["peak"] for case in (one, four)))
row("peak memory, 10 tokens, MiB", 90, 64, ten["token-preflight"]["peak"])
row("classes not from the cache", 60, 37, found.get("missed"))
if images:
    ours, jre = images["token-preflight"], images["jre-and-jars"]
    row("image, compressed MB", 36, 28, ours["packed"])
    row("layers", 4, 3, ours["layers"])
    row("pull + first run / JRE + jars", 0.55, 0.4, jre["ratio"])
    row("container run less one that does nothing, s", 0.27, 0.18, ours["more"])
print("| figure | goal | aim | here | |\n|---|---|---|---|---|")
for figure, goal, aim, here in rows:
    word = "aim reached" if here <= aim else "reached" if here <= goal else f"missed by {100 * (here / goal - 1):.0f} %"
    print(f"| {figure} | {goal:g} | {aim:g} | {here:.2f} | {word} |")
