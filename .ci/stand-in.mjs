// A stand-in for Enterprise Server, for one job of CI: `tokens` prints two classic tokens, `serve ADDRESS` knows the
// first (STAND_IN_TOKEN) and refuses the rest. Keys lie in the working directory; the port is written there too.
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import https from "node:https";
import zlib from "node:zlib";

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

function classicToken() {
  const body = [...randomBytes(30)].map((byte) => DIGITS[byte % DIGITS.length]).join("");
  let left = zlib.crc32(body);
  let sum = "";
  for (let i = 0; i < 6; i++) {
    sum = DIGITS[left % 62] + sum;
    left = Math.floor(left / 62);
  }
  return "gh" + "p_" + body + sum;
}

function serve(address) {
  const budget = { limit: 5000, used: 6, remaining: 4994, reset: Math.floor(Date.now() / 1000) + 1800 };
  const limits = JSON.stringify({ resources: { core: budget } });
  const keys = { key: fs.readFileSync("server.key"), cert: fs.readFileSync("server.pem") };
  const server = https.createServer(keys, (request, response) => {
    const known = request.headers.authorization === `Bearer ${process.env.STAND_IN_TOKEN}`;
    const found = request.url === "/api/v3/rate_limit";
    response.writeHead(known ? (found ? 200 : 404) : 401, {
      "content-type": "application/json; charset=utf-8",
      "x-github-request-id": "0000:STAND-IN",
      ...(known && { "x-oauth-scopes": "repo" }),
    });
    response.end(known && found ? limits : JSON.stringify({ message: known ? "Not Found" : "Bad credentials" }));
  });
  server.listen(0, address, () => fs.writeFileSync("port", String(server.address().port)));
  setTimeout(() => process.exit(0), 10 * 60 * 1000);
}

const [command, address] = process.argv.slice(2);
if (command === "serve") {
  serve(address);
} else {
  console.log(classicToken(), classicToken());
}
