import { ApiProblem } from '../../api/api-problem.ts';

/** Pauses or resumes a queue through the queue board, which is not part of the OpenAPI document. */
export async function setQueuePaused(name: string, isPaused: boolean): Promise<void> {
  const path = `/queues/api/queues/${encodeURIComponent(name)}/${isPaused ? 'pause' : 'resume'}`;
  const response = await fetch(path, { method: 'PUT' });
  if (response.ok) return;
  const { detail } = (await response.json().catch(() => ({}))) as { detail?: string };
  throw new ApiProblem(response.status, detail ?? `The server returned status ${response.status}. Try again.`);
}
