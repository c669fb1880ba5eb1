import type { Span } from './find-secrets.ts';
import { findValues, findWhole } from './find-values.ts';
import { isName, looksRandom } from './is-secret-value.ts';
import { keyForms } from './key-forms.ts';

/**
 * Not in the middle of a longer word. A key may follow an escape: `\n` of JSON in a text, `%22` of an address, a colour of a
 * terminal.
 */
const start = String.raw`(?:(?<![\w-])|(?<=\\[nrt"])|(?<=%[\dA-Fa-f]{2})|(?<=\[\d{1,3}m))`;
const end = String.raw`(?![\w-])`;

/** No key is shorter. Words that are take a fraction of the time. */
const long = String.raw`(?=[\w.~+/=$:!%*,-]{16})`;

const known = new RegExp(`${start}${long}(?:${keyForms.join('|')})${end}`, 'gu');

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
 * (https://discord.com/developers/docs/resources/webhook), Microsoft Teams, PagerDuty, Zapier and Mattermost. JSON may escape their
 * slashes.
 */
const webhooks = [
  /hooks\.slack(?:-gov)?\.com\\?\/(?:services|workflows|triggers)\\?\/(?<value>(?:[\w-]|\\?\/){20,200})/gu,
  /discord(?:app)?\.com\\?\/api\\?\/(?:v\d{1,2}\\?\/)?webhooks\\?\/\d{15,22}\\?\/(?<value>[\w-]{30,100})/gu,
  /\.webhook\.office\.com\\?\/webhookb2\\?\/(?<value>(?:[\w@-]|\\?\/){30,300})/gu,
  /outlook\.office(?:365)?\.com\\?\/webhook\\?\/(?<value>(?:[\w@-]|\\?\/){30,300})/gu,
  /events\.(?:eu\.)?pagerduty\.com\\?\/integration\\?\/(?<value>[\da-f]{32})/gu,
  /hooks\.zapier\.com\\?\/hooks\\?\/(?:catch|standard)\\?\/(?<value>(?:\w|\\?\/){8,80}\w)/gu,
  // Mattermost
  /(?<=\w)\\?\/hooks\\?\/(?<value>(?=[a-z]{0,25}\d)[a-z\d]{26})(?![\w-])/gu,
];

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
    ...[known, signInLink].flatMap((pattern) => findWhole(pattern, text)),
    ...webhooks.flatMap((pattern) => findValues(pattern, text)),
  ];
}

/** Finds only the keys that their own form gives away, and nothing that a name or a digest could be. */
export function findKeys(text: string): Span[] {
  return findWhole(known, text);
}
