/** Returns a normalised URL if it is safe to link, that is, http or https without credentials; null otherwise. */
export function toSafeUrl(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href, username, password } = new URL(url);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '' ? href : null;
}
