import { compareStrings } from '../../collections/compare-strings.ts';
import type { FailureDocument, NormalisedDocument } from '../../text/failure-document.ts';
import type { CorpusStatistics } from '../similarity/corpus-statistics.ts';
import { countNames } from './count-names.ts';
import { computeLogFrequencyRatio } from './distinguishing-terms.ts';
import { isDenial } from './failing-predicates.ts';
import { countMajority } from './find-shared-clause.ts';
import type { ReadMember, SharedMechanismInput } from './find-shared-mechanism.ts';
import { groupByEpisode } from './group-by-episode.ts';
import { isOrdinaryWord, listComponentNames, toComponentKey } from './list-component-names.ts';
import { isGenericWord } from './subject-words.ts';

/** Minimum log ratio of the component's frequency among members to that in other failures */
const minContrast = 0.4;
/** A component in a title says more about the failure than one in the text. */
const titleFactor = 1.5;
const textFactor = 0.5;
/** A sentence that names more components lists what was affected. */
const maxListed = 3;
/** Only sentences that may state the root cause are read: those of at least this weight. */
const minSentenceWeight = 0.1;

/** Matches the states and labels of alerts in brackets, such as “[FIRING:2]”. */
const bracketed = /\[[^\]]{0,40}\]/gu;

export interface ComponentInput {
  readonly members: readonly FailureDocument[];
  /** The members whose texts are read for names */
  readonly read: readonly ReadMember[];
  readonly normalised: readonly NormalisedDocument[];
  readonly statistics: CorpusStatistics;
  readonly episodes: SharedMechanismInput['episodes'];
}

/**
 * Finds the component that people chose for most members, or else the service of most episodes, or the component that most
 * members name and other failures do not; null if they share none.
 */
export function findComponent({ members, read, normalised, statistics, episodes }: ComponentInput): string | null {
  const minCount = countMajority(members.length);
  const [chosen] = countNames(
    read.map(({ component }) => (typeof component === 'string' ? [component] : [])),
    minCount,
  );
  if (chosen !== undefined) return chosen.name;
  const servicesOf = groupByEpisode(members, episodes).map((own) => [...new Set(own.flatMap(listServices))]);
  const [service] = countNames(servicesOf, countMajority(servicesOf.length));
  if (service !== undefined && !service.name.split(' ').every(isGenericWord)) return service.name;
  const found = new Map<string, { spellings: string[]; members: Set<string>; titles: number }>();
  const accounts = read.map(readAccount);
  for (const account of accounts) {
    const { titleNames, names } = listNames(account);
    const inTitle = new Set(titleNames.map(toComponentKey));
    for (const name of names) {
      const key = toComponentKey(name);
      const known = found.get(key) ?? { spellings: [], members: new Set<string>(), titles: 0 };
      found.set(key, known);
      if (!known.members.has(account.id) && inTitle.has(key)) known.titles += 1;
      known.members.add(account.id);
      known.spellings.push(name);
    }
  }
  const errors = new Set(normalised.flatMap(({ signature }) => signature.map(toComponentKey)));
  const titleKeys = members.map(({ title }) => title.split(/[^\p{L}\p{N}_.-]+/u).map(toComponentKey));
  const isInSeveralTitles = (key: string) => titleKeys.filter((keys) => keys.includes(key)).length > 1;
  const rated = [...found].flatMap(([key, { spellings, members: holding, titles }]) => {
    // A name that no title has is often a place or a tool that some texts mention. Some titles write names in lower case.
    if (holding.size < (titles === 0 && !isInSeveralTitles(key) ? members.length : minCount)) return [];
    if (errors.has(key) || isOrdinaryWord(key, accounts)) return [];
    // The rarest word of a name of several words distinguishes it.
    const everywhere = Math.min(...key.split(' ').map((word) => statistics.countDocuments(word)));
    const contrast = computeLogFrequencyRatio(holding.size, members.length, everywhere, statistics.documents);
    if (contrast < minContrast) return [];
    const share = holding.size / members.length;
    const factor = titles >= minCount ? titleFactor : titles > 0 ? 1 : textFactor;
    return [{ name: chooseSpelling(spellings), key, score: share * contrast * factor }];
  });
  return rated.sort((a, b) => b.score - a.score || compareStrings(a.key, b.key))[0]?.name ?? null;
}

/** Lists the services of a member, or the repository of a failed deployment. */
function listServices({ services, kind, repository }: FailureDocument): readonly string[] {
  if (services !== undefined && services.length > 0) return services;
  return kind === 'failed_deployment' ? (repository?.split('/').slice(-1) ?? []) : [];
}

interface Account extends Pick<FailureDocument, 'id' | 'title' | 'text'> {
  /** The component that a person chose, null for none; absent if nobody decided */
  readonly decided?: string | null | undefined;
}

/**
 * Returns the title of a member, and the sentences that may state its root cause. The names in a job log are mostly those
 * of tools, so that nothing of a failed deployment is read.
 */
function readAccount({ member: { id, title, kind }, reading, component: decided }: ReadMember): Account {
  if (kind === 'failed_deployment') return { id, title: '', text: '', decided };
  const sentences = reading.sentences
    .slice(1)
    .filter(({ weight, text }) => weight >= minSentenceWeight && !isDenial(text) && !isEnumeration(text));
  return { id, title: title.replace(bracketed, ' '), text: sentences.map(({ text }) => text).join('\n'), decided };
}

function isEnumeration(text: string): boolean {
  return new Set(listComponentNames(text, false).map(toComponentKey)).size > maxListed;
}

/** Lists the names in a title and in all of an account. A component that a person chose counts as one in the title. */
function listNames({ title, text, decided }: Account): { readonly titleNames: string[]; readonly names: string[] } {
  if (decided !== undefined) {
    const chosen = decided === null ? [] : [decided];
    return { titleNames: chosen, names: chosen };
  }
  const titleNames = listComponentNames(title, true);
  return { titleNames, names: [...titleNames, ...listComponentNames(text, false)] };
}

function chooseSpelling(spellings: readonly string[]): string {
  return countNames(spellings.map((spelling) => [spelling]))[0]?.name ?? '';
}
