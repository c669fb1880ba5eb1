export { runPipeline } from '@refrain/analysis';
