import { nestedDepth } from './read-subject.ts';
import type { CommitRecord } from './revert.ts';

interface Judgement {
  readonly isFailure: boolean;
  readonly confidence: number;
}

const broke =
  /\b(?:br[eo]ak(?:s|ing|age)?|broken?|fail(?:s|ed|ing|ures?)?|crash\w*|errors?|exceptions?|regress\w*|bugs?|buggy|outages?|timeouts?|timed out|leak\w*|slow\w*|deadlock\w*|flak\w+|stuck|hang(?:s|ing)?|corrupt\w*|missing data|unexpected\w*|unintended|incompatib\w*|vulnerab\w*|high (?:cpu|memory|latency|load)|oom|not work\w*|doesn['’]?t work|problems?|issues with|causing|caused|conflicts? with|blocking|overload\w*|spik(?:e|es|ing))\b/iu;
const incident =
  /\b(?:incidents?|inc-\d+|sev-?\d|outage|on-?call|paged|production (?:is )?down|downtime|hot-?fix|emergency|sentry\.io\/\S+issues|postmortem)\b/iu;
const slip =
  /\b(?:worse|did ?n['’]t work|is ?n['’]t \w+ing|not working|unblock\w*|wrong(?:ly)?|incorrect(?:ly)?|red|increas(?:e[ds]?|ing)|doubl(?:e[ds]?|ing)|merge conflicts?|land ?race|accident(?:al|ally)?|by mistake|mistaken(?:ly)?|premature(?:ly)?|still (?:referenced|needed|used|in use))\b/iu;
const dependency =
  /\b(?:renovate|dependabot|lock ?files?)\b|\((?:deps|deps-dev|dependencies)\)|^\(?deps\b|\b(?:bump|updat|upgrad|downgrad|pin)\w*\b.{1,80}?(?:\bv?\d+\.\d+|\bto v?\d+\b|\bversions?\b|\bdep(?:endenc(?:y|ies))?\b)|\bupgrade\b.{0,40}\bto\b/iu;
/** Reasons that were known before anything went wrong. */
const plannedReason =
  /\b(?:no longer (?:needed|necessary|required|used)|not (?:needed|necessary) any ?more|(?:is ?n['’]t|not) needed|in favou?r of|superseded|obsolete|(?:experiment|test|trial|migration|event|freeze) (?:is|was|has) (?:over|done|finished|complete\w*|ended|a success)|prepare (?:to|for) re-?land\w*|re-?land(?:ing)? (?:in|with|as)|sake of the .{0,30}release|cut(?:ting)? (?:the )?release|release (?:branch|prep\w*)|code freeze|maintenance window|until\b.{0,60}\b(?:ready|launch\w*|releas\w*|approv\w*|indexed|announce\w*))\b/iu;
/** Changes that were meant to be taken back. */
const plannedTarget =
  /\b(?:experiments?|a\/b(?: test)?|split[- ]test|temp(?:orar(?:y|ily))?|for now|debug(?:ging)?|add(?:ed|ing|s)? (?:\w+ ){0,2}(?:log(?:s|ging)|error tracking)|workarounds?|work arounds?|wip|do not merge|dnm)\b/iu;
/** What is taken back had itself only switched something off or over for a while. */
const toggled =
  /^(?:[\w-]{1,20}(?:\([^)]{1,60}\))?!?:\s*)?(?:\[(?:wip|test|temp|dnm|review app|coordinated merge)\]|(?:wip|temp(?:orar(?:y|ily))?|disable|pause|mute|silence|freeze)\b|(?:turn|switch) (?:on|off)\b|skip\b.{1,60}\b(?:tests?|jobs?|checks?|ci|validation)\b|scale (?:up|down)\b)/iu;
const cosmetic =
  /\[ci skip\]|\[skip ci\]|\btypos?\b|\bdocs?(?:\([^)]{1,40}\))?:|\b(?:changelog|readme|documentation|wording|whitespace)\b/iu;
const rehearsal = /\btest(?:ing)?\b.{0,30}\brevert|^test(?:ing)?\b[^:]{0,20}:|\brevert bot\b/iu;
const versionFile =
  /(?:^|\/)(?:package-lock\.json|yarn\.lock|pnpm-lock\.yaml|gemfile\.lock|cargo\.lock|poetry\.lock|pipfile\.lock|composer\.lock|go\.sum|requirements[\w.-]*\.txt|package\.json|gemfile|go\.mod|version(?:\.\w+)?|\.(?:ruby|node|python|nvm)-?(?:version|rc))$/iu;
const prose = /\.(?:md|mdx|rst|adoc|txt)$/iu;

/**
 * Whether a revert answers a failure. A revert does unless something speaks for a planned step; words of breakage
 * outweigh that.
 * @param depth 1 for a plain revert, 2 for the revert of a revert
 */
export function judgeFailure(commit: CommitRecord, target: string | null, depth: number): Judgement {
  if (depth % 2 === 0) return { isFailure: false, confidence: 0.9 };
  const body = commit.body.slice(0, 10_000);
  const reason = `${withoutQuoted(commit.subject)}\n${body}`;
  const what = innermost(target ?? commit.subject);
  const paths = commit.paths ?? [];
  const hasIncident = incident.test(reason);
  const hasBroken = broke.test(reason) || slip.test(reason);
  if (rehearsal.test(commit.subject)) return { isFailure: false, confidence: 0.8 };
  const speaksAgainst: number[] = [];
  if (dependency.test(what) || (paths.length > 0 && paths.every((path) => versionFile.test(path))))
    speaksAgainst.push(0.75);
  if (toggled.test(what)) speaksAgainst.push(0.75);
  if (plannedReason.test(reason) || plannedTarget.test(what)) speaksAgainst.push(0.65);
  if (cosmetic.test(what) || (paths.length > 0 && paths.every((path) => prose.test(path)))) speaksAgainst.push(0.6);
  const against = Math.max(0, ...speaksAgainst);
  if (hasIncident) return { isFailure: true, confidence: against > 0 ? 0.8 : 0.95 };
  if (hasBroken) return { isFailure: true, confidence: against > 0 ? 0.6 : 0.9 };
  if (against > 0) return { isFailure: false, confidence: against };
  return { isFailure: true, confidence: depth > 1 ? 0.55 : 0.7 };
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
