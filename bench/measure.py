"""Runs commands in turn (A B C A B C ...), bounded, and prints medians and ratios to the first."""
import json, os, statistics, subprocess, sys, time

spec = json.load(open(sys.argv[1]))
rounds = int(sys.argv[2])
times = {name: [] for name in spec}
peak = {}
for turn in range(rounds + 2):
    for name, entry in spec.items():
        env = {**os.environ, **entry.get("env", {})}
        start = time.perf_counter()
        process = subprocess.Popen(
            entry["command"], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL
        )
        _, status, usage = os.wait4(process.pid, 0)
        took = (time.perf_counter() - start) * 1000
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"{name} ended with {process.returncode}: {' '.join(entry['command'])}")
        if turn >= 2:
            times[name].append(took)
            peak[name] = max(peak.get(name, 0), usage.ru_maxrss // 1024)
first = next(iter(spec))
print(f"| command | median ms | ratio to {first} | peak MiB |\n|---|---|---|---|")
for name in spec:
    ratio = statistics.median(b / a for a, b in zip(times[first], times[name]))
    print(f"| {name} | {statistics.median(times[name]):.0f} | {ratio:.2f} | {peak[name]} |")
