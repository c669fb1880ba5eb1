import type { Span } from './find-secrets.ts';

/**
 * Not in the middle of a longer word. A key may follow an escape: `\n` of JSON in a text, `%22` of an address, a colour of a
 * terminal.
 */
const start = String.raw`(?:(?<![\w-])|(?<=\\[nrt"])|(?<=%[\dA-Fa-f]{2})|(?<=\[\d{1,3}m))`;
const end = String.raw`(?![\w-])`;

/**
 * Keys that their own form gives away, whatever stands before them. The library of patterns misses these, knows one of their
 * lengths only, or misses them after an escape.
 */
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
  // OpenAI: keys of projects, service accounts and administrators, and those of users, which have no second part.
  String.raw`sk-(?:proj|svcacct|admin)-[\w-]{20,250}`,
  String.raw`sk-[A-Za-z\d]{32,64}`,
  // Anthropic: `sk-ant-api03-…`, `sk-ant-admin01-…`, `sk-ant-oat01-…`.
  String.raw`sk-ant-[\w-]{20,250}`,
  // https://huggingface.co/docs/hub/security-tokens
  String.raw`hf_[A-Za-z\d]{30,60}`,
  // A macaroon of PyPI: https://pypi.org/help/#apitoken
  String.raw`pypi-AgE[\w-]{40,1000}`,
  // https://github.blog/2021-09-23-announcing-npms-new-access-token-format/
  String.raw`npm_[A-Za-z\d]{36}`,
  // Twilio: an API key and an account.
  String.raw`(?:SK|AC)[\da-f]{32}`,
  String.raw`key-[\da-f]{32}`, // Mailgun
  String.raw`SG\.[\w-]{10,64}\.[\w-]{20,64}`, // SendGrid
  String.raw`do[opr]_v1_[\da-f]{64}`, // DigitalOcean
  // https://docs.gitlab.com/security/tokens/#token-prefixes
  String.raw`gl(?:pat|oas|dt|rt|rtr|cbt|ptt|ft|imt|agent|soat|ffct|wt)-[\w-]{16,300}(?:\.[a-z\d]{2,12}){0,2}`,
  String.raw`shp(?:at|ca|pa|ss|ua)_[A-Za-z\d]{32,64}`, // Shopify
  String.raw`dapi[\da-f]{32}(?:-\d)?`, // Databricks
  // New Relic: keys of users and others by what they begin with, license keys by what they end with.
  String.raw`NR(?:AK|AA|II|IQ|JS|RA|SP)-[\w-]{18,60}`,
  String.raw`[A-Za-z\d]{36}NRAL`,
  // Grafana: service accounts, access policies of Grafana Cloud, and API keys of before 2023 (base64 of `{"k":"`).
  String.raw`glsa_[A-Za-z\d]{32}_[\dA-Fa-f]{8}`,
  String.raw`glc_[A-Za-z\d+/]{32,400}={0,2}`,
  String.raw`eyJrIjoi[A-Za-z\d+/]{40,400}={0,2}`,
  // https://developer.hashicorp.com/vault/docs/concepts/tokens
  String.raw`hv[bsr]\.[\w-]{20,300}`,
  String.raw`[A-Za-z\d]{14}\.atlasv1\.[\w-]{60,70}`, // Terraform Cloud
  String.raw`dp\.(?:audit|ct|pt|sa|scim|st)\.(?:[a-z\d_-]{2,35}\.)?[A-Za-z\d]{40,44}`, // Doppler
  String.raw`lin_(?:api|oauth)_[A-Za-z\d]{32,128}`, // Linear
  // Sentry: tokens of organisations, which hold base64, and of users.
  String.raw`sntrys_[\w+/]{40,500}={0,2}(?:_[\w+/]{20,100})?`,
  String.raw`sntryu_[\da-f]{64}`,
  // Square: access tokens and secrets of applications.
  String.raw`sq0(?:atp|csp)-[\w-]{22,60}`,
  // https://core.telegram.org/bots/api#authorizing-your-bot
  String.raw`(?:bot)?\d{8,10}:A[\w-]{34}`,
  // https://github.com/C2SP/C2SP/blob/main/age.md, in Bech32
  'AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}',
];
const known = new RegExp(`${start}(?:${forms.join('|')})${end}`, 'gu');

/** A key of 256 bits, such as Refrain's own. A digest that says so (`sha256:…`, `docker://…`) is none. */
const hexKey = /(?<![\da-f])(?<!sha-?256[ :=@/_-])(?<!(?:docker|containerd|cri-o):\/\/)[\da-f]{64}(?![\da-f])/giu;

/**
 * The user and password of an address of any scheme. The user may be empty. A password may hold `@`, or also `/`, `?` and `#`,
 * which should be encoded and often are not; a port is no password.
 */
const inAddress =
  /(?<=:\/\/)[^\s/?#@:"'<>`]{0,200}:(?:[^\s/?#"'<>`]{1,500}|(?!\d{1,5}[/?#])[^\s@"'<>`]{1,500})(?=@[\w[])/gu;

/** The header of an HTTP request, whatever its scheme is called. */
const authorization = /(?<=authorization["']?[ \t]{0,3}[:=][ \t]{0,3}["']?[a-z]{1,20}[ \t]{1,3})[\w.~+/=-]{16,2000}/giu;

/** A link of Refrain that signs somebody in. */
const signInLink = /(?<=\/sign-in\/)[\w-]{43}(?![\w-])/gu;

/**
 * Addresses to which everybody who knows them can post: of Slack (https://api.slack.com/messaging/webhooks), Discord
 * (https://discord.com/developers/docs/resources/webhook) and Microsoft Teams. JSON may escape their slashes.
 */
const webhook = new RegExp(
  [
    String.raw`(?<=hooks\.slack(?:-gov)?\.com\\?/(?:services|workflows|triggers)\\?/)(?:[\w-]|\\?/){20,200}`,
    String.raw`(?<=discord(?:app)?\.com\\?/api\\?/(?:v\d{1,2}\\?/)?webhooks\\?/\d{15,22}\\?/)[\w-]{30,100}`,
    String.raw`(?<=\.webhook\.office\.com\\?/webhookb2\\?/)(?:[\w@-]|\\?/){30,300}`,
  ].join('|'),
  'gu',
);

const begin = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/gu;
const closing = /-----END [A-Z ]{0,40}PRIVATE KEY-----/u;
/** Characters of a private key in PEM: RSA keys of 16,384 bits have 13,000. */
const longestKey = 20_000;

/** Finds the user and password in each address (`postgres://app:…@db`). */
export function findAddressCredentials(text: string): Span[] {
  return spansOf(inAddress, text);
}

export function findKnownKeys(text: string): Span[] {
  const found = [hexKey, inAddress, authorization, signInLink, webhook].flatMap((pattern) => spansOf(pattern, text));
  return [...findKeys(text), ...found, ...findPrivateKeys(text)];
}

/** Finds only the keys that their own form gives away, and nothing that a name or a digest could be. */
export function findKeys(text: string): Span[] {
  return spansOf(known, text);
}

function spansOf(pattern: RegExp, text: string): Span[] {
  return Array.from(text.matchAll(pattern), ({ 0: match, index }) => ({ start: index, end: index + match.length }));
}

/** Finds private keys of any kind, also those that are cut off, as in logs. A `BEGIN` that no key follows is a message about one. */
function findPrivateKeys(text: string): Span[] {
  const spans: Span[] = [];
  for (const { 0: opening, index } of text.matchAll(begin)) {
    if (index < (spans.at(-1)?.end ?? 0)) continue;
    // No key reaches into the next of several texts that are scrubbed together.
    const part = (text.slice(index, index + longestKey).split('\u0000', 1)[0] ?? '').trimEnd();
    const stop = closing.exec(part);
    const length = stop === null ? measureCutKey(part, opening.length) : stop.index + stop[0].length;
    if (length > 0) spans.push({ start: index, end: index + length });
  }
  return spans;
}

/** Between the lines of a key, which JSON and logs escape. */
const lineEnd = /\n|\\r|\\n/gu;
/** A whole line of PEM has 64 characters or more; a shorter one counts as a part of the key only if nothing else is in it. */
const keyLine = /[A-Za-z\d+/]{40}|^[>|\s]*[A-Za-z\d+/]{16,}={0,2}$/u;
const keyHeader = /^[>|\s]*(?:(?:Proc-Type|DEK-Info|Comment|Version):.*)?$/u;
const cutLine = /^[>|\s]*[A-Za-z\d+/]+={0,2}$/u;

/**
 * Returns the characters of a key without an end, from its `BEGIN` to its last line; 0 where no key follows.
 * @param opening characters of `BEGIN` itself
 */
function measureCutKey(part: string, opening: number): number {
  let length = 0;
  let start = opening;
  for (const end of [
    ...Array.from(part.slice(opening).matchAll(lineEnd), (match) => opening + match.index),
    part.length,
  ]) {
    const line = part.slice(start, end).replace(/^\s*(?:\\[rn]\s*)*/u, '');
    const isKey = keyLine.test(line) || (end === part.length && cutLine.test(line));
    if (!isKey && !keyHeader.test(line)) break;
    if (isKey) length = end;
    start = end;
  }
  return length;
}
