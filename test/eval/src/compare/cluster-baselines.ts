export const clusterBaselines: readonly string[] = [
  'hdbscan-lsa',
  'hdbscan-cosine',
  'average-0.5',
  'average-0.6',
  'average-0.7',
  'complete-mix-0.6',
  'complete-mix-0.7',
  'dbscan-0.5',
];
