import { createNameRedactor, redactTexts } from '@refrain/domain';
import nlp from 'compromise/two';
import { isGivenName } from './given-names.ts';
import { isFullName } from './list-people.ts';

/** The names of people in a text of prose. */
export interface ProseNames {
  /** Names of two words or more. */
  readonly full: readonly string[];
  /** Given names without a surname. */
  readonly given: readonly string[];
}

/** The most characters that are read, and the most names that one text may yield. */
const readLength = 60_000;
const maxNames = 100;
/** The most lookups of words after given names per text; each takes a quarter of a millisecond. */
const maxLookups = 200;

const capitalised = /(?<![\p{L}\p{N}_/.#-])\p{Lu}\p{Ll}[\p{Ll}’']{0,30}(?:-\p{Lu}\p{Ll}{1,20})?(?![\p{L}\p{N}_-])/gu;
const afterGiven =
  /^[ \u00A0](?:(?:al|bin|da|de|del|den|der|di|la|le|ten|van|von)[ \u00A0]){0,2}(?:Ma?c|O[’'])?\p{Lu}\p{Ll}{2,30}(?:-\p{Lu}\p{Ll}{1,20})?(?![\p{L}\p{N}_])/u;
const smallWord = /(?<![\p{L}\p{N}])\p{Ll}[\p{L}]*/gu;
/** Matches a word before a verb whose subject can only be a person. */
const human =
  /(?<![\p{L}\p{N}_/.#-])(\p{Lu}\p{Ll}{1,20})(?=\*{0,2} (?:said|says|asked|asks|noticed|suggested|suggests|thinks|thought|wondered|remembered|reali[sz]ed|spotted|joined|volunteered|replied|mentioned|(?:is|was|started) (?:looking|investigating)|and I)\b)/gu;
/** Words before such verbs that are not names. */
const nobody = new Set(
  `We They He She It Who You Somebody Someone Nobody Everyone Everybody Anyone Another Other Others Both One Some Most Many Few First Second
Then Also This That Which People Users User Customers Customer Clients Client Staff Members Member Team Teams Support Engineer Engineers Engineering Developer
Developers Operator Operators Manager Management Community Representative Colleagues Reporter Responder Commander Google Amazon Microsoft Azure Elastic Slack Apple
Oracle Cloudflare Fastly Datadog Sentry Github Gitlab Atlassian Pingdom Grafana Vendor Provider Supplier Security Ops Infra Platform
As Not Just Package Message Messages Alert Alerts Notification Issue Ticket Incident Status Logs Error Documentation Docs Report`.split(
    /\s+/u,
  ),
);
/** Given names that are mostly words of technical English or names of products. They count with a surname only. */
const ambiguous = new Set(
  'Spike Mark Chase Grant Drew Chuck Jack Angel Sierra Amber Will Bill Max Grace Rich Frank Art Ray Dean Dawn Summer May April June August Ivy Ruby Crystal Pearl Penny Miles Rusty Sandy Christian Jesus Wei Victor Jordan Chance Skip Buster Dash Stormy Iris Rose Josh Pat Rob Luna'.split(
    ' ',
  ),
);

/** Matches names whose surname is recognised by a particle: `Ann de Groot`. */
const withParticle =
  /(?<![\p{L}\p{N}_/.#-])\p{Lu}\p{Ll}{1,30} (?:de|del|della|den|der|di|ten|van|von)(?: (?:la|den|der))? \p{Lu}\p{Ll}{1,30}(?![\p{L}\p{N}_-])/gu;
/** Given names that the lexicon takes for months. They count with a surname only. */
const months = new Set(['Jan']);

/** Products that have the names of people, also before a second word. */
const products = new Set(['Claude', 'Sierra', 'Athena', 'Cassandra', 'Buck']);

/**
 * Finds the names of people in a report. A given name that the lexicon of compromise knows counts, with its surname if one follows. So does
 * a word before a verb whose subject can only be a person (“Ann suggested”). A name that is also an ordinary word counts with a surname only.
 * Takes time in proportion to the text.
 */
export function findProseNames(text: string): ProseNames {
  const read = text.slice(0, readLength);
  const words = new Set(read.match(smallWord) ?? []);
  const isSurname = createSurnameCheck(words);
  const full = new Set<string>();
  const given = new Set<string>();
  for (const { 0: word, index } of read.matchAll(capitalised)) {
    const name = word.replace(/[’']s?$/u, '');
    const isMonth = months.has(name);
    // The first part of a hyphenated name decides.
    if (products.has(name) || !(isMonth || isGivenName(name.split('-')[0] ?? ''))) continue;
    const behind = afterGiven.exec(read.slice(index + word.length, index + word.length + 80))?.[0];
    const whole = behind === undefined ? '' : `${name}${behind}`;
    if (name === word && isFullName(whole) && isSurname(whole.split(/\s/u).at(-1) ?? '')) full.add(whole);
    else if (!isMonth && !ambiguous.has(name) && name.length > 2) given.add(name);
  }
  for (const [whole] of read.matchAll(withParticle)) if (isFullName(whole)) full.add(whole);
  for (const [, name = ''] of read.matchAll(human))
    if (!nobody.has(name) && !words.has(name.toLowerCase())) given.add(name);
  // Also finds names in lower case, unless they are part of an identifier such as `sarah-service`.
  for (const { 0: word, index } of read.matchAll(smallWord)) {
    const name = `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
    const isPart =
      /[\w/@.-]/u.test(`${read[index - 1] ?? ' '}`) || /^[\w/@-]|^\.\w/u.test(read.slice(index + word.length));
    if (word.length > 3 && !isPart && !ambiguous.has(name) && !products.has(name) && isGivenName(name)) given.add(word);
  }
  return { full: [...full].slice(0, maxNames), given: [...given].slice(0, maxNames) };
}

/** Replaces given names without a surname in a text, where they are capitalised. */
export function redactGivenNames(text: string, { given }: ProseNames): string {
  return createNameRedactor([], given)(text);
}

/** Replaces each person whom the title or the text of a failure names with `someone`. */
export function hideNamesInProse<T extends Parameters<typeof redactTexts>[0]>(failure: T): T {
  const { full, given } = findProseNames(`${failure.title}\n${failure.text}`);
  return full.length + given.length === 0 ? failure : redactTexts(failure, createNameRedactor(full, given));
}

/** Tags of words that are not surnames, by the lexicon and the suffixes of compromise. */
const noSurname = '(#Verb|#Adjective|#Adverb|#Preposition|#Pronoun|#Determiner|#Conjunction|#Date|#Value)';

/**
 * Creates a check for surnames in one text. A word that the text also has in lower case, or that is a verb or the like,
 * is no surname. After `maxLookups` different words every word counts as a surname, so that a name is hidden rather
 * than shown.
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
