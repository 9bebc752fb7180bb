// Builds qcdc_feedback/static: every file named by its content, and manifest.json to find it by its plain name.
// The same sources give the same bytes, so that a second build can prove the committed files.

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, parse } from "node:path";
import { fileURLToPath } from "node:url";

import { buildSync } from "esbuild";
import { compile } from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, "../node_modules");
const target = join(here, "../qcdc_feedback/static");
const fontFiles = join(packages, "@fontsource/be-vietnam-pro");
const FOLDERS = ["css", "js", "fonts", "images", "licences"];
const SUBSETS = ["latin", "vietnamese"];
const WEIGHTS = [400, 600, 700];

const manifest = {};

function place(name, content) {
  const { dir, name: stem, ext } = parse(name);
  const digest = createHash("sha256").update(content).digest("hex").slice(0, 10);
  manifest[name] = `${dir}/${stem}.${digest}${ext}`;
  writeFileSync(join(target, manifest[name]), content);
}

function clearFolders() {
  for (const folder of FOLDERS) {
    rmSync(join(target, folder), { recursive: true, force: true });
    mkdirSync(join(target, folder), { recursive: true });
  }
}

function buildFonts() {
  for (const subset of SUBSETS) {
    for (const weight of WEIGHTS) {
      const source = join(fontFiles, `files/be-vietnam-pro-${subset}-${weight}-normal.woff2`);
      place(`fonts/be-vietnam-pro-${subset}-${weight}.woff2`, readFileSync(source));
    }
  }
}

function buildImages() {
  for (const name of readdirSync(join(here, "images")).sort()) {
    place(`images/${name}`, readFileSync(join(here, "images", name)));
  }
}

function buildStyles() {
  const { css } = compile(join(here, "styles/site.scss"), {
    style: "compressed",
    charset: false,
    loadPaths: [join(packages, "govuk-frontend/dist")],
    quietDeps: true,
  });
  const named = css.replace(/\.\.\/((?:fonts|images)\/[\w.-]+)/g, (_, name) => {
    if (!manifest[name]) throw new Error(`The styles ask for ${name}, which is not there.`);
    return `../${manifest[name]}`;
  });
  place("css/site.css", named);
}

function buildScripts() {
  const { outputFiles } = buildSync({
    entryPoints: [join(here, "scripts/site.js")],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2020",
    legalComments: "none",
    nodePaths: [packages],
    write: false,
  });
  place("js/site.js", outputFiles[0].contents);
}

function copyLicences() {
  for (const name of readdirSync(join(here, "licences")).sort()) {
    writeFileSync(join(target, "licences", name), readFileSync(join(here, "licences", name)));
  }
  writeFileSync(join(target, "licences/be-vietnam-pro.txt"), readFileSync(join(fontFiles, "LICENSE")));
}

clearFolders();
buildFonts();
buildImages();
buildStyles();
buildScripts();
copyLicences();
const sorted = Object.fromEntries(Object.entries(manifest).sort(([one], [two]) => (one < two ? -1 : 1)));
writeFileSync(join(target, "manifest.json"), `${JSON.stringify(sorted, null, 2)}\n`);
