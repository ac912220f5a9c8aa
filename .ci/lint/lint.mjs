// Checks action.yml and workflow files as GitHub's editor does: schema, contexts, expressions.
// usage: node --import ./hook.mjs lint.mjs FILE...
// Prints file:line:column: message. Exit 0: no error, 1: errors, 2: the linter itself does not work.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { validate } from "@actions/languageservice";
import { TextDocument } from "vscode-languageserver-textdocument";

const ERROR = 1; // a diagnostic without a severity counts as one too

// We are offline: every foreign action is taken to exist, and its inputs are not looked at.
const offline = {
  actionsMetadataProvider: { fetchActionMetadata: async () => ({ name: "not looked up" }) },
};

/** What is wrong with the text, as `{line, column, message, fatal}`. The name tells action from workflow. */
async function problems(path, text) {
  const uri = pathToFileURL(resolve(path)).href;
  const found = await validate(TextDocument.create(uri, "yaml", 1, text), offline);
  return found.map(({ range, severity, message }) => ({
    line: range.start.line + 1,
    column: range.start.character + 1,
    message,
    fatal: (severity ?? ERROR) === ERROR,
  }));
}

// A linter that cannot fail proves nothing: each of these must be judged right before a real file is.
// The paths must be nobody else's: the language service remembers what it has parsed by path.
const SELF_TEST = [
  {
    name: "a sound workflow",
    path: "self-test/sound.yml",
    text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.sha }}\n",
    errorOnLine: undefined,
  },
  {
    name: "a misspelt key in a workflow",
    path: "self-test/key.yml",
    text: "on: push\njobs:\n  a:\n    runs_on: ubuntu-latest\n    steps:\n      - run: echo\n",
    errorOnLine: 4,
  },
  {
    name: "an unknown context in a workflow",
    path: "self-test/context.yml",
    text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ githup.sha }}\n",
    errorOnLine: 6,
  },
  {
    name: "an unknown kind of action",
    path: "self-test/action.yml",
    text: "name: a\ndescription: b\nruns:\n  using: doker\n  image: docker://a\n",
    errorOnLine: 4,
  },
];

async function selfTest() {
  let works = true;
  for (const { name, path, text, errorOnLine } of SELF_TEST) {
    const lines = (await problems(path, text)).filter((p) => p.fatal).map((p) => p.line);
    const right = errorOnLine === undefined ? lines.length === 0 : lines.includes(errorOnLine);
    if (!right) {
      console.error(`self-test: ${name}: expected ${errorOnLine ?? "no error"}, got lines [${lines}]`);
      works = false;
    }
  }
  return works;
}

async function lint(files) {
  let errors = 0;
  for (const file of files) {
    for (const p of await problems(file, readFileSync(file, "utf8"))) {
      if (p.fatal) errors++;
      console.log(`${file}:${p.line}:${p.column}: ${p.fatal ? "" : "warning: "}${p.message}`);
    }
  }
  console.log(`lint: ${files.length} files, ${errors} errors`);
  return errors;
}

if (!(await selfTest())) process.exit(2);
console.log(`lint: self-test passed, ${SELF_TEST.length} samples`);
process.exit((await lint(process.argv.slice(2))) === 0 ? 0 : 1);
