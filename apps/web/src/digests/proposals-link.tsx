import { refrain, type Schemas } from '../api/refrain.ts';
import { TextLink } from '../components/links.tsx';
import { count } from '../labels/format.ts';

/** Leads to the current proposals, because a digest states those of the day on which it was written. */
export function ProposalsLink({ scope }: { readonly scope: Schemas['DigestScope'] }) {
  const search = scope.kind === 'service' ? { service: scope.name } : scope.kind === 'team' ? { team: scope.name } : {};
  const params = { query: { ...search, state: 'proposed' as const, limit: 1 } };
  const { data } = refrain.useQuery('get', '/v1/improvements', { params });
  return (
    <TextLink to="/improvements" search={search}>
      {data?.total
        ? `See the ${count(data.total, 'proposal')} waiting for a decision`
        : 'See the board of improvements'}
    </TextLink>
  );
}
