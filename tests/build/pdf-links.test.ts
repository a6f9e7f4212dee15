import { expect, test } from 'vitest';
import { linkPdfs } from '../../src/build/pdf-links.ts';
import { runSteps } from '../../src/build/site-step.ts';
import { page, read, siteFolder } from './site-folder.ts';

const place = '<span data-pdf hidden> · <a>PDF</a></span>';

test('a page links its PDF where that is there, and only then', async () => {
  const dist = await siteFolder({
    'maths/vectors/index.html': page(place),
    'maths/gradients/index.html': page(place),
    'index.html': page('<a>no place for a link</a>'),
    'pdf/maths/vectors.pdf': '%PDF-1.4',
  });
  const lines: string[] = [];
  await runSteps(dist, [linkPdfs(dist)], (line) => lines.push(line));
  expect(await read(dist, 'maths/vectors/index.html')).toContain(
    '<span data-pdf> · <a href="../../pdf/maths/vectors.pdf">PDF</a></span>',
  );
  expect(await read(dist, 'maths/gradients/index.html')).toContain(place);
  expect(lines).toEqual(['1 pages link their PDF']);
});
