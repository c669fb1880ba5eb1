/** The most characters that are read. Texts are stored up to this length. */
const readLength = 60_000;
const maxReferences = 50;

/**
 * Matches the page of a PagerDuty incident, of a GitHub issue, or of a Markdown file on GitHub, without anything that
 * follows it.
 */
const page =
  /https?:\/\/[\w.:-]{1,200}(?:\/[\w.-]{1,100}){0,2}?\/(?:incidents\/[A-Z\d]{6,32}|[\w.-]{1,100}\/[\w.-]{1,100}\/(?:issues\/\d{1,9}|blob\/[^\s()<>"'#?|]{1,500}\.(?:md|markdown)))(?![\w-])/gu;

/**
 * Finds addresses in a text that may describe the same failure elsewhere: PagerDuty incidents, GitHub issues and
 * post-mortem files. They come in the order of the text, without duplicates, at most 50. Callers decide whether they
 * are the same failure.
 * @param own the address of the failure itself, which is left out
 */
export function findReferences(text: string, own: string | null = null): string[] {
  const found = new Set(Array.from(text.slice(0, readLength).matchAll(page), ([url]) => url));
  if (own !== null) found.delete(own);
  return [...found].slice(0, maxReferences);
}
