// Single-key shortcuts of CSN's queue and case: what they do is a link or button on the page, or a field to write in. Switched off in this browser (WCAG 2.1.4).
const nyckel = 'granskning-tangenter';
const ruta = document.querySelector('[data-tangenter]');
const knapp = ruta?.querySelector('[data-vaxla]');
let pa = las() !== 'av';

function las() {
  try { return localStorage.getItem(nyckel); } catch { return null; }
}

function visa() {
  knapp.setAttribute('aria-pressed', String(pa));
  knapp.textContent = pa ? 'Kortkommandon är på' : 'Kortkommandon är av';
}

function flytta(steg) {
  const rader = [...document.querySelectorAll('[data-tangentrad]')];
  const nu = rader.indexOf(document.activeElement);
  rader[Math.min(rader.length - 1, Math.max(0, nu < 0 ? 0 : nu + steg))]?.focus();
}

if (ruta) {
  ruta.hidden = false;
  visa();
  knapp.addEventListener('click', () => {
    pa = !pa;
    try { localStorage.setItem(nyckel, pa ? 'pa' : 'av'); } catch { /* for this page only */ }
    visa();
  });
  document.addEventListener('keydown', (handelse) => {
    const { key, target } = handelse;
    if (!pa || handelse.defaultPrevented || handelse.repeat || handelse.ctrlKey || handelse.metaKey || handelse.altKey || key.length !== 1) return;
    if (target.isContentEditable || target.closest('input, textarea, select, [role=dialog], dialog')) return;
    if (key === 'j' || key === 'k') {
      flytta(key === 'j' ? 1 : -1);
      return;
    }

    const mal = document.querySelector(`[data-tangent="${CSS.escape(key.toLowerCase())}"]`);
    if (mal) {
      handelse.preventDefault();
      if (mal.matches('input')) mal.focus(); else mal.click();
    }
  });
}
