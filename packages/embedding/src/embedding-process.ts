import { setPriority } from 'node:os';
import { toAppError } from '@refrain/domain';
import { openModel } from './open-model.ts';

/** A request to the process that computes vectors. */
export interface EmbeddingRequest {
  readonly number: number;
  readonly texts: readonly string[];
}

export type EmbeddingAnswer =
  | { readonly number: number; readonly vectors: readonly Int8Array[] }
  | { readonly number: number; readonly error: string };

/** Nice value of a process that computes in the background, on the scale from -20 to 19 */
const backgroundPriority = 15;

const [onnxFile = '', tokenizerFile = '', priority] = process.argv.slice(2);
if (priority === 'background') setPriority(backgroundPriority);
const model = openModel({ onnxFile, tokenizerFile });
// The promise is awaited by each request, which then reports the error.
model.catch(() => {});

let previous: Promise<void> = Promise.resolve();
process.on('message', (request: EmbeddingRequest) => {
  previous = previous.then(() => answer(request));
});
process.once('disconnect', () => process.exit(0));

async function answer({ number, texts }: EmbeddingRequest): Promise<void> {
  try {
    const embed = await model;
    const vectors: Int8Array[] = [];
    for (const text of texts) vectors.push(await embed(text));
    send({ number, vectors });
  } catch (thrown) {
    send({ number, error: toAppError(thrown).message });
  }
}

function send(message: EmbeddingAnswer): void {
  // If the parent was killed, sending fails, and nobody waits for the answer.
  process.send?.(message, undefined, undefined, (error) => error && process.exit(0));
}
