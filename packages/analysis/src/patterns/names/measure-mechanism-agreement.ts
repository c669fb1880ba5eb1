import { groupBy } from '../../collections/group-by.ts';
import { combineMechanismStrengths, findCommonStrength } from '../../mechanisms/mechanism-strengths.ts';
import type { SharedMechanismInput } from './find-shared-mechanism.ts';

/** Returns how strongly two episodes state the same mechanism, in [0, 1], on average over all pairs; 0 for one episode. */
export function measureMechanismAgreement({ read, episodes }: SharedMechanismInput): number {
  const episodeOf = new Map(episodes.flatMap(({ failureIds }, at) => failureIds.map((id) => [id, at] as const)));
  const byEpisode = groupBy(read, ({ member }) => [episodeOf.get(member.id) ?? member.id]);
  const strengths = Array.from(byEpisode.values(), (members) =>
    combineMechanismStrengths(members.map(({ reading }) => reading.mechanisms)),
  );
  const common = strengths.flatMap((own, at) => strengths.slice(0, at).map((other) => findCommonStrength(own, other)));
  return common.length === 0 ? 0 : common.reduce((sum, strength) => sum + strength, 0) / common.length;
}
