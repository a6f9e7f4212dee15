/** What the widgets that have an address are called: when one moves to them, on their own pages, in code that embeds them. */
export const TITLES = {
  vector: 'Vector',
  dot: 'Dot product',
  transform: 'Matrix transform',
  matmul: 'Matrix multiplication',
  forward: 'Forward pass',
  broadcasting: 'Broadcasting',
  reshape: 'Reshape',
  shapes: 'What would PyTorch say?',
} as const;
