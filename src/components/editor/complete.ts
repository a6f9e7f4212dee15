/** Completion: the reference's names, and the program's variables with their shapes. */
import type {
  Completion,
  CompletionContext,
  CompletionResult,
  CompletionSource,
} from '@codemirror/autocomplete';
import type { KnownName, KnownValue, ProgramKnowledge } from './knowledge.ts';

const WORD = /[\w.]*/;

/** Completes after a dot with what belongs to the name before it, else with variables and names that stand alone. */
export function completeFrom(knowledge: () => ProgramKnowledge): CompletionSource {
  return (context: CompletionContext): CompletionResult | null => {
    const before = context.matchBefore(WORD);
    if (before === null || (before.text === '' && !context.explicit)) return null;
    const { names, values } = knowledge();
    const dot = before.text.lastIndexOf('.');
    const owner = before.text.slice(0, Math.max(0, dot));
    const options = dot < 0 ? alone(names, values) : membersOf(owner, names, values);
    return options.length === 0 ? null : { from: before.from + dot + 1, options, validFor: /^\w*$/ };
  };
}

function alone(names: readonly KnownName[], values: readonly KnownValue[]): Completion[] {
  const variables = values.map(({ name, badge }) => ({
    label: name,
    detail: badge,
    type: 'variable',
    boost: 1,
  }));
  const known = names.filter(({ name }) => /^\w+$/.test(name)).map((entry) => completion(entry, entry.name));
  return [...variables.filter(({ label }) => /^\w+$/.test(label)), ...known];
}

/** `np.` has functions; a variable has the methods and attributes of its type. */
function membersOf(owner: string, names: readonly KnownName[], values: readonly KnownValue[]): Completion[] {
  const type = values.find(({ name }) => name === owner)?.type;
  const prefixes = [owner, ...(type === undefined ? [] : [type, `np.${type}`, `torch.${type}`])];
  const known = names.flatMap((entry) => {
    const prefix = prefixes.find((one) => one !== '' && entry.name.startsWith(`${one}.`));
    const member = prefix === undefined ? '' : entry.name.slice(prefix.length + 1);
    return /^\w+$/.test(member) ? [completion(entry, member)] : [];
  });
  return [...new Map(known.map((one) => [one.label, one])).values()];
}

function completion({ signature, text, kind }: KnownName, label: string): Completion {
  return { label, detail: signature, info: text, type: kind };
}
