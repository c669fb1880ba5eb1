import { ApiProblem } from '../api/api-problem.ts';

/** Requests a document from the API and saves it as a file. @param type media type to request */
export async function saveDocumentAs(path: string, type: string, name: string): Promise<void> {
  const response = await fetch(path, { headers: { accept: type } });
  if (!response.ok)
    throw new ApiProblem(response.status, `The server returned status ${response.status}. Try again later.`);
  saveFile(await response.blob(), name);
}

/** Downloads a blob as a file. Characters that file names must not contain are removed from `name`. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name.replaceAll(/[^\p{L}\p{N}. _-]+/gu, ' ').trim();
  link.click();
  // The URL is revoked only after a delay, because the browser may not have read the blob yet.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
