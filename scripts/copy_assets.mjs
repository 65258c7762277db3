// Copies what the paper's pages need from node_modules to its static folder.
import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const fonts = join(root, "getnewsfast", "publish", "static", "publish", "fonts");

// One variable file has every weight: 110 kB, where four fixed weights would be 200 kB.
const assets = [
  ["vazirmatn/fonts/webfonts/Vazirmatn[wght].woff2", "vazirmatn.woff2"],
  ["vazirmatn/OFL.txt", "OFL.txt"],
];

await mkdir(fonts, { recursive: true });
for (const [from, to] of assets) {
  await copyFile(join(root, "node_modules", from), join(fonts, to));
}
