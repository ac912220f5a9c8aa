// A stand-in for GitHub on loopback: HTTP/2 over TLS 1.3, fixed answers, a fixed delay.
// node stand-in.mjs FOLDER PORT DELAY_MS [STREAMS]   (FOLDER holds server.key and chain.pem)
// STREAMS is how many HTTP/2 takes at once, 0 for HTTP/1.1 alone. GET /figures tells what was met so far.
import fs from "node:fs";
import http2 from "node:http2";
import https from "node:https";
import path from "node:path";

const [folder, port, delay, streams = "100"] = process.argv.slice(2);
const reset = Math.floor(Date.now() / 1000) + 1800;
const budget = { limit: 5000, used: 6, remaining: 4994, reset };
const answers = [
  ["/rate_limit", JSON.stringify({ resources: { core: budget, search: budget, graphql: budget } })],
  ["/user", JSON.stringify({ login: "acme-bot", type: "User" })],
  ["service=git-upload-pack", `001e# service=git-upload-pack\n0000009b${"0".repeat(40)} refs/heads/main\0report-status\n0000`],
  [".git/info/refs", `001f# service=git-receive-pack\n0000009b${"0".repeat(40)} refs/heads/main\0report-status\n0000`],
  ["/repos/", JSON.stringify({
    full_name: "acme/site", private: true, visibility: "private", default_branch: "main", archived: false,
    disabled: false, fork: false, size: 12, description: "x".repeat(14000),
    permissions: { admin: false, maintain: false, push: true, triage: true, pull: true },
  })],
];

const figures = { requests: 0, connections: 0, inFlight: 0 };
let inFlight = 0;

function answered(request, response) {
  if (request.url === "/figures") {
    response.end(JSON.stringify(figures));
    return;
  }
  figures.requests++;
  figures.inFlight = Math.max(figures.inFlight, ++inFlight);
  const answer = answers.find(([part]) => request.url.includes(part));
  setTimeout(() => {
    inFlight--;
    response.writeHead(answer ? 200 : 404, {
      "content-type": "application/json; charset=utf-8",
      "date": new Date().toUTCString(),
      "x-github-request-id": "0000:BENCH",
      "x-oauth-scopes": "repo, workflow",
    });
    response.end(answer ? answer[1] : '{"message":"Not Found"}');
  }, Number(delay));
}

const options = {
  key: fs.readFileSync(path.join(folder, "server.key")),
  cert: fs.readFileSync(path.join(folder, "chain.pem")),
};
const server =
  streams === "0"
    ? https.createServer(options, answered)
    : http2.createSecureServer(
        { ...options, allowHTTP1: true, settings: { maxConcurrentStreams: Number(streams) } }, answered);
server
  .on("secureConnection", () => figures.connections++)
  .listen(Number(port), "127.0.0.1", () => console.log("listening"));

// It stops by itself, should nobody stop it.
setTimeout(() => process.exit(0), 15 * 60 * 1000);
