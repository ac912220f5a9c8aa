"""Runs commands in turn (A B C, C B A, ...), bounded, and prints medians and ratios.

measure.py SPEC ROUNDS RESULTS TITLE: SPEC is a JSON object of commands by name, the first is held against the others;
RESULTS is a JSON file that the figures are added to, under TITLE.
"""
import json, os, statistics, subprocess, sys, time


def run(entry, limit=60):
    """One process: milliseconds in all, from its last output to its end, and its peak memory in MiB."""
    start = time.perf_counter()
    process = subprocess.Popen(
        entry["command"], env={**os.environ, **entry.get("env", {})}, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said, last = b"", start
    while piece := os.read(process.stdout.fileno(), 65536):
        said, last = said + piece, time.perf_counter()
        if last - start > limit:
            process.kill()
    _, status, usage = os.wait4(process.pid, 0)
    end = time.perf_counter()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(entry['command'])}\nended with {process.returncode}:\n{said.decode()}")
    return (end - start) * 1000, (end - last) * 1000, usage.ru_maxrss / 1024


def in_turn(spec, rounds):
    """The measurements by name; two rounds more than asked for come first and are forgotten."""
    found = {name: [] for name in spec}
    for turn in range(rounds + 2):
        for name in spec if turn % 2 else reversed(spec):
            measured = run(spec[name])
            if turn >= 2:
                found[name].append(measured)
    return found


def main():
    spec, rounds = json.load(open(sys.argv[1])), int(sys.argv[2])
    found = in_turn(spec, rounds)
    first = next(iter(spec))
    print(f"| command | median ms | least ms | {first} / it | last output to end, ms | peak MiB |")
    print("|---|---|---|---|---|---|")
    figures = {}
    for name, runs in found.items():
        wall, tail, peak = zip(*runs)
        figures[name] = {
            "ms": statistics.median(wall), "least": min(wall), "tail": statistics.median(tail), "peak": max(peak),
            "ratio": statistics.median(a[0] / b[0] for a, b in zip(found[first], runs))}
        print("| {} | {ms:.0f} | {least:.0f} | {ratio:.2f} | {tail:.1f} | {peak:.0f} |".format(name, **figures[name]))
    results = json.load(open(sys.argv[3])) if os.path.exists(sys.argv[3]) else {}
    results[sys.argv[4]] = figures
    json.dump(results, open(sys.argv[3], "w"))


if __name__ == "__main__":
    main()
