/** Matches an option of a template that nobody chose, such as “- [ ] Bug fix”, and a comment of the template. */
const unchosen = /^\s*[-*] \[ \] .*$|^\s*<!--.*-->\s*$/u;
const heading = /^#{1,6} /u;

/** Removes from a text what only its template says: options that nobody chose, and headings without content. */
export function omitTemplate(text: string): string {
  const lines = text.split('\n');
  if (!lines.some((line) => unchosen.test(line))) return text;
  const kept = lines.filter((line) => !unchosen.test(line));
  return kept
    .filter((line, at) => {
      const next = kept.slice(at + 1).find((one) => one.trim() !== '');
      return !heading.test(line) || (next !== undefined && !heading.test(next));
    })
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n');
}
