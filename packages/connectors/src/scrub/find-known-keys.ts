import type { Span } from './find-secrets.ts';
import { findWhole } from './find-values.ts';
import { isName, looksRandom } from './is-secret-value.ts';
import { keyForms } from './key-forms.ts';

/**
 * Not in the middle of a longer word. A key may follow an escape: `\n` of JSON in a text, `%22` of an address, a colour of a
 * terminal.
 */
const start = String.raw`(?:(?<![\w-])|(?<=\\[nrt"])|(?<=%[\dA-Fa-f]{2})|(?<=\[\d{1,3}m))`;
const end = String.raw`(?![\w-])`;

const known = new RegExp(`${start}(?:${keyForms.join('|')})${end}`, 'gu');

/**
 * The user and password of an address of any scheme. The user may be empty. A password may hold `@`, or also `/`, `?` and `#`,
 * which should be encoded and often are not; a port is no password.
 */
const inAddress =
  /(?<=:\/\/)[^\s/?#@:"'<>`]{0,200}:(?:[^\s/?#"'<>`]{1,500}|(?!\d{1,5}[/?#])[^\s@"'<>`]{1,500})(?=@[\w[])/gu;

/** https://github.com/go-sql-driver/mysql#dsn-data-source-name */
const hasDsn = /@(?:tcp[46]?|unix|cloudsql)\(/u;
const inDsn = /(?<![\w.-])[\w.-]{1,100}:(?!\[secret\])[^\s"'<>`]{1,200}(?=@(?:tcp[46]?|unix|cloudsql)\()/gu;
/** https://docs.oracle.com/en/database/oracle/oracle-database/23/jjdbc/data-sources-and-URLs.html */
const inOracleAddress = /(?<=:oracle:(?:thin|oci8?):)[^\s/@"'<>`]{1,100}\/[^\s"'<>`]{1,200}(?=@)/giu;
/** A token in place of a user and a password, as Sentry and GitHub accept it. */
const tokenInAddress = /(?<=\b(?:https?|nats):\/\/)[\w~+=-]{16,500}(?=@[\w[])/giu;

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

/** Finds the user and password, or the token, in each address (`postgres://app:…@db`, `app:…@tcp(db)/a`). */
export function findAddressCredentials(text: string): Span[] {
  const isToken = (value: string) => looksRandom(value) && !isName(value);
  return [
    ...[inAddress, inOracleAddress].flatMap((pattern) => findWhole(pattern, text)),
    ...(hasDsn.test(text) ? findWhole(inDsn, text) : []),
    ...findWhole(tokenInAddress, text).filter(({ start, end }) => isToken(text.slice(start, end))),
  ];
}

export function findKnownKeys(text: string): Span[] {
  return [
    ...findAddressCredentials(text),
    ...[known, signInLink, webhook].flatMap((pattern) => findWhole(pattern, text)),
  ];
}

/** Finds only the keys that their own form gives away, and nothing that a name or a digest could be. */
export function findKeys(text: string): Span[] {
  return findWhole(known, text);
}
