/** Only http(s) links are followed: the address came from outside. */
export function safeUrl(url: string | null): string | null {
  return url !== null && /^https?:\/\//iu.test(url) ? url : null;
}
