// The document beside the facts: one page at a time on a canvas, thumbnails of the others, zoom, and rotation of each page by itself.
// Without this file the image stands inline and the PDF is a link (Areas/Granskning/_Visare.cshtml).
import { oppnaBild, oppnaPdf } from './dokumentsidor.js';

const rot = document.querySelector('[data-visare]');
if (rot) starta(rot).catch((fel) => misslyckas(rot, fel));

async function starta(rot) {
  const dokument = rot.dataset.visare === 'pdf' ? await oppnaPdf(rot.dataset) : await oppnaBild(rot.querySelector('img'));
  const yta = rot.querySelector('[data-yta]');
  const utan = rot.querySelector('[data-utan]');
  const canvas = document.createElement('canvas');
  canvas.setAttribute('role', 'img');
  const iSpann = (sida) => Math.min(dokument.antal, Math.max(1, sida || 1));
  const lage = { sida: iSpann(Number(rot.dataset.sida)), skala: 1, vridningar: new Map() };
  const vridning = (sida) => lage.vridningar.get(sida) ?? 0;
  const namn = (sida) => `Sida ${sida} av ${dokument.antal}`;
  // It stands on the page before it is drawn on, and has its name from the start.
  canvas.setAttribute('aria-label', namn(lage.sida));

  // One drawing at a time, and only the latest wish: a canvas cannot be drawn on twice at once. Thumbnails wait for the page.
  let onskan = 0;
  let pagar = Promise.resolve();
  const rita = () => {
    const min = ++onskan;
    visaLage();
    pagar = pagar.then(async () => {
      if (min !== onskan) return;
      const { sida, skala } = lage;
      // A damaged page is said to be so, and the others can still be turned to.
      const gick = await dokument.rita(canvas, { sida, skala, vridning: vridning(sida), bredd: Math.max(200, yta.clientWidth - 2) })
        .then(() => true, (fel) => { console.error(fel); return false; });
      canvas.hidden = !gick;
      canvas.setAttribute('aria-label', namn(sida));
      rot.querySelector('[data-skadad]').hidden = gick;
      rot.querySelector('[data-ofullstandig]').hidden = !gick || !dokument.saknarBild(sida);
      fyllText();
    });
    return pagar;
  };
  const miniatyrer = dokument.antal > 1 ? byggMiniatyrer(rot, dokument, { namn, vridning, efter: () => pagar, visa: (sida) => gaTill(sida) }) : null;

  const knapp = (gor) => rot.querySelector(`[data-gor="${gor}"]`);
  const satt = (element, text) => { if (element.textContent !== text) element.textContent = text; };
  function visaLage() {
    satt(rot.querySelector('[data-visa="sida"]'), namn(lage.sida));
    satt(rot.querySelector('[data-visa="storlek"]'), `${Math.round(lage.skala * 100)} %`);
    // aria-disabled rather than disabled: the button that was just pressed keeps the focus.
    knapp('bakat').setAttribute('aria-disabled', lage.sida === 1);
    knapp('framat').setAttribute('aria-disabled', lage.sida === dokument.antal);
    knapp('mindre').setAttribute('aria-disabled', lage.skala <= 0.5);
    knapp('storre').setAttribute('aria-disabled', lage.skala >= 4);
    miniatyrer?.visaVald(lage.sida);
    const falt = document.querySelector('[data-foljer-sida]');
    if (falt && !falt.dataset.skriven) falt.value = lage.sida;
  }

  function gaTill(sida) {
    const mal = iSpann(sida);
    if (mal === lage.sida) return;
    lage.sida = mal;
    yta.scrollTop = 0;
    rita();
  }

  const gor = {
    bakat: () => gaTill(lage.sida - 1),
    framat: () => gaTill(lage.sida + 1),
    mindre: () => { lage.skala = Math.max(0.5, lage.skala / 1.25); rita(); },
    storre: () => { lage.skala = Math.min(4, lage.skala * 1.25); rita(); },
    bredd: () => { lage.skala = 1; rita(); },
    rotera: () => {
      lage.vridningar.set(lage.sida, (vridning(lage.sida) + 90) % 360);
      rita();
      miniatyrer?.ritaOm(lage.sida);
    },
  };
  rot.addEventListener('click', (event) => gor[event.target.closest('[data-gor]')?.dataset.gor]?.());

  // Only while something in the viewer has the focus, and none of them a letter: the page's own shortcuts are (_Tangenter.cshtml).
  const tangenter = { PageUp: gor.bakat, PageDown: gor.framat, '+': gor.storre, '-': gor.mindre, 0: gor.bredd };
  rot.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select') || !tangenter[event.key]) return;
    event.preventDefault();
    tangenter[event.key]();
  });

  // A link to a page of the document on show turns to it.
  document.addEventListener('click', (event) => {
    const lank = event.target.closest('a[data-visa-sida]');
    if (!lank || lank.dataset.dokument !== rot.dataset.dokument || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    gaTill(Number(lank.dataset.visaSida));
    yta.focus();
  });
  document.querySelector('[data-foljer-sida]')?.addEventListener('input', (event) => { event.target.dataset.skriven = 'ja'; });

  // The words of the page, for those who hear it or want to copy from it.
  const ruta = rot.querySelector('[data-text]');
  async function fyllText() {
    if (!dokument.text || !ruta.open) return;
    const { sida } = lage;
    const text = await dokument.text(sida).then((t) => t.trim() || 'Sidan är en bild och innehåller ingen text.', () => 'Sidans text kunde inte läsas.');
    if (sida === lage.sida) ruta.querySelector('.visare__text').textContent = text;
  }
  ruta.addEventListener('toggle', fyllText);
  ruta.hidden = !dokument.text;

  // The width of the column decides the size at 100 %.
  let bredd = yta.clientWidth;
  new ResizeObserver(() => {
    if (Math.abs(yta.clientWidth - bredd) < 24) return;
    bredd = yta.clientWidth;
    rita();
  }).observe(yta);

  utan.hidden = true;
  for (const del of rot.querySelectorAll('[data-verktyg]')) del.hidden = false;
  yta.append(canvas);
  await rita();
}

// A list of buttons, one a page. One of them is in the tab order; arrows, Home and End move among them. Drawn when they come into sight.
function byggMiniatyrer(rot, dokument, { namn, vridning, efter, visa }) {
  const lista = rot.querySelector('[data-sidor]');
  const markta = new Set((rot.dataset.markta ?? '').split(',').filter(Boolean).map(Number));
  const knappar = Array.from({ length: dokument.antal }, (_, i) => {
    const knapp = document.createElement('button');
    knapp.type = 'button';
    knapp.tabIndex = -1;
    knapp.dataset.sida = i + 1;
    knapp.setAttribute('aria-label', namn(i + 1) + (markta.has(i + 1) ? ', märkt' : ''));
    const text = document.createElement('span');
    text.textContent = markta.has(i + 1) ? `${i + 1} märkt` : i + 1;
    knapp.append(document.createElement('canvas'), text);
    const rad = document.createElement('li');
    rad.append(knapp);
    lista.append(rad);
    return knapp;
  });

  const ko = [];
  let ritar = false;
  async function rita() {
    if (ritar) return;
    ritar = true;
    while (ko.length) {
      await efter();
      const knapp = ko.shift();
      const sida = Number(knapp.dataset.sida);
      try {
        await dokument.rita(knapp.querySelector('canvas'), { sida, skala: 1, vridning: vridning(sida), bredd: 88, liten: true });
      } catch (fel) {
        console.error(fel); // the button says which page it is
      }
    }
    ritar = false;
  }
  const begar = (knapp) => { if (!ko.includes(knapp)) { ko.push(knapp); rita(); } };
  const syns = new IntersectionObserver((rader) => {
    for (const { isIntersecting, target } of rader) {
      if (!isIntersecting) continue;
      syns.unobserve(target);
      begar(target);
    }
  }, { root: lista, rootMargin: '200px' });
  knappar.forEach((knapp) => syns.observe(knapp));

  lista.addEventListener('click', (event) => {
    const knapp = event.target.closest('button');
    if (knapp) visa(Number(knapp.dataset.sida));
  });
  lista.addEventListener('keydown', (event) => {
    const nu = knappar.indexOf(document.activeElement);
    const mal = { ArrowDown: nu + 1, ArrowRight: nu + 1, ArrowUp: nu - 1, ArrowLeft: nu - 1, Home: 0, End: knappar.length - 1 }[event.key];
    if (nu < 0 || mal === undefined) return;
    event.preventDefault();
    knappar[mal]?.focus();
  });
  lista.hidden = false;

  return {
    visaVald(sida) {
      for (const knapp of knappar) {
        const vald = Number(knapp.dataset.sida) === sida;
        knapp.tabIndex = vald ? 0 : -1;
        if (vald) knapp.setAttribute('aria-current', 'page');
        else knapp.removeAttribute('aria-current');
      }
      // The list's own scrolling, so that the page stays where it is.
      const rad = knappar[sida - 1].parentElement;
      lista.scrollTop = rad.offsetTop - lista.offsetTop - (lista.clientHeight - rad.offsetHeight) / 2;
      lista.scrollLeft = rad.offsetLeft - lista.offsetLeft - (lista.clientWidth - rad.offsetWidth) / 2;
    },
    ritaOm: (sida) => begar(knappar[sida - 1]),
  };
}

// The document could not be opened at all.
function misslyckas(rot, fel) {
  console.error(fel);
  const p = document.createElement('p');
  p.className = 'visare__utan';
  p.setAttribute('role', 'status');
  p.textContent = 'Dokumentet kunde inte visas här. Öppna originalet med länken nedanför.';
  rot.querySelector('[data-yta]').replaceChildren(p);
  for (const del of rot.querySelectorAll('[data-verktyg], [data-sidor]')) del.hidden = true;
}
