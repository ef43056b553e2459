// Builds the theme of designsystemet.config.json into the portal's style sheets:
//   cd tools && npm ci && npm run tema
// The result is committed, so that running the portal needs no theme builder (design decision 21).
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const cli = join(here, 'node_modules/@digdir/designsystemet/dist/bin/designsystemet.js');
const config = join(here, 'designsystemet.config.json');
const tokens = mkdtempSync(join(tmpdir(), 'tokens-'));
const built = mkdtempSync(join(tmpdir(), 'tema-'));
const run = (...args) => execFileSync(process.execPath, [cli, 'tokens', ...args], { cwd: here, stdio: 'inherit' });

run('create', '--config', config, '--out-dir', tokens);
run('build', '--config', config, '--tokens', tokens, '--out-dir', built);
copyFileSync(join(built, 'minatjanster.css'), join(here, '../src/MinaTjanster.Web/wwwroot/css/tema.css'));
for (const dir of [tokens, built]) rmSync(dir, { recursive: true });
