// A hint while a new password is typed: <div data-losenordshjalp data-minst data-hogst data-olika> around the field and a status line [data-lage].
// It says only what can be known here: length, and how many different characters. Whether a password is common or holds the person's name the
// server says when it is sent: a password does not leave the page letter by letter, and a list of 49 000 is not for a phone. So it never praises.

function lage(text, { minst, hogst, olika }) {
  const langd = text.length;
  if (langd === 0) return '';
  if (langd > hogst) return `För långt: högst ${hogst} tecken.`;
  if (langd < minst) {
    const kvar = minst - langd;
    return `${langd} av minst ${minst} tecken. ${kvar === 1 ? 'Ett tecken' : `${kvar} tecken`} till.`;
  }
  // Counted as the server counts: UTF-16 units, not letters.
  if (new Set(text.split('')).size < olika) return `Långt nog, men använd minst ${olika} olika tecken.`;
  return 'Långt nog. När du byter kontrollerar vi också att det inte är vanligt och inte innehåller ditt namn.';
}

for (const ruta of document.querySelectorAll('[data-losenordshjalp]')) {
  const falt = ruta.querySelector('input');
  const rad = ruta.querySelector('[data-lage]');
  const regler = Object.fromEntries(['minst', 'hogst', 'olika'].map(namn => [namn, Number(ruta.dataset[namn])]));
  let vantar = 0;
  falt.addEventListener('input', () => {
    const text = lage(falt.value, regler);
    // Read out when the typing pauses, not at every letter.
    clearTimeout(vantar);
    vantar = setTimeout(() => {
      rad.hidden = text === '';
      if (rad.textContent !== text) rad.textContent = text;
    }, 300);
  });
}
