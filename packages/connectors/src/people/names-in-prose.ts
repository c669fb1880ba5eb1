import { createNameRedactor, redactPeopleInTexts } from '@refrain/domain';
import nlp from 'compromise/two';
import { findInitials } from './find-initials.ts';
import { isGivenName } from './given-names.ts';
import { isFullName } from './list-names-of-people.ts';

export interface NamesInProse {
  readonly full: readonly string[];
  readonly given: readonly string[];
}

/** Maximum number of characters that are searched, and maximum number of names that are found. */
const readLength = 60_000;
const maxNames = 100;
/** Limits the lookups of surnames per text, which take 250 µs each. */
const maxLookups = 200;

const capitalised = /(?<![\p{L}\p{N}_/.#-])\p{Lu}\p{Ll}[\p{Ll}’']{0,30}(?:-\p{Lu}\p{Ll}{1,20})?(?![\p{L}\p{N}_-])/gu;
const afterGiven =
  /^[ \u00A0](?:(?:al|bin|da|de|del|den|der|di|la|le|ten|van|von)[ \u00A0]){0,2}(?:Ma?c|O[’'])?\p{Lu}\p{Ll}{2,30}(?:-\p{Lu}\p{Ll}{1,20})?(?![\p{L}\p{N}_])/u;
const smallWord = /(?<![\p{L}\p{N}])\p{Ll}[\p{L}]*/gu;
/** Matches a capitalised word before a verb whose subject must be a person. */
const human =
  /(?<![\p{L}\p{N}_/.#-])(\p{Lu}\p{Ll}{1,20})(?=\*{0,2} (?:said|says|asked|asks|noticed|suggested|suggests|thinks|thought|wondered|remembered|reali[sz]ed|spotted|joined|volunteered|replied|mentioned|(?:is|was|started) (?:looking|investigating)|and I)\b)/gu;
/** Capitalised words that may precede a verb of people but are not names. */
const nobody = new Set(
  `We They He She It Who You Somebody Someone Nobody Everyone Everybody Anyone Another Other Others Both One Some Most Many Few First Second
Then Also This That Which People Users User Customers Customer Clients Client Staff Members Member Team Teams Support Engineer Engineers Engineering Developer
Developers Operator Operators Manager Management Community Representative Colleagues Reporter Responder Commander Google Amazon Microsoft Azure Elastic Slack Apple
Oracle Cloudflare Fastly Datadog Sentry Github Gitlab Atlassian Pingdom Grafana Vendor Provider Supplier Security Ops Infra Platform
As Not Just Package Message Messages Alert Alerts Notification Issue Ticket Incident Status Logs Error Documentation Docs Report`.split(
    /\s+/u,
  ),
);
/** Given names that are more often English words or products. They count only with a surname. */
const ambiguous = new Set(
  'Spike Mark Chase Grant Drew Chuck Jack Angel Sierra Amber Will Bill Max Grace Rich Frank Art Ray Dean Dawn Summer May April June August Ivy Ruby Crystal Pearl Penny Miles Rusty Sandy Christian Jesus Wei Victor Jordan Chance Skip Buster Dash Stormy Iris Rose Josh Pat Rob Luna'.split(
    ' ',
  ),
);

/** Matches names with a particle: `Ann de Groot`. */
const withParticle =
  /(?<![\p{L}\p{N}_/.#-])\p{Lu}\p{Ll}{1,30} (?:de|del|della|den|der|di|ten|van|von)(?: (?:la|den|der))? \p{Lu}\p{Ll}{1,30}(?![\p{L}\p{N}_-])/gu;
/** Given names that the library's lexicon lists as months. They count only with a surname. */
const months = new Set(['Jan']);

/** Given names that mostly mean a product, even if a second capitalised word follows. */
const products = new Set(['Claude', 'Sierra', 'Athena', 'Cassandra', 'Buck']);

/**
 * Finds known given names, words before a verb whose subject must be a person (“Ann suggested”), and initials in the record of
 * a chat, in linear time.
 */
export function findNamesInProse(text: string): NamesInProse {
  const read = text.slice(0, readLength);
  const words = new Set(read.match(smallWord) ?? []);
  const isSurname = createSurnameCheck(words);
  const full = new Set<string>();
  const given = new Set<string>();
  for (const { 0: word, index } of read.matchAll(capitalised)) {
    const name = word.replace(/[’']s?$/u, '');
    const isMonth = months.has(name);
    // Looks up the first part of a hyphenated name.
    if (products.has(name) || !(isMonth || isGivenName(name.split('-')[0] ?? ''))) continue;
    const behind = afterGiven.exec(read.slice(index + word.length, index + word.length + 80))?.[0];
    const whole = behind === undefined ? '' : `${name}${behind}`;
    if (name === word && isFullName(whole) && isSurname(whole.split(/\s/u).at(-1) ?? '')) full.add(whole);
    else if (!isMonth && !ambiguous.has(name) && name.length > 2) given.add(name);
  }
  for (const [whole] of read.matchAll(withParticle)) if (isFullName(whole)) full.add(whole);
  for (const [, name = ''] of read.matchAll(human))
    if (!nobody.has(name) && !words.has(name.toLowerCase())) given.add(name);
  for (const initials of findInitials(read)) given.add(initials);
  // Also finds lower-case names, except in identifiers such as `sarah-service`.
  for (const { 0: word, index } of read.matchAll(smallWord)) {
    const name = `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
    const isPart =
      /[\w/@.-]/u.test(`${read[index - 1] ?? ' '}`) || /^[\w/@-]|^\.\w/u.test(read.slice(index + word.length));
    if (word.length > 3 && !isPart && !ambiguous.has(name) && !products.has(name) && isGivenName(name)) given.add(word);
  }
  return { full: [...full].slice(0, maxNames), given: [...given].slice(0, maxNames) };
}

export function redactGivenNames(text: string, { given }: NamesInProse): string {
  return createNameRedactor([], given)(text);
}

/** Replaces names of people in the title and text of a failure by “someone”. */
export function redactNamesInProse<T extends Parameters<typeof redactPeopleInTexts>[0]>(failure: T): T {
  const { full, given } = findNamesInProse(`${failure.title}\n${failure.text}`);
  return full.length + given.length === 0 ? failure : redactPeopleInTexts(failure, createNameRedactor(full, given));
}

const noSurname = '(#Verb|#Adjective|#Adverb|#Preposition|#Pronoun|#Determiner|#Conjunction|#Date|#Value)';

/**
 * Creates a function that tells whether a word may be a surname: it is not a verb or the like, and the text does not
 * contain it in lower case. After `maxLookups` words, every further word counts as a surname, because it is safer to
 * hide too much.
 */
function createSurnameCheck(words: ReadonlySet<string>): (word: string) => boolean {
  const known = new Map<string, boolean>();
  return (word) => {
    const small = word.toLowerCase();
    if (words.has(small)) return false;
    const isSurname = known.get(small) ?? (known.size >= maxLookups || !nlp(small).has(noSurname));
    if (known.size < maxLookups) known.set(small, isSurname);
    return isSurname;
  };
}
