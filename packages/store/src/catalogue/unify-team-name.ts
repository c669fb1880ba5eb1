/**
 * Creates a function that returns a team's name as CODEOWNERS spells it, if a file names the team. GitHub derives the
 * name in CODEOWNERS from the team's full name: `last-mile` from `Last Mile`.
 */
export function createTeamNameUnifier(codeTeams: readonly string[]): (team: string) => string {
  const nameOf = new Map(codeTeams.map((team) => [toSlug(team), team]));
  return (team) => nameOf.get(toSlug(team)) ?? team;
}

function toSlug(team: string): string {
  return team
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
}
