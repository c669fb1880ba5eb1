import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { api, type Schemas } from '../api/refrain.ts';
import { LoadingPlaceholder, QueryState } from '../components/states.tsx';

/** Loaded when the first issue is shown, because the Markdown renderer is large. */
const IssuePreview = lazy(async () => ({ default: (await import('./issue-preview.tsx')).IssuePreview }));

interface Edit {
  readonly repository?: string;
  readonly title?: string;
  readonly note?: string | null;
  readonly guardrailId?: string | null;
}

export function EditedIssuePreview({ id, edit = {} }: { readonly id: string; readonly edit?: Edit }) {
  const issue = useQuery({
    queryKey: ['post', '/v1/improvements/{id}/issue', id, edit],
    queryFn: async ({ signal }): Promise<Schemas['IssuePreview'] | undefined> =>
      (await api.POST('/v1/improvements/{id}/issue', { params: { path: { id } }, body: edit, signal })).data,
    placeholderData: keepPreviousData,
  });
  return (
    <QueryState query={issue} what="the issue" height={480}>
      {(shown) => (
        <Suspense fallback={<LoadingPlaceholder what="the issue" heights={[480]} />}>
          <IssuePreview issue={shown} />
        </Suspense>
      )}
    </QueryState>
  );
}
