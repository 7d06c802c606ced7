const longest = 170;

/** The first words of a duty as its title: to the end of its first sentence or part, never cut inside a word. */
export function titleOf(text: string): string {
  const whole = text.replace(/\s+/gu, ' ').trim();
  const stop = /[.;:](?=\s|$)/u.exec(whole.slice(12));
  const first = (stop ? whole.slice(0, stop.index + 12) : whole).replace(/[\s,;:.…]+$/u, '');
  if (first.length <= longest) return first;
  const cut = first.slice(0, longest);
  const comma = cut.lastIndexOf(',');
  const edge = comma > longest / 2 ? comma : cut.lastIndexOf(' ');
  return cut.slice(0, edge).replace(/[\s,;:.(]+$/u, '');
}
