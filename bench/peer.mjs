// The yardstick: the same questions by Node's own fetch, all but the first at once, and a line of output.
const base = process.env.GITHUB_API_URL;
const ask = (path, authorization = `Bearer ${process.env.RELEASE_TOKEN}`) =>
  fetch(base + path, { headers: { authorization, accept: "application/vnd.github+json" } });
const lead = await ask("/rate_limit");
const scopes = lead.headers.get("x-oauth-scopes");
const core = (await lead.json()).resources.core;
if (process.argv[2] !== "1") {
  const basic = "Basic " + Buffer.from("x-access-token:" + process.env.RELEASE_TOKEN).toString("base64");
  const rest = await Promise.all([
    ask("/user").then((r) => r.json()),
    ask("/repos/acme/site").then((r) => r.json()),
    ask("/acme/site.git/info/refs?service=git-receive-pack", basic).then((r) => r.text()),
  ]);
  console.log(rest.length);
}
console.log(scopes, core.remaining);
