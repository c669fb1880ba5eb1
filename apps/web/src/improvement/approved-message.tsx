import { refrain, type Schemas } from '../api/refrain.ts';
import { ExternalLink } from '../components/links.tsx';

/** The message after an approval. It follows the issue from its opening until it is open. */
export function ApprovedMessage({ id, title }: Pick<Schemas['Improvement'], 'id' | 'title'>) {
  const { data } = refrain.useQuery(
    'get',
    '/v1/improvements/{id}',
    { params: { path: { id } } },
    { refetchInterval: ({ state: { data } }) => (data?.state === 'approved' && !data.problem ? 1_000 : false) },
  );
  return (
    <>
      Approved “{title}”. {data?.state === 'opened' ? <OpenIssue improvement={data} /> : describeOpening(data)}
    </>
  );
}

function OpenIssue({ improvement: { issueNumber, issueUrl } }: { readonly improvement: Schemas['Improvement'] }) {
  return (
    <>
      <ExternalLink url={issueUrl}>Issue #{issueNumber}</ExternalLink> is open.
    </>
  );
}

function describeOpening(improvement: Schemas['Improvement'] | undefined): string {
  if (improvement?.problem) return 'Opening the issue failed; Refrain keeps trying.';
  return improvement?.state === 'approved' ? 'Refrain is opening the issue.' : '';
}
