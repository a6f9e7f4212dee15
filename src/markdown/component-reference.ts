/** Writes the reference of components and their props from the schemas that check them. */
import { z } from 'astro/zod';
import { type ComponentContent, type ComponentSpec, components } from './components.ts';

const CONTENT: Readonly<Record<ComponentContent, string>> = {
  none: 'closed by itself: />',
  blocks: 'Markdown between its tags',
  'one table': 'one Markdown table between its tags',
};

interface Described {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly pattern?: string;
}

/** Returns the reference of all components as Markdown: the purpose, content and props of each. */
export function componentReference(): string {
  return Object.entries<ComponentSpec>(components)
    .map(([name, spec]) =>
      [`## <${name}>`, '', spec.doc, '', `- holds: ${CONTENT[spec.content]}`, ...propsOf(spec)].join('\n'),
    )
    .join('\n\n');
}

function propsOf({ props }: ComponentSpec): string[] {
  const { properties = {}, required = [] } = z.toJSONSchema(props, {
    io: 'input',
    unrepresentable: 'any',
  }) as {
    properties?: Record<string, Described>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(
    ([name, described]) =>
      `- ${name}${required.includes(name) ? '' : ', may be left out'}: ${kindOf(described)}`,
  );
}

function kindOf({ enum: values, description, pattern, type = 'any value' }: Described): string {
  if (values) return `one of ${values.join(', ')}`;
  if (description !== undefined) return description;
  return pattern === undefined ? (type === 'string' ? 'text' : type) : 'lower-case words joined by hyphens';
}
