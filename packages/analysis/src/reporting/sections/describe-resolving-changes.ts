import type { PatternReport, ReportLink, Statement } from '@refrain/domain';
import { isRevertTitle } from '../../text/extract-original-title.ts';
import { formatDay } from '../../text/format.ts';
import { isDeploymentTitle } from '../../text/is-deployment-title.ts';
import { createStatement } from '../document/section.ts';
import { isSure, listResolvingLinks } from './list-resolution-statements.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

/** @property members in chronological order */
type Resolved = Pick<PatternReport, 'members' | 'links'>;
type DatedLink = ReportLink & { readonly targetAt: string };

interface LastResolution {
  readonly link: DatedLink;
  /** Whether the change resolved the newest episode */
  readonly isOfNewest: boolean;
}

/** A sentence on a change that resolved an episode */
interface DescribedResolution {
  readonly statement: Statement;
  /** Whether the change resolved the newest episode */
  readonly isOfNewest: boolean;
}

/** Names the change that certainly resolved the newest episode of which this is known; null without such a change. */
export function describeResolvingChange(report: Resolved, refs: ReportSourceRefs): DescribedResolution | null {
  const last = findLastResolution(report);
  if (last === null) return null;
  const { link, isOfNewest } = last;
  const episode = isOfNewest ? 'The last episode' : 'An earlier episode';
  const statement = createStatement(`${episode} was resolved on ${formatDay(link.targetAt)} by ${nameChange(link)}.`, [
    ...refs.ofFailures([link.failureId]),
    ...refs.ofChanges([link]),
  ]);
  return { statement, isOfNewest };
}

/** Returns the change, other than a revert, by which the team resolved the newest episode; null without one. */
export function findForwardFix(report: Resolved): ReportLink | null {
  const last = findLastResolution(report);
  return last?.isOfNewest === true && !isRevertTitle(last.link.targetTitle) ? last.link : null;
}

function findLastResolution({ members, links }: Resolved): LastResolution | null {
  const sure = listResolvingLinks({ members, links })
    .filter(isSure)
    .filter((link): link is DatedLink => link.targetAt !== undefined)
    .sort((a, b) => Number(isDeploymentTitle(a.targetTitle)) - Number(isDeploymentTitle(b.targetTitle)));
  const newestFirst = [...members].reverse();
  for (const { failureId, episodeId } of newestFirst) {
    const link = sure.find((one) => one.failureId === failureId);
    if (link !== undefined) return { link, isOfNewest: episodeId === newestFirst[0]?.episodeId };
  }
  return null;
}

/** Matches the title that Git gives to the revert of a merge, which names no change, but a branch. */
const mergeRevert = /^Revert ["“]Merge pull request #(\d+) from [^"“”\s]+["”]$/u;

function nameChange({ targetTitle, targetUrl }: ReportLink): string {
  const reverted = mergeRevert.exec(targetTitle)?.[1];
  if (reverted !== undefined) return `the revert of pull request ${reverted}`;
  const pull = /\/pull\/(\d+)$/u.exec(targetUrl ?? '')?.[1];
  return `${pull === undefined ? '' : `pull request ${pull}, `}“${targetTitle}”`;
}
