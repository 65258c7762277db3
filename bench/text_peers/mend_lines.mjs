// Mend texts with one npm package: `node mend_lines.mjs NAME FOLDER`, the folder that holds its
// node_modules. The same lines in and out as mend_lines.py, the cost last on standard error.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [name, folder] = process.argv.slice(2);
const load = createRequire(join(folder, "package.json"));

const LOADERS = {
  virastar: () => {
    const Virastar = load("virastar");
    const virastar = new Virastar();
    return (text) => virastar.cleanup(text);
  },
  "persian-tools": () => load("@persian-tools/persian-tools").halfSpace,
};

const spent = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const texts = readFileSync(0, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
const started = spent();
const mend = LOADERS[name]();
mend("این کتاب ها را می خوانم.");
const loaded = spent();
const mended = texts.map((text) => mend(text));
const ended = spent();
process.stdout.write(mended.map((text) => JSON.stringify(text) + "\n").join(""));
const round = (number) => Math.round(number * 10) / 10;
// Linux keeps it for each process alone; resource usage would count the parent's as well.
const readPeakMb = () => {
  const found = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync("/proc/self/status", "utf8"));
  return found ? round(Number(found[1]) / 1024) : 0;
};
console.error(
  JSON.stringify({
    load_ms: round(loaded - started),
    cpu_seconds: (ended - loaded) / 1000,
    peak_mb: readPeakMb(),
  }),
);
