// Focus on the error summary, for browsers that do not honour autofocus on it, and after uppladdning.js has swapped the page.
export function fokusera() {
  document.getElementById('felsummering')?.focus();
}

// A radio group has no element to scroll to but its first choice: focus follows the link in every browser.
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('.ds-error-summary a[href^="#"]');
  const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!field) return;
  event.preventDefault();
  const reduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
  (field.closest('fieldset, .ds-field') ?? field).scrollIntoView({ behavior: reduced ? 'auto' : 'smooth', block: 'start' });
  field.focus({ preventScroll: true });
});

document.addEventListener('minatjanster:sida', fokusera);
fokusera();
