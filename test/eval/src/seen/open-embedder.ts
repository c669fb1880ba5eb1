import { type Embedder, openConfiguredEmbedder } from '@refrain/embedding';
import type { Command } from 'commander';

/** Adds the option of commands that compare meanings. */
export function addModelOption(command: Command, resolveFile: (path: string) => string): Command {
  return command.option(
    '--model <folder>',
    'sentence model in the layout of Hugging Face, or none to compare words only; by default the model that npm run build creates, if it exists',
    (value: string) => (value === 'none' ? value : resolveFile(value)),
  );
}

/** Runs the work with the chosen sentence model, or with null to compare words only. */
export async function withEmbedder<T>(model = '', work: (embedder: Embedder | null) => Promise<T>): Promise<T> {
  const embedder = await openConfiguredEmbedder(model);
  try {
    return await work(embedder);
  } finally {
    await embedder?.close();
  }
}
