// The script of the clustering thread.
export { runPipeline } from '@refrain/analysis';
