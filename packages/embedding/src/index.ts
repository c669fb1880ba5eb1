export { defaultModelFolder } from './default-model.ts';
export { openConfiguredEmbedder } from './open-configured-embedder.ts';
export type { EmbeddingModel } from './read-model.ts';
export { readModel } from './read-model.ts';
export { type Embedder, startEmbedder } from './start-embedder.ts';
