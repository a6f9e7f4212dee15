/** Checks every component and prop in a page against the registry, and refuses code and raw HTML. */
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { schemaProblem, suggestion } from '../diagnostics/index.ts';
import { type ComponentContent, components, isComponent } from './components.ts';
import { attribute, type JsxElement } from './jsx.ts';
import type { PageContext } from './page-context.ts';
import { attempt, remarkPlugin } from './plugin.ts';

export const remarkComponents = remarkPlugin((tree, page, file) => {
  visit(tree, (node: Nodes) => {
    attempt(file, () => checkNode(node, page));
  });
});

function checkNode(node: Nodes, page: PageContext): void {
  if (node.type === 'mdxjsEsm')
    throw page.slip(node, 'Imports and exports have no place here: components need no import.');
  if (node.type === 'html') throw page.slip(node, 'Raw HTML is not part of a section. Use Markdown.');
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') checkElement(node, page);
}

function checkElement(element: JsxElement, page: PageContext): void {
  const { name } = element;
  if (name === null) throw page.slip(element, 'An empty tag <> has no place here. Remove it.');
  if (!isComponent(name)) {
    const known = suggestion(name, Object.keys(components), (known) => `<${known}>`);
    const isHtml = /^[a-z]/.test(name);
    const problem = isHtml
      ? `Raw HTML <${name}> is not part of a section. Use Markdown or a component. ${known}`
      : `Unknown component <${name}>. ${known}`;
    throw page.slip(element, problem);
  }
  const { props, content } = components[name];
  const problem = schemaProblem(props, readProps(element, page), 'prop');
  if (problem !== undefined) {
    const [key] = problem.path;
    const about = key === undefined ? undefined : attribute(element, String(key));
    throw page.slip(about ?? element, `<${name}> ${lowerFirst(problem.message)}`);
  }
  checkContent(element, content, page);
}

/** Returns a sentence that goes on after the component's name. */
function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Returns the element's props as the registry's schemas read them. */
function readProps(element: JsxElement, page: PageContext): Record<string, string | true> {
  const props: Record<string, string | true> = {};
  for (const given of element.attributes) {
    if (given.type === 'mdxJsxExpressionAttribute')
      throw page.slip(
        element,
        `<${element.name}> has {…} among its props. Write each prop as name="text".`,
        given.position?.start.offset,
      );
    if (typeof given.value === 'object' && given.value !== null)
      throw page.slip(
        given,
        `<${element.name}> prop "${given.name}" is an expression. Expected text in quotes: ${given.name}="…".`,
      );
    if (Object.hasOwn(props, given.name))
      throw page.slip(given, `<${element.name}> prop "${given.name}" stands twice. Keep one.`);
    props[given.name] = given.value ?? true;
  }
  return props;
}

function checkContent(element: JsxElement, content: ComponentContent, page: PageContext): void {
  const inside = element.children.filter(({ type }) => type !== 'mdxFlowExpression');
  switch (content) {
    case 'none':
      if (inside.length > 0)
        throw page.slip(element, `<${element.name}> takes no content. Expected <${element.name} … />.`);
      return;
    case 'blocks':
      if (inside.length === 0)
        throw page.slip(element, `<${element.name}> is empty. Expected text between its tags.`);
      return;
    case 'one table':
      if (inside.length !== 1 || inside[0]?.type !== 'table')
        throw page.slip(
          element,
          `<${element.name}> holds no table. Expected one Markdown table between its tags, with a blank line before and after it.`,
        );
      return;
    default:
      content satisfies never;
  }
}
