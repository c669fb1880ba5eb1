import { refrain } from '../api/refrain.ts';
import { PropertyFilterSelect } from '../list/filters.tsx';

interface Props {
  readonly team: string | undefined;
  choose(team: string | undefined): void;
}

/** Filters by owner team. Renders nothing while no team is known. */
export function TeamSelect({ team, choose }: Props) {
  const { data } = refrain.useQuery(
    'get',
    '/v1/services',
    { params: { query: { limit: 200 } } },
    { staleTime: 600_000 },
  );
  const teams = [...new Set(data?.items.flatMap(({ teams }) => teams))].sort();
  if (teams.length === 0 && team === undefined) return null;
  return (
    <PropertyFilterSelect
      label="Owner"
      labels={{}}
      values={teams.map((value) => ({ value }))}
      chosen={team}
      choose={choose}
    />
  );
}
