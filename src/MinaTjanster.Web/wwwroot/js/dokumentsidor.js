// Opens a document and draws its pages: a PDF by pdf.js, in a worker, or an image. Files come from others: no eval, no scripts, no forms
// and no links of theirs run, and no page gets a larger canvas than a browser can hold.
const STORST = 16e6; // pixels
const LANGST = 8192;

export async function oppnaPdf({ url, pdfjs, worker, typsnitt }) {
  const { getDocument, GlobalWorkerOptions } = await import(pdfjs);
  GlobalWorkerOptions.workerSrc = worker;
  // One request: each is a row in the view log.
  const pdf = await getDocument({ url, isEvalSupported: false, enableXfa: false, disableRange: true, standardFontDataUrl: new URL(typsnitt, location.href).href }).promise;
  const ofullstandiga = new Set();
  let visad = null; // the page on show keeps what it is drawn from
  return {
    antal: pdf.numPages,
    async rita(canvas, { sida, skala, vridning, bredd, liten }) {
      const page = await pdf.getPage(sida);
      if (!liten && visad !== page) {
        visad?.cleanup();
        visad = page;
      }
      const rotation = (page.rotate + vridning) % 360;
      const hel = page.getViewport({ scale: 1, rotation });
      const css = bredd / hel.width * skala;
      const tathet = matt(canvas, hel.width * css, hel.height * css, liten);
      await page.render({ canvasContext: canvas.getContext('2d'), viewport: page.getViewport({ scale: css * tathet, rotation }) }).promise;
      // An image that could not be decoded (JPEG 2000 needs WebAssembly, which the policy forbids) is left out without a word: say it.
      if (!liten) {
        if (await saknar(page)) ofullstandiga.add(sida);
      } else if (page !== visad) {
        page.cleanup();
      }
    },
    saknarBild: (sida) => ofullstandiga.has(sida),
    async text(sida) {
      const innehall = await (await pdf.getPage(sida)).getTextContent();
      return innehall.items.map((del) => del.str + (del.hasEOL ? '\n' : '')).join('');
    },
  };
}

// Did an image of this very page fail? What pages have in common is the whole document's: of that, only what the page itself draws.
async function saknar(page) {
  const misslyckade = (objekt) => [...objekt].filter(([, data]) => data === null).map(([id]) => id);
  if (misslyckade(page.objs).length > 0) return true;
  const gemensamma = new Set(misslyckade(page.commonObjs));
  if (gemensamma.size === 0) return false;
  const { argsArray } = await page.getOperatorList();
  return argsArray.some((delar) => delar && [...delar].some((del) => gemensamma.has(del)));
}

export async function oppnaBild(bild) {
  await bild.decode();
  const { naturalWidth: b, naturalHeight: h } = bild;
  return {
    antal: 1,
    async rita(canvas, { skala, vridning, bredd }) {
      const liggande = vridning % 180 !== 0;
      const [ritadBredd, ritadHojd] = liggande ? [h, b] : [b, h];
      const css = Math.min(bredd / ritadBredd, 1) * skala;
      const s = css * matt(canvas, ritadBredd * css, ritadHojd * css);
      const yta = canvas.getContext('2d');
      yta.translate(canvas.width / 2, canvas.height / 2);
      yta.rotate(vridning * Math.PI / 180);
      yta.drawImage(bild, -b * s / 2, -h * s / 2, b * s, h * s);
    },
    saknarBild: () => false,
  };
}

// width and height attributes in device pixels; the size on the page by the style property, which the policy allows scripts to set.
// Returns how many device pixels a pixel of the page gets: fewer where the page would be too large.
function matt(canvas, bredd, hojd, liten = false) {
  const tathet = Math.min(liten ? 1.5 : 2, devicePixelRatio || 1, Math.sqrt(STORST / (bredd * hojd)), LANGST / Math.max(bredd, hojd));
  canvas.width = Math.max(1, Math.round(bredd * tathet));
  canvas.height = Math.max(1, Math.round(hojd * tathet));
  canvas.style.width = `${Math.round(bredd)}px`;
  return tathet;
}
