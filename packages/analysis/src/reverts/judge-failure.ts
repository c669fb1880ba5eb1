import { dayInMs } from '@refrain/domain';
import { nestedDepth, splitOwnNumber } from './read-subject.ts';
import type { CommitRecord } from './revert.ts';

interface Judgement {
  readonly isFailure: boolean;
  readonly confidence: number;
}

const broke =
  /\b(?:br[eo]ak(?:s|ing|age)?|broken?|fail(?:s|ed|ing|ures?)?|crash\w*|errors?|exceptions?|regress\w*|bugs?|buggy|outages?|tim(?:e|es|ed|ing)[- ]?outs?|leak\w*|slow\w*|deadlock\w*|flak\w+|stuck|hang(?:s|ing)?|corrupt\w*|missing data|unexpected\w*|unintended|incompatib\w*|vulnerab\w*|high (?:cpu|memory|latency|load)|oom|not work\w*|doesn['’]?t work|problems?|issues with|causing|caused|conflicts? with|blocking|overload\w*|spik(?:e|es|ing)|kill(?:s|ed|ing)?|d(?:ie[sd]?|ying|ead)|los(?:t|es|ing)|lacks?|missing|blank|stale|refus(?:es|ed|ing)|reject(?:s|ed|ing)|den(?:y|ies|ied)|forbidden|unable|cannot|can['’]t|could ?n['’]t|unreachable|unavailable|locked (?:out|up)|duplicat(?:es?|ed|ing)|invalid|out of (?:memory|order|sync|disk|space|connections)|drown(?:s|ed|ing)?|grow(?:s|ing) (?:without|until|for ?ever)|for ?ever|[45]\d\ds?|[45]xx)\b/iu;
const incident =
  /\b(?:incidents?|inc-\d+|sev-?\d|outage|on-?call|paged|production (?:is )?down|downtime|hot-?fix|emergency|sentry\.io\/\S+issues|post-?mortem|page #?\d+)\b/iu;
const slip =
  /\b(?:worse|did ?n['’]t work|is ?n['’]t \w+ing|not working|unblock\w*|wrong(?:ly)?|incorrect(?:ly)?|red|increas(?:e[ds]?|ing)|doubl(?:e[ds]?|ing)|merge conflicts?|land ?race|accident(?:al|ally)?|by mistake|mistaken(?:ly)?|premature(?:ly)?|still (?:referenced|needed|used|in use))\b/iu;
/** Tags and a conventional type in front of what a title says. */
const lead = '^(?:\\[[^\\]]{1,40}\\]\\s?)?(?:[\\w-]{1,20}(?:\\([^)]{1,60}\\))?!?:\\s?)?';
/** A step from one version to another, of a dependency or of the program itself. */
const dependency = new RegExp(
  [
    '\\b(?:renovate|dependabot|lock ?files?)\\b|\\((?:deps|deps-dev|dependencies)\\)|^\\(?deps\\b',
    '\\b(?:bump|updat|upgrad|downgrad|pin)\\w*\\b.{1,80}?(?:\\bv?\\d+\\.\\d+|\\bto v?\\d+\\b|\\bversions?\\b|\\bdep(?:endenc(?:y|ies))?\\b)|\\bupgrade\\b.{0,40}\\bto\\b',
    // `bump` alone is said of versions, and of amounts.
    '\\bbump(?:s|ed|ing)?\\b(?!.{0,60}\\b(?:memory|cpus?|limits?|timeouts?|sizes?|replicas?|quotas?|nodes?|disks?|workers?|threads?|thresholds?|retries|iops|ram|priorit(?:y|ies)|levels?|max(?:imum)?|min(?:imum)?|rates?)\\b)',
    '\\b(?:back )?to (?:version )?v?\\d+\\.\\d+|\\bversion bump\\b|^(?:chore\\(release\\)|release)\\b[: ]',
    // What release tools call their commits: `chore(main): release 2.3.1`, `Version Packages`, `2.3.1`.
    `${lead}(?:(?:prepar\\w*|cut|tag|publish)\\s(?:for\\s|the\\s){0,2})?(?:(?:release|version)\\s(?:of\\s)?(?:\\S{1,60}\\s)?)?v?\\d+\\.\\d+[\\w.+-]*$`,
    `${lead}version packages?\\b|${lead}release (?:main|master)$|${lead}prepare for (?:the )?next \\w+ (?:iteration|version)\\b`,
    // Programs are upgraded, and customers: no more than the name of one.
    `${lead}upgrad(?:e|es|ed|ing)\\s(?!.{0,80}\\b(?:buttons?|modals?|dialogs?|banners?|prompts?|pages?|links?|flows?|plans?|accounts?|users?|customers?|subscriptions?|limits?|quotas?)\\b)\\S{1,80}(?:\\s\\S{1,80}){0,2}$`,
  ].join('|'),
  'iu',
);
/** What lasts for a while and was known to end. */
const occasion =
  '(?:events?|campaigns?|strikes?|audits?|windows?|pilots?|experiments?|trials?|tests?|freezes?|seasons?|holidays?|sales?|migrations?|promotions?|exams?|workshops?|courses?|hackathons?|conferences?|demos?|anniversar(?:y|ies)|maintenance)';
/** What stands in a calendar. Of messages too it is said that they are for events, so that one event only is meant. */
const appointment =
  '(?:event|campaign|strike|audit|freeze|holidays?|promotion|exams?|workshop|course|hackathon|conference|demo|anniversary|maintenance)';
/** Reasons that were known before anything went wrong. */
const plannedReason = new RegExp(
  [
    '\\bno longer (?:needed|necessary|required|used)\\b',
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
    // It goes only because something else has to.
    '\\b(?:in order to|able to|so (?:that )?.{1,40}\\bcan|to allow|required to|to (?:properly|cleanly)|prevent(?:s|ing)|block(?:s|ing)) .{0,60}\\b(?:revert|back out)(?:ed)?\\b',
    '\\bdepend(?:s|ent|ing|ency|encies)?\\b.{0,80}\\b(?:reverted|backed out|revert)\\b|\\breverted\\b.{0,20}\\bdependency\\b',
    '\\b(?:to|and) revert (?:something|another|other|the other|others)\\b|\\b(?:stack|series)\\b.{0,40}\\b(?:was|were|been|got|is) (?:reverted|yanked|backed out)\\b',
    // It was taken out to be made better.
    '\\b(?:needs?|wants?) (?:some |a bit |a little |more |to )*(?:work|rework|refin\\w*|polish\\w*|thought|discussion|review)\\b|\\brework\\b|\\baddress\\w* (?:the )?(?:review|comments|feedback)\\b',
    '\\b(?:needs?|has|have|going|supposed) to (?:be )?(?:land|merge|ship|release)(?:d|ed)?\\b|\\bbranch cut\\b',
    '\\bsake of the .{0,30}release|\\bcut(?:ting)? (?:the )?release\\b|\\brelease (?:manager|branch|prep\\w*)\\b|\\bcode freeze\\b|\\bmaintenance window\\b',
  ].join('|'),
  'iu',
);
/** Changes that were meant to be taken back. */
const plannedTarget = new RegExp(
  [
    '\\b(?:experiments?|a/b(?: test)?|split[- ]test|temp(?:orar(?:y|ily))?|for now|debug(?:ging)?|workarounds?|work arounds?|wip|do not merge|dnm)\\b',
    '\\badd(?:ed|ing|s)? (?:\\w+ ){0,2}(?:log(?:s|ging)|error tracking)\\b',
    '\\b(?:for|during) (?:a|the|this|one|two) (?:\\w+ )?(?:day|days|week|weeks|weekend|month)\\b|\\bfor (?:today|tonight|tomorrow)\\b',
    `\\b(?:for|during|before|ahead of) (?:an? |the |this )?(?:\\w+ )?${appointment}\\b`,
    '\\bmaintenance page\\b|(?:^|\\b(?:enabl|activat|show|display|turn|switch|put|set)\\w*\\s.{0,60})\\bmaintenance (?:mode|banner|notice|message)\\b',
    '\\b(?:holiday|seasonal|christmas|black friday|anniversary)\\b',
  ].join('|'),
  'iu',
);
/** What is taken back had itself only switched something off or over for a while. */
const toggled =
  /^(?:[\w-]{1,20}(?:\([^)]{1,60}\))?!?:\s*)?(?:\[(?:wip|test|temp|dnm|review app|coordinated merge)\]|(?:wip|temp(?:orar(?:y|ily))?|disable|pause|mute|silence|freeze)\b|(?:turn|switch) (?:on|off)\b|skip\b.{1,60}\b(?:tests?|jobs?|checks?|ci|validation)\b|scale (?:up|down)\b)/iu;
const cosmetic =
  /\[ci skip\]|\[skip ci\]|\btypos?\b|\bdocs?(?:\([^)]{1,40}\))?:|\b(?:changelog|readme|documentation|wording|whitespace)\b/iu;
const rehearsal = /\btest(?:ing)?\b.{0,30}\brevert|^test(?:ing)?\b[^:]{0,20}:|\brevert bot\b/iu;
const versionFile =
  /(?:^|\/)(?:package-lock\.json|yarn\.lock|pnpm-lock\.yaml|gemfile\.lock|cargo\.lock|poetry\.lock|pipfile\.lock|composer\.lock|go\.sum|requirements[\w.-]*\.txt|package\.json|gemfile|go\.mod|version(?:\.\w+)?|\.(?:ruby|node|python|nvm)-?(?:version|rc))$/iu;
const prose = /\.(?:md|mdx|rst|adoc|txt)$/iu;

/** Log-odds that a revert answers a failure, and what each sign adds. */
const odds = {
  base: 0.7,
  incident: 3,
  broke: 2,
  slip: 1.2,
  explained: 0.6,
  soon: 0.5,
  late: -0.5,
  plannedReason: -2.6,
  dependency: -1.7,
  toggled: -2,
  plannedTarget: -1.8,
  cosmetic: -1.6,
  again: -0.3,
  /** At most: such words may be about anything, and what sounds like a reason about that. */
  vague: 0.2,
};

/** What reached nobody failed nobody. */
export const neverLanded: Judgement = { isFailure: false, confidence: 0.95 };

/** What is known of a revert beyond its own message. */
export interface Taken {
  /** Titles of what it takes back, as far as they are known. */
  readonly titles: readonly string[];
  /** Time from the landing of what it takes back, in ms; null where that is unknown. */
  readonly age: number | null;
  /** 1 for a plain revert, 2 for the revert of a revert. */
  readonly depth: number;
  /** Nothing but the free words of a title speaks of a revert, and of what is not known. */
  readonly isVague: boolean;
}

/**
 * Whether a revert answers a failure. A revert does unless something speaks for a planned step: its reason, what it
 * takes back, and that it comes late, since what breaks is mostly taken back within a day. Words of harm outweigh that.
 * What several changes are taken back for at once was planned only if each of them was.
 */
export function judgeFailure(commit: CommitRecord, { titles, age, depth, isVague }: Taken): Judgement {
  if (depth % 2 === 0) return { isFailure: false, confidence: 0.9 };
  if (rehearsal.test(commit.subject)) return { isFailure: false, confidence: 0.8 };
  const body = `${commit.body.slice(0, 10_000)}\n${(commit.pullText ?? '').slice(0, 10_000)}`;
  const reason = `${withoutQuoted(commit.subject)}\n${body}`;
  const targets = (titles.length > 0 ? titles : [commit.subject]).map(
    (title) => splitOwnNumber(innermost(title)).title,
  );
  const paths = commit.paths ?? [];
  const areAll = (pattern: RegExp): boolean => paths.length > 0 && paths.every((path) => pattern.test(path));
  const signs = [odds.base];
  if (incident.test(reason)) signs.push(odds.incident);
  else if (broke.test(reason)) signs.push(odds.broke);
  else if (slip.test(reason)) signs.push(odds.slip);
  else if (isExplained(body)) signs.push(odds.explained);
  if (plannedReason.test(reason)) signs.push(odds.plannedReason);
  if (age !== null) signs.push(age <= dayInMs ? odds.soon : age > 3 * dayInMs ? odds.late : 0);
  const kinds = [
    targets.every((title) => dependency.test(title)) || areAll(versionFile) ? odds.dependency : 0,
    targets.every((title) => toggled.test(title)) ? odds.toggled : 0,
    targets.every((title) => plannedTarget.test(title)) ? odds.plannedTarget : 0,
    targets.every((title) => cosmetic.test(title)) || areAll(prose) ? odds.cosmetic : 0,
  ];
  signs.push(Math.min(...kinds), depth > 1 ? odds.again : 0);
  const sum = signs.reduce((total, value) => total + value, 0);
  const total = isVague ? Math.min(sum, odds.vague) : sum;
  return { isFailure: total > 0, confidence: Math.round(100 / (1 + Math.exp(-Math.abs(total)))) / 100 };
}

/** A body that says more than what is taken back: people explain what surprised them. */
function isExplained(body: string): boolean {
  const said = body
    .replace(/^\s{0,9}(?:re-?apply|revert)\b[^"“'`\n]{0,60}["“'`].{0,1000}$/gimu, ' ')
    .replace(
      /\breverts? (?:commit )?\S+|\b(?:this )?reverts commit [0-9a-f]{7,40}|reversing\s+changes made to \S+/giu,
      ' ',
    )
    .replace(/https?:\S+|\S{0,100}[#!]\d+\S{0,100}|\b[0-9a-f]{7,40}\b|^[\w-]{1,30}-by: .*$/gimu, ' ');
  return (said.match(/\p{L}{2,}/gu) ?? []).length >= 4;
}

function withoutQuoted(subject: string): string {
  const open = subject.search(/["“`]/u);
  const close = Math.max(subject.lastIndexOf('"'), subject.lastIndexOf('”'), subject.lastIndexOf('`'));
  return open >= 0 && close > open ? subject.slice(0, open) + subject.slice(close + 1) : subject;
}

function innermost(title: string): string {
  let rest = title;
  for (let depth = nestedDepth(title); depth > 0; depth -= 1) rest = rest.replace(/^.{0,100}?["“'‘`]/u, '');
  return rest.slice(0, 500);
}
