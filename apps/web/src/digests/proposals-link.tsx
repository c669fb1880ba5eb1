import { refrain } from '../api/refrain.ts';
import { TextLink } from '../components/links.tsx';
import { count } from '../labels/format.ts';

/** Leads to the current proposals of all services. */
export function ProposalsLink() {
  const params = { query: { state: 'proposed' as const, limit: 1 } };
  const { data } = refrain.useQuery('get', '/v1/improvements', { params });
  return (
    <TextLink to="/improvements">
      {data?.total
        ? `See the ${count(data.total, 'proposal')} waiting for a decision`
        : 'See the board of improvements'}
    </TextLink>
  );
}
