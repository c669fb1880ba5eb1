/** Words of names and messages that tell no two services or changes apart. */
const common: ReadonlySet<string> = new Set(
  (
    'a an and are as at be been but by can could did do does for from had has have he her his how i if in into is it its may more not of on or our ' +
    'she so than that the their them then there these they this to up was we were what when which while who why will with would you your ' +
    'add added adding allow also all any bump change changed chore ci cleanup docs feat fix fixed get improve make merge new now out pull ' +
    'refactor release remove removed request revert set some support test tests update updated use used using via ' +
    'alert alerts critical down error errors failed failing failure firing high incident issue low monitor p1 p2 p3 prod production resolved service services sev1 sev2 ' +
    'src lib app apps index main package packages json yaml yml js ts tsx py go rb java md internal com io org www http https'
  ).split(' '),
);

/** Characters of one text that are read. */
const textLimit = 8_000;

/**
 * The telling words of a text or a name: lower case, split at punctuation, digits and inner capitals, plural `s` dropped.
 * Numbers and hashes are left out.
 */
export function wordsOf(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  const spaced = text.slice(0, textLimit).replace(/([a-z\d])([A-Z])/gu, '$1 $2');
  for (const match of spaced.toLowerCase().matchAll(/\p{L}[\p{L}\d]{1,40}/gu)) {
    const word = match[0];
    if (common.has(word) || (/\d/u.test(word) && word.length > 8)) continue;
    words.add(word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word);
  }
  return words;
}

/**
 * How much each word tells: the logarithm of how few of the texts hold it.
 * @param unseen texts without any of the words that are thought to be there too, so that few texts do not make every
 * word of theirs common
 */
export function createWeights(texts: Iterable<ReadonlySet<string>>, unseen = 0): (word: string) => number {
  const counts = new Map<string, number>();
  let total = 0;
  for (const words of texts) {
    total += 1;
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return (word) => Math.log((total + unseen + 1) / ((counts.get(word) ?? 0) + 0.5));
}

export interface SharedWords {
  /** The words that weigh most, most first. */
  readonly words: readonly string[];
  /** Of all that are shared. */
  readonly weight: number;
}

/** Shared words that are told. */
const mostShared = 5;

/** What two texts have in common, by how much each word tells. */
export function findSharedWords(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  weigh: (word: string) => number,
): SharedWords {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  const words: string[] = [];
  for (const word of small) if (large.has(word)) words.push(word);
  if (words.length === 0) return { words, weight: 0 };
  words.sort((x, y) => weigh(y) - weigh(x) || (x < y ? -1 : 1));
  return { words: words.slice(0, mostShared), weight: sum(words, weigh) };
}

/** The same with the part of the smaller set's weight that it is, in [0, 1]. */
export function compareWords(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  weigh: (word: string) => number,
): SharedWords & { readonly share: number } {
  const shared = findSharedWords(a, b, weigh);
  const least = Math.max(1e-9, Math.min(sum(a, weigh), sum(b, weigh)));
  return { ...shared, share: shared.words.length === 0 ? 0 : Math.min(1, shared.weight / least) };
}

function sum(words: Iterable<string>, weigh: (word: string) => number): number {
  let total = 0;
  for (const word of words) total += Math.max(0, weigh(word));
  return total;
}

/** How strongly the habits of all repositories speak for what is usual in one, in changes. */
const habit = 20;

/**
 * How much a word tells in a text about one repository. The words of its own field are in many of its changes and tell
 * little there, however rare they are elsewhere; where a repository has few changes, the habits of all stand in.
 */
export function createLocalWeights(
  texts: Iterable<{ readonly repository: string; readonly words: ReadonlySet<string> }>,
): (repository: string, word: string) => number {
  const everywhere = new Map<string, number>();
  const local = new Map<string, { total: number; counts: Map<string, number> }>();
  let total = 0;
  for (const { repository, words } of texts) {
    total += 1;
    const own = local.get(repository) ?? { total: 0, counts: new Map<string, number>() };
    local.set(repository, own);
    own.total += 1;
    for (const word of words) {
      everywhere.set(word, (everywhere.get(word) ?? 0) + 1);
      own.counts.set(word, (own.counts.get(word) ?? 0) + 1);
    }
  }
  return (repository, word) => {
    const share = ((everywhere.get(word) ?? 0) + 0.5) / (total + 1);
    const own = local.get(repository);
    const usual = ((own?.counts.get(word) ?? 0) + habit * share) / ((own?.total ?? 0) + habit);
    return Math.max(0, -Math.log(Math.max(share, usual)));
  };
}
