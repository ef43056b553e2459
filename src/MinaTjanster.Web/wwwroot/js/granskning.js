// A timeline wider than the screen starts at its end, where the case is now.
for (const linje of document.querySelectorAll('figure.tidslinje')) linje.scrollLeft = linje.scrollWidth;

// The document beside the facts: draws a PDF page, or an image, on a canvas with page, zoom and rotation.
// Without this file the image stands inline and the PDF is a link (Arendesida/_Dokument.cshtml).
const visare = document.querySelector('[data-visare]');
if (visare) starta(visare).catch((fel) => misslyckas(visare, fel));

async function starta(rot) {
  const dokument = rot.dataset.visare === 'pdf' ? await oppnaPdf(rot.dataset) : await oppnaBild(rot);
  const yta = rot.querySelector('[data-yta]');
  const utan = rot.querySelector('[data-utan]');
  const canvas = document.createElement('canvas');
  canvas.setAttribute('role', 'img');
  const lage = { sida: 1, skala: 1, vridning: 0 };
  let pagar = Promise.resolve();

  // One drawing at a time, and only the latest wish: a canvas cannot be drawn on twice at once.
  let onskan = 0;
  const rita = () => {
    const min = ++onskan;
    pagar = pagar.then(async () => {
      if (min !== onskan) return;
      const bredd = Math.max(200, yta.clientWidth - 2);
      await dokument.rita(canvas, lage, bredd);
      canvas.setAttribute('aria-label', `Sida ${lage.sida} av ${dokument.antal}`);
      visaSida();
    }).catch((fel) => misslyckas(rot, fel));
    return pagar;
  };

  const knapp = (namn) => rot.querySelector(`[data-gor="${namn}"]`);
  const visaSida = () => {
    rot.querySelector('[data-visa="sida"]').textContent = `Sida ${lage.sida} av ${dokument.antal}`;
    // aria-disabled rather than disabled: the button that was just pressed keeps the focus.
    knapp('bakat').setAttribute('aria-disabled', lage.sida === 1);
    knapp('framat').setAttribute('aria-disabled', lage.sida === dokument.antal);
    knapp('mindre').setAttribute('aria-disabled', lage.skala <= 0.5);
    knapp('storre').setAttribute('aria-disabled', lage.skala >= 4);
  };
  const bladdra = (steg) => {
    const sida = Math.min(dokument.antal, Math.max(1, lage.sida + steg));
    if (sida === lage.sida) return;
    lage.sida = sida;
    yta.scrollTop = 0;
    rita();
  };
  const gor = {
    bakat: () => bladdra(-1),
    framat: () => bladdra(1),
    mindre: () => { lage.skala = Math.max(0.5, lage.skala / 1.25); rita(); },
    storre: () => { lage.skala = Math.min(4, lage.skala * 1.25); rita(); },
    bredd: () => { lage.skala = 1; rita(); },
    rotera: () => { lage.vridning = (lage.vridning + 90) % 360; rita(); },
  };
  rot.addEventListener('click', (event) => gor[event.target.closest('[data-gor]')?.dataset.gor]?.());

  // The width of the column decides the size at 100 %.
  let bredd = yta.clientWidth;
  new ResizeObserver(() => {
    if (Math.abs(yta.clientWidth - bredd) < 24) return;
    bredd = yta.clientWidth;
    rita();
  }).observe(yta);

  await rita();
  utan.hidden = true;
  yta.append(canvas);
  rot.querySelector('.visare__verktyg').hidden = false;
  visaText(rot, dokument, lage);
}

// The words of the page, for those who hear it or want to copy from it.
function visaText(rot, dokument, lage) {
  const ruta = rot.querySelector('[data-text]');
  if (!dokument.text) return;
  ruta.hidden = false;
  const fyll = async () => {
    if (!ruta.open) return;
    const text = (await dokument.text(lage.sida)).trim();
    ruta.querySelector('.visare__text').textContent = text || 'Sidan är en bild och innehåller ingen text.';
  };
  ruta.addEventListener('toggle', fyll);
  rot.addEventListener('click', () => setTimeout(fyll));
}

async function oppnaPdf({ url, pdfjs, worker, typsnitt }) {
  const { getDocument, GlobalWorkerOptions } = await import(pdfjs);
  GlobalWorkerOptions.workerSrc = worker;
  const pdf = await getDocument({ url, isEvalSupported: false, enableXfa: false, disableRange: true, standardFontDataUrl: new URL(typsnitt, location.href).href }).promise;
  return {
    antal: pdf.numPages,
    async rita(canvas, { sida, skala, vridning }, bredd) {
      const page = await pdf.getPage(sida);
      const rotation = (page.rotate + vridning) % 360;
      const css = bredd / page.getViewport({ scale: 1, rotation }).width * skala;
      const viewport = page.getViewport({ scale: css * tathet(), rotation });
      matt(canvas, viewport.width, viewport.height);
      await page.render({ canvasContext: canvas.getContext('2d'), viewport }).promise;
    },
    async text(sida) {
      const innehall = await (await pdf.getPage(sida)).getTextContent();
      return innehall.items.map((del) => del.str + (del.hasEOL ? '\n' : '')).join('');
    },
  };
}

async function oppnaBild(rot) {
  const bild = rot.querySelector('img');
  await bild.decode();
  const { naturalWidth: b, naturalHeight: h } = bild;
  return {
    antal: 1,
    async rita(canvas, { skala, vridning }, bredd) {
      const liggande = vridning % 180 !== 0;
      const s = Math.min(bredd / (liggande ? h : b), 1) * skala * tathet();
      matt(canvas, (liggande ? h : b) * s, (liggande ? b : h) * s);
      const yta = canvas.getContext('2d');
      yta.translate(canvas.width / 2, canvas.height / 2);
      yta.rotate(vridning * Math.PI / 180);
      yta.drawImage(bild, -b * s / 2, -h * s / 2, b * s, h * s);
    },
  };
}

const tathet = () => Math.min(devicePixelRatio || 1, 2);

// width and height attributes in device pixels; the size on the page by the style property, which the policy allows scripts to set.
function matt(canvas, bredd, hojd) {
  canvas.width = Math.round(bredd);
  canvas.height = Math.round(hojd);
  canvas.style.width = `${Math.round(bredd / tathet())}px`;
}

function misslyckas(rot, fel) {
  console.error(fel);
  const yta = rot.querySelector('[data-yta]');
  const p = document.createElement('p');
  p.className = 'visare__utan';
  p.setAttribute('role', 'status');
  p.textContent = 'Dokumentet kunde inte visas här. Öppna originalet med länken nedanför.';
  yta.replaceChildren(p);
  rot.querySelector('.visare__verktyg').hidden = true;
}
