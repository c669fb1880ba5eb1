import { readNotes } from '../read-notes.ts';
import { isOtherMatter } from './is-other-matter.ts';

const label =
  /^(?:(?:root[- ]?)?cause|rca|reason|culprit|why|problem|the (?:cause|culprit|reason|problem))(?:\s?[:=–—]|\s-|\s(?:is|was)(?: that)?)\s?(?!(?:still )?(?:unknown|unclear|not|being|under)\b)\S/u;
const foundIt =
  /^(?:(?:\p{L}+ ){1,3})?(?:found it|found the (?:cause|culprit|problem|reason)|got it|it turned out|turned out|turns out)(?::| that | to )/u;
/** Matches a missing safeguard, such as “no lock_timeout” and “no limit on uploads”. */
const absence =
  /^no (?!\S*(?:errors?|impact|idea|further|more|other|updates?|news|deploy\w*|release\w*|changes?|response|answer|reply|alerts?|effect|luck|user|users|dip|data|traffic|problem|issues?|one|reason|eta|update|need|doubt|real|customer)\b)[\w-]+(?:,? (?:and |or )?no [\w-]+| [\w-]+)?(?:[.;]?$| (?:on|for|in|between|behind|against|around|per|to)\b)|\bwithout (?:an? |any )?(?:timeout|limit|retry|backoff|index|concurrently|lock_timeout|cap|check|validation|alert)\b/u;
/** Matches what a change left out or did wrongly. */
const omission =
  /\b(?:forgot|forgotten|left (?:\S+ ){1,4}?(?:as (?:is|it was)|alone|behind|out|unchanged)|took (?:\S+ ){1,3}?away|(?:is|was|are|were|has|had) (?:never|not) (?:been )?(?:updated|added|set|configured|migrated|renewed|rotated|included|registered|listed|extended)|(?:is|are|was|were) (?:missing|not (?:listed|in the (?:list|inventory|config\w*|allow-?list)))|still (?:points?|uses?|expects?|reads?|sends?|has|have|runs?) |only the old|silently (?:fails?|failed|stopped|drops?))\b/u;
/** Matches a shortage, such as “account limit is 83” and “opens one connection per request”. */
const shortage =
  /\b(?:(?:limit|quota|ceiling|cap|maximum)(?: (?:for|of|in|on)(?: \S+){1,4}?)? (?:is|was|of) \d+|(?:more|double|twice) [\w-]+(?: \S+){0,3}, (?:but )?(?:the )?same|(?:opens?|grabs?|holds?|takes?|keeps?|needs?) (?:an?|one|a whole|its own) [\w -]{2,40} (?:per|for (?:each|every))|shares? (?:one|the same|a single)|too (?:small|low|many|few|short|slow|big|large) (?:for|to)|all \d+ \w+ (?:taken|used|busy)|(?:is|are|was|were) (?:used up|exhausted|full))\b/u;
/** Matches a lock that others wait for, and a run that another one blocks. */
const contention =
  /\b(?:holds?|held|wants?|takes?|took|keeps?) (?:an?|the|its) (?:\w+ )?(?:exclusive |stale |table |row )?locks?\b|\bin (?:one|the same|a single) transaction\b|\b(?:all )?(?:start|run|fire) at (?:the same time|once|\d\d:\d\d)\b/u;
/** Matches when it began, if that was a change: “since the terraform apply”. */
const sinceChange =
  /\b(?:since|after|because of|caused by|due to|thanks to) (?:the |a |an |our |their |that |this |its )?(?:\S+ ){0,3}?(?:release|deploy\w*|rollout|upgrade|update|migration|merge|change|apply|switch|rename\w*|rotation|config\w*|version|cleanup|patch|level is \S+)\b/u;
/** Matches the change that a search in the history found; a note that says what is wrong with it says more. */
const foundChange = /^(?:git )?bisected to /u;
/** Matches what is said of the search for the cause, and of what is fine. */
const noCause =
  /\b(?:fine|ok|okay|looks? good|unrelated|not (?:us|it|related)|checked|ruled out|no idea|maybe|perhaps|probably|might|guess|not sure|unknown|unclear|suspect\w*|noise|false alarm)\b|^(?:restart\w*|rolled|revert\w*|fixed|reverting|paging|asked|asking|waiting)\b/u;

const strengths = { labelled: 3, stated: 2, dated: 1 } as const;

/** Returns the short note that says why something failed; null if no note does. An earlier note is better than an equal later one. */
export function findNoteCause(report: string): string | null {
  let best: { readonly quote: string; readonly strength: number } | null = null;
  for (const { quote, text } of readNotes(report)) {
    const strength = isOtherMatter(quote) ? 0 : rate(text);
    if (strength > (best?.strength ?? 0)) best = { quote, strength };
  }
  return best === null ? null : stripFinder(best.quote);
}

/** Removes who found the cause, as in “Ann found it: the disk was full”. */
function stripFinder(quote: string): string {
  return quote.replace(/^[^:]{0,40}\bfound (?:it|the \w+):\s*/iu, '');
}

function rate(text: string): number {
  if (label.test(text) || foundIt.test(text)) return strengths.labelled;
  if (noCause.test(text)) return 0;
  if ([absence, omission, shortage, contention].some((kind) => kind.test(text))) return strengths.stated;
  return sinceChange.test(text) || foundChange.test(text) ? strengths.dated : 0;
}
