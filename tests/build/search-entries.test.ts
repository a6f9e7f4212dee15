import { expect, test } from 'vitest';
import { PageSource } from '../../src/build/page-source.ts';
import { pageEntries } from '../../src/build/search/page-entries.ts';
import { page } from './site-folder.ts';

const entries = pageEntries(
  new PageSource(
    page(`<header>Site</header><main>
  <h1>Vectors</h1><p>A lede.</p>
  <h2 id="dot">The <em>dot</em> product</h2><p>Multiply, add.<button>Copy</button></p>
  <div id="eq-three-four"><math><mn>5</mn></math></div>
  <h3 id="why">Why</h3><p>So.</p><p><samp><b>ValueError</b>: no</samp></p>
  <div class="program"><div id="a.py:1"><a href="#a.py:1">1</a><code>x = 1</code></div><div class="note"><p>One number.</p><noscript>
    <details id="ref-np.dot"><summary>np.dot</summary><p>Multiplies.</p></details></noscript></div></div>
  <script>let a</script></main><footer>End</footer>`),
  ),
  's/',
);

test('each place of a page is found by its address, with its part, its title and its text', () => {
  expect(entries.map(({ kind, address, part, title, text }) => [kind, address, part, title, text])).toEqual([
    ['part', 's/', '', 'Vectors', 'A lede.'],
    ['part', 's/#dot', '', 'The dot product', 'Multiply, add.'],
    ['formula', 's/#eq-three-four', 'The dot product', 'three four', '5'],
    ['part', 's/#why', 'The dot product', 'Why', 'So.'],
    ['error', 's/#why', 'The dot product', 'ValueError : no', 'ValueError : no'],
    ['program', 's/#a.py:1', 'The dot product', 'a.py, line 1', 'x = 1 One number.'],
    ['function', 's/#ref-np.dot', 'The dot product', 'np.dot', 'np.dot Multiplies.'],
  ]);
});
