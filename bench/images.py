"""Measures the image against one of a JRE and the same jars, and against one that does nothing.

images.py WORK ROUNDS RESULTS: WORK holds spec.json (paths and variables, from bench/run). The images lie in a registry
of our own on loopback, for reading only; podman keeps them in a store of our own, empty before every pull.
"""
import gzip, hashlib, http.server, io, json, os, platform, statistics, struct, subprocess, sys, tarfile, threading, time

BLOBS, MANIFESTS = {}, {}
MANIFEST = "application/vnd.docker.distribution.manifest.v2+json"
LAYER = "application/vnd.docker.image.rootfs.diff.tar.gzip"
CONFIG = "application/vnd.docker.container.image.v1+json"


def blob(data):
    digest = "sha256:" + hashlib.sha256(data).hexdigest()
    BLOBS[digest] = data
    return digest


def layer(data):
    """A layer as it is transferred, and the digest of what is in it."""
    return {"mediaType": LAYER, "size": len(data), "digest": blob(data)}, gzip.decompress(data)


def packed(*parts):
    """A layer of (file or folder, name in the image)."""
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w") as tar:
        for source, name in parts:
            tar.add(source, name)
    return layer(gzip.compress(raw.getvalue(), 6, mtime=0))


def publish(name, layers, config):
    config = dict(config, rootfs={
        "type": "layers", "diff_ids": ["sha256:" + hashlib.sha256(raw).hexdigest() for _, raw in layers]})
    config.pop("history", None)
    data = json.dumps(config).encode()
    manifest = {
        "schemaVersion": 2, "mediaType": MANIFEST,
        "config": {"mediaType": CONFIG, "size": len(data), "digest": blob(data)},
        "layers": [entry for entry, _ in layers]}
    MANIFESTS[name] = json.dumps(manifest).encode()
    return {"packed": [entry["size"] / 1e6 for entry, _ in layers], "raw": sum(len(raw) for _, raw in layers) / 1e6}


class Registry(http.server.BaseHTTPRequestHandler):
    """The reading side of the registry protocol."""
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        words = self.path.strip("/").split("/")
        kind, name = (words[-2], words[-1]) if len(words) > 2 else ("", "")
        data = {"manifests": MANIFESTS.get(words[1] if len(words) > 1 else ""), "blobs": BLOBS.get(name)}.get(kind)
        if self.path == "/v2/":
            data = b"{}"
        self.send_response(200 if data is not None else 404)
        self.send_header("Content-Type", MANIFEST if kind == "manifests" else "application/octet-stream")
        self.send_header("Content-Length", str(len(data or b"")))
        if kind == "manifests" and data:
            self.send_header("Docker-Content-Digest", "sha256:" + hashlib.sha256(data).hexdigest())
        self.end_headers()
        if self.command == "GET" and data:
            self.wfile.write(data)

    do_HEAD = do_GET

    def log_message(self, *_):
        pass


def nothing(folder):
    """A program that ends at once: exit(0), and the header that a kernel wants."""
    machine, code = {
        "x86_64": (62, bytes.fromhex("31ffb83c0000000f05")),  # xor edi, edi; mov eax, 60; syscall
        "aarch64": (183, bytes.fromhex("000080d2a80b80d2010000d4")),  # mov x0, #0; mov x8, #93; svc #0
    }[platform.machine()]
    size = 120 + len(code)
    elf = b"\x7fELF\2\1\1" + bytes(9) + struct.pack("<HHIQQQIHHHHHH", 2, machine, 1, 0x400078, 64, 0, 0, 64, 56, 1, 0, 0, 0)
    elf += struct.pack("<IIQQQQQQ", 1, 5, 0, 0x400000, 0x400000, size, size, 0x1000) + code
    path = os.path.join(folder, "nothing")
    with open(path, "wb") as out:
        out.write(elf)
    os.chmod(path, 0o755)
    return path


def images(spec, work):
    with tarfile.open(spec["image"]) as tar:
        about = json.load(tar.extractfile("manifest.json"))[0]
        ours = json.load(tar.extractfile(about["Config"]))
        layers = [layer(tar.extractfile(name).read()) for name in about["Layers"]]
    jre = dict(ours, config={"Env": ours["config"].get("Env", []), "Entrypoint": [
        "/opt/jre/bin/java", "-cp", "/app/*", "io.github.tokenpreflight.cli.Main"]})
    jars = [(jar, "app/" + os.path.basename(jar)) for jar in spec["jars"]]
    none = dict(ours, config={"Entrypoint": ["/nothing"]})
    return {
        "token-preflight": publish("token-preflight", layers, ours),
        "jre-and-jars": publish("jre-and-jars", [layers[0], packed((spec["jre"], "opt/jre")), packed(*jars)], jre),
        "nothing": publish("nothing", [packed((nothing(work), "nothing"))], none)}


def main():
    work, rounds, results = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    spec = json.load(open(os.path.join(work, "spec.json")))
    sizes = images(spec, work)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Registry)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_address[1]
    env = dict(os.environ, CONTAINERS_STORAGE_CONF=os.path.join(work, "storage.conf"), **spec["variables"])
    with open(env["CONTAINERS_STORAGE_CONF"], "w") as conf:
        conf.write(f'[storage]\ndriver = "overlay"\ngraphroot = "{work}/store"\nrunroot = "{work}/store-run"\n')

    def podman(*words):
        start = time.perf_counter()
        done = subprocess.run([spec["podman"], *words], env=env, capture_output=True, text=True, timeout=120)
        if done.returncode:
            sys.exit(f"podman {' '.join(words)}\nended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return time.perf_counter() - start

    def start(name):
        place = {"token-preflight": "/opt/token-preflight/runtime", "jre-and-jars": "/opt/jre"}.get(name)
        words = ["run", "--rm", "--pull=never", "--network", "host", "-v", spec["workspace"] + ":/github/workspace"]
        for variable in spec["variables"]:
            words += ["-e", variable]
        # The store of the image, with the root of the stand-in added.
        words += ["-v", f"{spec['roots']}:{place}/lib/security/cacerts:ro"] if place else []
        return podman(*words, f"127.0.0.1:{port}/{name}")

    found = {name: [] for name in sizes}
    try:
        for turn in range(rounds + 1):
            for name in sizes if turn % 2 else reversed(sizes):
                pull = podman("pull", "-q", "--tls-verify=false", f"127.0.0.1:{port}/{name}")
                measured = (pull, start(name), start(name))
                podman("rmi", "--force", f"127.0.0.1:{port}/{name}")
                if turn:
                    found[name].append(measured)
    finally:
        subprocess.run([spec["podman"], "rmi", "--all", "--force"], env=env, capture_output=True, timeout=120)
        server.shutdown()
    report(sizes, found, results)


def report(sizes, found, results):
    print("| image | compressed MB | layers MB | raw MB | pull s | first run s | both s | token-preflight / it | run s | run less `nothing` s |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    figures = {}
    for name, runs in found.items():
        both = [pull + first for pull, first, _ in runs]
        figures[name] = {
            "packed": sum(sizes[name]["packed"]), "layers": len(sizes[name]["packed"]), "raw": sizes[name]["raw"],
            "pull": statistics.median(run[0] for run in runs), "first": statistics.median(run[1] for run in runs),
            "both": statistics.median(both), "run": statistics.median(run[2] for run in runs),
            "ratio": statistics.median((a[0] + a[1]) / b for a, b in zip(found["token-preflight"], both)),
            "more": statistics.median(run[2] - none[2] for run, none in zip(runs, found["nothing"]))}
        parts = " + ".join(f"{size:.1f}" for size in sizes[name]["packed"])
        print("| {} | {packed:.1f} | {} | {raw:.1f} | {pull:.2f} | {first:.2f} | {both:.2f} | {ratio:.2f} | {run:.2f} | {more:.2f} |"
              .format(name, parts, **figures[name]))
    everything = json.load(open(results)) if os.path.exists(results) else {}
    everything["images"] = figures
    json.dump(everything, open(results, "w"))


if __name__ == "__main__":
    main()
