/**
 * Python source to highlighted HTML, a class for each kind of token and no inline style, so that it needs no exception
 * in the security policy.
 */
import { createCssVariablesTheme } from 'shiki';
import { createHighlighterCore, type HighlighterCore, type ShikiTransformer } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import python from 'shiki/langs/python.mjs';

/** The kinds that the style sheet tells apart. Hue is kept for what a quantity is, so these differ by weight and slant. */
const SHOWN_KINDS = new Set(['keyword', 'string', 'comment']);

const theme = createCssVariablesTheme({ name: 'tokens', variablePrefix: '--', fontStyle: false });

/** Shiki's variables, such as `var(--token-keyword)`, become classes, such as `tok-keyword`; other spans dissolve. */
const variablesToClasses: ShikiTransformer = {
  name: 'variables-to-classes',
  pre(node) {
    node.properties = { class: 'code' };
  },
  line(node, line) {
    node.properties['data-line'] = String(line);
    node.children = node.children.flatMap((child) => {
      if (child.type !== 'element') return [child];
      const kind = /--token-([a-z]+)/.exec(String(child.properties['style'] ?? ''))?.[1];
      if (!kind || !SHOWN_KINDS.has(kind)) return child.children;
      return [{ ...child, properties: { class: `tok-${kind}` } }];
    });
  },
};

let highlighter: Promise<HighlighterCore> | undefined;

/** The HTML inside each line, for a listing that puts other things between the lines. */
export async function highlightLines(source: string): Promise<string[]> {
  const html = await highlightPython(source);
  const lines = html.slice(html.indexOf('<code>') + '<code>'.length, html.lastIndexOf('</code>')).split('\n');
  return lines.map((line) => line.replace(/^<span class="line"[^>]*>|<\/span>$/g, ''));
}

/** A `<pre class="code">` with one `<span class="line" data-line="n">` a line. */
export async function highlightPython(source: string): Promise<string> {
  highlighter ??= createHighlighterCore({
    themes: [theme],
    langs: [python],
    engine: createJavaScriptRegexEngine(),
  });
  const { codeToHtml } = await highlighter;
  return codeToHtml(source.trimEnd(), {
    lang: 'python',
    theme: 'tokens',
    transformers: [variablesToClasses],
  });
}
