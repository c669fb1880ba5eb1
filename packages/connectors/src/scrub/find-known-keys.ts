import type { Span } from './find-secrets.ts';

/**
 * Not in the middle of a longer word. A key may follow an escape: `\n` of JSON in a text, `%22` of an address, a colour of a
 * terminal.
 */
const start = String.raw`(?:(?<![\w-])|(?<=\\[nrt"])|(?<=%[\dA-Fa-f]{2})|(?<=\[\d{1,3}m))`;
const end = String.raw`(?![\w-])`;

/** Keys that their own form gives away, whatever stands before them, and that the library of patterns misses or knows elsewhere. */
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
  // https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
  String.raw`(?:gh[pousr]_|github_pat_)[A-Za-z\d_]{30,255}`,
  // Tokens of Slack, by https://api.slack.com/authentication/token-types
  String.raw`xox[abeoprs](?:\.xox[a-z])?-[\w-]{10,250}`,
  // A token of Refrain.
  String.raw`rfr_[\w-]{43}`,
];
const known = new RegExp(`${start}(?:${forms.join('|')})${end}`, 'gu');

/** A key of 256 bits, such as Refrain's own. A digest that says so (`sha256:…`, `docker://…`) is none. */
const hexKey = /(?<![\da-f])(?<!sha-?256[ :=@/_-])(?<!(?:docker|containerd|cri-o):\/\/)[\da-f]{64}(?![\da-f])/giu;

/** The user and password of an address of any scheme, whose user may be empty. */
const inAddress = /(?<=:\/\/)[^\s/?#@:"'<>`]{0,200}:[^\s/?#@"'<>`]{1,500}(?=@[\w[])/gu;

/** The header of an HTTP request, whatever its scheme is called. */
const authorization = /(?<=authorization["']?[ \t]{0,3}[:=][ \t]{0,3}["']?[a-z]{1,20}[ \t]{1,3})[\w.~+/=-]{16,2000}/giu;

/** A link of Refrain that signs somebody in. */
const signInLink = /(?<=\/sign-in\/)[\w-]{43}(?![\w-])/gu;

const begin = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/gu;
const closing = /-----END [A-Z ]{0,40}PRIVATE KEY-----/u;
/** Characters of a private key in PEM: RSA keys of 16,384 bits have 13,000. */
const longestKey = 20_000;

export function findKnownKeys(text: string): Span[] {
  const found = [known, hexKey, inAddress, authorization, signInLink].flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ 0: match, index }) => ({ start: index, end: index + match.length })),
  );
  return [...found, ...findPrivateKeys(text)];
}

/** Finds private keys of any kind. One that is cut off, as logs are, ends with the text. */
function findPrivateKeys(text: string): Span[] {
  const spans: Span[] = [];
  for (const { index } of text.matchAll(begin)) {
    if (index < (spans.at(-1)?.end ?? 0)) continue;
    const part = text.slice(index, index + longestKey);
    const stop = closing.exec(part);
    spans.push({ start: index, end: index + (stop === null ? part.length : stop.index + stop[0].length) });
  }
  return spans;
}
