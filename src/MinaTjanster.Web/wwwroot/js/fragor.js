// Opens the question that the address points at. Without scripts the browser goes to it, and the style sheet unfolds it (partner.css).
const oppna = () => {
  const mal = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fraga = mal && mal.closest('details.fraga');
  if (fraga && !fraga.open) {
    fraga.open = true;
    fraga.scrollIntoView();
  }
};
addEventListener('hashchange', oppna);
oppna();
