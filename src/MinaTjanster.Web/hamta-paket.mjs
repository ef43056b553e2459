// Restores the packages of package-lock.json and copies what the browser is served to wwwroot/lib.
// Run by the build (FrontEnd.targets) when the lock file or this list has changed; by hand: node hamta-paket.mjs
import { execSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, 'node_modules');
const lib = join(here, 'wwwroot/lib');
const lock = join(here, 'node_modules.lock');
const stamp = join(modules, '.minatjanster');

const files = {
  '@digdir/designsystemet-css/dist/src/index.css': 'designsystemet/designsystemet.css',
  '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2': 'inter/inter-latin.woff2',
  '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2': 'inter/inter-latin-ext.woff2',
  'pdfjs-dist/build/pdf.min.mjs': 'pdfjs/pdf.min.mjs',
  'pdfjs-dist/build/pdf.worker.min.mjs': 'pdfjs/pdf.worker.min.mjs',
  'pdfjs-dist/standard_fonts': 'pdfjs/standard_fonts',
};

const hash = createHash('sha256');
for (const file of ['package-lock.json', 'hamta-paket.mjs']) hash.update(readFileSync(join(here, file)));
const wanted = hash.digest('hex');
const isCurrent = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && Object.values(files).every(f => existsSync(join(lib, f)));

// Two builds at once (solution and tests, IDE and terminal) must not both empty node_modules: making a folder is atomic.
function takeLock() {
  for (;;) {
    try { mkdirSync(lock); return; } catch (e) { if (e.code !== 'EEXIST') throw e; }
    try {
      if (Date.now() - statSync(lock).mtimeMs > 180_000) rmSync(lock, { recursive: true, force: true }); // left by a killed build
    } catch (e) { if (e.code !== 'ENOENT') throw e; }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
}

takeLock();
try {
  if (!isCurrent()) {
    execSync('npm ci --omit=optional --ignore-scripts --no-audit --no-fund --loglevel=error', { cwd: here, stdio: ['ignore', 'ignore', 'inherit'] });
    rmSync(lib, { recursive: true, force: true });
    for (const [from, to] of Object.entries(files)) {
      const source = join(modules, from);
      const target = join(lib, to);
      mkdirSync(dirname(target), { recursive: true });
      if (statSync(source).isDirectory()) cpSync(source, target, { recursive: true });
      else copyFileSync(source, target);
    }
    writeFileSync(stamp, wanted);
  } else {
    writeFileSync(stamp, wanted); // newer than the lock file again: the build asks by time
  }
} finally {
  rmSync(lock, { recursive: true, force: true });
}
