/** Returns an http(s) URL, else null. URLs from providers are untrusted, such as `javascript:`. */
export function safeUrl(url: string | null): string | null {
  return url !== null && /^https?:\/\//iu.test(url) ? url : null;
}
