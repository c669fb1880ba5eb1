/** Returns an http or https URL, and null for any other. URLs from providers are untrusted and may be `javascript:` URLs. */
export function toSafeUrl(url: string | null): string | null {
  return url !== null && /^https?:\/\//iu.test(url) ? url : null;
}
