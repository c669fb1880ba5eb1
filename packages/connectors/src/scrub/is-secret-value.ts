import { secretName } from './secret-names.ts';

const states = [
  'absent|accepted|active|added|allowed|available|blank|bool|boolean|changed|configured|correct|created|default',
  'deleted|denied|deprecated|disabled|empty|enabled|encrypted|error|exists|expired|expires|exposed|failed|failure',
  'false|forbidden|found|generated|granted|inactive|incorrect|integer|invalid|invalidated|issued|leaked|lost',
  'malformed|mandatory|mismatch|missing|needed|never|none|null|number|object|ok|optional|outdated|passed|pending',
  'present|protected|provided|refreshed|rejected|renewed|required|reset|revoked|rotated|set|stale|string|success',
  'true|unauthorized|unavailable|unchanged|undefined|unknown|unset|unused|updated|used|valid|verified|wrong',
];
const placeholders =
  'changeme|example|filtered|hidden|masked|omitted|placeholder|redacted|removed|your[_-][\\w-]{1,60}';
const state = new RegExp(
  `^(?:(?:already|been|has|is|must|no|not|was)[_-]?){0,3}(?:${states.join('|')}|${placeholders})[.!?:]{0,3}$`,
  'iu',
);
const masked = /^([x*.•#_-])\1{2,}$/iu;
const ownMark = '[secret]';

/** The name of a variable: it is called like the secret that it holds (`self.password`, `github_token`). */
const variable = new RegExp(`(?:^|[._>:])(?:${secretName}|pass|pwd)$`, 'iu');

/** Whether a value says how a secret is (`expired`, `unset`), or only holds its place (`****`, `REDACTED`). */
export function isStateOrPlaceholder(value: string): boolean {
  return state.test(value) || masked.test(value) || value === ownMark;
}

/** Whether a value says where a secret is and not what it is: a path, a template, an address or a variable. */
export function isReference(value: string): boolean {
  return /^(?:[$%./~:]|\{\{|https?:)/u.test(value) || variable.test(value);
}

/** Whether a value cannot be a word of prose, which has letters of one case and no digits. */
export function looksRandom(value: string): boolean {
  if (/^(?:[$%./~]|https?:)/u.test(value)) return false;
  return /\d/u.test(value) || (/[a-z]/u.test(value) && /[A-Z]/u.test(value.slice(1))) || /[!#$%^&*+=]/u.test(value);
}

const longestWords = 60;
const longestPart = 30;
/** Upper case alone, or words of two letters and more that may each begin with a capital: `TIMEOUT`, `checkoutFailed`. */
const words = /^(?:[A-Z]{2,}|[A-Z]?[a-z]{2,}(?:[A-Z][a-z]{2,}){0,7})$/u;

/** Whether a value is made of ordinary words, perhaps at the end of a sentence: `checkout`, `not-found`, `ERR_TIMEOUT`. */
export function isWords(value: string): boolean {
  if (value.length > longestWords) return false;
  const [word = ''] = value.split(/[.,;:!?)\]]{1,3}$/u, 1);
  return word.split(/[-_.]/u).every((part) => part.length <= longestPart && words.test(part));
}
