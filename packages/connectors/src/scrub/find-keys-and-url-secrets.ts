import { findMatchSpans, findValueSpans, type Span } from './find-value-spans.ts';
import { looksLikeName, looksRandom } from './is-secret-value.ts';
import { keyFormats } from './key-formats.ts';

/** Matches the start of a word, even if a JSON escape, a URL escape (`%22`) or a terminal colour precedes it. */
const start = String.raw`(?:(?<![\w-])|(?<=\\[nrt"])|(?<=%[\dA-Fa-f]{2})|(?<=\[\d{1,3}m))`;
const end = String.raw`(?![\w-])`;

/** Skips words that are shorter than every key, to save time. */
const long = String.raw`(?=[\w.~+/=$:!%*,-]{16})`;

const known = new RegExp(`${start}${long}(?:${keyFormats.join('|')})${end}`, 'gu');

/** Matches user and password in a URL. The password may contain `@`, `/`, `?` and `#`. A port is not a password. */
const inAddress =
  /(?<=:\/\/)[^\s/?#@:"'<>`]{0,200}:(?:[^\s/?#"'<>`]{1,500}|(?!\d{1,5}[/?#])[^\s@"'<>`]{1,500})(?=@[\w[])/gu;

/** Matches a MySQL DSN (https://github.com/go-sql-driver/mysql#dsn-data-source-name). */
const hasDsn = /@(?:tcp[46]?|unix|cloudsql)\(/u;
const inDsn = /(?<![\w.-])[\w.-]{1,100}:(?!\[secret\])[^\s"'<>`]{1,200}(?=@(?:tcp[46]?|unix|cloudsql)\()/gu;
/**
 * Matches user and password in an Oracle URL
 * (https://docs.oracle.com/en/database/oracle/oracle-database/23/jjdbc/data-sources-and-URLs.html).
 */
const inOracleAddress = /(?<=:oracle:(?:thin|oci8?):)[^\s/@"'<>`]{1,100}\/[^\s"'<>`]{1,200}(?=@)/giu;
/** Matches a token in place of user and password in a URL, as Sentry and GitHub accept it. */
const tokenInAddress = /(?<=\b(?:https?|nats):\/\/)[\w~+=-]{16,500}(?=@[\w[])/giu;

const signInLink = /(?<=\/sign-in\/)[\w-]{43}(?![\w-])/gu;

/**
 * Match webhook URLs, which allow anyone to post messages: those of Slack (https://api.slack.com/messaging/webhooks),
 * Discord (https://discord.com/developers/docs/resources/webhook), Microsoft Teams, PagerDuty, Zapier and Mattermost.
 * JSON may escape slashes.
 */
const webhooks = [
  /hooks\.slack(?:-gov)?\.com\\?\/(?:services|workflows|triggers)\\?\/(?<value>(?:[\w-]|\\?\/){20,200})/gu,
  /discord(?:app)?\.com\\?\/api\\?\/(?:v\d{1,2}\\?\/)?webhooks\\?\/\d{15,22}\\?\/(?<value>[\w-]{30,100})/gu,
  /\.webhook\.office\.com\\?\/webhookb2\\?\/(?<value>(?:[\w@-]|\\?\/){30,300})/gu,
  /outlook\.office(?:365)?\.com\\?\/webhook\\?\/(?<value>(?:[\w@-]|\\?\/){30,300})/gu,
  /events\.(?:eu\.)?pagerduty\.com\\?\/integration\\?\/(?<value>[\da-f]{32})/gu,
  /hooks\.zapier\.com\\?\/hooks\\?\/(?:catch|standard)\\?\/(?<value>(?:\w|\\?\/){8,80}\w)/gu,
  /(?<=\w)\\?\/hooks\\?\/(?<value>(?=[a-z]{0,25}\d)[a-z\d]{26})(?![\w-])/gu,
];

/** Finds users, passwords and tokens in URLs and DSNs (`postgres://app:…@db`, `app:…@tcp(db)/a`). */
export function findUrlCredentials(text: string): Span[] {
  const isToken = (value: string) => looksRandom(value) && !looksLikeName(value);
  return [
    ...[inAddress, inOracleAddress].flatMap((pattern) => findMatchSpans(pattern, text)),
    ...(hasDsn.test(text) ? findMatchSpans(inDsn, text) : []),
    ...findMatchSpans(tokenInAddress, text).filter(({ start, end }) => isToken(text.slice(start, end))),
  ];
}

export function findKeysAndUrlSecrets(text: string): Span[] {
  return [
    ...findUrlCredentials(text),
    ...[known, signInLink].flatMap((pattern) => findMatchSpans(pattern, text)),
    ...webhooks.flatMap((pattern) => findValueSpans(pattern, text)),
  ];
}

/** Finds only keys of a known format, so that names and digests are not mistaken for keys. */
export function findKeysOfKnownFormat(text: string): Span[] {
  return findMatchSpans(known, text);
}

/** Matches 40 characters of base64, in which JSON may escape slashes. */
const secret = /(?:(?<![\w+/\\-])|(?<=\\[nrt]))(?:[A-Za-z\d+/]|\\\/){40}(?![\w+/=-]|\\\/)/gu;
const keyId = /(?:AKIA|ASIA)[A-Z\d]{16}/u;
const nearby = 80 + 20;

/** Finds AWS secrets only near an access key id. Without the id, they look like any base64. */
export function findAwsSecrets(text: string): Span[] {
  if (!keyId.test(text)) return [];
  return findMatchSpans(secret, text).filter(({ start, end }) => {
    const isRandom = [/[a-z]/u, /[A-Z]/u, /\d/u].every((kind) => kind.test(text.slice(start, end)));
    return (
      isRandom && keyId.test(`${text.slice(Math.max(0, start - nearby), start)}\n${text.slice(end, end + nearby)}`)
    );
  });
}
