// A timeline wider than the screen starts at its end, where the case is now.
for (const linje of document.querySelectorAll('figure.tidslinje')) linje.scrollLeft = linje.scrollWidth;
