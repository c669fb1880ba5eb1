import type { Correction, Episode, Failure, RevertTemplate } from '@refrain/domain';
import { anyWord, isUndecided } from '@refrain/domain';
import { compare } from '../../collections/compare.ts';
import { groupBy } from '../../collections/group-by.ts';
import { findTemplates, fitsTemplate, readTitle } from '../reverts/title-template.ts';

const maxExamples = 3;
/** Maximum number of kinds that are listed in addition to those already judged. */
const maxListed = 200;
/**
 * Maximum number of reverts per repository, newest first: the search for templates is quadratic in the number of
 * different titles.
 */
const maxReverts = 10_000;
/** Matches the title that a host gives the merge of a branch. It does not name what was reverted. */
const merge = /^merge (?:pull request|remote-tracking branch|branch)\b/u;

interface RevertTemplatesInput {
  /** As parsed, without decisions of people. */
  readonly failures: readonly Failure[];
  readonly episodes: readonly Episode[];
  readonly corrections: readonly Correction[];
  /**
   * Minimum number of reverts of a kind, unless a person has judged it; the default is 5. Smaller kinds are quicker to
   * judge one by one.
   */
  readonly minReverts?: number;
}

/**
 * Lists the kinds of titles that each repository reverts most often, so that a person can judge all reverts of a kind
 * at once. A judged kind is always listed, and its reverts belong to no other kind.
 * @returns the most frequent ones first
 */
export function listRevertTemplates({
  failures,
  episodes,
  corrections,
  minReverts = 5,
}: RevertTemplatesInput): RevertTemplate[] {
  const reverts = failures.filter(({ kind, title }) => kind === 'reverted_change' && namesChange(readTitle(title)));
  const isLinked = createLinkCheck(failures, episodes);
  const decisions = corrections.flatMap(({ decision }) => (decision.kind === 'title_template' ? [decision] : []));
  const decidedIn = new Map(
    [...groupBy(decisions, ({ repository }) => [repository])].map(([repository, own]) => [
      repository,
      own.map(({ template }) => template),
    ]),
  );
  const isDecided = ({ repository, template }: Pick<RevertTemplate, 'repository' | 'template'>) =>
    decidedIn.get(repository)?.includes(template) === true;
  return [...groupBy(reverts, ({ repository }) => (repository === null ? [] : [repository]))]
    .flatMap(([repository, own]) => {
      const decided = decidedIn.get(repository) ?? [];
      return [...groupByTemplate(newestFirst(own), decided)]
        .filter(([template, fitting]) => fitting.length >= minReverts || isDecided({ repository, template }))
        .map(([template, fitting]) => describe({ repository, template }, fitting, isLinked));
    })
    .sort((a, b) => b.reverts - a.reverts || compare(a.repository, b.repository) || compare(a.template, b.template))
    .filter((one, at) => at < maxListed || isDecided(one));
}

function namesChange(title: readonly string[]): boolean {
  return title.some((word) => word !== anyWord) && !merge.test(title.join(' '));
}

function groupByTemplate(reverts: readonly Failure[], decided: readonly string[]): Map<string, Failure[]> {
  const groups = new Map<string, Failure[]>(decided.map((template) => [template, []]));
  const rest: { readonly failure: Failure; readonly words: readonly string[] }[] = [];
  for (const failure of reverts) {
    const words = readTitle(failure.title);
    const template = decided.findLast((one) => fitsTemplate(words, one));
    if (template === undefined) rest.push({ failure, words });
    else groups.get(template)?.push(failure);
  }
  for (const [template, fitting] of findTemplates(rest.map(({ words }) => words)))
    groups.set(
      template,
      fitting.flatMap((at) => rest[at]?.failure ?? []),
    );
  return groups;
}

/** @param reverts newest first */
function describe(
  of: Pick<RevertTemplate, 'repository' | 'template'>,
  reverts: readonly Failure[],
  isLinked: (failure: Failure) => boolean,
): RevertTemplate {
  const failures = reverts.filter(({ isFailure }) => isFailure).length;
  const unclear = reverts.filter(isUndecided).length;
  return {
    ...of,
    reverts: reverts.length,
    failures,
    planned: reverts.length - failures - unclear,
    unclear,
    linked: reverts.filter(isLinked).length,
    examples: reverts.slice(0, maxExamples).map(({ id, title }) => ({ failureId: id, title })),
    lastAt: reverts[0]?.occurredAt ?? null,
  };
}

/** Returns a function that tells whether a revert belongs to the same episode as an incident or a failed deployment. */
function createLinkCheck(failures: readonly Failure[], episodes: readonly Episode[]): (failure: Failure) => boolean {
  const others = new Set(failures.filter(({ kind }) => kind !== 'reverted_change').map(({ id }) => id));
  const linked = new Set(
    episodes
      .filter(({ failureIds }) => failureIds.some((id) => others.has(id)))
      .flatMap(({ failureIds }) => failureIds),
  );
  return ({ id }) => linked.has(id);
}

function newestFirst(failures: readonly Failure[]): Failure[] {
  return [...failures].sort((a, b) => compare(b.occurredAt, a.occurredAt) || compare(a.id, b.id)).slice(0, maxReverts);
}
