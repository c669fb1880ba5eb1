import type {
  LikelyCause,
  LikelyTrigger,
  Pattern,
  ReportLink,
  ReportMember,
  ReportSection,
  Statement,
} from '@refrain/domain';
import { groupBy } from '../../group-by.ts';
import type { ReportRefs } from '../report-refs.ts';
import { sayCount, sayList, sayShare, saySome, sayTerm } from '../say.ts';
import { createSection, say } from '../section.ts';

export interface ChainInput {
  readonly pattern: Pattern;
  readonly members: readonly ReportMember[];
  readonly links: readonly ReportLink[];
  /** Ids of the members that say a phrase. */
  readonly mentionsOf: (phrase: string) => readonly string[];
}

const mostNamed = 3;

/** From what set it off over what the system allowed to what ended it, each step with the episodes that show it. */
export function describeChain(input: ChainInput, refs: ReportRefs): ReportSection {
  const { pattern } = input;
  const statements = [
    ...describeLikely('What sets it off', likelyTriggers(pattern), input, refs),
    ...describeLinked(input, refs),
    ...describeLikely('What in the system allows it', likelyCauses(pattern), input, refs),
    ...describeEndings(input, refs),
  ];
  return createSection('chain', 'How it comes about', statements);
}

function likelyTriggers({ triggers = [] }: Pattern) {
  return triggers.map(({ trigger, ...rest }: LikelyTrigger) => ({ label: trigger, ...rest }));
}

function likelyCauses({ causes = [] }: Pattern) {
  return causes.map(({ cause, ...rest }: LikelyCause) => ({ label: cause, ...rest }));
}

/** @param likely those that most episodes speak for first, each as sure as its surest episode */
function describeLikely(
  subject: string,
  [first, ...others]: readonly { label: string; confidence: number; evidence: readonly string[] }[],
  { mentionsOf }: ChainInput,
  refs: ReportRefs,
): Statement[] {
  if (first === undefined) return [say(`${subject} is not known: no episode speaks clearly for one answer.`, refs.all)];
  const also = others.map(({ label, confidence }) => `${sayTerm(label)} (up to ${sayShare(confidence)} sure)`);
  const telling = refs.ofFailures(first.evidence.flatMap((phrase) => mentionsOf(phrase)));
  const why =
    first.evidence.length === 0
      ? ''
      : `, by words such as ${saySome(
          first.evidence.map((phrase) => `“${phrase}”`),
          mostNamed,
        )}`;
  return [
    say(
      `${subject}: most speaks for ${sayTerm(first.label)} (up to ${sayShare(first.confidence)} sure${why}).`,
      telling.length > 0 ? telling : refs.all,
    ),
    ...(also.length === 0 ? [] : [say(`Some speaks for ${sayList(also)}.`, refs.all)]),
  ];
}

/** The changes that are linked as the cause, episode by episode. */
function describeLinked({ members, links }: ChainInput, refs: ReportRefs): Statement[] {
  const causes = links.filter(({ type }) => type === 'caused_by');
  if (causes.length === 0) return [say('No change is linked as the cause of any episode.', refs.all)];
  const linked = refs.ofFailures(causes.map(({ failureId }) => failureId));
  const changes = listRefs(causes, refs);
  const whole = new Set(members.map(({ episodeId }) => episodeId)).size;
  const certain = causes.map(({ score }) => score).sort((a, b) => a - b);
  const between =
    certain[0] === certain.at(-1)
      ? sayShare(certain[0] ?? 0)
      : `${sayShare(certain[0] ?? 0)} to ${sayShare(certain.at(-1) ?? 0)}`;
  return [
    say(`A change is linked as the cause of ${linked.length} of ${sayCount(whole, 'episode')} (${between} sure).`, [
      ...linked,
      ...changes,
    ]),
  ];
}

function describeEndings({ members, links }: ChainInput, refs: ReportRefs): Statement[] {
  const endings = links.filter(({ type }) => type === 'ended_by');
  const whole = new Set(members.map(({ episodeId }) => episodeId)).size;
  if (endings.length === 0) return [say('What ended it is not known of any episode.', refs.all)];
  const ended = refs.ofFailures(endings.map(({ failureId }) => failureId));
  const byTitle = [...groupBy(endings, ({ targetTitle }) => [targetTitle])]
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .map(([title]) => `“${title}”`);
  return [
    say(
      `A change is linked as what ended ${ended.length} of ${sayCount(whole, 'episode')}: ${saySome(byTitle, mostNamed)}.`,
      [...ended, ...listRefs(endings, refs)],
    ),
  ];
}

/** Refs of the changes at the far end, each once, in their own order. */
function listRefs(links: readonly ReportLink[], refs: ReportRefs): string[] {
  const found = new Set(links.flatMap(({ targetId }) => refs.ofChange(targetId) ?? []));
  return [...found].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
}
