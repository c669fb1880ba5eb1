import { dayInMs } from '@refrain/domain';
import { countReasonWords, extractRevertReason, type RevertReason } from './extract-revert-reason.ts';
import { countNestedReverts, splitOffPullRequestNumber } from './parse-revert-title.ts';
import type { CommitRecord, RevertVerdict } from './revert.ts';

export interface RevertJudgement {
  readonly verdict: RevertVerdict;
  /** Confidence in the verdict, from 0 to 1; 0.5 for the verdict `unclear`. */
  readonly confidence: number;
  /** The words that decided the verdict, quoted from the message, a title or a path. */
  readonly evidence: readonly string[];
}

const broke =
  /\b(?:br[eo]ak(?:s|ing|age)?|broken?|fail(?:s|ed|ing|ures?)?|crash\w*|errors?|exceptions?|regress\w*|bugs?|buggy|outages?|tim(?:e|es|ed|ing)[- ]?outs?|leak\w*|slow\w*|deadlock\w*|flak\w+|stuck|hang(?:s|ing)?|corrupt\w*|missing data|unexpected\w*|unintended|incompatib\w*|vulnerab\w*|high (?:cpu|memory|latency|load)|oom|not work\w*|doesn['’]?t work|problems?|issues? (?:with|using|in|when)|causing|caused|conflicts? with|blocking|overload\w*|spik(?:e|es|ing)|kill(?:s|ed|ing)?|d(?:ie[sd]?|ying|ead)|los(?:t|es|ing)|lacks?|missing|blank|stale|refus(?:es|ed|ing)|reject(?:s|ed|ing)|den(?:y|ies|ied)|forbidden|unable|cannot|can['’]t|could ?n['’]t|unreachable|unavailable|locked (?:out|up)|duplicat(?:es?|ed|ing)|invalid|out of (?:memory|order|sync|disk|space|connections)|drown(?:s|ed|ing)?|grow(?:s|ing) (?:without|until|for ?ever)|for ?ever|(?<![-#]|[-#]\d{0,9})[45]\d\d[ds]?|[45]xx)\b/iu;
const incident =
  /\b(?:incidents?(?![- ](?:reporting|management|track(?:er|ing)|bot|api|app|db|database|service)\b)|inc-\d+|sev-?\d|outage|on-?call|paged|production (?:is )?down|downtime|hot-?fix|emergency|sentry\.io\/\S+issues|post-?mortem|page #?\d+)\b/iu;
const slip =
  /\b(?:worse|did ?n['’]t work|is ?n['’]t \w+ing|not working|unblock\w*|wrong(?:ly)?|incorrect(?:ly)?|red|increas(?:e[ds]?|ing)|doubl(?:e[ds]?|ing)|merge conflicts?|land ?race|accident(?:al|ally)?|by mistake|mistaken(?:ly)?|premature(?:ly)?|still (?:referenced|needed|used|in use)|to (?:an? |the )?(?:\w+ )?working)\b/iu;
/** Matches a tag and a conventional commit type, such as `[api] fix(cart): `, at the beginning of a title. */
const lead = '^(?:\\[[^\\]]{1,40}\\]\\s?)?(?:[\\w-]{1,20}(?:\\([^)]{1,60}\\))?!?:\\s?)?';
/** Matches titles of changes that only change the version of a dependency or of the program itself. */
const dependency = new RegExp(
  [
    '\\b(?:renovate|dependabot|lock ?files?)\\b|\\((?:deps|deps-dev|dependencies)\\)|^\\(?deps\\b',
    '\\b(?:bump|updat|upgrad|downgrad|pin)\\w*\\b.{1,80}?(?:\\bv?\\d+\\.\\d+|\\bto v?\\d+\\b|\\bversions?\\b|\\bdep(?:endenc(?:y|ies))?\\b)|\\bupgrade\\b.{0,40}\\bto\\b',
    // "Bump" usually refers to a version. With an amount, such as a memory limit, it does not.
    '\\bbump(?:s|ed|ing)?\\b(?!.{0,60}\\b(?:memory|cpus?|limits?|timeouts?|sizes?|replicas?|quotas?|nodes?|disks?|workers?|threads?|thresholds?|retries|iops|ram|priorit(?:y|ies)|levels?|max(?:imum)?|min(?:imum)?|rates?)\\b)',
    '\\b(?:back )?to (?:version )?v?\\d+\\.\\d+|\\bversion bump\\b|^(?:chore\\(release\\)|release)\\b[: ]',
    // Titles that release tools give to commits: `chore(main): release 2.3.1`, `Version Packages`, `2.3.1`.
    `${lead}(?:(?:prepar\\w*|cut|tag|publish)\\s(?:for\\s|the\\s){0,2})?(?:(?:release|version)\\s(?:of\\s)?(?:\\S{1,60}\\s)?)?v?\\d+\\.\\d+[\\w.+-]*$`,
    `${lead}version packages?\\b|${lead}release (?:main|master)$|${lead}prepare for (?:the )?next \\w+ (?:iteration|version)\\b`,
    // "Upgrade" counts only before a short name, since the title may also be about upgrades of customers or plans.
    `${lead}upgrad(?:e|es|ed|ing)\\s(?!.{0,80}\\b(?:buttons?|modals?|dialogs?|banners?|prompts?|pages?|links?|flows?|plans?|accounts?|users?|customers?|subscriptions?|limits?|quotas?)\\b)\\S{1,80}(?:\\s\\S{1,80}){0,2}$`,
  ].join('|'),
  'iu',
);
/** Words for something that lasts for a limited time. */
const occasion =
  '(?:events?|campaigns?|strikes?|audits?|windows?|pilots?|experiments?|trials?|tests?|freezes?|seasons?|holidays?|sales?|migrations?|promotions?|exams?|workshops?|courses?|hackathons?|conferences?|demos?|anniversar(?:y|ies)|maintenance)';
/** Words for something that is scheduled. "Event" is in the singular only, since "events" may be messages. */
const appointment =
  '(?:event|campaign|strike|audit|freeze|holidays?|promotion|exams?|workshop|course|hackathon|conference|demo|anniversary|maintenance)';
const plannedReason = new RegExp(
  [
    '\\bno longer (?:needed|necessary|required|used|referenced)\\b',
    "\\b(?:is|are|was|were|do|does)(?: ?n['’]t| not) .{0,60}\\bany ?more\\b",
    // Reason: the reverted change was a workaround for a problem that no longer exists.
    '\\bnow that\\b|\\b(?:is|are) the default now\\b|\\bgo back to (?:using )?(?:our|the) latest\\b|\\balready (?:\\w+ )?fixed\\b',
    '\\b(?:issues?|bugs?|errors?|problems?|it|that) (?:was|were|is|are|has been|have been|got) (?:now )?(?:fixed|resolved|mended)\\b|\\breleased?\\b.{0,30}\\bfix(?:es|ed)\\b|\\b(?:has|have|is) a new (?:version|release)\\b',
    '\\bonce\\b.{0,60}\\b(?:is|are|has|have|gets?|was) (?:\\w+ )?(?:resolved|merged|fixed|released|deployed|ready|done|migrated|available)\\b',
    // Reason: the reverted change was a trial that had no effect.
    "\\b(?:did ?n['’]t|did not|does ?n['’]t|does not) (?:\\w+ )?(?:make (?:a|any|much) difference|reveal any|show any|help)\\b",
    '\\btemporary (?:increase|bump|change|fix|workaround|measure|hack|test|setting)\\b',
    "\\b(?:not|is ?n['’]t) (?:needed|necessary)\\b",
    '\\bin favou?r of\\b|\\bsuperseded\\b|\\bobsolete\\b',
    `\\b${occasion} (?:(?:is|are|was|were|has|have) )?(?:now )?(?:over|done|finished|complete\\w*|ended|a success)\\b`,
    `\\b(?:end|close) of (?:the )?(?:\\w+ )?${occasion}\\b`,
    '\\bas (?:planned|scheduled|agreed)\\b|\\bhad its time\\b',
    '\\bgot (?:all )?(?:the |our )?(?:numbers|data|results|answers)\\b',
    '\\bre-?land(?:s|ed|ing)?\\b|\\bland(?:s|ed|ing)? (?:it |this )?(?:again|later)\\b|\\b(?:merged|landed) too (?:early|soon)\\b',
    '\\b(?:asked|wants?|wanted|prefers?|decided|agreed) to (?:hold|wait|postpone|delay|defer)\\b|\\bon hold\\b|\\bpostponed?\\b|\\bdeferred\\b',
    '\\bwait(?:ing)? (?:for|until)\\b|\\buntil\\b.{0,60}\\b(?:ready|launch\\w*|releas\\w*|approv\\w*|indexed|announce\\w*|decided|agreed)\\b',
    '\\b(?:in|into|for|to|until|with) (?:the |an? )?(?:next|later|another) (?:release|version|sprint|milestone|train)\\b',
    // Reason: another change has to be reverted, and this one depends on it.
    '\\b(?:need(?:s|ed)?|have|had|has|want(?:ed)?|going|must|order)(?: to)?(?: now)? revert (?:#\\d+|https?:\\S+|the other|another|something|these)',
    '\\bdepend(?:s|ed|ing|ent|ency|encies)? (?:on|pr|pull|of)\\b|\\bthis (?:one|pr|change) depends\\b|\\bso this (?:one|too|also)\\b|\\b(?:since|because|as) \\S{1,60} (?:was|were|got|has been) reverted\\b',
    '\\b(?:in order to|able to|so (?:that )?.{1,40}\\bcan|to allow|required to|to (?:properly|cleanly)|prevent(?:s|ing)|block(?:s|ing)) .{0,60}\\b(?:revert|back out)(?:ed)?\\b',
    '\\bdepend(?:s|ent|ing|ency|encies)?\\b.{0,80}\\b(?:reverted|backed out|revert)\\b|\\breverted\\b.{0,20}\\bdependency\\b',
    '\\b(?:to|and) revert (?:something|another|other|the other|others)\\b|\\b(?:stack|series)\\b.{0,40}\\b(?:was|were|been|got|is) (?:reverted|yanked|backed out)\\b',
    // Reason: the change belongs into another pull request, or into several.
    '\\b(?:in|into|as|be|via|needs?|by|for|open|with) (?:an? |its |their |the )?(?:own|separate|different|another|smaller|follow-?up) (?:\\w{1,20} )?(?:prs?|pull requests?|merge requests?|mrs?|branch(?:es)?|commits?)\\b',
    '\\banother (?:pr|pull request|merge request|branch) will\\b|\\bseparately\\b',
    '\\b(?:split|separat|break)\\w*\\b.{0,40}\\b(?:into|up|out)\\b.{0,30}\\b(?:prs?|pull requests?|merge requests?|commits?|parts|pieces)\\b',
    '\\bre-?open\\w*\\b.{0,30}\\b(?:prs?|pull requests?|merge requests?)\\b|\\b(?:minimi[sz]e|reduce) (?:the )?(?:changes|diff|size|scope)\\b.{0,30}\\b(?:prs?|pull requests?|merge requests?)\\b',
    // Reason: the reverted change needs further work.
    '\\b(?:needs?|wants?) (?:some |a bit |a little |more |to )*(?:work|rework|refin\\w*|polish\\w*|thought|discussion|review)\\b|\\brework\\b|\\baddress\\w* (?:the )?(?:review|comments|feedback)\\b',
    '\\b(?:needs?|has|have|going|supposed) to (?:be )?(?:land|merge|ship|release)(?:d|ed)?\\b|\\bbranch cut\\b',
    '\\bsake of the .{0,30}release|\\bcut(?:ting)? (?:the )?release\\b|\\brelease (?:manager|branch|prep\\w*)\\b|\\bcode freeze\\b|\\bmaintenance window\\b',
  ].join('|'),
  'iu',
);
/** Matches titles of changes that were temporary from the start. */
const plannedTarget = new RegExp(
  [
    '\\b(?:experiments?|a/b(?: test)?|split[- ]test|temp(?:orar(?:y|ily))?|for now|debug(?:ging)?|workarounds?|work arounds?|wip|do not merge|dnm)\\b',
    '\\badd(?:ed|ing|s)? (?:\\w+ ){0,2}(?:log(?:s|ging)|log (?:lines?|statements?|output)|print statements?|error tracking)\\b|^log (?:when|if|all|every|each|what|which|how)\\w*\\b',
    '\\b(?:for|during) (?:a|the|this|one|two) (?:\\w+ )?(?:day|days|week|weeks|weekend|month)\\b|\\bfor (?:today|tonight|tomorrow)\\b',
    `\\b(?:for|during|before|ahead of) (?:an? |the |this )?(?:\\w+ )?${appointment}\\b`,
    '\\bmaintenance page\\b|(?:^|\\b(?:enabl|activat|show|display|turn|switch|put|set)\\w*\\s.{0,60})\\bmaintenance (?:mode|banner|notice|message)\\b',
    '\\b(?:holiday|seasonal|christmas|black friday|anniversary)\\b',
  ].join('|'),
  'iu',
);
/** Matches titles of changes that disable or switch something for a while. */
const toggled =
  /^(?:[\w-]{1,20}(?:\([^)]{1,60}\))?!?:\s*)?(?:\[(?:wip|test|temp|dnm|review app|coordinated merge)\]|(?:wip|temp(?:orar(?:y|ily))?|disable|pause|mute|silence|freeze)\b|(?:turn|switch) (?:on|off)\b|skip\b.{1,60}\b(?:tests?|jobs?|checks?|ci|validation)\b|scale (?:up|down)\b)/iu;
const cosmetic =
  /\[ci skip\]|\[skip ci\]|\btypos?\b|\bdocs?(?:\([^)]{1,40}\))?:|\b(?:changelog|readme|documentation|wording|whitespace)\b/iu;
const rehearsal = /\btest(?:ing)?\b.{0,30}\brevert|^test(?:ing)?\b[^:]{0,20}:|\brevert bot\b/iu;
const versionFile =
  /(?:^|\/)(?:package-lock\.json|yarn\.lock|pnpm-lock\.yaml|gemfile\.lock|cargo\.lock|poetry\.lock|pipfile\.lock|composer\.lock|go\.sum|requirements[\w.-]*\.txt|package\.json|gemfile|go\.mod|version(?:\.\w+)?|\.(?:ruby|node|python|nvm)-?(?:version|rc))$/iu;
const prose = /\.(?:md|mdx|rst|adoc|txt)$/iu;

/** Log-odds that each signal adds to the verdict: positive for `failure`, negative for `planned`. */
const odds = {
  incident: 3.5,
  broke: 2.5,
  slip: 2.3,
  explained: 1.8,
  soon: 0.3,
  late: -0.3,
  plannedReason: -2.6,
  dependency: -1.7,
  toggled: -2,
  plannedTarget: -1.8,
  cosmetic: -0.6,
};
/** Minimum absolute sum of log-odds for a verdict. With a smaller sum, the verdict is `unclear`. */
const minOdds = 0.5;
/** Factor for the weight of the later statement if a reason states both harm and a plan. */
const secondStatementFactor = 0.3;
/** Matches a title with a verb such as "is". Such a title makes a statement, while others only name a change. */
const clause =
  /\b(?:is|are|was|were|has|have|had|does|did|do|needs?|needed|should|must|can|could|will|would|we|it|they|i)\b(?=.{0,100}\b\p{L}{2,})/iu;
/** Minimum number of words for a text to count as an explanation. A shorter text is often only a label. */
const minWords = 4;

/** The judgement of a revert that never reached the default branch: nobody was affected. */
export const unmergedRevertJudgement: RevertJudgement = { verdict: 'planned', confidence: 0.95, evidence: [] };

/** What is known about a revert apart from its own message. */
export interface RevertCircumstances {
  readonly titles: readonly string[];
  /** Messages of the reverted changes. A line that the revert copied from them does not count as a reason. */
  readonly texts?: readonly string[];
  /** Merges that brought the revert to the default branch. Their messages may state the reason too. */
  readonly merges?: readonly CommitRecord[];
  /** Time in ms between the landing of the reverted change on the default branch and the revert; null if unknown. */
  readonly age: number | null;
  /** Number of nested reverts: 1 for a plain revert, 2 for the revert of a revert. */
  readonly depth: number;
  /** Whether the reverted change is unknown and nothing but a free-text title suggests a revert. */
  readonly isVague: boolean;
}

interface Signal {
  readonly odds: number;
  readonly words: string | null;
  /** Index at which `words` begin in the searched text. */
  readonly at: number;
}

/**
 * Judges a revert by the stated reason and the titles and paths of the reverted changes. Without a reason, the verdict is
 * `unclear` unless all these changes were meant to be temporary.
 */
export function judgeRevert(
  commit: CommitRecord,
  { titles, texts = [], merges = [], age, depth, isVague }: RevertCircumstances,
): RevertJudgement {
  if (depth % 2 === 0) return { verdict: 'planned', confidence: 0.9, evidence: [] };
  if (rehearsal.test(commit.subject)) return { verdict: 'planned', confidence: 0.8, evidence: [] };
  const reasons = [commit, ...merges].map((one) => extractRevertReason(one, [...titles, ...texts]));
  const [explanation, remarks] = [joinLines(reasons, 'explanation'), joinLines(reasons, 'remarks')];
  const targets = (titles.length > 0 ? titles : [commit.subject]).map(
    (title) => splitOffPullRequestNumber(innermost(title)).title,
  );
  const paths = commit.paths ?? [];
  const stated = weighStatements(`${unwrap(explanation)}\n${remarks}`);
  const isExplained = countReasonWords(explanation) >= minWords || clause.test(remarks);
  const signals = [
    ...stated,
    ...(stated.length === 0 && isExplained ? [{ odds: odds.explained, words: null, at: 0 }] : []),
    mostPlanned([
      findInAll(dependency, targets, odds.dependency) ?? findPaths(versionFile, paths, odds.dependency),
      findInAll(toggled, targets, odds.toggled),
      findInAll(plannedTarget, targets, odds.plannedTarget),
      findInAll(cosmetic, targets, odds.cosmetic) ?? findPaths(prose, paths, odds.cosmetic),
    ]),
  ].filter((signal) => signal !== null);
  const sum = signals.reduce((total, signal) => total + signal.odds, 0);
  const byAge = age === null ? 0 : age <= dayInMs ? odds.soon : age > 3 * dayInMs ? odds.late : 0;
  const total = signals.length === 0 ? 0 : sum + byAge;
  const evidence = signals.flatMap(({ words }) => words ?? []);
  if (Math.abs(total) < minOdds) return { verdict: 'unclear', confidence: 0.5, evidence };
  const confidence = Math.round(100 / (1 + Math.exp(-Math.abs(total)))) / 100;
  return {
    verdict: total > 0 ? 'failure' : 'planned',
    confidence: isVague ? Math.min(confidence, 0.55) : confidence,
    evidence,
  };
}

/** Joins lines that continue a sentence, since most messages are wrapped at 72 characters. */
function unwrap(text: string): string {
  return text.replace(/\n(?=\p{Ll})/gu, ' ');
}

/** Joins the reasons in the messages of a commit and its merges. Lines that several messages repeat are kept once. */
function joinLines(reasons: readonly RevertReason[], part: keyof RevertReason): string {
  return [...new Set(reasons.flatMap((reason) => reason[part].split('\n')))].join('\n');
}

/** Returns whether any of the words that decided a verdict states harm, such as "broke" or "incident". */
export function isHarmStated(decidingWords: readonly string[]): boolean {
  return decidingWords.some((words) => [incident, broke, slip].some((pattern) => pattern.test(words)));
}

/** If a reason states both harm and a plan, gives the later statement less weight. */
function weighStatements(reason: string): Signal[] {
  const harm =
    find(incident, reason, odds.incident) ?? find(broke, reason, odds.broke) ?? find(slip, reason, odds.slip);
  const plan = find(plannedReason, reason, odds.plannedReason);
  if (harm === null || plan === null) return [harm, plan].filter((signal) => signal !== null);
  const isHarmFirst = harm.at <= plan.at;
  return isHarmFirst
    ? [harm, { ...plan, odds: plan.odds * secondStatementFactor }]
    : [plan, { ...harm, odds: harm.odds * secondStatementFactor }];
}

function find(pattern: RegExp, text: string, weight: number): Signal | null {
  const found = pattern.exec(text);
  return found === null ? null : { odds: weight, words: found[0].trim(), at: found.index };
}

function findInAll(pattern: RegExp, texts: readonly string[], weight: number): Signal | null {
  const found = texts.map((text) => find(pattern, text, weight));
  return found.includes(null) ? null : (found[0] ?? null);
}

function findPaths(pattern: RegExp, paths: readonly string[], weight: number): Signal | null {
  const isAll = paths.length > 0 && paths.every((path) => pattern.test(path));
  return isAll ? { odds: weight, words: paths[0] ?? null, at: 0 } : null;
}

function mostPlanned(signals: readonly (Signal | null)[]): Signal | null {
  return signals.reduce((most, signal) => (signal !== null && signal.odds < (most?.odds ?? 0) ? signal : most), null);
}

function innermost(title: string): string {
  let rest = title;
  for (let depth = countNestedReverts(title); depth > 0; depth -= 1) rest = rest.replace(/^.{0,100}?["“'‘`]/u, '');
  return rest.slice(0, 500);
}
