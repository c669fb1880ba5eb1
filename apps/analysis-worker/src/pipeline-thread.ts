// What the pool loads in its thread.
export { runPipeline } from '@refrain/analysis';
