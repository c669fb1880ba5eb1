// This script runs in the clustering thread.
export { runPipeline } from '@refrain/analysis';
