// What the pool loads in its thread: the pipeline and nothing else.
export { runPipeline } from './pipeline.ts';
