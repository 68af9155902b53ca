/**
 * Puts texts between the markers `<!-- generated:NAME -->` and `<!-- /generated -->` of a page. Sections the page does
 * not have are left out; one it has that there is no text for stays as it is.
 *
 * @throws Error where a marker is not closed
 */
export function fillSections(page: string, sections: Readonly<Record<string, string>>): string {
  return Object.entries(sections).reduce((filled, [name, text]) => {
    const start = `<!-- generated:${name} -->`;
    const from = filled.indexOf(start);
    if (from === -1) return filled;
    const to = filled.indexOf('<!-- /generated -->', from);
    if (to === -1) throw new Error(`"${start}" has no "<!-- /generated -->" after it.`);
    return `${filled.slice(0, from + start.length)}\n\n${text}\n\n${filled.slice(to)}`;
  }, page);
}
