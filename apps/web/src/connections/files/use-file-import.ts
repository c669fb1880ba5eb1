import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { isRetryable, requireData } from '../../api/api-problem.ts';
import { api, invalidateQueries } from '../../api/refrain.ts';
import { notifyProblem } from '../../components/notify.tsx';
import { saveFile } from '../../components/save-document-as.ts';
import { type ImportChoice, toFileQuery } from './column-choice.ts';
import { type PickedFile, removeExtension } from './pick-files.ts';

function createRequest({ format, body }: PickedFile, archive: string, choice: ImportChoice) {
  return {
    params: { path: { name: archive }, query: toFileQuery(format, choice) },
    // The generated type of an upload is a string, but a blob is sent without being read into memory.
    body: body as unknown as string,
    bodySerializer: (sent: unknown) => sent,
    headers: { 'content-type': 'application/octet-stream' },
  };
}

/** Checks the file whenever the choice changes. A request that is replaced by another one is aborted. */
export function useFileCheck(file: PickedFile, archive: string, choice: ImportChoice) {
  return useQuery({
    queryKey: ['check file', file.body, archive, choice],
    queryFn: async ({ signal }) => {
      const { data } = await api.POST('/v1/archives/{name}/check', { ...createRequest(file, archive, choice), signal });
      return requireData(data);
    },
    // The API refuses a second upload of the same user until it has noticed that the first one was aborted.
    retry: (attempts, error) => attempts < 5 && isRetryable(error),
    retryDelay: 1_000,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}

/** Saves the rows that cannot be imported as a CSV file that says why. */
export function useRejectedRows(file: PickedFile, archive: string, choice: ImportChoice) {
  return useMutation({
    async mutationFn() {
      const request = createRequest(file, archive, choice);
      const { data } = await api.POST('/v1/archives/{name}/rejected-rows', { ...request, parseAs: 'blob' });
      saveFile(requireData(data), `${removeExtension(file.name)} rejected rows.csv`);
    },
    onError: notifyProblem,
  });
}

export function useFileImport(file: PickedFile, archive: string, choice: ImportChoice) {
  return useMutation({
    async mutationFn() {
      const { data } = await api.POST('/v1/archives/{name}/files', createRequest(file, archive, choice));
      return requireData(data);
    },
    onSuccess: () =>
      void invalidateQueries('/v1/connections', '/v1/status', '/v1/failures', '/v1/patterns', '/v1/onboarding'),
  });
}
