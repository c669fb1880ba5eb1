import type { Span } from './find-secrets.ts';

/** Not in the middle of a longer word. */
const start = String.raw`(?<![\w-])`;
const end = String.raw`(?![\w-])`;

/** Keys that their own form gives away, whatever stands before them, and that the library of patterns does not know. */
const forms = [
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
  '(?:AKIA|ASIA|ABIA|ACCA|AGPA|AIDA|AIPA|ANPA|ANVA|AROA|ASCA|APKA)[A-Z2-7]{16}',
  // An API key of Google, the secret of an OAuth client, an access token, a refresh token.
  String.raw`AIza[\w-]{35}`,
  String.raw`GOCSPX-[\w-]{20,60}`,
  String.raw`ya29\.[\w.-]{20,2000}`,
  String.raw`1//0[\w-]{30,500}`,
  // https://docs.stripe.com/keys and the secret of a webhook endpoint
  String.raw`(?:sk|rk|pk)_(?:live|test)_[A-Za-z\d]{10,250}`,
  String.raw`whsec_[A-Za-z\d+/=]{20,100}`,
  // A token of Refrain.
  String.raw`rfr_[\w-]{43}`,
];
const known = new RegExp(`${start}(?:${forms.join('|')})${end}`, 'gu');

/** A key of 256 bits, such as Refrain's own. A digest that says so (`sha256:…`) is none. */
const hexKey = /(?<![\da-f])(?<!sha-?256[:=@/_-])[\da-f]{64}(?![\da-f])/giu;

export function findKnownKeys(text: string): Span[] {
  return [known, hexKey].flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ 0: match, index }) => ({ start: index, end: index + match.length })),
  );
}
