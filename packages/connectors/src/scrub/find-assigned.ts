import type { Span } from './find-secrets.ts';

/** A name that says that its value is a secret, and the value; the two limits keep the time linear. */
const assigned =
  /(?<![a-z])(?:pass(?:word|wd|phrase)|secret|token|api[ _-]?key|access[ _-]?key|private[ _-]?key|client[ _-]?secret|credentials?)["']?[ \t]{0,3}(?:=>|:=|[:=])[ \t]{0,3}["']?(?<value>[^\s"'`,;<>(){}[\]]{6,200})/giu;
const bearer = /\b(?:bearer|basic)[ \t]{1,3}(?<value>[\w.~+/-]{16,2000}={0,2})/giu;
/** A signed JSON web token: header, claims and signature. */
const webToken = /\b(?<value>eyJ[\w-]{8,1000}\.[\w-]{4,4000}\.[\w-]{16,1000})/gu;
/** Parameters of an address that let in whoever has it. */
const parameter = /[?&](?:access_token|sig|signature|token|key|auth|code)=(?<value>[^\s&"'<>]{6,1000})/giu;

/**
 * Secrets by what stands before them, which no pattern of a known key can see: `password=…`, `Authorization: Bearer …`.
 * A value that is a word of prose, such as `token: expired`, stays.
 */
export function findAssigned(text: string): Span[] {
  return [assigned, bearer, webToken, parameter].flatMap((pattern) =>
    Array.from(text.matchAll(pattern)).flatMap((match) => {
      const value = match.groups?.value ?? '';
      if (pattern === assigned && !looksRandom(value)) return [];
      const start = match.index + match[0].length - value.length;
      return [{ start, end: start + value.length }];
    }),
  );
}

/** Prose has letters of one case and no digits; a path or a template says where a secret is and not what it is. */
function looksRandom(value: string): boolean {
  if (/^(?:[$%./~]|https?:)/u.test(value)) return false;
  return /\d/u.test(value) || (/[a-z]/u.test(value) && /[A-Z]/u.test(value.slice(1))) || /[!#$%^&*+=]/u.test(value);
}
