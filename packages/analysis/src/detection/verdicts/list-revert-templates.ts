import type { Correction, Episode, Failure, RevertTemplate } from '@refrain/domain';
import { isUndecidedRevert } from '@refrain/domain';
import { compareStrings } from '../../collections/compare-strings.ts';
import { groupBy } from '../../collections/group-by.ts';
import { findTitleTemplates, matchesTitleTemplate, parseTitleWords } from '../reverts/title-template.ts';
import { groupComparableReverts } from './comparable-reverts.ts';

const maxExamples = 3;
/** Maximum number of templates in the list. Templates that a person has judged are listed even beyond this number. */
const maxListed = 200;
interface RevertTemplatesInput {
  /** Failures with the verdicts that detection gave them. People's decisions have not been applied yet. */
  readonly failures: readonly Failure[];
  readonly episodes: readonly Episode[];
  readonly corrections: readonly Correction[];
  /** Minimum number of reverts per template; 5 by default. Does not apply to templates that a person has judged. */
  readonly minReverts?: number;
}

/** Lists the most frequent title forms of reverted changes, such as `drain *`. A person can judge each in one decision. */
export function listRevertTemplates({
  failures,
  episodes,
  corrections,
  minReverts = 5,
}: RevertTemplatesInput): RevertTemplate[] {
  const isLinked = createLinkCheck(failures, episodes);
  const decisions = corrections.flatMap(({ decision }) => (decision.kind === 'title_template' ? [decision] : []));
  const decisionsOf = groupBy(decisions, ({ repository }) => [repository]);
  const isDecided = ({ repository, template }: Pick<RevertTemplate, 'repository' | 'template'>) =>
    decisionsOf.get(repository)?.some((decision) => decision.template === template) === true;
  return [...groupComparableReverts(failures)]
    .flatMap(([repository, own]) => {
      const decided = (decisionsOf.get(repository) ?? []).map(({ template }) => template);
      return [...groupByTemplate(own, decided)]
        .filter(([template, fitting]) => fitting.length >= minReverts || isDecided({ repository, template }))
        .map(([template, fitting]) => toRevertTemplate({ repository, template }, fitting, isLinked));
    })
    .sort(
      (a, b) =>
        b.reverts - a.reverts || compareStrings(a.repository, b.repository) || compareStrings(a.template, b.template),
    )
    .filter((one, at) => at < maxListed || isDecided(one));
}

function groupByTemplate(reverts: readonly Failure[], decided: readonly string[]): Map<string, Failure[]> {
  const groups = new Map<string, Failure[]>(decided.map((template) => [template, []]));
  const rest: { readonly failure: Failure; readonly words: readonly string[] }[] = [];
  for (const failure of reverts) {
    const words = parseTitleWords(failure.title);
    const template = decided.findLast((one) => matchesTitleTemplate(words, one));
    if (template === undefined) rest.push({ failure, words });
    else groups.get(template)?.push(failure);
  }
  for (const [template, fitting] of findTitleTemplates(rest.map(({ words }) => words)))
    groups.set(
      template,
      fitting.flatMap((at) => rest[at]?.failure ?? []),
    );
  return groups;
}

/** @param reverts reverts with the template, newest first */
function toRevertTemplate(
  of: Pick<RevertTemplate, 'repository' | 'template'>,
  reverts: readonly Failure[],
  isLinked: (failure: Failure) => boolean,
): RevertTemplate {
  const failures = reverts.filter(({ isFailure }) => isFailure).length;
  const unclear = reverts.filter(isUndecidedRevert).length;
  return {
    ...of,
    reverts: reverts.length,
    failures,
    planned: reverts.length - failures - unclear,
    unclear,
    linked: reverts.filter(isLinked).length,
    examples: reverts
      .toSorted((a, b) => Number(b.isFailure) - Number(a.isFailure))
      .slice(0, maxExamples)
      .map(({ id, title, isFailure }) => ({ failureId: id, title, isFailure })),
    lastAt: reverts[0]?.occurredAt ?? null,
  };
}

function createLinkCheck(failures: readonly Failure[], episodes: readonly Episode[]): (failure: Failure) => boolean {
  const others = new Set(failures.filter(({ kind }) => kind !== 'reverted_change').map(({ id }) => id));
  const linked = new Set(
    episodes
      .filter(({ failureIds }) => failureIds.some((id) => others.has(id)))
      .flatMap(({ failureIds }) => failureIds),
  );
  return ({ id }) => linked.has(id);
}
