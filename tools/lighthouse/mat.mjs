// Lighthouse on the public pages: node mat.mjs http://localhost:5099
// Prints a table, and ends with 1 when a page is below what docs/prestanda.md asks for.
import * as chromeLauncher from 'chrome-launcher';
import lighthouse from 'lighthouse';

const rot = process.argv[2];
const sidor = [
  '/partner',
  '/partner/gymnasieskola',
  '/partner/gymnasieskola/ogiltig-franvaro',
  '/partner/gymnasieskola/handbok/studeranderapportering',
  '/partner/sok?q=underlag',
  '/partner/felkoder',
  '/blanketter',
  '/blanketter/underlag-for-skolk',
  '/statistik',
  '/webbinarier',
  '/mina-sidor/studietider',
  '/tillganglighet',
  '/integritet',
  '/kakor',
  '/en',
  '/logga-in',
];
const minst = { performance: 95, accessibility: 100, 'best-practices': 100 };
const slag = Object.keys(minst);

const chrome = await chromeLauncher.launch({ chromeFlags: ['--headless=new', '--no-sandbox'] });
let under = 0;
console.log('| Page | Performance | Accessibility | Best practices |');
console.log('|---|---:|---:|---:|');
try {
  for (const sida of sidor) {
    const svar = await matAsync(sida);
    const tal = slag.map((s) => Math.round(svar.lhr.categories[s].score * 100));
    console.log(`| ${sida} | ${tal.join(' | ')} |`);
    slag.forEach((s, i) => {
      if (tal[i] >= minst[s]) {
        return;
      }
      under++;
      for (const { id, weight } of svar.lhr.categories[s].auditRefs) {
        const prov = svar.lhr.audits[id];
        if (weight > 0 && prov.score !== null && prov.score < 0.9) {
          console.error(`${sida}: ${s} ${id} ${prov.displayValue ?? ''} ${JSON.stringify(prov.details?.items?.slice(0, 3) ?? '').slice(0, 400)}`);
        }
      }
    });
  }
} finally {
  chrome.kill();
}

// A category without a score was not measured: Lighthouse lost the browser's trace, and the page is asked for again. It is said, and the third time it counts as 0.
async function matAsync(sida) {
  for (let forsok = 1; ; forsok++) {
    const svar = await lighthouse(rot + sida, { port: chrome.port, onlyCategories: slag, logLevel: 'error' });
    if (forsok === 3 || slag.every((s) => svar.lhr.categories[s].score !== null)) {
      return svar;
    }
    const fel = Object.values(svar.lhr.audits).find((prov) => prov.scoreDisplayMode === 'error');
    console.error(`${sida}: not measured, asked again: ${fel?.errorMessage ?? svar.lhr.runtimeError?.message ?? 'no reason given'}`);
  }
}

process.exit(under === 0 ? 0 : 1);
