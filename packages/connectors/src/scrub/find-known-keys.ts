import type { Span } from './find-secrets.ts';
import { findValues, findWhole } from './find-values.ts';
import { isName, looksRandom } from './is-secret-value.ts';
import { keyForms } from './key-forms.ts';

/**
 * Excludes positions within a longer word. A key may follow an escape: `
 * ` of JSON in a text, `%22` of an address, a terminal colour.
 */
const start = String.raw`(?:(?<![\w-])|(?<=\\[nrt"])|(?<=%[\dA-Fa-f]{2})|(?<=\[\d{1,3}m))`;
const end = String.raw`(?![\w-])`;

/** Skips words that are shorter than every key, which is much faster. */
const long = String.raw`(?=[\w.~+/=$:!%*,-]{16})`;

const known = new RegExp(`${start}${long}(?:${keyForms.join('|')})${end}`, 'gu');

/**
 * Matches the user and password of an address of any scheme. The user may be empty. A password may contain `@`, and
 * also `/`, `?` and `#`, which are often not encoded although they should be. A port is not a password.
 */
const inAddress =
  /(?<=:\/\/)[^\s/?#@:"'<>`]{0,200}:(?:[^\s/?#"'<>`]{1,500}|(?!\d{1,5}[/?#])[^\s@"'<>`]{1,500})(?=@[\w[])/gu;

/** Matches a DSN of MySQL: https://github.com/go-sql-driver/mysql#dsn-data-source-name */
const hasDsn = /@(?:tcp[46]?|unix|cloudsql)\(/u;
const inDsn = /(?<![\w.-])[\w.-]{1,100}:(?!\[secret\])[^\s"'<>`]{1,200}(?=@(?:tcp[46]?|unix|cloudsql)\()/gu;
/**
 * Matches an address of Oracle:
 * https://docs.oracle.com/en/database/oracle/oracle-database/23/jjdbc/data-sources-and-URLs.html
 */
const inOracleAddress = /(?<=:oracle:(?:thin|oci8?):)[^\s/@"'<>`]{1,100}\/[^\s"'<>`]{1,200}(?=@)/giu;
/** Matches a token in place of a user and a password, as Sentry and GitHub accept it. */
const tokenInAddress = /(?<=\b(?:https?|nats):\/\/)[\w~+=-]{16,500}(?=@[\w[])/giu;

/** Matches a link that signs a user in to Refrain. */
const signInLink = /(?<=\/sign-in\/)[\w-]{43}(?![\w-])/gu;

/**
 * Matches addresses to which everybody who knows them can post: of Slack (https://api.slack.com/messaging/webhooks),
 * Discord (https://discord.com/developers/docs/resources/webhook), Microsoft Teams, PagerDuty, Zapier and Mattermost.
 * JSON may escape their slashes.
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

/** Finds the user and password, or the token, in addresses (`postgres://app:…@db`, `app:…@tcp(db)/a`). */
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

/** Finds only the keys of a known format, and nothing that could be a name or a digest. */
export function findKeys(text: string): Span[] {
  return findWhole(known, text);
}
